"""The parts of Today that follow from the agenda, kept as they were made until something in them changes.

Nothing else goes into them than the agenda, the moment, the language and what is asked about the mail; so the
same of all these is the same page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.translation import get_language

from desk import headline
from desk.agenda.asking import COMING_SHOWN, PROMISES_SHOWN, SHOWN, WAITING_SHOWN
from desk.asking import asking

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.http import HttpRequest, HttpResponse

    from desk.agenda.asking import Agenda
    from desk.mail_questions import Question

PARTS = ("replies", "letters", "thanks", "rest", "clear", "coming", "promises", "waiting")
# Where the token of the browser belongs in the forms.
_BLANK = "the-token-of-this-browser"
_MINUTE, _QUARTER = 60, 15 * 60
_kept: tuple[object, Mapping[str, str]] = (None, {})


def parts(seen: Agenda, mail: Sequence[Question], stuck: int, ended: int) -> Mapping[str, str]:
    """The parts by name, with `heading` and `lede`. Their forms are blank where `signed` puts the token."""
    global _kept  # noqa: PLW0603
    # One question about a no is enough: the one that shows what they wrote.
    asked = frozenset(one.candidacy.pk for one in mail if one.reads_like_no)
    basis = (seen.rows, _lasts(seen), get_language(), len(mail), stuck, ended, asked)
    known, made = _kept
    if known != basis or seen.whole:
        made = _made(seen, (len(mail), stuck, ended), asked)
        _kept = (basis, made)
    return made


def signed(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """The answer with the token of this browser in the forms of its parts."""
    answer.content = answer.content.replace(_BLANK.encode(), get_token(request).encode())
    return answer


def _lasts(seen: Agenda) -> int:
    """Where thank-yous are due the page counts minutes; else days, which begin on a quarter of an hour."""
    counts_minutes = any(name == "panels" for name, *_ in seen.rows)
    return int(seen.now.timestamp()) // (_MINUTE if counts_minutes else _QUARTER)


def _made(seen: Agenda, besides: tuple[int, int, int], asked: frozenset[int]) -> dict[str, str]:
    words = _words(seen, asked) | {"nothing": not (seen.counts.needs_me or any(besides)), "ended": besides[2]}
    rendered = {name: render_to_string(f"desk/today/{name}.html", words) for name in PARTS}
    said = {"heading": headline.headline, "lede": headline.lede}
    return rendered | {name: tell(seen.shown, *besides) for name, tell in said.items()}


def _words(seen: Agenda, asked: frozenset[int]) -> dict[str, Any]:
    today, counts = seen.shown, seen.counts
    promised = seen.promised
    silent = [one for one in today.silent if one.standing.state != "close_due"]
    rest = [one for one in today.silent if one.standing.state == "close_due"]
    return {
        "csrf_token": _BLANK,
        "today": today,
        "counts": counts,
        "replies": asking(today.replies[:SHOWN]),
        "letters": silent[:SHOWN],
        "rest": rest[:SHOWN],
        "refused": [one for one in today.refused[:SHOWN] if one.candidacy.pk not in asked],
        "panels": today.panels[:SHOWN],
        "panels_more": len(today.panels) > SHOWN or counts.thanks > today.thanks_shown,
        "coming": today.coming[:COMING_SHOWN],
        "coming_more": len(today.coming) > COMING_SHOWN or counts.coming > COMING_SHOWN,
        "next_talk": next((one for one in today.coming if one.meeting), None),
        "promises": promised[:PROMISES_SHOWN],
        "promises_more": len(promised) > PROMISES_SHOWN,
        "waiting": today.waiting[:WAITING_SHOWN],
    }
