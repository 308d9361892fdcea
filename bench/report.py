"""What a run found, as tables for a person, and beside a run that was saved. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bench import goals

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = ("what", "size", "median_ms", "p99_ms", "floor_median_ms", "ratio", "cpu_ms", "queries", "bytes")
HEADINGS = ("page", "candidacies", "median ms", "p99 ms", "floor ms", "ratio", "cpu ms", "queries", "bytes")


def ratio(row: dict[str, Any]) -> float:
    """How many times the floor a page takes."""
    return round(float(row["median_ms"] / row["floor_median_ms"]), 2)


def as_text(found: dict[str, Any], saved: dict[str, Any] | None = None) -> str:
    """The whole report; with a saved run the change of each ratio."""
    parts = [_pages(found, saved), _grown(found), _others(found, saved), _goals(found)]
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part)


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
    grown = goals.growth(found["rows"])
    if grown:
        told = ", ".join(f"{what} {times}" for what, times in grown.items())
        yield f"{goals.SIZE:,} : {goals.SMALLER:,} candidacies: {told}"
    # Of more candidacies Today shows more rows, and so does the floor.
    floor = goals.growth(found["rows"], "floor_median_ms").get(goals.TODAY)
    if floor:
        yield f"  the floor, with as many rows as Today: {floor}"


def _others(found: dict[str, Any], saved: dict[str, Any] | None) -> Iterator[str]:
    for name, values in found.items():
        if name in ("rows", "profiles") or values is None:
            continue
        # Shares are told where a goal is missed.
        told = ", ".join(f"{key} {_said(value)}" for key, value in values.items() if key != "shares")
        was = (saved or {}).get(name)
        before = (
            f"  (before: {', '.join(f'{key} {_said(was[key])}' for key in was if key != 'shares')})"
            if was
            else ""
        )
        yield f"{name}: {told}{before}"


def _goals(found: dict[str, Any]) -> Iterator[str]:
    """Each goal, and of a page or a start that misses its own where the time goes."""
    beside = {
        about: found[part] for part, about in goals.ABOUT.items() if "shares" in (found.get(part) or {})
    }
    profiles = {about: {"shares": of["shares"]} for about, of in beside.items()} | (
        found.get("profiles") or {}
    )
    for goal in goals.judged(found):
        told = "met" if goal.is_met else "not met"
        yield f"{told:>7}: {goal.what} {_said(goal.measured)}, at most {_said(goal.most)}"
        profile = None if goal.is_met else profiles.pop(goal.about, None)
        for shares in profile.values() if profile else ():
            yield "         " + ", ".join(f"{where} {share} %" for where, share in shares.items())


def _said(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.2f}" if value < 100 else f"{value:.0f}"
    return str(value)
