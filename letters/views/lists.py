"""All letters, and all letters to one company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from candidacy.models import Company
from letters.listing import FILTERS, letters
from letters.models import Letter

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Drafts, what may have gone out, and what was sent; the filter lives in the address."""
    chosen = request.GET.get("show", "all")
    chosen = chosen if chosen in FILTERS else "all"
    page = letters(chosen, everything="all" in request.GET)
    return render(request, "letters/index.html", {"page": page, "chosen": chosen})


@require_safe
def passround(request: HttpRequest, pk: int) -> HttpResponse:
    """All letters to one company."""
    company = get_object_or_404(Company, pk=pk)
    rows = Letter.objects.to_company(pk).select_related("to", "candidacy")
    return render(request, "letters/passround.html", {"company": company, "letters": rows})
