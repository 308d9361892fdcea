"""Calendar files: events in, the text of RFC 5545 out, folded and escaped.

Pure. Moments are written in UTC, which has no hour that is missing or comes twice; a whole day is a day
wherever it is read. Whatever a name holds, it stays inside its own line.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Event as Component

CONTENT_TYPE = "text/calendar; charset=utf-8"
# A talk whose length nobody knows still takes its time in the day.
USUAL_LENGTH = dt.timedelta(hours=1)
LONGEST_TITLE = 300
REFRESH = dt.timedelta(hours=1)
# Characters that turn the text after them round: none belongs in a title.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True)
class Event:
    """One entry of a calendar. `start` and `end` are moments (aware) or, both, whole days; `end` may be None.

    `alarms` are spans from the start, before it where negative. `sequence` rises with every change.
    """

    uid: str
    title: str
    start: dt.datetime | dt.date
    end: dt.datetime | None = None
    place: str = ""
    alarms: tuple[dt.timedelta, ...] = ()
    sequence: int = 0
    changed_at: dt.datetime | None = None
    cancelled: bool = False
    # Whether it keeps the time: a deadline does not.
    busy: bool = False


def uid(kind: str, *keys: str) -> str:
    """The same id for the same thing, whatever its keys are made of."""
    digest = hashlib.sha256("\x00".join((kind, *keys)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}-{digest[:32]}@afterword"


def write(events: Iterable[Event], now: dt.datetime, *, name: str = "") -> bytes:
    """The events as one calendar file, made at `now` (aware); `name` is what the calendar is called."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Afterword//Afterword//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", one_line(name))
        calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT1H")
    for event in events:
        calendar.add_component(_component(event, now))
    return bytes(calendar.to_ical())


def one_line(words: str) -> str:
    """The words on one line, without control characters and those that turn text round; cut where too long.

    A backslash becomes a slash: it is the sign that escapes, and some readers take “\\N” for a line break.
    """
    straight = words.replace("\\", "/")
    kept = (" " if _breaks(char) else char for char in straight if char not in _TURNING)
    return " ".join("".join(kept).split())[:LONGEST_TITLE]


def _breaks(char: str) -> bool:
    """Control characters, line breaks of every script, and half characters."""
    return unicodedata.category(char) in {"Cc", "Zl", "Zp", "Cs"}


def _component(event: Event, now: dt.datetime) -> Component:
    from icalendar import Event as Component

    one = Component()
    one.add("uid", event.uid)
    one.add("dtstamp", now.astimezone(dt.UTC))
    one.add("sequence", event.sequence)
    one.add("summary", one_line(event.title))
    if isinstance(event.start, dt.datetime):
        one.add("dtstart", event.start.astimezone(dt.UTC))
        one.add("dtend", (event.end or event.start + USUAL_LENGTH).astimezone(dt.UTC))
    else:
        one.add("dtstart", event.start)
        one.add("dtend", event.start + dt.timedelta(days=1))
    if event.changed_at:
        one.add("last-modified", event.changed_at.astimezone(dt.UTC))
    if event.place:
        one.add("location", one_line(event.place))
    one.add("transp", "OPAQUE" if event.busy else "TRANSPARENT")
    one.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    if not event.cancelled:
        _add_alarms(one, event)
    return one


def _add_alarms(one: Component, event: Event) -> None:
    from icalendar import Alarm

    for span in event.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", one_line(event.title))
        alarm.add("trigger", span)
        one.add_component(alarm)
