"""Tables for spreadsheet programs: CSV in which no cell is taken for a formula.

A spreadsheet program computes a cell that begins with one of `FORMULA`, and a formula can read other
cells and send them away; so such a cell gets an apostrophe before it, which these programs take for “text
follows” (OWASP, “CSV Injection”).
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# The wide forms count too: programs set to Japanese or Chinese read them like the narrow ones.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# By this, programs that would guess another encoding know that it is UTF-8.
MARK = "\ufeff"


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """The rows as the text of a CSV file, by RFC 4180."""
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows([cell(text) for text in row] for row in rows)
    return MARK + file.getvalue()


def cell(text: str) -> str:
    """The text as a cell that stays text."""
    return f"'{text}" if text.startswith(FORMULA) else text
