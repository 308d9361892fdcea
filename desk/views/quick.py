"""Adding a candidacy in one short step, from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from candidacy.changes import recorded
from candidacy.choices import Stage
from candidacy.models import Candidacy, Company, Profile
from candidacy.zones import zone
from desk.forms import QuickForm

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from desk.posting import Posting


def page(request: HttpRequest) -> HttpResponse:
    """One line: a company, “role at company”, or a link. A page of its own, or the inside of the dialog."""
    form = QuickForm(request.POST or None)
    inside: bool = request.htmx  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        there = _record(form.posting, form.stage).get_absolute_url()
        return HttpResponseClientRedirect(there) if inside else redirect(there)
    template = "desk/quick.html#dialog" if inside else "desk/quick.html"
    return render(request, template, {"form": form}, status=422 if form.errors else 200)


@transaction.atomic
def _record(posting: Posting, stage: Stage) -> Candidacy:
    """Store the candidacy and a company that is new; the same line again leads to the same candidacy."""
    company = Company.objects.filter(name__iexact=posting.company).first() or Company(name=posting.company)
    known = Candidacy.objects.open().filter(company__name__iexact=posting.company, role__iexact=posting.role)
    found = known.first()
    if found:
        return found
    today = timezone.localdate(timezone=zone(Profile.load().time_zone))
    candidacy = Candidacy(
        company=company,
        role=posting.role,
        posting_url=posting.link,
        stage=stage,
        applied_on=today if stage == Stage.APPLIED else None,
    )
    new = [candidacy] if company.is_stored else [company, candidacy]
    with recorded(_("%(row)s added") % {"row": candidacy}, *new):
        if not company.is_stored:
            company.save()
        candidacy.company_id = company.pk
        candidacy.save()
    return candidacy
