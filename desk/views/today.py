"""Today: what needs me, why, and one click to act."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from candidacy.models import Change, Company
from desk import headline
from desk.asking import asking
from desk.mail_questions import NO, questions
from desk.today import today
from interviews.invites import waiting_ones
from letters import account as accounts
from letters.listing import troubled

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

RECENT = 4
UNDOABLE = dt.timedelta(days=30)
SHOWN_WAITING = 3
SHOWN_QUESTIONS = 5


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The page a day begins with; an empty desk leads to the first question instead."""
    if not Company.objects.exists():
        from desk.views import welcome

        return welcome.page(request)
    return render(request, "desk/today.html", _words(timezone.now()))


def afterwards(request: HttpRequest, said: str) -> HttpResponse:
    """The page’s inside after a move made on it, with what has been done, for whoever only hears it."""
    return render(request, "desk/parts/afterwards.html", {**_words(timezone.now()), "said": said})


def _words(now: dt.datetime) -> dict[str, Any]:
    seen, mail, stuck = today(now), questions(), troubled()
    # One question about a no is enough: the one that shows what they wrote.
    asked = {one.candidacy.pk for one in mail if one.asks == NO}
    mailbox, mail_state = accounts.load()
    return {
        "mail_state": mail_state if mailbox and not settings.SAMPLE else None,
        "today": seen,
        "heading": headline.headline(seen, len(mail), len(stuck)),
        "lede": headline.lede(seen, len(mail), len(stuck)),
        "stuck": stuck,
        "replies": asking(seen.replies),
        "mail": mail,
        "mail_shown": mail[:SHOWN_QUESTIONS],
        "refused": [one for one in seen.refused if one.candidacy.pk not in asked],
        "letters": [one for one in seen.silent if one.standing.state != "close_due"],
        "rest": [one for one in seen.silent if one.standing.state == "close_due"],
        "next_talk": next((one for one in seen.coming if one.meeting), None),
        "waiting": seen.waiting[:SHOWN_WAITING],
        "invitations": waiting_ones(),
        "recent": Change.objects.filter(undone_at=None, at__gte=now - UNDOABLE)[:RECENT],
    }
