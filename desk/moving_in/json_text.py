"""JSON that is read value after value, and never held as a whole.

Pure.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# Commas part values and mean nothing else.
_BETWEEN = re.compile(r"[\s,]*")


class Json:
    """JSON text that comes in pieces. Whoever reads it says what has to follow."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._decoder = json.JSONDecoder()
        self._text, self._place = "", 0

    def following(self) -> str:
        """The next character that says something. Raises ValueError where there is none."""
        while True:
            if found := _BETWEEN.match(self._text, self._place):
                self._place = found.end()
            if self._place < len(self._text):
                return self._text[self._place]
            if not self._more():
                raise ValueError("It ends too early.")

    def take(self, character: str) -> None:
        """Go on behind that character, which has to be the next. Raises ValueError."""
        if self.following() != character:
            raise ValueError(f"No {character} where one is due.")
        self._place += 1

    def value(self) -> Any:
        """The next value, whole. Raises ValueError, or RecursionError where it is nested too deeply."""
        self.following()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._place)
            except ValueError:
                if self._more():
                    continue
                raise
            if end < len(self._text):
                self._place = end
                return value
            # It reaches the end of what is there, where a number may go on.
            if not self._more():
                self._place = len(self._text)
                return value

    def _more(self) -> bool:
        """Read on, by as much as waits already: a value as long as the file is read in a few steps."""
        rest = self._text[self._place :]
        fresh: list[str] = []
        size = 0
        for piece in self._pieces:
            fresh.append(piece)
            size += len(piece)
            if size >= len(rest):
                break
        self._text, self._place = rest + "".join(fresh), 0
        return bool(size)
