"""The outbox: a letter is queued, can be taken back for ten seconds, and leaves once, never again by itself.

A sending is claimed by one conditional update, and the claim is committed before the server hears of it. What
is found claimed at a start, or for too long, may have gone out or not: then I am asked.
"""

from __future__ import annotations

import datetime as dt
import logging
import math
import threading
import time
from typing import TYPE_CHECKING

from django.db import DatabaseError, connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from candidacy.models import Profile
from candidacy.speaking import in_my_language
from letters import delivery, mail, mail_server
from letters.causes import CLOSED, OFF
from letters.models import UNDER_WAY, Leaving, Letter, Outgoing, Status
from letters.writing import ChangedMeanwhileError, mark_sent

if TYPE_CHECKING:
    from collections.abc import Iterable

SECONDS = 10
TAKE_BACK = dt.timedelta(seconds=SECONDS)
# Queued and not gone so long after its time, it goes back: nobody expects it to leave any more.
LATE = dt.timedelta(minutes=1)
# Longer than this no talk with a server is waited for.
LONGEST = dt.timedelta(minutes=4)
LOOK_EVERY = 15.0
_LOG = logging.getLogger("afterword")
_news = threading.Event()


class CannotSendError(Exception):
    """The letter cannot be sent as it is: a sentence that says what to do."""


def is_on() -> bool:
    """Whether letters can leave from here: else they open in the mail program."""
    return mail_server.outgoing() is not None


def queue(letter: Letter, once: str, recipient: str, despite: Iterable[str]) -> Outgoing:
    """Have the letter leave in ten seconds, as it was read: to the address that the page showed.

    The same form again gives the same sending. Raises CannotSendError, or ChangedMeanwhileError where the
    letter is not the draft any more that was looked at.
    """
    with transaction.atomic():
        stored = Letter.objects.select_for_update().get(pk=letter.pk)
        known = Outgoing.objects.filter(once=once).first()
        if known:
            return known
        if stored.status != Status.DRAFT or stored.version != letter.version:
            raise ChangedMeanwhileError(stored)
        row = _frozen(letter, once, recipient)
        row.save()
        stored.status, stored.opened_at = Status.SENDING, None
        stored.sent_despite = " ".join(sorted(despite))
        stored.save(update_fields=["status", "opened_at", "sent_despite"])
    _news.set()
    return row


def _frozen(letter: Letter, once: str, recipient: str) -> Outgoing:
    profile = Profile.load()
    sender = mail.address_of(profile.name, profile.email)
    reader = mail.address_of(letter.carrier.name, letter.carrier.email)
    if not is_on():
        raise CannotSendError(_("Sending is turned off. Set it up in Settings, or open the letter in email."))
    if sender is None:
        raise CannotSendError(
            _("Your own address is missing, or cannot be used: look under “You” in Settings.")
        )
    if reader is None:
        raise CannotSendError(
            _("%(carrier)s has no address that Afterword can send to. Add one, or open the letter in email.")
            % {"carrier": letter.carrier.name}
        )
    if letter.carrier.email != recipient:
        raise CannotSendError(
            _(
                "The address has changed since this page was opened: it is now %(email)s. Is "
                "it the right one? Then send it again."
            )
            % {"email": letter.carrier.email}
        )
    now = timezone.now()
    message_id = mail.new_message_id(sender.addr_spec)
    return Outgoing(
        once=once,
        letter=letter,
        message_id=message_id,
        sender=sender.addr_spec,
        recipient=reader.addr_spec,
        content=mail.sealed(mail.written(letter, profile), message_id, now + TAKE_BACK),
        queued_at=now,
        leaves_at=now + TAKE_BACK,
    )


def take_back(letter: Letter) -> bool:
    """Make it a draft again, while it has not left. Whether that was still possible."""
    return _end(Q(letter=letter, state=Leaving.QUEUED), Leaving.TAKEN_BACK) > 0


def settle(letter: Letter, *, went: bool) -> None:
    """What I found out about a letter of which nobody knew whether it went out."""
    with transaction.atomic():
        stored = Letter.objects.select_for_update().select_related("to").get(pk=letter.pk)
        row = stored.sendings.filter(state__in=UNDER_WAY).first()
        if stored.status != Status.SENDING or (row and row.state != Leaving.UNKNOWN):
            return
        if went:
            _went(stored, row, row.begun_at if row and row.begun_at else timezone.now())
        else:
            _back(stored)
        if row:
            _mark(row, Leaving.SENT if went else Leaving.NOT_SENT)


def last(letter: Letter) -> Outgoing | None:
    """What became of a draft when it was sent before, where that should be known before it is sent again."""
    row = letter.sendings.defer("content").first()
    return row if row and row.state in (Leaving.REFUSED, Leaving.SENT) else None


def seconds_left(row: Outgoing, now: dt.datetime) -> int:
    """Whole seconds in which it can still be taken back."""
    left = math.ceil((row.leaves_at - now).total_seconds())
    return min(max(left, 0), SECONDS) if row.state == Leaving.QUEUED else 0


def heard_of(letter: Letter, told: str) -> bool:
    """Settle a letter of which nobody knew, where a message names it. Whether that was so."""
    row = letter.sendings.filter(state=Leaving.UNKNOWN).first()
    if row is None or row.message_id.strip("<>") not in told:
        return False
    settle(letter, went=True)
    return True


def due(now: dt.datetime) -> list[Outgoing]:
    """The sendings whose ten seconds are over."""
    return list(Outgoing.objects.filter(state=Leaving.QUEUED, leaves_at__lte=now).order_by("leaves_at"))


