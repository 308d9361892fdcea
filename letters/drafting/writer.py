"""Puts words into frames and remembers where each sentence came from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from letters.drafting.frames import FRAMES
from letters.drafting.tidying import capital
from letters.material import Sentence

if TYPE_CHECKING:
    from letters.drafting.dice import Dice

_LONGEST = 30


@dataclass(slots=True)
class Writer:
    """One candidate in the making. ``banned`` are frames of colleagues' letters, kept for theirs.

    ``spared`` are those of drafts that no colleague will read: taken only where nothing else is left.
    """

    dice: Dice
    banned: frozenset[str]
    common: dict[str, str]
    spared: frozenset[str] = frozenset()
    used: set[str] = field(default_factory=set)

    def say(self, slot: str, *sources: str, **values: str) -> list[Sentence]:
        """The sentences of one frame of that slot, filled in."""
        values = {**self.common, **values}
        values |= {
            name.upper(): capital(values[name]) for name in ("c", "n", "g", "x", "l", "a") if name in values
        }
        template = self.dice.one(self._fitting(FRAMES[slot], values))
        self.used.add(template)
        parts = re.split(r"(?<=[.?!”]) (?=[A-Z{“])", template)
        known = tuple(key for key in sources if key)
        return [Sentence(_finished(part.format(**values)), known) for part in parts]

    def may(self, slot: str, *sources: str, **values: str) -> list[Sentence]:
        """The same where the panel has a frame of that slot left, else nothing: for what can be left out."""
        fresh = any(frame not in self.used | self.banned | self.spared for frame in FRAMES[slot])
        return self.say(slot, *sources, **values) if fresh else []

    def _fitting(self, frames: tuple[str, ...], values: dict[str, str]) -> list[str]:
        fresh = [frame for frame in frames if frame not in self.used and frame not in self.banned]
        fresh = [frame for frame in fresh if frame not in self.spared] or fresh
        fresh = fresh or [frame for frame in frames if frame not in self.used] or list(frames)
        colons = sum(value.count(": ") for value in values.values())
        single = [frame for frame in fresh if ": {" not in frame] if colons else fresh
        fresh = single or fresh
        short = [frame for frame in fresh if len(frame.format(**values).split()) <= _LONGEST]
        return short or fresh

    def bare(self, text: str, *sources: str) -> Sentence:
        """A clause as a sentence of its own."""
        return Sentence(_finished(capital(text)), sources)


def _finished(text: str) -> str:
    """One mark at the end, and no colon after a colon."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"([?!])[.]$", r"\1", text)
    text = re.sub(r"([?!…])[.,]”", r"\1”", text)
    text = re.sub(r"([?!.])”\.$", r"\1”", text)
    text = re.sub(r"\.\.$", ".", text)
    return text if re.search(r"[.?!]”?$", text) else text + "."


def joined(text: str, then: tuple[str, ...], limit: int = 22) -> tuple[str, tuple[str, ...]]:
    """The first further clause joined on with *and* where the whole stays short."""
    if (
        not then
        or len(then[0].split()) < 3
        or len(text.split()) + len(then[0].split()) >= limit
        or re.search(r"[:;]|, and ", text + then[0])
    ):
        return text, then
    return f"{text}, and {then[0]}", then[1:]
