"""What I promised somebody and have not done: on Today from a week before its day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from candidacy.reasons import day_words
from desk.around import may_be_open
from interviews.models import Kind, Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from candidacy.models import Company, Person

# Earlier it would only stand in the way.
AHEAD = dt.timedelta(days=7)


@dataclass(frozen=True)
class Promised:
    """One promise of mine with a day; `today` is my own."""

    note: Note
    on: dt.date
    today: dt.date

    @property
    def person(self) -> Person:
        """Whom I promised it to."""
        return self.note.interviewer.person

    @property
    def company(self) -> Company:
        """Where it was said."""
        return self.note.interviewer.interview.candidacy.company

    @property
    def when(self) -> str:
        """By when, as it is said from today: “for tomorrow”, “was for Friday 20 November”."""
        near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
        day = near.get((self.on - self.today).days) or day_words(self.on, self.today)
        return (_("was for %(day)s") if self.on < self.today else _("for %(day)s")) % {"day": day}


def promised(local: dt.datetime) -> list[Promised]:
    """My open promises that are past their day or near it, the earliest first; `local` is in my own zone."""
    today, open_there = local.date(), may_be_open(local, "interviewer__interview__candidacy__")
    mine = Note.objects.filter(
        open_there, kind=Kind.PROMISE, by=None, done_on=None, due_on__lte=today + AHEAD
    )
    return _told(mine, today)


def promises(pks: Sequence[int], today: dt.date) -> list[Promised]:
    """Those of these numbers, the earliest first."""
    return _told(Note.objects.filter(pk__in=pks), today) if pks else []


def _told(notes: QuerySet[Note], today: dt.date) -> list[Promised]:
    around = ("interviewer__person", "interviewer__interview__candidacy__company")
    rows = notes.select_related(*around).order_by("due_on", "pk")
    return [Promised(note, note.due_on, today) for note in rows if note.due_on]
