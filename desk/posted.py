"""Mail from a file, for whoever has no mailbox that can be read from here: all of it or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from letters.mailbox import is_mailbox, is_message, messages
from letters.receiving import Receiver

if TYPE_CHECKING:
    from letters.models import Message

SOURCES = ("eml", "mbox")
# What one file may hold, in bytes.
LARGEST = 100 * 1024 * 1024
NOT_MAIL = gettext_noop(
    "This is no e-mail: choose a file that your mail program saved, ending in .eml or .mbox."
)


class NotMailError(ValueError):
    """The file holds no mail. The message is one sentence."""


def is_mail(data: bytes) -> bool:
    """Whether the content is that of an e-mail or of a mailbox."""
    return is_mailbox(data) or is_message(data)


def read_mail(data: bytes, *, dry_run: bool = False) -> list[Message]:
    """Every message of the file, as it is stored now. Raises NotMailError."""
    if not is_mail(data):
        raise NotMailError(_(NOT_MAIL))
    with transaction.atomic():
        rows = list(Receiver().take_all(messages(data)))
        if dry_run:
            transaction.set_rollback(True)
    return rows
