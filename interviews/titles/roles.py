"""What a rank's words look like in a phrase: last, or before “of”, sometimes first; and what a deputy is.

Pure. Phrases arrive folded by `interviews.titles.reading`: lower case, no accents, no hyphens, one post each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

Kind = Literal["", "executive", "board", "assistant", "reception", "unclear"]

BOARD, HEAD, CHIEF, PARTNER, DIRECTOR, MANAGER, SENIOR, SPECIALIST = 100, 95, 90, 85, 58, 42, 30, 24
UNKNOWN = 20


@dataclass(frozen=True, slots=True)
class Role:
    """A pattern of a phrase, with the level it ranks at and its name in plain words.

    `kind` sets apart executives (their candidates write to a chair), seats on a board, those who assist or
    receive, and names whose level is asked.
    """

    pattern: str
    level: int
    name: str
    kind: Kind = ""

    def fits(self, phrase: str) -> bool:
        """Whether the phrase names this role."""
        return _compiled(self.pattern).match(phrase) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when first asked for: most of the start's time for titles would go there."""
    return re.compile(pattern)


# A rank stands before these words; what follows them says of what, for whom, where.
_OF = (
    r"(?:of|for|in|at|with|on|within|across|over|de|del|des|du|d'\S+|l'\S+|fur|fuer|im|der|van|voor|bij|para"
    r"|pour|zur)"
)
_STEP = r"(?:deputy|assistant|associate|vice|pro)"
_BEFORE = rf"(?:(?!(?:{_OF}|{_STEP}) )\S+ )*?"
_AFTER = rf"(?= {_OF}(?: |$)|$)"


def end(level: int, name: str, words: str, kind: Kind = "") -> Role:
    """A rank that stands last in its phrase, or before “of”: Sales Director, Director of Sales."""
    return Role(rf"{_BEFORE}(?:{words}){_AFTER}", level, name, kind)


def either(level: int, name: str, words: str, kind: Kind = "") -> Role:
    """A rank that may also stand first, its domain following without “of”: VP Data, Leiter Vertrieb."""
    return Role(rf"{_BEFORE}(?:{words}){_AFTER}|(?:{words})(?= |$)", level, name, kind)


def whole(level: int, name: str, words: str, kind: Kind = "") -> Role:
    """A rank only where nothing else is in the phrase."""
    return Role(rf"(?:{words})$", level, name, kind)


def anywhere(level: int, name: str, words: str, kind: Kind = "") -> Role:
    """Words that settle the rank wherever they stand."""
    return Role(rf".*\b(?:{words})\b", level, name, kind)


def one_of(words: str) -> str:
    """A pattern of any of the words, given with spaces between."""
    return f"(?:{'|'.join(words.split())})"


STEP_DOWN = re.compile(rf"{_BEFORE}(?P<how>{_STEP}) (?!and )")
_LEVELS = (95, 90, 85, 80, 75, 70, 66, 62, 58, 54, 48, 46, 42, 38, 36)
_ASSOCIATE = 54
AFTER_AN = ("assistant", "associate")


def step_down(level: int, how: str) -> int:
    """The level of a deputy (one band below), or of an assistant or associate, who is no higher than 54."""
    below = next((one for one in _LEVELS if one < level), level) if level > _LEVELS[-1] else level
    return min(below, _ASSOCIATE) if how in AFTER_AN else below
