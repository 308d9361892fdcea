"""A plain search over companies, people, candidacies and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from candidacy.models import Candidacy, Company, Person
from candidacy.reasons import sentence
from candidacy.templatetags.words import in_words
from interviews.models import Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

SHOWN = 12
# So much of a long text stands around the words.
AROUND = 90

Parts = list[str]


@dataclass(frozen=True)
class Hit:
    """One thing found: its name, the line it stands in, and where it leads.

    Both texts come in parts, every second of which is what was looked for.
    """

    title: Parts
    text: Parts
    path: str


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What contains the words, by kind."""
    words = request.GET.get("q", "").replace("\x00", "").strip()
    groups = {label: hits for label, hits in _hits(words).items() if hits} if words else {}
    found = {"q": words, "groups": groups, "heading": _heading(words, groups)}
    return render(request, "desk/search.html", found)


def _heading(words: str, groups: dict[str, list[Hit]]) -> str:
    """“Nine places say “night shift””."""
    if not words:
        return "Search"
    places = sum(len(hits) for hits in groups.values())
    more = " or more" if any(len(hits) == SHOWN for hits in groups.values()) else ""
    said = f"{in_words(places)}{more} {'place says' if places == 1 and not more else 'places say'} “{words}”"
    return sentence(said if places else f"nothing says “{words}”")


def _parts(text: str, words: str) -> Parts:
    """The text with the words apart; of a long text only what stands around the first of them."""
    flat = " ".join(text.split())
    first = re.search(re.escape(words), flat, re.IGNORECASE)
    start, end = (first.start(), first.end()) if first else (0, 0)
    cut = flat[max(0, start - AROUND) : end + AROUND]
    lead = "…" if start > AROUND else ""
    tail = "…" if end + AROUND < len(flat) else ""
    return re.split(f"({re.escape(words)})", f"{lead}{cut}{tail}", flags=re.IGNORECASE)


def _hits(words: str) -> dict[str, list[Hit]]:
    return {
        "Candidacies": list(_candidacies(words)),
        "People": list(_people(words)),
        "Companies": list(_companies(words)),
        "Notes": list(_notes(words)),
    }


def _candidacies(words: str) -> Iterator[Hit]:
    fitting = Candidacy.objects.filter(Q(role__icontains=words) | Q(company__name__icontains=words))
    for one in fitting.select_related("company")[:SHOWN]:
        yield Hit(_parts(one.company.name, words), _parts(one.role, words), one.get_absolute_url())


def _people(words: str) -> Iterator[Hit]:
    fitting = Person.objects.filter(Q(name__icontains=words) | Q(title__icontains=words))
    for one in fitting.select_related("company")[:SHOWN]:
        known = ", ".join(part for part in (one.title, one.company.name) if part)
        yield Hit(_parts(one.name, words), _parts(known, words), one.get_absolute_url())


def _companies(words: str) -> Iterator[Hit]:
    for one in Company.objects.filter(name__icontains=words)[:SHOWN]:
        yield Hit(_parts(one.name, words), _parts(one.website, words), one.get_absolute_url())


def _notes(words: str) -> Iterator[Hit]:
    fitting = Note.objects.filter(text__icontains=words)
    for one in fitting.select_related("interviewer__person__company")[:SHOWN]:
        person = one.interviewer.person
        debrief = reverse("interviews:debrief", args=[one.interviewer.interview_id])
        about = [f"{person.name}, {person.company.name}"]
        yield Hit(_parts(one.text, words), about, f"{debrief}?person={person.pk}")
