"""The list of candidacies as rows, with the filters over it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from candidacy.choices import Stage
from candidacy.models import Candidacy, Profile
from candidacy.names import without_accents
from desk.agenda.picking import CLOSED, pick, tally
from desk.listed import NOTHING, last_on, next_on, row
from desk.outlook import outlooks
from desk.reports import stages
from desk.today import PIPELINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desk.agenda.asking import Agenda
    from desk.agenda.picking import Picked
    from desk.listed import Row
    from desk.outlook import Outlook
    from desk.today import Today

SHOWN = 50


@dataclass(frozen=True)
class Filter:
    """One way to look at the list."""

    slug: str
    label: str
    count: int = 0
    # Where it leads: the rest of what is asked stays.
    query: str = ""


FILTERS = (
    Filter("open", gettext_noop("Open")),
    Filter("mine", gettext_noop("Your move")),
    *(Filter(slug, label) for slug, label, _ in PIPELINE),
    Filter("closed", gettext_noop("Closed")),
)


# How the rows may stand: my moves first, unless another order is asked for.
ORDERS = {
    "": gettext_lazy("Your moves first"),
    "company": gettext_lazy("By company"),
    "last": gettext_lazy("Last contact first"),
    "applied": gettext_lazy("Applied last first"),
}


@dataclass(frozen=True)
class Look:
    """What is asked of the list, as it stands in the address; whatever means nothing is left out."""

    show: str = "open"
    words: str = ""
    by: str = ""
    everything: bool = False

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Look:
        """The look that an address asks for."""
        show, by = asked.get("show", ""), asked.get("by", "")
        return cls(
            show=show if show in {one.slug for one in FILTERS} else "open",
            words=" ".join(asked.get("q", "").split()),
            by=by if by in ORDERS else "",
            everything="all" in asked,
        )

    def query(self, **other: str) -> str:
        """The address’s part behind the question mark, with something else in it."""
        said = {"show": self.show, "q": self.words, "by": self.by, **other}
        return urlencode({name: value for name, value in said.items() if value})

    def finds(self, *names: str) -> bool:
        """Whether every word begins a word of the names, however it is accented."""
        there = [without_accents(word) for name in names for word in name.split()]
        return all(any(one.startswith(without_accents(word)) for one in there) for word in self.words.split())


@dataclass(frozen=True)
class Listing:
    """Which candidacies are shown, the filters with their counts, and how many there are of them."""

    picked: tuple[Picked, ...]
    filters: tuple[Filter, ...]
    look: Look
    total: int

    @property
    def chosen(self) -> str:
        """The filter that is lit."""
        return self.look.show

    @property
    def the_rest(self) -> str:
        """The query that shows what is left out; empty where nothing is."""
        return self.look.query(all="1") if len(self.picked) < self.total else ""


def rows_of(seen: Agenda, pks: list[int]) -> list[Row]:
    """Those candidacies as they are listed, in that order."""
    found = outlooks(Candidacy.objects.filter(pk__in=pks), seen.now, seen.profile)
    rows = {one.candidacy.pk: row(one) for one in found}
    return [rows[pk] for pk in pks if pk in rows]


def listing(seen: Agenda, look: Look) -> Listing:
    """The candidacies of one filter, as far as they have the words, in the order asked for."""
    among = _with_the_words(look) if look.words else None
    counts = _counts(among)
    if look.show == "closed" and look.by == "last":
        picked = _closed_by_last_word(seen, among)
        picked = picked if look.everything else picked[:SHOWN]
    else:
        picked = pick(*_asked(look), among, None if look.everything else SHOWN)
    return Listing(
        picked=tuple(picked),
        filters=tuple(
            Filter(one.slug, _(one.label), counts[one.slug], look.query(show=one.slug))
            for one in FILTERS
            if counts[one.slug] or one.slug in ("open", "mine", look.show)
        ),
        look=look,
        total=counts[look.show],
    )


def _with_the_words(look: Look) -> list[int]:
    rows = Candidacy.objects.order_by().values_list("pk", "company__name", "role", "location")
    return [pk for pk, *names in rows if look.finds(*names)]


def _counts(among: list[int] | None) -> dict[str, int]:
    """How many each filter shows."""
    counts = dict.fromkeys((one.slug for one in FILTERS), 0)
    slugs = {stage: slug for slug, _, some in PIPELINE for stage in some}
    for stage, asked, count in tally(among):
        for slug in _filters(stage, asked, slugs):
            counts[slug] += count
    return counts


def _filters(stage: str, asked: int, slugs: Mapping[str, str]) -> Iterator[str]:
    """The filters that show a candidacy of that stage; a closed one has none, and is asked for nothing."""
    if stage == CLOSED:
        yield "closed"
        return
    if stage in slugs:
        yield slugs[stage]
    if stage != "wishlist":
        yield "open"
    if asked != NOTHING:
        yield "mine"


def _asked(look: Look) -> tuple[str, tuple[str, ...], str]:
    """Which of the agenda’s, of which stages, and in which order."""
    of: dict[str, tuple[str, ...]] = {slug: some for slug, _, some in PIPELINE}
    of["open"] = tuple(stage for stage in Stage.values if stage != "wishlist")
    which = look.show if look.show in ("closed", "mine") else "open"
    return which, of.get(look.show, ()), look.by


def _closed_by_last_word(seen: Agenda, among: list[int] | None) -> list[Picked]:
    """Of what has long ended the agenda does not keep who had the last word: it is worked out."""
    picked = pick("closed", (), "", among, None)
    stamps = dict(picked)
    found = outlooks(Candidacy.objects.filter(pk__in=list(stamps)), seen.now, seen.profile)
    last = {one.candidacy.pk: last_on(one) or dt.date.min for one in found}
    return sorted(picked, key=lambda one: last.get(one[0], dt.date.min), reverse=True)


def table(seen: Today) -> Iterator[list[str]]:
    """Every candidacy, open ones first, as the rows of a table under their headings; days as 2026-09-01."""
    heading = ["Company", "Role", "Stage", "Applied on", "Last contact", "State", "Next date", "Link"]
    yield [*heading, *stages.HEADINGS]
    for outlook in [*seen.outlooks, *_closed(seen)]:
        candidacy = outlook.candidacy
        days = (candidacy.applied_on, last_on(outlook), next_on(outlook))
        applied, last, ahead = (day.isoformat() if day else "" for day in days)
        stage, state = candidacy.get_stage_display(), row(outlook).state
        yield [
            outlook.company.name,
            candidacy.role,
            stage,
            applied,
            last,
            state,
            ahead,
            candidacy.posting_url,
            *stages.cells(candidacy, outlook.known.facts, outlook.now),
        ]


def _closed(seen: Today) -> list[Outlook]:
    newest_first = Candidacy.objects.closed().order_by("-closed_on", "-pk")
    rows = outlooks(newest_first, seen.now, Profile.load())
    return sorted(
        rows, key=lambda one: (one.candidacy.closed_on is None, one.candidacy.closed_on), reverse=True
    )
