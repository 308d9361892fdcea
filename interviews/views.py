"""Pages of the talks: the debrief, the interview itself, one note, the prep sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from candidacy.changes import recorded
from candidacy.choices import Relation
from candidacy.models import Candidacy, Person, Profile
from candidacy.pages import delete, form_page
from candidacy.templatetags.words import counted, first_name
from candidacy.zones import zone
from interviews import debrief as debriefing
from interviews.capture import PROMPTS
from interviews.forms import InterviewForm, NoteForm
from interviews.models import Interview, Interviewer, Note

if TYPE_CHECKING:
    import datetime as dt

    from django.http import HttpRequest, HttpResponse


def new(request: HttpRequest, candidacy_pk: int) -> HttpResponse:
    """A talk to come, or one that was."""
    candidacy = get_object_or_404(Candidacy.objects.select_related("company"), pk=candidacy_pk)
    return _interview_page(
        request, candidacy, Interview(candidacy=candidacy), f"Talk with {candidacy.company}"
    )


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """When, how and with whom."""
    interview = _interview(pk)
    words = {"delete": reverse("interviews:delete", args=[pk]), "delete_words": "Delete this interview"}
    return _interview_page(request, interview.candidacy, interview, "This interview", **words)


def _interview_page(
    request: HttpRequest, candidacy: Candidacy, interview: Interview, heading: str, **words: Any
) -> HttpResponse:
    zone_name = Profile.load().zone_of(candidacy.company)
    people = Person.objects.filter(Q(company=candidacy.company) | Q(relation=Relation.AGENCY))
    form = InterviewForm(request.POST or None, instance=interview, people=people, zone_name=zone_name)
    if request.method == "POST" and form.is_valid():
        verb = "changed" if interview.pk else "added"
        with recorded(f"Interview at {candidacy.company} {verb}", interview):
            form.save()
            form.seat(candidacy)
        over = (interview.ends_at or interview.starts_at) <= timezone.now()
        if (
            over
            and interview.interviewers.exists()
            and not Note.objects.filter(interviewer__interview=interview).exists()
        ):
            return redirect(interview)
        return redirect(candidacy)
    page = {
        "form": form,
        "heading": heading,
        "lede": str(candidacy),
        "back": candidacy.get_absolute_url(),
        **words,
    }
    return render(request, "components/form_page.html", page | words, status=422 if form.errors else 200)


def _wants_notes(interview: Interview) -> bool:
    """Whether it is over, somebody was in it, and nothing is noted yet."""
    over = (interview.ends_at or interview.starts_at) <= timezone.now()
    seats = interview.interviewers.all()
    return over and seats.exists() and not seats.filter(notes__isnull=False).exists()


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete an interview with its notes."""
    interview = _interview(pk)
    sentence = f"Interview at {interview.candidacy.company} deleted"
    return delete(request, interview, sentence=sentence, leads_to=interview.candidacy.get_absolute_url())


@require_safe
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The prep sheet: everything known before the talk, on paper too."""
    interview = _interview(pk)
    people = list(interview.people.all())
    known = Note.objects.filter(interviewer__person__in=people).exclude(share="private")
    notes = list(
        known.select_related("interviewer__person").order_by("interviewer__interview__starts_at", "position")
    )
    promises = Note.objects.filter(
        kind="promise", done_on=None, interviewer__interview__candidacy=interview.candidacy
    ).select_related("interviewer__person")
    page = {
        "interview": interview,
        "zone": zone(interview.time_zone or Profile.load().zone_of(interview.candidacy.company)),
        "seats": [
            (person, [note for note in notes if note.interviewer.person_id == person.pk]) for person in people
        ],
        "promises": promises,
        "developments": interview.candidacy.company.developments.all()[:3],
    }
    return render(request, "interviews/sheet.html", page)


@dataclass(frozen=True)
class Sitting:
    """A debrief under way: the talk, everybody in it, and the one person of this page."""

    interview: Interview
    seats: list[Interviewer]
    here: Interviewer

    @property
    def path(self) -> str:
        """This person's page."""
        return self.path_of(self.here)

    def path_of(self, seat: Interviewer) -> str:
        """The page of somebody in the talk."""
        return f"{self.interview.get_absolute_url()}?person={seat.person_id}"

    @property
    def next_up(self) -> str:
        """The next person without notes, or back to the candidacy."""
        after = self.seats[self.seats.index(self.here) + 1 :]
        empty = next((seat for seat in after if seat.present and not seat.notes.exists()), None)
        return self.path_of(empty) if empty else self.interview.candidacy.get_absolute_url()


