"""One invitation as it was understood.

Pure.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from candidacy import zones

if TYPE_CHECKING:
    import datetime as dt


class UnreadableError(ValueError):
    """No invitation can be read from it; the message says why, in one sentence."""


class Role(Enum):
    """What somebody, or something, is in an invitation."""

    GUEST = "guest"
    ORGANISER = "organiser"
    ROOM = "room"


@dataclass(frozen=True)
class Guest:
    """Somebody or something that was invited; the address in lower case, empty where none was given."""

    name: str
    email: str
    role: Role = Role.GUEST
    # Another sent it in the organiser's name.
    by_proxy: bool = False
    # What stood in brackets behind the name.
    aside: str = ""


@dataclass(frozen=True)
class When:
    """A moment as it was written: local in a zone, local without one, or a moment of its own.

    `zone` is an IANA name; empty where none was given or none is known by it.
    """

    local: dt.datetime
    zone: str = ""
    moment: dt.datetime | None = None

    @property
    def is_sure(self) -> bool:
        """Whether it means one moment: not where a zone is missing or the clocks change over it."""
        return self.in_utc is not None

    @property
    def in_utc(self) -> dt.datetime | None:
        """The moment it means; None where that has to be asked."""
        if self.moment is not None:
            return self.moment
        if not self.zone:
            return None
        try:
            return zones.to_utc(self.local, self.zone)
        except (ValueError, OverflowError):
            return None


@dataclass(frozen=True)
class Invitation:
    """One event of a file, or what a message says of one."""

    # The event's own id, with its day where it is one of a series; empty for none.
    uid: str
    title: str
    starts: When
    ends: When | None = None
    sequence: int = 0
    stamp: dt.datetime | None = None
    channel: str = "video"
    place: str = ""
    guests: tuple[Guest, ...] = ()
    cancelled: bool = False
    repeats: bool = False
    text: str = ""
    # What it can be read from again: this event and nothing else.
    source: str = ""

    @property
    def known_by(self) -> str:
        """Its id, or one made of what it says, so that the same text twice is one invitation."""
        if self.uid:
            return self.uid
        said = f"{self.starts.local.isoformat()}|{self.starts.zone}|{self.place}|{self.title}"
        return f"text-{hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()[:32]}"

    def in_zone(self, zone: str) -> Invitation:
        """The invitation with its local times meant in that zone, where it names none itself."""
        ends = self.ends and _in_zone(self.ends, zone)
        return replace(self, starts=_in_zone(self.starts, zone), ends=ends)

    def is_newer_than(self, sequence: int, stamp: dt.datetime | None) -> bool:
        """Whether it follows what is known, by RFC 5546: the higher sequence, then the later stamp."""
        if self.sequence != sequence:
            return self.sequence > sequence
        return self.stamp is not None and (stamp is None or self.stamp > stamp)


def _in_zone(when: When, zone: str) -> When:
    return when if when.zone or when.moment else replace(when, zone=zone)
