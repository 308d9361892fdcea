"""The mail server that letters leave through, and how the last test went: one file of the data folder.

For its owner alone, and outside the database, so that no export and no copy of it holds the password.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from pathlib import Path

TLS, STARTTLS, PLAIN = "tls", "starttls", "plain"
# What a connection that is not encrypted may lead to: it never leaves this computer.
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Trial:
    """What came of the last test: when, whether it went, and else where it stuck and what the server said."""

    at: dt.datetime
    went: bool
    stage: str = ""
    code: int | None = None
    said: str = ""


@dataclass(frozen=True)
class Outgoing:
    """The server that takes my letters."""

    host: str
    port: int
    security: str = TLS
    user: str = ""
    password: str = field(default="", repr=False)
    trial: Trial | None = None

    def tested(self, trial: Trial) -> Outgoing:
        """The same server, after a test."""
        return replace(self, trial=trial)


def outgoing() -> Outgoing | None:
    """The server that takes my letters; None while none is set up, and letters open in the mail program.

    To made-up people nothing is sent.
    """
    if settings.SAMPLE:
        return None
    try:
        held = json.loads(_file().read_text(encoding="utf-8"))
        trial = held.pop("trial", None)
        server = Outgoing(**held)
        return (
            server.tested(Trial(**{**trial, "at": dt.datetime.fromisoformat(trial["at"])}))
            if trial
            else server
        )
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, KeyError, AttributeError):
        # Half a file, or another program’s: there is nothing in it to go by.
        return None


def use(server: Outgoing) -> None:
    """Send through that server from now on."""
    file = _file()
    # Written beside and renamed: there is the old one or the new one, never half of either.
    beside = file.with_name(f"{file.name}.part")
    beside.unlink(missing_ok=True)
    with os.fdopen(
        os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
    ) as opened:
        json.dump(asdict(server), opened, default=str)
    beside.replace(file)


def turn_off() -> None:
    """Send through none, and keep no password."""
    _file().unlink(missing_ok=True)


def _file() -> Path:
    folder: Path = settings.AFTERWORD_HOME
    return folder / "mail_out"
