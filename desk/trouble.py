"""When the disk or the data file fails under a page: what happened, what helps, and what was typed, kept.

A middleware, because any page may be the one that meets a full disk.
"""

from __future__ import annotations

import errno
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

# Never shown again, and never sent again by the page.
_SECRET = frozenset({"csrfmiddlewaretoken", "passphrase", "password"})
_LOG = logging.getLogger("afterword")


@dataclass(frozen=True)
class Trouble:
    """What is wrong with the place where the records are kept, and what helps."""

    heading: str
    remedy: str


_FULL = Trouble(
    gettext_noop("The disk is full"),
    gettext_noop(
        "Nothing more can be stored until you free some space. Everything stored "
        "before is safe and can be read."
    ),
)
_READ_ONLY = Trouble(
    gettext_noop("The data file cannot be written"),
    gettext_noop(
        "It can be read, but the system lets nobody change it. Make the file and its folder writable for you."
    ),
)
_GONE = Trouble(
    gettext_noop("The data file is not where it was"),
    gettext_noop("Put it back, and go on here. No new one is made: it would hide that yours is missing."),
)
_DAMAGED = Trouble(
    gettext_noop("The data file is damaged"),
    gettext_noop(
        "Nothing was changed. End Afterword in its window and start it again: it "
        "checks the file and names your last good copy."
    ),
)
_BUSY = Trouble(
    gettext_noop("The data file is busy"),
    gettext_noop(
        "Another program has kept it for more than twenty seconds. Close that program, then try again."
    ),
)
_FAILING = Trouble(
    gettext_noop("The disk does not answer as it should"),
    gettext_noop(
        "What was stored before may still be fine. Copy your data folder to another disk first of all."
    ),
)

_AWAY = Trouble(
    gettext_noop("The database server does not answer"),
    gettext_noop("See that it runs, and that DATABASE_URL names it rightly; then go on here."),
)
_NOT_MINE = Trouble(
    gettext_noop("The database cannot be written"),
    gettext_noop("It can be read, but the server lets nobody change it. Ask whoever looks after it."),
)
_KEPT = Trouble(
    gettext_noop("The database is busy"),
    gettext_noop("Something else has kept it for more than twenty seconds. Wait for that, then try again."),
)

# The first names of SQLite’s result codes (sqlite.org/rescode.html).
_BY_CODE = {
    "SQLITE_FULL": _FULL,
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_CANTOPEN": _GONE,
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": _DAMAGED,
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_IOERR": _FAILING,
}
# PostgreSQL’s codes, or the classes they begin with (postgresql.org/docs/current/errcodes-appendix.html).
_BY_STATE = {
    "08": _AWAY,
    "57P": _AWAY,
    "53100": _FULL,
    "58030": _FAILING,
    "25006": _NOT_MINE,
    "42501": _NOT_MINE,
    "55P03": _KEPT,
    "40001": _KEPT,
    "40P01": _KEPT,
}
_BY_ERRNO = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EIO: _FAILING,
}


class Troubles:
    """Answers with a page that explains, where otherwise there would be a fault nobody understands."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """The page for a fault of the disk or the data file; None leaves any other fault alone."""
        trouble = trouble_of(fault)
        if trouble is None:
            return None
        _LOG.error("%s: %s (%s)", trouble.heading, settings.DATABASE_FILE, fault)
        if "HX-Request" in request.headers:
            # The page stays as it is, with all that is typed in it.
            return HttpResponse(
                f"{_(trouble.heading)}. {_(trouble.remedy)}", status=503, content_type="text/plain"
            )
        words = {"trouble": trouble, "file": settings.DATABASE_FILE, "typed": _typed(request)}
        return render(request, "desk/trouble.html", words, status=503)


def trouble_of(fault: BaseException) -> Trouble | None:
    """What is wrong where the records are kept; None where the fault is of another sort."""
    if isinstance(fault, DatabaseError):
        return _of_database(fault.__cause__)
    return _BY_ERRNO.get(fault.errno or 0) if isinstance(fault, OSError) else None


def _of_database(cause: BaseException | None) -> Trouble | None:
    """By what the driver says: SQLite’s names its code, PostgreSQL’s has none where nobody answered it."""
    named = getattr(cause, "sqlite_errorname", "")
    if found := next((trouble for name, trouble in _BY_CODE.items() if named.startswith(name)), None):
        return found
    state = getattr(cause, "sqlstate", "")
    if state is None and type(cause).__name__ == "OperationalError":
        return _AWAY
    return next((trouble for start, trouble in _BY_STATE.items() if state and state.startswith(start)), None)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What the person had typed or chosen, name and value, so that it can be sent again."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in _SECRET
        for value in values
        if isinstance(value, str)
    ]
