"""How the product writes days, numbers and names."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django import template
from django.utils import timezone
from django.utils.translation import get_language, ngettext, ngettext_lazy, to_locale
from django.utils.translation import gettext as _

from candidacy import names, reasons

if TYPE_CHECKING:
    from collections.abc import Sequence

register = template.Library()

# What `counted` counts, by the singular.
_COUNTED = {
    "candidacy": ngettext_lazy("%(number)s candidacy", "%(number)s candidacies", "number"),
    "company": ngettext_lazy("%(number)s company", "%(number)s companies", "number"),
    "day": ngettext_lazy("%(number)s day", "%(number)s days", "number"),
    "feed": ngettext_lazy("%(number)s feed", "%(number)s feeds", "number"),
    "letter": ngettext_lazy("%(number)s letter", "%(number)s letters", "number"),
    "more question": ngettext_lazy("%(number)s more question", "%(number)s more questions", "number"),
    "new headline": ngettext_lazy("%(number)s new headline", "%(number)s new headlines", "number"),
    "note": ngettext_lazy("%(number)s note", "%(number)s notes", "number"),
    "person": ngettext_lazy("%(number)s person", "%(number)s people", "number"),
    "thing": ngettext_lazy("%(number)s thing", "%(number)s things", "number"),
    "word": ngettext_lazy("%(number)s word", "%(number)s words", "number"),
    "working day": ngettext_lazy("%(number)s working day", "%(number)s working days", "number"),
}


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
    return reasons.day_words(_local(value), timezone.localdate())


@register.filter
def weekday(value: dt.date) -> str:
    """Tuesday."""
    return reasons.weekday(_local(value))


@register.filter
def short_day(value: dt.date | None) -> str:
    """17 Nov; with the year where it is not this one."""
    if value is None:
        return ""
    return reasons.short_day(_local(value), timezone.localdate())


@register.filter
def week_day(value: dt.date | None) -> str:
    """Tue 17 Nov."""
    return reasons.week_day(_local(value), timezone.localdate()) if value else ""


@register.filter
def full_moment(value: dt.datetime) -> str:
    """Tue 17 Nov 2026, 14:02."""
    year = "" if value.year != timezone.localdate().year else f" {value.year}"
    return f"{week_day(value)}{year}, {value:%H:%M}"


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
    words = {"day": short_day(local), "time": f"{local:%H:%M}"}
    if days == 0:
        return _("at %(time)s") % words
    return (_("yesterday at %(time)s") if days == 1 else _("on %(day)s at %(time)s")) % words


@register.filter
def log_when(value: dt.datetime) -> str:
    """For a log: 08:40 today, Mon within the last week, 3 Nov before."""
    local = _local(value)
    days = (timezone.localdate() - local.date()).days
    if days <= 0:
        return f"{local:%H:%M}"
    return reasons.short_weekday(local) if days < 7 else short_day(local)


@register.filter
def by_day(value: dt.datetime) -> str:
    """Today, tomorrow, or on Thu 19 Nov."""
    on = _local(value).date()
    days = (on - timezone.localdate()).days
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    return near.get(days) or _("on %(day)s") % {"day": week_day(on)}


@register.filter
def time_left(value: dt.datetime) -> str:
    """“7 h 50 left”, “2 days left”, or “Now” once the moment has passed."""
    minutes = int((value - timezone.now()).total_seconds() // 60)
    if minutes <= 0:
        return _("Now")
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        days = hours // 24
        return ngettext("%(days)s day left", "%(days)s days left", days) % {"days": days}
    words = {"hours": hours, "minutes": f"{rest:02}" if hours else rest}
    return (_("%(hours)s h %(minutes)s left") if hours else _("%(minutes)s min left")) % words


@register.filter
def in_words(number: int) -> str:
    """Four; 13 and more stay figures."""
    return reasons.number(number)


@register.filter
def counted(number: int, word: str) -> str:
    """“3 letters”, “1 letter”; the word is one of those above, with or without its plural."""
    return _COUNTED[word.partition(",")[0]] % {"number": number}


@register.filter
def mid_sentence(label: str) -> str:
    """A label as it stands inside a sentence: where nouns have no capital, in small letters."""
    return reasons.mid_sentence(label)


@register.filter
def listed(words: Sequence[str]) -> str:
    """“a, b and c”."""
    return reasons.listed(words)


def _local(value: Any) -> Any:
    return timezone.localtime(value) if isinstance(value, dt.datetime) and timezone.is_aware(value) else value
