"""Today: what needs me, why, and what comes up. Five queries, whatever the size of the search."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from candidacy.models import Candidacy, Profile
from candidacy.zones import zone
from desk.headline import about_wait, left, near_day, until
from desk.outlook import ANSWERING, WRITING, Outlook, outlooks
from desk.promises import Promised, promised

if TYPE_CHECKING:
    from candidacy.clock import ThankYou
    from candidacy.models import CandidacyQuerySet
    from desk.known import LetterKnown, Meeting, PersonKnown

# The stages as the pipeline groups them: slug, words, stages.
PIPELINE = (
    ("wishlist", gettext_noop("Wishlist"), ("wishlist",)),
    ("applied", gettext_noop("Applied"), ("applied",)),
    ("interviewing", gettext_noop("Interviewing"), ("screening", "assessment", "interview")),
    ("final", gettext_noop("Final round"), ("final", "references")),
    ("offer", gettext_noop("Offer"), ("offer",)),
)
ASKED_FOR = frozenset({"settling", "due", "overdue"})
PRESSING_THANKS = frozenset({"due", "overdue"})


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
    days: int
    of_days: int
    # The day on which it becomes my move.
    mine_on: dt.date

    @property
    def about(self) -> str:
        """What the wait rests on."""
        return about_wait(self)


@dataclass(frozen=True)
class PipelineStage:
    """How many open candidacies are in one part of the pipeline."""

    slug: str
    label: str
    count: int


@dataclass(frozen=True)
class Today:
    """Everything that Today shows at `now`, which is in my own zone."""

    now: dt.datetime
    profile: Profile
    # Every open candidacy, most pressing first.
    outlooks: tuple[Outlook, ...]
    # The candidacies they are of, and some that have just closed elsewhere.
    around: CandidacyQuerySet

    @cached_property
    def replies(self) -> list[Outlook]:
        """They asked, and I have not answered."""
        return [one for one in self.outlooks if one.standing.state in ANSWERING]

    @cached_property
    def silent(self) -> list[Outlook]:
        """Gone silent, the longest first: a nudge, a second one, or rest."""
        silent = (one for one in self.outlooks if one.standing.state in WRITING)
        return sorted(silent, key=lambda one: -one.standing.business_days_quiet)

    @cached_property
    def owed(self) -> list[tuple[Outlook, ThankYou]]:
        """Every thank-you owed, most urgent first, with those that Today no longer asks for."""
        owed = [(outlook, thanks) for outlook in self.outlooks for thanks in outlook.owed]
        return sorted(owed, key=lambda pair: pair[1].overdue_at)

    @cached_property
    def panels(self) -> list[Panel]:
        """Thank-yous asked for, by interview, the most urgent first, each with those that have gone."""
        panels = [panel for outlook in self.outlooks for panel in _panels(outlook)]
        return sorted(panels, key=lambda panel: panel.due_at)

    @cached_property
    def promises(self) -> list[Promised]:
        """What I promised and have not done, past its day or near it; one more query, for the page alone."""
        return promised(self.around, self.now.date())

    @cached_property
    def refused(self) -> list[Outlook]:
        """They said no, and the candidacy is still open."""
        return [one for one in self.outlooks if one.standing.actions == ("close",)]

    @cached_property
    def coming(self) -> list[Coming]:
        """Interviews ahead and offers to answer, the next first."""
        return sorted((one for outlook in self.outlooks for one in _coming(outlook)), key=_when)

    @cached_property
    def waiting(self) -> list[Waiting]:
        """Where the move is theirs and a count runs, the next to end first."""
        waits = (_waiting(outlook) for outlook in self.outlooks)
        return sorted((one for one in waits if one), key=lambda one: (one.mine_on, -one.days))

    @cached_property
    def pipeline(self) -> list[PipelineStage]:
        """The open candidacies by stage."""
        count = Counter(outlook.candidacy.stage for outlook in self.outlooks)
        return [
            PipelineStage(slug, label, sum(count[stage] for stage in stages))
            for slug, label, stages in PIPELINE
        ]

    @property
    def open(self) -> int:
        """How many candidacies are open, without wishes."""
        return sum(stage.count for stage in self.pipeline if stage.slug != "wishlist")

    @property
    def thanks_due(self) -> int:
        """Thank-yous to write now: not those that should settle first."""
        return sum(thanks.state in PRESSING_THANKS for _, thanks in self.owed)

    @property
    def thanks_shown(self) -> int:
        """Thank-yous on the page, with those that have gone."""
        return sum(len(panel.rows) for panel in self.panels)

    @property
    def needs_me(self) -> int:
        """The one count of the page: answers, letters about silence, thank-yous."""
        return len(self.replies) + len(self.silent) + self.thanks_due


def today(now: dt.datetime, profile: Profile | None = None) -> Today:
    """What needs me at `now` (aware), and what comes up."""
    mine = profile or Profile.load()
    local = now.astimezone(zone(mine.time_zone))
    around = _open_around(now)
    still_open = tuple(row for row in outlooks(around, now, mine) if row.standing.state != "closed")
    return Today(local, mine, still_open, around)


def _open_around(now: dt.datetime) -> CandidacyQuerySet:
    """Candidacies that may be open at that moment: the clock knows the day in each company's zone."""
    day_before = (now - dt.timedelta(days=1)).astimezone(dt.UTC).date()
    return Candidacy.objects.filter(Q(closed_on=None, closed_as="") | Q(closed_on__gt=day_before))


def _panels(outlook: Outlook) -> list[Panel]:
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


def _coming(outlook: Outlook) -> list[Coming]:
    ahead = [Coming(outlook, one.starts_at.astimezone(one.zone).date(), one) for one in outlook.talks_ahead]
    answer_by = outlook.standing.decision_on
    # An offer that is past its day still waits for an answer, and nothing else on the page says so.
    if outlook.candidacy.stage == "offer" and answer_by:
        ahead.append(Coming(outlook, answer_by))
    return ahead


def _when(coming: Coming) -> dt.datetime:
    """By moment; an offer's day counts from its last minute."""
    if coming.meeting:
        return coming.meeting.starts_at
    return dt.datetime.combine(coming.on, dt.time.max, coming.outlook.known.zone)


def _waiting(outlook: Outlook) -> Waiting | None:
    mine_on, calendar = outlook.mine_on, outlook.known.calendar
    theirs = outlook.standing.state in ("waiting", "quiet") and not outlook.talks_ahead
    if mine_on is None or not theirs or any(thanks.state in PRESSING_THANKS for thanks in outlook.owed):
        return None
    since = outlook.waits_since or outlook.today
    return Waiting(outlook, calendar.between(since, outlook.today), calendar.between(since, mine_on), mine_on)
