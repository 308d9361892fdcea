"""All letters, and all letters to one company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from candidacy.models import Company
from letters.listing import FILTERS, letters
from letters.queries import on_the_table

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The outbox, drafts, and what was sent; the filter lives in the address."""
    chosen = request.GET.get("show", "all")
    chosen = chosen if chosen in FILTERS else "all"
    page = letters(chosen, timezone.now(), everything="all" in request.GET, drafts="drafts" in request.GET)
    return render(request, "letters/index.html", {"page": page, "chosen": chosen})


@require_safe
def passround(request: HttpRequest, pk: int) -> HttpResponse:
    """All letters to one company, side by side; the pair that is compared lives in the address."""
    company = get_object_or_404(Company, pk=pk)
    table = on_the_table(company, timezone.now())
    chosen = table.pair(request.GET.get("pair", ""))
    page = {
        "company": company,
        "round": table,
        "chosen": chosen,
        "letters": [(one, table.stretches(one, chosen)) for one in table.letters],
        "twins": table.numbered,
    }
    return render(request, "letters/passround.html", page)
