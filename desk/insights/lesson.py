"""What one candidacy teaches: how far it came, its waits and nudges, thank-yous, questions and worries.

Pure.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from candidacy.facts import NUDGES
from candidacy.holding import ONE_DAY, midnight, to_come
from desk.insights.funnel import step
from desk.insights.thanking import thanked
from desk.insights.waits import waits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from candidacy.rules import Rules
    from desk.insights.again import Said
    from desk.insights.funnel import Step
    from desk.insights.thanking import Thanked
    from desk.insights.waits import Nudge, Trail, Wait


@dataclass(frozen=True, slots=True)
class Lesson:
    """It holds until a fact changes, or the clock’s answer, or until `until` (aware; None: for good).

    How many days a silence lasts is counted on until it is beyond the nudge line, and no further.
    """

    begun: Step | None
    waits: tuple[Wait, ...]
    nudges: tuple[Nudge, ...]
    thanked: tuple[Thanked, ...]
    asked: tuple[Said, ...]
    worries: tuple[Said, ...]
    until: dt.datetime | None


def lesson(
    trail: Trail,
    now: dt.datetime,
    rules: Rules,
    asked: tuple[Said, ...] = (),
    worries: tuple[Said, ...] = (),
) -> Lesson:
    """What it teaches at `now`; the notes are those of talks that have begun."""
    waited, nudged = waits(trail, now, rules)
    turns = [*_turns(trail, rules), *_day_over(trail, now, rules, waited)]
    return Lesson(
        begun=step(trail, now),
        waits=tuple(waited),
        nudges=tuple(nudged),
        thanked=tuple(thanked(trail.facts, now)),
        asked=asked,
        worries=worries,
        until=min((one for one in turns if one > now), default=None),
    )


def _turns(trail: Trail, rules: Rules) -> Iterator[dt.datetime]:
    """When it may teach something else although it is closed, and the clock does not look at it any more."""
    facts = trail.facts
    yield from to_come(facts)
    if facts.closed_on and facts.closed_on < dt.date.max:
        yield midnight(facts.closed_on + ONE_DAY, facts.zone)
    for letter in facts.letters:
        if letter.kind in NUDGES:
            for allowed in (rules.second_nudge_after, rules.rest_after):
                yield midnight(trail.calendar.add(facts.day(letter.at), allowed), facts.zone)


def _day_over(trail: Trail, now: dt.datetime, rules: Rules, waited: Iterable[Wait]) -> Iterator[dt.datetime]:
    """Of a silence that is not yet beyond the nudge line, one day more counts."""
    lasting = (one.days for one in waited if one.outcome == "silent")
    if any(days is not None and days <= rules.interview_silent for days in lasting):
        yield midnight(trail.facts.day(now) + ONE_DAY, trail.facts.zone)
