"""What to call people in passing: by the name a colleague would use, or in full where that is not clear.

Pure. A guess only for the product's own sentences; letters take their salutation from elsewhere.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

Key = TypeVar("Key")
HONORIFICS = frozenset(
    {
        "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "rev",
        "herr", "frau", "mme", "m", "monsieur", "madame", "sr", "sra", "señor", "señora", "dott", "ing",
    }
)  # fmt: skip


def called(name: str) -> str:
    """The first name without honorifics; the whole name where only one word would be left of it."""
    words = name.split()
    rest = [word for word in words if word.strip(".,").casefold() not in HONORIFICS]
    if not rest or (len(rest) == 1 and len(words) > 1):
        return " ".join(words)
    first = rest[0].strip(",")
    # An initial, or a family name put first, is not what anybody is called.
    return " ".join(words) if len(first.strip(".")) < 2 or rest[0].endswith(",") else first


def calling(names: Mapping[Key, str]) -> dict[Key, str]:
    """What to call each of several people: in full where two would be called the same."""
    short = {key: called(name) for key, name in names.items()}
    shared = Counter(short.values())
    return {key: word if shared[word] == 1 else names[key] for key, word in short.items()}
