"""Invitations out of a calendar file, as Google, Outlook, Apple, Zoom and Teams write it.

Pure. A file is somebody else's: what is too large, too many or broken is refused in one sentence, and a
property that makes no sense counts as not there.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from interviews.invitation.clocks import zone_named
from interviews.invitation.facts import Guest, Invitation, Role, UnreadableError, When
from interviews.invitation.guests import guest
from interviews.invitation.links import where

if TYPE_CHECKING:
    from icalendar.cal import Component

LARGEST = 1024 * 1024
MOST_EVENTS, MOST_GUESTS, MOST_LINES = 50, 200, 20_000
LONGEST_ID, LONGEST_TEXT, LONGEST_EVENT = 500, 100_000, 200_000
HIGHEST = 2**31 - 1
# What an event's link may stand in, besides its place and its text.
_LINKS = (
    "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "X-ZOOM-MEETING-URL", "CONFERENCE", "URL",
)  # fmt: skip
_PATH_OF_ZONE = re.compile(r'TZID="?/[^:;"\r\n]*?/([A-Z][a-z]+/[A-Z][A-Za-z_]+)"?(?=[:;])')
_METHODS = {"", "REQUEST", "PUBLISH", "ADD", "CANCEL"}
_EARLIEST, _LATEST = 1900, 2200


def read_calendar(data: bytes | str) -> list[Invitation]:
    """Every event that invites to something, or calls it off, in the order of the file; of each the newest.

    Raises UnreadableError for what is no calendar, or one that is larger than a person's invitations are.
    """
    text = _text(data)
    found: dict[str, Invitation] = {}
    for calendar in _calendars(text):
        method = _words(calendar, "METHOD").upper()
        own_zone = zone_named(_words(calendar, "X-WR-TIMEZONE"))
        if method not in _METHODS:
            continue
        for event in calendar.walk("VEVENT"):
            one = _invitation(event, own_zone, cancelled=method == "CANCEL")
            if one:
                one = replace(one, source=_alone(calendar, event))
            if one and (one.known_by not in found or one.is_newer_than(*_age(found[one.known_by]))):
                found[one.known_by] = one
    return list(found.values())


def _alone(calendar: Any, event: Any) -> str:
    """A calendar of this event alone, with the time zones of the one it came in."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    lines += [f"{name}:{words}" for name in ("METHOD", "X-WR-TIMEZONE") if (words := _words(calendar, name))]
    inside = [*calendar.walk("VTIMEZONE"), event]
    text = "\n".join([*lines, *(part.to_ical().decode().strip() for part in inside), "END:VCALENDAR"])
    if len(text) > LONGEST_EVENT:
        raise UnreadableError("This calendar is longer than an invitation ever is.")
    return text.replace("\r\n", "\n")


def _age(one: Invitation) -> tuple[int, dt.datetime | None]:
    return one.sequence, one.stamp


def _text(data: bytes | str) -> str:
    """The file as text, where it is not too large to be an invitation."""
    if len(data) > LARGEST:
        raise UnreadableError(f"An invitation has at most {LARGEST // 1024 // 1024} MB.")
    # A path that old programs write before the name of a zone.
    text = _PATH_OF_ZONE.sub(
        r"TZID=\1", (data if isinstance(data, str) else _decoded(data)).lstrip("\ufeff").replace("\x00", "")
    )
    if text.count("\n") + text.count("\r") > MOST_LINES:
        raise UnreadableError("This calendar is longer than an invitation ever is.")
    if len(re.findall(r"(?im)^BEGIN:VEVENT", text)) > MOST_EVENTS:
        raise UnreadableError(f"An invitation holds at most {MOST_EVENTS} events. This is a whole calendar.")
    if len(re.findall(r"(?im)^BEGIN:", text)) > MOST_EVENTS * 20:
        raise UnreadableError("This calendar is longer than an invitation ever is.")
    return text


