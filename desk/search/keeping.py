"""Keeps the index true to the records, whoever writes to them.

Triggers note the id of every row that changes, in the transaction that changes it: bulk writes, undo, imports
and other programs too. What is noted is read anew before anything is searched, in one transaction with taking
the note away. So the words are read by one reading (`words`), and the index is never behind when it is asked.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from django.db import connection, transaction

from desk.giving_way import give_way
from desk.search import index, sources
from desk.search.store import STALE, store
from letters.models import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# So many notes are dealt with in one transaction, and so many records read at once.
_NOTES, _BATCH = 5_000, 500
# After so much at once, finding is quick only once what was kept is put in order.
_MUCH = 10_000


def _watch() -> None:
    """Have every change noted. SQLite forgets triggers with the table, whenever an update rebuilds one."""
    columns = [(source, model._meta.db_table, "id") for source, model in sources.MODELS.items()]
    # A line of a candidacy is found as the message it came from, for as long as there is that message.
    columns.append((index.CONTACT, Message._meta.db_table, "contact_id"))
    kept = store()
    with connection.cursor() as cursor:
        for one in columns:
            for statement in kept.watch(*one):
                cursor.execute(statement)
        for mark, above in sources.ABOVE.items():
            for statement in kept.watch_from_below(mark, above.model._meta.db_table, above.columns):
                cursor.execute(statement)


def begin_anew() -> None:
    """Watch the records from now on, forget all words, and note every record as one to be read."""
    with transaction.atomic():
        _watch()
        kept = store()
        kept.empty()
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {STALE}")
            for source in index.DOCUMENTS:
                table = sources.MODELS[source]._meta.db_table
                cursor.execute(
                    f'INSERT INTO {STALE} (source, record) SELECT {source}, id FROM "{table}" ORDER BY id'
                )


def catch_up() -> int:
    """Read what changed. Gives how many changes were noted; quick where there were none."""
    noted = 0
    while some := _catch_up_some():
        noted += some
        if some == _NOTES:
            give_way()
    if noted > _MUCH:
        store().settle()
    return noted


def _catch_up_some() -> int:
    if not _noted(1):
        return 0
    with transaction.atomic():
        kept = store()
        notes = _noted(_NOTES)
        touched = _touched((source, record) for _, source, record in notes)
        # One after the other: FTS5 writes out what it has whenever it has to look something up.
        for source, records in touched.items():
            for some in _batches(records):
                kept.drop(source, some)
        for source, records in touched.items():
            for some in _batches(records):
                kept.put(sources.documents(source, some))
        with connection.cursor() as cursor:
            cursor.executemany(f"DELETE FROM {STALE} WHERE id = %s", [(note,) for note, _, _ in notes])
    return len(notes)


def _noted(most: int) -> list[tuple[int, int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, source, record FROM {STALE} ORDER BY id LIMIT %s", [most])
        return list(cursor.fetchall())


def _touched(changed: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    """The documents to read anew, by their sort."""
    records: dict[int, set[int]] = defaultdict(set)
    for mark, record in changed:
        records[mark].add(record)
    for mark in records.keys() & sources.ABOVE.keys():
        for some in _batches(records.pop(mark)):
            for source, record in sources.below(mark, some):
                records[source].add(record)
    return records


def _batches(records: Iterable[int]) -> Iterator[list[int]]:
    waiting = iter(sorted(records))
    while some := list(islice(waiting, _BATCH)):
        yield some
