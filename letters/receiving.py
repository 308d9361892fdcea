"""Mail that was read becomes lines of the record: each message once, whatever was read before.

What is sure is attached at once, as a change that can be undone; undone, it becomes a question. What is not
sure waits for an answer. Nothing closes a candidacy, and nothing is sent.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from candidacy.changes import recorded
from candidacy.choices import ContactChannel, ContactEvent, Direction
from candidacy.models import Candidacy, Contact, Person
from candidacy.reasons import mid_sentence
from letters import matching, outbox
from letters.knowing import known
from letters.matching.inviting import calls_off
from letters.models import Letter, MailKind, Message, Status
from letters.writing import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from letters.matching import Mail, Verdict

_EVENTS = {MailKind.REJECTION: ContactEvent.REJECTION, MailKind.INVITATION: ContactEvent.INVITATION}
# What is kept of the words of a message in the timeline.
LONGEST_LINE = 20_000
LONGEST_HEADERS = 20_000


@dataclass(frozen=True, slots=True)
class Position:
    """Where in a mailbox a message lies (RFC 3501): a UID means something under its UIDVALIDITY alone."""

    folder: str
    uid: int
    uid_validity: int


class Receiver:
    """Takes messages in, one after the other, and learns from each for those that follow."""

    def __init__(self) -> None:
        self._known = known()

    def take_in(self, raw: bytes, position: Position | None = None) -> Message:
        """The stored message: a new row, or the one that was stored when it was read before."""
        return self.take(matching.read(raw), position)

    def take_all(self, raws: Iterable[bytes]) -> Iterator[Message]:
        """The stored messages in the order of their dates, so that answers come after what they answer."""
        mails = [matching.read(raw) for raw in raws]
        earliest = dt.datetime.min.replace(tzinfo=dt.UTC)
        for mail in sorted(mails, key=lambda one: one.at or earliest):
            yield self.take(mail)

    def take(self, mail: Mail, position: Position | None = None) -> Message:
        """The stored message of a mail that was read. One that was left alone is judged once more."""
        stored = _stored(mail, position)
        if stored and not _was_left_alone(stored):
            return stored
        verdict = matching.match(mail, self._known)
        if stored and not verdict.candidacy:
            return stored
        try:
            with transaction.atomic():
                row = _kept(stored or Message(identity=mail.identity), mail, verdict, position)
                if verdict.candidacy and verdict.sure:
                    attach(row, verdict)
        except IntegrityError:
            # Another process was reading the same mailbox, and was quicker.
            return Message.objects.get(identity=mail.identity)
        self._learn(mail, verdict)
        return row

    def _learn(self, mail: Mail, verdict: Verdict) -> None:
        if not (verdict.candidacy and verdict.sure):
            return
        threads = {**self._known.threads, mail.identity: verdict.candidacy}
        letters = tuple(
            replace(one, message_id=mail.identity) if one.key == verdict.copy_of else one
            for one in self._known.letters
        )
        self._known = replace(self._known, threads=threads, letters=letters)


def _stored(mail: Mail, position: Position | None) -> Message | None:
    row = Message.objects.filter(identity=mail.identity).select_related("candidacy__company").first()
    if row and position and (row.uid_validity, row.uid) != (position.uid_validity, position.uid):
        row.folder, row.uid, row.uid_validity = position.folder, position.uid, position.uid_validity
        row.save(update_fields=["folder", "uid", "uid_validity"])
    return row


def _was_left_alone(row: Message) -> bool:
    """As `left_alone` has it: nothing in it was about the search, and I have not said so myself."""
    return row.candidacy_id is None and row.settled_at is None and not row.mine


def _kept(row: Message, mail: Mail, verdict: Verdict, position: Position | None) -> Message:
    """The row of a message. Of what has nothing to do with the search, only the head is kept."""
    # A clock that runs ahead must not put a message where the record does not see it yet.
    row.at = min(mail.at or timezone.now(), timezone.now())
    row.sender_name, row.sender_email, row.subject = mail.sender.name, mail.sender.email, mail.subject
    row.kind, row.sure, row.why, row.mine = verdict.kind, verdict.sure, verdict.why[:300], verdict.mine
    row.person = Person.objects.filter(key=verdict.person).first() if verdict.person else None
    row.answers = Letter.objects.filter(key=verdict.answers).first() if verdict.answers else None
    row.decision_on, row.needs_reply = verdict.decision_on, verdict.needs_reply
    if verdict.candidacy:
        row.candidacy = Candidacy.objects.filter(key=verdict.candidacy).first()
        row.headers, row.text, row.calendar = _headers(mail), mail.text, mail.calendar
    if position:
        row.folder, row.uid, row.uid_validity = position.folder, position.uid, position.uid_validity
    row.save()
    return row


def _headers(mail: Mail) -> str:
    lines = (f"{name}: {value}" for name, values in mail.headers.items() for value in values)
    return "\n".join(lines)[:LONGEST_HEADERS]


def attach(row: Message, verdict: Verdict) -> None:
    """What a message that is sure does to the record, as one change."""
    letter = row.answers or Letter.objects.filter(key=verdict.copy_of).first()
    if letter and outbox.heard_of(letter, f"{row.identity} {row.headers} {row.text}"):
        # What it names was not known to have gone out: now it is.
        letter.refresh_from_db()
    if row.kind == MailKind.BOUNCE:
        send_back(row, verdict.reason)
    elif verdict.copy_of:
        _recognise(row, verdict.copy_of)
    else:
        become_line(row)


def become_line(row: Message) -> Contact:
    """The message as a line of its candidacy. A human one ends a silence, an automatic one never does."""
    inbound, automatic = not row.mine, row.kind == MailKind.AUTOMATIC
    line = Contact(
        candidacy=row.candidacy,
        at=row.at,
        direction=Direction.IN if inbound else Direction.OUT,
        channel=ContactChannel.EMAIL,
        event=_event(row) if inbound else "",
        person=row.person,
        automatic=inbound and automatic,
        needs_reply=inbound and not automatic and row.needs_reply,
        decision_on=row.decision_on if inbound and not automatic else None,
        text=words_of(row)[:LONGEST_LINE],
    )
    with recorded(_sentence(row), line, row):
        line.save()
        row.contact, row.settled_at = line, timezone.now()
        row.save()
    return line


def _event(row: Message) -> str:
    """What happened by it: nobody is invited by a meeting that is called off."""
    return "" if calls_off(row.calendar) else _EVENTS.get(MailKind(row.kind), "")


def words_of(row: Message) -> str:
    """What the sender wrote, without what is quoted; where that is all there is, the quoted."""
    from letters.matching.quoting import parts

    found = parts(row.text)
    return found.written or found.quoted or row.subject


def _sentence(row: Message) -> str:
    where = row.candidacy.company if row.candidacy else ""
    who = row.person.name if row.person else row.sender_name or str(where)
    if row.mine:
        words = {"name": row.person.name if row.person else where, "company": where}
        return _("You wrote to %(name)s, %(company)s") % words
    words = {"name": who, "company": where}
    if row.kind == MailKind.AUTOMATIC:
        return _("An automatic reply from %(name)s, %(company)s") % words
    return _("%(name)s wrote, %(company)s") % words


def send_back(row: Message, reason: str) -> None:
    """The letter that came back is a draft again, unless it was sent anew since."""
    letter = row.answers
    if letter is None or letter.status != Status.SENT or (letter.sent_at and letter.sent_at > row.at):
        row.settled_at = timezone.now()
        row.save(update_fields=["settled_at"])
        return
    with recorded(_("%(letter)s came back") % {"letter": named(letter)}, letter, row):
        letter.status, letter.sent_at, letter.opened_at = Status.DRAFT, None, None
        letter.came_back = (reason or row.why)[:300]
        letter.save(update_fields=["status", "sent_at", "opened_at", "came_back"])
        row.settled_at = timezone.now()
        row.save(update_fields=["settled_at"])


def _recognise(row: Message, key: str) -> None:
    """My copy of a letter: from now on answers to it are known by its Message-ID."""
    letter = Letter.objects.get(key=key)
    with recorded(
        _("Your copy of the %(letter)s was found") % {"letter": mid_sentence(named(letter))}, letter, row
    ):
        if not letter.message_id and not row.identity.startswith("sha256:"):
            letter.message_id = f"<{row.identity}>"
            letter.save(update_fields=["message_id"])
        row.settled_at = timezone.now()
        row.save(update_fields=["settled_at"])
