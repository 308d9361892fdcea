"""The list of candidacies, and one candidacy: everything needed before a call or a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from candidacy.choices import Stage
from candidacy.forms import StageForm
from candidacy.models import Candidacy
from candidacy.myself import profile_of
from desk.agenda.requested import agenda_of
from desk.dossier import dossier
from desk.listing import ORDERS, Look, listing, table
from desk.outlook import outlooks
from desk.spreadsheet import csv_text
from desk.today import today
from desk.views import kept

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All candidacies, my moves first; the filter and how many are shown live in the address."""
    seen = agenda_of(request)
    page = listing(seen, Look.of(request.GET))
    # Going back in the browser asks for the whole page, as does every address that is typed.
    part = request.htmx and not request.htmx.history_restore_request  # type: ignore[attr-defined]
    rows = kept.rows(seen, page.picked)
    template = "desk/candidacies.html#rows" if part else "desk/candidacies.html"
    answer = render(request, template, {"page": page, "rows": rows, "orders": ORDERS, "part": part})
    patch_vary_headers(answer, ["HX-Request"])
    return answer


@require_safe
def as_csv(_request: HttpRequest) -> HttpResponse:
    """All candidacies as a table for a spreadsheet program."""
    name = f"afterword-candidacies-{timezone.localdate().isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    # What other programs read stays the same in every language.
    with translation.override(settings.LANGUAGE_CODE):
        text = csv_text(table(today(timezone.now())))
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One candidacy."""
    found = outlooks(Candidacy.objects.filter(pk=pk), timezone.now(), profile_of(request))
    if not found:
        raise Http404
    known = dossier(found[0], all_of_it="all" in request.GET)
    form = StageForm(instance=found[0].candidacy)
    words = {"dossier": known, "outlook": found[0], "stage_form": form, "stages": Stage.choices}
    return render(request, "desk/candidacy.html", words)
