"""What the search so far teaches, for all of it or for a period."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from candidacy.reasons import date_words
from desk.agenda.requested import numbers_of
from desk.forms.period import PeriodForm
from desk.insights import charts, findings
from desk.insights.kept import Teaching
from desk.insights.period import ALL, LAST_90, YEAR, preset
from desk.insights.shown import part

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from desk.insights.board import Board, Nudges, Thanks
    from desk.insights.period import Period

HOUR = dt.timedelta(hours=1)
# From so many hours on, days are easier to read.
HOURS_SHOWN = 72
WORRIES_SHOWN, QUESTIONS_SHOWN = 3, 6
_teaching = Teaching()


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Insights; the period lives in the address."""
    form, everything = PeriodForm(request.GET), "all" in request.GET
    word = request.GET.get("period", "")
    period = preset(word, timezone.localdate()) if word else form.period()
    seen = _teaching.board(numbers_of(request), period)
    words = {
        "period": period,
        "form": form,
        "presets": ((ALL, _("All")), (YEAR, _("This year")), (LAST_90, _("Last 90 days"))),
        "board": seen,
        "lede": _lede(seen, period),
        "trio": _in_short(seen),
        "charts": _charts(seen),
        "says": _says(seen),
        "worries": part(seen.worries, WORRIES_SHOWN, everything=everything),
        "questions": part(seen.questions, QUESTIONS_SHOWN, everything=everything),
        "all": f"?{urlencode({**request.GET.dict(), 'all': 1})}",
    }
    return render(request, "desk/insights.html", words, status=200 if form.is_valid() else 422)


def _charts(seen: Board) -> dict[str, object]:
    return {
        "replies": charts.of_replies(seen.replies),
        "funnel": charts.of_funnel(seen.funnel),
        "stages": charts.of_stages(seen.stages),
        "thanks": charts.of_thanks(seen.thanks),
    }


def _says(seen: Board) -> dict[str, object]:
    replies, thanks = seen.replies, seen.thanks
    return {
        "replies": findings.of_replies(replies.days, replies.line, replies.passed),
        "late": findings.late_words(replies.days, replies.line),
        "funnel": findings.of_funnel(seen.funnel),
        "beside": findings.funnel_words(seen.funnel),
        "stages": findings.of_stages(seen.stages),
        "nudged": findings.stage_words(seen.stages),
        "thanks": findings.of_thanks(thanks.within_a_day, thanks.number),
        "questions": findings.of_questions(seen.questions),
        "worries": findings.of_worries(seen.worries),
    }


def _lede(seen: Board, period: Period) -> str:
    """Which part of the search, and how far to trust it."""
    if not seen.candidacies:
        return ""
    return f"{_since(seen, period)} {findings.size(seen.candidacies)}"


def _since(seen: Board, period: Period) -> str:
    first, last, today = period.since or seen.first, period.until, timezone.localdate()
    words = {"first": first and date_words(first, today), "last": last and date_words(last, today)}
    if first and last:
        return _("Your search from %(first)s to %(last)s.") % words
    if first:
        return _("Your search since %(first)s.") % words
    return _("Your search until %(last)s.") % words if last else ""


def _in_short(seen: Board) -> list[tuple[str, str]]:
    """Three figures, each with its words."""
    return [_usual_wait(seen.replies.usual), _nudged(seen.nudges), _thanked(seen.thanks)]


def _usual_wait(days: int | None) -> tuple[str, str]:
    if days is None:
        return "–", _("no reply yet to tell the usual wait")
    said = ngettext(
        "working day, the usual wait for a reply", "working days, the usual wait for a reply", days
    )
    return str(days), said


def _nudged(nudges: Nudges) -> tuple[str, str]:
    if not nudges.number:
        return "–", _("no nudge has had its time yet")
    figure = _("%(answered)s of %(number)s") % {"answered": nudges.answered, "number": nudges.number}
    within, words = nudges.most_within, {"days": nudges.most_within}
    if within is None or len(nudges.days) < nudges.answered:
        return figure, ngettext("nudge got an answer", "nudges got an answer", nudges.number)
    # Of a single answer, “most” would say too much.
    if nudges.answered == 1:
        return figure, ngettext(
            "nudges answered, after %(days)s working day",
            "nudges answered, after %(days)s working days",
            within,
        ) % words
    return figure, ngettext(
        "nudges answered, most within %(days)s working day",
        "nudges answered, most within %(days)s working days",
        within,
    ) % words


def _thanked(thanks: Thanks) -> tuple[str, str]:
    if thanks.usual is None:
        return "–", _("no thank-you yet to tell its usual time")
    hours = round(thanks.usual / HOUR)
    if hours < 1:
        figure = _("%(minutes)s min") % {"minutes": round(thanks.usual / dt.timedelta(minutes=1))}
    elif hours < HOURS_SHOWN:
        figure = _("%(hours)s h") % {"hours": hours}
    else:
        figure = ngettext("%(days)s day", "%(days)s days", hours // 24) % {"days": hours // 24}
    return figure, _("from interview to thank-you, usually")
