"""Reports: a proof of search for a period, to print or as a table."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from candidacy.models import Candidacy, Profile
from candidacy.reasons import date_words
from desk.forms.period import PeriodForm
from desk.known import known
from desk.reports.proof import Searched, counted, entries
from desk.spreadsheet import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, QueryDict

    from desk.insights.period import Period
    from desk.known import Known
    from desk.reports.proof import Entry

USUAL = dt.timedelta(days=30)


@require_safe
def proof(request: HttpRequest) -> HttpResponse:
    """What was done in a period, as an office that pays benefits asks for it."""
    today, profile = timezone.localdate(), Profile.load()
    form = _form(request.GET, today)
    period = form.period()
    found = _entries(period, profile) if form.is_valid() else []
    words = {
        "form": form,
        "presets": _presets(today, period),
        "name": profile.name,
        "period": _words(period, today),
        "entries": found,
        "counted": counted(found),
        "query": request.GET.urlencode(),
    }
    return render(request, "desk/proof.html", words, status=200 if form.is_valid() else 422)


@require_safe
def proof_csv(request: HttpRequest) -> HttpResponse:
    """The same as a table for a spreadsheet program."""
    form = _form(request.GET, timezone.localdate())
    period = form.period()
    if not form.is_valid():
        return proof(request)
    heading = [_("Date"), _("Company"), _("Role"), _("What"), _("How"), _("Result")]
    rows = [heading, *_rows(_entries(period, Profile.load()))]
    name = f"afterword-search-{timezone.localdate().isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(csv_text(rows), content_type="text/csv; charset=utf-8", headers=headers)


def _form(given: QueryDict, today: dt.date) -> PeriodForm:
    """The days asked for; where none are, the last 30."""
    usual = {"from": (today - USUAL).isoformat(), "to": today.isoformat()}
    return PeriodForm(given if given.keys() & usual.keys() else usual, "from", "to")


def _presets(today: dt.date, chosen: Period) -> list[tuple[str, dt.date, dt.date, bool]]:
    """This month and the last: words, first and last day, and whether it is the one that is shown."""
    first = today.replace(day=1)
    before = first - dt.timedelta(days=1)
    months = ((_("This month"), first, today), (_("Last month"), before.replace(day=1), before))
    return [(label, one, other, (chosen.since, chosen.until) == (one, other)) for label, one, other in months]


def _words(period: Period, today: dt.date) -> str:
    since, until = period.since, period.until
    words = {"first": since and date_words(since, today), "last": until and date_words(until, today)}
    if since and until:
        return _("%(first)s to %(last)s") % words
    if since:
        return _("since %(first)s") % words
    return _("until %(last)s") % words if until else ""


def _entries(period: Period, profile: Profile) -> list[Entry]:
    rows = known(Candidacy.objects.all(), profile)
    return entries((_searched(one) for one in rows), period, timezone.now())


def _searched(one: Known) -> Searched:
    return Searched(
        company=one.candidacy.company.name,
        role=one.candidacy.role,
        facts=one.facts,
        source=one.candidacy.source,
        channels={talk.pk: talk.channel for talk in one.meetings},
        names={pk: person.name for pk, person in one.people.items()},
    )


def _rows(found: list[Entry]) -> Iterator[list[str]]:
    for one in found:
        yield [one.on.isoformat(), one.company, one.role, one.what, one.how, one.result]
