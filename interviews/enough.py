"""Enough for a letter? What is there, what is not, and a gentle word where the notes are lopsided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

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
        Ready(_("What %(name)s asked") % {"name": name}, bool(filled["asked"].notes)),
        Ready(_("A challenge"), challenge),
        Ready(_("One detail only you two share"), bool(filled["detail"].notes)),
        Ready(_("Your idea, even a small one"), bool(filled["idea"].notes)),
    ]


def hint(filled: Mapping[str, Box], name: str) -> str:
    """A gentle word where the notes are lopsided; empty otherwise. It never blocks anything."""
    notes = [note for box in filled.values() for note in box.notes]
    mine = sum(note.by_id is None for note in notes)
    if len(notes) >= FEW and mine / len(notes) > MOSTLY_ME:
        return _("Most of these notes are yours. What did %(name)s say? Sell less, listen more.") % {
            "name": name
        }
    if len(notes) >= FEW and not filled["you_asked"].notes:
        words = _("Did you ask %(name)s anything? Your questions and %(name)s’s replies belong here too.")
        return words % {"name": name}
    return ""
