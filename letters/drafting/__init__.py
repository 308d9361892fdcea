"""From notes to a letter: plain Python, no model, no network; the same notes give the same draft again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters.material import Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters.material import Material


def draft(material: Material) -> Draft:
    """The letter to the reader, written beside those of the panel so that they stay different letters."""
    return draft_panel([material])[0]


def draft_panel(materials: Sequence[Material]) -> list[Draft]:
    """The letters to several readers, in the order given, each unlike the ones before."""
    return [
        Draft(to=m.reader.key, kind=m.kind, subject=f"Thank you, {m.reader.name}", body="") for m in materials
    ]
