"""What keeps the index: FTS5 in SQLite, tsvector in PostgreSQL, with the same answers from both."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Protocol

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from desk.search.asking import Term
    from desk.search.index import Document

# The tables, made by a migration; what of them is a database’s own is in the module of that database.
STALE, ENTRY, WORDS = "desk_search_stale", "desk_search_entry", "desk_search_words"


class Store(Protocol):
    """One database’s way to keep and to find words."""

    def watch(self, source: int, table: str, column: str) -> Iterable[str]:
        """The statements that have each change of a row noted, as one of the record named in the column."""

    def watch_from_below(self, mark: int, table: str, columns: Sequence[str]) -> Iterable[str]:
        """The statements that have it noted when one of these columns of a row changed."""

    def put(self, documents: Sequence[Document]) -> None:
        """Add what can be found of records that have no entry."""

    def drop(self, source: int, records: Collection[int]) -> None:
        """Take the entries of these records out."""

    def empty(self) -> None:
        """Take all entries out."""

    def settle(self) -> None:
        """Put in order what was kept in many pieces, so that finding in it is quick."""

    def expression(self, terms: Sequence[Term], about: Sequence[str], *, every: bool) -> str:
        """The question as the database takes it: every term or any, and all that it is to be about."""

    def at_once(self, expression: str, most: int) -> int:
        """How many places to fetch at a time, where so many of a range are wanted: more than those."""

    def newest(self) -> str:
        """Statement for the newest places of a range: parameters expression, first, last and how many."""


def store() -> Store:
    """The one for the database in use."""
    if connection.vendor == "postgresql":
        from desk.search import postgres

        return postgres.Postgres()
    from desk.search import sqlite

    return sqlite.Sqlite()


def places(expression: str, ranges: Sequence[tuple[int, int]], most: int) -> list[int]:
    """The newest places of each range that fit, as many of each as asked for, the highest range first.

    Asked from the top: what is rare is there at once, and where a range has enough it goes on below. A
    phrase, or the beginning of a word, is put together anew each time it is asked for.
    """
    kept, found, waiting = store(), list[int](), sorted(ranges)
    at_once = kept.at_once(expression, most)
    with connection.cursor() as cursor:
        while waiting:
            cursor.execute(kept.newest(), [expression, waiting[0][0], waiting[-1][1], at_once])
            rising = [row[0] for row in cursor.fetchall()][::-1]
            # Where there are fewer than asked for, there are no others anywhere below.
            below = rising[0] if len(rising) == at_once else -1
            while waiting:
                first, last = waiting[-1]
                inside = rising[bisect_left(rising, first) : bisect_right(rising, last)]
                if len(inside) < most and first <= below:
                    break
                found += inside[: -most - 1 : -1]
                waiting.pop()
    return found
