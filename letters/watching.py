"""The mailbox, looked at every few minutes while the site runs."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

from django.db import DatabaseError, connection
from django.utils import timezone

from candidacy.speaking import in_my_language
from letters import account as accounts
from letters.inbox import MailboxError, look
from letters.sent_folder import look_up

if TYPE_CHECKING:
    import threading

    from letters.account import State

EVERY = dt.timedelta(minutes=5)
# After one failure the next try waits twice as long, and so on up to this.
LONGEST_PAUSE = dt.timedelta(hours=1)
# How often it is seen whether a look is due, in seconds: a mailbox just set up is looked at soon.
_TURN = 15


def is_due(state: State, now: dt.datetime) -> bool:
    """Whether it is time for a look. What another try cannot help waits until the settings change."""
    if state.fault and not state.again:
        return False
    last = max(state.looked_at, state.failed_at)
    if not last:
        return True
    since = now - dt.datetime.fromisoformat(last)
    pause = min(EVERY * 2 ** min(state.failures, 10), LONGEST_PAUSE)
    # A clock that was set back must not stop the looks until it catches up.
    return since >= pause or since < -EVERY


def watch(stop: threading.Event) -> None:
    """Look whenever it is due, until told to stop."""
    while not stop.wait(_TURN):
        account, state = accounts.load()
        if account is None or not is_due(state, timezone.now()):
            continue
        try:
            with in_my_language():
                look(account, stop)
                look_up(account)
        except MailboxError:
            # Noted beside the settings, where it can be read and put right.
            continue
        except (DatabaseError, OSError) as fault:
            # A full disk, say: the next turn tries again.
            print(f"The mail could not be stored: {fault}", file=sys.stderr, flush=True)
        finally:
            connection.close()
