"""Whose turn it is with each person of each open candidacy, kept beside the rows of the candidacies.

Colleagues, who belong to the company and had no part in the candidacy, are kept too: it is nobody’s turn with
them, and they are listed where no other open candidacy has them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING

from candidacy.choices import Relation
from candidacy.models import Person
from desk.agenda.mark import micros
from desk.turns import last_move, turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desk.outlook import Outlook

RECRUITING = frozenset({Relation.RECRUITER.value, Relation.AGENCY.value})
MINE, THEIRS, NOBODYS = range(3)
_WHOSE = {"mine": MINE, "theirs": THEIRS, "nobody": NOBODYS}


@dataclass(frozen=True)
class Acquainted:
    """One person in one candidacy. The moment is in microseconds since 1970, the day an ordinal."""

    candidacy: int
    person: int
    whose: int
    # Whether what I owe is an answer, and by when.
    answer: bool
    answer_by: int | None
    # When the last word between us was said.
    last_at: int | None
    recruits: bool
    colleague: bool = False

    @property
    def owed(self) -> bool:
        """Whether I owe them a word."""
        return self.whose == MINE

    @property
    def values(self) -> tuple[int | None, ...]:
        """In the order of the columns."""
        return _VALUES(self)


COLUMNS = tuple(field.name for field in fields(Acquainted))
_VALUES = attrgetter(*COLUMNS)


def colleagues(found: Iterable[Outlook]) -> Mapping[int, Sequence[tuple[int, str]]]:
    """Everybody of their companies, by company: number and relation."""
    by_company: dict[int, list[tuple[int, str]]] = defaultdict(list)
    companies = {one.company.pk for one in found if one.standing.state != "closed"}
    rows = Person.objects.filter(company__in=companies).order_by().values_list("company", "pk", "relation")
    for company, pk, relation in rows:
        by_company[company].append((pk, relation))
    return by_company


def acquainted(outlook: Outlook, company: Iterable[tuple[int, str]]) -> list[Acquainted]:
    """The rows of a candidacy; none where it is closed."""
    if outlook.standing.state == "closed":
        return []
    known = outlook.known.people
    others = [
        Acquainted(
            outlook.candidacy.pk, pk, NOBODYS, answer=False, answer_by=None, last_at=None,
            recruits=relation in RECRUITING, colleague=True,
        )
        for pk, relation in company
        if pk not in known
    ]  # fmt: skip
    return [*(_known(outlook, pk) for pk in known), *others]


def _known(outlook: Outlook, pk: int) -> Acquainted:
    now, last = turn(outlook, pk), last_move(outlook, pk)
    return Acquainted(
        candidacy=outlook.candidacy.pk,
        person=pk,
        whose=_WHOSE[now.whose],
        answer=now.answer,
        answer_by=now.by.toordinal() if now.by else None,
        last_at=micros(last.at) if last else None,
        recruits=outlook.known.people[pk].relation in RECRUITING,
    )
