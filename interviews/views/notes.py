"""One note by itself: what it is, who said it, where it may go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from candidacy.pages import delete, form_page
from interviews.forms import NoteForm
from interviews.models import Interviewer, Kind, Note

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about one note."""
    return _note_page(
        request,
        _note(pk),
        _("A note on %(name)s changed"),
        delete=reverse("interviews:note_delete", args=[pk]),
    )


def new(request: HttpRequest, seat_pk: int) -> HttpResponse:
    """A note with everything about it at once, instead of a line in a box."""
    seat = get_object_or_404(
        Interviewer.objects.select_related("interview__candidacy__company", "person"), pk=seat_pk
    )
    return _note_page(request, Note(interviewer=seat, by=seat.person), _("A note on %(name)s added"))


def _note_page(request: HttpRequest, row: Note, sentence: str, **words: str) -> HttpResponse:
    person, interview = row.interviewer.person, row.interviewer.interview
    return form_page(
        request,
        lambda data: NoteForm(data, instance=row),
        sentence=lambda _row: sentence % {"name": person.name},
        leads_to=lambda _row: _back(row),
        heading=_("This note") if row.pk else _("A note on %(name)s") % {"name": person.name},
        lede=f"{person.name}, {interview.candidacy.company}",
        back=_back(row),
        **words,
    )


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a note."""
    row = _note(pk)
    return delete(
        request,
        row,
        sentence=_("A note on %(name)s deleted") % {"name": row.interviewer.person.name},
        leads_to=_back(row),
    )


def _note(pk: int) -> Note:
    rows = Note.objects.select_related("interviewer__interview__candidacy__company", "interviewer__person")
    return get_object_or_404(rows, pk=pk)


def _back(row: Note) -> str:
    """To the debrief of that person, or before the talk to the sheet that lists what I mean to ask."""
    interview = row.interviewer.interview
    if row.kind == Kind.MY_QUESTION and interview.starts_at > timezone.now():
        return f"{reverse('interviews:interview', args=[interview.pk])}#p-q"
    return f"{interview.get_absolute_url()}?person={row.interviewer.person_id}"
