"""What a run found, as tables for a person, and beside a run that was saved. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COLUMNS = ("what", "size", "median_ms", "p99_ms", "floor_median_ms", "ratio", "cpu_ms", "queries", "bytes")
HEADINGS = ("page", "candidacies", "median ms", "p99 ms", "floor ms", "ratio", "cpu ms", "queries", "bytes")
GROWS = (1000, 10_000)


def ratio(row: dict[str, Any]) -> float:
    """How many times the floor a page takes."""
    return round(float(row["median_ms"] / row["floor_median_ms"]), 2)


def growth(rows: Iterable[dict[str, Any]]) -> dict[str, float]:
    """How many times longer each page takes with ten times the candidacies."""
    taken = {(row["what"], row["size"]): row["median_ms"] for row in rows}
    small, large = GROWS
    return {
        what: round(ms / taken[what, small], 2)
        for (what, size), ms in taken.items()
        if size == large and (what, small) in taken
    }


def as_text(found: dict[str, Any], saved: dict[str, Any] | None = None) -> str:
    """The whole report; with a saved run the change of each ratio."""
    return "\n".join([*_pages(found, saved), "", *_grown(found), "", *_others(found, saved)])


def _pages(found: dict[str, Any], saved: dict[str, Any] | None) -> Iterator[str]:
    before = {(row["what"], row["size"]): row["ratio"] for row in (saved or {}).get("rows", ())}
    headings = [*HEADINGS, "ratio before"] if saved else [*HEADINGS]
    lines = [
        [
            *(_said(row.get(name)) for name in COLUMNS),
            *([_said(before.get((row["what"], row["size"])))] * bool(saved)),
        ]
        for row in found["rows"]
    ]
    widths = [max(len(line[place]) for line in [headings, *lines]) for place in range(len(headings))]
    for line in [headings, *lines]:
        first, *rest = line
        yield "  ".join(
            [first.ljust(widths[0]), *(word.rjust(w) for word, w in zip(rest, widths[1:], strict=True))]
        )


def _grown(found: dict[str, Any]) -> Iterator[str]:
    grown = growth(found["rows"])
    if grown:
        small, large = GROWS
        told = ", ".join(f"{what} {times}" for what, times in grown.items())
        yield f"{large:,} : {small:,} candidacies: {told}"


def _others(found: dict[str, Any], saved: dict[str, Any] | None) -> Iterator[str]:
    for name, values in found.items():
        if name == "rows" or values is None:
            continue
        told = ", ".join(f"{key} {_said(value)}" for key, value in values.items())
        was = (saved or {}).get(name)
        before = (
            f"  (before: {', '.join(f'{key} {_said(value)}' for key, value in was.items())})" if was else ""
        )
        yield f"{name}: {told}{before}"


def _said(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.2f}" if value < 100 else f"{value:.0f}"
    return str(value)
