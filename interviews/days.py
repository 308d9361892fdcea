"""Days in what people say: “by Friday 6 November”, “in two or three weeks”, “end of next week”.

Pure. Every day is read as said on the day of the talk; what could be two days is marked unsure, so that the
page asks.
"""

from __future__ import annotations

import calendar as months
import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta

if TYPE_CHECKING:
    from collections.abc import Callable

_WEEKDAYS = {"mon": MO, "tue": TU, "wed": WE, "thu": TH, "fri": FR, "sat": SA, "sun": SU}
_MONTHS = {name.casefold(): number for number, name in enumerate(months.month_name) if name}
_MONTHS |= {name.casefold(): number for number, name in enumerate(months.month_abbr) if name} | {"sept": 9}
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fourteen": 14, "couple": 2, "few": 3,
}  # fmt: skip
_WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_NTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?:,?\s+(?P<year>\d{4}))?"
_N = r"(?:\d{1,2}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")"
# A month named without a year is the next one to come; one only just gone is meant as it stands.
_JUST_GONE = dt.timedelta(days=60)


@dataclass(frozen=True)
class Found:
    """A day found in a text: which, the words that said it, and whether it could be read otherwise."""

    day: dt.date
    words: str
    sure: bool = True


def find_day(
    text: str, said_on: dt.date, add_business_days: Callable[[dt.date, int], dt.date] | None = None
) -> Found | None:
    """The first day that the text names, as said on `said_on`; None where it names none.

    Business days are counted by `add_business_days`; without it, five of them are taken as a week.
    """
    for pattern, read in _READERS:
        match = re.search(rf"\b{pattern}", text, re.IGNORECASE)
        if match is None:
            continue
        try:
            found = read(match, said_on, add_business_days)
        except (ValueError, OverflowError):
            continue
        if found is not None:
            return Found(found[0], match.group().strip(), found[1])
    return None


def _iso(match: re.Match[str], _said: dt.date, _add: object) -> tuple[dt.date, bool] | None:
    return dt.date.fromisoformat(match.group()), True


def _figures(match: re.Match[str], said: dt.date, _add: object) -> tuple[dt.date, bool] | None:
    """25/11 or 3.12.2026: day first; where both could be the month, unsure."""
    day, month = int(match["day"]), int(match["mon"])
    year = match["year"]
    swapped = month > 12 >= day
    if swapped:
        day, month = month, day
    number = int(year) + (2000 if len(year) == 2 else 0) if year else None
    sure = swapped or day > 12 or day == month
    return _day_of(day, month, number, said), sure


def _named(match: re.Match[str], said: dt.date, _add: object) -> tuple[dt.date, bool] | None:
    """6 November, November 6th, with a weekday before it or not; a weekday that does not fit is unsure."""
    found = match.groupdict()
    year = int(found["year"]) if found.get("year") else None
    day = _day_of(int(found["day"]), _MONTHS[found["month"].casefold()], year, said)
    weekday = found.get("weekday")
    fits = weekday is None or _WEEKDAYS[weekday[:3].casefold()].weekday == day.weekday()
    return day, fits


