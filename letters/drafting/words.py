"""Closed word lists of English that the drafting reads notes with, and the cutting of a text into words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from letters.drafting.lists import word_set

AUXILIARIES = word_set(
    """
    is are was were am has have had do does did can could will would shall should must may might cannot
    isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't won't wouldn't
    shouldn't mustn't needn't ain't 'd
    """
)
MODALS = word_set(
    """
    can could will would shall should must may might cannot can't couldn't won't wouldn't shouldn't
    mustn't do does did don't doesn't didn't
    """
)
BE = word_set("is are was were am be been being isn't aren't wasn't weren't")
HAVE = word_set("has have had having hasn't haven't hadn't")
DETERMINERS = word_set(
    """
    a an the this that these those each every some any no all both half either neither another such my
    your his her its our their whose many few fewer several more most much less enough what which
    """
)
NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
NUMERALS = word_set(
    """
    one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty
    sixty seventy eighty ninety hundred thousand million dozen first second third
    """
)
ORDINALS = {
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth",
    "6th": "sixth", "7th": "seventh", "8th": "eighth", "9th": "ninth", "10th": "tenth",
}  # fmt: skip
PREPOSITIONS = word_set(
    """
    about above across after against along among around as at before behind below beneath beside between
    beyond by despite down during except for from in inside into like near of off on onto out outside
    over past per round since than through throughout till toward towards under until up upon via with
    within without
    """
)
RELATIVES = word_set("who whom whose which that")
SUBORDINATORS = word_set(
    """
    because when whenever where wherever while whilst if unless until although though whether how why
    what whoever whatever once so lest
    """
)
CONJUNCTIONS = word_set("and or but nor yet then so plus")
SUBJECTS = word_set(
    """
    i we you they he she it nobody everybody somebody anybody everyone someone anyone there nothing
    everything no-one
    """
)
PLURAL_SUBJECTS = word_set(
    """
    they we you i people staff customers police children men women many few some most both others media
    data half all two three four five six seven eight nine ten none several clients folk colleagues crew
    team management parents nurses
    """
)
ADVERBS = word_set(
    """
    still also never always often really only just already now not clearly quietly usually sometimes
    rarely seldom hardly barely almost nearly actually currently mostly mainly simply probably certainly
    apparently recently finally eventually once twice again soon later then even ever too very quite
    rather maybe perhaps everywhere somehow secretly openly privately personally generally typically
    constantly regularly basically literally deeply badly truly genuinely especially first both all each
    """
)
TIME_WORDS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december spring summer autumn winter christmas easter today
    tomorrow tonight yesterday week month year quarter morning afternoon evening weekend night q1 q2 q3
    q4 fall
    """
)
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
FUTURE_WORDS = word_set("next upcoming coming soon tomorrow 2027 2028 2029 2030")

# People who might be the "he" or "she" of a note: with one of them in it a pronoun may not be the reader.
PERSON_NOUNS = word_set(
    """
    boss predecessor colleague manager director chief ceo cfo coo cto chair chairman chairwoman head lead
    leader assistant deputy secretary engineer nurse doctor sister matron consultant partner wife husband
    daughter son mother father brother friend customer client patient driver planner supervisor buyer
    seller founder cofounder co-founder teacher pupil student apprentice intern analyst accountant lawyer
    auditor regulator minister mayor neighbour neighbor man woman guy girl boy somebody someone person
    owner investor trainer coach mentor dog cat kid kids child baby grandmother grandfather aunt uncle
    cousin associate officer member resident tenant parent grower picker baker handler agent technician
    adjuster clerk cashier carer governor trustee guard chef waiter courier surveyor porter warden visitor
    guest crew staff team nurse volunteer worker colleague employee user applicant candidate freelancer
    """
)
# Nouns that need no article in the singular, so a bare one at the start of a note may stand.
MASS_NOUNS = word_set(
    """
    churn turnover morale stock attendance feedback training mentoring coaching software access time work
    support clarity ownership data research money cash traffic paper paperwork information knowledge trust
    quality safety compliance recruitment retention onboarding finance marketing demand capacity absence
    sickness overtime waste progress equipment staff staffing management hr it procurement payroll audit
    housing transport freight engineering production maintenance security privacy growth revenue income
    pressure confusion noise fear documentation communication coordination admin administration reporting
    forecasting planning scheduling everything nothing everyone nobody people nobody somebody something
    anything quarter-end month-end year-end rework downtime energy water air heat coffee tea music chess
    football cricket tennis running cycling rain technology content code help advice experience evidence
    scrap leave sales logistics operations politics transparency accountability funding spending pricing
    billing invoicing budgeting literacy maths english cooperation resistance fatigue burnout silence
    parking handover friction footfall fuel flour bread diesel gas oil meat milk fish sugar wheat plastic
    steel wood paint glass concrete power electricity heating weather snow frost ice sand mud food alcohol
    wine beer medication medicine blood linen payment handover hygiene nutrition sleep health wellbeing
    behaviour truancy bullying vandalism crime litter graffiti damp mould wifi broadband bandwidth latency
    uptime shrinkage spoilage breakage theft fraud debt credit inflation tax vat rent cashflow liquidity
    crunch hardware firmware grain timber cement cotton leather legislation honesty patience loyalty
    safety poverty certainty luck fun homework equity parity
    """
)
# Singular nouns of a workplace: bare at the start of a note, they take "the".
COUNT_NOUNS = word_set(
    """
    board team dashboard database website app system ward warehouse depot site office department budget
    rota roster spreadsheet report backlog pipeline schedule contract supplier vendor regulator auditor
    council trust school clinic hospital factory plant line shop store kitchen lab help-desk helpdesk
    desk queue inbox intranet platform product roadmap process policy form survey newsletter catalogue
    archive register ledger model tool bot printer server network migration merger reorganisation reorg
    rollout launch deadline project programme charity committee union landlord fleet van lorry truck
    portal checkout crm erp ceo cfo coo cto headteacher timetable handbook manual checklist template log
    file folder plan strategy restructure audit review manager director supervisor engineer planner
    driver nurse teacher consultant predecessor boss owner founder client customer patient pupil student
    member donor volunteer buyer market building roof lift boiler integration interface feed invoice
    payroll-run close forecast estimate figure number score target gap bottleneck problem issue
    challenge worry reason
    """
)
# What a reader has, so that a bare one becomes "your".
RELATIONAL_NOUNS = word_set("team department board budget backlog rota roster inbox desk boss predecessor")
ADJECTIVES = word_set(
    """
    proud scared tired afraid keen happy unhappy worried stuck short fond sceptical skeptical wary sure
    unsure certain frustrated curious nervous anxious glad angry sad ready willing eager reluctant excited
    convinced aware unaware responsible understaffed overwhelmed overloaded drowning dependent reliant
    fed busy free new open swamped burnt burned sick impressed pleased annoyed bored allergic late
    behind desperate passionate interested determined relieved surprised embarrassed torn blind used
    """
)
_ABSTRACT = ("ness", "ity", "ism", "ance", "ence", "ship", "hood", "dom", "ology", "ing", "age")

