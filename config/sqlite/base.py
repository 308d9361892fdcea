"""Django’s SQLite, whose connections are kept from request to request as long as the file is the same.

Each opening reads the whole schema anew, and what was prepared is forgotten at each close: 2 to 3 ms of every
page. What made closing safe still holds: a file that was put in the place of another, or taken away, is
noticed at the next request, and what was read lies in the memory no longer than the request.

Where connections are kept is for `config.settings.sqlite_at` to say.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that is closed between requests where it met an error, or where its file is another."""

    _opened: tuple[int, ...] | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection, and which file it is of."""
        # Looked at before it is opened: where it is replaced between the two, the next request notices.
        self._opened = self._file()
        return super().get_new_connection(conn_params)

    def close_if_unusable_or_obsolete(self) -> None:
        """Django asks for this before and after each request."""
        if self.connection is None or self.in_atomic_block:
            return
        if self._opened is None or self._opened != self._file():
            self.close()
            return
        super().close_if_unusable_or_obsolete()
        if self.connection is not None:
            # Up to 2 MB of pages for each thread; the operating system has them at hand all the same.
            self.connection.execute("PRAGMA shrink_memory")

    def is_usable(self) -> bool:
        """Asked of a connection that met an error: whatever it was, the next request opens the file anew."""
        return False

    def rollback(self) -> None:
        """As Django does it, which forgets the error that led to it."""
        met = self.errors_occurred
        super().rollback()
        self.errors_occurred = met

    def _file(self) -> tuple[int, ...] | None:
        """Which file there is by that name, and whether it may be written to; None where there is none.

        SQLite opens a file that it may not write to all the same, and such a connection never writes.
        """
        name = str(self.settings_dict["NAME"])
        path = url2pathname(urlsplit(name).path) if name.startswith("file:") else name
        with suppress(OSError):
            found = Path(path).stat()
            return found.st_dev, found.st_ino, found.st_mode, os.access(path, os.W_OK)
        return None
