"""The sites that run on this computer right now: where each listens, and links into it."""

from __future__ import annotations

import json
import socket
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from config import home
from desk import tickets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Site:
    """A running Afterword: where it listens, and whether it shows sample people."""

    host: str
    port: int
    sample: bool = False
    # Where something in front encrypts: the address people type, without a slash at its end.
    public: str = ""

    @property
    def address(self) -> str:
        """What to type in a browser."""
        if self.public:
            return f"{self.public}/"
        name = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{name}:{self.port}/"

    def link(self) -> str:
        """A fresh address that signs one browser in, once."""
        return f"{self.address}signin/{tickets.links(home.folder()).issue()}/"

    def answers(self) -> bool:
        """Whether something listens there."""
        with suppress(OSError), socket.create_connection((self.host, self.port), timeout=1):
            return True
        return False


@contextmanager
def announced(site: Site) -> Iterator[None]:
    """Leave word where this site listens, for `link`."""
    note = _notes_folder() / f"{site.port}.json"
    note.parent.mkdir(mode=0o700, exist_ok=True)
    note.write_text(json.dumps(asdict(site)), encoding="utf-8")
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def running() -> list[Site]:
    found = []
    for note in _notes_folder().glob("*.json"):
        with suppress(OSError, ValueError, TypeError):
            site = Site(**json.loads(note.read_text(encoding="utf-8")))
            if site.answers():
                found.append(site)
    return found


def _notes_folder() -> Path:
    return home.folder() / "running"
