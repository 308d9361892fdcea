"""Each wait for a word of theirs: how long it was, how it ended, and after which part of the search.

Pure. A wait begins with the last thing that happened, whoever it came from, as the clock counts it
(`candidacy.past`): nudges and closing notes are sent into a wait and do not begin one. It ends with their
next line, and is over without one where the clock calls it silent. Of the same day, two lines are one answer.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from candidacy.clock import standing
from candidacy.facts import NUDGES
from candidacy.past import CLOSING, Event, Past

if TYPE_CHECKING:
    from collections.abc import Mapping

    from candidacy.calendar import WorkCalendar
    from candidacy.facts import Facts
    from candidacy.rules import Rules

APPLIED, INTERVIEWED, FINAL = "applied", "interviewed", "final"
Outcome = Literal["replied", "after_nudge", "silent"]
SILENT = frozenset({"silent", "second_nudge_due", "close_due"})
# How I end a candidacy myself: whether they would have written is not known.
BY_ME = frozenset({"accepted", "declined", "withdrawn"})


@dataclass(frozen=True)
class Wait:
    """A wait that is over: a reply ended it, or its silence. What is still within its time is none.

    `days` are the working days to a reply that no nudge asked for (None where its day is not recorded), to
    the first nudge where one was answered, and of a silence so far.
    """

    on: dt.date
    after: str
    outcome: Outcome
    days: int | None = None


@dataclass(frozen=True)
class Nudge:
    """A nudge that was answered or had its time. `days` are working days, None where not recorded."""

    on: dt.date
    after: str
    answered: bool
    days: int | None = None


@dataclass(frozen=True)
class Trail:
    """One candidacy to be read through: `reached` has the stages with their days, see candidacy.history."""

    facts: Facts
    calendar: WorkCalendar
    reached: Mapping[str, dt.date | None] = field(default_factory=dict)


def waits(trail: Trail, now: dt.datetime, rules: Rules) -> tuple[list[Wait], list[Nudge]]:
    """The waits of a candidacy that are over, and the nudges that had their time, oldest first."""
    walk = _Walk(trail, now, rules)
    for event in walk.events:
        walk.step(event)
    walk.finish()
    return walk.waits, walk.nudges


class _Walk:
    """The events of one candidacy, read from the first to the last."""

    def __init__(self, trail: Trail, now: dt.datetime, rules: Rules) -> None:
        self.trail, self.facts, self.now, self.rules = trail, trail.facts, now, rules
        self.past = Past(self.facts, now)
        # A line before a letter of the same moment: it is what the letter answers.
        self.events = sorted(self.past.events, key=lambda event: (event.at, not event.theirs))
        self.waits: list[Wait] = []
        self.nudges: list[Nudge] = []
        # What the present wait counts from; None while it is my turn.
        self.since: Event | None = None
        # The nudges and closing notes sent into it.
        self.sent: list[Event] = []
        self.after = APPLIED
        # Whether they wrote since the last talk: then the next one was arranged, and is no reply.
        self.wrote = False

    def step(self, event: Event) -> None:
        """One more event."""
        if event.what == "talk":
            self._talk(event)
        elif event.theirs:
            self._line(event)
        elif self.since and event.what == "letter" and event.manner in (*NUDGES, CLOSING):
            self.sent.append(event)
        elif not self.sent:
            self.since = event

    def finish(self) -> None:
        """What became of the wait at the end."""
        if self.since is None or self.facts.closed_as in BY_ME:
            return
        if self.past.closed and self.facts.closed_as == "rejected":
            # Their last line was the no, or else nothing says on which day it came.
            if not (self.since.theirs and self.since.what == "line"):
                self._replied(None)
        elif self._is_silent():
            started, last = self._day(self.since), self.facts.day(self._judged_at())
            self.waits.append(Wait(started, self.after, "silent", self._between(started, last)))
            self._count_nudges(answered=False, on=None)

    def _line(self, line: Event) -> None:
        day = self._day(line)
        if self.since and not (self.since.theirs and self._day(self.since) == day):
            self._replied(day)
        asks = any(one.at == line.at and one.needs_reply for one in self.past.messages)
        self.since = None if asks else line
        self.sent, self.wrote = [], True

    def _talk(self, talk: Event) -> None:
        if self.since and (not self.wrote or self._nudges()):
            self._replied(None)
        final_on = self.trail.reached.get("final")
        is_final = self.after == FINAL or (final_on is not None and self._day(talk) >= final_on)
        self.since, self.sent, self.wrote = talk, [], False
        self.after = FINAL if is_final else INTERVIEWED

    def _replied(self, on: dt.date | None) -> None:
        """The wait ended with a reply of that day; None where the day is not recorded."""
        if self.since is None:
            return
        started = self._day(self.since)
        nudges = self._nudges()
        outcome: Outcome = "after_nudge" if nudges else "replied"
        ended = self._day(nudges[0]) if nudges else on
        self.waits.append(Wait(started, self.after, outcome, self._between(started, ended)))
        self._count_nudges(answered=True, on=on)

    def _count_nudges(self, *, answered: bool, on: dt.date | None) -> None:
        """The last nudge before a reply is the answered one; a last one still in its time does not count."""
        nudges = self._nudges()
        for place, one in enumerate(nudges):
            sent, last = self._day(one), one is nudges[-1]
            if last and answered:
                self.nudges.append(Nudge(sent, self.after, answered=True, days=self._between(sent, on)))
            elif not last or self._had_its_time(sent, place):
                self.nudges.append(Nudge(sent, self.after, answered=False))

    def _had_its_time(self, sent: dt.date, place: int) -> bool:
        allowed = self.rules.rest_after if place else self.rules.second_nudge_after
        return self.past.today >= self.trail.calendar.add(sent, allowed)

    def _is_silent(self) -> bool:
        """Whether the clock calls it silent now; of what I laid to rest, whether it did by then."""
        if self._nudges() and (self.past.closed or self.past.closing_note):
            return True
        still_open = replace(self.facts, closed_on=None, closed_as="")
        return standing(still_open, self.trail.calendar, self._judged_at(), self.rules).state in SILENT

    def _judged_at(self) -> dt.datetime:
        on = self.facts.closed_on
        if not (self.past.closed and on):
            return self.now
        return min(self.now, dt.datetime.combine(on, dt.time.max, self.facts.zone))

    def _nudges(self) -> list[Event]:
        return [one for one in self.sent if one.manner in NUDGES]

    def _between(self, start: dt.date, end: dt.date | None) -> int | None:
        return None if end is None else self.trail.calendar.between(start, end)

    def _day(self, event: Event) -> dt.date:
        return self.facts.day(event.at)
