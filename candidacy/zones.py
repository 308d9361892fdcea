"""Local times and UTC, with the two moments a year that need asking: the hour that never was, the hour twice.

Pure: zones come from the system's or the package's time zone data through `zoneinfo`.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _


class NoSuchTimeError(ValueError):
    """The clocks went forward over that local time: it never happened."""


class TwiceTimeError(ValueError):
    """The clocks went back: that local time happened twice, and nobody said which."""


@cache
def zone(name: str) -> ZoneInfo:
    """The zone of that IANA name. Raises ValueError for a name that is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"“{name}” is not a time zone such as Europe/London.") from error


def zone_names() -> list[str]:
    """All zones a person may choose, by name: one of each place, and UTC."""
    aside = ("Etc/", "posix", "right", "SystemV")
    return [
        *sorted(name for name in available_timezones() if "/" in name and not name.startswith(aside)),
        "UTC",
    ]


def to_utc(local: datetime, zone_name: str, *, fold: int | None = None) -> datetime:
    """The UTC moment of a naive local time in a zone.

    `fold` says which of two: 0 the first, 1 the second. Raises NoSuchTimeError for a time skipped by
    daylight saving, TwiceTimeError for a time that came twice when `fold` is None, ValueError for no zone.
    """
    tz = zone(zone_name)
    first, second = (local.replace(tzinfo=tz, fold=which) for which in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return first.astimezone(UTC)
    # In a gap the round trip through UTC comes back as another local time; in a repeat both come back.
    if first.astimezone(UTC).astimezone(tz).replace(tzinfo=None) != local:
        told = _("%(time)s does not exist on %(day)s in %(zone)s: the clocks go forward.")
        raise NoSuchTimeError(told % {"time": f"{local:%H:%M}", "day": day(local), "zone": zone_name})
    if fold is None:
        told = _("%(time)s comes twice on %(day)s in %(zone)s: say which.")
        raise TwiceTimeError(told % {"time": f"{local:%H:%M}", "day": day(local), "zone": zone_name})
    return (second if fold else first).astimezone(UTC)


def comes_twice(local: datetime) -> bool:
    """Whether the clocks go back over a local time (aware), so that it happens twice."""
    first, second = (local.replace(fold=which) for which in (0, 1))
    return (first.utcoffset() or timedelta()) > (second.utcoffset() or timedelta())


def day(moment: datetime) -> str:
    """The day of a moment in words, such as 25 October 2026."""
    words = {"day": moment.day, "month": MONTHS[moment.month]}
    return f"{_('%(day)s %(month)s') % words} {moment.year}"
