"""One person and me: the talks held, the notes, letters and lines, and the days they fell on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from candidacy.names import called
from candidacy.past import Past

if TYPE_CHECKING:
    import datetime as dt

    from candidacy.models import Contact, Person
    from desk.known import Meeting
    from desk.outlook import Outlook
    from interviews.models import Note
    from letters.models import Letter

ORDINALS = (
    gettext_noop("First interview"),
    gettext_noop("Second interview"),
    gettext_noop("Third interview"),
    gettext_noop("Fourth interview"),
    gettext_noop("Fifth interview"),
    gettext_noop("Sixth interview"),
)

# What a list shows of a message, in characters.
BEGINNING = 320


@dataclass(frozen=True)
class Between:
    """What is recorded between a person and me, as of `now` (aware)."""

    person: Person
    now: dt.datetime
    # Most pressing first; those that are closed last.
    outlooks: tuple[Outlook, ...]
    notes: tuple[Note, ...]
    letters: tuple[Letter, ...]
    contacts: tuple[Contact, ...]

    @property
    def name(self) -> str:
        """What a colleague would call them."""
        outlook = self.outlook
        return (outlook.known.facts.names.get(self.person.pk) if outlook else "") or called(self.person.name)

    @property
    def outlook(self) -> Outlook | None:
        """The candidacy that matters most now."""
        return self.outlooks[0] if self.outlooks else None

    @cached_property
    def held(self) -> list[tuple[Outlook, Meeting]]:
        """The talks with them that are over, oldest first."""
        found = []
        for outlook in self.outlooks:
            over = {talk.key for talk in Past(outlook.known.facts, self.now).talks}
            found += [
                (outlook, one)
                for one in outlook.known.meetings
                if one.pk in over and self.person.pk in one.present
            ]
        return sorted(found, key=lambda pair: pair[1].starts_at)

    @cached_property
    def ahead(self) -> dt.date | None:
        """The day of the next talk with them."""
        talks = [one for each in self.outlooks for one in each.talks_ahead if self.person.pk in one.present]
        first = min(talks, key=lambda one: one.starts_at, default=None)
        return first.starts_at.astimezone(first.zone).date() if first else None

    def day(self, moment: dt.datetime) -> dt.date:
        """The day of a moment in the zone of the candidacy that matters most."""
        return self.outlook.known.facts.day(moment) if self.outlook else moment.date()

    @property
    def today(self) -> dt.date:
        """Today there."""
        return self.day(self.now)

    def title(self, meeting_pk: int) -> str:
        """What a talk is called: First interview, Second interview; only Interview where there is one."""
        pks = [one.pk for _, one in self.held]
        at = pks.index(meeting_pk) if meeting_pk in pks else len(ORDINALS)
        return _(ORDINALS[at]) if len(pks) > 1 and at < len(ORDINALS) else _("Interview")

    def debrief_of(self, interview: int) -> str:
        """Where the notes of that talk with them are."""
        return f"{reverse('interviews:debrief', args=[interview])}?person={self.person.pk}"


def beginning(text: str) -> str:
    """A text of a line or two as it is; of a longer one, the first sentences."""
    if len(text) <= BEGINNING:
        return text
    return f"{' '.join(text[:BEGINNING].split()).rpartition(' ')[0]} …"
