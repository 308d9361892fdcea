"""Which candidacies a list shows, in its order, and how many there are of each sort, as the agenda has it.

To be asked once the agenda of the moment was asked for, which brings it up to date. Where that is impossible,
the order and the counts are those of the last time that it was not.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db import connection

from desk.agenda.tables import MARKS
from desk.listed import NOTHING
from desk.outlook import PRESSING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from candidacy.clock import State
    from desk.agenda.asking import Agenda

# A candidacy, and the stamp of the answer that is kept of it.
Picked = tuple[int, int]
CLOSED = "closed"
_PRESSING = "place, anchor, name, candidacy"
_OPEN = "grp <> 'closed'"
_WHICH = {"open": _OPEN, "mine": f"{_OPEN} AND asks < {NOTHING}", CLOSED: "grp = 'closed'"}
_ORDERS = {
    "": f"asks, soonest, {_PRESSING}",
    "company": f"name, {_PRESSING}",
    "last": f"coalesce(last_on, 0) DESC, {_PRESSING}",
    "applied": f"coalesce(applied_on, 0) DESC, {_PRESSING}",
}


def pick(
    which: str, stages: Iterable[str], by: str, among: Iterable[int] | None, most: int | None
) -> list[Picked]:
    """Those that are open, mine or closed, of those stages, in an order, and only of those numbers if given.

    Closed ones stand with the last closed first, unless another order is asked for.
    """
    stages = tuple(stages)
    conditions = [_WHICH[which], *_among(among)]
    if stages:
        conditions.append(f"stage IN ({', '.join(['%s'] * len(stages))})")
    order = "anchor, place, name, candidacy" if which == CLOSED and not by else _ORDERS[by]
    limit = f" LIMIT {most:d}" if most is not None else ""
    where = " AND ".join(conditions)
    query = f"SELECT candidacy, stamp FROM {MARKS} WHERE {where} ORDER BY {order}{limit}"
    with connection.cursor() as cursor:
        cursor.execute(query, stages)
        return list(cursor.fetchall())


def stamps() -> dict[int, int]:
    """Every candidacy, open or closed, with its stamp."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT candidacy, stamp FROM {MARKS}")
        return dict(cursor.fetchall())


def tally(among: Iterable[int] | None) -> list[tuple[str, int, int]]:
    """How many of each stage ask for what, and how many are closed: stage or CLOSED, what, how many."""
    only = "".join(f" AND {one}" for one in _among(among))
    query = (
        f"SELECT stage, asks, count(*) FROM {MARKS} WHERE {_OPEN}{only} GROUP BY stage, asks "
        f"UNION ALL SELECT '{CLOSED}', {NOTHING}, count(*) FROM {MARKS} WHERE grp = 'closed'{only}"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


def states(seen: Agenda) -> Counter[State]:
    """How many of the open candidacies the clock puts into each state."""
    if seen.whole:
        return Counter(one.standing.state for one in seen.whole.outlooks)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT place, count(*) FROM {MARKS} WHERE {_OPEN} GROUP BY place")
        return Counter({PRESSING[place]: count for place, count in cursor.fetchall()})


def _among(among: Iterable[int] | None) -> list[str]:
    """Numbers of our own, written out: there may be more of them than a query takes as values."""
    return [] if among is None else [f"candidacy IN ({', '.join(f'{pk:d}' for pk in among) or 'NULL'})"]
