"""LinkedIn: `Application Date,Company Name,Job Title`, with more columns in the export of all one's data.

Pure. `Contact Email` and `Contact Phone Number` are those that I gave, so they are nobody's at the company.
Saved postings come as `Saved Date,Job Url,Job Title,Company Name`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.moving_in.shapes.shape import Shape

if TYPE_CHECKING:
    from desk.moving_in.rows import Row


def _tidy(row: Row, cells: dict[str, str]) -> None:
    row.source = row.source or "LinkedIn"
    if not row.stage and not row.closed_as:
        row.stage = "wishlist" if cells.get("saved_on") and not row.applied_on else "applied"


_MEANINGS = {
    "contact email": "ignored",
    "contact phone number": "ignored",
    "resume name": "files_sent",
    "question and answers": "notes",
    "saved date": "saved_on",
}
SHAPE = Shape(
    "linkedin", frozenset({"application date", "company name", "job title"}), _MEANINGS, us=True, tidy=_tidy
)
SAVED = Shape(
    "linkedin", frozenset({"saved date", "job url", "company name"}), _MEANINGS, us=True, tidy=_tidy
)
