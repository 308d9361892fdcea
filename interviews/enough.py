"""Enough for a letter? What is there, what is not, and a gentle word where the notes are lopsided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interviews.debrief import Box

# More than this share of the notes is mine: I talked more than I listened (rules, section 1).
MOSTLY_ME = 0.6
# Fewer notes than this say nothing about who talked.
FEW = 3


@dataclass(frozen=True)
class Ready:
    """One thing a letter needs, and whether it is there."""

    label: str
    there: bool


def readiness(filled: Mapping[str, Box], name: str) -> list[Ready]:
    """Enough for a letter? What they asked, a challenge, a detail, an idea."""
    challenge = any(filled[box].notes for box in ("bad", "ugly", "plain", "good", "excited"))
    return [
        Ready(f"What {name} asked", bool(filled["asked"].notes)),
        Ready("A challenge", challenge),
        Ready("One detail only you two share", bool(filled["detail"].notes)),
        Ready("Your idea, even a small one", bool(filled["idea"].notes)),
    ]


def hint(filled: Mapping[str, Box], name: str) -> str:
    """A gentle word where the notes are lopsided; empty otherwise. It never blocks anything."""
    notes = [note for box in filled.values() for note in box.notes]
    mine = sum(note.by_id is None for note in notes)
    if len(notes) >= FEW and mine / len(notes) > MOSTLY_ME:
        return f"Most of these notes are yours. What did {name} say? Sell less, listen more."
    if len(notes) >= FEW and not filled["you_asked"].notes:
        return f"Did you ask {name} anything? Your questions and {name}’s replies belong here too."
    return ""
