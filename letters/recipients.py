"""Who a letter about silence goes to, and why: the most senior person I interviewed with.

Pure. `now` is aware and in the company's zone; dates are the company's local dates.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from interviews.seniority import Rank, rank

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from datetime import date, datetime

SAME_PERSON_GAP = 5  # business days


class BusinessDays(Protocol):
    """What is asked of a calendar: the n-th business day after a day."""

    def add(self, day: date, days: int, /) -> date: ...


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk with one person."""

    starts_at: datetime
    ends_at: datetime | None = None
    cancelled: bool = False
    present: bool = True


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody of the candidacy, with every talk planned or held with them; an opaque key says who."""

    key: Hashable
    name: str
    title: str = ""
    relation: str = ""
    own_rank: int | None = None
    company: str = ""  # an agency recruiter's agency, or the company
    talks: tuple[Talk, ...] = ()
    last_letter_on: date | None = None  # the last letter of mine sent to them
    last_answer_at: datetime | None = None  # their last human line to me


@dataclass(frozen=True, slots=True)
class Ranked:
    """Somebody I met, with their rank."""

    person: Met
    rank: Rank


@dataclass(frozen=True, slots=True)
class Choice:
    """Who to write to. Without a reader `write_to` is None and `why` says why not."""

    write_to: Met | None
    why: str
    runner_up: Met | None = None
    route: Met | None = None  # the agency recruiter it goes through
    thread_holder: str = ""  # a sentence, where somebody less senior answered last
    order: tuple[Ranked, ...] = field(default=())  # everybody met, most senior first, those off line last
    wait_until: date | None = None  # nobody in line may get another letter before


def choose(
    people: Sequence[Met],
    role: str,
    sector: str,
    country: str,
    now: datetime,  # noqa: ARG001
    calendar: BusinessDays,  # noqa: ARG001
    gap: int = SAME_PERSON_GAP,  # noqa: ARG001
    writing_on: date | None = None,  # noqa: ARG001
) -> Choice:
    """The most senior person in line of those I have talked with by `now`, the reason and the runner-up.

    `gap` is the least number of business days between two letters to one person; it is judged on the day the
    letter would go, `writing_on` (today when not given): who was written to more recently yields to the next.
    """
    ranked = [
        Ranked(one, rank(one.title, sector, country, one.relation, role, one.own_rank)) for one in people
    ]
    return Choice(None, "You have not talked with anybody yet.", order=tuple(ranked))