def debrief(request: HttpRequest, pk: int) -> HttpResponse:
    """One person per page: what they told me, one thing per line, saved as it is typed."""
    interview = _interview(pk)
    seats = list(interview.interviewers.select_related("person"))
    if not seats:
        return redirect("interviews:edit", pk)
    sitting = Sitting(interview, seats, _chosen(seats, request.GET.get("person", "")))
    if request.method == "POST":
        return _posted(request, sitting)
    return render(request, "interviews/debrief.html", _page(sitting))


def _posted(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    stored = debriefing.digest(sitting.here)
    if request.POST.get("seen", stored) != stored:
        return render(request, "interviews/conflict.html", _page(sitting, typed=request.POST), status=409)
    try:
        left = _store(request, sitting)
    except ValidationError as error:
        page = _page(sitting, typed=request.POST, problem=error.messages[0])
        return render(request, "interviews/debrief.html", page, status=422)
    page = _page(sitting, left="\n".join(left))
    if _by_itself(request):
        return render(request, "interviews/debrief.html#saved", page)
    match request.POST.get("do", ""):
        case "sort":
            return render(request, "interviews/debrief.html", page)
        case "letter":
            return redirect(f"{reverse('letters:new')}?{urlencode(_letter_to(sitting))}")
        case "later":
            return redirect(sitting.next_up)
    return redirect(f"{sitting.path}&saved=1")


def _store(request: HttpRequest, sitting: Sitting) -> list[str]:
    """Store the boxes; an explicit save is logged, too. Returns the rough lines that named nobody."""
    given = {name: request.POST[name] for name in _box_names() if name in request.POST}
    said = _said(sitting.interview)
    debriefing.save(sitting.here, given, said)
    if _by_itself(request):
        return []
    with recorded(f"Notes on {sitting.here.person.name}, {counted(sitting.here.notes.count(), 'thing')}"):
        rough = request.POST.get("raw", "") if request.POST.get("do") == "sort" else ""
        return debriefing.sort_into(sitting.seats, rough, said)


def _letter_to(sitting: Sitting) -> dict[str, Any]:
    here = sitting.here
    return {"candidacy": sitting.interview.candidacy_id, "to": here.person_id, "kind": "thank_you"}


def _page(sitting: Sitting, *, typed: Any = None, problem: str = "", left: str = "") -> dict[str, Any]:
    stored = debriefing.boxes(sitting.here)
    name = first_name(sitting.here.person.name)
    return {
        "interview": sitting.interview,
        "seats": [(seat, seat.notes.count()) for seat in sitting.seats],
        "here": sitting.here,
        "name": name,
        "text": {box: typed.get(box, one.text) if typed else one.text for box, one in stored.items()},
        "boxes": stored,
        "dated": [note for box in stored.values() for note in box.notes if note.kind in debriefing.DATED],
        "ready": debriefing.readiness(stored, name),
        "hint": debriefing.hint(stored, name),
        "seen": debriefing.digest(sitting.here),
        "saved_at": timezone.now(),
        "problem": problem,
        "left": left,
    }


def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about one note."""
    row = get_object_or_404(Note.objects.select_related("interviewer__interview__candidacy__company"), pk=pk)
    back = f"{row.interviewer.interview.get_absolute_url()}?person={row.interviewer.person_id}"
    return form_page(
        request,
        lambda data: NoteForm(data, instance=row),
        sentence=lambda _row: f"A note on {row.interviewer.person.name} changed",
        leads_to=lambda _row: back,
        heading="This note",
        lede=f"{row.interviewer.person.name}, {row.interviewer.interview.candidacy.company}",
        back=back,
        delete=reverse("interviews:note_delete", args=[pk]),
    )


@require_POST
def note_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a note."""
    row = get_object_or_404(
        Note.objects.select_related("interviewer__interview", "interviewer__person"), pk=pk
    )
    back = f"{row.interviewer.interview.get_absolute_url()}?person={row.interviewer.person_id}"
    return delete(request, row, sentence=f"A note on {row.interviewer.person.name} deleted", leads_to=back)


def _interview(pk: int) -> Interview:
    return get_object_or_404(Interview.objects.select_related("candidacy__company"), pk=pk)


def _chosen(seats: list[Interviewer], person: str) -> Interviewer:
    """The person asked for, else the first one without notes, else the first."""
    asked = next((seat for seat in seats if str(seat.person_id) == person), None)
    return asked or next((seat for seat in seats if not seat.notes.exists()), seats[0])


def _said(interview: Interview) -> debriefing.Said:
    profile = Profile.load()
    company = interview.candidacy.company
    on: dt.date = interview.starts_at.astimezone(zone(profile.zone_of(company))).date()
    return debriefing.Said(on, profile.calendar(company).add)


def _by_itself(request: HttpRequest) -> bool:
    """Whether the page saved by itself, without a button pressed."""
    return "HX-Request" in request.headers and "do" not in request.POST


def _box_names() -> list[str]:
    return [prompt.name for prompt in PROMPTS]
