"""Copies of the database that were read back and found whole, and the way back to one.

SQLite only, and the standard library only: it works on a database that the rest of Afterword cannot open.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from desk import seal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_STAMP = "%Y%m%dT%H%M%S%fZ"
_ENDING = ".sqlite3"
_FOR_A_REASON = timedelta(days=30)
_NEWEST, _DAYS, _WEEKS, _MONTHS = 3, 7, 4, 12


class DamagedError(Exception):
    """A database file is missing, unreadable or not whole. The message says which and why, in one line."""


class UnreadableError(DamagedError):
    """The file may well be whole: the system or another program keeps it from being read."""


def told(fault: DamagedError | OSError) -> str:
    """What kept a copy from being made or read, as one sentence for a person."""
    if isinstance(fault, OSError) and fault.filename:
        return f"Cannot use {fault.filename}: {fault.strerror}."
    return f"{str(fault).rstrip('.')}."


def check(file: Path, folder: Path | None = None) -> None:
    """A quick look at a whole database, and at its seal. Raises DamagedError.

    `folder` is where its copies are: one of them may have been put in its place by hand.
    """
    with closing(_open(file, _reading_mode(file))) as database:
        _insist_whole(database, file, "quick_check")
    known = {str(described(copy).get("sha256")) for copy in copies(file.stem, folder)} if folder else set()
    if found := seal.fault(file, known):
        raise DamagedError(f"{file} is damaged: {found}")


def looks_whole(file: Path, folder: Path | None = None) -> bool:
    """Whether `check` finds nothing wrong."""
    try:
        check(file, folder)
    except DamagedError:
        return False
    return True


def make(source: Path, folder: Path, now: datetime, reason: str = "") -> Path:
    """A verified copy of the database in `folder`, taken while others may write. Raises DamagedError.

    Beside it stands what was verified: its digest and the rows of every table.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = name_of(source.stem, now, reason)
    copy, beside = folder / f"{name}.sqlite3", folder / f"{name}.part"
    try:
        _copy(source, beside)
        _describe(beside, copy.with_suffix(".json"), now, reason)
        beside.replace(copy)
    finally:
        beside.unlink(missing_ok=True)
    _sync(folder)
    if not reason:
        thin_out(source.stem, folder, now)
    return copy


def name_of(stem: str, now: datetime, reason: str = "") -> str:
    """What a copy made now is called, without its ending."""
    return f"{stem}-{now.astimezone(UTC):{_STAMP}}{'-' if reason else ''}{reason}"


def newest(stem: str, folder: Path, ending: str = _ENDING) -> Path | None:
    """The latest verified copy of the database of that name."""
    return max(copies(stem, folder, ending), key=_made_at, default=None)


def newest_good(stem: str, folder: Path) -> Path | None:
    """The latest copy of the database of that name that is still what it was when it was made."""
    return next(good_copies(stem, folder), None)


def good_copies(stem: str, folder: Path) -> Iterator[Path]:
    """The copies of the database of that name, newest first, each read back just now."""
    for copy in sorted(copies(stem, folder), key=_made_at, reverse=True):
        with suppress(DamagedError):
            verify(copy)
            yield copy


def copies(stem: str, folder: Path, ending: str = _ENDING) -> list[Path]:
    """All copies of the database of that name, those with a description only."""
    return [
        file
        for file in folder.glob(f"{stem}-*{ending}")
        if file.with_suffix(".json").exists() and _made_at(file) > datetime.min.replace(tzinfo=UTC)
    ]


def verify(copy: Path) -> None:
    """Read a whole copy back and hold it against what was said of it. Raises DamagedError."""
    with closing(_open(copy)) as database:
        _insist_whole(database, copy, "integrity_check")
        if "django_migrations" not in _rows(database):
            raise DamagedError(f"{copy} is a database, but not one of Afterword’s.")
    if described(copy).get("sha256", _digest(copy)) != _digest(copy):
        raise DamagedError(f"{copy} has changed since it was made.")


def restore(copy: Path, target: Path, folder: Path, now: datetime) -> Path | None:
    """Make the database what the copy holds; returns where what it replaced is kept. Raises DamagedError.

    The copy is verified first. Readers of the running site see the old state or the new one, never a mix.
    """
    verify(copy)
    kept = _keep(target, folder, now)
    beside = target.with_name(f"{target.name}.part")
    try:
        _copy(copy, beside)
        if target.exists() and looks_whole(target, folder):
            with closing(_open(beside)) as source, closing(_open(target, "rw")) as database:
                source.backup(database)
        else:
            _remove_journals(target)
            seal.take_off(target)
            beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    _sync(target.parent)
    return kept


