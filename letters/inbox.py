"""One folder of a mailbox, read by IMAP and never changed: what is new there becomes messages here.

The folder is opened with EXAMINE and bodies are asked for with BODY.PEEK (RFC 3501, 6.3.2 and 6.4.5), so that
nothing is marked as read. Each message is stored before the next is fetched: a look that is broken off goes
on where it was, and a server that counts anew (another UIDVALIDITY) makes nothing double. What was left alone
is read once more when its sender has become known.
"""

from __future__ import annotations

import datetime as dt
import imaplib
import socket
import ssl
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from candidacy.changes import by_app
from letters import account as accounts
from letters.entries import counted
from letters.knowing import known_since
from letters.matching import Address, may_concern
from letters.models import Message
from letters.receiving import Position, Receiver

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator

    from imap_tools.mailbox import BaseMailBox

    from letters.account import Account

# The first look goes back so far: older mail can be read from a file.
FIRST_LOOK = dt.timedelta(days=60)
# What is fetched of one message, in bytes: its texts come before its attachments.
LARGEST = 2_000_000
PATIENCE = 30


class MailboxError(Exception):
    """The mailbox could not be read. The message is one sentence.

    `again` says whether another try may help, `about` what it is about: the host, the password, the folder.
    """

    def __init__(self, sentence: str, *, again: bool, about: str = "host") -> None:
        super().__init__(sentence)
        self.again, self.about = again, about


def look(account: Account, stop: threading.Event | None = None) -> list[Message]:
    """Take in what is new until told to stop, and note how it went. Raises MailboxError."""
    now = timezone.now().isoformat()
    try:
        with by_app():
            rows = list(_new(account, stop))
    except MailboxError as error:
        _, state = accounts.load()
        failures = state.failures + 1
        accounts.note(account, failed_at=now, fault=str(error), again=error.again, failures=failures)
        raise
    if not (stop and stop.is_set()):
        accounts.note(account, looked_at=now, fault="", again=True, failures=0, **counted(rows))
    return rows


def test(account: Account) -> None:
    """Whether the mailbox can be read with these settings. Raises MailboxError."""
    with _opened(account):
        pass


def among_the_sent(account: Account, message_ids: list[str]) -> list[str]:
    """Those of these Message-IDs that a Sent folder of the mailbox holds. Raises MailboxError."""
    found = set()
    with _opened(account) as mailbox:
        for folder in mailbox.folder.list():
            if "\\Sent" in folder.flags or folder.name.rpartition(folder.delim)[2].casefold() in _SENT:
                mailbox.folder.set(folder.name, readonly=True)
                found |= {
                    one for one in message_ids if mailbox.uids(f'HEADER Message-ID "{one}"', charset=None)
                }
    return [one for one in message_ids if one in found]


# What the folder is called where the server does not say which it is (RFC 6154).
_SENT = frozenset({"sent", "sent mail", "sent items", "sent messages", "gesendet", "gesendete elemente"})


def _new(account: Account, stop: threading.Event | None) -> Iterator[Message]:
    with _opened(account) as mailbox:
        validity = _validity(mailbox)
        receiver = Receiver()
        again = _known_meanwhile(account, validity)
        for uid in [*again, *_uids(mailbox, account, validity)]:
            if stop and stop.is_set():
                return
            raw = _body(mailbox, uid)
            row = receiver.take_in(raw, Position(account.folder, uid, validity)) if raw else None
            if row and (row.candidacy or uid not in again):
                yield row


def _known_meanwhile(account: Account, validity: int) -> list[int]:
    """The numbers of messages that were left alone, from somebody who was added since the last look."""
    _, state = accounts.load()
    known = known_since(state.looked)
    if known is None:
        return []
    rows = Message.objects.left_alone().filter(folder=account.folder, uid_validity=validity).order_by("uid")
    return [
        row.uid
        for row in rows.only("uid", "sender_name", "sender_email", "subject")
        if row.uid is not None and may_concern(Address(row.sender_name, row.sender_email), row.subject, known)
    ]


