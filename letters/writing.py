"""What happens to a letter: begun, saved, drafted anew, brought back, sent, and not sent after all.

No text is ever lost: what is replaced stays among the letter's revisions.
"""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from candidacy.changes import recorded
from interviews.models import Note
from letters.models import REMINDERS, Letter, LetterKind, Revision, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from candidacy.models import Candidacy, Person
    from letters.material import Draft

# Of texts that save by themselves, one in so long stays as a version.
BETWEEN_VERSIONS = dt.timedelta(minutes=1)
_TEXT = ("subject", "body", "hand_edited")
IN_A_SENTENCE = {
    LetterKind.THANK_YOU: gettext_noop("Thank-you to %(name)s"),
    LetterKind.NUDGE: gettext_noop("Nudge to %(name)s"),
    LetterKind.SECOND_NUDGE: gettext_noop("Second nudge to %(name)s"),
    LetterKind.CLOSING: gettext_noop("Closing note to %(name)s"),
    LetterKind.FREE: gettext_noop("Letter to %(name)s"),
}


class ChangedMeanwhileError(Exception):
    """The letter was changed, or sent, since the page it was typed on was opened. Nothing was stored."""

    def __init__(self, stored: Letter) -> None:
        super().__init__(str(stored))
        self.stored = stored


def named(letter: Letter) -> str:
    """The letter in a sentence, such as: Thank-you to Helen Marsh."""
    return _(IN_A_SENTENCE[LetterKind(letter.kind)]) % {"name": letter.to.name}


def draft_to(candidacy: Candidacy, to: Person, kind: str) -> Letter | None:
    """The draft of that kind to that person which is already there."""
    return candidacy.letters.drafts().filter(to=to, kind=kind).order_by("-pk").first()


def begin(candidacy: Candidacy, to: Person, kind: str, proposal: Draft, via: Person | None = None) -> Letter:
    """A new draft, unless somebody was quicker: there is never a second of its kind to one person."""
    with transaction.atomic():
        known = draft_to(candidacy, to, kind)
        if known:
            return known
        letter = Letter(candidacy=candidacy, to=to, kind=kind, via=via)
        if kind in REMINDERS:
            letter.answers_letter = candidacy.letters.sent().filter(to=to).order_by("sent_at").last()
        with recorded(_("%(letter)s begun") % {"letter": named(letter)}, letter):
            _take_over(letter, proposal)
    return letter


def draft_anew(letter: Letter, proposal: Draft, number: int) -> None:
    """Another draft in place of the text, which stays among the versions."""
    with _draft(letter) as stored, recorded(_("%(letter)s drafted anew") % {"letter": named(letter)}, letter):
        keep(stored)
        letter.number = number
        _take_over(letter, proposal)


def _take_over(letter: Letter, proposal: Draft) -> None:
    company = letter.candidacy.company
    letter.subject, letter.body = proposal.subject, proposal.body
    letter.questions, letter.hand_edited = "\n".join(proposal.questions), False
    if proposal.development:
        letter.development = company.developments.filter(key=proposal.development).first()
    if proposal.news:
        from candidacy.models import News

        letter.news = News.objects.filter(key=proposal.news).first()
    letter.save()
    set_notes(letter, proposal.notes)


def save_text(letter: Letter, subject: str, body: str, seen: int) -> Letter:
    """Store what was typed on a page that showed version `seen`. Returns the letter as it is stored now.

    Raises ChangedMeanwhileError where another text was stored since, or where it has been sent.
    """
    with transaction.atomic():
        stored = Letter.objects.select_for_update().get(pk=letter.pk)
        if (stored.subject, stored.body) == (subject, body):
            return stored
        if stored.version != seen or stored.status != Status.DRAFT:
            raise ChangedMeanwhileError(stored)
        keep(stored, every=BETWEEN_VERSIONS)
        stored.subject, stored.body, stored.hand_edited = subject, body, True
        stored.save(update_fields=_TEXT)
    return stored


