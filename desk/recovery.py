"""A database that a start found missing, empty or damaged: what was seen, and the copies to go back to."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from candidacy.reasons import date_words, day_words, listed
from candidacy.templatetags.words import counted
from desk import backup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# What people count their search in, by its table.
_COUNTED = {"candidacy_candidacy": "candidacy", "letters_letter": "letter", "interviews_note": "note"}


class NotYetError(Exception):
    """The way back was gone, and the site still cannot open. The message says why, in one line."""


@dataclass(frozen=True)
class Copy:
    """A verified copy of the database."""

    file: Path
    made_at: datetime
    rows: dict[str, int]
    sha256: str

    def counts(self) -> str:
        """How much is in it: 31 candidacies, 41 letters and 412 notes."""
        return listed([counted(self.rows[table], of) for table, of in _COUNTED.items() if table in self.rows])


class Incident:
    """What a start found, and what can be done about it. Nothing is changed until `go_back`."""

    def __init__(self, file: Path, kind: str, found: str, folder: Path, reopen: Callable[[], None]) -> None:
        self.file, self.kind, self.found, self.folder = file, kind, found, folder
        self.at = datetime.now(UTC)
        self._reopen = reopen
        self._one_at_a_time = threading.Lock()

    @cached_property
    def copies(self) -> list[Copy]:
        """The copies that were read back just now and found good, newest first."""
        return [_copy(file) for file in backup.good_copies(self.file.stem, self.folder)]

    @property
    def last_written(self) -> datetime | None:
        """When the damaged file was last written to, by its own clock."""
        return datetime.fromtimestamp(self.file.stat().st_mtime, UTC) if self.kind == "damaged" else None

    @property
    def size(self) -> int:
        """The bytes of the file; 0 where it is gone."""
        return self.file.stat().st_size if self.file.exists() else 0

    def copy(self, name: str) -> Copy | None:
        """The good copy of that file name."""
        return next((one for one in self.copies if one.file.name == name), None)

    def go_back(self, copy: Copy) -> None:
        """Make the database what the copy holds, keep what was there, and open the site.

        Raises DamagedError or OSError where nothing was changed, NotYetError where the site cannot open.
        """
        with self._one_at_a_time:
            backup.restore(copy.file, self.file, self.folder, datetime.now(UTC))
            self._reopen()


def when(moment: datetime, now: datetime) -> str:
    """A moment in this computer’s zone: today, 09:02; yesterday, 18:20; Monday 16 November, 18:20."""
    then, today = moment.astimezone(), now.astimezone().date()
    age = (today - then.date()).days
    day = {0: _("today"), 1: _("yesterday")}.get(age) or day_words(then.date(), today)
    return f"{day}, {then:%H:%M}"


def day_of(moment: datetime, now: datetime) -> str:
    """A day in words, in this computer’s zone: 1 September."""
    return date_words(moment.astimezone().date(), now.astimezone().date())


def _copy(file: Path) -> Copy:
    said: dict[str, Any] = backup.described(file)
    made_at = datetime.fromisoformat(said["made_at"])
    return Copy(file, made_at, said.get("rows", {}), said.get("sha256", ""))
