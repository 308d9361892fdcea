"""Every change as a sentence that can be undone: the activity log, and the trash in it.

`recorded` wraps any edit of known rows, `recorded_together` what saves by itself; `deleted` removes a row
with all that hangs on it, `undo` puts the rows back as they were. Each is one transaction.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, cast

from django.core import serializers
from django.db import IntegrityError, models, router, transaction
from django.db.models.deletion import Collector
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from candidacy import many
from candidacy.many import ChangedSinceError
from candidacy.models import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = [
    "ChangedSinceError",
    "by_app",
    "deleted",
    "recorded",
    "recorded_together",
    "redo",
    "set_aside",
    "undo",
    "with_links",
]

Row = dict[str, Any]
# Words that stood so long are a version of their own: as long as between two versions of a letter.
STOOD = dt.timedelta(minutes=1)
_WHOLE_SECOND = re.compile(r"\A(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.000(Z|[+-]\d\d:\d\d)\Z")
# What every save touches: it says nothing about whether somebody changed the row since.
# Nor does how reading a feed went.
_BOOKKEEPING = ("version", "updated_at", "tried_at", "failures", "fault", "due_at", "brought")


_by_app = ContextVar("by_app", default=False)


@contextmanager
def by_app() -> Iterator[None]:
    """What is logged in here is Afterword’s own doing, not the person’s."""
    token = _by_app.set(True)
    try:
        yield
    finally:
        _by_app.reset(token)


@contextmanager
def recorded(sentence: str, *rows: models.Model) -> Iterator[None]:
    """Run an edit of these rows (new ones are given unsaved) and log it under the sentence."""
    with transaction.atomic():
        before = _snapshot(rows)
        yield
        _change(sentence, before=before, after=_snapshot(rows)).save()


@contextmanager
def recorded_together(
    sentence: str, rows: Callable[[], Iterable[models.Model]], *, within: dt.timedelta | None = None
) -> Iterator[None]:
    """Run an edit of whatever `rows` gives before and after it, and log what changed, if anything did.

    An edit that goes on where the last one of that sentence left off, no longer ago than `within`, becomes
    part of it: what saves by itself every second is one line of the log, undone at once. One that takes
    away rows, or words that had stood for a while, is a line of its own, so that undo brings back what was
    written and deleted or reworded in one sitting.
    """
    with transaction.atomic():
        before = {_identity(row): row for row in _serialize(list(rows()))}
        yield
        after = {_identity(row): row for row in _serialize(list(rows()))}
        touched = [i for i in {**before, **after} if _content(before.get(i)) != _content(after.get(i))]
        if not touched:
            return
        takes_away = any(i not in after or _takes_words(before.get(i), after[i]) for i in touched)
        left = {i: before.get(i) for i in touched}
        change = _change(sentence) if takes_away else _going_on(sentence, left, within)
        was = {_identity(row): row for row in change.before}
        now = {_identity(row): row for row in change.after}
        for i in touched:
            if i not in was and i not in now and i in before:
                was[i] = before[i]
            now.pop(i, None)
            if i in after:
                now[i] = after[i]
        change.before, change.after = list(was.values()), list(now.values())
        change.save()


def with_links(rows: models.QuerySet[Any]) -> list[models.Model]:
    """The rows, and which others name them in a list: that goes with a row, and comes back with it."""
    found = list(rows)
    for relation in rows.model._meta.related_objects:
        if relation.many_to_many:
            named = f"{relation.field.m2m_reverse_field_name()}__in"
            found += relation.through._base_manager.filter(**{named: rows})
    return found


def set_aside(sentence: str, rows: Callable[[], Iterable[models.Model]], edit: Callable[[], object]) -> None:
    """Log an edit as done and undone: what it would have stored is in the log, and can be done again."""
    with transaction.atomic():
        newest = Change.objects.first()
        with recorded_together(sentence, rows):
            edit()
        change = Change.objects.first()
        if change and change != newest:
            undo(change)


def _takes_words(before: Row | None, after: Row) -> bool:
    """Whether a row lost words that had stood in it: not those of a moment ago, which somebody corrects."""
    if before is None or _age(before) < STOOD:
        return False
    was, now = _content(before) or {}, _content(after) or {}
    pairs = ((text, now.get(name)) for name, text in was.items() if isinstance(text, str))
    return any(isinstance(new, str) and set(old.split()) - set(new.split()) for old, new in pairs)


def _age(row: Row) -> dt.timedelta:
    saved = parse_datetime(row["fields"].get("updated_at") or "")
    return timezone.now() - saved if saved else STOOD


def _going_on(
    sentence: str, before: dict[tuple[str, Any], Row | None], within: dt.timedelta | None
) -> Change:
    """The last change, where this one goes on from it; else a new one."""
    last = Change.objects.first() if within is not None else None
    if last is not None and within is not None and last.sentence == sentence[:300] and not last.undone_at:
        left = {_identity(row): row for row in last.after}
        known = {*left, *map(_identity, last.before)}
        fits = all(_content(left.get(i)) == _content(row) for i, row in before.items() if i in known)
        if fits and abs(timezone.now() - last.at) <= within:
            return last
    return _change(sentence)


def _change(sentence: str, **rows: list[Row]) -> Change:
    return Change(sentence=sentence[:300], by_app=_by_app.get(), **rows)


def deleted(sentence: str, row: models.Model) -> None:
    """Delete a row and what hangs on it, keeping all of it in the log for undo."""
    with transaction.atomic():
        doomed, touched = _reach(row)
        before = [*_serialize(doomed), *_serialize(touched)]
        row.delete()
        _change(sentence, before=before, after=_snapshot(touched)).save()


def undo(change: Change) -> None:
    """Put the rows back as they were before the change.

    Raises ChangedSinceError where a row was edited or removed after it, others hang on it since, or what it
    hangs on is gone: the later change has to go first.
    """
    with _as_left(change), transaction.atomic():
        change = Change.objects.select_for_update().get(pk=change.pk)
        if change.undone_at:
            return
        if change.many:
            many.turn_back(change)
        _turn(change, change.after, change.before)
        change.undone_at = timezone.now()
        change.save(update_fields=["undone_at"])


def redo(change: Change) -> None:
    """Do again what was undone: a change of now, so that what it deletes is kept its full time.

    Raises ChangedSinceError as `undo` does.
    """
    with _as_left(change), transaction.atomic():
        change = Change.objects.select_for_update().get(pk=change.pk)
        if not change.undone_at:
            return
        _turn(change, change.before, change.after)
        if change.many:
            many.turn_again(change)
        change.at, change.undone_at = timezone.now(), None
        change.save(update_fields=["at", "undone_at"])


@contextmanager
def _as_left(change: Change) -> Iterator[None]:
    """The database says at the end that a row cannot stand without one that went since."""
    try:
        yield
    except IntegrityError as error:
        raise ChangedSinceError(change.sentence) from error


def _turn(change: Change, there: list[Row], wanted: list[Row]) -> None:
    """Replace the rows `there`, which must be just so, by those `wanted`."""
    current = _current([*there, *wanted])
    expected = {_identity(row): row for row in there}
    if any(_content(current.get(i)) != _content(expected.get(i)) for i in {*current, *expected}):
        raise ChangedSinceError(change.sentence)
    kept = {_identity(row) for row in wanted}
    for row in there:
        if _identity(row) not in kept:
            _remove(row, set(expected), change)
    for restored in serializers.deserialize("python", wanted):
        _outrank(restored.object, current)
        restored.save()


def _remove(row: Row, known: set[tuple[str, Any]], change: Change) -> None:
    """Delete the row, unless rows that the change knows nothing of would go with it."""
    stored = _model(row)._base_manager.filter(pk=row["pk"]).first()
    if stored is None:
        # It went with one before it.
        return
    doomed, _ = _reach(stored)
    if any((one._meta.label_lower, one.pk) not in known for one in doomed if not one._meta.auto_created):
        raise ChangedSinceError(change.sentence)
    stored.delete()


def _outrank(row: models.Model, current: dict[tuple[str, Any], Row]) -> None:
    """A row that is put back is a new version of it: a form opened in between must not overwrite it."""
    now = current.get((row._meta.label_lower, row.pk))
    if now and "version" in now["fields"]:
        setattr(row, "version", now["fields"]["version"] + 1)  # noqa: B010


def _snapshot(rows: Iterable[models.Model]) -> list[Row]:
    """The stored state of these rows now; rows that are not stored are left out."""
    found: list[models.Model] = []
    for row in rows:
        if row.pk is not None:
            found.extend(type(row)._base_manager.filter(pk=row.pk))
    return _serialize(found)


def _serialize(rows: list[models.Model]) -> list[Row]:
    # Through the JSON serializer and back, so that a stored row and a fresh one compare equal.
    import json

    return list(json.loads(serializers.serialize("json", rows)))


def _reach(row: models.Model) -> tuple[list[models.Model], list[models.Model]]:
    """The rows that go with a deletion, in the order they can be put back, and those it only detaches."""
    collector = Collector(using=router.db_for_write(type(row)), origin=row)
    collector.collect([row])
    doomed: list[models.Model] = [one for rows in collector.data.values() for one in rows]
    doomed += [one for query in collector.fast_deletes for one in query]
    # Groups of rows: the stubs say rows.
    detached = cast("dict[Any, list[Iterable[models.Model]]]", collector.field_updates)
    touched = [one for groups in detached.values() for group in groups for one in group]
    gone = {(type(one), one.pk) for one in doomed}
    by_dependency = {model: place for place, model in enumerate(_models_in_order())}
    doomed.sort(key=lambda one: by_dependency[type(one)])
    return doomed, list(
        {(type(one), one.pk): one for one in touched if (type(one), one.pk) not in gone}.values()
    )


def _models_in_order() -> list[type[models.Model]]:
    from django.apps import apps

    # Apps are installed in the order of the arrows, and models stand below what they point to.
    return list(apps.get_models(include_auto_created=True))


def _current(rows: list[Row]) -> dict[tuple[str, Any], Row]:
    found: dict[tuple[str, Any], Row] = {}
    for row in rows:
        stored = _model(row)._base_manager.filter(pk=row["pk"])
        for one in _serialize(list(stored)):
            found[_identity(one)] = one
    return found


def _model(row: Row) -> type[models.Model]:
    from django.apps import apps

    return apps.get_model(row["model"])


def _identity(row: Row) -> tuple[str, Any]:
    return row["model"], row["pk"]


def _content(row: Row | None) -> Row | None:
    return row and {name: _alike(value) for name, value in row["fields"].items() if name not in _BOOKKEEPING}


def _alike(value: Any) -> Any:
    """A moment in the first thousandth of a second is written with “.000”, and put back as that second."""
    return _WHOLE_SECOND.sub(r"\1\2", value) if isinstance(value, str) else value
