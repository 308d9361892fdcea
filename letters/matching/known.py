"""What is recorded, as far as mail can be about it. Keys are opaque: those of the record.

Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

AddDays = Callable[["dt.date", int], "dt.date"]


@dataclass(frozen=True, slots=True)
class Company:
    """A company, or an agency, with the mail domains that are its own."""

    key: str
    name: str
    domains: frozenset[str] = frozenset()
    agency: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known. `concerned` are the candidacies they had a part in: a talk, a line, a letter."""

    key: str
    name: str
    company: str
    emails: frozenset[str] = frozenset()
    concerned: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidacy:
    """One role at one company, from the application to its end."""

    key: str
    company: str
    role: str = ""
    applied_on: dt.date | None = None
    closed_on: dt.date | None = None
    closed: bool = False
    # The numbers by which the posting calls itself, such as NPL-22.
    numbers: frozenset[str] = frozenset()
    # Counts working days in the company's calendar; without it five of them are a week.
    add_days: AddDays | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that was sent. `carrier` is the person whose mailbox it went to, `reader` whom it is for."""

    key: str
    candidacy: str
    carrier: str
    reader: str = ""
    subject: str = ""
    message_id: str = ""
    sent_at: dt.datetime | None = None


@dataclass(frozen=True)
class Known:
    """All of it, with my own addresses and the threads of messages that were placed before."""

    me: frozenset[str] = frozenset()
    companies: Mapping[str, Company] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    candidacies: Mapping[str, Candidacy] = field(default_factory=dict)
    letters: tuple[Letter, ...] = ()
    # The candidacy of each message placed before, by its Message-ID.
    threads: Mapping[str, str] = field(default_factory=dict)

    def company_of(self, candidacy: str) -> Company:
        """The company of a candidacy."""
        return self.companies[self.candidacies[candidacy].company]

    def at(self, company: str) -> list[Candidacy]:
        """The candidacies at a company."""
        return [one for one in self.candidacies.values() if one.company == company]

    def with_address(self, email: str) -> list[Person]:
        """Whoever has that address."""
        return [one for one in self.people.values() if email in one.emails] if email else []
