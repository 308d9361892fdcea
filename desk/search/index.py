"""What the index keeps of one record, and where: the same in every database.

Pure. An entry stands at a place: a number that begins with the sort of record, goes on with the minute it is
of and ends with its id, so that the newest records of a sort are the highest places of its range.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from desk.search.words import joined, stem, words

# The sorts of records, in the order of their ranges: never change it without indexing anew.
COMPANY, PERSON, CANDIDACY, NOTE, LETTER, CONTACT, MAIL, DEVELOPMENT = range(8)
DOCUMENTS = range(8)

# With the three bits of the sort these are 56: backwards, FTS5 loses its way over anything longer, whose
# ninth byte may look like the middle of another number. The minutes reach to 2097.
_MINUTES, _IDS = 26, 27
_BEGINNING = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
# Stands between the texts of one record: no phrase reaches across.
BOUNDARY = "_"
# Of a longer text only the beginning is found: PostgreSQL keeps no more than a megabyte of words a record.
LONGEST_TEXT = 60_000
_ROOM = 300_000


def place(source: int, at: dt.datetime, record: int) -> int:
    """The place of a record."""
    return _from(source, at) | record


def since(source: int, at: dt.datetime | None) -> tuple[int, int]:
    """The first and the last place of a sort of records, from a moment on where one is given."""
    first = _from(source, at) if at else source << (_MINUTES + _IDS)
    return first, ((source + 1) << (_MINUTES + _IDS)) - 1


def _from(source: int, at: dt.datetime) -> int:
    minute = int((at - _BEGINNING).total_seconds() // 60)
    kept = min(max(minute, 0), (1 << _MINUTES) - 1)
    return (source << _MINUTES | kept) << _IDS


def has_place(record: int) -> bool:
    """Whether an id can be told from every other one at its place: all that a database gives out can."""
    return 0 <= record < 1 << _IDS


def source_of(at: int) -> int:
    """The sort of record at a place."""
    return at >> (_MINUTES + _IDS)


def record_of(at: int) -> int:
    """The id of the record at a place."""
    return at & ((1 << _IDS) - 1)


def moment_of(at: int) -> int:
    """What orders places of different sorts by their time."""
    return at & ((1 << (_MINUTES + _IDS)) - 1)


@dataclass(frozen=True)
class Document:
    """What can be found of one record: its texts, and the companies and people it is about."""

    source: int
    record: int
    at: dt.datetime
    texts: tuple[str, ...]
    companies: frozenset[int | None] = field(default_factory=frozenset)
    people: frozenset[int | None] = field(default_factory=frozenset)

    @property
    def place(self) -> int:
        """Where it stands."""
        return place(self.source, self.at, self.record)

    @cached_property
    def words(self) -> list[str]:
        """Its words in their order, with a boundary between its texts."""
        found: list[str] = []
        for text in self._texts:
            found += [BOUNDARY, *words(text)] if found else words(text)
        return _with_room(found)

    @property
    def forms(self) -> list[str]:
        """What its words have in common with their other forms, where that is no word of it, each once."""
        known = set(self.words)
        whole = (one for text in self._texts for one in joined(text))
        return _with_room(sorted({stem(word) for word in (*known, *whole)} - known))

    @property
    def about(self) -> list[str]:
        """What it is about, as words that no text has."""
        companies = (about_company(one) for one in self.companies if one is not None)
        people = (about_person(one) for one in self.people if one is not None)
        return sorted([*companies, *people])

    @cached_property
    def _texts(self) -> list[str]:
        return [text[:LONGEST_TEXT] for text in self.texts if text]


def _with_room(found: list[str]) -> list[str]:
    """As many of the words as every database can keep of one record."""
    if len(" ".join(found).encode()) <= _ROOM:
        return found
    ends = accumulate(len(word.encode()) + 1 for word in found)
    return [word for word, end in zip(found, ends, strict=True) if end <= _ROOM]


def about_company(pk: int) -> str:
    """The word for being about a company."""
    return f"_c{pk}"


def about_person(pk: int) -> str:
    """The word for being about a person."""
    return f"_p{pk}"
