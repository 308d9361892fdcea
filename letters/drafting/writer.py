"""Puts words into frames and remembers where each sentence came from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from letters.drafting.fragments import capital
from letters.drafting.frames import FRAMES
from letters.material import Sentence

if TYPE_CHECKING:
    from letters.drafting.dice import Dice

_LONGEST = 30


@dataclass(slots=True)
class Writer:
    """One candidate in the making. ``banned`` are frames of colleagues' letters, kept for theirs."""

    dice: Dice
    banned: frozenset[str]
    common: dict[str, str]
    used: set[str] = field(default_factory=set)

    def say(self, slot: str, *sources: str, **values: str) -> list[Sentence]:
        """The sentences of one frame of that slot, filled in."""
        values = {**self.common, **values}
        values |= {
            name.upper(): capital(values[name]) for name in ("c", "n", "g", "x", "l") if name in values
        }
        frames = [f"{slot}:{at}" for at in range(len(FRAMES[slot]))]
        choice = self.dice.one(self._fitting(slot, frames, values))
        self.used.add(choice)
        template = FRAMES[slot][int(choice.rsplit(":", 1)[1])]
        parts = re.split(r"(?<=[.?!”]) (?=[A-Z{“])", template)
        return [Sentence(_finished(part.format(**values)), sources) for part in parts]

    def _fitting(self, slot: str, frames: list[str], values: dict[str, str]) -> list[str]:
        fresh = [name for name in frames if name not in self.used and name not in self.banned]
        fresh = fresh or [name for name in frames if name not in self.used] or frames
        templates = FRAMES[slot]
        short = [
            name
            for name in fresh
            if len(templates[int(name.rsplit(":", 1)[1])].format(**values).split()) <= _LONGEST
        ]
        return short or fresh

    def bare(self, text: str, *sources: str) -> Sentence:
        """A clause as a sentence of its own."""
        return Sentence(_finished(capital(text)), sources)


def _finished(text: str) -> str:
    """One mark at the end, and no colon after a colon."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"([?!])[.]$", r"\1", text)
    text = re.sub(r"([?!])”\.$", r"\1”", text)
    text = re.sub(r"\.\.$", ".", text)
    return text if re.search(r"[.?!]”?$", text) else text + "."


def joined(text: str, then: tuple[str, ...], limit: int = 22) -> tuple[str, tuple[str, ...]]:
    """The first further clause joined on with *and* where the whole stays short."""
    if (
        not then
        or len(text.split()) + len(then[0].split()) >= limit
        or re.search(r"[:;]|, and ", text + then[0])
    ):
        return text, then
    return f"{text}, and {then[0]}", then[1:]
