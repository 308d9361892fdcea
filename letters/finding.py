"""Which candidacy and which person a command's words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db.models import Q

from candidacy.models import Candidacy, Company, Person

if TYPE_CHECKING:
    from django.db.models import QuerySet

Row = TypeVar("Row", Company, Person)


class NotFoundError(Exception):
    """The words mean nobody, or several; the message says so in one line."""


def candidacy_at(company: str, role: str = "") -> Candidacy:
    """The candidacy at the company of that name; the role decides where it has several open.

    Raises NotFoundError.
    """
    found = _one(Company.objects.all(), company, "company")
    rows = list(found.candidacies.select_related("company").order_by("id"))
    if role:
        rows = [row for row in rows if role.casefold() in row.role.casefold()]
        exact = [row for row in rows if role.casefold() == row.role.casefold()]
        rows = exact or rows
        if not rows:
            raise NotFoundError(f"No candidacy for “{role}” at {found.name}.")
    if not rows:
        raise NotFoundError(f"There is no candidacy at {found.name} yet.")
    open_ones = [row for row in rows if not row.is_closed] or rows
    if len(open_ones) > 1 and not role:
        roles = ", ".join(f"“{row.role}”" for row in open_ones)
        raise NotFoundError(f"{found.name} has several candidacies: say --role with one of {roles}.")
    return open_ones[-1]


def person_for(candidacy: Candidacy, name: str) -> Person:
    """Whoever of that name is at the company or was in one of the candidacy's talks. Raises NotFoundError."""
    known = Q(company=candidacy.company_id) | Q(interviewers__interview__candidacy=candidacy)
    return _one(Person.objects.filter(known).distinct(), name, "person", f" at {candidacy.company.name}")


def _one(rows: QuerySet[Row], name: str, what: str, where: str = "") -> Row:
    wanted = name.strip().casefold()
    known = list(rows)
    for alike in (
        [row for row in known if row.key == name.strip()],
        [row for row in known if row.name.casefold() == wanted],
        [row for row in known if wanted and wanted in row.name.casefold()],
    ):
        if len(alike) == 1:
            return alike[0]
        if alike:
            names = ", ".join(f"“{row.name}”" for row in alike)
            raise NotFoundError(f"“{name}” may be {names}: say which.")
    raise NotFoundError(f"There is no {what} called “{name}”{where}.")
