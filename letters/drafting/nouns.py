"""Nouns that take an article in the singular, and the set phrases in which they do not.

Pure. Only nouns hardly ever used in bulk are listed: where one stands bare, a small word was dropped.
"""

from __future__ import annotations

from letters.drafting.lists import word_set
from letters.drafting.words import COUNT_NOUNS, PERSON_NOUNS, plural

# Things, places, papers, people and events of work that can be counted, in the singular.
_COUNTED = word_set(
    """
    grant hearse load sideboard limousine
    account actor address administrator advert adviser advisor agency agenda agreement aircraft airport
    alarm album allotment ambulance analyser analyzer answer apartment appendix appliance applicant
    application appointment appraisal apron architect area article artist aspect assembly asset assignment
    atmosphere auction author autoclave avenue award axle baby badge macro buddy
    toilet slip handout rep jotter bag bakery balcony ballot band bank
    banner bar barge barn barrier basement basin basket batch bathroom battery bay beach beam bed bedroom
    bell belt bench bicycle bid bike bill bin biscuit blade blanket bloke boat bolt bonus book booklet
    boot border borough bottle bottleneck boundary bowl box bracket branch brand breach breakdown brick
    bridge brief brochure broker brush bucket builder bulb bulletin bunch bundle bursary bus button cabin
    cabinet cable cafe café cage calendar call camera campaign campus canal candidate canteen cap caption
    car caravan card card-reader career caretaker carpet carriage carrier cart cartridge case cashier
    castle caterer ceiling cell cellar census centre ceremony certificate certification chain chairlift
    chart charter chatbot checklist cheque chimney choir circle circuit clash class classroom clause
    cleaner clinician clock closure cloud club clue coach coat cohort coin colleague collector college
    column comment commissioner community company comparison competitor complaint component computer
    concept concert condition conference consensus constraint consultation container contest contractor
    conversation conveyor convoy copy corner correspondent corridor costume council councillor counsellor
    counter county couple courier course court courtyard cow crane crate crew crisis criterion crop
    crossing crowd cup cupboard curriculum curtain curve cushion cylinder date daughter day deadline
    dealer decision deck deed defect deficit degree delivery demo democracy demonstration dentist
    deployment deposit designer desktop developer device diagram diary dictionary difference difficulty
    dilemma directory disaster discount discovery discussion dish disk dispatcher distributor district
    dock document dog door doorway dose dozen drawer drawing drill drum duplicate earthquake echo edge
    edition editor electrician elevator email embassy emergency employee employer engine enquiry entrance
    envelope episode error essay event exam examination example exception exhibition exit expert extension
    eye facility fact fair family fan farm farmer fault favour fax feature fee feeling fence ferry
    festival field fiver flag flight floor flowchart flyer foreman forest fork forklift fortnight forum
    foundation fountain framework freelancer freezer fridge fund funder fuse gallery game garage garden
    gasket gate gauge gearbox generator gift glitch goal graduate graph greenhouse grid group guarantee
    guide guideline gym habit half-day hall hallway hammer hand-held handle handset hanger harbour hatch
    headline headset heater hedge helicopter helpline hill hobby hoist holiday hook hose hospice host
    hotel hotline hour house household hub hut hygienist idea image incident indicator initiative injury
    inquiry inspection inspector instruction instrument insurer intern interval interview interviewer
    invitation island item itinerary jar jetty job joint joke journal journalist journey judge jug
    junction kettle keyboard kiln kind kiosk kit label labourer ladder lake lamp lane laptop lawn layer
    layout leaflet learner lease lecturer leg lesson letter lever librarian library licence license lid
    limit link list loaf loan lobby location lock locker locksmith locum loft logbook loop lottery lounge
    machine magazine mailbox mailing map margin mark marker marquee mast mat match meal measure mechanic
    meeting menu merchant message meter method microphone midwife mile mill mine minibus minister mirror
    mistake mix-up module monitor month motor motorway mouse museum name navigator neighbourhood
    newsletter newspaper night-shift note notebook notice notice-board noticeboard novel number object
    officer opening operator opponent option orchard orchestra order organ organisation organiser outage
    outcome outfit outlet oven overview package packet pad page pallet panel parade paragraph paramedic
    parcel park parliament part participant partnership party pass passenger passport password patch path
    pattern pavement argument  pen pensioner percentage performance period permit petition phone photo
    photograph piano picture pie piece pile pilot pin pipe pitch plane plate player plot plug plumber
    pocket podcast pool porch port portfolio position poster pot practitioner prescriber presentation
    price prison prize procedure proposal prospect protocol province pub publisher pump purchase purchaser
    question questionnaire quiz quota quotation quote rack radio raffle railway ramp range ratio reactor
    reader rebate receipt receptionist recipe recipient recommendation record recorder recruiter reference
    referral refinery refund regime region regression rehearsal relationship reminder replacement reporter
    representative request requirement researcher reservation reservoir respondent response restart
    restaurant retailer return reviewer reward rider ring river road robot rocket role roll room root
    route routine row rule rulebook rung sack saddle salary sandwich satellite saw scaffold scaffolder
    scanner scenario scene scheme scholar scholarship scientist scoreboard screen script season seat
    secretariat section sector sensor sentence sequence sergeant series session set setting settlement
    shaft shed sheet shelf shelter shift ship shipment shirt shoe shopkeeper shortage shortcut show
    showroom shutter shuttle sign signal signature silo sink skip slide slogan slot smartphone snag socket
    sofa solicitor song sort speaker specialist species specification specimen speech spokesperson sponsor
    sprint stadium stage stair staircase stakeholder stall stand-up standup statement station statue
    steward sticker stock-take stocktake stool stop store-room storeroom storm story street stretcher
    studio subcontractor subscriber subscription subsidiary substation suburb suggestion suite summary
    summit sump supermarket survivor swab sweater switch switchboard syllabus symbol symptom synagogue
    syndicate tab table tablet tag tail takeover talk tank tannoy tap tape tariff task taxi technician
    telephone temp tenancy tender terminal terrace territory test theatre theme therapist thermometer
    ticket tile till timeline timer timesheet tip title toilet toolbox topic tower town toy track tracker
    tractor trailer train trainee tram transaction transcript trap tray treasurer treatment tree trench
    trend trial tribunal trick trip trolley tube tunnel turbine tutor tutorial tyre umbrella underwriter
    unit upgrade user utility vacancy valley valve variant vault vehicle venue verdict version vessel vet
    vicar victim video village villager vineyard visa visit voicemail voter voucher wall wardrobe warning
    warranty wave way webinar webpage wedding week weekend wheel wheelchair whistle whiteboard window wing
    winner wire witness word worker workflow workforce workplace workshop worktop worm wrist yard year
    youngster zone zoo
    """
)
COUNTED = (_COUNTED | COUNT_NOUNS | {noun for noun in PERSON_NOUNS if not plural(noun)}) - word_set(
    # In these trades they are as often a state or a stuff: "on file", "in transit", "by feed"
    "feed close plant reorganisation integration sort kind mine"
)

