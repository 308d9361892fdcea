"""The first check of a letter as quick as those after it: what the checks load by and by, loaded at once.

Pure.
"""

from __future__ import annotations

from datetime import UTC, datetime

from letters.material import Material, NoteText, Person
from letters.review import review

_READER = Person("reader", "Ana Ferreira")
_SOME_DAY = datetime(2026, 1, 5, tzinfo=UTC)
# Words that no dictionary has: a suggestion for them is the slowest of all.
_TEXT = (
    "Dear Ana,\n\nThank you for the hour on Tuesday. You told me that the recieving desk logs each return "
    "twice, and nobody compares the two. I would start with one list for a fortnight.\n\nKind regards,\nMe"
)


def warm() -> None:
    """Check a letter to nobody: dictionaries, word lists and patterns are in memory afterwards."""
    said = "The receiving desks log every return two times"
    notes = (NoteText("note", "challenge", said, _READER.key, by=_READER.key),)
    for kind in ("thank_you", "nudge"):
        known = Material("Me", "Nobody", "Nothing", kind, _READER, _SOME_DAY, notes=notes)
        review(_TEXT, known, "A list")
