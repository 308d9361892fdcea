"""JobSync: `index,createdAt,applied,appliedDate,Company,JobTitle,jobType,workplaceType,…,Status`.

Pure. Between them stand `Location,JobSource`. What is missing is written N/A; `applied` says Yes or No, and
older versions have no `workplaceType`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.moving_in.shapes.shape import Shape

if TYPE_CHECKING:
    from desk.moving_in.rows import Row


def _tidy(row: Row, cells: dict[str, str]) -> None:
    if not row.stage and not row.closed_as:
        row.stage = "wishlist" if cells.get("applied_yes", "").casefold() == "no" else "applied"
    # A posting that was saved, and its status never changed since.
    if cells.get("applied_yes", "").casefold() == "no" and row.stage == "applied" and not row.applied_on:
        row.stage = "wishlist"


SHAPE = Shape(
    "jobsync",
    frozenset({"created at", "applied", "applied date", "company", "job title", "job source", "status"}),
    {
        "applied": "applied_yes",
        "applied date": "applied_on",
        "created at": "ignored",
        "job type": "notes",
        "workplace type": "notes",
        "job source": "source",
    },
    tidy=_tidy,
)