def keep(letter: Letter, every: dt.timedelta | None = None) -> None:
    """Put the stored text among the versions; with `every`, unless one was put there so lately."""
    last = letter.revisions.first()
    if not letter.body.strip() or (last and (last.subject, last.body) == (letter.subject, letter.body)):
        return
    # A clock that was set back must not keep versions away until it catches up.
    if every and last and dt.timedelta() <= timezone.now() - last.at < every:
        return
    Revision.objects.create(letter=letter, subject=letter.subject, body=letter.body)


def keep_text(letter: Letter, subject: str, body: str) -> None:
    """Put a text that was not chosen among the versions, so that it can be brought back."""
    if body.strip() and (subject, body) != (letter.subject, letter.body):
        Revision.objects.create(letter=letter, subject=subject, body=body)


def bring_back(revision: Revision) -> None:
    """An earlier text again; the present one stays among the versions."""
    letter = revision.letter
    with (
        _draft(letter) as stored,
        recorded(_("%(letter)s: an earlier version again") % {"letter": named(letter)}, letter),
    ):
        keep(stored)
        letter.subject, letter.body, letter.hand_edited = revision.subject, revision.body, True
        letter.save(update_fields=_TEXT)


@contextmanager
def _draft(letter: Letter) -> Iterator[Letter]:
    """The letter with what another window stored since it was fetched, held until the commit.

    Raises ChangedMeanwhileError where it has been sent since.
    """
    with transaction.atomic():
        stored = Letter.objects.select_for_update().get(pk=letter.pk)
        if stored.status != Status.DRAFT:
            raise ChangedMeanwhileError(stored)
        yield stored


def address(letter: Letter, to: Person) -> None:
    """Another reader of a draft."""
    with recorded(
        _("%(letter)s goes to %(name)s instead") % {"letter": named(letter), "name": to.name}, letter
    ):
        letter.to = to
        if letter.kind in REMINDERS:
            sent = letter.candidacy.letters.sent().filter(to=to)
            letter.answers_letter = sent.order_by("sent_at").last()
        letter.save(update_fields=["to", "answers_letter"])


def send_through(letter: Letter, via: Person | None) -> None:
    """Another way to the reader of a draft: through that agency recruiter, or straight."""
    sentence = _("%(letter)s goes straight to its reader") % {"letter": named(letter)}
    if via:
        sentence = _("%(letter)s goes through %(name)s") % {"letter": named(letter), "name": via.name}
    with recorded(sentence, letter):
        letter.via = via
        letter.save(update_fields=["via"])


def set_notes(letter: Letter, keys: Iterable[str]) -> None:
    """The notes that the letter uses: archives name them, and no colleague's letter may use them again."""
    wanted = set(keys)
    if wanted != set(letter.notes.values_list("key", flat=True)):
        letter.notes.set(Note.objects.filter(key__in=wanted))


def opened(letter: Letter, despite: Iterable[str]) -> None:
    """It was handed to the mail program, or copied: whether it went out is asked from now on."""
    letter.opened_at, letter.sent_despite = timezone.now(), " ".join(sorted(despite))
    letter.save(update_fields=["opened_at", "sent_despite"])


def mark_sent(letter: Letter, at: dt.datetime, despite: Iterable[str], message_id: str = "") -> None:
    """It went out at that moment: its text is frozen and the clock starts again."""
    with recorded(_("%(letter)s sent") % {"letter": named(letter)}, letter):
        letter.status, letter.sent_at = Status.SENT, at
        letter.sent_despite, letter.came_back = " ".join(sorted(despite)), ""
        letter.message_id = message_id or letter.message_id
        letter.save(update_fields=["status", "sent_at", "sent_despite", "came_back", "message_id"])


def mark_unsent(letter: Letter) -> None:
    """It did not go out after all: a draft again."""
    with recorded(_("%(letter)s did not go out") % {"letter": named(letter)}, letter):
        letter.status, letter.sent_at, letter.opened_at = Status.DRAFT, None, None
        letter.save(update_fields=["status", "sent_at", "opened_at"])
