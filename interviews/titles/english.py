"""English titles in any sector, from the support of an office to its heads. Pure data.

Tables are read from the top and the first role that fits is taken, so longer names and traps stand before the
words they contain.
"""

from __future__ import annotations

from interviews.titles.roles import (
    BOARD,
    CHIEF,
    DIRECTOR,
    HEAD,
    MANAGER,
    PARTNER,
    SENIOR,
    SPECIALIST,
    UNKNOWN,
    anywhere,
    either,
    end,
    one_of,
    whole,
)

# What is left of “Office of the CTO” once the CTO is taken away.
SOMEBODYS_OFFICE = "office of somebody"

_PLACES = one_of(
    "emea apac europe uk us usa ireland international global worldwide americas latam asia africa dach"
    " nordics benelux"
    " france germany india china japan canada australia group"
)
# Work whose managers manage a thing, not people.
THINGS = (
    r"(?:(?:key )?account|product(?: marketing)?|project|program|partner(?:s|ships?)?|(?:customer |client"
    r" )?success"
    r"|client|community|social media|content|case|campaign|contracts?|category|relationship|alliances?"
    r"|events?"
    r"|release|change|portfolio|grants?|office|brand|channel|delivery|implementation|incident|risk|data"
    r"|vendor"
    r"|bid|proposal|loan|property|policy|business development|partner development)"
)
_CRAFTS = one_of(
    "engineer developer scientist researcher designer architect analyst consultant writer technologist"
    " strategist"
    " specialist planner editor economist chemist physicist statistician teacher producer accountant"
    " auditor nurse"
    " underwriter solicitor actuary recruiter investigator officer surveyor practitioner pharmacist therapist"
    " psychologist educator artist animator copywriter tester technician associate"
)
_CRAFT = rf"(?:{_CRAFTS}|(?:product|program|project) manager)"
TRADE = one_of(
    "accountant actuary adjuster administrator advis[eo]r advocate agent ambassador anaesthetist analyst"
    " animator"
    " architect artist assessor associate attorney auditor barista barrister bookkeeper broker buyer"
    " cardiologist"
    " caretaker carer cashier caseworker chef chemist clerk clinician coach consultant controller cook"
    " coordinator"
    " copywriter counsel counsell?or courier curator dentist designer developer dietitian doctor driver"
    " economist"
    " editor electrician engineer estimator executive facilitator fundraiser gardener generalist geologist gp"
    " handler headhunter hygienist illustrator inspector instructor interpreter investigator journalist"
    " lawyer"
    " lecturer librarian machinist marketer mathematician mechanic merchandiser midwife nurse nutritionist"
    " officer"
    " oncologist operative operator optician optometrist organi[sz]er paediatrician paralegal paramedic"
    " pharmacist"
    " photographer physician physicist physiotherapist pilot planner plumber porter practitioner producer"
    " programmer psychiatrist psychologist radiographer radiologist recruiter registrar rep reporter"
    " representative researcher scheduler scientist solicitor sourcer specialist statistician strategist"
    " surgeon"
    " surveyor teacher technician technologist teller tester therapist trader trainer translator tutor"
    " underwriter"
    " vet welder worker writer"
)

SUPPORT = (
    whole(12, "an assistant", SOMEBODYS_OFFICE),
    anywhere(10, "reception", r"first impressions?", "reception"),
    end(
        10,
        "reception",
        r"receptionist|reception|switchboard(?: operator)?"
        r"|front desk(?: (?:clerk|agent|associate|officer|coordinator|assistant))?",
        "reception",
    ),
    end(
        10,
        "an intern or trainee",
        r"intern(?:ship)?|(?:trainee|apprentice)(?: \S+){0,2}|work experience",
    ),
    either(
        10,
        "an intern or trainee",
        r"(?:working|placement|summer) student"
        r"|intern(?!.* (?:manager|coordinator|recruiter|supervisor|lead(?:er)?)$)",
    ),
    end(SPECIALIST, "a specialist", r"physician (?:assistant|associate)"),
    end(SENIOR, "a senior specialist", r"assistant professor"),
    end(36, "a lead specialist", r"associate professor"),
    end(
        HEAD,
        "the head of an authority",
        r"permanent secretary|secretary general|general secretary",
        "executive",
    ),
    end(UNKNOWN, "an officer of the company", r"company secretary", "unclear"),
    end(12, "an assistant", r"assistants?|secretary|pa|ea", "assistant"),
)

SEATS = (
    end(HEAD, "an executive chair", r"executive chair(?:man|woman|person)?", "executive"),
    end(
        BOARD,
        "a seat on the board",
        r"(?:(?:co|vice|deputy) )?chair(?:man|woman|person)?|trustee(?: and .*)?|(?:(?:school|parent|staff)"
        r" )?governor"
        r"|nonexecutive(?: \S+)?|independent (?:nonexecutive )?director|ned|patron|(?:honorary|life)"
        r" president"
        r"|(?:(?:lay|advisory|supervisory) )?board (?:member|observer)(?: and .*)?"
        r"|(?:member of (?:the )?)?(?:(?:advisory|supervisory) )?board|board of \S+"
        r"|member of (?:the )?(?:advisory |supervisory )?board.*",
        "board",
    ),
)

