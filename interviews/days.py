"""Days in what people say: “by Friday 6 November”, “in two or three weeks”, “end of next week”.

Pure. Every day is read as said on the day of the talk, and never before it. A span is read to its end, as the
clock needs it: “two or three weeks” means three. What does not fit is marked unsure, so that the page asks.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from interviews.sayings import (
    ABOUT,
    BESIDE,
    CLAUSE_ENDS,
    DAY,
    DAY_NAME,
    FIGURES,
    HOW_MANY,
    LEAD,
    MONTH,
    MONTH_NAMES,
    MONTHS,
    NTH,
    PART,
    ROUGHLY,
    TIME_OF_DAY,
    TO,
    UNIT,
    WEEK_OF,
    WEEKDAY,
    WEEKDAYS,
    WHAT,
    YEAR,
    N,
    number,
    without_false_alarms,
)
from interviews.tongues import in_english

if TYPE_CHECKING:
    from collections.abc import Callable

_TUESDAY, _WEDNESDAY, _FRIDAY, _SUNDAY = 1, 2, 4, 6
# A day named without a year is the next one to come; one only just gone was meant, and is no day to wait for.
_JUST_GONE = dt.timedelta(days=45)
_STEP = {"day": relativedelta(days=1), "week": relativedelta(weeks=1), "month": relativedelta(months=1)}
# Where in a week, and where in a month: the early, the middle and the late of it.
_IN_WEEK = (_TUESDAY, _WEDNESDAY, _FRIDAY)
_IN_MONTH = (10, 15, 31)
# The first week of a month is the one that has at least this many of its working days.
_MOST_OF_A_WEEK = 3
# 2/3 alone is a share, 6/11 is a day.
_LARGEST_SHARE = 10
# A day stands near the beginning of what is said, if anywhere.
_READ = 2000
_TWO_FIGURES = 2
_DECEMBER = 12


@dataclass(frozen=True)
class Found:
    """A day found in a text: which, the words that said it, and whether it could be read otherwise."""

    day: dt.date
    words: str
    sure: bool = True


@dataclass(frozen=True)
class _Said:
    """When it was said and how days are counted there."""

    on: dt.date
    add: Callable[[dt.date, int], dt.date] | None
    month_first: bool


def find_day(
    text: str,
    said_on: dt.date,
    add_business_days: Callable[[dt.date, int], dt.date] | None = None,
    *,
    month_first: bool = False,
) -> Found | None:
    """The day that the text names, as said on `said_on` and never before it; None where it names none.

    Business days are counted by `add_business_days`; without it, five of them are taken as a week.
    `month_first` reads 11/6 as 6 November, as in the United States.
    """
    said = _Said(said_on, add_business_days, month_first)
    plain = without_false_alarms(in_english(" ".join(text[:_READ].split())))
    for pattern, read in _READERS:
        for match in pattern.finditer(plain):
            try:
                found = read(match, said)
            except (ValueError, OverflowError):
                continue
            if found is not None and found >= said_on:
                return Found(found, match.group().strip(), _fits(match, found))
    return None


def _fits(match: re.Match[str], day: dt.date) -> bool:
    """Whether the weekday said beside a date is the date's own."""
    beside = match.groupdict().get("beside")
    return not beside or _weekday_of(beside) == day.weekday()


def _iso(match: re.Match[str], _said: _Said) -> dt.date:
    return dt.date.fromisoformat(match.group())


def _figures(match: re.Match[str], said: _Said) -> dt.date | None:
    """25/11 or 3.12.2026: day first, in the United States month first; what cannot be is turned round."""
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    day, month = (second, first) if said.month_first and "/" in match.group() else (first, second)
    if month > _DECEMBER >= day:
        day, month = month, day
    if not match["lead"] and not year and first < second <= _LARGEST_SHARE:
        return None
    return _day_of(day, month, _year(year), said)


def _year(figures: str | None) -> int | None:
    return int(figures) + (2000 if len(figures) == _TWO_FIGURES else 0) if figures else None


