"""What a row may hold, by the same limits as the pages' forms, so that all of a preview can be kept.

Pure. The lengths are those of the record's fields; a test holds them against each other.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from desk.moving_in.rows import Problem, Row, Somebody, day_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE, LINK, PHONE, EMAIL, PLACE = 200, 2000, 50, 254, 2000
FIRST, LAST = date(1900, 1, 1), date(2200, 12, 31)
_LINES = ("company", "role", "location", "source", "pay")
_TEXTS = ("posting_text", "files_sent", "notes")
_MAIL = re.compile(r"[^\s@<>()\",;:\\\[\]]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_WEB = re.compile(
    r"https?://(?:[^\s/?#@\\]+@)?(?:[\w-]+(?:\.[\w-]+)+|localhost|\[[0-9a-fA-F:.]+\])\.?(?::\d{1,5})?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?:[/?#]\S*)?", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def checked(row: Row) -> Row:
    """The row with what keeps it out, and without what can be said in its notes instead."""
    if not row.company:
        row.problems.append(Problem("no_company", "company"))
    row.problems.extend(_too_long(row))
    row.posting_url = _link(row, row.posting_url, "posting_url")
    row.website = _link(row, row.website, "website")
    for person in row.people:
        _mend(row, person)
    for meeting in row.meetings:
        meeting.place = meeting.place[:PLACE]
    row.remarks += [("person", person.email) for person in row.people if person.email and not person.name]
    row.people = [person for person in row.people if person.name]
    row.problems.extend(_odd_years(row))
    return row


def mail_address(text: str) -> str:
    """The first e-mail address in the text; empty where there is none."""
    found = _MAIL.search(text)
    return found[0] if found and len(found[0]) <= EMAIL else ""


def _too_long(row: Row) -> Iterator[Problem]:
    for name in (*_LINES, *_TEXTS):
        text = getattr(row, name)
        if not text.isascii() and not _whole(text):
            yield Problem("surrogate", name)
        elif name in _LINES and len(text) > LINE:
            yield Problem("too_long", name, str(LINE))
    for person in row.people:
        if len(person.name) > LINE or len(person.title) > LINE:
            yield Problem("too_long", "person", str(LINE))


def _whole(text: str) -> bool:
    return not any("\ud800" <= one <= "\udfff" for one in text)


def _link(row: Row, text: str, field: str) -> str:
    """A link to a web page. Words that are none go to the notes; other kinds of address keep the row out."""
    if not text or (_WEB.fullmatch(text) and len(text) <= LINK):
        return text
    if _BARE.fullmatch(text) and len(text) < LINK - 10:
        return f"https://{text}"
    if len(text) > LINK:
        row.problems.append(Problem("too_long", field, str(LINK)))
    elif _SCHEME.match(text) and not text.lower().startswith(("http:", "https:")):
        row.problems.append(Problem("no_link", field, text))
    else:
        row.remarks.append(("link", text))
    return ""


def _mend(row: Row, person: Somebody) -> None:
    if person.email and (not _MAIL.fullmatch(person.email) or len(person.email) > EMAIL):
        row.remarks.append(("person", f"{person.name}: {person.email}".removeprefix(": ")))
        person.email = mail_address(person.email)
    if len(person.phone) > PHONE:
        row.remarks.append(("person", f"{person.name}: {person.phone}"))
        person.phone = ""
    before, row_problems = person.link, len(row.problems)
    person.link = _link(row, person.link, "person_link")
    if len(row.problems) > row_problems:
        # A profile that leads nowhere keeps nobody out.
        row.problems.pop()
        row.remarks.append(("person", f"{person.name}: {before}"))


def _odd_years(row: Row) -> Iterator[Problem]:
    days = [(name, getattr(row, name)) for name in ("applied_on", "closed_on", "decision_on")]
    days += [("last_in", day_of(word.when)) for word in row.words]
    days += [("interview_on", day_of(meeting.starts_at)) for meeting in row.meetings]
    for name, day in days:
        if day is not None and not FIRST <= day <= LAST:
            yield Problem("no_date", name, day.isoformat())
