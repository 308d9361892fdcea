"""Messages as the commands tell them: one entry each, in the words of the outer contract."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from candidacy.zones import zone
from letters.models import MailKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters.models import Message


def as_json(rows: Sequence[Message], time_zone: str) -> dict[str, Any]:
    """Each message in the words of the contract; moments in my own zone."""
    return {"messages": [_entry(row, time_zone) for row in rows]}


def _entry(row: Message, time_zone: str) -> dict[str, Any]:
    place = row.candidacy
    return {
        "message_id": _as_written(row.identity),
        "from": row.sender_email,
        "subject": row.subject,
        "at": row.at.astimezone(zone(time_zone)).isoformat(),
        "kind": row.kind,
        "candidacy": {"company": place.company.name, "role": place.role} if place else None,
        "person": row.person.name if row.person else None,
        "answers": row.answers.key if row.answers else None,
        "sure": row.sure,
        "why": row.why,
        "decision_on": row.decision_on.isoformat() if row.decision_on else None,
        "needs_reply": row.needs_reply,
    }


def _as_written(identity: str) -> str:
    """A Message-ID as it stands in its header and in an archive; a digest as it is."""
    return identity if identity.startswith("sha256:") else f"<{identity}>"


def as_text(rows: Sequence[Message]) -> str:
    """How many there were, what became of them, and each that was placed or is asked about."""
    lines = [f"  {_line(row)}" for row in rows if row.candidacy]
    return "\n".join([summary(**counted(rows)), *lines])


def counted(rows: Sequence[Message]) -> dict[str, int]:
    """How many are placed, asked about, and not about the search."""
    count = Counter("none" if not row.candidacy else "placed" if row.settled_at else "asked" for row in rows)
    return {what: count[what] for what in ("placed", "asked", "none")}


def summary(*, placed: int, asked: int, none: int) -> str:
    """“12 messages: 3 placed, 2 to be asked about on Today, 7 not about your search.”"""
    total = placed + asked + none
    many = f"{total} message{'' if total == 1 else 's'}"
    return f"{many}: {placed} placed, {asked} to be asked about on Today, {none} not about your search."


def _line(row: Message) -> str:
    what = MailKind(row.kind).label
    mark = "" if row.settled_at else "?"
    return (
        f"{row.at:%Y-%m-%d}  {row.candidacy}{mark}  {what}: {row.sender_name or row.sender_email}. {row.why}"
    )
