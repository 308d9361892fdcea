"""Long runs: how often a thing is tried, what was reached, and going on where a run was broken off.

Every test of `tests/trust` runs in two lengths. In each run of the suite it is short; `--soak` runs it with
the counts of the design’s table and ends in a table of figures. What a run has reached is kept in `.soak/`,
one file a test: the next run goes on from there, and leaves out what has ended, until all have.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".soak"


@dataclass
class Soak:
    """One row of the table while its test runs."""

    row: str
    full: bool
    item: pytest.Item
    figures: dict[str, Any] = field(default_factory=dict)

    def count(self, short: int, long: int) -> int:
        """How many times, in this run."""
        return long if self.full else short

    def rounds(self, what: str, short: int, long: int) -> Iterator[int]:
        """The rounds still to go. Each is counted once it is over; a long run remembers them."""
        total = self.count(short, long)
        for n in range(self.figures.get(what, 0), total):
            yield n
            self.figures[what] = n + 1
            self._keep()

    def say(self, **figures: Any) -> None:
        """Figures for the table: what was measured or counted."""
        self.figures |= figures
        self._keep()

    def load(self) -> None:
        if self.full and self._file.exists():
            self.figures = json.loads(self._file.read_text())["figures"]

    def done(self) -> None:
        self._keep(ended=dt.datetime.now(dt.UTC).date())

    def _keep(self, ended: dt.date | None = None) -> None:
        if self.full:
            KEPT.mkdir(exist_ok=True)
            kept = {"row": self.row, "figures": self.figures, "ended": ended and ended.isoformat()}
            self._file.write_text(json.dumps(kept))

    @property
    def _file(self) -> Path:
        return _file_of(self.item)


def _file_of(item: pytest.Item) -> Path:
    # A name may carry an address, with its slashes.
    return KEPT / f"{quote(item.name, safe='[] ')}.json"


def has_ended(item: pytest.Item) -> bool:
    """Whether a run before this one came to its end."""
    file = _file_of(item)
    return file.exists() and json.loads(file.read_text())["ended"] is not None


def of(item: pytest.Item, *, full: bool) -> Soak:
    """The row of a test, by the number in its name: test_row_17_…"""
    found = re.match(r"test_row_(\d+)", item.name)
    assert found, f"{item.name} does not say which row it is"
    soak = Soak(found[1], full, item)
    soak.load()
    return soak


def table() -> list[str]:
    """A line for each row of the design’s table: what its tests reached that have ended, and the last day."""
    kept = [json.loads(file.read_text()) for file in sorted(KEPT.glob("*.json"))]
    rows: dict[int, list[Any]] = {}
    for one in kept:
        if one["ended"]:
            rows.setdefault(int(one["row"]), []).append(one)
    return [_line(row, ended) for row, ended in sorted(rows.items())]


def _line(row: int, ended: list[Any]) -> str:
    # Tests that differ by their example alone may have the same to say.
    said = dict.fromkeys(_in_words(one["figures"]) for one in ended if one["figures"])
    return f"| {row} | {'; '.join(said) or 'held'} | {max(one['ended'] for one in ended)} |"


def _in_words(figures: dict[str, Any]) -> str:
    return ", ".join(f"{what.replace('_', ' ')} {_figure(value)}" for what, value in figures.items())


def _figure(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def begin_anew(items: list[pytest.Item]) -> None:
    """Forget what they reached, where nothing is left to go on with."""
    if all(has_ended(item) for item in items):
        for item in items:
            _file_of(item).unlink(missing_ok=True)
