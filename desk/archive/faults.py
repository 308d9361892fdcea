"""What is wrong with an archive, said with its place in the file, each on one line.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass

FAULTS_SHOWN = 20
QUOTED = 40


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, and where: a path such as companies[0].people[2].name."""

    place: str
    sentence: str

    def __str__(self) -> str:
        return visible(f"{self.place}: {self.sentence}" if self.place else self.sentence)


def visible(words: str) -> str:
    """The words on one line: line breaks, half characters and orders to a terminal are spelled out."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in words)


class ArchiveRefusedError(Exception):
    """The text is no archive that can be taken whole; `faults` says where and why."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        more = len(faults) - FAULTS_SHOWN
        shown = "; ".join(str(fault) for fault in faults[:FAULTS_SHOWN])
        super().__init__(shown + (f"; and {more} more" if more > 0 else ""))


def quoted(value: object) -> str:
    """What stands there, in quotes, cut where it is long."""
    words = str(value)
    return f"“{words[:QUOTED]}…”" if len(words) > QUOTED + 1 else f"“{words}”"
