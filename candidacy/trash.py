"""The trash: what was deleted in the last 30 days, in the log of changes; and what is gone for good."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import transaction

from candidacy import many
from candidacy.models import Change

if TYPE_CHECKING:
    from collections.abc import Iterable

KEPT = dt.timedelta(days=30)


def is_deletion(change: Change) -> bool:
    """Whether rows went with it: a deletion leaves fewer than there were."""
    return len(change.before) > len(change.after) and change.sentence.endswith(" deleted")


def trashed(now: dt.datetime) -> list[Change]:
    """The deletions that can still be put back, the latest first."""
    recent = Change.objects.filter(at__gt=now - KEPT, undone_at=None).order_by("-at", "-pk")
    return [change for change in recent if is_deletion(change)]


def forget_old(now: dt.datetime) -> int:
    """Let go for good of what was changed or deleted 30 days ago and longer. Gives how many changes."""
    return Change.objects.filter(at__lte=now - KEPT).delete()[0]


def empty(now: dt.datetime) -> int:
    """Let go for good of all that is in the trash. Gives how many deletions.

    The log still says that something was deleted; the rows are in none of its lines, the earlier ones about
    them included, so none of these can be undone any more.
    """
    with transaction.atomic():
        emptied = trashed(now)
        gone = {one for change in emptied for one in _rows_of(change.before) - _rows_of(change.after)}
        touched = [
            change
            for change in Change.objects.all()
            if gone & _rows_of(change.before + change.after)
            or (gone and change.many and many.names_any(change, gone))
        ]
        for change in touched:
            change.before, change.after = [], []
            many.forget_parts(change)
        Change.objects.bulk_update(touched, ["before", "after", "many"], batch_size=100)
    return len(emptied)


def _rows_of(rows: Iterable[dict[str, Any]]) -> set[tuple[str, Any]]:
    return {(row["model"], row["pk"]) for row in rows}
