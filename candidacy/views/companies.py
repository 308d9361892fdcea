"""A company: its details and feeds, and beside them its candidacies, people and developments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from candidacy.forms import CompanyForm
from candidacy.models import Company, Profile
from candidacy.pages import delete, form_page
from candidacy.templatetags.words import counted
from candidacy.views.feeds import SAID

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

TEMPLATE = "candidacy/company.html"


def page(request: HttpRequest, pk: int) -> HttpResponse:
    """A company: its kind, the country whose holidays its clock keeps, and what hangs on it."""
    row = get_object_or_404(Company, pk=pk)
    return form_page(
        request,
        lambda data: CompanyForm(data, instance=row),
        sentence=lambda row: _("Details of %(row)s changed") % {"row": row},
        leads_to=Company.get_absolute_url,
        template=TEMPLATE,
        company=row,
        heading=_("About %(row)s") % {"row": row},
        lede=Profile.load().calendar(row).shortfall,
        candidacies=row.candidacies.all(),
        people=row.people.all(),
        developments=row.developments.all(),
        feeds=row.feeds.all(),
        unread=row.developments.filter(unread=True).count(),
        feeds_said=SAID.get(request.GET.get("feeds", ""), ""),
    )


def add(request: HttpRequest) -> HttpResponse:
    """A company that is not in the record yet."""
    return form_page(
        request,
        lambda data: CompanyForm(data, instance=Company()),
        sentence=lambda row: _("%(row)s added") % {"row": row},
        leads_to=Company.get_absolute_url,
        template=TEMPLATE,
        heading=_("Add a company"),
    )


def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a company. It asks first where a candidacy goes with it, as for the candidacy itself."""
    row = get_object_or_404(Company, pk=pk)
    candidacies = row.candidacies.count()
    if request.method == "POST" and (request.POST.get("sure") or not candidacies):
        return delete(
            request, row, sentence=_("%(row)s deleted") % {"row": row}, leads_to=reverse("desk:people")
        )
    people = counted(row.people.count(), "person,people")
    words = {
        "heading": _("Delete %(row)s?") % {"row": row},
        "lede": _(
            "With it go %(candidacies)s and %(people)s, their notes and letters. You can "
            "bring everything back for 30 days."
        )
        % {"candidacies": counted(candidacies, "candidacy,candidacies"), "people": people},
        "yes": _("Delete it"),
        "back": row.get_absolute_url(),
    }
    return render(request, "components/ask_page.html", words)
