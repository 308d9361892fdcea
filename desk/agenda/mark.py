"""Where one candidacy stands, in what a database can put in order."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING

from candidacy.holding import ONE_DAY, holds_until
from candidacy.names import without_accents
from desk.listed import NOTHING, asks, last_on, next_on, soonest
from desk.outlook import PRESSING, anchored
from desk.sections import coming_of, group_of, panels_of, pressing_thanks, waiting_of, when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from candidacy.models import Candidacy
    from desk.outlook import Outlook

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
NEVER = (1 << 62) - 1
LAST_HOUR = 24


@dataclass(frozen=True)
class Mark:
    """One row. Moments are microseconds since 1970, days their ordinals; what there is not is None."""

    candidacy: int
    stage: str
    # What Today shows it under (`desk.today.Group`).
    grp: str
    # The order of pressing candidacies: state, anchor, name.
    place: int
    anchor: int
    name: str
    # Thank-yous to be written now, and the first and the last moment by which they are best written.
    thanks: int
    overdue: int | None
    overdue_last: int | None
    # Whether any thank-you is owed, pressing or not, and whether any was sent.
    owed: bool
    sent: bool
    # When the first panel is due whose thank-yous are asked for.
    panel: int | None
    # The next talk, or the day by which an offer wants its answer.
    coming: int | None
    # The day on which it becomes my move, and the day since which the move is theirs.
    mine_on: int | None
    waits_since: int | None
    # What it asks of me (`desk.listed`), the day by which it stands among those that ask the same, and the
    # days of the last word between us and of the application.
    asks: int
    soonest: int
    last_on: int | None
    applied_on: int | None
    # Whether I owe anybody there a word.
    owes: bool
    # From when and until when all this holds.
    since: int
    until: int

    @property
    def values(self) -> tuple[int | str | None, ...]:
        """In the order of the columns."""
        return _VALUES(self)


COLUMNS = tuple(field.name for field in fields(Mark))
_VALUES = attrgetter(*COLUMNS)


def micros(moment: dt.datetime) -> int:
    """Microseconds since 1970, exactly."""
    return (moment - EPOCH) // dt.timedelta(microseconds=1)


def mark_of(outlook: Outlook, *, owes: bool = False) -> Mark:
    """The row of a candidacy as of its `now`; `owes` says whether I owe anybody there a word."""
    if outlook.standing.state == "closed":
        return closed_mark(outlook.candidacy, outlook.company.name, outlook.now)
    pressing = pressing_thanks(outlook)
    due = [micros(one.overdue_at) for one in pressing]
    panels, ahead, waits = panels_of(outlook), coming_of(outlook), waiting_of(outlook)
    last, applied = last_on(outlook), outlook.candidacy.applied_on
    return Mark(
        candidacy=outlook.candidacy.pk,
        stage=outlook.candidacy.stage,
        grp=group_of(outlook),
        place=PRESSING.index(outlook.standing.state),
        anchor=anchored(outlook),
        name=without_accents(outlook.company.name),
        thanks=len(pressing),
        overdue=min(due, default=None),
        overdue_last=max(due, default=None),
        owed=bool(outlook.owed),
        sent=any(one.sent_at for one in outlook.thanks),
        panel=min((micros(one.due_at) for one in panels), default=None),
        coming=min((micros(when(one)) for one in ahead), default=None),
        mine_on=waits.mine_on.toordinal() if waits else None,
        waits_since=waits.since.toordinal() if waits else None,
        asks=asks(outlook),
        soonest=soonest(outlook).toordinal(),
        last_on=last.toordinal() if last else None,
        applied_on=applied.toordinal() if applied else None,
        owes=owes,
        since=micros(outlook.now),
        until=micros(_until(outlook)),
    )


def _until(outlook: Outlook) -> dt.datetime:
    """As long as the clock’s answer holds, and no longer than the day by which it stands in order."""
    facts, day = outlook.known.facts, next_on(outlook)
    until = holds_until(facts, outlook.standing, outlook.thanks, outlook.now, outlook.rules)
    ahead = [*_reader_changes(outlook)]
    if day is not None and day < dt.date.max:
        ahead.append(dt.datetime.combine(day + ONE_DAY, dt.time.min, facts.zone))
    return min([until, *(one for one in ahead if one > outlook.now)])


def _reader_changes(outlook: Outlook) -> Iterator[dt.datetime]:
    """Where somebody had a letter only days ago, whom to write to depends on the day it would go."""
    calendar, gap = outlook.known.calendar, outlook.rules.same_person_gap
    had = [one.person.last_letter_on for one in outlook.choice.order if one.person.last_letter_on]
    if outlook.mine_on or not any(calendar.add(day, gap) > outlook.today for day in had):
        return
    zone, today = outlook.known.zone, outlook.today
    yield dt.datetime.combine(today + ONE_DAY, dt.time.min, zone)
    # A second later than this a letter goes on the next good day.
    for hour in {outlook.rules.send_until, outlook.rules.friday_until} - {LAST_HOUR}:
        yield dt.datetime.combine(today, dt.time(hour, 0, 1), zone)


def closed_mark(candidacy: Candidacy, company: str, now: dt.datetime) -> Mark:
    """The row of one that is closed, the last closed first: nothing but an edit makes it another."""
    closed, applied = candidacy.closed_on or dt.date.max, candidacy.applied_on
    days = ("panel", "coming", "mine_on", "waits_since", "last_on")
    nothing = dict.fromkeys(("overdue", "overdue_last", *days))
    return Mark(
        candidacy=candidacy.pk,
        stage=candidacy.stage,
        grp="closed",
        place=PRESSING.index("closed"),
        anchor=-closed.toordinal(),
        name=without_accents(company),
        thanks=0,
        owed=False,
        sent=False,
        asks=NOTHING,
        soonest=0,
        applied_on=applied.toordinal() if applied else None,
        owes=False,
        since=micros(now),
        until=NEVER,
        **nothing,
    )
