"""Two windows on the same notes: what each holds, what only one of them changed, and where both did.

Pure. A page carries a short mark of every text it was given; a text that still has its mark was not
touched there, and a stored text that lost it was changed elsewhere. Only where both happened is there
anything to ask.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from interviews.capture import lines_of, nothing_lost, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Fields of one value, where the last choice stands: nothing that was written is lost by it.
CHOICES = ("share-", "due-", "about-")
# More words than this are shown side by side without marks.
MARKED_WORDS = 4000


@dataclass(frozen=True)
class Clash:
    """One text changed in two windows."""

    name: str
    stored: str
    typed: str

    @property
    def joined(self) -> str:
        """Every line of both: the stored ones, each followed by what only the other window has."""
        stored, typed = lines_of(self.stored), lines_of(self.typed)
        lines: list[str] = []
        matcher = SequenceMatcher(None, stored, typed, autojunk=False)
        for _, i, j, k, m in matcher.get_opcodes():
            lines += stored[i:j]
            lines += [line for line in typed[k:m] if line not in stored]
        return "\n".join(lines)

    @property
    def pieces_typed(self) -> list[tuple[str, bool]]:
        """What was typed here, in pieces; True where only this window says it."""
        return _pieces(self.typed, self.stored)

    @property
    def pieces_stored(self) -> list[tuple[str, bool]]:
        """What is stored, in pieces; True where only the other window says it."""
        return _pieces(self.stored, self.typed)


def mark(text: str) -> str:
    """A short mark of what a text says: bullets, blank lines and spacing make no difference."""
    plain = "\n".join(map(one_line, lines_of(text)))
    return hashlib.sha256(plain.encode(errors="replace")).hexdigest()[:8]


def marks(texts: Mapping[str, str]) -> str:
    """The marks of all texts that a page holds, for a hidden field."""
    return " ".join(f"{name}:{mark(text)}" for name, text in texts.items())


def read_marks(field: str) -> dict[str, str]:
    """The marks in a hidden field; what is no mark is left out."""
    return dict(re.findall(r"([\w-]+):([0-9a-f]{8})(?!\S)", field))


def weigh(
    given: Mapping[str, str], stored: Mapping[str, str], seen: Mapping[str, str]
) -> tuple[dict[str, str], list[Clash]]:
    """What the page changed, by field, and where that clashes with a change from elsewhere.

    A text without a mark counts as changed here and nowhere else.
    """
    changed, clashes = {}, []
    for name, typed in given.items():
        if name not in stored:
            continue
        mine, theirs = mark(typed), mark(stored[name])
        base = seen.get(name, theirs)
        if mine in (theirs, base):
            continue
        kept = name.startswith(CHOICES) or nothing_lost(lines_of(stored[name]), lines_of(typed))
        if base != theirs and not kept:
            clashes.append(Clash(name, stored[name], typed))
        else:
            changed[name] = typed
    return changed, clashes


def _pieces(text: str, other: str) -> list[tuple[str, bool]]:
    words, others = (re.findall(r"\w+\s*|[^\w\s]+\s*|\s+", one) for one in (text, other))
    if len(words) + len(others) > MARKED_WORDS:
        return [(text, False)]
    return list(_runs(words, others))


def _runs(words: list[str], others: list[str]) -> Iterator[tuple[str, bool]]:
    bare, bare_others = [word.strip() for word in words], [word.strip() for word in others]
    for tag, i, j, _, _ in SequenceMatcher(None, bare, bare_others, autojunk=False).get_opcodes():
        if piece := "".join(words[i:j]):
            yield piece, tag != "equal"
