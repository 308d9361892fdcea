"""The optional passphrase: another way in beside the one-time link, and what lets Afterword leave loopback.

Only its hash is kept, in a file of the data folder, so that no export and no copy of the database holds it.
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHORTEST, LONGEST = 8, 1000
PER_MINUTE = 5


@dataclass(frozen=True)
class Passphrase:
    """The passphrase of one data folder."""

    home: Path

    @property
    def is_set(self) -> bool:
        """Whether there is one."""
        return self._file.exists()

    def choose(self, words: str) -> None:
        """Set it, or set another. Raises ValueError with a sentence where it is too short or too long."""
        # Not at the top: `start` asks for `is_set` before the parts it runs on are there.
        from django.utils.translation import gettext as _

        if not SHORTEST <= len(words) <= LONGEST:
            raise ValueError(
                _("Take at least %(SHORTEST)s characters and at most %(LONGEST)s: a few words do best.")
                % {"SHORTEST": SHORTEST, "LONGEST": LONGEST}
            )
        from django.contrib.auth.hashers import make_password

        # Written beside and renamed: there is the old one or the new one, never half of either.
        beside = self._file.with_name("passphrase.part")
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened:
            opened.write(make_password(words))
        beside.replace(self._file)

    def forget(self) -> None:
        """Have none."""
        self._file.unlink(missing_ok=True)

    def fits(self, words: str) -> bool:
        """Whether these are the words. Takes a good part of a second, so that guessing is slow."""
        if not self.is_set or len(words) > LONGEST:
            return False
        from django.contrib.auth.hashers import check_password

        return check_password(words, self._file.read_text(encoding="ascii"))

    @property
    def _file(self) -> Path:
        return self.home / "passphrase"


@dataclass
class Throttle:
    """So many guesses a minute, from whomever they come: on one computer all addresses are the same."""

    per_minute: int = PER_MINUTE
    clock: Callable[[], float] = time.monotonic
    _guesses: deque[float] = field(default_factory=deque)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def allows(self) -> bool:
        """Take one guess. False where this minute has none left."""
        with self._lock:
            self._forget_old()
            if len(self._guesses) >= self.per_minute:
                return False
            self._guesses.append(self.clock())
            return True

    @property
    def left(self) -> int:
        """How many guesses this minute still has."""
        with self._lock:
            self._forget_old()
            return self.per_minute - len(self._guesses)

    def clear(self) -> None:
        """Begin anew, after the right words."""
        with self._lock:
            self._guesses.clear()

    def _forget_old(self) -> None:
        while self._guesses and self.clock() - self._guesses[0] >= 60:
            self._guesses.popleft()
