"""What a text is about, as terms that survive rewording: stems, numbers as digits, words of one meaning.

Pure. Names and numbers stay exact; everything else may be said in another form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from letters.anatomy import words_of
from letters.drafting.lists import word_set
from letters.drafting.verbs import base_of

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
_NUMBER = {word: at for at, word in enumerate(_UNITS)} | _TENS
_ORDINAL = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
# Said with one word or another: each line is one meaning, under its first word.
_ALIKE = """
apologize apology sorry | photo photograph picture image snapshot | lorry truck trailer hgv | fall drop
decline shrink sink | rise climb grow increase | dispute argument quarrel | outgoing departing | trial
pilot test experiment | door gate bay | shift-change handover | fix remedy repair | paperwork form admin
bureaucracy | manager boss | supervisor foreman lead | customer client buyer shopper | staff employee
worker colleague people | illness sickness | absence absenteeism | begin start | finish complete end | buy
purchase | price cost | phone telephone | call ring | e-mail email mail | error mistake slip fault | late
delay | quick fast rapid | slow sluggish | worry concern fear | question query | figure number | wage pay
salary | big large | small little tiny | job role post position | learn hear discover | quit resign | hire
recruit | fire dismiss | shop store outlet | hospital clinic | pupil student | holiday vacation | autumn
fall-season | flat apartment | shipment delivery consignment | broken damaged damage | goods stock
inventory | warehouse depot | merge merger takeover acquisition acquire | certificate certification
diploma certified | course training class | board directors | month-end | rival competitor | money cash
funds | fund funding | house housing | doctor physician clinician | nurse nursing | office bureau | bill
invoice | budget | deadline due-date | meeting meet | reply answer respond response | cut slash reduce |
rota roster schedule timetable | spreadsheet excel | complaint complain | refund reimburse | trust
confidence | proud pride | sceptical skeptical doubtful | licence license permit | programme program
scheme | half halve | double twice | regulator watchdog | cab cabin | tablet ipad | driver chauffeur |
staffing | supplier vendor | child kid | garden allotment
"""
_ONE_MEANING = {
    word: group.split()[0] for group in _ALIKE.split("|") if group.strip() for word in group.split()
}
# Words that carry no meaning of their own.
_EMPTY = word_set(
    """
    the a an and or of to in on at for with by from into onto out up over off down is are was were am be
    been being it its they them their theirs that this these those there here who whom whose which what how
    when where why not no nor i me my mine myself you your yours yourself we us our ours he him his she her
    hers as if so than then too also both either each every all any some such same other another will would
    could can may might shall should must have has had having do does did done doing just still about after
    before again once very more most much many few less least only even ever never always often maybe
    perhaps though although while whilst because since until unless through during between within without
    upon per via against among toward towards around across along behind beyond near like yet however let's
    it's that's i'm i've i'd i'll you're you've you'd you'll they're they've we're we've he's she's don't
    doesn't didn't isn't aren't wasn't weren't won't wouldn't can't cannot couldn't shouldn't haven't hasn't
    hadn't there's what's who's a.m p.m am pm e.g i.e etc said say says tell told tells ask asked asks
    mention mentioned explain explained describe described wonder wondered note noted know knows knew known
    hear heard whether really quite rather almost nearly
    """
)
# Words that every letter and every workplace has: they tell little of what a note is about.
_COMMON = word_set(
    """
    time day week month year hour minute today tomorrow yesterday morning afternoon evening
    team people person staff company role job work thing things way part lot bit kind sort
    make get go come take give put use need want like see look find keep let try seem feel think believe
    good great bad new old big small long short high low last next early late right well better best
    first one two 1 2 start begin end help show talk speak conversation interview meeting meet thank
    thanks letter interest idea question answer point problem challenge change plan
    experience able sure own set run turn bring call move hope enjoy love happy glad read write send
    everyone everybody nobody somebody someone everything nothing something anything anyone
    place side area number different real whole main important possible able twice double half
    """
)
_NOT_STEMMED = word_set(
    "news this his us business process access always less series species status bus gas plus"
)


@dataclass(frozen=True, slots=True)
class Term:
    """One telling word: its stem, what it weighs, and where it stands."""

    stem: str
    weight: float
    start: int
    end: int


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """What all forms of a word share: its verb, else the word without its ending."""
    low = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'").strip(".-")
    base = base_of(low) or _plain(low)
    base = _british(base)
    return _ONE_MEANING.get(low) or _ONE_MEANING.get(base) or base


def _british(word: str) -> str:
    word = re.sub(r"is(e|ation|ing|ed)$", r"iz\1", word) if len(word) > 6 else word
    return re.sub(r"our$", "or", word) if len(word) > 5 else word


def _plain(low: str) -> str:
    """The word without plural or derivation, roughly."""
    if low in _NOT_STEMMED or len(low) < 4 or not low.isalpha():
        return low
    for ending, instead in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            cut = low[: len(low) - len(ending)] + instead
            if ending in ("ing", "ed", "er") and len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lsz":
                cut = cut[:-1]
            return base_of(cut) or base_of(cut + "e") or cut
    return low


_ENDINGS = (
    ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ing", ""), ("ied", "y"),
    ("ed", ""), ("ly", ""), ("ment", ""), ("ments", ""), ("ness", ""), ("ss", "ss"), ("us", "us"),
    ("is", "is"), ("ers", ""), ("es", "e"), ("s", ""), ("er", ""),
)  # fmt: skip


def _number(low: str) -> str:
    """A number word as digits; thousands without their comma."""
    if low in _NUMBER:
        return str(_NUMBER[low])
    if low in _ORDINAL:
        return str(_ORDINAL[low])
    digits = re.fullmatch(r"(\d[\d,.]*?)(?:st|nd|rd|th|k|m|%)?", low)
    return digits.group(1).replace(",", "") if digits else ""


@lru_cache(maxsize=2048)
def terms(text: str) -> tuple[Term, ...]:
    """The telling words of a text, in order."""
    found: list[Term] = []
    for word, start, end in words_of(text):
        for part, a, b in _parts(word, start, end):
            found += _term(part, a, b)
    return tuple(_counted(found))


def _parts(word: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """*two-week* is two words; *e-mail* is one."""
    if "-" not in word or word.lower().startswith(("e-", "co-", "re-")):
        return [(word, start, end)]
    parts, at = [], start
    for piece in word.split("-"):
        if piece:
            parts.append((piece, at, at + len(piece)))
        at += len(piece) + 1
    return parts if all(part[2] <= end for part in parts) else [(word, start, end)]


def _term(word: str, start: int, end: int) -> list[Term]:
    low = word.lower().replace("’", "'").strip(".")
    number = _number(low)
    if number:
        return [Term(number, 0.25 if number in ("1", "2") else 0.8, start, end)]
    if low in _EMPTY or low.removesuffix("'s") in _EMPTY:
        return []
    if low in _SPELT:
        return [Term(one, 0.8, start, end) for one in _SPELT[low]]
    base = stem(low)
    if base in _EMPTY:
        return []
    common = low in _COMMON or base in _COMMON
    return [Term(base, 0.3 if common else 1.0, start, end)]


_SPELT = {"fortnight": ("2", "week"), "pair": ("2",), "couple": ("2",), "dozen": ("12",), "both": ("2",)}


def _counted(found: list[Term]) -> list[Term]:
    """*twenty* *four* is one number."""
    joined: list[Term] = []
    for term in found:
        last = joined[-1] if joined else None
        tens = last and last.stem in ("20", "30", "40", "50", "60", "70", "80", "90")
        if last and tens and term.stem.isdigit() and len(term.stem) == 1 and term.start - last.end <= 1:
            joined[-1] = Term(str(int(last.stem) + int(term.stem)), 0.8, last.start, term.end)
        else:
            joined.append(term)
    return joined
