"""A panel at Hollowell Freight, without a database: Dana met Miriam, Oskar, Priya and Gail."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from letters.material import EarlierLetter, Material
from tests.letters.panels import load

KEYS = {"Miriam": "S1-p1", "Oskar": "S1-p2", "Priya": "S1-p3", "Gail": "S1-p4"}


def material(to: str = "Miriam", kind: str = "thank_you", **changes: Any) -> Material:
    """What Dana's letter to one of the panel may draw on; no other letter yet, unless given."""
    panel = load("freight_silent")
    return replace(panel.material(KEYS[to], kind), **{"letters": (), **changes})


def letter(to: str, body: str, **changes: Any) -> EarlierLetter:
    """A letter of Dana's that went out, or as given."""
    fields = {"key": f"to-{to}", "to": KEYS[to], "kind": "thank_you", "body": body, **changes}
    return EarlierLetter(**fields)
