"""A file that is read where it is asked for: a large export is never in memory as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class OnDisk:
    """The bytes of a file that stays as it is while it is read. Raises OSError where it cannot be."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._size = file.stat().st_size

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, part: slice) -> bytes:
        start, stop, _ = part.indices(self._size)
        with self._file.open("rb") as opened:
            opened.seek(start)
            return opened.read(max(0, stop - start))