@contextmanager
def _opened(account: Account) -> Iterator[BaseMailBox]:
    """The mailbox with its folder open for reading only; every fault of it as a MailboxError."""
    import imap_tools

    try:
        mailbox = _connected(account)
        try:
            mailbox.login(account.user, account.password, initial_folder=None)
            mailbox.folder.set(account.folder, readonly=True)
            yield mailbox
        finally:
            _leave(mailbox)
    except imap_tools.MailboxLoginError as error:
        raise MailboxError(gettext(_REFUSED), again=False, about="password") from error
    except imap_tools.MailboxFolderSelectError as error:
        raise MailboxError(
            gettext("There is no folder “%(folder)s” in this mailbox.") % {"folder": account.folder},
            again=False,
            about="folder",
        ) from error
    except ssl.SSLCertVerificationError as error:
        sentence = gettext("%(host)s could not prove that it is itself, so nothing was sent to it.") % {
            "host": account.host
        }
        raise MailboxError(sentence, again=False) from error
    except socket.gaierror as error:
        raise MailboxError(
            gettext("No answer from %(host)s. Check the spelling.") % {"host": account.host}, again=True
        ) from error
    except (imap_tools.ImapToolsError, imaplib.IMAP4.error, OSError, EOFError) as error:
        sentence = gettext("%(host)s did not answer as a mail server does.") % {"host": account.host}
        raise MailboxError(sentence, again=True) from error


_REFUSED = gettext_noop(
    "The server did not accept the account or the password. Many providers want a password made for this "
    "app alone."
)


def _connected(account: Account) -> BaseMailBox:
    import imap_tools

    if account.encryption == "none":
        return imap_tools.MailBoxUnencrypted(account.host, account.port, timeout=PATIENCE)
    context = ssl.create_default_context()
    if account.encryption == "tls":
        return imap_tools.MailBox(account.host, account.port, timeout=PATIENCE, ssl_context=context)
    return imap_tools.MailBoxStartTls(account.host, account.port, timeout=PATIENCE, ssl_context=context)


def _leave(mailbox: BaseMailBox) -> None:
    """Go, without CLOSE, which would expunge; a server that is gone already has nothing to say to that."""
    import imap_tools

    try:
        mailbox.logout()
    except (imap_tools.ImapToolsError, imaplib.IMAP4.error, OSError, EOFError):
        mailbox.client.shutdown()


def _validity(mailbox: BaseMailBox) -> int:
    _, said = mailbox.client.response("UIDVALIDITY")
    found = said[-1] if said else None
    if not isinstance(found, bytes) or not found.isdigit():
        raise MailboxError(
            gettext("The server does not number its messages, so they cannot be told apart."), again=False
        )
    return int(found)


def _uids(mailbox: BaseMailBox, account: Account, validity: int) -> list[int]:
    """The numbers of what was not taken in yet, in the order in which it came."""
    seen = Message.objects.filter(folder=account.folder, uid_validity=validity).aggregate(last=Max("uid"))
    last = seen["last"]
    if last is None:
        since = (timezone.now() - FIRST_LOOK).strftime("%d-%b-%Y")
        wanted = f"SINCE {since}"
    else:
        wanted = f"UID {last + 1}:*"
    found = sorted(int(uid) for uid in mailbox.uids(wanted, charset=None))
    # “n:*” names the last message even where its number is lower.
    return [uid for uid in found if last is None or uid > last]


def _body(mailbox: BaseMailBox, uid: int) -> bytes:
    """The message, its beginning where it is very large; nothing where it is gone by now."""
    status, parts = mailbox.client.uid("FETCH", str(uid), f"(UID BODY.PEEK[]<0.{LARGEST}>)")
    if status != "OK":
        raise imaplib.IMAP4.error(f"FETCH answered {status}")
    return next((part[1] for part in parts if isinstance(part, tuple)), b"")
