"""Whether an article touches what somebody worries about, by the telling words that both share.

Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words of every text and every company: sharing them says nothing.
_COMMON = _listed(
    "about above across after again against almost already although always among another anybody"
    " anything because before behind being below between business cannot comes company could doing"
    " during either enough every everything first going great group having himself however itself"
    " keeps known large later least little looking makes making maybe might month months needs never"
    " nobody nothing often other others people perhaps place plans really right several shall should"
    " since small somebody something still takes taking their there these thing things think those"
    " though three through times today together toward under until using wants where which while"
    " whole whose within without working works would years"
)
_SHORTEST = 5


def shared(article: str, worries: Iterable[str], names: Iterable[str] = ()) -> list[str]:
    """The telling words of the article that stand in any of the worries too, in the article's order.

    `names` are words that say nothing here: those of the company and its people.
    """
    nothing = {stem(word) for name in names for word in _words(name)}
    worried = {stem(word) for text in worries for word in _words(text)} - nothing
    found: dict[str, str] = {}
    for word in _words(article):
        if stem(word) in worried:
            found.setdefault(stem(word), word)
    return list(found.values())


def stem(word: str) -> str:
    """The word without the ending that its form gives it: returns, returned and returning are one."""
    word = word.casefold()
    for ending in ("’s", "'s", "ings", "ing", "ies", "ied", "es", "ed", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return word


def _words(text: str) -> list[str]:
    found = re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", text)
    return [word for word in found if len(word) >= _SHORTEST and word.casefold() not in _COMMON]
