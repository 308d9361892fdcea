"""What keeps the index: FTS5 in SQLite, tsvector in PostgreSQL, with the same answers from both."""

from __future__ import annotations

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

    def range(self) -> str:
        """Statement for the newest places of a range: parameters expression, first, last and how many."""


def store() -> Store:
    """The one for the database in use."""
    if connection.vendor == "postgresql":
        from desk.search import postgres

        return postgres.Postgres()
    from desk.search import sqlite

    return sqlite.Sqlite()


def places(expression: str, ranges: Sequence[tuple[int, int]], most: int) -> list[int]:
    """The newest places of each range that fit, as many of each as asked for; one query."""
    one = f"SELECT place FROM ({store().range()}) AS found"
    parameters = [value for first, last in ranges for value in (expression, first, last, most)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([one] * len(ranges)), parameters)
        return [row[0] for row in cursor.fetchall()]
