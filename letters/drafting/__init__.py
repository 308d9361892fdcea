"""From notes to a letter: plain Python, no model, no network; the same notes give the same draft again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters.drafting.choosing import thank_you
from letters.drafting.reminding import reminder
from letters.drafting.slips import spelled

if TYPE_CHECKING:
    from letters.material import Draft, Material

__all__ = ["draft"]


def draft(material: Material) -> Draft:
    """The letter to the reader, written beside those of the panel so that they stay different letters."""
    known = spelled(material)
    return reminder(known) if material.kind in ("nudge", "second_nudge", "closing") else thank_you(known)
