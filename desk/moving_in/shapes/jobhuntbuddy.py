"""Job Hunt Buddy: JSON with `jobs[]`, each with `contacts[]`, `notes[]`, `timeline[]` and `interviews[]`.

Pure. Jobs are read one after the other, so that a large file is never in memory as a whole. What the program
made up about a posting or a CV is left behind; the words of the posting, my notes, the people and what
happened are taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desk.moving_in import dates, stages
from desk.moving_in.encoding import encoding_of, pieces_of
from desk.moving_in.json_text import Json
from desk.moving_in.limits import checked
from desk.moving_in.refusing import UnknownFileError
from desk.moving_in.rows import Meeting, Problem, Row, Somebody, Word, day_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from desk.moving_in.content import Content
    from desk.moving_in.rows import When

NAME = "jobhuntbuddy"
_LIST_OF_JOBS = re.compile(rb'"jobs"\s*:\s*\[')
_PIECE, _MOST_SPACE = 1 << 20, 200
_THEIRS = re.compile(r"recei|repl|respon|heard|reject|invit|offer", re.IGNORECASE)
_MINE = re.compile(r"email|e-mail|sent|follow|thank|contact", re.IGNORECASE)
_CHANNELS = {"phone": "phone", "call": "phone", "screen": "phone", "onsite": "on_site", "on-site": "on_site",
             "in-person": "on_site", "in_person": "on_site", "person": "on_site"}  # fmt: skip


@dataclass(frozen=True)
class _Reading:
    """The day it is, and what is typed for a field of the job instead."""

    today: dt.date
    mended: Mapping[str, str]


def is_such(data: Content) -> bool:
    """Whether the content is JSON with a list of jobs in it."""
    if not data[:4096].decode("utf-8", errors="ignore").lstrip("\ufeff \t\r\n").startswith("{"):
        return False
    # What is looked for may begin in one piece and end in the next.
    starts = range(0, len(data), _PIECE)
    return any(_LIST_OF_JOBS.search(data[start : start + _PIECE + _MOST_SPACE]) for start in starts)


def rows(data: Content, today: dt.date, mended: Mapping[int, Mapping[str, str]]) -> Iterator[Row]:
    """Every job as a row, numbered from 1. Raises UnknownFileError where it is no such file."""
    for number, job in enumerate(_jobs(Json(pieces_of(data, encoding_of(data)))), start=1):
        known = job if isinstance(job, dict) else {}
        yield checked(_row(number, known, _Reading(today, mended.get(number, {}))))


def _jobs(text: Json) -> Iterator[Any]:
    """The members of the list of jobs, wherever at the top it stands."""
    try:
        text.take("{")
        while text.following() != "}":
            name = text.value()
            text.take(":")
            if name == "jobs" and text.following() == "[":
                text.take("[")
                while text.following() != "]":
                    yield text.value()
                return
            text.value()
    except (ValueError, RecursionError) as error:
        raise UnknownFileError("no_json", str(error)[:100]) from error
    raise UnknownFileError("no_jobs")


def _row(number: int, job: dict[str, Any], reading: _Reading) -> Row:
    company = reading.mended.get("company", "").strip() or _text(job, "company")
    row = Row(number, company=company, role=_text(job, "title", "role", "position"))
    row.posting_url = _text(job, "jdLink", "url", "link")
    row.posting_text = _text(job, "jdText", "description")
    row.location, row.source = _text(job, "location"), _text(job, "source")
    summary = job.get("summary")
    row.pay = _text(summary, "salary") if isinstance(summary, dict) else _text(job, "salary")
    word = _text(job, "status")
    said = stages.said(word) if word else stages.Said()
    row.stage, row.closed_as = said.stage, said.closed_as
    if word and not said.known:
        row.remarks.append(("status", word))
    row.people = [person for person in map(_person, _records(job, "contacts")) if person.name]
    row.notes = "\n\n".join(filter(None, (_text(note, "content", "text") for note in _records(job, "notes"))))
    for contact in _records(job, "contacts"):
        if _text(contact, "notes"):
            row.remarks.append(("person", f"{_text(contact, 'name')}: {_text(contact, 'notes')}"))
    _applied(row, job, reading)
    _happened(row, job, reading)
    _talks(row, job, reading)
    return row


def _applied(row: Row, job: dict[str, Any], reading: _Reading) -> None:
    text = _text(job, "dateApplied", "appliedDate", "applicationDate")
    told = [
        event
        for event in _records(job, "timeline")
        if "appl" in _text(event, "type", "description").casefold()
    ]
    when = _when(row, "applied_on", text or (_text(told[0], "date") if told else ""), reading)
    row.applied_on = day_of(when) if when else None


def _happened(row: Row, job: dict[str, Any], reading: _Reading) -> None:
    """What came in and what went out are dated lines; the rest of the timeline is a line of the notes."""
    for event in _records(job, "timeline"):
        kind, text = _text(event, "type"), _text(event, "description", "text")
        when = _when(row, "timeline", _text(event, "date", "createdAt"), reading)
        if when is None or "appl" in f"{kind} {text}".casefold():
            continue
        if "status" in kind.casefold() or not (_THEIRS.search(kind) or _MINE.search(kind)):
            row.remarks.append(("event", f"{day_of(when).isoformat()}: {text or kind}"))
        else:
            row.words.append(Word(when, "in" if _THEIRS.search(kind) else "out", text=text))


def _talks(row: Row, job: dict[str, Any], reading: _Reading) -> None:
    for talk in _records(job, "interviews"):
        when = _when(row, "interview_on", _text(talk, "scheduledAt", "date", "startsAt", "start"), reading)
        kind = _text(talk, "type", "format", "round")
        if when is None:
            continue
        channel = next((one for word, one in _CHANNELS.items() if word in kind.casefold()), "video")
        given = talk.get("interviewers")
        people = [_somebody(one) for one in given] if isinstance(given, list) else []
        if not people and _text(talk, "interviewer", "interviewerName", "with"):
            title = _text(talk, "interviewerRole", "interviewerTitle")
            people = [Somebody(_text(talk, "interviewer", "interviewerName", "with"), title)]
        row.meetings.append(
            Meeting(
                when,
                channel=channel,
                place=_text(talk, "location", "link"),
                people=[p for p in people if p.name],
            )
        )
        for text in filter(None, (_text(talk, "notes"), _text(talk, "outcome"))):
            row.remarks.append(("event", f"{day_of(when).isoformat()}: {text}"))


def _somebody(given: Any) -> Somebody:
    return _person(given) if isinstance(given, dict) else Somebody(str(given).strip() if given else "")


def _person(given: dict[str, Any]) -> Somebody:
    return Somebody(
        " ".join(_text(given, "name").split()),
        " ".join(_text(given, "role", "title").split()),
        _text(given, "email"),
        _text(given, "phone"),
        _text(given, "linkedin", "link", "url"),
    )


def _when(row: Row, field: str, text: str, reading: _Reading) -> When | None:
    text = reading.mended.get(field, text)
    if dates.says_nothing(text):
        return None
    try:
        return dates.read(text, us=False, today=reading.today)
    except (ValueError, OverflowError):
        row.problems.append(Problem("no_date", field, text))
        return None


def _records(job: dict[str, Any], name: str) -> list[dict[str, Any]]:
    given = job.get(name)
    return [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []


def _text(given: dict[str, Any], *names: str) -> str:
    """The first of these that is there, as text."""
    for name in names:
        value = given.get(name)
        if isinstance(value, str) and value.strip():
            return value.replace("\x00", "").strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return ""
