"""What a file holds, wherever it lies: it is asked for piece by piece.

Pure.
"""

from __future__ import annotations

from typing import Protocol


class Content(Protocol):
    """Bytes by their places. `bytes` are such, and what lies on disk (`desk.moving_in.on_disk`)."""

    def __len__(self) -> int: ...

    def __getitem__(self, part: slice, /) -> bytes: ...
