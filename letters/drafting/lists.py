"""Word lists as they are easiest to read and mend: words with blanks between them."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())
