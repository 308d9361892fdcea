"""Keeps the agenda true to the records: what changed or has run out is worked out anew before it is asked.

It happens in one transaction with taking the notes away, for so many candidacies at a time that others can
write in between. Writers take turns (`config.postgresql.base` has them do so on a server too): two at once
could store the older answer last.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import defaultdict
from functools import cache
from importlib import metadata
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.db.models import Q

from candidacy.models import Candidacy, Contact
from desk.agenda.mark import COLUMNS, closed_mark, mark_of, micros
from desk.agenda.people import COLUMNS as OF_PEOPLE
from desk.agenda.people import Acquainted, acquainted, colleagues
from desk.agenda.tables import CANDIDACY, CHANGED, COMPANY, INTERVIEW, MARKS, PEOPLE, PERSON, REVISION, SEAT
from desk.giving_way import give_way
from desk.outlook import outlooks
from desk.today import open_around
from interviews.models import Interview, Interviewer
from letters.models import Letter

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from candidacy.models import Profile
    from desk.agenda.mark import Mark

# So many candidacies are read at once, and so many worked out in one transaction: about a second’s work.
_BATCH, _TURN = 400, 2000
# Whatever of ours is changed in here may change an answer.
_KNOWLEDGE = (
    "candidacy/calendar.py", "candidacy/choices.py", "candidacy/clock.py", "candidacy/facts.py",
    "candidacy/holding.py", "candidacy/names.py", "candidacy/past.py", "candidacy/rules.py",
    "candidacy/thanks.py", "candidacy/zones.py", "desk/agenda/mark.py", "desk/agenda/people.py",
    "desk/known.py", "desk/listed.py", "desk/outlook.py", "desk/sections.py", "desk/strip.py",
    "desk/turns.py", "interviews/seniority.py", "letters/recipients.py",
)  # fmt: skip


def _nobody(_left: int) -> None:
    return


def basis(profile: Profile) -> str:
    """A digest of what every answer rests on besides the facts: my rules, my days off, and how we reckon."""
    mine = profile.preferences
    said = (
        profile.country,
        profile.region,
        profile.time_zone,
        mine.rules,
        sorted(mine.days_off),
        _reckoning(),
    )
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


@cache
def _reckoning() -> str:
    root = Path(__file__).resolve().parent.parent.parent
    titles = sorted((root / "interviews" / "titles").glob("*.py"))
    source = b"".join(file.read_bytes() for file in [*(root / name for name in _KNOWLEDGE), *titles])
    return f"{metadata.version('holidays')} {hashlib.sha256(source).hexdigest()}"


def begin_anew() -> None:
    """Forget every answer, and note every candidacy as one to be looked at."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {MARKS}")
        cursor.execute(f"DELETE FROM {PEOPLE}")
        cursor.execute(f"DELETE FROM {CHANGED}")
        cursor.execute(
            f"INSERT INTO {CHANGED} (sort, record) SELECT {CANDIDACY}, id FROM {Candidacy._meta.db_table}"
        )


def catch_up(now: dt.datetime, profile: Profile, told: Callable[[int], None] = _nobody) -> None:
    """Work out anew what changed, what has run out by `now`, and what rested on something else.

    After an import or an update that is a lot: others may write in between. `told` hears how much is left,
    about one for each candidacy; where it is broken off, the next look goes on from there.
    """
    rests_on, more = basis(profile), True
    while more:
        with transaction.atomic():
            these, more = _next(now, rests_on)
            for some in _batches(these):
                marks, people = _worked_out(some, now, profile)
                _store(some, marks, people, rests_on)
            with connection.cursor() as cursor:
                cursor.execute(f"UPDATE {REVISION} SET stamp = %s", [secrets.randbits(62)])
        if more:
            told(_rows(f"SELECT count(*) FROM {CHANGED}")[0][0])
            give_way()


