"""One talk at a hospital trust in London, on Tuesday 3 November 2026, with Ana, Helen and Kofi."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.urls import reverse

from candidacy.models import Candidacy, Company, Person
from interviews.models import Interview, Interviewer, Note

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

LONDON = ZoneInfo("Europe/London")
ANA, HELEN, KOFI = "Ana Ferreira", "Dr Helen Marsh", "Kofi Mensah"


def lumen(*people: str, starts: str = "2026-11-03T10:00", country: str = "GB", zone: str = "") -> Interview:
    """The talk, with these people or all three of them."""
    company = Company.objects.create(name="Lumen Health", country=country, time_zone="Europe/London")
    candidacy = Candidacy.objects.create(company=company, role="Ward Systems Lead", stage="interview")
    start = dt.datetime.fromisoformat(starts).replace(tzinfo=ZoneInfo(zone or "Europe/London"))
    interview = Interview.objects.create(
        candidacy=candidacy, starts_at=start, ends_at=start + dt.timedelta(hours=1), time_zone=zone
    )
    for name in people or (ANA, HELEN, KOFI):
        person = Person.objects.create(company=company, name=name)
        Interviewer.objects.create(interview=interview, person=person)
    return interview


def seat(name: str = ANA) -> Interviewer:
    return Interviewer.objects.get(person__name=name)


def path(name: str = ANA) -> str:
    here = seat(name)
    return f"{reverse('interviews:debrief', args=[here.interview_id])}?person={here.person_id}"


def post(client: Client, name: str = ANA, *, by_itself: bool = False, **fields: str) -> HttpResponse:
    """Save the page by its button, or as it saves by itself."""
    headers = {"HX-Request": "true"} if by_itself else {}
    return client.post(path(name), fields, headers=headers)  # type: ignore[return-value] # the client's own answer


def noted(name: str = ANA, **only: object) -> list[str]:
    """What is noted of somebody, in order."""
    return list(Note.objects.filter(interviewer=seat(name), **only).values_list("text", flat=True))


def note(text: str) -> Note:
    return Note.objects.get(text__startswith=text)


def seen(client: Client, name: str = ANA) -> str:
    """The marks that the page carries now."""
    return str(client.get(path(name)).context["seen"])
