"""Unprompted replies by the working days they took, in bars that part exactly at the nudge line.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median_high, median_low
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# The last working day of each bar but the last, where the nudge line does not ask otherwise.
EDGES = (1, 3, 5, 7, 10, 15)


@dataclass(frozen=True)
class Bar:
    """The replies that took from `first` to `last` working days; no `last`: that many or more."""

    first: int
    last: int | None
    count: int
    late: bool


def edges(line: int) -> tuple[int, ...]:
    """The last day of each bar: the usual ones, the nearest of them moved to the nudge line."""
    if line in EDGES:
        return EDGES
    nearest = min(EDGES, key=lambda edge: (abs(edge - line), -edge))
    return tuple(sorted({*EDGES, line} - {nearest}))


def bars(days: Sequence[int], line: int) -> tuple[Bar, ...]:
    """Seven bars; `line` is the last working day before a nudge."""
    ends = edges(line)
    firsts = (0, *(edge + 1 for edge in ends))
    return tuple(
        Bar(first, last, sum(first <= n and (last is None or n <= last) for n in days), first > line)
        for first, last in zip(firsts, (*ends, None), strict=True)
    )


def usual(values: Iterable[int]) -> int | None:
    """The median: half of them took no longer. Of an even number the lower middle one; None of none."""
    known = list(values)
    return median_low(known) if known else None


def most_within(values: Iterable[int]) -> int | None:
    """The fewest within which more than half of them came; None of none."""
    known = list(values)
    return median_high(known) if known else None
