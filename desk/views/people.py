"""People: everybody, by company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from candidacy.models import Company, Person

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Everybody, by company."""
    companies = Company.objects.filter(people__isnull=False).distinct().prefetch_related("people")
    return render(request, "desk/people.html", {"companies": companies})


@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One person."""
    person = get_object_or_404(Person.objects.select_related("company"), pk=pk)
    return render(request, "desk/person.html", {"person": person})
