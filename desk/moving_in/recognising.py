"""What a file is, by its content and never by its name, and its rows.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desk.moving_in import columns, sheet, table
from desk.moving_in.folding import plain
from desk.moving_in.refusing import UnknownFileError
from desk.moving_in.shapes import (
    huntr,
    jobhuntbuddy,
    jobsync,
    linkedin,
    simplify,
    spreadsheet,
    teal,
    vcard,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from desk.moving_in.content import Content
    from desk.moving_in.rows import Row
    from desk.moving_in.shapes.shape import Shape

AFTERWORD = "afterword"
_LOOKED_AT = 64 * 1024
_TABLES = (
    jobsync.SHAPE,
    simplify.SHAPE,
    teal.SHAPE,
    huntr.SHAPE,
    linkedin.SHAPE,
    linkedin.SAVED,
    huntr.SHORT,
)
# Every tracker whose export can be brought in.
SOURCES = ("csv", "jobsync", jobhuntbuddy.NAME, "simplify", "teal", "huntr", "linkedin", vcard.NAME)


@dataclass(frozen=True)
class Asked:
    """What is asked of a file beyond its content.

    `us` is whether days in figures begin with the month where they do not say; `meanings` are those chosen by
    hand, by the place of the column; `mended` is what is typed instead of a cell, by row and meaning.
    """

    today: dt.date
    us: bool = False
    source: str = ""
    meanings: Mapping[int, str] = field(default_factory=dict)
    mended: Mapping[int, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Recognised:
    """A file that is understood: what it is, its columns if it is a table, and its rows."""

    source: str
    data: Content
    asked: Asked
    table: table.Table | None = None
    shape: Shape = spreadsheet.SHAPE

    def rows(self) -> Iterator[Row]:
        """Every row, with what keeps it out."""
        if self.table:
            reader = table.Reader(self.asked.today, self.asked.mended, self.shape.tidy)
            yield from table.rows(self.table, reader)
        elif self.source == vcard.NAME:
            yield from vcard.rows(self.data, self.asked.mended)
        else:
            yield from jobhuntbuddy.rows(self.data, self.asked.today, self.asked.mended)

    @property
    def unknown(self) -> list[str]:
        """The headings of the columns that nothing is taken from."""
        return (
            [one.heading for one in self.table.columns if not one.meaning and one.heading]
            if self.table
            else []
        )


def is_archive(data: Content) -> bool:
    """Whether it is, or can only mean to be, an archive of ours: JSON of no other program that is known."""
    return data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and not jobhuntbuddy.is_such(
        data
    )


def recognise(data: Content, asked: Asked) -> Recognised:
    """What the file is, or as what it is asked to be read. Raises UnknownFileError for none of all."""
    source = asked.source or _source_of(data)
    if source == vcard.NAME:
        return Recognised(source, data, asked)
    if source == jobhuntbuddy.NAME:
        return Recognised(source, data, asked)
    return _as_table(data, asked)


def _source_of(data: Content) -> str:
    if not data[:_LOOKED_AT].strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        raise UnknownFileError("empty")
    if vcard.is_such(data):
        return vcard.NAME
    if jobhuntbuddy.is_such(data):
        return jobhuntbuddy.NAME
    return ""


def _as_table(data: Content, asked: Asked) -> Recognised:
    found = sheet.read(data)
    headings = {plain(heading) for heading in found.headings}
    known = [shape for shape in _TABLES if asked.source in ("", shape.name)]
    shape = next((shape for shape in known if shape.told_by <= headings), None)
    if shape is None:
        # Asked for by name, a tracker's own words count also where some of its columns were taken out.
        shape = known[0] if asked.source not in ("", "csv") and known else spreadsheet.SHAPE
    meanings = columns.meanings_of(list(found.headings), shape.meanings)
    for place, meaning in asked.meanings.items():
        if 0 <= place < len(meanings):
            meanings[place] = meaning
    if not asked.source and not asked.meanings and not set(meanings) & {"company", "role"}:
        raise UnknownFileError("unknown" if len(found.headings) > 1 else "no_table")
    us = asked.us if shape.us is None else shape.us
    understood = table.understand(found, meanings, us=us, today=asked.today)
    if not understood.total:
        raise UnknownFileError("no_rows")
    return Recognised(shape.name, data, replace(asked, source=shape.name), understood, shape)
