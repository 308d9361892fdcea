"""All letters, and all letters to one company."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from candidacy.models import Company
from letters.listing import FILTERS, letters
from letters.queries import on_the_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest, HttpResponse

    from letters.passages import Laid
    from letters.passround import Link, Round, Stretch


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The outbox, drafts, and what was sent; the filter lives in the address."""
    chosen = request.GET.get("show", "all")
    chosen = chosen if chosen in FILTERS else "all"
    page = letters(chosen, timezone.now(), everything="all" in request.GET, drafts="drafts" in request.GET)
    return render(request, "letters/index.html", {"page": page, "chosen": chosen})


@require_safe
def passround(request: HttpRequest, pk: int) -> HttpResponse:
    """All letters to one company, side by side; the pair that is compared lives in the address."""
    company = get_object_or_404(Company, pk=pk)
    table = on_the_table(company, timezone.now())
    chosen = table.pair(request.GET.get("pair", ""))
    page = {
        "company": company,
        "round": table,
        "chosen": chosen,
        "written": _written(table, chosen.slug if chosen else "", get_language()),
    }
    return render(request, "letters/passround.html", page)


@dataclass(frozen=True, slots=True)
class Written:
    """What is the same whenever a table is looked at: its cards, each letter with its text, its passages."""

    cards: str
    letters: list[tuple[Laid, str]]
    twins: str


@lru_cache(maxsize=2)
def _written(table: Round, slug: str, language: str | None) -> Written:
    with override(language):
        chosen = table.pair(slug)
        words = {"round": table, "chosen": chosen}
        return Written(
            cards=render_to_string("letters/passround.html#cards", words),
            letters=[(one, _marked(table.stretches(one, chosen))) for one in table.letters],
            twins=render_to_string("letters/passround.html#twins", words),
        )


_LINK = '<a class="ref" href="#{}" aria-label="{}">{}</a>'


def _marked(stretches: Iterable[Stretch]) -> str:
    """A letter under its marks. Written here: a template takes five times as long for so many."""
    return format_html_join("", "{}{}", ((_mark(one), _links(one.links)) for one in stretches))


def _mark(one: Stretch) -> str:
    if not one.marks:
        return one.text
    anchor = format_html(' id="{}"', one.anchor) if one.anchor else ""
    return format_html('<mark class="{}"{}>{}</mark>', one.marks, anchor, one.text)


def _links(links: Iterable[Link]) -> str:
    words = _("Passage %(number)s, %(kind)s as in %(name)s’s letter")
    labels = ((one, words % {"number": one.number, "kind": one.kind, "name": one.whose}) for one in links)
    return format_html_join("", _LINK, ((one.href, label, one.number) for one, label in labels))
