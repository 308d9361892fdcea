"""The index in SQLite: an FTS5 table, whose rows stand at the places of their records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection

from desk.search.store import ENTRY, STALE, WORDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from desk.search.asking import Term
    from desk.search.index import Document

TABLES = (
    f"CREATE TABLE {STALE} (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, record INTEGER NOT NULL)",
    f"""CREATE TABLE {ENTRY} (source INTEGER NOT NULL, record INTEGER NOT NULL,
        place INTEGER NOT NULL UNIQUE, PRIMARY KEY (source, record)) WITHOUT ROWID""",
    # The words come folded, parted by spaces: nothing is left for the tokenizer to do. Beginnings of up to
    # five letters have lists of their own; of a longer one, the lists of all its words are merged each time.
    f"""CREATE VIRTUAL TABLE {WORDS} USING fts5(words, forms, about, columnsize=0, prefix='1 2 3 4 5',
        tokenize="ascii tokenchars '_'")""",
)
_EVENTS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


class Sqlite:
    """See `Store`."""

    def watch(self, source: int, table: str, column: str) -> Iterator[str]:
        """Three triggers: they note which record changed, and nothing else."""
        for event, rows in _EVENTS.items():
            name = f"{STALE}_{table}_{column}_{event.lower()}"
            noted = " UNION ".join(
                f'SELECT {source}, {row}."{column}" WHERE {row}."{column}" IS NOT NULL' for row in rows
            )
            yield f"DROP TRIGGER IF EXISTS {name}"
            yield (
                f'CREATE TRIGGER {name} AFTER {event} ON "{table}" '
                f"BEGIN INSERT INTO {STALE} (source, record) {noted}; END"
            )

    def watch_from_below(self, mark: int, table: str, columns: Sequence[str]) -> Iterator[str]:
        """One trigger, that minds what those below say of the row."""
        name = f"{STALE}_{table}_below"
        changed = " OR ".join(f'OLD."{one}" IS NOT NEW."{one}"' for one in columns)
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield (
            f'CREATE TRIGGER {name} AFTER UPDATE ON "{table}" WHEN {changed} '
            f"BEGIN INSERT INTO {STALE} (source, record) VALUES ({mark}, NEW.id); END"
        )

    def put(self, documents: Sequence[Document]) -> None:
        """Add them at their places."""
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {ENTRY} (source, record, place) VALUES (%s, %s, %s)",
                [(one.source, one.record, one.place) for one in documents],
            )
            cursor.executemany(
                f"INSERT INTO {WORDS} (rowid, words, forms, about) VALUES (%s, %s, %s, %s)",
                [
                    (one.place, " ".join(one.words), " ".join(one.forms), " ".join(one.about))
                    for one in documents
                ],
            )

    def drop(self, source: int, records: Collection[int]) -> None:
        """Take their rows out of both tables."""
        which = f"source = %s AND record IN ({', '.join(['%s'] * len(records))})"
        with connection.cursor() as cursor:
            where = f"rowid IN (SELECT place FROM {ENTRY} WHERE {which})"
            cursor.execute(f"DELETE FROM {WORDS} WHERE {where}", [source, *records])
            cursor.execute(f"DELETE FROM {ENTRY} WHERE {which}", [source, *records])

    def empty(self) -> None:
        """Take all rows out."""
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {WORDS}")
            cursor.execute(f"DELETE FROM {ENTRY}")

    def settle(self) -> None:
        """Make one piece of the many that FTS5 writes."""
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {WORDS} ({WORDS}) VALUES ('optimize')")

    def expression(self, terms: Sequence[Term], about: Sequence[str], *, every: bool) -> str:
        """An FTS5 query. Words are nothing but letters and digits, and quoted all the same."""
        asked = (" AND " if every else " OR ").join(map(_term, terms))
        return " AND ".join([f"({asked})", *(f'about : "{one}"' for one in about)])

    def at_once(self, expression: str, most: int) -> int:  # noqa: ARG002
        """A few: it costs little to ask for more."""
        return 2 * most

    def newest(self) -> str:
        """FTS5 goes through its own list backwards, and no further than it has to."""
        return (
            f"SELECT rowid AS place FROM {WORDS} WHERE {WORDS} MATCH %s AND rowid BETWEEN %s AND %s "
            "ORDER BY rowid DESC LIMIT %s"
        )


def _term(term: Term) -> str:
    if term.stem and len(term.words) == 1 and not term.unfinished:
        # A word is its own form where it has no other: this finds it in whichever column it is.
        return f'"{term.stem}"'
    just_so = "words : " + " + ".join(f'"{word}"' for word in term.words) + (" *" if term.unfinished else "")
    return f'({just_so} OR "{term.stem}")' if term.stem else f"({just_so})"
