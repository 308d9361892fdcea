"""How many people I know, whose turn it is with them, and in which candidacies they are listed first.

To be asked once the agenda of the moment was asked for, which brings it up to date.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connection

from candidacy.models import Person
from desk.agenda.people import MINE, NOBODYS, THEIRS
from desk.agenda.tables import MARKS, PEOPLE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desk.agenda.picking import Picked

_OWED = f"FROM {PEOPLE} WHERE whose < {NOBODYS} AND whose = {MINE}"
_ORDER = "mark.owes DESC, mark.place, mark.anchor, mark.name, mark.candidacy"
_WANTED = {
    "mine": f"whose < {NOBODYS} AND whose = {MINE}",
    "theirs": f"whose < {NOBODYS} AND whose = {THEIRS}",
}


@dataclass(frozen=True)
class Tally:
    """How many different people are listed, and what I owe them."""

    total: int = 0
    shown: int = 0
    # Whoever has several turns counts under the most pressing.
    mine: int = 0
    theirs: int = 0
    recruiters: int = 0
    letters: int = 0
    answers: int = 0
    # By when, where it is one answer.
    answer_by: dt.date | None = None


def tally() -> Tally:
    """All that is counted, in one query."""
    query = f"""
        SELECT (SELECT count(*) FROM {Person._meta.db_table}),
               (SELECT count(DISTINCT person) FROM {PEOPLE}),
               (SELECT count(DISTINCT person) {_OWED}),
               (SELECT count(DISTINCT person) FROM {PEOPLE} theirs WHERE {_WANTED["theirs"]}
                AND NOT EXISTS (SELECT 1 {_OWED} AND person = theirs.person)),
               (SELECT count(DISTINCT person) FROM {PEOPLE} WHERE recruits),
               (SELECT count(*) {_OWED} AND NOT answer),
               (SELECT count(*) {_OWED} AND answer),
               (SELECT max(answer_by) {_OWED} AND answer)
    """
    with connection.cursor() as cursor:
        cursor.execute(query)
        total, shown, mine, theirs, recruiters, letters, answers, by = cursor.fetchone()
    day = dt.date.fromordinal(by) if by and answers == 1 else None
    return Tally(total, shown, mine, theirs, recruiters, letters, answers, day)


def fitting(whose: str, *, recruiters: bool) -> int:
    """How many different people have a row of that turn (“mine”, “theirs”, or any), or one who recruits."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(DISTINCT person) FROM {PEOPLE} {_where(whose, recruiters)}")
        return int(cursor.fetchone()[0])


def places(whose: str, *, recruiters: bool, most: int) -> list[Picked]:
    """The first candidacies that have such people: where I owe somebody a word, then the most pressing."""
    where = _where(whose, recruiters, "candidacy = mark.candidacy")
    query = (
        f"SELECT mark.candidacy, mark.stamp FROM {MARKS} mark WHERE grp <> 'closed' "
        f"AND EXISTS (SELECT 1 FROM {PEOPLE} {where}) "
        f"ORDER BY {_ORDER} LIMIT {most:d}"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


def latest(whose: str, *, recruiters: bool, most: int) -> list[Picked]:
    """The candidacies of the people with the latest words."""
    where = _where(whose, recruiters, "last_at IS NOT NULL")
    query = (
        f"SELECT DISTINCT mark.candidacy, mark.stamp FROM (SELECT candidacy FROM {PEOPLE} "
        f"{where} ORDER BY last_at DESC LIMIT {most:d}"
        f") heard JOIN {MARKS} mark ON mark.candidacy = heard.candidacy"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        found = list(cursor.fetchall())
    rest = places(whose, recruiters=recruiters, most=most) if len(found) < most else []
    return list(dict.fromkeys([*found, *rest]))


def beside(candidacies: Sequence[int]) -> Mapping[int, list[int]]:
    """By candidacy, the colleagues to be listed there: no open one has them, and it is their first."""
    if not candidacies:
        return {}
    some = ", ".join(f"{pk:d}" for pk in candidacies)
    query = f"""
        SELECT candidacy, person FROM (
            SELECT beside.candidacy, beside.person,
                   row_number() OVER (PARTITION BY beside.person ORDER BY
                       mark.place, mark.anchor, mark.name, mark.candidacy) AS nth
            FROM {PEOPLE} beside JOIN {MARKS} mark ON mark.candidacy = beside.candidacy
            WHERE beside.colleague
            AND beside.person IN (SELECT person FROM {PEOPLE} WHERE colleague AND candidacy IN ({some}))
            AND NOT EXISTS (SELECT 1 FROM {PEOPLE} known
                            WHERE known.person = beside.person AND NOT known.colleague)
        ) AS placed WHERE nth = 1 AND candidacy IN ({some}) ORDER BY person
    """
    found: dict[int, list[int]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(query)
        for candidacy, person in cursor.fetchall():
            found[candidacy].append(person)
    return found


def _where(whose: str, recruiters: bool, *more: str) -> str:
    conditions = [*([_WANTED[whose]] if whose else []), *(["recruits"] if recruiters else []), *more]
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""