# Where the noun says how, when or in what state, and no article was dropped.
SET_PHRASES = frozenset(
    tuple(pair.split("-", 1))
    for pair in word_set(
        """
        on-site off-site on-time in-time on-paper on-call on-leave on-hold on-board on-foot on-track
        on-shift on-duty off-duty on-budget over-budget under-budget on-stage on-screen on-video on-camera
        on-request on-demand on-average on-holiday on-tape on-record on-target on-trial on-loan on-file
        on-order on-arrival on-agency on-strike on-sick at-work at-home at-night at-school at-sea at-risk
        at-scale at-lunch at-breakfast at-university at-college in-person in-hand in-house in-hospital
        in-court in-bed in-place in-total in-detail in-public in-private in-practice in-theory in-stock
        in-season in-class in-charge in-line in-writing in-advance in-order in-part in-progress in-plan
        in-step in-turn in-use in-form in-question in-fact in-case in-common in-view in-session in-post
        in-office in-parliament in-prison to-work to-school to-hospital to-bed to-court to-date to-order
        to-hand from-home from-scratch from-work from-school out-of of-course of-school in-college of-work
        after-lunch before-lunch over-lunch after-work after-school before-school after-hours before-work
        under-review under-way without-notice without-warning without-exception for-example as-standard
        in-school in-phase per-cent off-sick for-fun in-person by-hand as-part for-good
        of-order in-front of-town to-town in-town of-range of-date of-stock of-hand to-college
        to-university to-sea to-church at-church in-church
        on-top of-control of-sight of-print of-pocket of-place on-purpose at-hand at-stake by-mistake
        by-accident by-name
        """
    )
)


# What somebody or something is: "half of the girls on agency".
STATES_OF = frozenset(
    pair
    for pair in SET_PHRASES
    if pair[0] in ("on", "off", "at", "in", "over", "under", "out")
    and pair[1]
    not in ("time", "average", "total", "detail", "person", "advance", "of", "fact", "case", "night", "part")
)


def counted(noun: str) -> bool:
    """Whether a bare noun in the singular lacks its article, as far as is known."""
    return noun.lower() in COUNTED
