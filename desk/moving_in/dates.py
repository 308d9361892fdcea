"""Days as people and programs write them: in figures, in words of several languages, as counts.

Pure. A column is written in one way, so that one value such as 13/10 says how all its values are meant; where
none does, the caller says whether the month comes first, as it does in the United States.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desk.moving_in.rows import When

FIRST_YEAR, LAST_YEAR = 1900, 2200
# Two figures of a year up to this mean this century.
_CENTURY = 69
# Days since 30 December 1899, as spreadsheet programs count them: 1954 to 2119.
_SERIALS = (20_000, 80_000)
_SERIAL_ZERO = dt.datetime(1899, 12, 30)  # noqa: DTZ001  (a day without a zone)
_NOTHING = frozenset(
    {"", "-", "–", "—", "n/a", "na", "none", "null", "nil", "nan", "undefined", "unknown", "tbd", "tba", "?",
     "invalid date", "unbekannt", "offen", "keine", "inconnu", "aucune", "desconocido", "ninguna"}
)  # fmt: skip

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan january januar janner jaenner janv janvier ene enero gennaio januari",
            "feb february februar fev fevr fevrier febrero febbraio februari",
            "mar mars march marz maerz mrz marzo maart",
            "apr april avr avril abr abril aprile",
            "may mai mayo maggio mei",
            "jun june juni juin junio giugno",
            "jul july juli juil juillet julio luglio",
            "aug august aout ago agosto augustus",
            "sep sept september septembre septiembre settembre",
            "oct october okt oktober octobre octubre ottobre",
            "nov november novembre noviembre",
            "dec december dez dezember decembre dic diciembre dicembre",
        ),
        start=1,
    )
    for word in words.split()
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d])|(\d{4})(\d{2})(\d{2})$")
_FIGURES = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?!\d)")
_NO_YEAR = re.compile(r"(\d{1,2})([/.])(\d{1,2})\.?")
_TIME = re.compile(r"[\sT,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?m?\.?", re.IGNORECASE)
_ZONE = re.compile(r"\s*(?:Z$|(?:GMT|UTC)?([+-])(\d{2}):?(\d{2})|(?:GMT|UTC)\b)")
_COUNT = re.compile(r"\d{5}(?:[.,]\d+)?|\d{10}|\d{13}")


def says_nothing(text: str) -> bool:
    """Whether the cell stands for no date."""
    return text.strip().casefold() in _NOTHING


def month_first(values: Iterable[str]) -> bool | None:
    """Whether a column's days in figures begin with the month; None where no value of it decides."""
    votes = {True: 0, False: 0}
    for value in values:
        found = _FIGURES.match(value.strip())
        if found and found[2] != ".":
            first, second = int(found[1]), int(found[3])
            if first > 12 >= second:
                votes[False] += 1
            elif second > 12 >= first:
                votes[True] += 1
    if votes[True] == votes[False]:
        return None
    return votes[True] > votes[False]


def is_ambiguous(text: str) -> bool:
    """Whether the day could be meant in two ways."""
    found = _FIGURES.match(text.strip())
    return bool(
        found and found[2] != "." and found[1] != found[3] and max(int(found[1]), int(found[3])) <= 12
    )


def read(text: str, *, us: bool, today: dt.date) -> When:
    """The day or the moment that is written there. Raises ValueError for what is none.

    `us` says that the month comes first where it is not clear; `today` gives the year to a day without one:
    the latest such day that is not yet to come.
    """
    text = text.strip().strip("'\"")
    if _COUNT.fullmatch(text):
        return _counted(text)
    day, rest = _day(text, us=us, today=today)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(text)
    return _with_time(day, rest)


def _counted(text: str) -> When:
    if len(text) == 13:
        return _since_1970(int(text) / 1000)
    if len(text) == 10:
        return _since_1970(int(text))
    days = float(text.replace(",", "."))
    if not _SERIALS[0] <= days <= _SERIALS[1]:
        raise ValueError(text)
    return (_SERIAL_ZERO + dt.timedelta(days=days)).date()


def _since_1970(seconds: float) -> dt.datetime:
    moment = dt.datetime.fromtimestamp(seconds, dt.UTC)
    if moment.year > LAST_YEAR:
        raise ValueError(str(seconds))
    return moment


def _day(text: str, *, us: bool, today: dt.date) -> tuple[dt.date, str]:
    if found := _ISO.match(text):
        year, month, day = (int(part) for part in found.groups() if part)
        return dt.date(year, month, day), text[found.end() :]
    if found := _NO_YEAR.fullmatch(text):
        first, second = int(found[1]), int(found[3])
        month_comes_first = (us and found[2] == "/") or second > 12
        return _lately(*((second, first) if month_comes_first else (first, second)), today), ""
    if found := _FIGURES.match(text):
        first, second, year = int(found[1]), int(found[3]), _full(found[4])
        month_comes_first = found[2] != "." and (us or second > 12)
        day, month = (second, first) if month_comes_first and first <= 12 else (first, second)
        return dt.date(year, month, day), text[found.end() :]
    return _in_words(text, today), _clock(text)


def _full(year: str) -> int:
    if len(year) == 4:
        return int(year)
    return int(year) + (1900 if int(year) > _CENTURY else 2000)


def _clock(text: str) -> str:
    found = _TIME.search(text)
    return text[found.start() :] if found else ""


def _in_words(text: str, today: dt.date) -> dt.date:
    """12 Oct 2026, Mon, October 12th, 12. Oktober 2026, le 12 octobre."""
    before_time = text[: found.start()] if (found := _TIME.search(text)) else text
    words = re.findall(r"[^\W\d_]+|\d+", _plain(before_time))
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    # “mar 3 mars”: a weekday may look like a month, never the other way round.
    numbers = [int(word) for word in words if word.isdecimal() and len(word) <= 4]
    years = [number for number in numbers if number > 31]
    days = [number for number in numbers if number <= 31]
    if not months or not days or len(numbers) > 2 or len(before_time) > 40:
        raise ValueError(text)
    month = months[-1]
    if years or len(days) == 2:
        return dt.date(_full(str(years[0])) if years else 2000 + days[1], month, days[0])
    return _lately(days[0], month, today)


def _lately(day: int, month: int, today: dt.date) -> dt.date:
    for year in range(today.year, today.year - 5, -1):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    raise ValueError(f"{day}.{month}.")


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


def _with_time(day: dt.date, rest: str) -> When:
    found = _TIME.match(rest)
    if not found:
        return day
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4]:
        hour = hour % 12 + (12 if found[4].casefold() == "p" else 0)
    moment = dt.datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001  (its zone follows)
    zone = _ZONE.match(rest, found.end())
    if not zone:
        return moment
    offset = dt.timedelta(hours=int(zone[2] or 0), minutes=int(zone[3] or 0))
    return moment.replace(tzinfo=dt.timezone(-offset if zone[1] == "-" else offset))