def described(copy: Path) -> dict[str, Any]:
    """What was said of a copy when it was made: `sha256`, `rows` of each table, `made_at`, `reason`."""
    try:
        return dict(json.loads(copy.with_suffix(".json").read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return {}


def thin_out(stem: str, folder: Path, now: datetime, ending: str = _ENDING) -> None:
    """Remove the copies nobody would go back to. Those made for a reason stay 30 days."""
    routine = {file for file in copies(stem, folder, ending) if file.stem.count("-") == 1}
    keep = kept({_made_at(file) for file in routine}, now)
    for file in copies(stem, folder, ending):
        if _made_at(file) not in keep and (file in routine or _made_at(file) < now - _FOR_A_REASON):
            file.unlink(missing_ok=True)
            file.with_suffix(".json").unlink(missing_ok=True)


def kept(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which copies stay: the three newest, the last of each of 7 days, 4 weeks and 12 months (UTC)."""
    newest_first = sorted(moments, reverse=True)
    keep = set(newest_first[:_NEWEST])
    for count, period in ((_DAYS, "%Y-%m-%d"), (_WEEKS, "%G-%V"), (_MONTHS, "%Y-%m")):
        last_of: dict[str, datetime] = {}
        for moment in newest_first:
            last_of.setdefault(format(moment.astimezone(UTC), period), moment)
        keep |= set(list(last_of.values())[:count])
    # A clock that went back must not make today's copies look old.
    return keep | {moment for moment in newest_first if moment > now}


def _copy(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with (
            closing(_open(source, _reading_mode(source))) as database,
            closing(_open(target, "rw")) as copy,
        ):
            database.backup(copy)
            # One file that says everything: no journal of its own to be left behind.
            copy.execute("PRAGMA journal_mode=DELETE")
            _insist_whole(copy, source, "integrity_check")
    except sqlite3.DatabaseError as fault:
        raise DamagedError(f"{source} cannot be copied: {fault}") from fault
    with target.open("rb") as written:
        os.fsync(written.fileno())


def _describe(copy: Path, description: Path, now: datetime, reason: str) -> None:
    with closing(_open(copy)) as database:
        rows = _rows(database)
    said = {
        "made_at": now.astimezone(UTC).isoformat(),
        "reason": reason,
        "sha256": _digest(copy),
        "rows": rows,
    }
    description.write_text(json.dumps(said, indent=2), encoding="utf-8")


def _keep(target: Path, folder: Path, now: datetime) -> Path | None:
    if not target.exists():
        return None
    if looks_whole(target, folder):
        with suppress(DamagedError):
            return make(target, folder, now, "before-restore")
    # What is damaged is moved away as it is: somebody may still get something out of it.
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return target.rename(folder / f"{target.stem}-{now.astimezone(UTC):{_STAMP}}-damaged.bin")


def _insist_whole(database: sqlite3.Connection, file: Path, pragma: str) -> None:
    try:
        verdict = [row[0] for row in database.execute(f"PRAGMA {pragma}")]
        strays = database.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as fault:
        raise _told(file, fault) from fault
    except UnicodeDecodeError as fault:
        # The check names what it found, and the name is damaged too.
        raise DamagedError(f"{file} is damaged: a name in it cannot be read") from fault
    if verdict != ["ok"]:
        raise DamagedError(f"{file} is damaged: {' '.join(verdict[0].split())}")
    if strays:
        raise DamagedError(f"{file} is damaged: {len(strays)} rows point to rows that are gone")


def _told(file: Path, fault: sqlite3.DatabaseError) -> DamagedError:
    if getattr(fault, "sqlite_errorname", "SQLITE_CORRUPT").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DamagedError(f"{file} is damaged: {fault}")
    return UnreadableError(f"{file} cannot be read: {fault}")


def _rows(database: sqlite3.Connection) -> dict[str, int]:
    names = [
        row[0]
        for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    ]
    return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def _open(file: Path, mode: str = "ro") -> sqlite3.Connection:
    if not file.is_file():
        raise DamagedError(f"{file} is a folder" if file.is_dir() else f"There is no file {file}")
    if not os.access(file, os.R_OK):
        raise UnreadableError(f"{file} may not be read by you. Let it be read and written by you")
    try:
        return sqlite3.connect(f"{file.absolute().as_uri()}?mode={mode}", uri=True, timeout=20)
    except sqlite3.DatabaseError as fault:
        raise DamagedError(f"{file} cannot be opened: {fault}") from fault


def _reading_mode(file: Path) -> str:
    """How to open a database only to read it: where a writer was killed, SQLite first takes back its half."""
    return "rw" if os.access(file, os.W_OK) and os.access(file.parent, os.W_OK) else "ro"


def _remove_journals(file: Path) -> None:
    for ending in ("-journal", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _made_at(copy: Path) -> datetime:
    stamp = copy.stem.split("-")[1] if "-" in copy.stem else ""
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _sync(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
