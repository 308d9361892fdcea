"""The index in PostgreSQL: a tsvector a record, made of words that are folded already.

No dictionary and no parser of the server’s has a part in it, so that its locale does not matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection

from desk.search.index import BOUNDARY
from desk.search.store import ENTRY, STALE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from desk.search.asking import Term
    from desk.search.index import Document

TABLES = (
    f"CREATE TABLE {STALE} (id bigserial PRIMARY KEY, source smallint NOT NULL, record bigint NOT NULL)",
    f"""CREATE TABLE {ENTRY} (place bigint PRIMARY KEY, source smallint NOT NULL, record bigint NOT NULL,
        words tsvector NOT NULL, UNIQUE (source, record))""",
    f"CREATE INDEX {ENTRY}_words ON {ENTRY} USING gin (words)",
    # Of so many words more the planner knows how rare they are.
    f"ALTER TABLE {ENTRY} ALTER COLUMN words SET STATISTICS 1000",
)
# Tells a word’s other forms from the words themselves.
_FORM = "="
# A tsvector knows no place beyond.
_LAST_POSITION = 16_383
# So many places are gathered and sorted sooner than the newest of them are met among all records.
_GATHERED = 25_000


class Postgres:
    """See `Store`."""

    def watch(self, source: int, table: str, column: str) -> Iterator[str]:
        """A function and its triggers: they note which record changed, and nothing else."""
        name = f"{STALE}_{table}_{column}"
        yield _function(
            name,
            TRUNCATE=f"SELECT {source}, record FROM {ENTRY} WHERE source = {source}",
            INSERT=f'SELECT {source}, NEW."{column}" WHERE NEW."{column}" IS NOT NULL',
            UPDATE=f"""SELECT {source}, record
                FROM (VALUES (OLD."{column}"), (NEW."{column}")) AS noted (record)
                WHERE record IS NOT NULL""",
            DELETE=f'SELECT {source}, OLD."{column}" WHERE OLD."{column}" IS NOT NULL',
        )
        yield from _trigger(f"{name}_row", table, "INSERT OR UPDATE OR DELETE", "FOR EACH ROW", name)
        yield from _trigger(f"{name}_all", table, "TRUNCATE", "FOR EACH STATEMENT", name)

    def watch_from_below(self, mark: int, table: str, columns: Sequence[str]) -> Iterator[str]:
        """A function and its trigger, that minds what those below say of the row."""
        name = f"{STALE}_{table}_below"
        changed = " OR ".join(f'OLD."{one}" IS DISTINCT FROM NEW."{one}"' for one in columns)
        yield _function(name, UPDATE=f"SELECT {mark}, NEW.id")
        yield from _trigger(name, table, "UPDATE", f"FOR EACH ROW WHEN ({changed})", name)

    def put(self, documents: Sequence[Document]) -> None:
        """Add them at their places."""
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {ENTRY} (place, source, record, words) VALUES (%s, %s, %s, %s::tsvector)",
                [(one.place, one.source, one.record, _vector(one)) for one in documents],
            )

    def drop(self, source: int, records: Collection[int]) -> None:
        """Take their rows out."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {ENTRY} WHERE source = %s AND record = ANY(%s)", [source, list(records)]
            )

    def empty(self) -> None:
        """Take all rows out."""
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {ENTRY}")

    def settle(self) -> None:
        """Tell the planner how frequent each word is."""
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {ENTRY}")

    def expression(self, terms: Sequence[Term], about: Sequence[str], *, every: bool) -> str:
        """A tsquery. Words are nothing but letters and digits, and quoted all the same."""
        asked = (" & " if every else " | ").join(map(_term, terms))
        return " & ".join([f"({asked})", *(f"'{one}'" for one in about)])

    def at_once(self, expression: str, most: int) -> int:
        """All of what the planner takes to be rare: it would look for the newest through all records.

        It knows how frequent each word is. Of a phrase it knows its words, and to gather those is what costs.
        """
        with connection.cursor() as cursor:
            cursor.execute(
                f"EXPLAIN (FORMAT JSON) SELECT FROM {ENTRY} WHERE words @@ %s::tsquery", [expression]
            )
            ((plan,),) = cursor.fetchone()
        return 2 * most if plan["Plan"]["Plan Rows"] > _GATHERED else 4 * _GATHERED

    def newest(self) -> str:
        """The planner chooses between the words and the places, by how many there are of either."""
        return (
            f"SELECT place FROM {ENTRY} WHERE words @@ %s::tsquery AND place BETWEEN %s AND %s "
            "ORDER BY place DESC LIMIT %s"
        )


def _function(name: str, **noted: str) -> str:
    branches = (
        f"IF TG_OP = '{event}' THEN INSERT INTO {STALE} (source, record) {which}; END IF;"
        for event, which in noted.items()
    )
    body = " ".join([*branches, "RETURN NULL;"])
    return f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"


def _trigger(name: str, table: str, when: str, how: str, function: str) -> Iterator[str]:
    yield f'DROP TRIGGER IF EXISTS {name} ON "{table}"'
    yield f'CREATE TRIGGER {name} AFTER {when} ON "{table}" {how} EXECUTE FUNCTION {function}()'


def _vector(document: Document) -> str:
    """The words with their positions; what has none has no part in a phrase."""
    placed = (
        f"'{word}':{min(at, _LAST_POSITION)}" for at, word in enumerate(document.words, 1) if word != BOUNDARY
    )
    forms = (f"'{_FORM}{form}'" for form in document.forms)
    return " ".join([*placed, *forms, *(f"'{one}'" for one in document.about)])


def _term(term: Term) -> str:
    other = f"'{term.stem}' | '{_FORM}{term.stem}'"
    if term.stem and len(term.words) == 1 and not term.unfinished:
        return f"({other})"
    just_so = " <-> ".join(f"'{word}'" for word in term.words) + (":*" if term.unfinished else "")
    return f"({just_so} | {other})" if term.stem else f"({just_so})"
