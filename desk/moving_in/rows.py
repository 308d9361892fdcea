"""What a file of another tracker says, row by row, before anything is compared or stored.

Pure.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

When = dt.date | dt.datetime


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a row out: a code, the field it is about, and what stands there."""

    code: str
    field: str
    value: str = ""


@dataclass(slots=True)
class Somebody:
    """A person at the company of the row."""

    name: str
    title: str = ""
    email: str = ""
    phone: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """One dated line in or out. A day alone has no hour; a moment without a zone is local."""

    when: When
    direction: str
    channel: str = "email"
    text: str = ""


@dataclass(slots=True)
class Meeting:
    """A talk, with whom it was as far as the file says so."""

    starts_at: When
    ends_at: dt.datetime | None = None
    channel: str = "video"
    place: str = ""
    people: list[Somebody] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """One candidacy, or people of a company alone (`only_people`). Empty is what the file does not say.

    `remarks` are facts without a field of their own, as a code and a text; they become lines of the notes.
    """

    number: int
    company: str = ""
    website: str = ""
    role: str = ""
    stage: str = ""
    closed_as: str = ""
    closed_on: dt.date | None = None
    applied_on: dt.date | None = None
    decision_on: dt.date | None = None
    location: str = ""
    posting_url: str = ""
    posting_text: str = ""
    source: str = ""
    pay: str = ""
    files_sent: str = ""
    notes: str = ""
    remarks: list[tuple[str, str]] = field(default_factory=list)
    people: list[Somebody] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    only_people: bool = False


def day_of(when: When) -> dt.date:
    """The day of a day or a moment."""
    return when.date() if isinstance(when, dt.datetime) else when
