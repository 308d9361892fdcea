"""Words of today's work that the dictionary lacks.

Pure.
"""

from __future__ import annotations

from letters.drafting.lists import word_set

KNOWN = word_set(
    """
    emoji inbox inboxes cafe cafes timestamp timestamps runtime passphrase wishlist hrs mins avg whitelist
    changelog turnround localhost http https
    onboarding onboard onboarded offboarding dashboard dashboards backlog backlogs sprint sprints roadmap
    roadmaps workflow workflows app apps kanban scrum standup standups stand-up retro retros devops
    workaround workarounds webinar webinars repo repos fintech saas startup startups codebase codebases
    refactor refactored refactoring api apis sdk ui ux url urls wifi website websites online offline email
    emails emailed emailing blog blogs podcast podcasts login logins logout signup signups upsell upselling
    rebrand rebranded rebranding workstream workstreams timeframe timeframes timeline timelines takeaway
    takeaways learnings deliverable deliverables stakeholder stakeholders touchpoint touchpoints benchmark
    benchmarks benchmarking turnaround handover handovers rollout rollouts pushback feedback helpdesk
    helpline callout callouts upskill upskilling reskill reskilling freelancer freelancers mentee mentees
    coworker coworkers co-worker headcount payroll spreadsheet spreadsheets timesheet timesheets checklist
    checklists playbook playbooks runbook runbooks workshop workshops workshopped hackathon hackathons agile
    waterfall lockdown covid furlough furloughed hotdesk hybrid remote remotely smartphone smartphones
    tablet tablets laptop laptops screenshot screenshots chatbot chatbots cloud datacentre dataset datasets
    metadata analytics crowdfunding crowdsource crowdsourced influencer influencers hashtag cybersecurity
    firewall malware phishing ransomware encryption backend frontend fullstack middleware microservice
    microservices serverless kubernetes docker postgres python javascript typescript linux biotech medtech
    edtech proptech agritech telehealth telemedicine wellbeing wellness mindfulness burnout commissioner
    commissioners safeguarding triage triaged triaging outpatient outpatients inpatient inpatients caseload
    caseloads casework caseworker caseworkers timetabling timetabled attainment oracy phonics fundraise
    fundraised fundraiser fundraisers fundraising grantmaking grantmaker philanthropy nonprofit nonprofits
    logistics forklift forklifts pallet pallets palletised tachograph telematics warehousing fulfilment
    backhaul groupage freight hgv lorries lorry tailgate tailgating crossdock milkround underwriter
    underwriters underwriting covenant covenants collateral hedging backtesting backtest reconcile
    reconciled reconciles reconciling reconciliation restatement chargeback chargebacks invoicing
    procurement tender tendering tenders offtake decarbonise decarbonisation decarbonization electrification
    photovoltaic retrofit retrofitted retrofitting biodiversity rewilding upcycle upcycled circularity
    prototyping prototype prototypes wireframe wireframes usability accessibility localisation localization
    personas persona storyboard storyboards typeface typefaces copywriting copywriter copywriters kpi kpis
    okr okrs roi crm erp sla slas nda ndas faq faqs pdf pdfs hr pr seo ppc b2b b2c ai ml llm llms gdpr esg
    dei csr ceo cfo coo cto nhs ofsted hmrc fca whiteboard whiteboards flipchart flipcharts noticeboard
    noticeboards walkthrough walkthroughs whereabouts sanity-check fortnight fortnightly rota rotas whilst
    amongst learnt spelt burnt dreamt leapt ok okay yeah hi lunchtime teatime midweek weekday weekdays
    workday workdays workload workloads workplace workplaces workforce co-ordinate co-ordination cooperate
    coordinator ringfence ringfenced shortlist shortlisted shortlisting longlist interviewee interviewees
    jobseeker jobseekers cv cvs reorg reorgs deprioritise deprioritised reprioritise reprioritised
    prioritise prioritised prioritising prioritisation monetise monetised optimise optimised optimising
    incentivise incentivised operationalise actionable scalable scalability interoperable interoperability
    transactional multidisciplinary cardboard shrinkwrap barcode barcodes barcoded barcoding qr rfid gps iot
    sku skus lidar walkabout shadowing swimlane swimlanes backfill backfilled backfilling timebox timeboxed
    timeboxing unpaid underspend overspend overrun overruns rework reworked reworking uptime downtime
    throughput footfall upsell turnout drop-off dropoff sign-off signoff pickup pickups drop-in backroom
    mentorship allyship neurodiverse neurodiversity neurodivergent inclusivity carer carers childcare
    eldercare homecare bedside bedspace catchment timetable timetables co-founder cofounder cofounders
    stickiness skillset mindset mindsets toolkit toolkits toolset spinoff spin-off buyout buyouts carve-out
    divestment restructure restructured restructuring
    """
)
