"""The mailbox that is read, and how reading it went: one file of the data folder, for its owner alone.

Outside the database, so that no export and no copy of the database holds the password.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _

from letters.providers import read_at

if TYPE_CHECKING:
    from pathlib import Path

TLS_PORT = 993
_OWN = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Account:
    """A mailbox on a server, and the folder of it that is read."""

    host: str
    user: str
    # Not in the representation: that may end up in a log.
    password: str = field(repr=False)
    port: int = TLS_PORT
    folder: str = "INBOX"

    @property
    def encryption(self) -> str:
        """`tls`, `starttls`, or `none`, which only a server on this very computer may have."""
        if self.port == TLS_PORT:
            return "tls"
        return "none" if self.host in _OWN else "starttls"


@dataclass(frozen=True)
class State:
    """How the last look went. Moments are ISO 8601 in UTC; an empty one never was."""

    looked_at: str = ""
    placed: int = 0
    asked: int = 0
    none: int = 0
    failed_at: str = ""
    # In a sentence, and whether another try may help.
    fault: str = ""
    again: bool = True
    # How many looks failed one after the other.
    failures: int = 0

    @property
    def looked(self) -> dt.datetime | None:
        """When it was last read to its end."""
        return dt.datetime.fromisoformat(self.looked_at) if self.looked_at else None


def server_for(user: str) -> str:
    """The server that holds the mailbox of an address; where it is not known, a guess to start from."""
    domain = user.rpartition("@")[2].casefold()
    return read_at(user) or (f"imap.{domain}" if "." in domain else "")


def server_and_port(words: str, user: str) -> tuple[str, int]:
    """The server that was typed, its port behind a colon where it is unusual; empty, that of the account.

    Raises ValueError where the port is none.
    """
    host, colon, port = words.strip().casefold().partition(":")
    if colon and not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65536):
        raise ValueError(_("A port is a number from 1 to 65535."))
    return host or server_for(user), int(port) if colon else TLS_PORT


def load() -> tuple[Account | None, State]:
    """The mailbox that is set up, or None, and how reading it went."""
    try:
        stored = json.loads(_file().read_text(encoding="utf-8"))
        account = Account(**_known(Account, stored["account"]))
        return account, State(**_known(State, stored.get("state", {})))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        # None, half a file, or another program's: there is nothing in it to go by.
        return None, State()


def _known(shape: type[Any], stored: dict[str, Any]) -> dict[str, Any]:
    names = {one.name for one in fields(shape)}
    return {name: value for name, value in stored.items() if name in names}


def save(account: Account, state: State | None = None) -> None:
    """Keep it: written beside and renamed, so that there is the old file or the new one."""
    beside = _file().with_name("mail_in.part")
    content = json.dumps({"account": asdict(account), "state": asdict(state or State())})
    with suppress(FileNotFoundError):
        beside.unlink()
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as opened:
        opened.write(content)
    beside.replace(_file())


def forget() -> None:
    """Read no mailbox, and keep no password."""
    _file().unlink(missing_ok=True)


def note(account: Account, **changes: Any) -> None:
    """Keep how the last look went, unless the mailbox was turned off or changed meanwhile."""
    stored, state = load()
    if stored == account:
        save(account, replace(state, **changes))


def _file() -> Path:
    folder: Path = settings.AFTERWORD_HOME
    return folder / "mail_in"
