"""A candidacy: added, edited, moved on, closed, opened again, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from candidacy.asked import number_of
from candidacy.changes import recorded
from candidacy.choices import Stage
from candidacy.forms import CandidacyForm, CloseForm, StageForm
from candidacy.models import Candidacy, Company
from candidacy.pages import delete, form_page
from candidacy.queries import candidacy_or_404
from candidacy.reasons import mid_sentence

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def add(request: HttpRequest) -> HttpResponse:
    """A candidacy before any talk: something applied for, or wished for."""
    company = Company.objects.filter(pk=number_of(request, "company")).first()
    row = Candidacy(company=company, stage=Stage.APPLIED) if company else Candidacy(stage=Stage.APPLIED)
    return form_page(
        request,
        lambda data: CandidacyForm(data, instance=row),
        sentence=lambda row: _("%(row)s added") % {"row": row},
        leads_to=Candidacy.get_absolute_url,
        heading=_("Add a candidacy"),
        lede=_("The company is enough. You can fill in the rest when you know it."),
        save=_("Add it"),
        back=company.get_absolute_url() if company else reverse("desk:candidacies"),
        back_words=str(company) if company else _("Candidacies"),
    )


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The details of a candidacy."""
    candidacy = candidacy_or_404(pk)
    return form_page(
        request,
        lambda data: CandidacyForm(data, instance=candidacy),
        sentence=lambda row: _("Details of %(row)s changed") % {"row": row},
        leads_to=Candidacy.get_absolute_url,
        heading=_("Details of %(candidacy)s") % {"candidacy": candidacy},
        back=candidacy.get_absolute_url(),
        back_words=str(candidacy.company),
        delete=reverse("candidacy:delete", args=[pk]),
        delete_words=_("Delete this candidacy"),
    )


def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a candidacy with all that hangs on it: the one deletion that asks first."""
    candidacy = candidacy_or_404(pk)
    if request.method == "POST" and request.POST.get("sure"):
        there = reverse("desk:candidacies")
        return delete(
            request, candidacy, sentence=_("%(candidacy)s deleted") % {"candidacy": candidacy}, leads_to=there
        )
    return render(request, "candidacy/delete.html", {"candidacy": candidacy})


@require_POST
def stage(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a candidacy to another stage."""
    candidacy = candidacy_or_404(pk)
    form = StageForm(request.POST, instance=candidacy)
    if form.is_valid():
        with recorded(f"{candidacy.company}: {candidacy.get_stage_display().lower()}", candidacy):
            candidacy.save(update_fields=["stage"])
    return redirect(candidacy)


def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a candidacy, say otherwise how it ended, or open it again."""
    candidacy = candidacy_or_404(pk)
    if request.method == "POST" and request.POST.get("do") == "reopen":
        with recorded(_("%(candidacy)s opened again") % {"candidacy": candidacy}, candidacy):
            candidacy.closed_on, candidacy.closed_as = None, ""
            candidacy.save(update_fields=["closed_on", "closed_as"])
        return redirect(candidacy)
    given: dict[str, Any] = {} if candidacy.is_closed else {"closed_as": request.GET.get("as", "")}
    if candidacy.closed_on is None:
        given["closed_on"] = timezone.localdate()
    known = candidacy.is_closed
    return form_page(
        request,
        lambda data: CloseForm(data, instance=candidacy, initial=given),
        sentence=lambda row: (
            _("%(row)s closed: %(closed_as)s")
            % {"row": row, "closed_as": mid_sentence(row.get_closed_as_display())}
        ),
        leads_to=lambda row: row.get_absolute_url() if known else reverse("desk:today"),
        heading=_("How %(candidacy)s ended") % {"candidacy": candidacy}
        if known
        else _("Close %(candidacy)s") % {"candidacy": candidacy},
        lede=_(
            "It leaves Today and the lists of what is open. Nothing is deleted, and you can open it again."
        ),
        save=_("Save") if known else _("Close it"),
        back=candidacy.get_absolute_url(),
        back_words=str(candidacy.company),
    )
