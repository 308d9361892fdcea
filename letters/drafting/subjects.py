"""Which form of a verb a subject takes.

Pure.
"""

from __future__ import annotations

from letters.drafting.words import NUMERALS, PREPOSITIONS, Word, plural


def head_noun(words: list[Word]) -> Word:
    """The noun a verb agrees with: the one before the first preposition, else the last."""
    at = next(
        (at for at, word in enumerate(words) if at and word.low in PREPOSITIONS | {"to", "that", "who"}),
        len(words),
    )
    if words[at - 1].low in ("half", "most", "some", "all", "none", "rest") and at + 1 < len(words):
        return head_noun(words[at + 1 :])
    return words[at - 1]


def be(words: list[Word]) -> str:
    """*is* or *are* after this subject."""
    if words[0].low in ("neither", "none", "nobody", "one", "each", "everyone", "no-one"):
        return "is"
    head = head_noun(words)
    several = words[0].low in NUMERALS - {"one", "first", "second", "third"} or words[0].low in (
        "both",
        "all",
        "most",
    )
    joined = any(word.low == "and" for word in words)
    return "are" if plural(head.low) or several or joined else "is"
