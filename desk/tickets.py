"""Random words that open the door: one-time links, and the sessions of browsers that came in.

A ticket is a random word. Its file is named by the word’s digest: who reads the folder holds no ticket.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Tickets:
    """The tickets in one folder, each good until its lifetime (real hours, not business ones) is over."""

    folder: Path
    lifetime: timedelta

    def issue(self) -> str:
        """A new ticket."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._sweep()
        word = secrets.token_urlsafe(32)
        until = str(int(time.time() + self.lifetime.total_seconds()))
        # Written beside and renamed: a sweep never meets a ticket that is half written.
        file = self._file(word)
        beside = file.with_name(f".{file.name}")
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
            opened.write(until)
        beside.replace(file)
        return word

    def is_good(self, word: str) -> bool:
        """Whether this ticket was issued, is not too old, and was not taken or revoked."""
        return bool(word) and _until(self._file(word)) > time.time()

    def take(self, word: str) -> bool:
        """Use a ticket up. True for one caller only, however many ask at once."""
        good = self.is_good(word)
        try:
            self._file(word).unlink()
        except FileNotFoundError:
            return False
        return good

    def count(self) -> int:
        """How many are good now."""
        return sum(_until(file) > time.time() for file in self._files())

    def revoke_all(self) -> None:
        """No ticket issued so far is good any more."""
        for file in self._files():
            file.unlink(missing_ok=True)

    def _sweep(self) -> None:
        for file in self._files():
            if _until(file) <= time.time():
                file.unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        return list(self.folder.glob("[0-9a-f]*")) if self.folder.is_dir() else []

    def _file(self, word: str) -> Path:
        return self.folder / hashlib.sha256(word.encode()).hexdigest()


def links(home: Path) -> Tickets:
    """One-time links: ten minutes, then `manage.py link` prints another."""
    return Tickets(home / "links", timedelta(minutes=10))


def sessions(home: Path) -> Tickets:
    """Browsers that signed in, for 90 days."""
    return Tickets(home / "sessions", timedelta(days=90))


def _until(file: Path) -> float:
    try:
        return float(file.read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return 0.0
