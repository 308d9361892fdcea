"""Why a file cannot be taken, and that somebody said stop.

Pure, and light: pages need it that read no file.
"""

from __future__ import annotations


class UnknownFileError(ValueError):
    """The file cannot be read as what it should be. `code` says why; `words` turns it into a sentence."""

    def __init__(self, code: str, value: str = "") -> None:
        super().__init__(code)
        self.code, self.value = code, value


class StoppedError(Exception):
    """Somebody said stop, and nothing was kept."""
