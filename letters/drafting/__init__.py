"""From notes to a letter: plain Python, no model, no network; the same notes give the same draft again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters.drafting.choosing import reminder, thank_yous

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters.material import Draft, Material

__all__ = ["draft", "draft_panel"]


def draft(material: Material) -> Draft:
    """The letter to the reader, written beside those of the panel so that they stay different letters."""
    if material.kind in ("nudge", "second_nudge", "closing"):
        return reminder(material)
    return thank_yous(material)[material.reader.key]


def draft_panel(materials: Sequence[Material]) -> list[Draft]:
    """The letters to several readers, in the order given, each unlike the others."""
    return [draft(material) for material in materials]
