"""What a check says: which check, how grave, in words for the writer, and where in the text.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from letters.anatomy import Span

__all__ = ["Check", "Level", "Span", "ok"]

Level = Literal["ok", "look", "stop"]


@dataclass(frozen=True, slots=True)
class Check:
    """One finding. `spans` are half-open ranges of characters of the text that was reviewed.

    `whose` is the name of the person whose letter it is compared with, where it is compared.
    """

    id: str
    level: Level
    message: str
    spans: tuple[Span, ...] = ()
    whose: str = ""


def ok(name: str, message: str, spans: tuple[Span, ...] = (), whose: str = "") -> Check:
    """A check that found nothing to mend."""
    return Check(name, "ok", message, spans, whose)