HEADS = (
    end(UNKNOWN, "a guest of the company", r"\S+ in residence", "unclear"),
    end(HEAD, "a chief executive", rf"(?:ceo|chief executive(?: officer)?)(?: {_PLACES})?", "executive"),
    end(PARTNER, "a partner", r"founding partner"),
    either(SPECIALIST, "a specialist", r"founder'?s'? associate"),
    end(HEAD, "a founder", r"founder"),
    end(
        HEAD,
        "an owner",
        r"(?:(?:co|sole|joint|part|majority|(?:small )?business|company|shop|store|cafe|restaurant|salon"
        r"|studio"
        r"|franchise|practice|agency|gallery|farm|hotel|pub|bakery|brewery|bar|gym|clinic|pharmacy|garage"
        r"|principal"
        r"|director|founder) )owner(?: operator)?|proprietor|proprietress|sole trader",
    ),
    whole(HEAD, "an owner", r"owner(?: operator| manager)?(?: of .*)?"),
    end(SENIOR, "a senior specialist", r"senior (?:\S+ )?owner"),
    end(SPECIALIST, "a specialist", r"(?!(?:associate|assistant|deputy) )\S+ owner"),
    either(HEAD, "a managing partner", r"managing partner"),
)

PRESIDENTS = (
    either(80, "an executive vice president", r"(?:senior )?executive vice president"),
    either(75, "a senior vice president", r"senior vice president"),
    either(66, "an assistant vice president", r"(?:assistant|associate|junior) vice president"),
    either(70, "a vice president", r"(?:(?:first|group|regional|area|corporate|global) )*vice president"),
    end(HEAD, "a president", rf"president(?: {_PLACES})?", "executive"),
)

CHIEFS = (
    either(56, "a chief of staff", r"chief of staff"),
    end(DIRECTOR, "a director", r"editor in chief"),
    end(SPECIALIST, "a specialist", r"chief (?:petty|warrant) officer"),
    end(CHIEF, "a chief officer", r"chief (?:\S+ ){0,6}officer|chief nurse", "executive"),
    end(DIRECTOR, "a chief of a profession", rf"chief (?:\S+ )?{_CRAFTS}", "unclear"),
    end(CHIEF, "a chief marketing officer", rf"cmo(?: {_PLACES})?", "executive"),
    end(
        CHIEF,
        "a chief officer",
        rf"(?:cfo|coo|cto|cio|cpo|cso|cco|cdo|chro|ciso|cro|clo|cno|cao|cpto|cbo|cgo)(?: {_PLACES})?",
        "executive",
    ),
    either(54, "an associate general counsel", r"(?:assistant|associate) general counsel"),
    end(CHIEF, "a general counsel", r"general counsel"),
)

PARTNERS = (
    end(SENIOR, "a senior specialist", r"senior (?:\S+ )+partner"),
    end(
        PARTNER,
        "a partner",
        r"(?:general|equity|senior|nonequity|non equity|salaried|named|operating|investment|audit|tax"
        r"|litigation|gp)"
        r" partner",
    ),
    whole(PARTNER, "a partner", r"partner(?: (?:of|at|in|with) .*)?"),
    end(SPECIALIST, "a specialist", r"(?!(?:associate|assistant|deputy) )\S+ partner"),
)

DIRECTORS = (
    either(66, "an executive director", r"executive director", "executive"),
    either(62, "a senior director", r"senior director"),
    either(54, "an associate or deputy director", r"(?:associate|deputy|assistant|vice) director"),
    either(70, "a general manager", r"general manager|gm|country manager"),
    end(
        38,
        "a team leader",
        r"head (?:chef|nurse|coach|gardener|waiter|barista|porter|cook|librarian|caretaker)",
    ),
    either(
        DIRECTOR,
        "a head of department",
        r"heads? of|(?:(?:executive|global|group|department|division|section) )?head(?= (?:of|for) |$)",
    ),
)

WORKERS = (
    either(
        38,
        "a team leader",
        r"(?:team|shift|group|section|crew|line|floor|department|squad) lead(?:er)?|supervisor"
        r"|fore(?:man|woman|person)|charge nurse|(?:(?:ward|nursing) )?sister",
    ),
    end(
        36,
        "a lead specialist",
        rf"(?:lead (?!generation)|principal )(?:\S+ ){{0,4}}?{_CRAFT}|distinguished \S+|group product manager"
        r"|staff (?:\S+ ){0,3}?(?:engineer|developer|scientist|designer|researcher|architect|technologist"
        r"|product manager|program manager)|(?<!generation )lead",
    ),
    end(
        34,
        "one of the founding team",
        rf"founding (?:\S+ ){{0,3}}?(?:{TRADE}|{THINGS} manager|team member|team|member)",
    ),
    end(SENIOR, "a senior specialist", rf"senior (?:\S+ ){{0,3}}?{THINGS} manager"),
    end(SENIOR, "a senior specialist", r"senior scrum master"),
    end(SPECIALIST, "a specialist", rf"{THINGS} manager|scrum master"),
    end(46, "a senior manager", r"senior (?:\S+ ){0,4}?manager"),
    end(
        MANAGER,
        "a manager of people",
        r"manager|matron|managing (?:consultant|editor)|executive (?:chef|producer)",
    ),
    end(MANAGER, "a professor", r"professor"),
    whole(SENIOR, "a senior lawyer", r"of counsel"),
    whole(UNKNOWN, "an adviser", r"advis[eo]r", "unclear"),
    end(SENIOR, "a senior specialist", rf"senior (?:\S+ ){{0,5}}?{TRADE}"),
    end(SPECIALIST, "a specialist", TRADE),
)

# What stands first without “of” counts only where no other rank ends the phrase.
LEADING = (
    either(DIRECTOR, "a director", r"directors?|dean|bursar"),
    either(DIRECTOR, "a head of department", r"head(?! (?:office|quarters|count|hunter))"),
    either(46, "a senior manager", r"senior manager"),
    either(MANAGER, "a manager of people", r"manager"),
    either(36, "a lead specialist", r"lead (?!generation)\S+"),
    either(36, "a principal", r"principal", "unclear"),
    either(SENIOR, "a senior specialist", r"senior \S+"),
)
