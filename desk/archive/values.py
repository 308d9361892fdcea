"""From the text of an archive to JSON, and from JSON to values: what each kind of field may hold.

Raises ArchiveRefusedError for a text that is no archive, ValueError with a sentence for a value that is none.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from candidacy import zones
from candidacy.fields import without_nul
from candidacy.history import STAGES
from desk.archive.faults import ArchiveRefusedError, Fault, quoted
from desk.archive.shapes import FORMAT, VERSION, Kind

Json = dict[str, Any]
# No number in an archive needs more; Python itself refuses to read some thousands.
MOST_DIGITS = 100
# A hundred thousand records have some 200,000 brackets and a million commas. Each can cost a hundred times
# its byte in memory, so an archive of many more is refused before it is read.
MOST_BRACKETS, MOST_COMMAS = 2_000_000, 5_000_000


def load(text: str | bytes) -> Json:
    """The archive’s object. Raises ArchiveRefusedError where the text is no JSON or no archive of ours."""
    try:
        decoded = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
        if decoded.count("{") + decoded.count("[") > MOST_BRACKETS or decoded.count(",") > MOST_COMMAS:
            raise ArchiveRefusedError([Fault("", "This is not an archive: it holds too many things.")])
        loaded = json.loads(
            decoded, object_pairs_hook=_once_each, parse_constant=_no_number, parse_int=_whole
        )
    except UnicodeDecodeError as error:
        raise ArchiveRefusedError([Fault("", f"This is not UTF-8 text (byte {error.start}).")]) from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise ArchiveRefusedError([Fault(where, "This is not JSON: " + error.msg.lower() + ".")]) from error
    except RecursionError as error:
        raise ArchiveRefusedError([Fault("", "This is not an archive: it is nested too deeply.")]) from error
    except ValueError as error:
        raise ArchiveRefusedError([Fault("", f"This is not an archive: {error}.")]) from error
    if not isinstance(loaded, dict) or loaded.get("format") != FORMAT:
        raise ArchiveRefusedError([Fault("format", "This is not an Afterword archive.")])
    if type(loaded.get("version")) is not int or loaded["version"] != VERSION:
        said = f"It is {str(loaded.get('version'))[:40]}; this program reads version {VERSION}."
        raise ArchiveRefusedError([Fault("version", said)])
    return loaded


def _once_each(pairs: list[tuple[str, Any]]) -> Json:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"“{twice}” stands twice in one record")
    return found


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no number")


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ValueError(f"a number in it has {len(digits)} digits")
    return int(digits)


def _text(value: Any, _zone: str) -> str:
    if not isinstance(value, str):
        raise ValueError("This must be a text in quotes.")
    text: str = without_nul(value)
    return text


def _number(value: Any, _zone: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("This must be a whole number.")
    return value


def _flag(value: Any, _zone: str) -> bool:
    if not isinstance(value, bool):
        raise ValueError("This must be true or false.")
    return value


def _day(value: Any, _zone: str) -> date:
    try:
        if isinstance(value, str) and len(value) == len("2026-09-01"):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError(f"{quoted(value)} is not {Kind.DAY.value}.")


def _moment(value: Any, zone: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) and "T" in value.upper() else None
    except ValueError:
        moment = None
    if moment is None:
        raise ValueError(f"{quoted(value)} is not {Kind.MOMENT.value}.")
    try:
        return moment.astimezone(zones.zone("UTC")) if moment.tzinfo else zones.to_utc(moment, zone)
    except zones.TwiceTimeError as error:
        raise ValueError(f"{error} Write it with its offset, such as +01:00.") from error
    except OverflowError as error:
        raise ValueError("Take a year between 1900 and 2200.") from error


def _keys(value: Any, _zone: str) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    if not all(isinstance(one, str) for one in listed):
        raise ValueError("Records are named by their keys, texts in quotes.")
    return listed


def _one_key(value: Any, _zone: str) -> list[str]:
    if not isinstance(value, str):
        raise ValueError("A record is named by its key, a text in quotes.")
    return [value]


def _moves(value: Any, zone: str) -> list[dict[str, str]]:
    """Each as {"stage": "final", "on": "2026-10-23"}."""
    listed = value if isinstance(value, list) else [value]
    for one in listed:
        if not isinstance(one, dict) or set(one) != {"stage", "on"} or one["stage"] not in STAGES:
            raise ValueError("Each move is a stage and the day it began, under “stage” and “on”.")
        _day(one["on"], zone)
    return listed


def _author(value: Any, zone: str) -> list[str]:
    return [] if value == "me" else _one_key(value, zone)


READ = {
    Kind.TEXT: _text,
    Kind.NUMBER: _number,
    Kind.FLAG: _flag,
    Kind.DAY: _day,
    Kind.MOMENT: _moment,
    Kind.KEY: _one_key,
    Kind.AUTHOR: _author,
    Kind.KEYS: _keys,
    Kind.MOVES: _moves,
}
