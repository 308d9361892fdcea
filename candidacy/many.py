"""Changes of very many rows at once, such as an import: stored fast, kept small, undone as one.

Rows are kept in packed parts, each of one model, as they were before and as they are after. Storing, undoing
and doing again are the same turn from the one to the other, so that nothing is stored but what the log holds.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import connection, models

from candidacy.models import Change, ChangePart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Values = list[Any]
# How many rows are one part, and how many keys one question to the database names.
PART, ASKED = 1000, 500
_AS_IT_IS = (models.CharField, models.TextField, models.BooleanField, models.IntegerField, models.ForeignKey)
# Nobody edits these; and an undone edit puts moments back to the millisecond.
_BOOKKEEPING = frozenset({"version", "created_at", "updated_at"})


class ChangedSinceError(Exception):
    """The rows are no longer as the change left them, so undoing it would lose what came after."""


@dataclass(frozen=True)
class Part:
    """Rows of one model by their keys: as they were, and as they are to be; columns by attribute."""

    model: type[models.Model]
    columns: tuple[str, ...]
    before: dict[Any, list[Any]]
    after: dict[Any, list[Any]]

    def turned(self) -> Part:
        """The way back."""
        return Part(self.model, self.columns, self.after, self.before)


def pack(model: type[models.Model], before: list[Values], after: list[Values]) -> bytes:
    """A part as it is stored. Each row has every column of the model, in the order of `columns`."""
    text = json.dumps([model._meta.label, columns(model), before, after], default=_plain, ensure_ascii=True)
    return zlib.compress(text.encode("ascii"), level=1)


def unpack(packed: bytes) -> Part:
    """A part with its rows."""
    label, names, *lists = json.loads(zlib.decompress(packed))
    model = apps.get_model(label)
    place = names.index(model._meta.pk.attname)
    before, after = ({row[place]: row for row in rows} for rows in lists)
    return Part(model, tuple(names), before, after)


def reserve(model: type[models.Model], count: int) -> Sequence[int]:
    """Keys for so many new rows, that the database gives to nobody else: now or ever.

    What is made ready outside a transaction can so name the rows it will store.
    """
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
            )
            return [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        found = cursor.fetchone()
        last = found[0] if found else 0
        told = "UPDATE sqlite_sequence SET seq = %s WHERE name = %s"
        cursor.execute(
            told if found else "INSERT INTO sqlite_sequence (seq, name) VALUES (%s, %s)",
            [last + count, table],
        )
        return range(last + 1, last + count + 1)


def log(sentence: str, packed: Iterable[bytes], *, tick: Callable[[Part], None] | None = None) -> Change:
    """Store what the parts hold, and log it as one change. `tick` hears of each part that is stored.

    Inside a transaction. Raises ChangedSinceError where a row is no longer as a part says that it was.
    """
    change = Change.objects.create(sentence=sentence[:300])
    for position, one in enumerate(packed):
        part = unpack(one)
        _check(part, {})
        _store(part)
        change.many += len(part.after.keys() | part.before.keys())
        ChangePart(change=change, position=position, packed=one).save(force_insert=True)
        if tick:
            tick(part)
    change.save(update_fields=["many"])
    return change


def keep(change: Change, packed: Iterable[bytes]) -> None:
    """Add parts to a change whose rows are stored already."""
    for position, one in enumerate(packed, start=change.parts.count()):
        part = unpack(one)
        change.many += len(part.after.keys() | part.before.keys())
        ChangePart(change=change, position=position, packed=one).save(force_insert=True)
    change.save(update_fields=["many"])


def turn_back(change: Change) -> None:
    """Put the rows of all parts back as they were. Inside a transaction; raises ChangedSinceError."""
    positions = list(change.parts.order_by("-position").values_list("pk", flat=True))
    doomed: dict[type[models.Model], set[Any]] = {}
    for part in _parts(positions):
        doomed.setdefault(part.model, set()).update(part.after.keys() - part.before.keys())
    for part in _parts(positions):
        _check(part.turned(), doomed)
    for part in _parts(positions):
        _store(part.turned())


def turn_again(change: Change) -> None:
    """Do again what was turned back. Inside a transaction; raises ChangedSinceError."""
    for part in _parts(list(change.parts.order_by("position").values_list("pk", flat=True))):
        _check(part, {})
        _store(part)


def names_any(change: Change, rows: set[tuple[str, Any]]) -> bool:
    """Whether one of these rows, by model and key, is in a part of the change."""
    for part in _parts(list(change.parts.values_list("pk", flat=True))):
        label = part.model._meta.label_lower
        if any((label, key) in rows for key in part.after.keys() | part.before.keys()):
            return True
    return False


def forget_parts(change: Change) -> None:
    """Let go of the rows: the change stays as a line that nobody can undo. The caller saves it."""
    change.parts.all().delete()
    change.many = 0


def columns(model: type[models.Model]) -> list[str]:
    """The attributes of the model's columns, in the order of a packed row."""
    return [field.attname for field in model._meta.concrete_fields]


def values(row: models.Model) -> Values:
    """Every column of a row."""
    return [getattr(row, name) for name in columns(type(row))]


