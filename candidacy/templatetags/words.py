"""How the product writes days, numbers and names."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import get_language, to_locale

from candidacy import names

register = template.Library()

_SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


@register.simple_tag
def language_tag() -> str:
    """The language of the page as HTML names it: en-GB."""
    return to_locale(get_language() or "en-gb").replace("_", "-")


@register.filter
def initials(name: str) -> str:
    """Two letters for a monogram: “Dr Helen Marsh” is HM."""
    return names.initials(str(name))


@register.filter
def first_name(name: str) -> str:
    """The name a colleague would use, in full where that is not clear: “Dr Helen Marsh” is Helen."""
    return names.called(str(name))


@register.filter
def last_name(name: str) -> str:
    """What follows the first name; nothing where that is the whole name already."""
    return names.family(str(name))


@register.filter
def item(mapping: dict[str, Any], key: str) -> Any:
    """The value of a key that only the template's loop knows."""
    return mapping.get(key, "")


@register.filter
def in_zone(value: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """The moment as clocks in that zone show it; without the zone, so that no filter turns it back."""
    return value.astimezone(zone).replace(tzinfo=None)


@register.filter
def day(value: dt.date | None) -> str:
    """Tuesday 17 November; with the year where it is not this one."""
    if value is None:
        return ""
    value = _local(value)
    return f"{value:%A} {value.day} {value:%B}{_year(value)}"


@register.filter
def short_day(value: dt.date | None) -> str:
    """17 Nov; with the year where it is not this one."""
    if value is None:
        return ""
    value = _local(value)
    return f"{value.day} {value:%b}{_year(value)}"


@register.filter
def week_day(value: dt.date | None) -> str:
    """Tue 17 Nov."""
    return f"{_local(value):%a} {short_day(value)}" if value else ""


@register.filter
def clock(value: dt.datetime | None) -> str:
    """14:02, in the zone of the page."""
    return f"{_local(value):%H:%M}" if value else ""


@register.filter
def said_when(value: dt.datetime | None) -> str:
    """At 14:02, yesterday at 18:20, or on 3 Nov at 09:00."""
    if value is None:
        return ""
    local = _local(value)
    days = (timezone.localdate() - local.date()).days
    if days == 0:
        return f"at {local:%H:%M}"
    return f"yesterday at {local:%H:%M}" if days == 1 else f"on {short_day(local)} at {local:%H:%M}"


@register.filter
def log_when(value: dt.datetime) -> str:
    """For a log: 08:40 today, Mon within the last week, 3 Nov before."""
    local = _local(value)
    days = (timezone.localdate() - local.date()).days
    if days <= 0:
        return f"{local:%H:%M}"
    return f"{local:%a}" if days < 7 else short_day(local)


@register.filter
def by_day(value: dt.datetime) -> str:
    """Today, tomorrow, or on Thu 19 Nov."""
    on = _local(value).date()
    days = (on - timezone.localdate()).days
    return {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(days, f"on {week_day(on)}")


@register.filter
def time_left(value: dt.datetime) -> str:
    """“7 h 50 left”, “2 days left”, or “Now” once the moment has passed."""
    minutes = int((value - timezone.now()).total_seconds() // 60)
    if minutes <= 0:
        return "Now"
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return f"{hours // 24} days left"
    return f"{hours} h {rest:02} left" if hours else f"{rest} min left"


@register.filter
def in_words(number: int) -> str:
    """Four; 13 and more stay figures."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else str(number)


@register.filter
def counted(number: int, word: str) -> str:
    """“3 letters”, “1 letter”; the word is given as singular or as “candidacy,candidacies”."""
    singular, _, plural = word.partition(",")
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def _local(value: Any) -> Any:
    return timezone.localtime(value) if isinstance(value, dt.datetime) and timezone.is_aware(value) else value


def _year(value: dt.date) -> str:
    return "" if value.year == timezone.localdate().year else f" {value.year}"
