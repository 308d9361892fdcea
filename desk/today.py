"""Today: what needs me, why, and what comes up, from all that is recorded. Five queries, whatever the size.

The page asks `desk.agenda` which candidacies it has to show, and works out those alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.functional import cached_property
from django.utils.translation import gettext, gettext_noop

from candidacy.models import Candidacy, Profile
from candidacy.zones import zone
from desk.around import may_be_open
from desk.outlook import ANSWERING, WRITING, Outlook, anchored, outlooks
from desk.promises import Promised, promised
from desk.sections import (
    LETTERS,
    REFUSED,
    REPLIES,
    REST,
    Coming,
    Panel,
    Waiting,
    coming_of,
    group_of,
    panels_of,
    pressing_thanks,
    waiting_of,
    when,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from candidacy.clock import ThankYou
    from candidacy.models import CandidacyQuerySet

# The stages as the pipeline groups them: slug, words, stages.
PIPELINE = (
    ("wishlist", gettext_noop("Wishlist"), ("wishlist",)),
    ("applied", gettext_noop("Applied"), ("applied",)),
    ("interviewing", gettext_noop("Interviewing"), ("screening", "assessment", "interview")),
    ("final", gettext_noop("Final round"), ("final", "references")),
    ("offer", gettext_noop("Offer"), ("offer",)),
)


@dataclass(frozen=True)
class PipelineStage:
    """How many open candidacies are in one part of the pipeline."""

    slug: str
    label: str
    count: int


@dataclass(frozen=True)
class Counts:
    """How many candidacies there are of each sort, however few of them are shown."""

    replies: int = 0
    letters: int = 0
    rest: int = 0
    refused: int = 0
    waiting: int = 0
    coming: int = 0
    # Thank-yous to write now, and whether one moment is the last good one for all of them.
    thanks: int = 0
    together: bool = True
    # Whether any thank-you is owed, pressing or not, and whether any was sent.
    owed: bool = False
    sent: bool = False
    # The open candidacies by stage.
    stages: Mapping[str, int] = field(default_factory=dict)

    @property
    def needs_me(self) -> int:
        """The one count of the page: answers, letters about silence, thank-yous."""
        return self.replies + self.letters + self.rest + self.thanks


@dataclass(frozen=True)
class Today:
    """Everything that Today shows at `now`, which is in my own zone."""

    now: dt.datetime
    profile: Profile
    # The open candidacies, most pressing first: all of them, or those that are shown.
    outlooks: tuple[Outlook, ...]
    # Where not all of them are given, how many there are.
    counted: Counts | None = None

    @cached_property
    def counts(self) -> Counts:
        """How many there are of each sort."""
        return self.counted or self._count()

    @cached_property
    def replies(self) -> list[Outlook]:
        """They asked, and I have not answered."""
        return [one for one in self.outlooks if one.standing.state in ANSWERING]

    @cached_property
    def silent(self) -> list[Outlook]:
        """Gone silent, the longest first: a nudge, a second one, or rest."""
        silent = (one for one in self.outlooks if one.standing.state in WRITING)
        return sorted(silent, key=anchored)

    @cached_property
    def owed(self) -> list[tuple[Outlook, ThankYou]]:
        """Every thank-you owed, most urgent first, with those that Today no longer asks for."""
        owed = [(outlook, thanks) for outlook in self.outlooks for thanks in outlook.owed]
        return sorted(owed, key=lambda pair: pair[1].overdue_at)

    @cached_property
    def panels(self) -> list[Panel]:
        """Thank-yous asked for, by interview, the most urgent first, each with those that have gone."""
        panels = [panel for outlook in self.outlooks for panel in panels_of(outlook)]
        return sorted(panels, key=lambda panel: panel.due_at)

    @cached_property
    def promises(self) -> list[Promised]:
        """What I promised and have not done, past its day or near it; one more query, for the page alone."""
        return promised(self.now)

    @cached_property
    def refused(self) -> list[Outlook]:
        """They said no, and the candidacy is still open."""
        return [one for one in self.outlooks if one.standing.actions == ("close",)]

    @cached_property
    def coming(self) -> list[Coming]:
        """Interviews ahead and offers to answer, the next first."""
        return sorted((one for outlook in self.outlooks for one in coming_of(outlook)), key=when)

    @cached_property
    def waiting(self) -> list[Waiting]:
        """Where the move is theirs and a count runs, the next to end first."""
        waits = (waiting_of(outlook) for outlook in self.outlooks)
        return sorted((one for one in waits if one), key=lambda one: (one.mine_on, one.since))

    @cached_property
    def pipeline(self) -> list[PipelineStage]:
        """The open candidacies by stage."""
        count = self.counts.stages
        return [
            PipelineStage(slug, gettext(label), sum(count.get(stage, 0) for stage in stages))
            for slug, label, stages in PIPELINE
        ]

    @property
    def open(self) -> int:
        """How many candidacies are open, without wishes."""
        return sum(stage.count for stage in self.pipeline if stage.slug != "wishlist")

    @property
    def thanks_due(self) -> int:
        """Thank-yous to write now: not those that should settle first."""
        return self.counts.thanks

    @property
    def thanks_shown(self) -> int:
        """Thank-yous on the page, with those that have gone."""
        return sum(len(panel.rows) for panel in self.panels)

    @property
    def needs_me(self) -> int:
        """The one count of the page."""
        return self.counts.needs_me

    def _count(self) -> Counts:
        groups = Counter(group_of(outlook) for outlook in self.outlooks)
        pressing = [thanks for outlook in self.outlooks for thanks in pressing_thanks(outlook)]
        return Counts(
            replies=groups[REPLIES],
            letters=groups[LETTERS],
            rest=groups[REST],
            refused=groups[REFUSED],
            waiting=len(self.waiting),
            coming=sum(bool(coming_of(outlook)) for outlook in self.outlooks),
            thanks=len(pressing),
            together=len({one.overdue_at for one in pressing}) < 2,
            owed=bool(self.owed),
            sent=any(thanks.sent_at for outlook in self.outlooks for thanks in outlook.thanks),
            stages=Counter(outlook.candidacy.stage for outlook in self.outlooks),
        )


def today(now: dt.datetime, profile: Profile | None = None) -> Today:
    """What needs me at `now` (aware), and what comes up."""
    mine = profile or Profile.load()
    local = now.astimezone(zone(mine.time_zone))
    known = outlooks(open_around(now), now, mine)
    return Today(local, mine, tuple(row for row in known if row.standing.state != "closed"))


def open_around(now: dt.datetime) -> CandidacyQuerySet:
    """Candidacies that may be open at that moment."""
    return Candidacy.objects.filter(may_be_open(now))
