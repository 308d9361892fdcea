"""Long runs: how often a thing is tried, what was reached, and going on where a run was broken off.

Every test of `tests/trust` runs in two lengths. In each run of the suite it is short; `--soak` runs it with
the counts of the design’s table and ends in a table of figures. What a broken run had reached is kept in
`.soak/`, one file a row, and the next run goes on from there.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".soak"
NAME = "figure"


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
            self.figures = json.loads(self._file.read_text())

    def done(self) -> None:
        self.item.user_properties.append((NAME, (self.row, self.figures)))
        if self.full:
            self._file.unlink(missing_ok=True)

    def _keep(self) -> None:
        if self.full:
            KEPT.mkdir(exist_ok=True)
            self._file.write_text(json.dumps(self.figures))

    @property
    def _file(self) -> Path:
        return KEPT / f"{self.item.name}.json"


def of(item: pytest.Item, *, full: bool) -> Soak:
    """The row of a test, by the number in its name: test_row_17_…"""
    found = re.match(r"test_row_(\d+)", item.name)
    assert found, f"{item.name} does not say which row it is"
    soak = Soak(found[1], full, item)
    soak.load()
    return soak


def table(reports: list[Any]) -> list[str]:
    """A line a row: its number and what was reached."""
    rows = [value for report in reports for name, value in report.user_properties if name == NAME]
    return [
        f"row {row:>2}  "
        + ", ".join(f"{what.replace('_', ' ')} {figure}" for what, figure in figures.items())
        for row, figures in sorted(rows, key=lambda one: int(one[0]))
    ]