_CONTRACTED = {
    "i've": "I have", "i'm": "I am", "i'll": "I will", "you've": "you have", "you're": "you are",
    "you'll": "you will", "we've": "we have", "we're": "we are", "we'll": "we will", "they've": "they have",
    "they're": "they are", "they'll": "they will", "don't": "do not", "doesn't": "does not",
    "didn't": "did not", "isn't": "is not", "aren't": "are not", "wasn't": "was not", "weren't": "were not",
    "can't": "cannot", "couldn't": "could not", "won't": "will not", "wouldn't": "would not",
    "haven't": "have not", "hasn't": "has not", "hadn't": "had not", "shouldn't": "should not",
    "it's": "it is", "that's": "that is", "there's": "there is", "what's": "what is", "how's": "how is",
    "where's": "where is", "who's": "who is",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text with the marks around it."""

    core: str
    before: str = ""
    after: str = ""

    @property
    def low(self) -> str:
        """In lower case, with plain apostrophes."""
        return self.core.lower().replace("’", "'")

    def __str__(self) -> str:
        return self.before + self.core + self.after

    def with_core(self, core: str) -> Word:
        """The same place in the text, another word."""
        return replace(self, core=core)


_WORD = re.compile(r"^([^\w£$€]*)(.*?)([^\w%]*)$", re.DOTALL)


def cut(text: str) -> list[Word]:
    """The words of a text."""
    words = []
    for piece in text.split():
        match = _WORD.match(piece)
        before, core, after = match.groups() if match else ("", piece, "")
        words.append(Word(core, before, after) if core else Word(piece))
    return words


def join(words: list[Word]) -> str:
    """The text of words."""
    return " ".join(str(word) for word in words if str(word))


def full(text: str) -> str:
    """Contractions written out, as a letter has them; *I'd* by what follows is left to the grammar."""

    def spell(match: re.Match[str]) -> str:
        found = _CONTRACTED[match.group(0).lower().replace("’", "'")]
        return found[0].upper() + found[1:] if match.group(0)[0].isupper() else found

    pattern = "|".join(re.escape(key).replace("'", "['’]") for key in _CONTRACTED)
    return re.sub(rf"(?<![\w'’])(?:{pattern})(?![\w'’])", spell, text, flags=re.IGNORECASE)


def plural(word: str) -> bool:
    """Whether a noun looks like a plural."""
    low = word.lower()
    if low in (
        "people",
        "staff",
        "children",
        "men",
        "women",
        "police",
        "media",
        "data",
        "mice",
        "teeth",
        "feet",
    ):
        return True
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "news"))


def countable(noun: str) -> bool:
    """Whether a bare singular noun asks for an article, as far as its form tells."""
    low = noun.lower()
    return not (
        plural(low) or low in MASS_NOUNS or low.endswith(_ABSTRACT) or (not low.isalpha() and "-" not in low)
    )


def article(phrase: str) -> str:
    """*a* or *an*, by the sound of the first word."""
    first = phrase.split(maxsplit=1)[0].lower() if phrase.split() else ""
    initials = re.match(r"[A-Z]{2,5}(?![a-z])", phrase)
    # Spoken by letters: "an NHBC rating"; longer ones with a vowel are read as words: "a NASA test"
    if initials and (len(initials[0]) < 4 or not re.search(r"[AEIO]", initials[0])):
        return "an" if initials[0][0] in "AEFHILMNORSX" else "a"
    if re.match(r"(?:uni|uka|use|usu|eu|one|ubi)", first):
        return "a"
    return "an" if re.match(r"(?:[aeiou]|hour|honest|heir|8|11\b|18\b)", first) else "a"
