"""A calendar file on the command line: what became of each invitation in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.db import transaction

from candidacy.models import Profile
from candidacy.zones import zone
from desk.archive.faults import visible
from interviews.invites import receive

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from candidacy.models import Candidacy
    from interviews.invites import Taken

SOURCE = "ics"
_DONE = {
    "added": "Added",
    "updated": "Changed",
    "cancelled": "Marked as cancelled",
    "unchanged": "Already here",
    "asked": "Waits for your word on Today",
}


def is_calendar(data: bytes) -> bool:
    """Whether the content is that of a calendar file."""
    return re.match(rb"(?i)(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR", data) is not None


def read_invitations(data: bytes, *, dry_run: bool = False) -> list[Taken]:
    """Take what is sure, keep the rest to be asked. Raises UnreadableError."""
    with transaction.atomic():
        taken = receive(data)
        if dry_run:
            transaction.set_rollback(True)
    return taken


def as_json(taken: list[Taken]) -> dict[str, Any]:
    """Every invitation as other programs read it."""
    profile = Profile.load()
    return {"interviews": [_entry(one, profile) for one in taken]}


def as_lines(taken: list[Taken]) -> Iterator[str]:
    """Every invitation in a line."""
    for entry, one in zip(as_json(taken)["interviews"], taken, strict=True):
        title = entry["company"] or one.proposal.invitation.title or "an invitation"
        yield visible(f"{_DONE[one.action]}: {title}, {entry['starts_at']}")
    if not taken:
        yield "Nothing in it invites to a talk with an hour."


def _entry(taken: Taken, profile: Profile) -> dict[str, Any]:
    invitation, candidacy, known = taken.proposal.invitation, taken.proposal.candidacy, taken.interview
    zone_name = _zone_name(taken, profile, candidacy)
    starts, ends = invitation.starts.in_utc, invitation.ends.in_utc if invitation.ends else None
    channel, place = invitation.channel, invitation.place
    people = [seat.person.name if seat.person else seat.guest.name for seat in taken.proposal.ticked]
    if known is not None and taken.action != "asked":
        starts, ends, channel, place = known.starts_at, known.ends_at, known.channel, known.place
        people = [seat.person.name for seat in known.interviewers.select_related("person")]
    return {
        "uid": invitation.known_by,
        "company": candidacy.company.name if candidacy else None,
        "role": candidacy.role if candidacy else None,
        "starts_at": _local(starts, zone_name) or invitation.starts.local.isoformat(),
        "ends_at": _local(ends, zone_name),
        "time_zone": zone_name,
        "channel": channel,
        "place": place,
        "with": people,
        "action": taken.action,
    }


def _zone_name(taken: Taken, profile: Profile, candidacy: Candidacy | None) -> str | None:
    """The zone it is in; None where that is what has to be asked."""
    starts = taken.proposal.invitation.starts
    if not starts.is_sure and not starts.zone:
        return None
    own = taken.interview.time_zone if taken.interview and taken.action != "asked" else starts.zone
    return own or (profile.zone_of(candidacy.company) if candidacy else profile.time_zone)


def _local(moment: dt.datetime | None, zone_name: str | None) -> str | None:
    return moment.astimezone(zone(zone_name or "UTC")).isoformat() if moment else None
