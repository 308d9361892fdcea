"""How far the candidacies came: applied, heard back, interviewed, final round, offer.

Pure. Each step counts whoever came there or further: an offer after one talk was a final round too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from candidacy.history import AFTER_AN_OFFER
from candidacy.past import Past

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from candidacy.facts import Facts
    from desk.insights.waits import Trail

APPLIED, HEARD, MET, FINAL, OFFER = range(5)
_STAGE_IS = {
    "screening": HEARD, "assessment": HEARD, "interview": MET, "final": FINAL, "references": FINAL,
    "offer": OFFER,
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """How far one candidacy came, when it began, and whether it ended otherwise than with a yes."""

    began: dt.date | None
    level: int
    lost: bool


@dataclass(frozen=True)
class Funnel:
    """How many came to each of the five steps, and of those that ended, how many had met nobody."""

    reached: tuple[int, ...]
    lost: int = 0
    lost_before_meeting: int = 0


def step(trail: Trail, now: dt.datetime) -> Step | None:
    """How far a candidacy came; None for one that is only wished for."""
    facts, past = trail.facts, Past(trail.facts, now)
    days = [facts.day(event.at) for event in past.events]
    if facts.stage == "wishlist" and not days:
        return None
    lost = past.closed and facts.closed_as != "accepted"
    return Step(min(days, default=None), _level(trail, facts, past), lost)


def _level(trail: Trail, facts: Facts, past: Past) -> int:
    if facts.closed_as in AFTER_AN_OFFER:
        return OFFER
    by_stage = max((_STAGE_IS.get(stage, APPLIED) for stage in trail.reached), default=APPLIED)
    if past.talk_ahead and not past.talks:
        # Invited, and met nobody yet.
        by_stage = min(by_stage, HEARD)
    heard = facts.closed_as == "rejected" or any(line.inbound for line in past.messages)
    return max(by_stage, MET if past.talks else HEARD if heard else APPLIED)


def funnel(steps: Iterable[Step]) -> Funnel:
    """The steps of all candidacies together."""
    all_of_them = list(steps)
    lost = [one for one in all_of_them if one.lost]
    return Funnel(
        tuple(sum(one.level >= level for one in all_of_them) for level in range(OFFER + 1)),
        len(lost),
        sum(one.level < MET for one in lost),
    )
