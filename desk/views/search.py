"""Search: the page, and what of it changes while somebody types."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from candidacy.asked import number_of
from candidacy.models import Company, Person
from candidacy.reasons import sentence
from candidacy.templatetags.words import in_words
from desk.search import COUNTED, KINDS, Found, Group, Within, any_of, find

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

LABELS = {
    "company": gettext_lazy("Companies"),
    "person": gettext_lazy("People"),
    "candidacy": gettext_lazy("Candidacies"),
    "note": gettext_lazy("Notes"),
    "letter": gettext_lazy("Letters"),
    "message": gettext_lazy("Messages"),
    "development": gettext_lazy("Developments"),
}
# The spans of time to choose from, in days.
WHEN = {
    "30": gettext_lazy("Last 30 days"),
    "90": gettext_lazy("Last 3 months"),
    "365": gettext_lazy("Last 12 months"),
}
# Of one kind by itself so many are shown, of all kinds together fewer; a select offers so many.
SHOWN_ALONE, OFFERED = 50, 100
# When less is found, wider words are offered.
LITTLE = 4
LONGEST_SAID = 60


@dataclass(frozen=True)
class Section:
    """What was found of one kind, as the page shows it."""

    group: Group
    label: str
    count: str
    # All of that kind, where not all is shown.
    all_href: str


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What has the words, by kind; the filters live in the address."""
    typed, within = request.GET.get("q", "").replace("\x00", "").strip(), _within(request)
    wider = "wider" in request.GET
    found = find(typed, within, wider=wider, **({"shown": SHOWN_ALONE} if within.kind else {}))
    words = {
        "q": typed,
        "within": within,
        "when": request.GET.get("when", ""),
        "whens": WHEN.items(),
        "wider": wider,
        "found": found,
        "sections": [_section(group, request) for group in found.groups],
        "heading": _heading(typed, found, wider=wider),
        "everywhere": _address(request, company=None, person=None, when=None, kind=None),
        "all_kinds": _address(request, kind=None),
        **_wider_words(request, typed, within, found, wider=wider),
    }
    htmx = request.htmx  # type: ignore[attr-defined]
    part = bool(htmx) and not htmx.history_restore_request
    if not part:
        words |= _choices(within)
    answer = render(request, "desk/search.html#found" if part else "desk/search.html", words)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def _within(request: HttpRequest) -> Within:
    when, kind = request.GET.get("when", ""), request.GET.get("kind", "")
    since = timezone.now() - dt.timedelta(days=int(when)) if when in WHEN else None
    return Within(
        company=number_of(request, "company") or None,
        person=number_of(request, "person") or None,
        since=since,
        kind=kind if kind in KINDS else "",
    )


def _section(group: Group, request: HttpRequest) -> Section:
    hidden = len(group.hits) < group.count and "kind" not in request.GET
    return Section(
        group,
        str(LABELS[group.kind]),
        _("%(count)s or more") % {"count": group.count} if group.more else str(group.count),
        _address(request, kind=group.kind) if hidden else "",
    )


def _address(request: HttpRequest, **changed: str | None) -> str:
    """The address of the page with these words of it changed, or taken out."""
    asked = {name: value for name, value in request.GET.items() if value} | changed
    return f"?{urlencode({name: value for name, value in asked.items() if value is not None})}"


def _heading(typed: str, found: Found, *, wider: bool) -> str:
    """“Nine places say “night shift””."""
    if not found.terms:
        return _("Search")
    said = " ".join(typed.split()).strip('"“”„«»')
    named = {"words": said if len(said) <= LONGEST_SAID else f"{said[:LONGEST_SAID]}…"}
    if not found.count:
        return _("Nothing says “%(words)s”") % named
    if found.more:
        named["number"] = str(COUNTED)
        form = (
            _("More than %(number)s places say any of “%(words)s”")
            if wider
            else _("More than %(number)s places say “%(words)s”")
        )
        return form % named
    named["number"] = in_words(found.count)
    if wider:
        form = ngettext(
            "%(number)s place says any of “%(words)s”",
            "%(number)s places say any of “%(words)s”",
            found.count,
        )
    else:
        form = ngettext("%(number)s place says “%(words)s”", "%(number)s places say “%(words)s”", found.count)
    return sentence(form % named)


def _wider_words(
    request: HttpRequest, typed: str, within: Within, found: Found, *, wider: bool
) -> dict[str, Any]:
    """How many more places have any of several words, where few have all of them."""
    if wider or len(found.terms) < 2 or found.count >= LITTLE:
        return {}
    more = any_of(typed, within) - found.count
    return {"more_by_any": more, "wider_href": _address(request, wider="1")} if more > 0 else {}


def _choices(within: Within) -> dict[str, Any]:
    """The companies and people to choose from: the latest ones, with those chosen."""
    companies, people = Company.objects.all(), Person.objects.all()
    if within.company is not None:
        people = people.filter(company=within.company)
    return {
        "companies": _offered(companies, within.company),
        "people": _offered(people, within.person),
    }


def _offered(rows: QuerySet[Any], chosen: int | None) -> str:
    """The options of a select. Written here: a template takes twice as long for so many."""
    latest = rows.order_by("-pk").values_list("pk", "name")[:OFFERED]
    picked = rows.model._default_manager.filter(pk=chosen).values_list("pk", "name") if chosen else ()
    named = sorted({**dict(latest), **dict(picked)}.items(), key=lambda one: (one[1].casefold(), one[0]))
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((pk, " selected" if pk == chosen else "", name) for pk, name in named),
    )
