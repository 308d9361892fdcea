"""Where one candidacy stands, in what a database can put in order."""

from __future__ import annotations

import datetime as dt
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING

from candidacy.holding import holds_until
from desk.outlook import PRESSING, anchored
from desk.sections import coming_of, group_of, panels_of, pressing_thanks, waiting_of, when

if TYPE_CHECKING:
    from desk.outlook import Outlook

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
NEVER = (1 << 62) - 1


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
    # From when and until when all this holds.
    since: int
    until: int

    @property
    def values(self) -> tuple[int | str | None, ...]:
        """In the order of the columns."""
        return astuple(self)


COLUMNS = tuple(field.name for field in fields(Mark))


def micros(moment: dt.datetime) -> int:
    """Microseconds since 1970, exactly."""
    return (moment - EPOCH) // dt.timedelta(microseconds=1)


def mark_of(outlook: Outlook) -> Mark:
    """The row of a candidacy as of its `now`."""
    if outlook.standing.state == "closed":
        return closed_mark(outlook.candidacy.pk, outlook.candidacy.stage, outlook.now)
    pressing = pressing_thanks(outlook)
    due = [micros(one.overdue_at) for one in pressing]
    panels, ahead, waits = panels_of(outlook), coming_of(outlook), waiting_of(outlook)
    known = outlook.known
    until = holds_until(known.facts, outlook.standing, outlook.thanks, outlook.now, outlook.rules)
    return Mark(
        candidacy=outlook.candidacy.pk,
        stage=outlook.candidacy.stage,
        grp=group_of(outlook),
        place=PRESSING.index(outlook.standing.state),
        anchor=anchored(outlook),
        name=outlook.company.name.casefold(),
        thanks=len(pressing),
        overdue=min(due, default=None),
        overdue_last=max(due, default=None),
        owed=bool(outlook.owed),
        sent=any(one.sent_at for one in outlook.thanks),
        panel=min((micros(one.due_at) for one in panels), default=None),
        coming=min((micros(when(one)) for one in ahead), default=None),
        mine_on=waits.mine_on.toordinal() if waits else None,
        waits_since=waits.since.toordinal() if waits else None,
        since=micros(outlook.now),
        until=micros(until),
    )


def closed_mark(candidacy: int, stage: str, now: dt.datetime) -> Mark:
    """The row of one that has long been closed: nothing but an edit makes it another."""
    nothing = dict.fromkeys(("overdue", "overdue_last", "panel", "coming", "mine_on", "waits_since"))
    return Mark(
        candidacy=candidacy,
        stage=stage,
        grp="closed",
        place=PRESSING.index("closed"),
        anchor=0,
        name="",
        thanks=0,
        owed=False,
        sent=False,
        since=micros(now),
        until=NEVER,
        **nothing,
    )
