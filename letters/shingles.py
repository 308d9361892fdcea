"""How alike two letters are: the runs of words they share, names, company and role left blank.

Pure. Shared by drafting, which avoids resemblance, and review, which shows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letters.anatomy import Span
    from letters.material import Material

SIZE = 3
BLANK = "*"
_BLANKS = {hash((BLANK,) * SIZE)}
_WORD = re.compile(r"[\w\u0300-\u036f’'-]*\w[\w\u0300-\u036f’'-]*")
_SMALL = frozenset(
    {"of", "the", "and", "for", "in", "de", "van", "&", "a", "at", "to", "on", "von", "der", "la", "le"}
)


def mask_of(material: Material) -> frozenset[str]:
    """Names, company and role in lower case: what resemblance does not count."""
    people = (material.reader, *material.people)
    return masked([material.company, material.role, material.sender, *(one.name for one in people)])


def masked(names: Iterable[str]) -> frozenset[str]:
    """The words of these names in lower case, without small ones such as “of”."""
    return frozenset(plain(found.group()) for found in _WORD.finditer(" ".join(names))) - _SMALL


def plain(word: str) -> str:
    """In lower case, without a possessive, with plain apostrophes."""
    low = word.lower().replace("’", "'").strip("'-")
    return low.removesuffix("'s")


@lru_cache(maxsize=1024)
def words(text: str, masked: frozenset[str]) -> tuple[str, ...]:
    """The words of a text, in lower case, masked ones blank."""
    return tuple(
        BLANK if (word := plain(found.group())) in masked else word for found in _WORD.finditer(text)
    )


@lru_cache(maxsize=512)
def places(text: str) -> tuple[Span, ...]:
    """Where each of the `words` stands."""
    return tuple(found.span() for found in _WORD.finditer(text))


@lru_cache(maxsize=1024)
def numbers(text: str, masked: frozenset[str]) -> tuple[int, ...]:
    """The runs of three words as numbers, in order."""
    said = words(text, masked)
    return tuple(map(hash, zip(said, said[1:], said[2:], strict=False)))


@lru_cache(maxsize=1024)
def runs(text: str, masked: frozenset[str]) -> frozenset[int]:
    """The runs of three words as numbers, those of blanks alone left out."""
    return frozenset(numbers(text, masked)) - _BLANKS


@dataclass(frozen=True, slots=True)
class Sketch:
    """The runs of three and of seven words of a text as bits of two large numbers: tells in a microsecond how
    alike two texts can be.
    """

    bits: int
    runs: int
    # So many of them have no bit of their own, because they fall on that of another, or come again.
    hidden: int
    bits_of_long: int
    hidden_of_long: int

    def may_resemble(self, other: Sketch) -> bool:
        """Whether the two may share a twelfth of their runs, or seven words in a row. Never wrongly no,
        but for one pair in thousands, whose runs fall on the same bit.
        """
        common = (self.bits & other.bits).bit_count()
        return common >= _LONG_RUN or common > _TWELFTH * min(self.runs, other.runs)

    def share_at_most(self, other: Sketch) -> float:
        """What `share` is at most."""
        smaller = min(self.runs, other.runs)
        return ((self.bits & other.bits).bit_count() + self.hidden) / smaller if smaller else 0.0

    def longest_at_most(self, other: Sketch) -> int:
        """How many words `longest` has at most."""
        common = (self.bits_of_long & other.bits_of_long).bit_count()
        return LONG - 1 + (common + self.hidden_of_long if common else 0)


# A kilobyte for each: the runs of two letters meet by chance once or twice.
_BITS = 1 << 13
# Seven words in a row are five runs of three.
LONG, _LONG_RUN = 7, 5
_TWELFTH = 0.075


def sketch(text: str, masked: frozenset[str]) -> Sketch:
    """The sketch of a text."""
    said, three = words(text, masked), runs(text, masked)
    seven = [hash(said[at : at + LONG]) for at in range(len(said) - LONG + 1)]
    bits, of_long = _bits(three), _bits(seven)
    return Sketch(bits, len(three), len(three) - bits.bit_count(), of_long, len(seven) - of_long.bit_count())


def _bits(numbers: Iterable[int]) -> int:
    found = bytearray(_BITS // 8)
    for number in numbers:
        at = number % _BITS
        found[at >> 3] |= 1 << (at & 7)
    return int.from_bytes(found, "little")


def share(first: str, second: str, masked: frozenset[str]) -> float:
    """Shared runs over the smaller number of runs, from 0 to 1; a text under three words shares none."""
    one, two = runs(first, masked), runs(second, masked)
    smaller = min(len(one), len(two))
    return len(one & two) / smaller if smaller else 0.0


def common_runs(first: str, second: str, masked: frozenset[str]) -> list[tuple[int, int, int]]:
    """The longest runs of at least three words that both texts have, without overlap in the first.

    Each is the number of its first word in either text, and how many words it has.
    """
    one, two = words(first, masked), words(second, masked)
    common = runs(first, masked) & runs(second, masked)
    starts: dict[tuple[str, ...], list[int]] = {}
    for j, number in enumerate(numbers(second, masked)):
        if number in common:
            starts.setdefault(two[j : j + SIZE], []).append(j)
    here, found, i = numbers(first, masked), [], 0
    while i < len(here):
        at = starts.get(one[i : i + SIZE]) if here[i] in common else None
        if not at:
            i += 1
            continue
        size, back = max((_length(one, two, i, j), -j) for j in at[:_MOST_PLACES])
        found.append((i, -back, size))
        # The next run may begin inside this one: where two overlap, the longer one counts.
        i += size - SIZE + 1
    return _without_inner(found)


# A run that stands in the other text more often than this is compared with the first places alone.
_MOST_PLACES = 50


def _length(one: tuple[str, ...], two: tuple[str, ...], i: int, j: int) -> int:
    size = 0
    while i + size < len(one) and j + size < len(two) and one[i + size] == two[j + size]:
        size += 1
    return size


def _without_inner(found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Without runs that lie wholly inside the one before."""
    kept: list[tuple[int, int, int]] = []
    for i, j, size in found:
        if not kept or i + size > kept[-1][0] + kept[-1][2]:
            kept.append((i, j, size))
    return kept


def longest(first: str, second: str, masked: frozenset[str]) -> int:
    """How many words the longest common run has, 0 where none has three."""
    return max((size for _, _, size in common_runs(first, second, masked)), default=0)
