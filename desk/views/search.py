"""A plain search over companies, people, candidacies and notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.shortcuts import render
from django.views.decorators.http import require_safe

from candidacy.models import Candidacy, Company, Person
from interviews.models import Note

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHOWN = 12


@dataclass(frozen=True)
class Hit:
    """One thing found: its name, the line it stands in, and where it leads."""

    title: str
    text: str
    path: str


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What contains the words, by kind."""
    words = request.GET.get("q", "").replace("\x00", "").strip()
    groups = {label: hits for label, hits in _hits(words).items() if hits} if words else {}
    return render(request, "desk/search.html", {"q": words, "groups": groups})


def _hits(words: str) -> dict[str, list[Hit]]:
    candidacies = Candidacy.objects.filter(Q(role__icontains=words) | Q(company__name__icontains=words))
    people = Person.objects.filter(Q(name__icontains=words) | Q(title__icontains=words))
    notes = Note.objects.filter(text__icontains=words).select_related("interviewer__person")
    companies = Company.objects.filter(name__icontains=words)
    return {
        "Candidacies": [
            Hit(str(one.company), one.role, one.get_absolute_url())
            for one in candidacies.select_related("company")[:SHOWN]
        ],
        "People": [
            Hit(
                one.name,
                f"{one.title}, {one.company}" if one.title else str(one.company),
                one.get_absolute_url(),
            )
            for one in people.select_related("company")[:SHOWN]
        ],
        "Companies": [Hit(one.name, one.website, f"/companies/{one.pk}/") for one in companies[:SHOWN]],
        "Notes": [
            Hit(one.interviewer.person.name, one.text, f"/interviews/{one.interviewer.interview_id}/debrief/")
            for one in notes[:SHOWN]
        ],
    }
