"""A question of my own on the prep sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from candidacy.pages import form_page
from interviews.forms import QuestionForm
from interviews.models import Interview, Kind, Note

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def question(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a question that I mean to ask in this talk."""
    interview = get_object_or_404(Interview.objects.select_related("candidacy__company"), pk=pk)
    seats = list(interview.interviewers.select_related("person"))
    row = Note(kind=Kind.MY_QUESTION)

    def make(data: Any) -> QuestionForm:
        return QuestionForm(data, instance=row, seats=seats)

    sheet = reverse("interviews:interview", args=[pk])
    return form_page(
        request,
        make,
        sentence=lambda note: _("A question for %(name)s added") % {"name": note.interviewer.person.name},
        leads_to=lambda _note: f"{sheet}#p-q",
        heading=_("A question to ask"),
        lede=str(interview.candidacy),
        back=sheet,
        save=_("Add it"),
    )
