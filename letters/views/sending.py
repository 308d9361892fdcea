"""On its way out by hand: preview, copy, open in the mail program, “did you send it?”, and back again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from candidacy.models import Profile
from letters import mail, writing
from letters.forms import SentForm
from letters.models import Status
from letters.views.typed import RefusedError, by_itself, fetch, page, store, zone_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from letters.composition import Composition


@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter as it will be read, and its text to copy."""
    row = fetch(pk)
    words = {"letter": row, "href": mail.way_out(row), "note": mail.note(row), "text": mail.text(row)}
    return render(request, "letters/preview.html", words)


@require_safe
def eml(_request: HttpRequest, pk: int) -> HttpResponse:
    """The letter as a file for the mail program."""
    row = fetch(pk)
    answer = HttpResponse(mail.file(row, Profile.load()), content_type="message/rfc822")
    answer["Content-Disposition"] = f'attachment; filename="letter-{row.pk}.eml"'
    return answer


@require_POST
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Saved and copied; without a script, the page to copy from."""
    try:
        found = store(request, fetch(pk))
    except RefusedError as refused:
        return refused.response
    if found.letter.status == Status.DRAFT:
        writing.opened(found.letter, found.letter.sent_despite.split())
    return page(request, found, asks=True) if by_itself(request) else redirect("letters:preview", pk)


@require_POST
def open_(request: HttpRequest, pk: int) -> HttpResponse:
    """Into the mail program. What would hurt asks first."""
    try:
        found = store(request, fetch(pk))
    except RefusedError as refused:
        return refused.response
    row = found.letter
    if row.status != Status.DRAFT:
        return redirect(row)
    if not agreed(request, found):
        return ask(request, found, "letters:open")
    writing.opened(row, [stop.id for stop in found.stops])
    if not by_itself(request):
        return redirect(f"{row.get_absolute_url()}#did")
    answer = page(request, found, asks=True)
    answer["HX-Trigger"] = json.dumps({"afterword:mail": {"href": mail.way_out(row)}})
    return answer


@require_POST
def sent(request: HttpRequest, pk: int) -> HttpResponse:
    """Yes, it went out. What would hurt asks first, unless it was asked before."""
    row = fetch(pk)
    if row.status != Status.DRAFT:
        return redirect("desk:today" if row.status == Status.SENT else row)
    try:
        found = store(request, row)
    except RefusedError as refused:
        return refused.response
    form = SentForm(request.POST, zone_name=str(zone_of(row)))
    if not form.is_valid():
        return page(request, found, status=422, sent_form=form)
    if not agreed(request, found):
        return ask(request, found, "letters:sent")
    at = form.cleaned_data["at"] or timezone.now()
    writing.mark_sent(found.letter, at, [stop.id for stop in found.stops])
    return redirect("desk:today")


@require_POST
def unsent(request: HttpRequest, pk: int) -> HttpResponse:
    """It did not go out: a draft again."""
    row = fetch(pk)
    if row.status == Status.SENT:
        writing.mark_unsent(row)
    return redirect("desk:today" if request.POST.get("back") == "today" else row)


def agreed(request: HttpRequest, found: Composition) -> bool:
    """Whether nothing would hurt, or each thing that would was overruled on purpose."""
    return request.POST.get("anyway") == "yes" or {stop.id for stop in found.stops} <= set(
        found.letter.sent_despite.split()
    )


def ask(request: HttpRequest, found: Composition, action: str) -> HttpResponse:
    """The reasons, and a deliberate way past them."""
    typed = {name: request.POST.get(name, "") for name in ("at", "once", "recipient")}
    words = {"page": found, "letter": found.letter, "action": action, "typed": typed}
    if not by_itself(request):
        return render(request, "letters/stop.html", words, status=409)
    answer = render(request, "letters/parts/stop.html", words)
    answer["HX-Retarget"], answer["HX-Reswap"] = "#ask", "innerHTML"
    return answer