def _span(
    match: re.Match[str], said: dt.date, add: Callable[[dt.date, int], dt.date] | None
) -> tuple[dt.date, bool]:
    """In two or three weeks: three."""
    words = re.findall(_N, match["numbers"], re.IGNORECASE)
    number = max(int(word) if word.isdigit() else _NUMBERS[word.casefold()] for word in words)
    unit = match["unit"].casefold()
    if match["business"] and unit == "day":
        return (add(said, number) if add else said + dt.timedelta(days=number * 7 // 5)), True
    return said + relativedelta(**{f"{unit}s": number}), True  # type: ignore[arg-type]


def _end_of(match: re.Match[str], said: dt.date, _add: object) -> tuple[dt.date, bool]:
    """The end of a week is its Friday; of a month its last day."""
    which = match["what"].casefold()
    ahead = 1 if "next" in which else 0
    if which.endswith("week"):
        return _friday(said, ahead), True
    if which.endswith("month"):
        return said + relativedelta(months=ahead, day=31), True
    first = _day_of(1, _MONTHS[which], None, said)
    return first + relativedelta(day=31), True


def _week(match: re.Match[str], said: dt.date, _add: object) -> tuple[dt.date, bool]:
    """This week or next week: by its Friday."""
    return _friday(said, 1 if match["which"].casefold() == "next" else 0), True


def _weekday_week(match: re.Match[str], said: dt.date, _add: object) -> tuple[dt.date, bool]:
    """Monday week, a week on Monday: the Monday after the next."""
    return _next(match, said) + dt.timedelta(days=7), True


def _next_weekday(match: re.Match[str], said: dt.date, _add: object) -> tuple[dt.date, bool]:
    """Next Friday: of next week, and people differ."""
    monday = said + relativedelta(days=1, weekday=MO)
    return monday + relativedelta(weekday=_WEEKDAYS[match["weekday"][:3].casefold()]), False


def _weekday(match: re.Match[str], said: dt.date, _add: object) -> tuple[dt.date, bool]:
    return _next(match, said), True


def _nth(match: re.Match[str], said: dt.date, _add: object) -> tuple[dt.date, bool]:
    """By the 25th: of this month, or of the next when it is over."""
    this_month = said + relativedelta(day=int(match["day"]))
    if this_month.day != int(match["day"]):
        raise ValueError("that month has no such day")
    return (this_month if this_month >= said else this_month + relativedelta(months=1)), True


def _soon(match: re.Match[str], said: dt.date, _add: object) -> tuple[dt.date, bool]:
    return said + dt.timedelta(days=1 if match.group().casefold() == "tomorrow" else 0), True


def _next(match: re.Match[str], said: dt.date) -> dt.date:
    return said + relativedelta(days=1, weekday=_WEEKDAYS[match["weekday"][:3].casefold()])


def _friday(said: dt.date, weeks: int) -> dt.date:
    return said - dt.timedelta(days=said.weekday()) + dt.timedelta(days=4 + 7 * weeks)


def _day_of(day: int, month: int, year: int | None, said: dt.date) -> dt.date:
    if year is not None:
        return dt.date(year, month, day)
    this_year = dt.date(said.year, month, day)
    return this_year if this_year >= said - _JUST_GONE else dt.date(said.year + 1, month, day)


_HOW_MANY = rf"{_N}\s*(?:or|to|-|–)\s*{_N}"
_UNIT = r"(?P<business>working\s+|business\s+)?(?P<unit>day|week|month)s?\b"
_LEAD = r"(?:in|within|after|takes?|another)\s+(?:about\s+|around\s+|the next\s+|a matter of\s+)?"
_SPAN = rf"{_LEAD}(?P<numbers>{_HOW_MANY}|{_N}(?:\s+{_N})?(?:\s+of)?)\s+{_UNIT}"
_SPAN_ALONE = rf"(?P<numbers>{_HOW_MANY})\s+{_UNIT}"
_WHEN = rf"(?:next\s+|this\s+)?(?:week|month)|{'|'.join(_MONTHS)}"
_BY = r"(?:by|on|before|until|till|this|coming)\s+(?:this\s+|coming\s+)?"
# The most telling first: a date beats a weekday beside it.
_READERS = (
    (r"\d{4}-\d\d-\d\d\b", _iso),
    (rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?{_NTH}\s+(?:of\s+)?{_MONTH}{_YEAR}", _named),
    (rf"(?:{_WEEKDAY},?\s+)?{_MONTH}\s+(?:the\s+)?{_NTH}{_YEAR}", _named),
    (r"(?P<day>\d{1,2})[/.](?P<mon>\d{1,2})(?:[/.](?P<year>\d{4}|\d\d))?\b(?![%\d])", _figures),
    (_SPAN, _span),
    (_SPAN_ALONE, _span),
    (rf"(?:the\s+)?end\s+of\s+(?:the\s+)?(?P<what>{_WHEN})\b", _end_of),
    (rf"a\s+week\s+on\s+{_WEEKDAY}", _weekday_week),
    (rf"{_WEEKDAY}\s+week\b", _weekday_week),
    (rf"next\s+{_WEEKDAY}", _next_weekday),
    (r"(?P<which>this|next)\s+week\b", _week),
    (rf"{_BY}{_WEEKDAY}", _weekday),
    (rf"(?:by|on|before|until)\s+the\s+{_NTH}(?!\s+(?:floor|time|of))", _nth),
    (r"(?:tomorrow|today)\b", _soon),
)
