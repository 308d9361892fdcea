"""Simplify: `Job Title,Company Name,Job URL,Applied Date,Status,Status Date,Archived,Date Archived,Notes`.

Pure. The date of the status is that of its last change: the day of an ending, where it is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.moving_in.shapes.shape import Shape

if TYPE_CHECKING:
    from desk.moving_in.rows import Row

_YES = frozenset({"yes", "true", "1", "y"})


def _tidy(row: Row, cells: dict[str, str]) -> None:
    if cells.get("archived", "").casefold() in _YES and not row.closed_as:
        row.closed_as = "laid_to_rest"


SHAPE = Shape(
    "simplify",
    frozenset({"job title", "company name", "job url", "applied date", "status date", "archived"}),
    {"status date": "closed_on", "archived": "archived", "date archived": "archived_on"},
    tidy=_tidy,
)
