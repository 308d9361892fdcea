"""The first question: who did you last talk to?"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from candidacy.changes import recorded
from candidacy.choices import Stage
from candidacy.models import Candidacy, Company, Person, Profile
from candidacy.zones import zone
from desk.forms import WelcomeForm
from interviews.models import Interview, Interviewer

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from desk.posting import Posting

# Nobody remembers the hour when they note a talk of yesterday: mid-morning, an hour long.
USUAL_START, USUAL_LENGTH = dt.time(10), dt.timedelta(hours=1)


def page(request: HttpRequest) -> HttpResponse:
    """One conversation: a company, a role, the people, the day. Leads to the first person's debrief."""
    now = timezone.now().astimezone(zone(Profile.load().time_zone))
    form = WelcomeForm(request.POST or None, initial={"met": now.date()})
    if request.method == "POST" and form.is_valid():
        return redirect(_record(form, now))
    first = not Company.objects.exists()
    status = 422 if form.errors else 200
    return render(request, "desk/welcome.html", {"form": form, "first": first}, status=status)


@transaction.atomic
def _record(form: WelcomeForm, now: dt.datetime) -> str:
    """Store what was given, and say where to go on: the debrief, or the candidacy when nobody was met."""
    given = form.cleaned_data
    posting = form.posting
    known = Company.objects.filter(name__iexact=posting.company).first()
    company = known or Company(name=posting.company)
    if not known:
        with recorded(_("%(company)s added") % {"company": company}, company):
            company.save()
    candidacy = _candidacy(company, posting, met=bool(given["people"]))
    if not given["people"]:
        return reverse("desk:candidacy", args=[candidacy.pk])
    people = [_person(company, name, title) for name, title in given["people"]]
    interview = _interview(candidacy, people, given["met"] or now.date(), now)
    return f"{reverse('interviews:debrief', args=[interview.pk])}?person={people[0].pk}"


def _candidacy(company: Company, posting: Posting, *, met: bool) -> Candidacy:
    """The open candidacy for that role, or a new one."""
    found = Candidacy.objects.open().filter(company=company, role__iexact=posting.role).first()
    candidacy = found or Candidacy(company=company, role=posting.role, stage=Stage.WISHLIST)
    candidacy.posting_url = candidacy.posting_url or posting.link
    if met and candidacy.stage in (Stage.WISHLIST, Stage.APPLIED):
        candidacy.stage = Stage.INTERVIEW
    with recorded(
        _("%(candidacy)s added") % {"candidacy": candidacy}
        if found is None
        else _("%(candidacy)s changed") % {"candidacy": candidacy},
        candidacy,
    ):
        candidacy.save()
    return candidacy


def _person(company: Company, name: str, title: str) -> Person:
    found = Person.objects.filter(company=company, name__iexact=name).first()
    person = found or Person(company=company, name=name)
    person.title = title or person.title
    with recorded(f"{person} {'changed' if found else 'added'}", person):
        person.save()
    return person


def _interview(candidacy: Candidacy, people: list[Person], on: dt.date, now: dt.datetime) -> Interview:
    starts = dt.datetime.combine(on, USUAL_START, now.tzinfo)
    if on == now.date() and starts + USUAL_LENGTH > now:
        # Of today, and just over.
        starts = now - USUAL_LENGTH
    interview = Interview(candidacy=candidacy, starts_at=starts, ends_at=starts + USUAL_LENGTH)
    seats = [Interviewer(interview=interview, person=person) for person in people]
    with recorded(_("Interview at %(company)s added") % {"company": candidacy.company}, interview, *seats):
        interview.save()
        for seat in seats:
            seat.save()
    return interview
