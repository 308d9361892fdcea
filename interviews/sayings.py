"""What is said of days, made ready to be read: the words of days, and the false alarms taken out.

Pure.
"""

from __future__ import annotations

import calendar
import re

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fourteen": 14, "couple": 2, "few": 3,
}  # fmt: skip
N = r"(?:\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")"
WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}

# The parts that the patterns of days are made of.
WEEKDAY = rf"(?P<weekday>{WEEKDAYS})\b"
DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
BESIDE = rf"(?:(?P<beside>{DAY_NAME}),?\s+(?:the\s+)?)?"
MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
MONTH = rf"(?P<month>{MONTH_NAMES})\b\.?"
DAY = r"(?P<day>\d{1,2})(?P<nth>st|nd|rd|th)?\b"
YEAR = r"(?:,?[\s-]+(?P<year>\d{4}))?\b"
WEEK_OF = r"(?P<week>week\s+(?:of|commencing|beginning|starting)\s+|w/c\s+)?(?:the\s+)?"
TO = r"\s*(?:or|to|and|-|–)\s*"
LEAD = r"by|on|before|until|till|from|after|for|around|about|than|w/c"
HOW_MANY = rf"{N}(?:\s*(?:or|to|-|–)\s*{N})?(?:\s+{N})?(?:\s+of)?"
UNIT = r"(?P<business>working\s+|business\s+)?(?P<unit>hour|day|week|fortnight|month)s?\b(?!-)"
ABOUT = r"(?:in|within|after|takes?|another|next|coming|give\s+(?:us|them|me|it)|at\s+least|up\s+to|than)"
ROUGHLY = r"(?:\s+(?:about|around|roughly|the\s+next|the|next|a\s+matter\s+of))*\s+"
CLAUSE_ENDS = r"(?=\s*(?:$|[,.;:!?)]|\s(?:at|or|and|latest|when|if|then|by|in|with)\b))"
PART = (
    r"(?P<part>early|mid|late|later|(?:the\s+)?(?:start|beginning|middle|end)\s+of|(?:the\s+)?(?:end|middle))"
)
WHAT = r"(?:(?:next|this|coming|the)\s+)?(?:week|month|year)s?|Q[1-4]"
TIME_OF_DAY = r"\s(?:morning|afternoon|evening|lunchtime|lunch|night|noon|midday|week|to\s+(?:ask|say))\b"
FIGURES = r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})(?:[/.](?P<year>\d{4}|\d\d))?"
NTH = r"\d{1,2}(?:st|nd|rd|th)?"

# Stands where a false alarm stood, and belongs to nothing.
GAP = " ~ "

_UNITS = r"(?:hour|day|week|month|quarter|year|weekend)"
_LONG_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|spring|summer"
)
_GONE = r"(?:last|past|previous|every|each|since|first)"
_NAMES = rf"(?:working\s+|business\s+)?(?:{_UNITS}|{WEEKDAYS}|{_LONG_MONTHS})"
# What looks like a day, or a span of them, and is none to come.
_FALSE_ALARMS = re.compile(
    "|".join(
        (
            rf"\b{_GONE}\s+(?:the\s+)?(?:(?:{N}|couple\s+of)\s+)?{_NAMES}s?\b(?!\s+(?:of|in)\s)",
            rf"\b(?:{N})\s+{_UNITS}s?\s+(?:ago|long|old|late|behind|earlier)\b",
            rf"\b(?:{N})-{_UNITS}s?\b",
            rf"\b{_UNITS}s?['’]\s*(?!s?\s*time\b)\w",
            r"\b24/7\b",
            r"\b\d+\s*(?:/|of|in|out of)\s*\d+\s+(?:of|full|done|time|price)\b",
            rf"\b(?:{WEEKDAYS})\s+(?:mornings|afternoons|evenings|nights|lunchtimes)\b",
            r"\b(?:start|starts|starting|joins?|joining|begins?|beginning)\s+(?:on|in)\s+(?=\w)",
        )
    ),
    re.IGNORECASE,
)


def number(word: str) -> int:
    """The number that a word or some figures say."""
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]


def without_false_alarms(text: str) -> str:
    """The text without “two weeks ago”, “every Friday”, “24/7”: days that are none to come."""
    return _FALSE_ALARMS.sub(GAP, text)
