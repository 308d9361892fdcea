"""When a candidacy came to each stage: its moves as they were recorded, and what else tells the day.

Pure. The moves stand on the candidacy itself, so that undoing a move takes back its record too.
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from candidacy.past import Past

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from candidacy.facts import Facts

STAGES = ("wishlist", "applied", "screening", "assessment", "interview", "final", "references", "offer")
# How a candidacy can only end after an offer.
AFTER_AN_OFFER = frozenset({"accepted", "declined"})


@dataclass(frozen=True)
class Move:
    """That a candidacy was put into a stage, and on which day."""

    stage: str
    on: dt.date


def moves(stored: Iterable[Any]) -> tuple[Move, ...]:
    """The moves of a stored list, in its order; what cannot be a move is left out."""
    return tuple(_moves(stored))


def _moves(stored: Iterable[Any]) -> Iterator[Move]:
    for one in stored:
        with suppress(KeyError, TypeError, ValueError):
            if one["stage"] in STAGES:
                yield Move(one["stage"], dt.date.fromisoformat(one["on"]))


def as_stored(stage: str, on: dt.date) -> dict[str, str]:
    """A move as the record and the archive hold it."""
    return {"stage": stage, "on": on.isoformat()}


def reached(facts: Facts, moved: Sequence[Move], now: dt.datetime) -> dict[str, dt.date | None]:
    """The stages it came to, in their order, each with the first day there; None where nothing tells it.

    A move back takes back the stages beyond: it corrects. What was not recorded follows from the day of the
    application, from the first talk, and for a final round from the last one.
    """
    kept: dict[str, dt.date] = {}
    for move in moved:
        kept = {stage: on for stage, on in kept.items() if STAGES.index(stage) <= STAGES.index(move.stage)}
        kept.setdefault(move.stage, move.on)
    known: dict[str, dt.date | None] = {**_told(facts, now), **kept}
    if facts.closed_as in AFTER_AN_OFFER:
        known.setdefault("offer", None)
    known.setdefault(facts.stage, None)
    return {stage: known[stage] for stage in STAGES if stage in known}


def _told(facts: Facts, now: dt.datetime) -> dict[str, dt.date]:
    """What the rest of the record tells, each stage with its day."""
    past = Past(facts, now)
    told: dict[str, dt.date] = {}
    if facts.applied_on:
        told["applied"] = facts.applied_on
    if past.talks:
        told["interview"] = facts.day(past.talks[0].starts_at)
    came_far = STAGES.index(facts.stage) >= STAGES.index("final")
    if came_far and len(past.talks) > 1 and past.talk_ahead is None:
        told["final"] = facts.day(past.talks[-1].starts_at)
    return told
