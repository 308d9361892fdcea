"""A verified copy of the records in use: of our own file, or of what is in a database server."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import time
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection

from desk import backup

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# What copies of a server’s records are called and how they end: pg_restore reads them.
SERVER, DUMP = "server", ".dump"
_A_MOMENT = 2_000_000_000  # nanoseconds
_NOT_HERE = (
    "PostgreSQL’s programs pg_dump and pg_restore are not here. Install them (Debian, Ubuntu: apt install "
    "postgresql-client), or back the database up where it runs"
)


def make(now: datetime, reason: str = "") -> Path:
    """A copy among the backups that was read back. Raises `backup.DamagedError` or OSError."""
    if settings.DATABASE_FILE:
        return backup.make(settings.DATABASE_FILE, _folder(), now, reason)
    return _dump(_folder(), now, reason)


def newest() -> Path | None:
    """The latest copy of what is in use."""
    if settings.DATABASE_FILE:
        return backup.newest(settings.DATABASE_FILE.stem, _folder())
    return backup.newest(SERVER, _folder(), DUMP)


def last_made_at() -> datetime | None:
    """When the last copy was made, for every page: looked for again only where their folder has changed."""
    try:
        changed = _folder().stat().st_mtime_ns
    except OSError:
        return None
    # Two changes of one moment bear the same time.
    if time.time_ns() - changed < _A_MOMENT:
        return _made_at(newest())
    return _last_made_at(_folder(), changed)


@lru_cache(maxsize=1)
def _last_made_at(_where: Path, _changed: int) -> datetime | None:
    """What holds for that folder until it changes."""
    return _made_at(newest())


def _made_at(copy: Path | None) -> datetime | None:
    return datetime.fromtimestamp(copy.stat().st_mtime, UTC) if copy else None


def _folder() -> Path:
    folder: Path = settings.AFTERWORD_HOME / "backups"
    return folder


def _dump(folder: Path, now: datetime, reason: str) -> Path:
    """The server’s own way out, as of one moment, whoever writes meanwhile."""
    from django.db.backends.postgresql.client import DatabaseClient

    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    copy = folder / f"{backup.name_of(SERVER, now, reason)}{DUMP}"
    beside = copy.with_suffix(".part")
    # The password goes by the environment: every program of this computer may read the words of another.
    described = copy.with_suffix(".json")
    (_, *where), secrets = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    try:
        for file in (beside, described):
            file.touch(mode=0o600)
        wanted = ["--format=custom", "--no-owner", "--no-privileges", f"--file={beside}"]
        _run(["pg_dump", *wanted, *where], secrets or {})
        # All of it is read back, down to the last row.
        _run(["pg_restore", f"--file={os.devnull}", str(beside)], {})
        with beside.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        said = {"made_at": now.astimezone(UTC).isoformat(), "reason": reason, "sha256": digest}
        described.write_text(json.dumps(said, indent=2), encoding="utf-8")
        beside.replace(copy)
    finally:
        beside.unlink(missing_ok=True)
        if not copy.exists():
            described.unlink(missing_ok=True)
    if not reason:
        backup.thin_out(SERVER, folder, now, DUMP)
    return copy


def _run(words: Sequence[str], more: dict[str, str]) -> None:
    try:
        done = subprocess.run(  # noqa: S603
            words, env={**os.environ, **more}, capture_output=True, text=True, errors="replace", check=False
        )
    except FileNotFoundError as fault:
        raise backup.DamagedError(_NOT_HERE) from fault
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["it gave no reason"]
        raise backup.DamagedError(f"{words[0]} failed: {said[0].removeprefix(f'{words[0]}: ')}")
