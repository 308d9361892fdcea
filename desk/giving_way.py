"""Much that is written in several transactions leaves room for whoever else writes."""

from __future__ import annotations

import time

# SQLite wakes nobody: whoever waits looks every tenth of a second whether it is their turn.
_PAUSE = 0.02


def give_way() -> None:
    """Between two transactions: let whoever waits to write have a turn."""
    time.sleep(_PAUSE)
