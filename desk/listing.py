"""The list of candidacies as rows, with the filters over it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, ngettext

from candidacy.models import Candidacy, Profile
from candidacy.names import without_accents
from candidacy.past import Past
from candidacy.reasons import number, sentence
from candidacy.templatetags.words import first_name, week_day
from desk.outlook import outlooks
from desk.reports import stages
from desk.sections import PRESSING_THANKS
from desk.today import PIPELINE, Today

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desk.outlook import Outlook

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
class Row:
    """One candidacy in the list, with its state in a few words."""

    outlook: Outlook
    state: str
    mine: bool


@dataclass(frozen=True)
class Listing:
    """The rows that are shown, the filters with their counts, and what is left out."""

    rows: tuple[Row, ...]
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
        return self.look.query(all="1") if len(self.rows) < self.total else ""


def listing(seen: Today, look: Look) -> Listing:
    """The candidacies of one filter, as far as they have the words, in the order asked for."""
    found = [one for one in seen.outlooks if _found(look, one.candidacy)]
    chosen = look.show
    closed = [one for one in _closed(seen) if _found(look, one.candidacy)] if chosen == "closed" else []
    by_filter = {slug: _of_stages(found, stages) for slug, _, stages in PIPELINE}
    rows = [_row(one) for one in found]
    mine = [row for row in rows if row.mine]
    shown = {
        "open": [row for row in rows if row.outlook.candidacy.stage != "wishlist"],
        "mine": mine,
        "closed": [_row(one) for one in closed],
        **{slug: [row for row in rows if row.outlook in group] for slug, group in by_filter.items()},
    }
    counts = {slug: len(group) for slug, group in shown.items()}
    counts["closed"] = len(closed) if chosen == "closed" else _closed_count(look)
    picked = _sorted(shown[chosen], look)
    return Listing(
        rows=tuple(picked if look.everything else picked[:SHOWN]),
        filters=tuple(
            Filter(one.slug, _(one.label), counts[one.slug], look.query(show=one.slug))
            for one in FILTERS
            if counts[one.slug] or one.slug in ("open", "mine", chosen)
        ),
        look=look,
        total=len(picked),
    )


def _found(look: Look, candidacy: Candidacy) -> bool:
    return not look.words or look.finds(candidacy.company.name, candidacy.role, candidacy.location)


def _closed_count(look: Look) -> int:
    """How many closed ones have the words, without looking into each."""
    closed = Candidacy.objects.closed()
    if not look.words:
        return closed.count()
    return sum(look.finds(*names) for names in closed.values_list("company__name", "role", "location"))


def _sorted(rows: list[Row], look: Look) -> list[Row]:
    """In the order asked for; closed ones stand with the last closed first unless another one is."""
    if look.by == "company":
        return sorted(rows, key=lambda row: without_accents(row.outlook.company.name))
    if look.by == "last":
        return sorted(rows, key=lambda row: _last(row.outlook) or dt.date.min, reverse=True)
    if look.by == "applied":
        return sorted(rows, key=lambda row: row.outlook.candidacy.applied_on or dt.date.min, reverse=True)
    return rows if look.show == "closed" else sorted(rows, key=_order)


def _last(outlook: Outlook) -> dt.date | None:
    """The day of the last word between us, by the company’s calendar."""
    moved = Past(outlook.known.facts, outlook.now).last_contact
    return outlook.known.facts.day(moved.at) if moved else None


def table(seen: Today) -> Iterator[list[str]]:
    """Every candidacy, open ones first, as the rows of a table under their headings; days as 2026-09-01."""
    heading = ["Company", "Role", "Stage", "Applied on", "Last contact", "State", "Next date", "Link"]
    yield [*heading, *stages.HEADINGS]
    for outlook in [*seen.outlooks, *_closed(seen)]:
        candidacy = outlook.candidacy
        days = (candidacy.applied_on, _last(outlook), _next_on(outlook))
        applied, last, ahead = (day.isoformat() if day else "" for day in days)
        stage, state = candidacy.get_stage_display(), _row(outlook).state
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


def _of_stages(outlooks: Iterable[Outlook], stages: tuple[str, ...]) -> list[Outlook]:
    return [one for one in outlooks if one.candidacy.stage in stages]


def _closed(seen: Today) -> list[Outlook]:
    newest_first = Candidacy.objects.closed().order_by("-closed_on", "-pk")
    rows = outlooks(newest_first, seen.now, Profile.load())
    return sorted(
        rows, key=lambda one: (one.candidacy.closed_on is None, one.candidacy.closed_on), reverse=True
    )


def _order(row: Row) -> tuple[int, dt.date]:
    """My moves first, silences before thank-yous before offers; then what happens next, the soonest first."""
    outlook = row.outlook
    if outlook.needs_me:
        return 0, dt.date.min
    soonest = _next_on(outlook) or dt.date.max
    thanks = any(one.state in PRESSING_THANKS for one in outlook.owed)
    return (1 if thanks else 2 if row.mine else 3), soonest


def _next_on(outlook: Outlook) -> dt.date | None:
    """The next day on which something happens: a talk, the end of a snooze, a decision, my move."""
    talks = [one.starts_at.astimezone(one.zone).date() for one in outlook.talks_ahead[:1]]
    asleep = outlook.candidacy.snoozed_until if outlook.standing.state == "snoozed" else None
    days = [day for day in (*talks, asleep, outlook.standing.decision_on, outlook.mine_on) if day]
    return min((day for day in days if day >= outlook.today), default=None)


def _row(outlook: Outlook) -> Row:
    due = sum(thanks.state in PRESSING_THANKS for thanks in outlook.owed)
    answer_by = outlook.standing.decision_on if outlook.candidacy.stage == "offer" else None
    mine = outlook.needs_me or bool(due) or bool(answer_by and answer_by >= outlook.today)
    return Row(outlook, _state(outlook, due), mine)


def _state(outlook: Outlook, due: int) -> str:
    """The state in a few words, such as “Write to Ruth, 11 days quiet”."""
    standing = outlook.standing
    if due and standing.state in ("waiting", "quiet"):
        by = min(thanks.overdue_at for thanks in outlook.owed if thanks.state in PRESSING_THANKS)
        soon = by.astimezone(outlook.known.zone).date() <= outlook.today
        words = ngettext("%(number)s thank-you due", "%(number)s thank-yous due", due)
        if soon:
            words = ngettext("%(number)s thank-you due today", "%(number)s thank-yous due today", due)
        return sentence(words % {"number": number(due)})
    tell = _CLOCK_WORDS.get(standing.state)
    return tell(outlook) if tell else ""


def _write(outlook: Outlook) -> str:
    whom = outlook.write_to
    days = outlook.standing.business_days_quiet
    quiet = ngettext("%(days)s day quiet", "%(days)s days quiet", days) % {"days": days}
    if not whom:
        return quiet
    return _("Write to %(name)s, %(quiet)s") % {"name": first_name(whom.name), "quiet": quiet}


def _wait(outlook: Outlook) -> str:
    standing, candidacy = outlook.standing, outlook.candidacy
    if outlook.talks_ahead:
        talk = outlook.talks_ahead[0]
        how = {"phone": _("Phone"), "video": _("Video"), "on_site": _("On site")}[talk.channel]
        day = week_day(talk.starts_at.astimezone(talk.zone).date())
        return _("%(how)s on %(day)s") % {"how": how, "day": day}
    if standing.decision_on and standing.decision_on >= outlook.today:
        mine, theirs = _("Your answer by %(day)s"), _("They said by %(day)s")
        words = mine if candidacy.stage == "offer" else theirs
        return words % {"day": week_day(standing.decision_on)}
    if candidacy.stage in ("wishlist", "offer"):
        return _("On your wishlist") if candidacy.stage == "wishlist" else _("Offer")
    if standing.silent_on and standing.anchor:
        calendar = outlook.known.calendar
        of_days = calendar.between(standing.anchor, standing.silent_on)
        return _("Quiet %(day)s of %(days)s days") % {"day": standing.business_days_quiet, "days": of_days}
    return _("Waiting")


def _snoozed(outlook: Outlook) -> str:
    until = outlook.candidacy.snoozed_until
    return _("Snoozed until %(day)s") % {"day": week_day(until)} if until else _("Snoozed")


def _closed_as(outlook: Outlook) -> str:
    return outlook.candidacy.get_closed_as_display() or _("Closed")


_CLOCK_WORDS = {
    "reply_owed": lambda _outlook: _("Waits for your answer"),
    "silent": _write,
    "second_nudge_due": _write,
    "close_due": lambda _outlook: _("Written to twice, lay it to rest"),
    "quiet": _wait,
    "waiting": _wait,
    "snoozed": _snoozed,
    "closed": _closed_as,
}
