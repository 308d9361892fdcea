"""Questions about mail: each message that is not sure, or that says no or invites, answered by a form."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from candidacy.asked import number_of
from candidacy.models import Profile
from desk.forms import MailFileForm, PlaceForm
from desk.mail_questions import questions
from desk.posted import NotMailError, read_mail
from letters import answering, entries
from letters.models import MailKind, Message

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

RECENT = 20


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Everything the mail asks, a file to read, and what was placed by itself."""
    return _page(request, MailFileForm())


def _page(request: HttpRequest, form: MailFileForm, status: int = 200) -> HttpResponse:
    read = {what: number_of(request, what) for what in ("placed", "asked", "none")}
    placed = Message.objects.placed().select_related("candidacy__company", "person").order_by("-at", "-pk")
    words = {
        "questions": questions(),
        "form": form,
        "placed": placed[:RECENT],
        "said": entries.summary(**read) if any(read.values()) else "",
    }
    return render(request, "desk/mail.html", words, status=status)


@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Read a file of mail."""
    form = MailFileForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            rows = read_mail(form.cleaned_data["file"])
        except NotMailError as error:
            form.add_error("file", str(error))
        else:
            return redirect(f"{reverse('desk:mail')}?{urlencode(entries.counted(rows))}")
    return _page(request, form, status=422)


def message(request: HttpRequest, pk: int) -> HttpResponse:
    """One message in full, and which candidacy it is about."""
    row = _row(pk)
    if row.settled_at or row.candidacy is None:
        return redirect("desk:mail")
    form = PlaceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answering.place(row, form.cleaned_data["candidacy"])
        return redirect("desk:mail")
    status = 422 if form.errors else 200
    return render(request, "desk/mail_message.html", {"row": row, "form": form}, status=status)


@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """One of the answers that stand beside a question."""
    row = _row(pk)
    do = request.POST.get("do", "")
    if row.candidacy is None:
        return _back(request)
    if row.settled_at:
        return _follow(request, row, do)
    if do == "none":
        answering.dismiss(row)
    elif do == "other":
        return redirect("desk:mail_message", row.pk)
    elif do in _KINDS:
        answering.place(row, row.candidacy, _KINDS[do])
    return _back(request)


_KINDS = {"yes": "", "machine": MailKind.AUTOMATIC, "person": MailKind.REPLY}


def _follow(request: HttpRequest, row: Message, do: str) -> HttpResponse:
    """The answers about a refusal or an invitation. Asked twice, the second changes nothing."""
    if row.done_at or row.candidacy is None:
        return _back(request)
    if do == "close" and row.kind == MailKind.REJECTION:
        answering.close(row, Profile.load())
    elif do == "add" and row.kind == MailKind.INVITATION:
        waiting = answering.hand_over(row)
        return redirect(waiting) if waiting else redirect("interviews:new", row.candidacy.pk)
    elif do == "not":
        answering.deny(row)
    return _back(request)


def _row(pk: int) -> Message:
    return get_object_or_404(Message.objects.select_related("candidacy__company", "person", "contact"), pk=pk)


def _back(request: HttpRequest) -> HttpResponse:
    return redirect("desk:mail" if request.POST.get("back") == "mail" else "desk:today")
