"""What is known of one tracker's table.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk.moving_in.rows import Row


@dataclass(frozen=True)
class Shape:
    """A tracker's table: its name, the headings that give it away, what they mean where that is its own.

    Headings are written as `folding.plain` leaves them. `tidy` gives a row its last touch, with the cells by
    their meaning.
    """

    name: str
    told_by: frozenset[str]
    meanings: dict[str, str] = field(default_factory=dict)
    # Whether days in figures begin with the month; None: as its country writes them.
    us: bool | None = None
    tidy: Callable[[Row, dict[str, str]], None] | None = None