def _parts(keys: list[int]) -> Iterator[Part]:
    """One after the other: together they would not fit into memory."""
    for key in keys:
        packed = ChangePart.objects.values_list("packed", flat=True).get(pk=key)
        try:
            part = unpack(bytes(packed))
        except (zlib.error, ValueError, TypeError, LookupError) as error:
            # Another program wrote there: nothing can be said of the rows any more.
            raise ChangedSinceError(f"part {key}") from error
        yield part


def _check(part: Part, doomed: dict[type[models.Model], set[Any]]) -> None:
    """Raise ChangedSinceError unless the rows are as they were, and nothing unknown hangs on those to go."""
    for keys in _slices(list(part.before)):
        _check_same(part, keys)
    for keys in _slices(list(part.before.keys() - part.after.keys())):
        _check_alone(part.model, keys, doomed)


def _check_same(part: Part, keys: list[Any]) -> None:
    """A version that is still the same says so; where it is another, the content has to be."""
    stored = part.model._base_manager.filter(pk__in=keys)
    doubtful = keys
    if "version" in part.columns:
        place = part.columns.index("version")
        versions = dict(stored.values_list("pk", "version"))
        doubtful = [key for key in keys if versions.get(key) != part.before[key][place]]
    if not doubtful:
        return
    found = {row[0]: row[1:] for row in stored.filter(pk__in=doubtful).values_list("pk", *part.columns)}
    for key in doubtful:
        if key not in found or _content(part, found[key]) != _content(part, part.before[key]):
            raise ChangedSinceError(str(part.model._meta.verbose_name))


def _content(part: Part, values: Iterable[Any]) -> list[Any]:
    """What a row says, as JSON would write it."""
    pairs = zip(part.columns, values, strict=True)
    return [_written(value) for name, value in pairs if name not in _BOOKKEEPING]


def _written(value: Any) -> Any:
    return _plain(value) if isinstance(value, date) else value


def _check_alone(
    model: type[models.Model], keys: list[Any], doomed: dict[type[models.Model], set[Any]]
) -> None:
    """Raise ChangedSinceError where a row that is to stay points to one of these."""
    for relation in model._meta.get_fields(include_hidden=True):
        if not (relation.auto_created and (relation.one_to_many or relation.one_to_one)):
            continue
        pointing: Any = relation
        found = pointing.related_model._base_manager.filter(**{f"{pointing.field.name}__in": keys})
        strangers = set(found.values_list("pk", flat=True)) - doomed.get(pointing.related_model, set())
        if strangers:
            raise ChangedSinceError(str(model._meta.verbose_name))


def _store(part: Part) -> None:
    """Take away, change and add what the part says. A row that is changed is a new version of it."""
    table, key = _quoted(part.model._meta.db_table), _quoted(part.model._meta.pk.column)
    gone = part.before.keys() - part.after.keys()
    new = [row for pk, row in part.after.items() if pk not in part.before]
    with connection.cursor() as cursor:
        if gone:
            cursor.executemany(f"DELETE FROM {table} WHERE {key} = %s", [(pk,) for pk in gone])  # noqa: S608
        if new:
            fields = [_field(part, name) for name in part.columns]
            named = ", ".join(_quoted(field.column) for field in fields)
            told = f"INSERT INTO {table} ({named}) VALUES ({', '.join(['%s'] * len(fields))})"  # noqa: S608
            prepared = _Prepared(fields)
            cursor.executemany(told, [prepared(row) for row in new])
        changed = [(pk, row) for pk, row in part.after.items() if pk in part.before]
        if changed:
            places = [place for place, name in enumerate(part.columns) if name != "version"]
            fields = [_field(part, part.columns[place]) for place in places]
            named = ", ".join(f"{_quoted(field.column)} = %s" for field in fields)
            raised = ", version = version + 1" if len(places) < len(part.columns) else ""
            told = f"UPDATE {table} SET {named}{raised} WHERE {key} = %s"  # noqa: S608
            prepared = _Prepared(fields)
            rows = [(*prepared([row[place] for place in places]), pk) for pk, row in changed]
            cursor.executemany(told, rows)


def _field(part: Part, name: str) -> Any:
    return part.model._meta.get_field(name)


def _quoted(name: str | None) -> str:
    return connection.ops.quote_name(name or "")


class _Prepared:
    """Rows as the database takes them. Most of a part's moments are the same one: it is understood once."""

    def __init__(self, fields: list[Any]) -> None:
        self._others = [
            (place, field) for place, field in enumerate(fields) if not isinstance(field, _AS_IT_IS)
        ]
        self._known: dict[tuple[int, str], Any] = {}

    def __call__(self, row: Values) -> list[Any]:
        ready = list(row)
        for place, field in self._others:
            ready[place] = self._one(place, field, row[place])
        return ready

    def _one(self, place: int, field: Any, value: Any) -> Any:
        if value is None:
            return None
        if not isinstance(value, str):
            return field.get_db_prep_save(value, connection)
        if (place, value) not in self._known:
            self._known[place, value] = field.get_db_prep_save(field.to_python(value), connection)
        return self._known[place, value]


def _slices(keys: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(keys), ASKED):
        yield keys[start : start + ASKED]


def _plain(value: Any) -> str:
    """A day or a moment as JSON holds it, the moment in UTC as the database gives it back."""
    told: str = (value.astimezone(UTC) if isinstance(value, datetime) else value).isoformat()
    return told
