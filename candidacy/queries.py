"""Sets of rows that several pages of the record need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.shortcuts import get_object_or_404

from candidacy.choices import Relation
from candidacy.models import Candidacy, Person

if TYPE_CHECKING:
    from django.db.models import QuerySet


def people_around(candidacy: Candidacy) -> QuerySet[Person]:
    """The people of the company, and the agency recruiters I know."""
    return Person.objects.filter(Q(company=candidacy.company_id) | Q(relation=Relation.AGENCY))


def candidacy_or_404(pk: int) -> Candidacy:
    """The candidacy of that number, with its company."""
    return get_object_or_404(Candidacy.objects.select_related("company"), pk=pk)
