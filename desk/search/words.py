"""The words of a text as the index keeps them and a search asks for them: one reading for every database.

Pure. Words are folded: capitals, accents and letters that stand for others (ł, ø, ß) count for nothing, and a
word of English is also known by its stem. Scripts that are written without spaces are kept character by
character, so that any run of them is found. A folded word holds nothing but letters, digits and their marks:
it can be quoted for any database as it is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Of a longer word only its beginning is kept.
LONGEST_WORD = 60

# Letters that no decomposition of Unicode leads back to the one people type for them.
_PLAIN = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "ß": "ss",
    }
)
# Accents, and the points of Hebrew and Arabic: a reader knows the word without them. Vowels that other
# scripts write as marks are kept, because without them it is another word.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
)
# Thai, Lao, Burmese, Khmer, the kana, Chinese characters; pictures too.
_APART = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
# Words that a sign joins into one: o’brien, part-time.
_JOINED = re.compile(r"\b[^\W_]+(?:[-‐‑'’ʼ][^\W_]+)+")


class _Folding(dict[int, str]):
    """What becomes of each character; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded_character(chr(code))
        return folded


def _folded_character(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf" or _ACCENTS.match(character):
        return ""
    if category == "So" or (_APART.match(character) and category[0] in "LMN"):
        return f" {character} "
    return character if category[0] in "LNM" else " "


_FOLDING = _Folding()


def words(text: str) -> list[str]:
    """The folded words of a text, in their order."""
    return [word[:LONGEST_WORD] for word in _folded(text).split()]


@lru_cache(maxsize=20_000)
def pieces(text: str) -> tuple[tuple[int, int, str], ...]:
    """The folded words of a short text, each with where it begins and ends in it."""
    found: list[tuple[int, int, str]] = []
    inside = False
    for at, character in enumerate(text):
        folded = _folded(character)
        if inside and not folded:
            # An accent of its own belongs to what it stands on.
            found[-1] = (found[-1][0], at + 1, found[-1][2])
        for letter in folded:
            if letter == " ":
                inside = False
            elif inside:
                found[-1] = (found[-1][0], at + 1, found[-1][2] + letter)
            else:
                found.append((at, at + 1, letter))
                inside = True
    ordered = ((begin, end, unicodedata.normalize("NFKD", word)) for begin, end, word in found)
    return tuple((begin, end, word[:LONGEST_WORD]) for begin, end, word in ordered)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN)
    # What capitals were made of may fall apart once more.
    return unicodedata.normalize("NFKD", plain).translate(_FOLDING)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What the forms of an English word have in common; another word is its own stem."""
    return _stemmer()(word) if word.isascii() and len(word) > 2 else word


@cache
def _stemmer() -> Callable[[str], str]:
    # Not at the top: it brings the stemmers of all its languages. Not by its own choice either: that is
    # another program’s where that is installed, and an index has one reading.
    from snowballstemmer.english_stemmer import EnglishStemmer

    stemmed: Callable[[str], str] = EnglishStemmer().stemWord
    return stemmed


def joined(text: str) -> set[str]:
    """What a hyphen or an apostrophe cuts into words, in one piece: o’brien is found as obrien too."""
    return {"".join(words(piece))[:LONGEST_WORD] for piece in _JOINED.findall(text)}
