"""The outer form of a letter: salutation, sign-off, subject, and how a talk and its day are named."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from letters.drafting.lists import word_set
from letters.drafting.tidying import capital
from letters.drafting.words import DAYS, MONTHS, NUMBERS

if TYPE_CHECKING:
    from letters.material import EarlierLetter, Material, Person, TalkText

_TITLES = word_set(
    """
    dr prof professor mr mrs ms miss mx rev reverend father sister captain judge justice lord lady
    baroness rabbi imam herr frau dott ing dame sir councillor cllr canon bishop colonel major ambassador
    revd capt col maj lt sgt gen cmdr hon cpt fr alderman coach commander chief pastor deacon brother
    sergeant lieutenant general admiral commissioner superintendent inspector constable nurse matron
    provost
    senator monsieur madame mme señor señora signor signora mevrouw meneer maître
    """
)
# Stands before the first name: "Don Ignacio".
_BEFORE_FIRST = word_set("don doña dona dom")
# Nicknames that are no name by themselves: "Big Steve Papadakis".
_NO_NAMES = word_set("big little old young wee tall uncle auntie aunt")
# Honours before a title say nothing to address somebody by: "The Very Revd Jonathan Amory".
_HONOURS = word_set("the very most rt right hon honourable")
_SUFFIXES = word_set("phd md jr sr ii iii iv obe mbe cbe frcs mba dphil esq qc kc")
# Family names that stand first where the given name stands last.
_FAMILY_FIRST = word_set("Nguyễn Nguyen Trần Tran Lê Phạm Pham Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Ngô Dương")
_PARTICLES = word_set(
    """
    van von der den de di da del della dos du la le bin ibn al el ter ten zu af av mac
    ní nic ó uí mhic
    """
)


def _parts(name: str) -> list[str]:
    plain = re.sub(r"[(“\"].*?[)”\"]", " ", name.split(",", maxsplit=1)[0] if name.count(",") else name)
    parts = [part for part in plain.split() if part.lower().strip(".") not in _SUFFIXES]
    while len(parts) > 2 and parts[0].lower().strip(".") in _HONOURS:
        parts = parts[1:]
    return parts


def _title(parts: list[str]) -> str:
    return parts[0] if len(parts) > 1 and parts[0].lower().strip(".") in _TITLES else ""


def _surname(parts: list[str]) -> str:
    at = next((at for at, part in enumerate(parts) if at and part.lower() in _PARTICLES), len(parts) - 1)
    return " ".join(parts[at:])


def addressed(person: Person) -> str:
    """How the salutation names somebody: the first name, or title and surname where there is a title."""
    inverted = re.match(r"^\s*(?P<last>[^,]+),\s*(?P<first>[^,]+)$", person.name)
    if inverted and inverted["first"].split()[0].lower().strip(".") not in _SUFFIXES:
        return inverted["first"].split()[0]
    called = re.search(r"[(“\"](?P<nick>[^)”\"]+)[)”\"]", person.name)
    parts = _parts(person.name)
    title = _title(parts)
    if title:
        kept = parts[1] if title.lower().strip(".") in ("sir", "dame") else _surname(parts[1:])
        return f"{title} {kept}"
    if called:
        return called["nick"]
    while len(parts) > 2 and parts[0].lower() in _NO_NAMES:
        parts = parts[1:]
    if len(parts) > 2 and parts[0].lower() in _BEFORE_FIRST:
        return " ".join(parts[:2])
    if len(parts) < 2 or (not parts[0][:1].isascii() and not parts[0][:1].isalpha()):
        only = " ".join(parts) or person.name
        return only.capitalize() if only.islower() and only.isascii() else only
    if parts[0] in _FAMILY_FIRST and len(parts) > 2:
        return parts[-1]
    first = parts[0]
    shortened = len(first.strip(".")) == 1 or not re.match(r"^[\w’'-]+$", first)
    if shortened or ord(max(first)) > 0x2E80:
        return " ".join(parts)
    if first.isupper() and len(first) > 2 and not parts[-1].isupper():
        return parts[-1]
    return first.capitalize() if (person.name.isupper() or first.islower()) and first.isalpha() else first


def salutation(person: Person, letters: tuple[EarlierLetter, ...]) -> str:
    """As in the last letter to that person, else *Dear* and the name."""
    for letter in reversed(letters):
        line = letter.body.strip().split("\n")[0].strip()
        if (
            letter.to == person.key
            and re.match(r"^(?:Dear|Hi|Hello)\s+\S.{0,60},$", line)
            and addressed(person) in line
        ):
            return line
    return f"Dear {addressed(person)},"


def signature(material: Material) -> str:
    """Sign-off and name: the first name where the salutation has one too."""
    formal = bool(_title(_parts(material.reader.name)))
    name = material.sender if formal or not material.sender else material.sender.split()[0]
    return f"{material.sign_off.rstrip(', ') or 'Kind regards'},\n{name}".rstrip()


def on_day(day: date, today: date) -> str:
    """*today*, *yesterday*, *on Tuesday*, or *on 25 August* once a week has gone by."""
    ago = (today - day).days
    if ago == 0:
        return "today"
    if ago == 1:
        return "yesterday"
    return f"on {DAYS[day.weekday()]}" if 0 < ago < 7 else f"on {plain_date(day, today)}"


def plain_date(day: date, today: date) -> str:
    """*25 August*, with the year only where it is another one."""
    year = "" if abs((today - day).days) < 300 else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def length(minutes: int | None) -> str:
    """*the hour*, *the half hour*, *the forty-five minutes*: how long we talked, in words."""
    if not minutes or minutes < 5:
        return "our talk"
    named = {
        15: "the quarter of an hour",
        30: "the half hour",
        60: "the hour",
        90: "the hour and a half",
        120: "the two hours",
    }
    if minutes in named:
        return named[minutes]
    if minutes < 60:
        if minutes % 5:
            return length(minutes // 5 * 5 if minutes % 5 < 3 else minutes // 5 * 5 + 5)
        return f"the {_number(minutes)} minutes"
    if minutes < 90:
        return "the hour and more" if minutes > 62 else "the hour"
    if minutes < 240:
        return "the two hours" if 110 <= minutes <= 130 else "the long talk"
    return "the day"


def _number(number: int) -> str:
    if number <= 12:
        return NUMBERS[number]
    small = {
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
    }
    if number in small:
        return small[number]
    tens = {2: "twenty", 3: "thirty", 4: "forty", 5: "fifty"}[number // 10]
    return tens + (f"-{NUMBERS[number % 10]}" if number % 10 else "")


def last_talk(talks: tuple[TalkText, ...], now: datetime) -> TalkText | None:
    """The latest talk that is over."""
    held = [talk for talk in talks if talk.starts <= now + timedelta(minutes=1)]
    return held[-1] if held else None


def fits(subject: str) -> bool:
    """Whether a subject has at most 60 characters and 9 words."""
    return 0 < len(subject) <= 60 and len(subject.split()) <= 9


def first_fitting(*subjects: str) -> str:
    """The first of these that is short enough, as a subject is written."""
    return next((capital(subject) for subject in subjects if fits(subject)), "Thank you")
