"""The link to my calendar: a random word that opens the dates and nothing else, until it is ended.

It is kept in a file of the data folder, so that no export and no copy of the database holds it.
"""

from __future__ import annotations

import logging
import os
import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from pathlib import Path

PREFIX = "/calendar/"
_IN_WORDS = re.compile(rf"{PREFIX}[^\s'\"<>?#]+")


@dataclass(frozen=True)
class CalendarLink:
    """The one word of one data folder; the sample people have a word of their own."""

    file: Path

    @property
    def word(self) -> str:
        """The word; empty where there is no link."""
        try:
            return self.file.read_text(encoding="ascii").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return ""

    def fits(self, word: str) -> bool:
        """Whether this is the word. Takes as long for a wrong one as for one that is nearly right."""
        mine = self.word
        return bool(mine) and secrets.compare_digest(mine.encode(), word.encode())

    def renew(self) -> None:
        """Have a new word; the one before opens nothing any more."""
        # Written beside and renamed: there is the old one or the new one, never half of either.
        beside = self.file.with_name(f"{self.file.name}.part")
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened:
            opened.write(secrets.token_urlsafe(32))
        beside.replace(self.file)

    def end(self) -> None:
        """Have none."""
        self.file.unlink(missing_ok=True)


def calendar_link() -> CalendarLink:
    """The link of this site."""
    name = "calendar-sample" if settings.SAMPLE else "calendar"
    return CalendarLink(settings.AFTERWORD_HOME / name)


class WithoutLink(logging.Filter):
    """Keeps the word out of whatever is written in the window."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line through, with the address of a calendar cut short."""
        said = record.getMessage()
        hidden = _IN_WORDS.sub(f"{PREFIX}…", said)
        if hidden != said:
            record.msg, record.args = hidden, ()
        return True
