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


def promised(local: dt.datetime, most: int | None = None) -> list[Promised]:
    """My open promises that are past their day or near it, the earliest first; `local` is in my own zone."""
    today, path = local.date(), "interviewer__interview__candidacy"
    notes = (
        Note.objects.filter(
            may_be_open(local, f"{path}__"),
            kind=Kind.PROMISE,
            by=None,
            done_on=None,
            due_on__lte=today + AHEAD,
        )
        .select_related("interviewer__person", f"{path}__company")
        .order_by("due_on", "pk")
    )
    return [Promised(note, note.due_on, today) for note in notes[:most] if note.due_on]
