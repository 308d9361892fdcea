"""What the mail asks me, one question a message, with the reason for the doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from desk.between import beginning
from interviews.models import Interview
from letters.matching.inviting import calls_off, entry_id
from letters.matching.verdict import LOOKS_AUTOMATIC
from letters.models import MailKind, Message
from letters.receiving import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from candidacy.models import Candidacy, Person

PLACE, MACHINE, NO, INVITATION = "place", "machine", "no", "invitation"
MOVED, CALLED_OFF = "moved", "called off"
_BECAUSE = {
    NO: gettext_noop("It reads like a no. Nothing is closed until you say so, and you can reopen it."),
    INVITATION: gettext_noop("It reads like an invitation. No interview is added until you add it."),
    MOVED: gettext_noop("It changes an interview that is here already. Nothing moves until you say so."),
    CALLED_OFF: gettext_noop("Its calendar entry says so. Nothing is cancelled here until you say so."),
    MACHINE: gettext_noop("It looks automatic. An automatic reply never stops the clock."),
}


@dataclass(frozen=True)
class Question:
    """One message and what is asked about it."""

    row: Message
    candidacy: Candidacy
    asks: str

    @property
    def heading(self) -> str:
        """The question itself."""
        name = self.candidacy.company.name
        words = {
            PLACE: _("Is this about %(company)s?"),
            MACHINE: _("Is this a person or a machine?"),
            NO: _("Close %(company)s?"),
            INVITATION: _("An interview at %(company)s?"),
            MOVED: _("Did %(company)s change the interview?"),
            CALLED_OFF: _("Did %(company)s call it off?"),
        }[self.asks]
        return words % {"company": name}

    @property
    def reads_like_no(self) -> bool:
        """Whether it may be the end of the candidacy."""
        return self.asks == NO

    @property
    def because(self) -> str:
        """The reason for the doubt."""
        return _(_BECAUSE[self.asks]) if self.asks in _BECAUSE else self.row.why

    @property
    def by(self) -> Person | None:
        """Whoever of the record wrote it."""
        return self.row.person

    @property
    def sender(self) -> str:
        """Who it says it is from."""
        return self.row.person.name if self.row.person else self.row.sender_name or self.row.sender_email

    @property
    def excerpt(self) -> str:
        """The beginning of what was written."""
        return beginning(" ".join(words_of(self.row).split()))


def questions() -> list[Question]:
    """Every message that asks something, the oldest first."""
    around = ("candidacy__company", "person", "contact")
    asked = Message.objects.asked().filter(mine=False).select_related(*around)
    followed = Message.objects.followed().select_related(*around)
    found = [*asked, *(row for row in followed if row.contact)]
    known = _known_entries(found)
    return [
        Question(row, row.candidacy, _asks(row, known))
        for row in sorted(found, key=lambda row: (row.at, row.pk))
        if row.candidacy
    ]


def _asks(row: Message, known: Collection[str]) -> str:
    if row.settled_at:
        return NO if row.kind == MailKind.REJECTION else _about_entry(row, known)
    return MACHINE if row.why == LOOKS_AUTOMATIC else PLACE


def _about_entry(row: Message, known: Collection[str]) -> str:
    if calls_off(row.calendar):
        return CALLED_OFF
    return MOVED if entry_id(row.calendar) in known else INVITATION


def _known_entries(rows: Iterable[Message]) -> frozenset[str]:
    """The ids of those calendar entries whose interviews are here already."""
    ids = [entry_id(row.calendar) for row in rows if row.calendar]
    if not ids:
        return frozenset()
    known = Interview.objects.exclude(invite_uid="").filter(invite_uid__in=ids)
    return frozenset(known.values_list("invite_uid", flat=True))
