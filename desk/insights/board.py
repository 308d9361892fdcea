"""All that Insights shows of a period, added up from what each candidacy teaches.

Pure. A candidacy counts by the day it began, a wait too, a nudge by the day it was sent, a thank-you and a
note by the day of the talk.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from statistics import median_low
from typing import TYPE_CHECKING

from desk.insights.again import questions, themes
from desk.insights.funnel import funnel
from desk.insights.histogram import bars, most_within, usual
from desk.insights.thanking import by_hours
from desk.insights.waits import APPLIED, FINAL, INTERVIEWED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desk.insights.again import Again, Said, Theme
    from desk.insights.funnel import Funnel, Step
    from desk.insights.histogram import Bar
    from desk.insights.lesson import Lesson
    from desk.insights.period import Period
    from desk.insights.thanking import Thanked
    from desk.insights.waits import Nudge, Wait

AFTER = (APPLIED, INTERVIEWED, FINAL)
A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class AtStage:
    """What became of the waits after one part of the search, and of the nudges sent into them."""

    after: str
    replied: int
    after_nudge: int
    silent: int
    nudges: int
    answered: int

    @property
    def total(self) -> int:
        """How many waits there were."""
        return self.replied + self.after_nudge + self.silent


@dataclass(frozen=True)
class Replies:
    """The unprompted replies whose day is known, by working days; `passed` waits went beyond the line."""

    days: tuple[int, ...]
    line: int
    bars: tuple[Bar, ...]
    passed: int

    @property
    def usual(self) -> int | None:
        """Half of them took no longer."""
        return usual(self.days)


@dataclass(frozen=True)
class Nudges:
    """The nudges that had their time, and how many working days the answers took."""

    number: int
    answered: int
    days: tuple[int, ...]

    @property
    def most_within(self) -> int | None:
        """More than half of the answers came within so many working days."""
        return most_within(self.days)


@dataclass(frozen=True)
class Thanks:
    """How long thank-yous took."""

    number: int
    usual: dt.timedelta | None
    within_a_day: int
    by_hours: tuple[int, ...]


@dataclass(frozen=True)
class Board:
    """What a period taught. `first` is the day its first candidacy began."""

    candidacies: int
    first: dt.date | None
    replies: Replies
    nudges: Nudges
    funnel: Funnel
    stages: tuple[AtStage, ...]
    thanks: Thanks
    questions: tuple[Again, ...]
    worries: tuple[Theme, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing at all to show."""
        return not (self.candidacies or self.thanks.number or self.questions or self.worries)


def board(lessons: Iterable[Lesson], names: Sequence[str], period: Period, line: int) -> Board:
    """Everything at once. `names` are no worries; `line` is the last working day before a nudge."""
    steps: list[Step] = []
    over: list[Wait] = []
    nudges: list[Nudge] = []
    written: list[Thanked] = []
    asked: list[Said] = []
    worries: list[Said] = []
    for one in lessons:
        if one.begun and _counts(one.begun.began, period):
            steps.append(one.begun)
        over += period.only(one.waits)
        nudges += period.only(one.nudges)
        written += period.only(one.thanked)
        asked += period.only(one.asked)
        worries += period.only(one.worries)
    return Board(
        candidacies=len(steps),
        first=min((one.began for one in steps if one.began), default=None),
        replies=_replies(over, line),
        nudges=_nudges(nudges),
        funnel=funnel(steps),
        stages=tuple(_at_stage(after, over, nudges) for after in AFTER),
        thanks=_thanks(written),
        questions=tuple(questions(asked)),
        worries=tuple(themes(worries, names)),
    )


def _counts(began: dt.date | None, period: Period) -> bool:
    """Whether a candidacy belongs to the period; one without a day belongs to all of the search alone."""
    return began in period if began else period.whole


def _replies(over: Sequence[Wait], line: int) -> Replies:
    days = tuple(sorted(one.days for one in over if one.outcome == "replied" and one.days is not None))
    passed = sum(one.days is not None and one.days > line for one in over)
    return Replies(days, line, bars(days, line), passed)


def _nudges(nudges: Sequence[Nudge]) -> Nudges:
    days = tuple(sorted(one.days for one in nudges if one.answered and one.days is not None))
    return Nudges(len(nudges), sum(one.answered for one in nudges), days)


def _at_stage(after: str, over: Sequence[Wait], nudges: Sequence[Nudge]) -> AtStage:
    outcomes = [one.outcome for one in over if one.after == after]
    sent = [one for one in nudges if one.after == after]
    return AtStage(
        after=after,
        replied=outcomes.count("replied"),
        after_nudge=outcomes.count("after_nudge"),
        silent=outcomes.count("silent"),
        nudges=len(sent),
        answered=sum(one.answered for one in sent),
    )


def _thanks(written: Sequence[Thanked]) -> Thanks:
    took = [one.took for one in written]
    return Thanks(
        len(took),
        median_low(took) if took else None,
        sum(one <= A_DAY for one in took),
        by_hours(written),
    )
