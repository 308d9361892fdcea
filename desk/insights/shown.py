"""How much of what comes again is shown at first: a long search has thousands of lines of it.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from desk.insights.again import Again, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk.insights.again import Said

T = TypeVar("T", Again, Theme)
# Of each the latest times; and so many more questions, or words, without asking for the page again.
TIMES, BEHIND = 6, 20


@dataclass(frozen=True)
class Group(Generic[T]):
    """A question or a word, its latest times, and how many there are from before."""

    of: T
    times: tuple[Said, ...]
    earlier: int


@dataclass(frozen=True)
class Part(Generic[T]):
    """What stands open, what a click shows, and how many more another page has."""

    open: tuple[Group[T], ...]
    behind: tuple[Group[T], ...] = ()
    left: int = 0


def part(found: Sequence[T], most: int, *, everything: bool) -> Part[T]:
    """At first `most` stand open."""
    if everything:
        return Part(tuple(Group(one, one.times, 0) for one in found))
    rest = found[most:]
    behind, left = (rest, 0) if len(rest) <= BEHIND else ((), len(rest))
    return Part(tuple(map(_latest, found[:most])), tuple(map(_latest, behind)), left)


def _latest(one: T) -> Group[T]:
    return Group(one, one.times[:TIMES], max(0, len(one.times) - TIMES))
