"""Hands one finished message to the mail server, over a connection that is verified, and tells how it went.

Never inside a transaction: nothing of the database is touched here.
"""

from __future__ import annotations

import base64
import re
import smtplib
import ssl
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from letters.causes import AFTER, CONNECT, DATA, ENCRYPT, LOGIN, RECIPIENT, SENDER
from letters.mail_server import LOOPBACK, PLAIN, STARTTLS, TLS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from letters.mail_server import Outgoing

# Seconds that the server may think about one answer, and about the whole letter.
PATIENCE, PATIENCE_AFTER = 20, 60
LONGEST_WORDS = 500
# Without a name, smtplib would tell the server this computer’s.
_MY_NAME = "[127.0.0.1]"
_READY, _GO_AHEAD, _DONE, _TEMPORARY = range(220, 221), range(354, 355), range(200, 300), range(400, 500)
_LINE_END = re.compile(rb"\r\n|\r|\n")


class NotTakenError(Exception):
    """The server did not take the letter. `stage` is how far it came, `said` the server’s words or ours."""

    def __init__(self, stage: str, said: str, code: int | None = None) -> None:
        super().__init__(f"{stage}: {code or ''} {said}")
        self.stage, self.said, self.code = stage, said, code

    @property
    def may_have_gone(self) -> bool:
        """Whether the server had the text: then nobody knows, and it must not be sent again by itself."""
        return self.stage == AFTER

    @property
    def again(self) -> bool:
        """Whether the same may work later; else something has to be changed first."""
        return self.code in _TEMPORARY if self.code else self.stage == CONNECT


def hand_over(
    server: Outgoing,
    sender: str,
    recipient: str,
    content: bytes,
    may_go: Callable[[], bool] = lambda: True,
) -> str:
    """Give the message to the server, for that one recipient. Returns the words with which it took it.

    `may_go` is asked at the last moment before the text leaves. Raises NotTakenError.
    """
    return _Talk(server).about(sender, recipient, content, may_go)


class _Talk:
    """One conversation with the server, and how far it has come."""

    def __init__(self, server: Outgoing) -> None:
        self._server = server
        self._stage = CONNECT

    def about(self, sender: str, recipient: str, content: bytes, may_go: Callable[[], bool]) -> str:
        try:
            with self._opened() as smtp:
                self._step(SENDER, lambda: smtp.mail(sender))
                self._step(RECIPIENT, lambda: smtp.rcpt(recipient))
                self._step(DATA, lambda: smtp.docmd("DATA"), _GO_AHEAD)
                if not may_go():
                    raise NotTakenError(DATA, _("It took too long, and was left."))
                return self._step(AFTER, lambda: _text(smtp, content))
        except smtplib.SMTPResponseException as fault:
            raise NotTakenError(self._stage, self._words(fault.smtp_error), fault.smtp_code) from None
        except (smtplib.SMTPException, OSError, ValueError) as fault:
            raise NotTakenError(self._stage, self._words(str(fault))) from None

    @contextmanager
    def _opened(self) -> Iterator[smtplib.SMTP]:
        """The connection, safe and signed in."""
        smtp = self._connected()
        try:
            if self._server.security == STARTTLS:
                safe = ssl.create_default_context()
                self._step(ENCRYPT, lambda: smtp.starttls(context=safe), _READY)
            self._stage = LOGIN
            smtp.ehlo_or_helo_if_needed()
            if self._server.user:
                smtp.login(self._server.user, self._server.password)
            yield smtp
            with suppress(smtplib.SMTPException, OSError):
                smtp.quit()
        finally:
            smtp.close()

    def _connected(self) -> smtplib.SMTP:
        server = self._server
        if server.security == PLAIN and server.host not in LOOPBACK:
            raise NotTakenError(ENCRYPT, _("Not encrypted, a letter only goes to a server on this computer."))
        if server.security != TLS:
            return smtplib.SMTP(server.host, server.port, _MY_NAME, PATIENCE)
        try:
            safe = ssl.create_default_context()
            return smtplib.SMTP_SSL(server.host, server.port, _MY_NAME, timeout=PATIENCE, context=safe)
        except ssl.SSLError:
            self._stage = ENCRYPT
            raise

    def _step(self, stage: str, call: Callable[[], tuple[int, bytes]], wanted: range = _DONE) -> str:
        """Say something, and hold the answer against what it should be."""
        self._stage = stage
        code, said = call()
        if code not in wanted:
            raise NotTakenError(stage, self._words(said), code if code > 0 else None)
        return self._words(said)

    def _words(self, said: bytes | str) -> str:
        """What the server said, on one line; a server that repeats the password is not quoted in that."""
        text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
        for secret in _forms(self._server.user, self._server.password):
            text = text.replace(secret, "…")
        return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST_WORDS]


def _text(smtp: smtplib.SMTP, content: bytes) -> tuple[int, bytes]:
    if smtp.sock:
        smtp.sock.settimeout(PATIENCE_AFTER)
    smtp.send(_dotted(content))
    return smtp.getreply()


def _dotted(content: bytes) -> bytes:
    """The message as it goes over the line: every line ends in CRLF, none begins with a bare dot."""
    lines = [b"." + line if line.startswith(b".") else line for line in _LINE_END.split(content)]
    whole = b"\r\n".join(lines)
    return whole + (b"" if whole.endswith(b"\r\n") else b"\r\n") + b".\r\n"


def _forms(user: str, password: str) -> Iterator[str]:
    """The password as it goes over the line, plain and in the two ways of signing in."""
    if password:
        yield password
        for words in (password, f"\0{user}\0{password}"):
            yield base64.b64encode(words.encode()).decode()
