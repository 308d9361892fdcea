"""What the mail asks me, one question a message, with the reason for the doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.between import beginning
from letters.matching.verdict import LOOKS_AUTOMATIC
from letters.models import MailKind, Message
from letters.receiving import words_of

if TYPE_CHECKING:
    from candidacy.models import Candidacy, Person

PLACE, MACHINE, NO, INVITATION = "place", "machine", "no", "invitation"
_BECAUSE = {
    NO: "It reads like a no. Nothing is closed until you say so, and you can reopen it.",
    INVITATION: "It reads like an invitation. No interview is added until you add it.",
    MACHINE: "It looks automatic. An automatic reply never stops the clock.",
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
        return {
            PLACE: f"Is this about {name}?",
            MACHINE: "Is this a person or a machine?",
            NO: f"Close {name}?",
            INVITATION: f"An interview at {name}?",
        }[self.asks]

    @property
    def because(self) -> str:
        """The reason for the doubt."""
        return _BECAUSE.get(self.asks, self.row.why)

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
    return [
        Question(row, row.candidacy, _asks(row))
        for row in sorted(found, key=lambda row: (row.at, row.pk))
        if row.candidacy
    ]


def _asks(row: Message) -> str:
    if row.settled_at:
        return NO if row.kind == MailKind.REJECTION else INVITATION
    return MACHINE if row.why == LOOKS_AUTOMATIC else PLACE