def claim(row: Outgoing) -> bool:
    """Make it this process’s to send. False where another was quicker, or it was taken back."""
    with transaction.atomic():
        mine = Outgoing.objects.filter(pk=row.pk, state=Leaving.QUEUED)
        return mine.update(state=Leaving.SENDING, begun_at=timezone.now()) == 1


def send(row: Outgoing) -> None:
    """Hand a claimed sending over, and store what came of it."""
    server = mail_server.outgoing()
    if server is None:
        _end(Q(pk=row.pk, state=Leaving.SENDING), Leaving.REFUSED, stage=OFF)
        return

    def still_mine() -> bool:
        return Outgoing.objects.filter(pk=row.pk, state=Leaving.SENDING).exists()

    try:
        delivery.hand_over(server, row.sender, row.recipient, row.content.encode("ascii"), still_mine)
    except delivery.NotTakenError as fault:
        told = {"stage": fault.stage, "code": fault.code, "said": fault.said}
        if fault.may_have_gone:
            mine = Outgoing.objects.filter(pk=row.pk, state=Leaving.SENDING)
            with transaction.atomic():
                mine.update(state=Leaving.UNKNOWN, ended_at=timezone.now(), **told)
        else:
            _end(Q(pk=row.pk, state=Leaving.SENDING), Leaving.REFUSED, **told)
        return
    with transaction.atomic():
        taken = Outgoing.objects.select_for_update().filter(pk=row.pk, state__in=UNDER_WAY).first()
        if taken:
            stored = Letter.objects.select_for_update().select_related("to").get(pk=taken.letter_id)
            _went(stored, taken, timezone.now())
            _mark(taken, Leaving.SENT)


def put_right(now: dt.datetime, *, at_start: bool = False) -> None:
    """Nothing stays under way for long: what was left lying goes back to the drafts, or is asked about.

    At a start nothing can be under way: whoever pressed Send has closed Afterword, or it was ended.
    """
    queued, sending = Q(state=Leaving.QUEUED), Q(state=Leaving.SENDING)
    if not at_start:
        # A clock that was set back must not hold a letter for an hour.
        queued &= Q(leaves_at__lt=now - LATE) | Q(leaves_at__gt=now + LATE)
        sending &= Q(begun_at__lt=now - LONGEST) | Q(begun_at__gt=now + LONGEST) | Q(begun_at=None)
    _end(queued, Leaving.REFUSED, stage=CLOSED)
    with transaction.atomic():
        Outgoing.objects.filter(sending).update(state=Leaving.UNKNOWN, ended_at=now)


def _end(which: Q, state: Leaving, **told: object) -> int:
    """End those sendings with their letters drafts again. Returns how many."""
    ended = 0
    for pk in list(Outgoing.objects.filter(which).values_list("pk", flat=True)):
        with transaction.atomic():
            mine = Outgoing.objects.filter(which, pk=pk)
            if mine.update(state=state, ended_at=timezone.now(), **told):
                _back(Letter.objects.select_for_update().get(sendings=pk))
                ended += 1
    return ended


def _mark(row: Outgoing, state: Leaving) -> None:
    row.state, row.ended_at = state, timezone.now()
    row.save(update_fields=["state", "ended_at"])


def _back(letter: Letter) -> None:
    if letter.status == Status.SENDING:
        letter.status = Status.DRAFT
        letter.save(update_fields=["status"])


def _went(letter: Letter, row: Outgoing | None, at: dt.datetime) -> None:
    """As “mark as sent” does. Undone, it is the draft that it was, and the mail has gone all the same."""
    if letter.status != Status.SENDING:
        return
    _back(letter)
    mark_sent(letter, at, letter.sent_despite.split(), row.message_id if row else "")


def look_after(stop: threading.Event) -> None:
    """Send what is due, while the site runs; what is begun comes to its end."""
    busy: list[threading.Thread] = []
    at_start = True
    while not stop.is_set():
        _news.clear()
        wait = LOOK_EVERY
        try:
            with in_my_language():
                put_right(timezone.now(), at_start=at_start)
            at_start = False
            # Each in a thread of its own: a slow server holds no other letter up.
            busy = [one for one in busy if one.is_alive()]
            for row in filter(claim, due(timezone.now())):
                busy.append(threading.Thread(target=_send_aside, args=[row], daemon=True))
                busy[-1].start()
            wait = _until_next(timezone.now())
        except DatabaseError:
            _LOG.exception("The outbox could not be looked through")
        finally:
            connection.close()
        _pause(wait, stop)
    for one in busy:
        one.join(delivery.PATIENCE)


def _send_aside(row: Outgoing) -> None:
    try:
        with in_my_language():
            send(row)
    except DatabaseError:
        # It stays claimed, and is asked about before long.
        _LOG.exception("What became of a letter could not be stored")
    finally:
        connection.close()


def _until_next(now: dt.datetime) -> float:
    """Seconds to the next one that is due."""
    first = Outgoing.objects.filter(state=Leaving.QUEUED).order_by("leaves_at").first()
    wait = (first.leaves_at - now).total_seconds() if first else LOOK_EVERY
    return min(max(wait, 0.0), LOOK_EVERY)


def _pause(seconds: float, stop: threading.Event) -> None:
    """Wait so long, or until something is queued, or the site ends."""
    until = time.monotonic() + seconds
    while not stop.is_set() and (left := until - time.monotonic()) > 0 and not _news.wait(min(left, 0.5)):
        pass