def _next(now: dt.datetime, rests_on: str) -> tuple[list[int], bool]:
    """The candidacies to be worked out now, no longer noted, and whether there are more."""
    notes = _noted()
    if len(notes) == _TURN and {sort for _, sort, _ in notes} == {CANDIDACY}:
        _take_away(notes)
        return sorted({record for _, _, record in notes}), True
    records: dict[int, set[int]] = defaultdict(set)
    while notes:
        for _, sort, record in notes:
            records[sort].add(record)
        _take_away(notes)
        notes = _noted()
    outdated = _rows(
        f"SELECT candidacy FROM {MARKS} WHERE until <= %s OR since > %s OR basis <> %s",
        [micros(now), micros(now), rests_on],
    )
    touched = sorted({pk for (pk,) in outdated} | _touched(records))
    these, rest = touched[:_TURN], touched[_TURN:]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {CHANGED} (sort, record) VALUES ({CANDIDACY}, %s)", [(pk,) for pk in rest]
        )
    return these, bool(rest)


def _noted() -> list[tuple[int, ...]]:
    return _rows(f"SELECT id, sort, record FROM {CHANGED} ORDER BY id LIMIT {_TURN}")


def _take_away(notes: list[tuple[int, ...]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {CHANGED} WHERE id = %s", [(note,) for note, _, _ in notes])


def _rows(query: str, values: Sequence[int | str] = ()) -> list[tuple[int, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, list(values))
        return list(cursor.fetchall())


def _touched(records: Mapping[int, set[int]]) -> set[int]:
    """The candidacies that what changed leads to, by its sort."""
    found, people, companies = set(records[CANDIDACY]), records[PERSON], records[COMPANY]
    talks = set(records[INTERVIEW])
    for some in _batches(records[SEAT]):
        talks.update(Interviewer.objects.filter(pk__in=some).values_list("interview", flat=True))
    for some in _batches(talks):
        found.update(Interview.objects.filter(pk__in=some).values_list("candidacy", flat=True))
    for some in _batches(people):
        found.update(_of_people("", some))
    for some in _batches(companies):
        found.update(Candidacy.objects.filter(company__in=some).values_list("pk", flat=True))
        found.update(_of_people("__company", some))
    return found


def _of_people(path: str, some: list[int]) -> Iterator[int]:
    """Where those people were met, wrote, or were written to; or all the people of those companies."""
    met = Interview.objects.filter(**{f"interviewers__person{path}__in": some})
    wrote = Contact.objects.filter(**{f"person{path}__in": some})
    written = Letter.objects.filter(Q(**{f"to{path}__in": some}) | Q(**{f"via{path}__in": some}))
    for rows in (met, wrote, written):
        yield from rows.values_list("candidacy", flat=True)


def _batches(records: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(records)
    while some := list(islice(rest, _BATCH)):
        yield some


def _worked_out(some: list[int], now: dt.datetime, profile: Profile) -> tuple[list[Mark], list[Acquainted]]:
    """The rows of those of them that are still there, and of the people of those that are open."""
    marks, people = [], []
    may_be_open = open_around(now).filter(pk__in=some)
    found = outlooks(may_be_open, now, profile)
    beside = colleagues(found)
    for outlook in found:
        rows = acquainted(outlook, beside.get(outlook.company.pk, ()))
        marks.append(mark_of(outlook, owes=any(one.owed for one in rows)))
        people += rows
    rest = Candidacy.objects.filter(pk__in=some).exclude(pk__in=may_be_open.order_by().values("pk"))
    told = ("stage", "closed_on", "applied_on", "company__name")
    closed = rest.select_related("company").only(*told)
    marks += [closed_mark(row, row.company.name, now) for row in closed]
    return marks, people


def _store(some: list[int], marks: list[Mark], people: list[Acquainted], rests_on: str) -> None:
    """The one place where the rows are written."""
    columns = (*COLUMNS, "basis", "stamp")
    holes = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {MARKS} WHERE candidacy = %s", [(pk,) for pk in some])
        cursor.executemany(
            f"INSERT INTO {MARKS} ({', '.join(columns)}) VALUES ({holes})",
            # No two answers have the same stamp: what was made from the one is not shown for the other.
            [(*mark.values, rests_on, secrets.randbits(62)) for mark in marks],
        )
        cursor.executemany(f"DELETE FROM {PEOPLE} WHERE candidacy = %s", [(pk,) for pk in some])
        holes = ", ".join(["%s"] * len(OF_PEOPLE))
        cursor.executemany(
            f"INSERT INTO {PEOPLE} ({', '.join(OF_PEOPLE)}) VALUES ({holes})",
            [one.values for one in people],
        )
