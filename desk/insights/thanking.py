"""How long thank-yous took: from the end of a talk to the letter.

Pure. A letter covers all earlier talks with its reader; what counts is the time since the last of them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from candidacy.past import Past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candidacy.facts import Facts

HOUR = dt.timedelta(hours=1)
# The upper ends, in hours: of the same day, by the next morning, within a day, two, three.
UPTO = (6, 18, 24, 48, 72)


@dataclass(frozen=True)
class Thanked:
    """One thank-you: the day of the talk, and how long after its end it went."""

    on: dt.date
    took: dt.timedelta


def thanked(facts: Facts, now: dt.datetime) -> list[Thanked]:
    """The thank-yous of a candidacy that followed a talk, in the order in which they went."""
    past, found, covered = Past(facts, now), [], set()
    for letter in past.letters:
        if letter.kind != "thank_you":
            continue
        before = [talk for talk in past.talks if letter.to in talk.with_ and talk.end <= letter.at]
        if before and (letter.to, before[-1].end) not in covered:
            covered.add((letter.to, before[-1].end))
            found.append(Thanked(facts.day(before[-1].end), letter.at - before[-1].end))
    return found


def by_hours(all_of_them: Sequence[Thanked]) -> tuple[int, ...]:
    """How many took up to each of `UPTO` hours and no less; the last are all that took longer."""
    ends = [hours * HOUR for hours in UPTO]
    places = [sum(one.took > end for end in ends) for one in all_of_them]
    return tuple(places.count(place) for place in range(len(ends) + 1))
