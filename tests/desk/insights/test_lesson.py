"""Until when a lesson holds without an edit, once the clock looks at the candidacy no more."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from candidacy.history import reached
from desk.insights.lesson import lesson
from desk.insights.waits import Trail
from tests.candidacy.cast import GB, NUDGE, RULES, SECOND, STORY, at, facts, on, talk, wrote

if TYPE_CHECKING:
    from candidacy.facts import Facts
    from desk.insights.lesson import Lesson

RESTED = facts("interview", *STORY, NUDGE, SECOND, closed_as="laid_to_rest", closed_on=on("2026-11-30"))
AHEAD = talk("2026-11-25T10:00", "2026-11-25T11:00")
# Closed before the talk, which nobody called off.
BEFORE_IT = facts("interview", *STORY, AHEAD, closed_as="rejected", closed_on=on("2026-11-20"))
# The date they gave is over by the time at which four working days have passed.
GIVEN = facts("interview", *STORY, wrote("2026-11-05", decision_on=on("2026-11-09")))


def learned(told: Facts, moment: dt.datetime) -> Lesson:
    return lesson(Trail(told, GB, reached(told, (), moment)), moment, RULES)


@pytest.mark.parametrize(
    ("told", "now", "until"),
    [
        # The second nudge has its ten working days, until 8 December.
        (RESTED, "2026-12-03", "2026-12-08T00:00"),
        (RESTED, "2026-12-08", None),
        # What came on the day of the end is still read.
        (facts("interview", *STORY, closed_as="rejected", closed_on=on("2026-11-09")), "2026-11-09",
         "2026-11-10T00:00"),
        (facts("interview", *STORY, closed_as="rejected", closed_on=on("2026-11-09")), "2026-11-10", None),
        (BEFORE_IT, "2026-11-23", "2026-11-25T10:00"),
        (BEFORE_IT, "2026-11-26", None),
    ],
)  # fmt: skip
def test_it_holds_until(told: Facts, now: str, until: str | None) -> None:
    assert learned(told, at(now)).until == (at(until) if until else None)


def test_a_silence_is_counted_on_until_it_is_beyond_the_nudge_line() -> None:
    days = ("2026-11-12", "2026-11-13", "2026-11-16", "2026-11-17")
    seen = [learned(GIVEN, at(day)) for day in days]
    silent = [next((one.days for one in each.waits if one.outcome == "silent"), None) for each in seen]
    assert silent == [5, 6, 7, 8]
    assert [one.until for one in seen] == [
        at("2026-11-13T00:00"),
        at("2026-11-14T00:00"),
        at("2026-11-17T00:00"),
        None,
    ]


@pytest.mark.parametrize("told", [RESTED, BEFORE_IT, GIVEN], ids=["rested", "before it", "given"])
def test_until_then_it_says_the_same(told: Facts) -> None:
    hour = dt.timedelta(hours=7)
    moments = [at("2026-11-30") + n * hour for n in range(60)]
    for now, later in pairwise(moments):
        was = learned(told, now)
        if was.until is None or later < was.until:
            assert counted(learned(told, later)) == counted(was)


def counted(seen: Lesson) -> Lesson:
    """As far as it counts: of a silence beyond the line, not for how long it lasts."""
    waits = tuple(replace(one, days=min(one.days, 8) if one.days else one.days) for one in seen.waits)
    return replace(seen, waits=waits, until=None)
