"""One candidacy as a list shows it: its state in a few words, and what it stands in order by."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candidacy.reasons import number, sentence
from candidacy.templatetags.words import first_name, week_day
from desk.sections import PRESSING_THANKS

if TYPE_CHECKING:
    from desk.outlook import Outlook

# What a candidacy asks of me, the most pressing first.
A_LETTER, THANKS, AN_ANSWER, NOTHING = range(4)


@dataclass(frozen=True)
class Row:
    """One candidacy in the list, with its state in a few words."""

    outlook: Outlook
    state: str
    mine: bool


def last_on(outlook: Outlook) -> dt.date | None:
    """The day of the last word between us, by the company’s calendar."""
    moved = outlook.past.last_contact
    return outlook.known.facts.day(moved.at) if moved else None


def asks(outlook: Outlook) -> int:
    """What it asks of me: a letter or an answer, a thank-you, an answer to an offer, or nothing."""
    if outlook.needs_me:
        return A_LETTER
    if _due(outlook):
        return THANKS
    answer_by = outlook.standing.decision_on if outlook.candidacy.stage == "offer" else None
    return AN_ANSWER if answer_by and answer_by >= outlook.today else NOTHING


def soonest(outlook: Outlook) -> dt.date:
    """The day by which it stands in order among those that ask the same: letters are all for now."""
    if outlook.needs_me:
        return dt.date.min
    return next_on(outlook) or dt.date.max


def next_on(outlook: Outlook) -> dt.date | None:
    """The next day on which something happens: a talk, the end of a snooze, a decision, my move."""
    talks = [one.starts_at.astimezone(one.zone).date() for one in outlook.talks_ahead[:1]]
    asleep = outlook.candidacy.snoozed_until if outlook.standing.state == "snoozed" else None
    days = [day for day in (*talks, asleep, outlook.standing.decision_on, outlook.mine_on) if day]
    return min((day for day in days if day >= outlook.today), default=None)


def _due(outlook: Outlook) -> int:
    """How many thank-yous are due."""
    return sum(thanks.state in PRESSING_THANKS for thanks in outlook.owed)


def row(outlook: Outlook) -> Row:
    """The candidacy as it is listed."""
    return Row(outlook, _state(outlook, _due(outlook)), asks(outlook) != NOTHING)


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
