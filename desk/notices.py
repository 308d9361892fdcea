"""What is worth a notification while a page is open: one line for each thing, of names and times."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from desk.headline import near_day
from desk.sections import PRESSING_THANKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from candidacy.clock import ThankYou
    from desk.ended import Ended
    from desk.outlook import Outlook
    from desk.today import Today

# A talk is named so long before it begins.
SOON = dt.timedelta(hours=1)


@dataclass(frozen=True)
class Notice:
    """One thing: what it is called so that it is told once, its line, and the page it leads to."""

    key: str
    text: str
    path: str


def notices(today: Today, ended: Iterable[Ended]) -> Iterator[Notice]:
    """What to tell at that moment, what presses most first."""
    yield from _meeting(today)
    for one in ended:
        yield Notice(f"ended-{one.talk.pk}", one.question, one.talk.get_absolute_url())
    for outlook, thanks in today.owed:
        if thanks.state in PRESSING_THANKS:
            yield _thank(outlook, thanks)
    for outlook in today.replies:
        words = _("%(company)s waits for your answer") % {"company": outlook.company.name}
        yield _of(outlook, "reply", words)
    for outlook in today.silent:
        name = {"company": outlook.company.name}
        if outlook.standing.state == "close_due":
            yield _of(outlook, "rest", _("%(company)s: time to let it rest") % name)
        else:
            yield _of(outlook, outlook.standing.state, _("%(company)s has gone silent") % name)


def _meeting(today: Today) -> Iterator[Notice]:
    for one in today.coming:
        if one.meeting and one.starts_at and dt.timedelta(0) <= one.starts_at - today.now <= SOON:
            words = _("%(company)s meets you at %(time)s") % {
                "company": one.outlook.company.name,
                "time": f"{one.starts_at.astimezone(today.now.tzinfo):%H:%M}",
            }
            yield Notice(
                f"meets-{one.meeting.pk}", words, reverse("interviews:interview", args=[one.meeting.pk])
            )


def _thank(outlook: Outlook, thanks: ThankYou) -> Notice:
    due = thanks.overdue_at.astimezone(outlook.known.zone)
    said = {
        "name": outlook.person(thanks).name,
        "time": f"{due:%H:%M}",
        "day": near_day(due.date(), outlook.today),
    }
    if thanks.state == "overdue":
        words = _("Thank-you to %(name)s is best written now") % said
    elif due.date() == outlook.today:
        words = _("Thank-you to %(name)s is due by %(time)s") % said
    else:
        words = _("Thank-you to %(name)s is due by %(time)s %(day)s") % said
    return _of(outlook, f"thanks-{thanks.person}-{thanks.state}", words)


def _of(outlook: Outlook, what: str, words: str) -> Notice:
    # Another silence of the same candidacy is another thing.
    since = outlook.standing.anchor or ""
    return Notice(f"{what}-{outlook.candidacy.pk}-{since}", words, outlook.candidacy.get_absolute_url())
