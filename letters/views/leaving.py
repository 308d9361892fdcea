"""A letter that leaves from here: sent, taken back in its ten seconds, and asked about where nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from letters import account, outbox, sent_folder
from letters.inbox import MailboxError
from letters.models import UNDER_WAY, Leaving, Status
from letters.views import typed
from letters.views.sending import agreed, ask
from letters.writing import ChangedMeanwhileError

if TYPE_CHECKING:
    from django.http import HttpRequest

    from letters.account import Account
    from letters.composition import Composition
    from letters.models import Letter


@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Into the outbox. What would hurt asks first."""
    try:
        found = typed.store(request, typed.fetch(pk))
    except typed.RefusedError as refused:
        return refused.response
    row = found.letter
    if row.status != Status.DRAFT:
        return _there(request, row)
    if not agreed(request, found):
        return ask(request, found, "letters:send")
    once, recipient = request.POST.get("once", "")[:64], request.POST.get("recipient", "")
    try:
        outbox.queue(row, once, recipient, [stop.id for stop in found.stops])
    except outbox.CannotSendError as fault:
        return _refused(request, found, str(fault))
    except ChangedMeanwhileError:
        # Another window was quicker: what stands there now is shown.
        return _there(request, row)
    return _there(request, row)


def _refused(request: HttpRequest, found: Composition, why: str) -> HttpResponse:
    words = {"letter": found.letter, "why": why}
    if not typed.by_itself(request):
        return typed.page(request, found, status=422, cannot_send=why)
    answer = render(request, "letters/parts/cannot_send.html", words)
    answer["HX-Retarget"], answer["HX-Reswap"] = "#ask", "innerHTML"
    return answer


def _there(request: HttpRequest, row: Letter) -> HttpResponse:
    """The letter's own page, which says how it stands with it. By now everything typed is stored."""
    if not typed.by_itself(request):
        return redirect(row)
    answer = HttpResponse(status=204)
    answer["HX-Redirect"], answer["Stored"] = row.get_absolute_url(), "yes"
    return answer


def page(request: HttpRequest, row: Letter) -> HttpResponse:
    """How it stands with a letter on its way: seconds to take it back, leaving, or nobody knows."""
    return render(request, "letters/leaving.html", _words(row, request.GET.get("looked", "")))


@require_safe
def seconds(request: HttpRequest, pk: int) -> HttpResponse:
    """The seconds that are left; where there are none, the page has something new to say."""
    words = _words(typed.fetch(pk))
    if words["left"]:
        return render(request, "letters/parts/seconds.html", words)
    answer = HttpResponse()
    answer["HX-Refresh"] = "true"
    return answer


def _words(row: Letter, looked: str = "") -> dict[str, object]:
    now = timezone.now()
    sending = row.sendings.filter(state__in=UNDER_WAY).first()
    state = sending.state if sending else Leaving.UNKNOWN
    left = outbox.seconds_left(sending, now) if sending else 0
    # Without a script the page comes again when the seconds are over, and then until it is known how it went.
    again = left + 1 if left else 3
    return {
        "letter": row,
        "sending": sending,
        "state": state,
        "left": left,
        "gone": outbox.SECONDS - left,
        "again": 0 if state == Leaving.UNKNOWN else again,
        "mailbox": account.load()[0],
        "looked": looked,
        "zone": typed.zone_of(row),
    }


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft again, if it has not left."""
    row = typed.fetch(pk)
    outbox.take_back(row)
    return redirect("letters:letters" if request.POST.get("back") == "letters" else row)


def _look(mailbox: Account) -> str:
    try:
        return "not" if sent_folder.look_up(mailbox) else ""
    except MailboxError:
        return "failed"


@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """It went out, or it did not: what I found where nobody knew; or Afterword is to look again."""
    row = typed.fetch(pk)
    mailbox, _ = account.load()
    if request.POST.get("is") == "look" and mailbox:
        return redirect(f"{row.get_absolute_url()}?looked={_look(mailbox)}")
    if request.POST.get("is") in ("sent", "not"):
        outbox.settle(row, went=request.POST["is"] == "sent")
    back = {"letters": "letters:letters", "today": "desk:today"}.get(request.POST.get("back", ""))
    return redirect(back) if back else redirect(row)
