"""Two texts side by side: what only one of them says, and both put together.

Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of one text; `alone` where the other text does not have them."""

    text: str
    alone: bool


def compared(mine: str, theirs: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts in stretches, each joined its text again."""
    first, second = _words(mine), _words(theirs)
    ours, others = [], []
    for tag, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        ours.append(Stretch("".join(first[a:b]), tag != "equal"))
        others.append(Stretch("".join(second[c:d]), tag != "equal"))
    return tuple(one for one in ours if one.text), tuple(one for one in others if one.text)


def together(mine: str, theirs: str) -> str:
    """One text with everything that either says: where they differ, mine first."""
    first, second = _words(mine), _words(theirs)
    joined = []
    for tag, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        parts = ["".join(first[a:b])] if tag == "equal" else ["".join(first[a:b]), "".join(second[c:d])]
        apart = len(parts) > 1 and all(parts) and not parts[0][-1].isspace() and not parts[1][0].isspace()
        joined.append((" " if apart else "").join(parts))
    return "".join(joined)


def _words(text: str) -> list[str]:
    """Words and the space after them; joined they are the text again."""
    return re.findall(r"\S+\s*|^\s+", text)
