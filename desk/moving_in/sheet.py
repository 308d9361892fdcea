"""A table as spreadsheet programs write it: what parts the cells, which line holds the headings, the rows.

Pure. Rows are numbered as a spreadsheet program numbers them, from 1, with the lines above the headings.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from desk.moving_in import columns
from desk.moving_in.encoding import encoding_of, pieces_of
from desk.moving_in.refusing import UnknownFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desk.moving_in.content import Content

_DELIMITERS = ",;\t|"
# Titles and groups stand in so many lines above the headings at most.
_LOOKED_AT = 25
_MOST_COLUMNS = 200
_CHARACTERS_LOOKED_AT = 200_000
# No cell of a job search is longer; a quotation mark that is never closed ends here.
_LONGEST_CELL = 5_000_000
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


@dataclass(frozen=True)
class Sheet:
    """A table. `headings` has a text for every column; `first` is the number of the row below them."""

    data: Content
    encoding: str
    delimiter: str
    headings: tuple[str, ...]
    first: int

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Every row that says something, with its number: as many cells as headings, or more."""
        width = len(self.headings)
        for number, cells in enumerate(_cells(self.data, self.encoding, self.delimiter), start=1):
            if number < self.first or not any(cells):
                continue
            if tuple(cells[:width]) == self.headings:
                continue
            yield number, cells + [""] * (width - len(cells))


def read(data: Content, known: dict[str, str] | None = None) -> Sheet:
    """The table in the file. Raises UnknownFileError where there is none.

    `known` are headings that a tracker is known by; others are known by their words.
    """
    encoding = encoding_of(data)

    def understood(cells: list[str]) -> int:
        return sum(
            1 for meaning in columns.meanings_of(cells, known) if meaning and meaning != columns.IGNORED
        )

    best: tuple[int, int, str, int, list[str]] | None = None
    for delimiter in _DELIMITERS:
        place, cells, score = _headings(data, encoding, delimiter, understood)
        if best is None or (score, len(cells)) > best[:2]:
            best = (score, len(cells), delimiter, place, cells)
    assert best is not None  # noqa: S101  (there are delimiters)
    _, width, delimiter, place, cells = best
    if width > _MOST_COLUMNS:
        raise UnknownFileError("too_wide")
    if not any(cells):
        raise UnknownFileError("empty")
    return Sheet(data, encoding, delimiter, tuple(cells), place + 1)


def _headings(
    data: Content, encoding: str, delimiter: str, understood: Callable[[list[str]], int]
) -> tuple[int, list[str], int]:
    """The line that reads most like headings: its number, its cells, and how many of them are understood."""
    beginning = data[:_CHARACTERS_LOOKED_AT]
    lines = list(islice(_cells(beginning, encoding, delimiter), _LOOKED_AT))
    scored = [
        (understood(cells), -number, cells) for number, cells in enumerate(lines, start=1) if any(cells)
    ]
    if not scored:
        return 1, [], 0
    score, place, cells = max(scored)
    if score == 0:
        # Nothing is understood: the first line that has several cells, to be mapped by hand.
        score, place, cells = next((one for one in scored if len([c for c in one[2] if c]) > 1), scored[0])
    while cells and not cells[-1]:
        cells = cells[:-1]
    return -place, cells, score


def _cells(data: Content, encoding: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        for cells in csv.reader(_lines(data, encoding), delimiter=delimiter):
            yield [_clean(cell) for cell in cells]
    except csv.Error as error:
        raise UnknownFileError("no_table", str(error)) from error


def _lines(data: Content, encoding: str) -> Iterator[str]:
    """The lines with their ends, decoded piece by piece: a file of many megabytes is never held twice."""
    rest = ""
    for piece in pieces_of(data, encoding):
        *whole, rest = _LINE.findall(rest + piece) or [""]
        if len(rest) > _LONGEST_CELL:
            raise UnknownFileError("no_table")
        # The last may go on in the next piece, and so may a line end of two characters.
        yield from whole
    yield from _LINE.findall(rest)


def _clean(cell: str) -> str:
    return cell.replace("\x00", "").strip().lstrip("\ufeff")
