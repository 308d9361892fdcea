"""A file that waits to be brought in, with what was decided about it, in a folder of its own.

It lies beside the database, readable by nobody else, and not in it: a copy of the database does not carry it,
looking at a preview writes nothing that others wait for, and it works with a database server too. What the
file held is removed as soon as it is brought in or given up; the decisions stay for as long as its undo.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone

from candidacy import trash
from desk.moving_in.on_disk import OnDisk

if TYPE_CHECKING:
    from pathlib import Path

    from desk.moving_in.content import Content

# A preview that nobody came back to.
FORGOTTEN = timedelta(days=7)
_LARGEST_NUMBER = 10**9
WAITING, RUNNING, DONE = "waiting", "running", "done"


@dataclass
class Waiting:
    """One file. `meanings` is what I said that a column means, `mended` what I typed, by row and meaning.

    `answers` are the companies that I meant, by the name folded.
    """

    pk: int
    name: str
    source: str
    state: str = WAITING
    meanings: dict[str, str] = field(default_factory=dict)
    mended: dict[str, dict[str, str]] = field(default_factory=dict)
    answers: dict[str, int] = field(default_factory=dict)
    # What happened last, in a sentence.
    said: str = ""
    preview: dict[str, Any] = field(default_factory=dict)
    change: int | None = None

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return _folder() / str(self.pk)

    def data(self) -> Content:
        """The content of the file, read where it is asked for; empty once it is thrown away."""
        try:
            return OnDisk(self.folder / "file")
        except FileNotFoundError:
            return b""

    def save(self) -> None:
        """Keep what was decided: whole, or as it was."""
        beside = self.folder / "state.part"
        _write(beside, json.dumps(asdict(self), ensure_ascii=True).encode("ascii"))
        beside.replace(self.folder / "state.json")

    def throw_away(self) -> None:
        """Remove what the file held."""
        (self.folder / "file").unlink(missing_ok=True)

    def forget(self) -> None:
        """Remove all of it."""
        shutil.rmtree(self.folder, ignore_errors=True)


def put(name: str, source: str, data: bytes) -> Waiting:
    """Keep a file until it is brought in. It is found once it is saved. Raises OSError for no room."""
    clean_up()
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    pk = max((int(one.name) for one in _folders()), default=0) + 1
    while True:
        try:
            (folder / str(pk)).mkdir(mode=0o700)
            break
        except FileExistsError:
            pk += 1
    waiting = Waiting(pk, name, source)
    try:
        _write(waiting.folder / "file", data)
    except OSError:
        waiting.forget()
        raise
    return waiting


def find(pk: int) -> Waiting | None:
    """The file of that number; None where there is none, or what is kept of it cannot be read."""
    if not 0 < pk < _LARGEST_NUMBER:
        return None
    try:
        return Waiting(**json.loads((_folder() / str(pk) / "state.json").read_text("ascii")))
    except (OSError, ValueError, TypeError):
        return None


def waiting_now() -> list[Waiting]:
    """The files that are neither brought in nor given up, the latest first."""
    return sorted((one for one in _all() if one.state != DONE), key=lambda one: -one.pk)


def clean_up() -> None:
    """Forget what nobody came back to, and what can no longer be undone."""
    now = timezone.now()
    for folder in _folders():
        one = find(int(folder.name))
        begun = datetime.fromtimestamp(folder.stat().st_mtime, UTC)
        if now - begun > (trash.KEPT if one and one.state == DONE else FORGOTTEN):
            shutil.rmtree(folder, ignore_errors=True)


def _folders() -> list[Path]:
    folder = _folder()
    found = list(folder.iterdir()) if folder.is_dir() else []
    return [one for one in found if one.name.isdecimal() and len(one.name) < len(str(_LARGEST_NUMBER))]


def _all() -> list[Waiting]:
    return [one for folder in _folders() if (one := find(int(folder.name)))]


def _folder() -> Path:
    home: Path = settings.AFTERWORD_HOME
    # Made-up people are kept apart from mine here too.
    return home / ("imports-sample" if settings.SAMPLE else "imports")


def _write(file: Path, data: bytes) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as opened:
        opened.write(data)
