"""The rows of Today: whose thank-yous are asked for, what has a date, and who is waited for."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from desk.headline import about_wait, left, near_day, until
from interviews.models import Channel

if TYPE_CHECKING:
    from candidacy.clock import ThankYou
    from desk.known import LetterKnown, Meeting, PersonKnown
    from desk.outlook import Outlook

ASKED_FOR = frozenset({"settling", "due", "overdue"})
PRESSING_THANKS = frozenset({"due", "overdue"})
# What Today shows a candidacy under.
REPLIES, LETTERS, REST, REFUSED, OTHERS = "replies", "letters", "rest", "refused", "others"
GROUPS = {
    "reply_owed": REPLIES,
    "silent": LETTERS,
    "second_nudge_due": LETTERS,
    "close_due": REST,
    "closed": "closed",
}


@dataclass(frozen=True)
class ThankYouRow:
    """One thank-you of a panel, owed or sent."""

    outlook: Outlook
    thanks: ThankYou
    person: PersonKnown
    # How many notes hang on that person in that interview.
    notes: int
    draft: LetterKnown | None

    @property
    def left(self) -> str:
        """How long it may still wait, or when it went."""
        return left(self.thanks, self.outlook.now, self.outlook.known.zone)

    @property
    def sent(self) -> LetterKnown | None:
        """The letter that went."""
        mine = (one for one in self.outlook.known.letters if one.to == self.person.pk)
        return next((one for one in mine if self.thanks.sent_at and one.sent_at == self.thanks.sent_at), None)


@dataclass(frozen=True)
class Panel:
    """One interview whose thank-yous are asked for, with those that have gone."""

    outlook: Outlook
    meeting: Meeting
    due_at: dt.datetime
    rows: tuple[ThankYouRow, ...]

    @property
    def held(self) -> str:
        """When it was: “panel yesterday at 14:00”."""
        begun = self.meeting.starts_at.astimezone(self.meeting.zone)
        on = near_day(begun.date(), self.outlook.now.astimezone(self.meeting.zone).date())
        several = len(self.meeting.present) > 1
        words = _("panel %(day)s at %(time)s") if several else _("talk %(day)s at %(time)s")
        return words % {"day": on, "time": f"{begun:%H:%M}"}

    @property
    def until(self) -> str:
        """By when the letters are best written."""
        owed = min(row.thanks.overdue_at for row in self.rows if row.thanks.state != "sent")
        when = until(owed, self.outlook.now, self.outlook.known.zone)
        each, one = _("One letter each, %(when)s"), _("One letter, %(when)s")
        return (each if len(self.rows) > 1 else one) % {"when": when}

    @property
    def owed(self) -> int:
        """How many are still to be written."""
        return sum(row.thanks.state != "sent" for row in self.rows)


@dataclass(frozen=True)
class Coming:
    """Something with a date: an interview ahead, or the day by which an offer wants its answer."""

    outlook: Outlook
    # Local to the interview, or to the company.
    on: dt.date
    meeting: Meeting | None = None

    @property
    def starts_at(self) -> dt.datetime | None:
        """When it begins, in the interview's zone; an offer has a day only."""
        return self.meeting.starts_at.astimezone(self.meeting.zone) if self.meeting else None

    @property
    def how(self) -> str:
        """The way we meet."""
        return str(Channel(self.meeting.channel).label) if self.meeting else ""

    @property
    def past(self) -> bool:
        """Whether its day is over: only an offer stays so long."""
        return self.on < self.outlook.today

    @property
    def when(self) -> str:
        """As it is said from today: “tomorrow at 10:30”."""
        at = f" at {self.starts_at:%H:%M}" if self.starts_at else ""
        return f"{near_day(self.on, self.outlook.today)}{at}"

    @property
    def with_(self) -> list[PersonKnown]:
        """The people expected."""
        seats = self.meeting.present if self.meeting else ()
        return [self.outlook.known.people[pk] for pk in seats]


@dataclass(frozen=True)
class Waiting:
    """A candidacy where the move is theirs, with how far its count has come."""

    outlook: Outlook
    # The day since which the move is theirs, and the day on which it becomes mine.
    since: dt.date
    mine_on: dt.date

    @property
    def days(self) -> int:
        """How far the count has come."""
        return self.outlook.known.calendar.between(self.since, self.outlook.today)

    @property
    def of_days(self) -> int:
        """How far it goes."""
        return self.outlook.known.calendar.between(self.since, self.mine_on)

    @property
    def about(self) -> str:
        """What the wait rests on."""
        return about_wait(self)


def group_of(outlook: Outlook) -> str:
    """What Today shows a candidacy under, by the state of its clock."""
    standing = outlook.standing
    if standing.actions == ("close",):
        return REFUSED
    return GROUPS.get(standing.state, OTHERS)


def pressing_thanks(outlook: Outlook) -> list[ThankYou]:
    """The thank-yous to be written now."""
    return [one for one in outlook.owed if one.state in PRESSING_THANKS]


def panels_of(outlook: Outlook) -> list[Panel]:
    """The interviews whose thank-yous are asked for."""
    if not any(one.state in ASKED_FOR for one in outlook.owed):
        return []
    by_talk: dict[int, list[ThankYou]] = defaultdict(list)
    for thanks in (*outlook.owed, *(one for one in outlook.thanks if one.state == "sent")):
        if thanks.state != "lapsed":
            by_talk[outlook.meeting(thanks).pk].append(thanks)
    asked = (group for group in by_talk.values() if any(one.state in ASKED_FOR for one in group))
    return [_panel(outlook, group) for group in asked]


def _panel(outlook: Outlook, group: list[ThankYou]) -> Panel:
    meeting = outlook.meeting(group[0])
    people = {pk: outlook.known.people[pk] for pk in meeting.present}
    rows = tuple(
        ThankYouRow(outlook, thanks, person, meeting.notes.get(pk, 0), outlook.draft(pk, "thank_you"))
        for thanks in group
        for pk, person in people.items()
        if pk == thanks.person
    )
    return Panel(outlook, meeting, group[0].due_at, rows)


def coming_of(outlook: Outlook) -> list[Coming]:
    """What has a date there, the next first."""
    ahead = [Coming(outlook, one.starts_at.astimezone(one.zone).date(), one) for one in outlook.talks_ahead]
    answer_by = outlook.standing.decision_on
    # An offer that is past its day still waits for an answer, and nothing else on the page says so.
    if outlook.candidacy.stage == "offer" and answer_by:
        ahead.append(Coming(outlook, answer_by))
    return ahead


def when(coming: Coming) -> dt.datetime:
    """By moment; an offer's day counts from its last minute."""
    if coming.meeting:
        return coming.meeting.starts_at
    return dt.datetime.combine(coming.on, dt.time.max, coming.outlook.known.zone)


def waiting_of(outlook: Outlook) -> Waiting | None:
    """The wait for them, where a count runs."""
    mine_on = outlook.mine_on
    theirs = outlook.standing.state in ("waiting", "quiet") and not outlook.talks_ahead
    if mine_on is None or not theirs or pressing_thanks(outlook):
        return None
    return Waiting(outlook, outlook.waits_since or outlook.today, mine_on)