def _named(match: re.Match[str], said: _Said) -> dt.date | None:
    """6 November, November 6th, 9 to 13 November; “5 may leave” is no day of May."""
    verb = match["month"] in {"may", "march", "mar"}
    if (
        verb
        and not match["nth"]
        and not re.search(r"\b(?:by|on|before|until|from)\b", match.string, re.IGNORECASE)
    ):
        return None
    day = _day_of(int(match["day"]), MONTHS[match["month"].casefold()], _year(match["year"]), said)
    return _in_week(day, _FRIDAY) if match.groupdict().get("week") else day


def _span(match: re.Match[str], said: _Said) -> dt.date:
    """In two or three weeks: three, from the day of the talk or from the day it names."""
    found = match.groupdict()
    words = re.findall(rf"\b{N}\b", found["numbers"], re.IGNORECASE)
    many = max(map(number, words), default=1)
    start = said.on
    if (origin := found.get("origin")) and origin.casefold() not in {"now", "today"}:
        start = _tomorrow(said) if origin.casefold() == "tomorrow" else _coming(origin, said.on)
    unit = found["unit"].casefold()
    if unit == "fortnight":
        unit, many = "week", many * 2
    if unit == "hour":
        unit, many = "day", -(-many // 24)
    if found.get("business") and unit == "day":
        return said.add(start, many) if said.add else start + dt.timedelta(days=many * 7 // 5)
    return start + _STEP[unit] * many


def _two(match: re.Match[str], said: _Said) -> dt.date:
    """A week or two."""
    return said.on + _STEP[match["unit"].casefold()] * 2


def _period(match: re.Match[str], said: _Said) -> dt.date | None:
    """A week, a month, a quarter or the year, and which part of it: the end where none is said."""
    found = match.groupdict()
    part = _part(found.get("part") or "end")
    what = re.sub(r"\s+", " ", found["what"].casefold()).removeprefix("the ")
    ahead = 1 if what.startswith(("next", "coming")) else 0
    if what.endswith("week"):
        return _in_week(said.on + dt.timedelta(weeks=ahead), _IN_WEEK[part])
    if what.endswith("year"):
        return dt.date(said.on.year + ahead, 12, 31) if part == len(_IN_WEEK) - 1 else None
    if what.endswith("month"):
        day = said.on + relativedelta(months=ahead, day=_IN_MONTH[part])
        return day if day >= said.on else day + relativedelta(months=1, day=_IN_MONTH[part])
    month = MONTHS.get(what) or 3 * int(what[-1]) - (2, 1, 0)[part]
    lead = (found.get("lead") or "").casefold()
    if lead in {"by", "before"} and not found.get("part") and what in MONTHS:
        return _first_of(month, said)
    return _first_of(month, said) + relativedelta(day=_IN_MONTH[part])


def _part(words: str) -> int:
    """0 early, 1 in the middle, 2 late."""
    if re.search(r"early|start|beginning", words, re.IGNORECASE):
        return 0
    return 1 if "mid" in words.casefold() else 2


def _nth_week(match: re.Match[str], said: _Said) -> dt.date:
    """The second week of January: the Friday of the second week that has most of its working days in it."""
    first = _first_of(MONTHS[match["month"].casefold()], said)
    week = match["which"].casefold()
    if week == "last":
        last = first + relativedelta(day=31)
        return _in_week(last - dt.timedelta(days=_MOST_OF_A_WEEK - 1 if last.weekday() < 2 else 0), _FRIDAY)
    friday = _coming("friday", first - dt.timedelta(days=1))
    if friday.day < _MOST_OF_A_WEEK:
        friday += dt.timedelta(weeks=1)
    return friday + dt.timedelta(weeks=("first", "second", "third", "fourth").index(week))


def _of_next_week(match: re.Match[str], said: _Said) -> dt.date:
    """Tuesday of next week; next Friday is of next week, too."""
    return _in_week(said.on + dt.timedelta(weeks=1), _weekday_of(match["weekday"]))


def _week_later(match: re.Match[str], said: _Said) -> dt.date:
    """Monday week: the Monday after the next."""
    return _coming(match["weekday"], said.on) + dt.timedelta(weeks=1)


def _weekday(match: re.Match[str], said: _Said) -> dt.date:
    return _coming(match["weekday"], said.on)


def _nth(match: re.Match[str], said: _Said) -> dt.date:
    """By the 25th: of this month, or of the next that has such a day when it is over."""
    day = int(match["day"])
    for ahead in range(3):
        found = said.on + relativedelta(months=ahead, day=day)
        if found >= said.on and found.day == day:
            return found
    raise ValueError("no month has such a day")


def _after_next(_match: re.Match[str], said: _Said) -> dt.date:
    return _in_week(said.on + dt.timedelta(weeks=2), _FRIDAY)


def _tomorrow(said: _Said) -> dt.date:
    return said.on + dt.timedelta(days=1)


def _soon(match: re.Match[str], said: _Said) -> dt.date:
    words = match.group().casefold()
    return said.on + dt.timedelta(days="tomorrow" in words) + dt.timedelta(days="after" in words)


def _feast(match: re.Match[str], said: _Said) -> dt.date:
    """Before Christmas, the New Year, Easter: the last day before the holidays begin."""
    feast = match["feast"].casefold()
    if "year" in feast:
        return dt.date(said.on.year, 12, 31)
    if "easter" in feast:
        found = [easter(said.on.year + ahead) - dt.timedelta(days=3) for ahead in (0, 1)]
        return next(day for day in found if day >= said.on)
    return _day_of(24, 12, None, said)


def _weekend(match: re.Match[str], said: _Said) -> dt.date:
    """By the weekend is by Friday; over the weekend until Sunday."""
    return _in_week(
        said.on, _SUNDAY if match["lead"].casefold().startswith(("over", "at", "on")) else _FRIDAY
    )


def _weekday_of(word: str) -> int:
    return ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(word[:3].casefold())


def _coming(weekday: str, after: dt.date) -> dt.date:
    """The next day of that name after a day."""
    return after + dt.timedelta(days=1 + (_weekday_of(weekday) - after.weekday() - 1) % 7)


def _in_week(day: dt.date, weekday: int) -> dt.date:
    """That weekday, 0 for Monday, of the week a day is in."""
    return day + dt.timedelta(days=weekday - day.weekday())


def _first_of(month: int, said: _Said) -> dt.date:
    """The first day of the next such month that is not over."""
    first = dt.date(said.on.year, month, 1)
    return first if first + relativedelta(day=31) >= said.on else first.replace(year=said.on.year + 1)


def _day_of(day: int, month: int, year: int | None, said: _Said) -> dt.date:
    if year is not None:
        return dt.date(year, month, day)
    this_year = dt.date(said.on.year, month, day)
    return this_year if this_year >= said.on - _JUST_GONE else dt.date(said.on.year + 1, month, day)


# The most telling first: a date beats a weekday beside it.
_READERS = [
    (re.compile(rf"(?<![\w/.,£$€-]){pattern}", re.IGNORECASE), read)
    for pattern, read in (
        (r"\d{4}-\d\d-\d\d\b", _iso),
        (
            rf"(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?{TO}(?:the\s+)?{DAY}[\s-]+(?:of\s+)?{MONTH}{YEAR}",
            _named,
        ),
        (rf"{WEEK_OF}{BESIDE}{DAY}[\s-]*(?:of\s+)?{MONTH}{YEAR}", _named),
        (rf"{BESIDE}{MONTH}\s+(?:the\s+)?(?:\d{{1,2}}{TO})?{DAY}{YEAR}", _named),
        (
            rf"(?P<lead>(?:{LEAD})\s+(?:the\s+)?|{DAY_NAME},?\s+){FIGURES}\b(?!\s*%|[/.]?\d)",
            _figures,
        ),
        (
            rf"(?P<lead>)(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})(?:/(?P<year>\d{{4}}|\d\d))?{CLAUSE_ENDS}",
            _figures,
        ),
        (r"(?P<lead>)(?P<first>\d{1,2})\.(?P<second>\d{1,2})\.(?P<year>\d{4})\b", _figures),
        (
            rf"(?P<numbers>{HOW_MANY})\s+{UNIT}\s+(?:on|from)\s+(?P<origin>{WEEKDAYS}|now|today|tomorrow)\b",
            _span,
        ),
        (rf"(?P<numbers>{HOW_MANY})\s+{UNIT}\s+(?P<origin>today|tomorrow)\b", _span),
        (rf"{WEEKDAY}\s+week\b", _week_later),
        (rf"(?:{N})\s+(?P<unit>day|week|month)\s+or\s+two\b", _two),
        (rf"{ABOUT}{ROUGHLY}(?P<numbers>{HOW_MANY})\s+{UNIT}", _span),
        (rf"(?P<numbers>another)\s+{UNIT}", _span),
        (rf"(?P<numbers>{N}\s*(?:or|to|-|–)\s*{N})\s+{UNIT}", _span),
        (rf"(?P<numbers>{HOW_MANY})\s+(?P<business>working|business)\s+(?P<unit>day)s?\b", _span),
        (rf"(?P<numbers>{N})\s+(?P<unit>day|week|month)s?\s+(?:or\s+so|at\s+(?:most|the\s+latest))\b", _span),
        (r"(?:the\s+)?week\s+after\s+next\b", _after_next),
        (rf"(?:the\s+)?(?P<which>first|second|third|fourth|last)\s+week\s+(?:of|in)\s+{MONTH}", _nth_week),
        (rf"(?:(?:{WEEKDAYS})\s+or\s+)?{WEEKDAY}\s+(?:of\s+|in\s+)?next\s+week\b", _of_next_week),
        (rf"next\s+week,?\s+(?:on\s+)?{WEEKDAY}", _of_next_week),
        (rf"(?:{WEEKDAYS})\s+or\s+{WEEKDAY}", _weekday),
        (rf"next\s+(?P<weekday>{DAY_NAME})", _of_next_week),
        (rf"(?:{LEAD}|this|coming)\s+(?:this\s+|coming\s+|the\s+)*(?P<weekday>{DAY_NAME})", _weekday),
        (
            rf"(?<!the\s)(?<!a\s)(?:(?:EOD|COB)\s+)?{WEEKDAY}(?:{CLAUSE_ENDS}|(?={TIME_OF_DAY}))",
            _weekday,
        ),
        (rf"{PART}[\s-]+(?P<what>{WHAT}|{MONTH_NAMES})\b", _period),
        (
            rf"(?:{LEAD}|between)\s+the\s+(?:{NTH}\s+and\s+the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th){CLAUSE_ENDS}",
            _nth,
        ),
        (r"the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\s+(?:at\s+the\s+)?latest\b", _nth),
        (rf"(?P<lead>in|by|before|until|till|during)\s+(?P<what>{MONTH_NAMES}|Q[1-4])\b", _period),
        (
            r"(?:before|by|until|till)\s+(?:the\s+)?(?P<feast>christmas|xmas|easter|new\s+year|year[\s-]+end)\b",
            _feast,
        ),
        (r"(?P<lead>over|by|before|at|on)\s+the\s+weekend\b", _weekend),
        (r"(?:by\s+|before\s+)?(?P<lead>)EOW\b", _weekend),
        (r"(?P<what>month|year)[\s-]+end\b", _period),
        (r"(?P<what>(?:this|next|coming)\s+(?:week|month))\b", _period),
        (r"within\s+the\s+(?P<what>week|month)\b", _period),
        (r"(?:the\s+day\s+after\s+)?tomorrow\b|today\b|tonight\b|end\s+of\s+(?:the\s+)?day\b|EOD\b", _soon),
    )
]
