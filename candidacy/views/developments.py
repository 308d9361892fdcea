"""An article or event about a company: the reason to write. Reached from a candidacy or from its company."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from candidacy.feeds import pasted
from candidacy.forms import DevelopmentForm
from candidacy.models import Company, Development
from candidacy.pages import delete, form_page
from candidacy.queries import candidacy_or_404

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def of_candidacy(request: HttpRequest, pk: int, development_pk: int | None = None) -> HttpResponse:
    """A development about the company of a candidacy, new or known."""
    candidacy = candidacy_or_404(pk)
    gone = reverse("candidacy:development_delete", args=[pk, development_pk]) if development_pk else None
    return _page(request, candidacy.company, development_pk, back=candidacy.get_absolute_url(), delete=gone)


def of_company(request: HttpRequest, pk: int, development_pk: int | None = None) -> HttpResponse:
    """A development about a company, new or known."""
    company = get_object_or_404(Company, pk=pk)
    name = "candidacy:company_development_delete"
    gone = reverse(name, args=[pk, development_pk]) if development_pk else None
    return _page(request, company, development_pk, back=company.get_absolute_url(), delete=gone)


def _page(
    request: HttpRequest, company: Company, development_pk: int | None, *, back: str, delete: str | None
) -> HttpResponse:
    row = Development(company=company)
    if development_pk is not None:
        row = get_object_or_404(Development, pk=development_pk, company=company)
    new, known = _("A development about %(company)s added"), _("A development about %(company)s changed")
    sentence = (new if development_pk is None else known) % {"company": company}
    return form_page(
        request,
        lambda data: DevelopmentForm(data and _link_or_headline(data), instance=row),
        sentence=lambda _row: sentence,
        leads_to=lambda _row: back,
        heading=_("Something happened at %(company)s") % {"company": company},
        lede=_("It becomes the reason to write."),
        back=back,
        back_words=str(company),
        delete=delete,
        delete_words=_("Delete this development"),
    )


@require_POST
def remove_of_candidacy(request: HttpRequest, pk: int, development_pk: int) -> HttpResponse:
    """Delete a development, and go back to the candidacy."""
    candidacy = candidacy_or_404(pk)
    return _remove(request, candidacy.company, development_pk, candidacy.get_absolute_url())


@require_POST
def remove_of_company(request: HttpRequest, pk: int, development_pk: int) -> HttpResponse:
    """Delete a development, and go back to the company."""
    company = get_object_or_404(Company, pk=pk)
    return _remove(request, company, development_pk, company.get_absolute_url())


def _remove(request: HttpRequest, company: Company, development_pk: int, back: str) -> HttpResponse:
    row = get_object_or_404(Development, pk=development_pk, company=company)
    return delete(
        request,
        row,
        sentence=_("A development about %(company)s deleted") % {"company": company},
        leads_to=back,
    )


def _link_or_headline(data: Any) -> Any:
    """The quick field takes either."""
    given = data.get("source_or_link", "").strip()
    return pasted(given) if given else data