def _decoded(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _calendars(text: str) -> list[Any]:
    """The calendars in a text, with nothing before, between or after them; and none in none."""
    from icalendar import Calendar

    blocks = re.findall(
        r"(?ims)^BEGIN:VCALENDAR[ \t]*\r?$.*?^END:VCALENDAR", text.replace("\r\n", "\n").replace("\r", "\n")
    )
    if not blocks:
        raise UnreadableError("There is no invitation in this: it is not a whole calendar file (.ics).")
    try:
        return [one for block in blocks for one in Calendar.from_ical(f"{block}\n", multiple=True)]
    except (
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
    ) as fault:
        raise UnreadableError("This calendar file is damaged. Ask for it again.") from fault


def _invitation(event: Component, own_zone: str, *, cancelled: bool) -> Invitation | None:
    """The event; None for one without a time, or that lasts whole days: a talk has an hour."""
    starts = _when(event, "DTSTART", own_zone)
    if starts is None:
        return None
    title, text = _words(event, "SUMMARY"), _words(event, "DESCRIPTION")[:LONGEST_TEXT]
    extra = tuple(_words(event, name) for name in _LINKS)
    more = text or _words(event, "X-ALT-DESC")[:LONGEST_TEXT]
    channel, place = where(_words(event, "LOCATION"), more, title, extra)
    of_a_series = _words(event, "RECURRENCE-ID")
    uid = _words(event, "UID")[:LONGEST_ID]
    return Invitation(
        uid=f"{uid}/{of_a_series}"[: LONGEST_ID + 20] if of_a_series and uid else uid,
        title=" ".join(title.split())[:300],
        starts=starts,
        ends=_end(event, starts, own_zone),
        sequence=_number(event, "SEQUENCE"),
        stamp=_stamp(event),
        channel=channel,
        place=place,
        guests=tuple(_guests(event)),
        cancelled=cancelled or _words(event, "STATUS").upper() == "CANCELLED",
        repeats="RRULE" in event or "RDATE" in event,
        text=text,
    )


def _values(event: Any, name: str) -> list[Any]:
    """The values of a property that make sense."""
    try:
        found = event.get(name)
    except ValueError:
        return []
    return [] if found is None else list(found) if isinstance(found, list) else [found]


def _words(event: Any, name: str) -> str:
    """The first value of a property as text; a moment as the file has it."""
    for value in _values(event, name):
        try:
            return str(value.to_ical().decode() if hasattr(value, "dt") else value).strip()
        except (ValueError, AttributeError):
            continue
    return ""


def _number(event: Any, name: str) -> int:
    words = _words(event, name)
    return int(words) if re.fullmatch(r"[0-9]{1,10}", words) and int(words) <= HIGHEST else 0


def _moment(event: Any, name: str) -> tuple[dt.datetime, str] | None:
    """The moment of a property and the name of its zone; None for a day, and for what is none."""
    for value in _values(event, name):
        try:
            moment, zone = value.dt, str(value.params.get("TZID", ""))
        except (ValueError, AttributeError):
            continue
        if isinstance(moment, dt.datetime) and _EARLIEST <= moment.year <= _LATEST:
            return moment, zone
    return None


def _when(event: Any, name: str, own_zone: str) -> When | None:
    found = _moment(event, name)
    if found is None:
        return None
    moment, tzid = found
    local, zone = moment.replace(tzinfo=None, fold=0), zone_named(tzid)
    if zone or moment.tzinfo is None:
        return When(local, zone or ("" if tzid else own_zone))
    # In UTC, or in a zone that the file itself describes.
    return When(local, own_zone if not tzid else "", moment.astimezone(dt.UTC))


def _end(event: Any, starts: When, own_zone: str) -> When | None:
    ends = _when(event, "DTEND", own_zone)
    if ends is None:
        span = next((value.dt for value in _values(event, "DURATION") if hasattr(value, "dt")), None)
        if not isinstance(span, dt.timedelta) or not dt.timedelta() < span < dt.timedelta(days=2):
            return None
        later = starts.moment and starts.moment + span
        return When(starts.local + span, starts.zone, later)
    first, last = starts.in_utc or starts.local, ends.in_utc or ends.local
    comparable = (first.tzinfo is None) == (last.tzinfo is None)
    return ends if comparable and first < last <= first + dt.timedelta(days=2) else None


def _stamp(event: Any) -> dt.datetime | None:
    found = _moment(event, "DTSTAMP")
    return found[0].astimezone(dt.UTC) if found and found[0].tzinfo else None


def _guests(event: Any) -> list[Guest]:
    """The organiser first, then the others, each address once."""
    found: dict[str, Guest] = {}
    for name, role in (("ORGANIZER", Role.ORGANISER), ("ATTENDEE", Role.GUEST)):
        for value in _values(event, name)[:MOST_GUESTS]:
            params = getattr(value, "params", {})
            email = re.sub(r"(?i)^mailto:", "", str(value)).strip()
            email = email if "@" in email else str(params.get("EMAIL", ""))
            cn = str(params.get("CN", ""))
            one = guest(cn, email, str(params.get("CUTYPE", "")), role, by_proxy="SENT-BY" in params)
            if one.name or one.email:
                found.setdefault(one.email or one.name.casefold(), one)
    return list(found.values())
