"""A real IMAP server on this computer, with one mailbox in its memory."""

from __future__ import annotations

import imaplib
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letters.account import Account

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

USER, PASSWORD = "dana@whitfield.example", "open-sesame"
_MAIN = "import sys; from pymap.main import main; sys.exit(main())"


@dataclass
class Server:
    """The server: what is in its mailbox, and whether any of it is marked as read."""

    port: int

    @property
    def account(self) -> Account:
        return Account("127.0.0.1", USER, PASSWORD, self.port)

    @contextmanager
    def mailbox(self, *, readonly: bool = False) -> Iterator[imaplib.IMAP4]:
        client = imaplib.IMAP4("127.0.0.1", self.port)
        client.login(USER, PASSWORD)
        client.select("INBOX", readonly=readonly)
        yield client
        client.logout()

    def put(self, raws: Iterable[bytes]) -> None:
        with self.mailbox() as client:
            for raw in raws:
                client.append(
                    "INBOX", "", imaplib.Time2Internaldate(time.time()), raw.replace(b"\n", b"\r\n")
                )

    def flags(self) -> list[bytes]:
        """What is marked, message by message."""
        with self.mailbox(readonly=True) as client:
            _, lines = client.fetch("1:*", "(FLAGS)")
        return [line.split(b"FLAGS ")[1] for line in lines if isinstance(line, bytes)]

    def empty(self) -> None:
        """Delete every message, as another mail program would."""
        with self.mailbox() as client:
            client.store("1:*", "+FLAGS", r"\Deleted")
            client.expunge()


@contextmanager
def serving(*more: str) -> Iterator[Server]:
    """The server while it runs. A new one numbers its messages anew."""
    port = free_port()
    words = [sys.executable, "-c", _MAIN, "--host", "127.0.0.1", "--port", str(port), "--no-tls", *more]
    words += ["--no-service", "admin", "--no-service", "managesieve"]
    words += ["dict", "--demo-user", USER, "--demo-password", PASSWORD]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        yield Server(port)
    finally:
        process.kill()
        process.wait()


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the IMAP server did not start")
