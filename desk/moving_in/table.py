"""From a table and the meaning of its columns to rows: days read by their whole column, words translated.

Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desk.moving_in import columns, dates, stages
from desk.moving_in.folding import plain
from desk.moving_in.limits import checked, mail_address
from desk.moving_in.rows import Meeting, Problem, Row, Somebody, Word, day_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    from desk.moving_in.rows import When
    from desk.moving_in.sheet import Sheet

_NOTHING = frozenset({"", "n/a", "na", "none", "null", "-", "–", "—", "nan", "undefined"})
_SAMPLED = 20_000
_LINES = ("company", "role", "location", "source", "pay")
_PIECES = re.compile(r"\s*(?:[;\n]|,(?=[^,]*@)|\s/\s)\s*")
_NAMED = re.compile(r"^(?P<name>[^<(@]*?)\s*(?:[<(](?P<rest>[^>)]*)[>)])?\s*$")


@dataclass
class Column:
    """One column: its heading, what it means, a value of it, and how that value was read."""

    heading: str
    meaning: str
    example: str = ""
    read_as: dt.date | None = None
    # Words of stages that were understood.
    words: int = 0


@dataclass
class Table:
    """A table whose columns are understood. `us` says of each how days in figures are meant."""

    sheet: Sheet
    meanings: list[str]
    columns: list[Column] = field(default_factory=list)
    us: dict[int, bool] = field(default_factory=dict)
    total: int = 0


@dataclass(frozen=True)
class Reader:
    """How the rows of a table are made: a tracker's own words before the common ones, and a last touch."""

    today: dt.date
    # What is typed instead of a cell: row number → meaning → text.
    mended: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    tidy: Callable[[Row, dict[str, str]], None] | None = None


def understand(sheet: Sheet, meanings: list[str], *, us: bool, today: dt.date) -> Table:
    """Look through the table once: how its days are written, an example of each column, how many rows it has.

    `us` is what counts where a column of days does not say by itself whether the month comes first.
    """
    table = Table(sheet, meanings, [Column(*pair) for pair in zip(sheet.headings, meanings, strict=True)])
    days = {place: set[str]() for place, meaning in enumerate(meanings) if meaning in columns.DATES}
    words = {place: set[str]() for place, meaning in enumerate(meanings) if meaning == "stage"}
    for _, cells in sheet.rows():
        table.total += 1
        for column, cell in zip(table.columns, cells, strict=False):
            if not column.example and cell.casefold() not in _NOTHING:
                column.example = cell[:200]
        for place, found in (days | words).items():
            if len(found) < _SAMPLED:
                found.add(cells[place])
    for place, found in days.items():
        clear = dates.month_first(found)
        table.us[place] = us if clear is None else clear
        _show(table.columns[place], found, us=table.us[place], today=today)
    for place, found in words.items():
        table.columns[place].words = sum(stages.said(word).known for word in found if word)
    return table


def _show(column: Column, found: set[str], *, us: bool, today: dt.date) -> None:
    """An example that could be meant in two ways stands before others: that one is worth a look."""
    doubtful = sorted(text for text in found if dates.is_ambiguous(text))
    column.example = doubtful[0] if doubtful else column.example
    try:
        column.read_as = day_of(dates.read(column.example, us=us, today=today))
    except (ValueError, OverflowError):
        column.read_as = None


def rows(table: Table, reader: Reader) -> Iterator[Row]:
    """Every row, checked; what is typed instead of a cell counts."""
    read = _Cells(table, reader)
    for number, cells in table.sheet.rows():
        yield read.row(number, cells)


