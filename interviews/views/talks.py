"""The interview itself, and the prep sheet before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from candidacy.changes import recorded_together
from candidacy.choices import Relation
from candidacy.models import Candidacy, Person, Profile
from candidacy.myself import profile_of
from candidacy.pages import conflict, delete
from interviews.appointment import appointment
from interviews.asking import PLANNED
from interviews.forms import InterviewForm
from interviews.ics import CONTENT_TYPE, write
from interviews.models import Interview, Interviewer, Note
from interviews.sheet import sheet as prepare

if TYPE_CHECKING:
    from django.db.models import Model
    from django.http import HttpRequest


def new(request: HttpRequest, candidacy_pk: int) -> HttpResponse:
    """A talk to come, or one that was."""
    candidacy = get_object_or_404(Candidacy.objects.select_related("company"), pk=candidacy_pk)
    return _interview_page(
        request,
        candidacy,
        Interview(candidacy=candidacy),
        _("Talk with %(company)s") % {"company": candidacy.company},
    )


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """When, how and with whom."""
    interview = _interview(pk)
    words = {"delete": reverse("interviews:delete", args=[pk]), "delete_words": _("Delete this interview")}
    return _interview_page(request, interview.candidacy, interview, _("This interview"), **words)


def _interview_page(
    request: HttpRequest, candidacy: Candidacy, interview: Interview, heading: str, **words: Any
) -> HttpResponse:
    zone_name = Profile.load().zone_of(candidacy.company)
    people = Person.objects.filter(Q(company=candidacy.company) | Q(relation=Relation.AGENCY))
    words = {"heading": heading, "lede": str(candidacy), "back": candidacy.get_absolute_url(), **words}

    def make(data: Any) -> InterviewForm:
        return InterviewForm(data, instance=interview, people=people, zone_name=zone_name)

    if request.method != "POST":
        return render(request, "components/form_page.html", {"form": make(None), **words})
    form = make(request.POST)
    with transaction.atomic():
        late = conflict(request, form, make, **words)
        if late:
            return late
        if form.is_valid():
            _store(form, interview, candidacy)
            return redirect(interview if _wants_notes(interview) else candidacy)
    return render(request, "components/form_page.html", {"form": form, **words}, status=422)


def _store(form: InterviewForm, interview: Interview, candidacy: Candidacy) -> None:
    known, new = _("Interview at %(company)s changed"), _("Interview at %(company)s added")
    sentence = (known if interview.pk else new) % {"company": candidacy.company}
    with recorded_together(sentence, lambda: _with_seats(interview)):
        form.save()
        form.seat(candidacy)


def _with_seats(interview: Interview) -> list[Model]:
    """The interview and who sits in it, as far as they are stored."""
    if interview.pk is None:
        return []
    return [*Interview.objects.filter(pk=interview.pk), *Interviewer.objects.filter(interview=interview)]


def _wants_notes(interview: Interview) -> bool:
    """Whether it is over, somebody was in it, and nothing is noted yet."""
    over = (interview.ends_at or interview.starts_at) <= timezone.now()
    seats = interview.interviewers.all()
    told = Note.objects.filter(interviewer__in=seats).exclude(PLANNED)
    return over and seats.exists() and not told.exists()


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete an interview with its notes."""
    interview = _interview(pk)
    sentence = _("Interview at %(company)s deleted") % {"company": interview.candidacy.company}
    return delete(request, interview, sentence=sentence, leads_to=interview.candidacy.get_absolute_url())


@require_safe
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The prep sheet: everything known before the talk, on paper too."""
    return render(request, "interviews/sheet.html", {"sheet": prepare(_interview(pk), profile_of(request))})


@require_safe
def calendar(_request: HttpRequest, pk: int) -> HttpResponse:
    """This one talk, with its place or link, as a file for a calendar."""
    interview = _interview(pk)
    file = write([appointment(interview, place=True)], timezone.now())
    headers = {"Content-Disposition": 'attachment; filename="interview.ics"'}
    return HttpResponse(file, content_type=CONTENT_TYPE, headers=headers)


def _interview(pk: int) -> Interview:
    return get_object_or_404(Interview.objects.select_related("candidacy__company"), pk=pk)
