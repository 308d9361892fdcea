"""An invitation in the words of a message: “When: Tuesday, 24 November 2026 11:00-12:00 …”, a link, names.

Pure. Where a message holds a calendar, that is read instead.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from interviews.invitation.clocks import zone_in
from interviews.invitation.facts import Invitation, Role, UnreadableError, When
from interviews.invitation.guests import guest
from interviews.invitation.links import where
from interviews.invitation.reading import LARGEST, LONGEST_TEXT, read_calendar

if TYPE_CHECKING:
    from interviews.invitation.facts import Guest

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAYS = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.? (?:of )?{_MONTH},? (?P<year>\d{{4}})\b", re.IGNORECASE
    ),
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
)
_TIME = r"(?P<{0}h>[01]?\d|2[0-3])(?:[:.h](?P<{0}m>[0-5]\d))?(?::\d\d)? ?(?P<{0}half>[ap]\.?m\b\.?)?"
_SPAN = re.compile(
    rf"(?<![\d:+-]){_TIME.format('a')}(?: ?(?:-|–|—|to|until|bis) ?{_TIME.format('b')})?(?![\d:])",
    re.IGNORECASE,
)
_FIELD = re.compile(r"^[>\s*]*(when|time|date|date and time|wann|quand)\b\s*[:\-]?\s*(?=\S)", re.IGNORECASE)
_TITLE = re.compile(r"(?im)^[>\s*]*(?:subject|topic|title|betreff|objet)\s*:\s*(.+)$")
_PLACE = re.compile(r"(?im)^[>\s*]*(?:where|location|ort|lieu)\s*:\s*(.+)$")
_PEOPLE = re.compile(
    r"(?im)^[>\s*]*(from|organi[sz]er|invitation from|who|with|required(?: attendees)?|attendees|guests"
    r"|interviewers?|to|cc)\s*:\s*(.+)$"
)
_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")


def read_message(text: str) -> list[Invitation]:
    """What a message invites to. Raises UnreadableError where no day and time stand in it."""
    if len(text) > LARGEST:
        raise UnreadableError(f"An invitation has at most {LARGEST // 1024 // 1024} MB.")
    if re.search(r"(?im)^BEGIN:VCALENDAR", text):
        return read_calendar(text)
    plain = " ".join(text.replace("\u202f", " ").replace("\xa0", " ").split(" "))
    lines = plain.splitlines()
    for line in sorted(lines, key=lambda one: not _FIELD.match(one)):
        starts, ends = _times(line)
        if starts:
            return [_invitation(plain, starts, ends)]
    raise UnreadableError("No day and time stand in this text. Paste the invitation with its “When” line.")


def _times(line: str) -> tuple[When | None, When | None]:
    """The first day of a line with its hours; a day without an hour is no time of a talk."""
    for pattern in _DAYS:
        found = pattern.search(line)
        day = found and _day(found["year"], found["month"], found["day"])
        if not found or not day:
            continue
        rest = f"{line[found.end() :]} | {line[: found.start()]}"
        for span in _SPAN.finditer(rest):
            if span["am"] or span["ahalf"] or (span["bh"] and (span["bm"] or span["bhalf"])):
                zone = zone_in(line[found.end() :])
                return _both(day, span, zone)
    return None, None


def _day(year: str, month: str, day: str) -> dt.date | None:
    number = int(month) if month.isdecimal() else _MONTHS[month[:3].casefold()]
    try:
        return dt.date(int(year), number, int(day))
    except ValueError:
        return None


def _both(day: dt.date, span: re.Match[str], zone: str) -> tuple[When | None, When | None]:
    half = span["ahalf"] or span["bhalf"]
    first = _clock(span["ah"], span["am"], half)
    last = _clock(span["bh"], span["bm"], span["bhalf"] or half) if span["bh"] else None
    if first is None:
        return None, None
    if last and first > last and not span["ahalf"]:
        # “11 – 12pm” begins before noon.
        first = _clock(span["ah"], span["am"], "am") or first
    starts = When(dt.datetime.combine(day, first), zone)
    ends = When(dt.datetime.combine(day, last), zone) if last and last > first else None
    return starts, ends


def _clock(hour: str, minute: str | None, half: str | None) -> dt.time | None:
    hours = int(hour)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half[0] in "pP" else 0)
    return dt.time(hours, int(minute or 0))


def _invitation(text: str, starts: When, ends: When | None) -> Invitation:
    title = next((found[1].strip() for found in _TITLE.finditer(text)), "")
    place = next((found[1].strip() for found in _PLACE.finditer(text)), "")
    channel, there = where(place, text, title, ())
    cancelled = bool(re.match(r"(?i)(?:cancell?ed|abgesagt|annul)", title))
    return Invitation(
        uid="",
        title=title[:300],
        starts=starts,
        ends=ends,
        channel=channel,
        place=there,
        guests=tuple(_people(text)),
        cancelled=cancelled,
        text=text[:LONGEST_TEXT],
        source=text[:LONGEST_TEXT],
    )


def _people(text: str) -> list[Guest]:
    found: dict[str, Guest] = {}
    for line in _PEOPLE.finditer(text):
        organises = line[1].casefold().startswith(("from", "organi", "invitation"))
        for words, address in _named(line[2]):
            name = re.sub(r"\s*-?\s*organi[sz]er$", "", words, flags=re.IGNORECASE)
            if len(name) > 80 or not (address or re.match(r"[^\W\d]", name)) or "http" in name:
                continue
            one = guest(name, address, "", Role.ORGANISER if organises else Role.GUEST)
            found.setdefault(one.email or one.name.casefold(), one)
    return list(found.values())


def _named(words: str) -> list[tuple[str, str]]:
    """Names with their addresses; where no address stands, the names between commas."""
    if "@" not in words:
        return [(name.strip(), "") for name in re.split("[;,]", words)]
    found, start = [], 0
    for address in _ADDRESS.finditer(words):
        found.append((words[start : address.start()].strip(" <>()[];,\"'-*\t"), address[0]))
        start = address.end()
    return found
