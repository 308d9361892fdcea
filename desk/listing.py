"""The list of candidacies as rows, with the filters over it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from candidacy.models import Candidacy, Profile
from candidacy.past import Past
from candidacy.reasons import number, sentence
from candidacy.templatetags.words import first_name, week_day
from desk.outlook import outlooks
from desk.today import PIPELINE, PRESSING_THANKS, Today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.outlook import Outlook

SHOWN = 50


@dataclass(frozen=True)
class Filter:
    """One way to look at the list."""

    slug: str
    label: str
    count: int = 0


FILTERS = (
    Filter("open", gettext_noop("Open")),
    Filter("mine", gettext_noop("Your move")),
    *(Filter(slug, label) for slug, label, _ in PIPELINE),
    Filter("closed", gettext_noop("Closed")),
)


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
    chosen: str
    total: int


def listing(seen: Today, chosen: str, *, everything: bool) -> Listing:
    """The candidacies of one filter, my moves first."""
    closed = _closed(seen) if chosen == "closed" else []
    by_filter = {slug: _of_stages(seen, stages) for slug, _, stages in PIPELINE}
    rows = [_row(one) for one in seen.outlooks]
    mine = [row for row in rows if row.mine]
    shown = {
        "open": [row for row in rows if row.outlook.candidacy.stage != "wishlist"],
        "mine": mine,
        "closed": [_row(one) for one in closed],
        **{slug: [row for row in rows if row.outlook in group] for slug, group in by_filter.items()},
    }
    counts = {slug: len(group) for slug, group in shown.items()}
    counts["closed"] = Candidacy.objects.closed().count()
    picked = shown[chosen] if chosen == "closed" else sorted(shown[chosen], key=_order)
    return Listing(
        rows=tuple(picked if everything else picked[:SHOWN]),
        filters=tuple(
            Filter(one.slug, _(one.label), counts[one.slug])
            for one in FILTERS
            if counts[one.slug] or one.slug in ("open", "mine", chosen)
        ),
        chosen=chosen,
        total=len(picked),
    )


def table(seen: Today) -> Iterator[list[str]]:
    """Every candidacy, open ones first, as the rows of a table under their headings; days as 2026-09-01."""
    yield ["Company", "Role", "Stage", "Applied on", "Last contact", "State", "Next date", "Link"]
    for outlook in [*seen.outlooks, *_closed(seen)]:
        candidacy, moved = outlook.candidacy, Past(outlook.known.facts, outlook.now).last_contact
        days = (candidacy.applied_on, moved and outlook.known.facts.day(moved.at), _next_on(outlook))
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
        ]


def _of_stages(seen: Today, stages: tuple[str, ...]) -> list[Outlook]:
    return [one for one in seen.outlooks if one.candidacy.stage in stages]


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
