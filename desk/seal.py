"""What a database file held when it was last left in good order, to see whether it changed by itself since.

SQLite’s own checks look at the shape of the file and miss most changed bytes of what is in it. The seal is a
digest, kept with the file’s change counter: every transaction moves the counter, so that a digest is
compared only where nobody wrote since. It is put on after those checks found nothing, and names the SQLite
that made them: of the same bytes it would say the same again. Standard library only.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

# The header of a database file, as sqlite.org/fileformat.html has it.
_HEADER = 100
_MAGIC = b"SQLite format 3\0"
_WAL = b"\2\2"


@dataclass(frozen=True)
class Seal:
    """The change counter of a database, the digest of all its bytes, and which SQLite found them whole."""

    counter: int
    sha256: str
    # Earlier versions of Afterword did not look before they sealed.
    sqlite: str = ""


def put_on(file: Path, looks_whole: Callable[[Path], bool]) -> None:
    """Seal a database that this process has let go of, if anything was written since the last time.

    Where somebody writes, or where it does not look whole, it is left without a seal: the next start looks
    through all of it.
    """
    _settle(file)
    header, said = _header(file), _said(file)
    if header and said and _counter(header) == said.counter and not _is_to_be_renewed(said, file):
        return
    take_off(file)
    seal = _seal(file)
    if header is None or seal is None or _fault_of(header, file.stat().st_size):
        return
    # After the digest was taken: what changes from now on by itself is not what it says.
    if not looks_whole(file):
        return
    beside = _place(file).with_name(f"{_place(file).name}.part")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened:
        json.dump(asdict(seal), opened)
    beside.replace(_place(file))


def _is_to_be_renewed(said: Seal, file: Path) -> bool:
    """Whether another SQLite has to look at the same bytes. A file that changed by itself keeps its seal."""
    return said.sqlite != sqlite3.sqlite_version and said.sha256 == _digest(file)


def take_off(file: Path) -> None:
    """Remove the seal, before the file is made another one."""
    _place(file).unlink(missing_ok=True)


def is_whole(file: Path) -> bool:
    """Whether each byte is as it was when this SQLite found them whole. False where nobody can tell."""
    said = _said(file)
    return said is not None and said == _seal(file, said.counter)


def fault(file: Path, known: Collection[str] = ()) -> str:
    """What is wrong with the file as such, in a few words; empty where nothing is, or where somebody writes.

    `known` are the digests of copies: one that was put in the file’s place by hand is no damage.
    """
    header = _header(file)
    if header is None:
        return ""
    if found := _fault_of(header, file.stat().st_size):
        # Between two looks somebody may have written.
        return found if header == _header(file) else ""
    said = _said(file)
    now = _seal(file, said.counter) if said else None
    if said is None or now is None or now.sha256 in {said.sha256, *known}:
        return ""
    return "its content is not what it was when Afterword was last ended, and no program wrote to it"


def _fault_of(header: bytes, size: int) -> str:
    if header[:16] != _MAGIC:
        return "it does not begin as a database does"
    if header[24:28] != header[92:96]:
        return "the two counters in its header differ"
    page = int.from_bytes(header[16:18])
    due = (65_536 if page == 1 else page) * int.from_bytes(header[28:32])
    return "" if size == due else f"it should be {due} bytes long and is {size}"


def _settle(file: Path) -> None:
    """Take a database out of WAL mode: there the counter would not tell every transaction.

    It goes back to WAL when it is next opened. Where another program has it open, it stays as it is.
    """
    header = _header(file)
    if header and header[18:20] == _WAL:
        with (
            suppress(sqlite3.DatabaseError),
            closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, timeout=1)) as database,
        ):
            database.execute("PRAGMA journal_mode=DELETE")


def _seal(file: Path, counter: int | None = None) -> Seal | None:
    """The seal the file would get now; None where somebody writes, or where the counter is not `counter`."""
    before = _header(file)
    if before is None or before[18:20] == _WAL:
        return None
    if counter not in {None, _counter(before)}:
        return None
    digest = _digest(file)
    return Seal(_counter(before), digest, sqlite3.sqlite_version) if before == _header(file) else None


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _header(file: Path) -> bytes | None:
    """The first bytes of a file that nobody is writing to, else None."""
    try:
        with file.open("rb") as opened:
            header = opened.read(_HEADER)
    except FileNotFoundError:
        return None
    return None if _is_being_written(file) else header.ljust(_HEADER, b"\0")


def _is_being_written(file: Path) -> bool:
    """Whether a transaction is on its way, or was when its program was killed."""
    for ending in ("-journal", "-wal"):
        with suppress(FileNotFoundError):
            if file.with_name(file.name + ending).stat().st_size:
                return True
    return False


def _counter(header: bytes) -> int:
    return int.from_bytes(header[24:28])


def _said(file: Path) -> Seal | None:
    try:
        return Seal(**json.loads(_place(file).read_text(encoding="ascii")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def _place(file: Path) -> Path:
    return file.with_name(f"{file.name}.seal")
