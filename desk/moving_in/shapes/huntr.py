"""Huntr: `listName,title,companyName,location,htmlDescription`, or `Company,Title,List`.

Pure. The list is a column of the board, and so the stage; the description is HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.moving_in.shapes.shape import Shape
from letters.matching.html import as_text

if TYPE_CHECKING:
    from desk.moving_in.rows import Row


def _tidy(row: Row, _cells: dict[str, str]) -> None:
    if "<" in row.posting_text:
        row.posting_text = as_text(row.posting_text)


SHAPE = Shape(
    "huntr",
    frozenset({"list name", "title", "company name"}),
    {"list name": "stage", "list": "stage", "html description": "posting_text"},
    tidy=_tidy,
)
SHORT = Shape("huntr", frozenset({"company", "title", "list"}), SHAPE.meanings, tidy=_tidy)
