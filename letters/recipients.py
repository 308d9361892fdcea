"""Who a letter about silence goes to, and why: the most senior person I interviewed with.

Pure. `now` is aware and in the company's zone; dates are the company's local dates. Talks count once they are
over, with those who were present; people only named do not count.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from candidacy.names import calling
from candidacy.reasons import date_words, listed
from interviews.seniority import OffLine, Rank, rank

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence
    from datetime import datetime

SAME_PERSON_GAP = 5  # business days
_OUTSIDE: dict[OffLine, str] = {
    "hr": gettext_noop("HR and recruiting"),
    "board": gettext_noop("the board"),
    "agency": gettext_noop("the agency"),
    "reception": gettext_noop("reception"),
}


class BusinessDays(Protocol):
    """What is asked of a calendar: the n-th business day after a day."""

    def add(self, day: date, days: int, /) -> date:
        """The n-th business day after the day."""
        ...


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk with one person, planned or held; without an end its length is not known."""

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
    company: str = ""  # an agency recruiter’s agency
    talks: tuple[Talk, ...] = ()
    last_letter_on: date | None = None  # the last letter of mine sent to them
    last_answer_at: datetime | None = None  # their last human line to me

    def held(self, now: datetime) -> list[Talk]:
        """The talks with them that are over by then."""
        return [
            talk
            for talk in self.talks
            if talk.present and not talk.cancelled and (talk.ends_at or talk.starts_at) <= now
        ]


@dataclass(frozen=True, slots=True)
class Ranked:
    """Somebody I talked with: their rank, how long we talked in all, and when we last did."""

    person: Met
    rank: Rank
    talked: timedelta
    last: datetime

    @property
    def hiring(self) -> bool:
        """Whether they are the hiring manager."""
        return self.person.relation == "hiring_manager"

    @property
    def seniority(self) -> tuple[bool, int, bool, timedelta, datetime]:
        """What the order is by: in line, band, hiring manager, longer talk, later talk."""
        return self.rank.in_line, self.rank.level, self.hiring, self.talked, self.last


