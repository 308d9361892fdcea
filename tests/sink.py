"""A mail server on this computer that keeps what it is given, and fails as it is told."""

from __future__ import annotations

import asyncio
import email
import email.policy
import logging
import ssl
import threading
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult

from letters import mail_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

# What it says of every talk is nobody’s business here.
logging.getLogger("mail.log").setLevel(logging.ERROR)
TLS = Path(__file__).parent / "data" / "tls"
USER, PASSWORD = "dana@example.com", "sixteen letters"


@dataclass(frozen=True)
class Taken:
    """One message as it came: the envelope and the content."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes

    @property
    def message(self) -> EmailMessage:
        found = email.message_from_bytes(self.content, policy=email.policy.default)
        assert isinstance(found, email.message.EmailMessage)
        return found


@dataclass
class Sink:
    """The server. `answers` are its words at a command, instead of going along: MAIL, RCPT, DATA, END."""

    security: str = mail_server.PLAIN
    answers: dict[str, str] = field(default_factory=dict)
    # Hangs up at a command; at END it has the whole message, and never says so.
    hangs_up_at: str = ""
    asks_for_password: bool = True
    password: str = PASSWORD
    taken: list[Taken] = field(default_factory=list)
    talks: int = 0
    port: int = 0

    async def handle_MAIL(  # noqa: N802 (the library’s name)
        self, server: Any, _session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        envelope.mail_from, envelope.mail_options = address, options
        return self._at("MAIL", server)

    async def handle_RCPT(  # noqa: N802
        self, server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self._at("RCPT", server)

    async def handle_DATA(  # noqa: N802
        self, server: Any, _session: Any, envelope: Any
    ) -> str:
        if "END" not in self.answers:
            self.taken.append(Taken(envelope.mail_from, tuple(envelope.rcpt_tos), envelope.content))
        return self._at("END", server)

    def authenticate(
        self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any
    ) -> AuthResult:
        right = (data.login, data.password) == (USER.encode(), self.password.encode())
        return AuthResult(success=right, handled=False)

    def _at(self, command: str, server: Any) -> str:
        if self.hangs_up_at == command:
            server.transport.abort()
        return self.answers.get(command, "250 2.0.0 Taken")

    def talk(self) -> SMTP:
        """One conversation."""
        self.talks += 1
        with warnings.catch_warnings():
            # That it takes a password in the clear: on loopback nobody listens.
            warnings.simplefilter("ignore", UserWarning)
            return _Talk(
                self,
                hostname="sink.example",
                authenticator=self.authenticate,
                auth_required=self.asks_for_password,
                auth_require_tls=False,
                require_starttls=self.security == mail_server.STARTTLS,
                tls_context=certificate() if self.security == mail_server.STARTTLS else None,
            )

    def account(self, **changes: Any) -> mail_server.Outgoing:
        """How Afterword is set up to send through it."""
        given = {
            "host": "localhost",
            "port": self.port,
            "security": self.security,
            "user": USER,
            "password": PASSWORD,
        }
        return mail_server.Outgoing(**{**given, **changes})

    def letters_to(self, recipient: str) -> list[EmailMessage]:
        return [one.message for one in self.taken if one.recipients == (recipient,)]


class _Talk(SMTP):
    """The library’s, which can refuse at DATA as well."""

    def __init__(self, sink: Sink, **options: Any) -> None:
        super().__init__(sink, **options)
        self._sink = sink

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        if "DATA" in self._sink.answers:
            await self.push(self._sink.answers["DATA"])
        elif self._sink.hangs_up_at == "DATA":
            self.transport.abort()
        else:
            await super().smtp_DATA(arg)


def certificate() -> ssl.SSLContext:
    """That of localhost, which the tests’ own authority signed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / "localhost.pem")
    return context


def serve(sink: Sink) -> Iterator[Sink]:
    """Let it listen on a free port of loopback, in a thread of its own."""
    # The thread of the tests may have a loop of its own: the browser’s.
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    safe = certificate() if sink.security == mail_server.TLS else None
    begun = asyncio.run_coroutine_threadsafe(_begun(sink, safe), loop)
    server = begun.result()
    sink.port = server.sockets[0].getsockname()[1]
    yield sink
    asyncio.run_coroutine_threadsafe(_ended(server), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


async def _begun(sink: Sink, safe: ssl.SSLContext | None) -> asyncio.Server:
    loop = asyncio.get_running_loop()
    return await loop.create_server(sink.talk, "127.0.0.1", 0, ssl=safe)


async def _ended(server: asyncio.Server) -> None:
    server.close()
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """This computer trusts the tests’ own authority."""
    monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "ca.pem"))


@pytest.fixture
def sink() -> Iterator[Sink]:
    """A server that takes everything, with letters leaving through it."""
    for one in serve(Sink()):
        mail_server.use(one.account())
        yield one
        mail_server.turn_off()
