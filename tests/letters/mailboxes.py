"""The mailboxes of tests/data/mail, with what is expected of each message taken out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from letters.mailbox import messages

FOLDER = Path(__file__).resolve().parent.parent / "data" / "mail"
DEVELOPED = ("conversations", "machines", "bounces", "refusals", "invitations")
HELD_OUT = ("held_out",)
_EXPECT = re.compile(rb"(?m)^X-Expect: (.*)\n")


@dataclass(frozen=True)
class Expected:
    """One message and what should become of it. `answers` and `person` only where they are said."""

    where: str
    raw: bytes
    kind: str
    candidacy: str
    # sure, asked or nothing
    placed: str
    person: str | None
    answers: str
    on: str
    asks: bool


def expected(names: tuple[str, ...]) -> list[Expected]:
    """Every message of these mailboxes."""
    return [
        _one(f"{name} {n}", raw)
        for name in names
        for n, raw in enumerate(messages((FOLDER / f"{name}.mbox").read_bytes()), 1)
    ]


def _one(where: str, raw: bytes) -> Expected:
    said = _EXPECT.search(raw)
    assert said, where
    kind, *rest = said[1].decode().split("; ")
    told = dict(one.split("=") for one in rest if "=" in one)
    placed = next(one for one in rest if one in ("sure", "asked", "nothing"))
    return Expected(
        where=where,
        raw=_EXPECT.sub(b"", raw, count=1),
        kind=kind,
        candidacy=told.get("at", ""),
        placed=placed,
        person=told.get("who"),
        answers=told.get("answers", ""),
        on=told.get("on", ""),
        asks="asks" in rest,
    )
