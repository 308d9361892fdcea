"""Brings the data folder and its database to where work can begin, and leaves them in good order.

Where something is in the way, that is said, and nothing new stays behind.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from config import home
from desk import backup, seal

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

_LOOK_EVERY = timedelta(hours=1)
# A server’s records are copied daily, and not again at each start of a day.
_LONG_ENOUGH = timedelta(hours=12)


def set_up(*, fill: Callable[[], None] | None = None, load: Callable[[], None] | None = None) -> list[Path]:
    """Have folder, key and a whole database of this version’s schema. Returns what is new.

    `fill` gives a new database its first rows: it counts as made only with them. `load` imports what will
    work on the database. Raises NotReadyError.
    """
    from config import commands

    new = home.make(database=False)
    done = False
    try:
        with home.alone():
            new += home.make()
            is_new = home.database_file() in new
            _load_beside_a_look(load or commands.set_up_django, is_new=is_new)
            from config import schema

            schema.bring_up_to_date()
            if is_new and fill:
                fill()
            home.finish()
        done = True
    finally:
        if not done:
            commands.let_go()
            home.unmake(new)
    return new


def _load_beside_a_look(load: Callable[[], None], *, is_new: bool) -> None:
    """Import what touches no database yet, while all of the database is read, unless it is new."""
    with ThreadPoolExecutor(1) as beside:
        looked = None if is_new else beside.submit(insist_whole)
        load()
        if looked:
            looked.result()


def insist_whole() -> None:
    """Raise InTroubleError where the database is damaged, before anything else touches it.

    One that is byte for byte what it was when it was left was looked through then.
    """
    file = home.database_file()
    if file is None or seal.is_whole(file):
        return
    try:
        backup.check(file, home.backups())
    except backup.UnreadableError as fault:
        raise home.NotReadyError(f"{backup.told(fault)} Nothing was changed.") from fault
    except backup.DamagedError as fault:
        found = str(fault).removeprefix(f"{file} is damaged: ")
        raise home.InTroubleError(f"{backup.told(fault)} {way_back(file)}", file, "damaged", found) from fault


def way_back(file: Path) -> str:
    """What to do about a damaged database, in a sentence."""
    copy = backup.newest_good(file.stem, home.backups())
    if copy is None:
        return "Nothing was changed, and there is no copy to go back to."
    return f"Nothing was changed. The last good copy: python3 manage.py restore {copy}"


def leave() -> None:
    """Seal the database, at the end of a program that has let go of it."""
    file = home.database_file()
    if file is not None:
        with suppress(OSError):
            seal.put_on(file, backup.looks_whole)


def look_after(stop: threading.Event) -> None:
    """Do what is due at the start, hourly and daily, for a site that is never ended, until told to stop."""
    done = None
    _read_words()
    while True:
        # By the calendar: a computer that slept for a night has missed nothing.
        today = datetime.now().astimezone().date()
        if today != done:
            keep_a_copy()
            _forget_the_old()
            done = today
        _read_feeds(stop)
        if stop.wait(_LOOK_EVERY.total_seconds()):
            return


def keep_a_copy() -> None:
    """Back the database up, when anything changed since the last copy."""
    from desk import copying

    now = datetime.now(UTC)
    try:
        if not _has_copy(copying.newest(), now):
            copying.make(now)
    except (backup.DamagedError, OSError) as fault:
        print(f"No copy of your data could be made. {backup.told(fault)}", file=sys.stderr, flush=True)


def _has_copy(last: Path | None, now: datetime) -> bool:
    """Whether the last copy is of today’s records. A server does not say when it was written to last."""
    # A copy from a day to come says nothing of today: the clock was set back.
    if last is None or last.stat().st_mtime > now.timestamp():
        return False
    file = home.database_file()
    since = (now - _LONG_ENOUGH).timestamp() if file is None else file.stat().st_mtime
    return since <= last.stat().st_mtime


def _read_feeds(stop: threading.Event) -> None:
    """Read the company news that is due; nothing goes out where no company has a feed."""
    from django.db import DatabaseError, connection

    from candidacy import feeds
    from candidacy.speaking import in_my_language

    try:
        with in_my_language():
            feeds.look_at_due(lambda: datetime.now(UTC), stop.is_set)
    except DatabaseError as fault:
        print(f"The news could not be looked at: {fault}", file=sys.stderr, flush=True)
    finally:
        connection.close()


def _read_words() -> None:
    """Have search know all that is recorded, so that the first one is quick: after an update it is a lot."""
    from django.db import DatabaseError, connection

    from desk import search

    try:
        search.catch_up()
    except DatabaseError as fault:
        print(f"Search could not be brought up to date: {fault}", file=sys.stderr, flush=True)
    finally:
        connection.close()


def _forget_the_old() -> None:
    """Let go of what has been in the trash for its 30 days."""
    from django.db import DatabaseError, connection

    from candidacy import trash
    from config import commands

    try:
        trash.forget_old(datetime.now(UTC))
    except DatabaseError as fault:
        print(f"The trash could not be looked through. {commands.told(fault)}", file=sys.stderr, flush=True)
    finally:
        connection.close()
