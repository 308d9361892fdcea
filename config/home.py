"""Where what belongs to the person lives. Standard library only: read before Django is there."""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PORT = 8765
NOTHING_YET = "Nothing is set up yet. Begin with: python3 manage.py start"


# What a first set-up that was killed may leave, and any disk.
_NOBODYS = {"lost+found", "lock", "secret_key.part"}
_SERVERS = ("postgres://", "postgresql://")
_holding: list[int] = []


class NotReadyError(Exception):
    """Something is missing or in the way. The message is one line: what it is, and what helps."""


class InTroubleError(NotReadyError):
    """The database is missing, empty or damaged, and nothing was changed. `kind` says which of the three."""

    def __init__(self, message: str, file: Path, kind: str, found: str = "") -> None:
        super().__init__(message)
        self.file, self.kind, self.found = file, kind, found or message


def folder() -> Path:
    """The data folder: AFTERWORD_HOME, else `afterword` in the platform's folder for user data."""
    chosen = os.environ.get("AFTERWORD_HOME")
    if chosen:
        return Path(chosen).expanduser().absolute()
    return _user_data() / "afterword"


def is_sample() -> bool:
    """Whether this process shows the sample people: it then never opens the person's own database."""
    return os.environ.get("AFTERWORD_SAMPLE") == "1"


def database_file() -> Path | None:
    """The SQLite database in use, or None where DATABASE_URL names a database server.

    Raises NotReadyError for an address that is neither.
    """
    if is_sample():
        return folder() / "sample.sqlite3"
    address = os.environ.get("DATABASE_URL", "")
    if not address:
        return folder() / "afterword.sqlite3"
    if address.startswith(_SERVERS):
        return None
    name = address.removeprefix("sqlite:///")
    if name in {address, ""}:
        # The rest of it may hold a password.
        raise NotReadyError(
            "A setting is not right: DATABASE_URL is to be sqlite:///FILE or postgres://USER@HOST/NAME, "
            f"not {address.split(':')[0]}:…"
        )
    return Path(name).expanduser().absolute()


def is_set_up() -> bool:
    """Whether there is something to read: a database here, or a key made for a database server."""
    file = database_file()
    return bool(secret_key()) if file is None else _size(file) > 0 and not _is_half_made(file)


def insist() -> None:
    """Raise NotReadyError where nothing is set up, or what was set up is gone (InTroubleError)."""
    file = database_file()
    if file is not None:
        _insist_not_lost(file)
    if not is_set_up():
        raise NotReadyError(NOTHING_YET)


def backups() -> Path:
    """Where the copies of the database are."""
    return folder() / "backups"


def make(*, database: bool = True) -> list[Path]:
    """Make what is missing of folder, key and (empty) database. Returns what is new, for `unmake`.

    `finish` says that the database is complete; one that was never finished is made anew. Raises
    NotReadyError where the folder belongs to something else, cannot be written, or lost its database.
    """
    new: list[Path] = []
    file = database_file()
    try:
        _make_folder(new)
        _make_key(new)
        if file is not None and database:
            _make_database(file, new)
    except OSError as error:
        unmake(new)
        raise NotReadyError(
            f"Cannot write {str(error.filename or folder()).removesuffix('.begun')}: {error.strerror}. "
            "Free some space or the folder, or name another one in AFTERWORD_HOME."
        ) from error
    return new


def finish() -> None:
    """From now on the database is never made anew, whatever happens to it."""
    file = database_file()
    if file is None:
        return
    if _name(file) not in _registered():
        _write_privately(_register(), "".join(f"{name}\n" for name in [*_registered(), _name(file)]))
    _begun(file).unlink(missing_ok=True)


def unmake(new: list[Path]) -> None:
    """Take back what `make` made in this very run, after what needed it was refused."""
    for path in reversed(new):
        if path == folder():
            _lock_file().unlink(missing_ok=True)
            if not any(path.iterdir()):
                path.rmdir()
        else:
            _remove(path)
            _strike_out(path)
            _begun(path).unlink(missing_ok=True)


def secret_key() -> str:
    """The random key of this installation, or nothing where none has been made yet."""
    try:
        return _key_file().read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""


@contextmanager
def alone() -> Iterator[None]:
    """Hold the folder while it is set up or migrated, so that two starts at once take turns."""
    if _holding:
        yield
        return
    with _lock_file().open("w") as held:
        _lock(held.fileno())
        _holding.append(held.fileno())
        try:
            yield
        finally:
            _holding.clear()


def _make_folder(new: list[Path]) -> None:
    place = folder()
    if place.is_dir():
        kept = [one for one in place.iterdir() if not one.name.startswith(".") and one.name not in _NOBODYS]
        if kept and not _key_file().exists() and not is_set_up():
            raise NotReadyError(
                f"{place} holds other things. Name a new or an empty folder in AFTERWORD_HOME."
            )
        if os.name == "posix" and place.stat().st_mode & 0o077:
            place.chmod(0o700)
        return
    place.mkdir(mode=0o700, parents=True)
    new.append(place)


def _make_key(new: list[Path]) -> None:
    if secret_key():
        return
    # Written beside and renamed: a key is there whole or not at all.
    beside = _key_file().with_name("secret_key.part")
    _write_privately(beside, secrets.token_urlsafe(48))
    beside.replace(_key_file())
    new.append(_key_file())


def _make_database(file: Path, new: list[Path]) -> None:
    _insist_not_lost(file)
    if is_set_up():
        return
    _remove(file)
    _begun(file).touch(mode=0o600)
    _write_privately(file, "")
    new.append(file)


def _insist_not_lost(file: Path) -> None:
    """An empty database in the place of one that held something would hide that it is lost."""
    if _size(file) or not _was_made(file):
        return
    kind = "empty" if file.exists() else "gone"
    message = (
        f"The database {file} is {kind}, and {'a new' if kind == 'empty' else 'an empty'} one would hide "
        f"that. Put the file back, or bring back a copy from {backups()}: python3 manage.py restore FILE"
    )
    raise InTroubleError(message, file, kind)


def _is_half_made(file: Path) -> bool:
    """Whether a first set-up began here and was killed: nobody has seen a page of it."""
    return _begun(file).exists() and not _was_made(file)


def _was_made(file: Path) -> bool:
    """Whether a database of that name was ever complete here, by the list or by a copy of it."""
    return _name(file) in _registered() or any(backups().glob(f"{file.stem}-*.sqlite3"))


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _registered() -> list[str]:
    """The names of the databases ever made here: one that is missing was lost, it is not new."""
    try:
        return _register().read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []


def _strike_out(file: Path) -> None:
    names = _registered()
    if _name(file) not in names:
        return
    left = [name for name in names if name != _name(file)]
    if left:
        _write_privately(_register(), "".join(f"{name}\n" for name in left))
    else:
        _register().unlink()


def _remove(file: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm", ".seal"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _name(file: Path) -> str:
    return file.name if file.parent == folder() else str(file)


def _register() -> Path:
    return folder() / "databases"


def _begun(file: Path) -> Path:
    """There while the first set-up of that database has not come to its end."""
    return file.with_name(f"{file.name}.begun")


def _lock_file() -> Path:
    return folder() / "lock"


def _key_file() -> Path:
    return folder() / "secret_key"


def _write_privately(file: Path, text: str) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX)


def _user_data() -> Path:
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
