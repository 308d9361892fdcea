"""What somebody types into a search, understood: words, “phrases”, and a last word that is still being typed.

Pure. Nothing that is typed is an operator: quotes of any sort hold words together, and everything else that
is no letter or digit stands between words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.search.words import LONGEST_WORD, stem, words

# Nobody types more; somebody may paste more.
LONGEST_ASKED = 1_000
MOST_TERMS = 16
_QUOTES = '"“”„«»'
_PIECES = re.compile(f"[{_QUOTES}]([^{_QUOTES}]*)([{_QUOTES}]?)|[^\\s{_QUOTES}]+")


@dataclass(frozen=True)
class Term:
    """One thing that has to be found: its words, next to each other where they are several.

    `quoted` asks for just these words, else their other forms are welcome too; `unfinished` is at the end of
    what is being typed, so that its last word may be the beginning of a longer one.
    """

    words: tuple[str, ...]
    quoted: bool = False
    unfinished: bool = False

    @property
    def stem(self) -> str:
        """What its other forms have in common: of part-time, that of parttime. Nothing where it is quoted."""
        return "" if self.quoted else stem("".join(self.words)[:LONGEST_WORD])


def terms(typed: str) -> tuple[Term, ...]:
    """What is asked for; nothing where no letter and no digit was typed."""
    pieces = list(_PIECES.finditer(typed[:LONGEST_ASKED].replace("\x00", " ")))
    found: dict[tuple[str, ...], Term] = {}
    for piece in pieces:
        quoted, closed = piece[1] is not None, bool(piece[2])
        known = tuple(words(piece[1] if quoted else piece[0]))
        if known:
            last = piece is pieces[-1] and not closed
            found[known] = Term(known, quoted=quoted, unfinished=last)
    return tuple(found.values())[-MOST_TERMS:]
