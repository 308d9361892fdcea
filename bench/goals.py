"""The goals of a run with 10,000 candidacies, and which of them it met. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALLEST, SMALLER, SIZE = 100, 1000, 10_000
TODAY, CHECK, START, MEMORY, FIRST = "today", "check", "start", "memory", "first page"
# What a figure that is measured once is about.
ABOUT = {"start_ms": START, "memory_mib": MEMORY, "cold_page": FIRST}
# How many times the floor’s median a page may take.
MOST_OF_TODAY, MOST_OF_A_PAGE = 2.2, 3.0
# Where in a run a figure is that is measured once, and what it may be at most.
ONCE = {
    "start to first page, times the floor’s": ("start_ms", "ratio", 1.5),
    "idle memory, times the floor’s": ("memory_mib", "ratio", 1.6),
    "requests of a cold first page": ("cold_page", "requests", 6),
    "bytes of a cold first page, compressed": ("cold_page", "compressed_bytes", 40_000),
    "longest block of the main thread, ms": ("cold_page", "longest_block_ms", 50),
    "resemblance against 20 letters, ms": ("letters", "resemblance_20_ms", 10),
    "resemblance against 10,000 letters, ms": ("letters", "resemblance_10000_ms", 40),
    "import of 100,000 rows, s": ("import", "first_s", 60),
    "its memory at most, MiB": ("import", "first_mib", 286),
}


@dataclass(frozen=True)
class Judged:
    """One goal: what was measured, what it may be at most, what it is about: a page, or the start."""

    what: str
    measured: float
    most: float
    about: str = ""

    @property
    def is_met(self) -> bool:
        """Whether it is no more than it may be."""
        return self.measured <= self.most


def judged(found: dict[str, Any]) -> list[Judged]:
    """Each goal that this run has figures for."""
    rows = {(row["what"], row["size"]): row for row in found["rows"]}
    return [*_of_today(rows), *_of_pages(rows), *_once(found)]


def growth(rows: list[dict[str, Any]], figure: str = "median_ms") -> dict[str, float]:
    """How many times longer each page takes with ten times the candidacies, or the floor beside it."""
    taken = {(row["what"], row["size"]): row[figure] for row in rows}
    return {
        what: round(ms / taken[what, SMALLER], 2)
        for (what, size), ms in taken.items()
        if size == SIZE and (what, SMALLER) in taken
    }


def _of_today(rows: dict[tuple[str, int], dict[str, Any]]) -> Iterator[Judged]:
    row = rows.get((TODAY, SIZE))
    if row is None:
        return
    yield Judged("Today, times the floor", row["ratio"], MOST_OF_TODAY, TODAY)
    yield Judged("Today, p99 over median", round(row["p99_ms"] / row["median_ms"], 2), 2, TODAY)
    yield Judged("Today, queries", row["queries"], 5)
    if (TODAY, SMALLER) in rows:
        yield Judged("Today, 10,000 : 1,000", growth([rows[TODAY, SMALLER], row])[TODAY], 1.25, TODAY)
    if (TODAY, SMALLEST) in rows:
        more = abs(row["queries"] - rows[TODAY, SMALLEST]["queries"])
        yield Judged("Today, queries more or fewer than with 100", more, 0)


def _of_pages(rows: dict[tuple[str, int], dict[str, Any]]) -> Iterator[Judged]:
    for (what, size), row in rows.items():
        if size != SIZE or what == TODAY:
            continue
        if what == CHECK:
            yield Judged("composer check, ms", row["median_ms"], 100)
        else:
            yield Judged(f"{what}, times the floor", row["ratio"], MOST_OF_A_PAGE, what)


def _once(found: dict[str, Any]) -> Iterator[Judged]:
    for what, (part, name, most) in ONCE.items():
        if (found.get(part) or {}).get(name) is not None:
            yield Judged(what, found[part][name], most, ABOUT.get(part, ""))
