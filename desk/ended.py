"""Talks that have just ended and of which nobody’s words are noted: notes come first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candidacy.reasons import number, sentence
from interviews.asking import PLANNED
from interviews.models import Interview, Note

if TYPE_CHECKING:
    from candidacy.models import Candidacy, Company

# Later it stands under the thank-yous, and the words are gone that one could quote.
ASKED_FOR = dt.timedelta(hours=24)
# No talk is longer: what began before is not looked at.
LONGEST = dt.timedelta(hours=24)
HOUR = dt.timedelta(hours=1)


@dataclass(frozen=True)
class Ended:
    """One talk that is over, how long ago, and how many people were in it."""

    talk: Interview
    since: dt.timedelta
    people: int

    @property
    def candidacy(self) -> Candidacy:
        """What it was about."""
        return self.talk.candidacy

    @property
    def company(self) -> Company:
        """Where it was."""
        return self.talk.candidacy.company

    @property
    def question(self) -> str:
        """What is asked: “How was Oakfield Water?”."""
        return _("How was %(company)s?") % {"company": self.company.name}

    @property
    def when(self) -> str:
        """When it ended, from now: “It ended 12 minutes ago.”."""
        minutes, hours = self.since // dt.timedelta(minutes=1), self.since // HOUR
        if self.since < dt.timedelta(minutes=2):
            return _("It has just ended.")
        if self.since < HOUR:
            words = ngettext("It ended %(n)d minute ago.", "It ended %(n)d minutes ago.", minutes)
            return words % {"n": minutes}
        words = ngettext("It ended %(n)s hour ago.", "It ended %(n)s hours ago.", hours)
        return words % {"n": number(hours)}

    @property
    def effort(self) -> str:
        """How much there is to do: “Two people, about three minutes each.”."""
        words = ngettext(
            "%(n)s person, about three minutes.", "%(n)s people, about three minutes each.", self.people
        )
        return sentence(words % {"n": number(self.people)})


def just_ended(now: dt.datetime) -> list[Ended]:
    """The talks of the last day of which nothing is noted, the latest first; one query."""
    told = Note.objects.filter(interviewer__interview=OuterRef("pk")).exclude(PLANNED)
    talks = (
        Interview.objects.filter(
            cancelled=False,
            starts_at__range=(now - ASKED_FOR - LONGEST, now),
        )
        .annotate(
            over=Coalesce("ends_at", "starts_at"),
            met=Count("interviewers", filter=Q(interviewers__present=True)),
        )
        .filter(~Exists(told), over__lte=now, over__gt=now - ASKED_FOR, met__gt=0)
        .select_related("candidacy__company")
        .order_by(F("over").desc(), "pk")
    )
    # Of two days there are few: looking for the open ones first would mean to look at them all.
    return [Ended(talk, now - talk.over, talk.met) for talk in talks if not talk.candidacy.is_closed]