class Reasons(NamedTuple):
    """Why that person, and who holds the thread, in sentences."""

    why: str
    thread_holder: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Who to write to. Without a reader `write_to` is None, and `why` says why there is none."""

    write_to: Met | None
    # Puts the reasons into words. Most choices are only counted, so it is asked for when one is shown.
    say: Callable[[], Reasons] = field(repr=False, compare=False)
    runner_up: Met | None = None
    route: Met | None = None  # the agency recruiter it goes through
    order: tuple[Ranked, ...] = ()  # everybody I talked with, most senior first, those off line last
    wait_until: date | None = None  # until then everybody in line had a letter too recently

    @property
    def why(self) -> str:
        """Why that person, or why nobody."""
        return self.say().why

    @property
    def thread_holder(self) -> str:
        """A sentence, where somebody less senior answered last; else empty."""
        return self.say().thread_holder


def choose(
    people: Sequence[Met],
    role: str,
    sector: str,
    country: str,
    now: datetime,
    calendar: BusinessDays,
    gap: int = SAME_PERSON_GAP,
    writing_on: date | None = None,
) -> Choice:
    """The most senior person in line of those I have talked with by `now`, the reason and the runner-up.

    `gap` is the least number of business days between two letters to one person, judged on the day the letter
    would go, `writing_on` (today when not given): whoever had one more recently yields to the next.
    """
    order = most_senior_first(people, role, sector, country, now)
    route = _route(people, now)
    line = [one for one in order if one.rank.in_line]
    if not line:
        return Choice(None, partial(_no_reader, people, order, route), route=route, order=order)
    day = writing_on or now.date()
    free_on = {one.person.key: _free_on(one.person, calendar, gap) for one in line}
    free = [one for one in line if free_on[one.person.key] <= day] if gap else line
    first = (free or line)[0]
    second = next((one for one in line if one is not first), None)
    return Choice(
        write_to=first.person,
        say=partial(_the_reader, people, order, line[0], first, second, now),
        runner_up=second.person if second else None,
        route=route,
        order=order,
        wait_until=None if free else min(free_on.values()),
    )


def _no_reader(people: Sequence[Met], order: tuple[Ranked, ...], route: Met | None) -> Reasons:
    return Reasons(_nobody(order, _called(people), route))


def _the_reader(
    people: Sequence[Met],
    order: tuple[Ranked, ...],
    senior: Ranked,
    first: Ranked,
    second: Ranked | None,
    now: datetime,
) -> Reasons:
    names = _called(people)
    why = _yields(senior, first, names) if first is not senior else _reason(first, second, order, names)
    return Reasons(why, _thread_holder(people, first.person, names, now))


def _called(people: Sequence[Met]) -> Mapping[Hashable, str]:
    return calling({one.key: one.name for one in people})


def most_senior_first(
    people: Sequence[Met], role: str, sector: str, country: str, now: datetime
) -> tuple[Ranked, ...]:
    """Everybody I have talked with by `now`, most senior first, those off line last.

    Where nobody is in line but people in HR or recruiting, these are.
    """
    ranked = [
        _ranked(one, rank(one.title, sector, country, one.relation, role, one.own_rank), now)
        for one in people
        if one.held(now)
    ]
    if not any(one.rank.in_line for one in ranked):
        ranked = [_let_in(one) if one.rank.off_line_as == "hr" else one for one in ranked]
    by_name = sorted(ranked, key=lambda one: (one.person.name.casefold(), str(one.person.key)))
    return tuple(sorted(by_name, key=lambda one: one.seniority, reverse=True))


def _ranked(person: Met, standing: Rank, now: datetime) -> Ranked:
    held = person.held(now)
    talked = sum(((talk.ends_at or talk.starts_at) - talk.starts_at for talk in held), timedelta())
    return Ranked(person, standing, talked, max(talk.ends_at or talk.starts_at for talk in held))


def _let_in(one: Ranked) -> Ranked:
    return replace(one, rank=replace(one.rank, in_line=True))


def _free_on(person: Met, calendar: BusinessDays, gap: int) -> date:
    """The first day on which the person may have another letter."""
    return calendar.add(person.last_letter_on, gap) if person.last_letter_on and gap else date.min


def _route(people: Sequence[Met], now: datetime) -> Met | None:
    """The agency recruiter in touch last, whether or not we talked."""
    agents = (one for one in people if one.relation == "agency")
    return max(agents, key=lambda one: _in_touch_last(one, now), default=None)


def _in_touch_last(one: Met, now: datetime) -> float:
    """When we last talked or they last answered, as a timestamp; 0 where neither was."""
    ends = [talk.ends_at or talk.starts_at for talk in one.held(now)]
    answers = [one.last_answer_at] if one.last_answer_at and one.last_answer_at <= now else []
    return max((moment.timestamp() for moment in [*ends, *answers]), default=0.0)


def _nobody(order: tuple[Ranked, ...], names: Mapping[Hashable, str], route: Met | None) -> str:
    if not order:
        return _("You have not talked with anybody yet.")
    met = _listed([names[one.person.key] for one in order])
    if route and all(one.person.relation == "agency" for one in order):
        return _("You have only talked with %(names)s, who can pass a word on.") % {"names": met}
    words = _("You have only talked with %(names)s, off the line: add somebody you met, or change the order.")
    return words % {"names": met}


def _reason(
    first: Ranked, second: Ranked | None, order: tuple[Ranked, ...], names: Mapping[Hashable, str]
) -> str:
    """Why the first goes before the second."""
    name = names[first.person.key]
    if first.rank.off_line_as == "hr":
        return _only_hr(name, order)
    if second is None:
        return _alone(name, {one.rank.off_line_as for one in order if one is not first})
    other = names[second.person.key]
    if first.rank.level != second.rank.level:
        return _by_band(name, other, first.rank, second.rank)
    return _among_equals(name, other, first, second)


def _alone(name: str, off_line: set[OffLine]) -> str:
    """Why there is no runner-up; `off_line` says what keeps the others off the line."""
    outside = {_OUTSIDE.get(one, "") for one in off_line}
    if outside in (set(), {""}) or len(outside) > 1:
        words = _("%(name)s is the only person that you talked with.")
        if off_line:
            words = _("%(name)s is the only person in line that you talked with.")
        return words % {"name": name}
    words = _("%(name)s is the only person you talked with outside %(group)s.")
    return words % {"name": name, "group": _(outside.pop())}


def _only_hr(name: str, order: tuple[Ranked, ...]) -> str:
    if all(one.rank.off_line_as in ("hr", "agency") for one in order):
        return _("You have met nobody outside HR and recruiting yet, so %(name)s.") % {"name": name}
    words = _("Nobody outside HR and recruiting that you talked with is in line, so %(name)s.")
    return words % {"name": name}


def _by_band(name: str, other: str, higher: Rank, lower: Rank) -> str:
    words = {"name": name, "other": other, "higher": higher.band, "lower": lower.band}
    if higher.own:
        told = _("%(name)s comes first in the order you set.")
    elif lower.own:
        told = _("%(name)s comes first: you set %(other)s lower.")
    elif lower.ask:
        told = _("%(name)s is the most senior you talked with, as far as the titles say.")
    else:
        told = _("%(name)s is the most senior you talked with: %(higher)s comes before %(lower)s.")
    return told % words


def _among_equals(name: str, other: str, first: Ranked, second: Ranked) -> str:
    """Why the first of two of one band: the hiring manager, the longer talk, the later talk."""
    alike = _("%(name)s and %(other)s rank alike")
    if first.rank.ask and second.rank.ask:
        alike = _("The titles do not say whether %(name)s or %(other)s is more senior")
    if first.hiring != second.hiring:
        told = _("%(alike)s, and %(name)s is the hiring manager.")
    elif first.talked != second.talked:
        told = _("%(alike)s, and you talked longer with %(name)s.")
    elif first.last != second.last:
        told = _("%(alike)s, and you talked with %(name)s last.")
    else:
        told = _("%(alike)s: either is right.")
    return told % {"alike": alike % {"name": name, "other": other}, "name": name}


def _yields(senior: Ranked, first: Ranked, names: Mapping[Hashable, str]) -> str:
    """Why the runner-up is named: whoever comes first had a letter only days before."""
    day = senior.person.last_letter_on
    name, other = names[senior.person.key], names[first.person.key]
    by_title = senior.rank.level > first.rank.level and not (senior.rank.own or first.rank.own)
    words = {"name": name, "other": other, "day": date_words(day, day) if day else ""}
    if by_title:
        told = _("%(name)s is more senior but had a letter of yours, so %(other)s first.")
        if day:
            told = _("%(name)s is more senior but had a letter of yours on %(day)s, so %(other)s first.")
    else:
        told = _("%(name)s would come first but had a letter of yours, so %(other)s first.")
        if day:
            told = _("%(name)s would come first but had a letter of yours on %(day)s, so %(other)s first.")
    return told % words


def _thread_holder(people: Sequence[Met], reader: Met, names: Mapping[Hashable, str], now: datetime) -> str:
    """Who answered last, where that is not the reader: the letter may go out in their thread."""
    answered = [
        (one.last_answer_at, one) for one in people if one.last_answer_at and one.last_answer_at <= now
    ]
    if not answered:
        return ""
    holder = max(answered, key=lambda pair: pair[0])[1]
    if holder.key == reader.key or holder.relation == "agency":
        return ""
    return _("%(name)s answered last and holds the thread.") % {"name": names[holder.key]}


def _listed(names: list[str]) -> str:
    return listed(names)