class _Cells:
    """Reads row after row, and each way of writing a day once."""

    def __init__(self, table: Table, reader: Reader) -> None:
        self.reader = reader
        self.places: dict[str, list[int]] = {}
        for place, meaning in enumerate(table.meanings):
            if meaning and meaning != columns.IGNORED:
                self.places.setdefault(meaning, []).append(place)
        self.headings = table.sheet.headings
        self.us = table.us
        self.days: dict[tuple[bool, str], When | None] = {}

    def row(self, number: int, cells: list[str]) -> Row:
        mended = self.reader.mended.get(number, {})
        given = {meaning: self._text(meaning, cells) for meaning in self.places} | dict(mended)
        row = Row(number, notes=self._labelled("notes", cells) if "notes" in self.places else "")
        for name in _LINES:
            setattr(row, name, " ".join(given.get(name, "").split()))
        for name in ("posting_url", "posting_text", "files_sent", "website"):
            setattr(row, name, given.get(name, ""))
        if len(cells) > len(self.headings) and any(cells[len(self.headings) :]):
            row.remarks.append(("more", ", ".join(filter(None, cells[len(self.headings) :]))))
        self._stage(row, given.get("stage", ""))
        row.people = _people(given)
        self._days(row, given)
        if self.reader.tidy:
            self.reader.tidy(row, given)
        if not row.closed_as:
            row.closed_on = None
        return checked(row)

    def _text(self, meaning: str, cells: list[str]) -> str:
        found = [cells[place] for place in self.places[meaning] if cells[place].casefold() not in _NOTHING]
        return found[0] if len(found) == 1 else ", ".join(found)

    def _labelled(self, meaning: str, cells: list[str]) -> str:
        """Cells of several columns under their headings, so that a 7 says what it is."""
        places = self.places[meaning]
        lines = [
            (self.headings[place], cells[place])
            for place in places
            if cells[place].casefold() not in _NOTHING
        ]
        if len(lines) == 1 and plain(lines[0][0]) in columns.NOTES:
            return lines[0][1]
        return "\n".join(f"{heading}: {text}" for heading, text in lines)

    def _stage(self, row: Row, word: str) -> None:
        if not word:
            return
        said = stages.said(word)
        row.stage, row.closed_as = said.stage, said.closed_as
        if not said.known:
            row.remarks.append(("status", word))

    def _days(self, row: Row, given: dict[str, str]) -> None:
        found = {name: self._when(row, name, given[name]) for name in columns.DATES if given.get(name)}
        for name in ("applied_on", "closed_on", "decision_on"):
            when = found.get(name)
            setattr(row, name, day_of(when) if when else None)
        for name, direction in (("last_in", "in"), ("last_out", "out")):
            if when := found.get(name):
                row.words.append(Word(when, direction))
        if when := found.get("interview_on"):
            row.meetings.append(Meeting(when))
        if when := found.get(columns.ARCHIVED_ON):
            row.closed_on = day_of(when)

    def _when(self, row: Row, name: str, text: str) -> When | None:
        places = self.places.get(name, [])
        us = self.us.get(places[0], False) if places else False
        if (us, text) not in self.days:
            self.days[us, text] = self._read(text, us)
        when = self.days[us, text]
        if when is None and not dates.says_nothing(text):
            if name in ("interview_on", "last_in", "last_out", "decision_on") and not any(
                map(str.isdigit, text)
            ):
                # “Yes”, “soon”: words where a day may stand.
                row.remarks.append((name, text))
            else:
                row.problems.append(Problem("no_date", name, text))
        return when

    def _read(self, text: str, us: bool) -> When | None:
        try:
            return dates.read(text, us=us, today=self.reader.today)
        except (ValueError, OverflowError):
            return None


def _people(given: dict[str, str]) -> list[Somebody]:
    """Those a cell names: “Joanna Hale <j.hale@copperline.example>; Tom Reid (Head of Data)”."""
    people = []
    for piece in filter(None, _PIECES.split(given.get("person", ""))):
        named = _NAMED.match(piece)
        rest = (named["rest"] or "") if named else piece
        address = mail_address(rest)
        name = " ".join((named["name"] if named else "").split()).strip(" ,-–")
        people.append(
            Somebody(
                name or _name_in(mail_address(piece)),
                title="" if address else rest.strip(),
                email=address or mail_address(piece),
            )
        )
    address = given.get("person_email", "")
    if not people and mail_address(address):
        people = [Somebody(_name_in(mail_address(address)))]
    if people:
        first = people[0]
        first.email = first.email or address
        first.phone, first.link = given.get("person_phone", ""), given.get("person_link", "")
        first.title = first.title or " ".join(given.get("person_title", "").split())
    return [person for person in people if person.name or person.email]


def _name_in(address: str) -> str:
    """joanna.hale@… is Joanna Hale; j.hale@… or jobs@… names nobody."""
    parts = [
        part for part in re.split(r"[._-]", address.partition("@")[0]) if part.isalpha() and len(part) > 1
    ]
    return " ".join(part.capitalize() for part in parts) if len(parts) == 2 else ""
