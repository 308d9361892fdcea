"""What I say about a message: where it belongs, that a machine wrote it, that it is not about my search.

Each answer is a change that can be undone, and then the question is there again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from candidacy.changes import recorded
from candidacy.choices import ClosedAs
from candidacy.zones import zone
from interviews import invites
from interviews.invitation.facts import UnreadableError
from letters.models import MailKind, Message
from letters.receiving import become_line, send_back

if TYPE_CHECKING:
    from candidacy.models import Candidacy, Profile
    from interviews.models import Invitation

_KEPT = ["candidacy", "contact", "settled_at", "text", "headers", "calendar"]


def place(row: Message, candidacy: Candidacy, kind: str = "") -> None:
    """It belongs to that candidacy. Answered a second time, as from another window, it stays where it is."""
    with transaction.atomic():
        stored = Message.objects.select_for_update().get(pk=row.pk)
        if stored.settled_at:
            return
        if stored.candidacy_id != candidacy.pk:
            stored.candidacy, stored.answers = candidacy, None
        stored.kind = kind or stored.kind
        if stored.kind == MailKind.BOUNCE:
            send_back(stored, stored.why)
        else:
            become_line(stored)


def dismiss(row: Message) -> None:
    """It is not about my search: only its head is kept."""
    with transaction.atomic():
        stored = Message.objects.select_for_update().get(pk=row.pk)
        if stored.settled_at:
            return
        with recorded(
            _("A message from %(name)s set aside") % {"name": stored.sender_name or stored.sender_email},
            stored,
        ):
            stored.candidacy, stored.text, stored.headers, stored.calendar = None, "", "", ""
            stored.settled_at = timezone.now()
            stored.save(update_fields=_KEPT)


def deny(row: Message) -> None:
    """It is neither a no nor an invitation, only a reply."""
    line = row.contact
    with recorded(
        _("%(name)s only replied") % {"name": row.sender_name or row.sender_email},
        row,
        *([line] if line else []),
    ):
        row.kind, row.done_at = MailKind.REPLY, timezone.now()
        row.save(update_fields=["kind", "done_at"])
        if line:
            line.event = ""
            line.save(update_fields=["event"])


def close(row: Message, profile: Profile) -> None:
    """They said no, and it is over."""
    candidacy = row.candidacy
    if candidacy is None or candidacy.is_closed:
        return
    here = zone(profile.zone_of(candidacy.company))
    with recorded(_("%(candidacy)s closed: they said no") % {"candidacy": candidacy}, candidacy, row):
        candidacy.closed_on, candidacy.closed_as = timezone.now().astimezone(here).date(), ClosedAs.REJECTED
        candidacy.save(update_fields=["closed_on", "closed_as"])
        done(row)


def hand_over(row: Message) -> Invitation | None:
    """The interview it invites to, waiting to be confirmed; None where no day and time stand in it."""
    try:
        found = invites.read(row.calendar or row.text)
    except UnreadableError:
        return None
    finally:
        done(row)
    waiting = [invites.put_by(one, row.candidacy) for one in found]
    return waiting[0] if waiting else None


def done(row: Message) -> None:
    """It was dealt with."""
    row.done_at = timezone.now()
    row.save(update_fields=["done_at"])
