"""Today: what needs me, why, and one click to act."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.shortcuts import render
from django.views.decorators.http import require_safe

from candidacy.models import Change
from desk.agenda.requested import agenda_of
from desk.ended import just_ended
from desk.views.today_parts import parts, signed
from letters import account as accounts

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from desk.mail_questions import Question
    from interviews.invites import Waiting
    from letters.listing import OnItsWay

RECENT = 4
UNDOABLE = dt.timedelta(days=30)
SHOWN_QUESTIONS = 5


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The page a day begins with; an empty desk leads to the first question instead."""
    if not agenda_of(request).has("begun"):
        from desk.views import welcome

        return welcome.page(request)
    return signed(request, render(request, "desk/today.html", _words(request)))


def afterwards(request: HttpRequest, said: str) -> HttpResponse:
    """The page’s inside after a move made on it, with what has been done, for whoever only hears it."""
    words = {**_words(request), "said": said}
    return signed(request, render(request, "desk/parts/afterwards.html", words))


def _words(request: HttpRequest) -> dict[str, Any]:
    seen = agenda_of(request)
    mail = _questions() if seen.has("mail") else []
    stuck = _troubled() if seen.has("stuck") else []
    ended = just_ended(seen.now) if seen.has("ended") else []
    mailbox, mail_state = accounts.load()
    return {
        "mail_state": mail_state if mailbox and not settings.SAMPLE else None,
        "now": seen.local,
        "needs_me": seen.counts.needs_me,
        "parts": parts(seen, mail, len(stuck), len(ended)),
        "ended": ended,
        "stuck": stuck,
        "mail": mail,
        "mail_shown": mail[:SHOWN_QUESTIONS],
        "invitations": _invitations() if seen.has("invitations") else [],
        "recent": Change.objects.filter(undone_at=None, at__gte=seen.now - UNDOABLE)[:RECENT],
    }


# What most days have none of is imported where there is some, with all that reads mail and drafts letters.


def _questions() -> list[Question]:
    from desk.mail_questions import questions

    return questions()


def _troubled() -> list[OnItsWay]:
    from letters.listing import troubled

    return troubled()


def _invitations() -> list[Waiting]:
    from interviews.invites import waiting_ones

    return waiting_ones()
