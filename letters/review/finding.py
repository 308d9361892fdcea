"""What a check says: which check, how grave, in words for the writer, and where in the text.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from letters.anatomy import Span

__all__ = ["Around", "Check", "Level", "Span", "Twin", "ok"]

Level = Literal["ok", "look", "stop"]


# Words within the sentence they stand in: what comes before them, the words, what follows.
Around = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Twin:
    """What two letters have in common, as it stands in this one and in the other."""

    here: Around
    there: Around


@dataclass(frozen=True, slots=True)
class Check:
    """One finding. `spans` are half-open ranges of characters of the text that was reviewed.

    `whose` is the name of the person whose letter it is compared with, where it is compared, `letter` how
    that letter is called, and `twins` are the chief things it has in common with this one.
    """

    id: str
    level: Level
    message: str
    spans: tuple[Span, ...] = ()
    whose: str = ""
    letter: str = ""
    twins: tuple[Twin, ...] = ()


def ok(name: str, message: str, spans: tuple[Span, ...] = (), whose: str = "") -> Check:
    """A check that found nothing to mend."""
    return Check(name, "ok", message, spans, whose)
