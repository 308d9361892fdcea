"""What an import has to say, in sentences: problems, lines of notes, what columns and files are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from candidacy.choices import ClosedAs, Stage

if TYPE_CHECKING:
    from desk.moving_in.refusing import UnknownFileError
    from desk.moving_in.rows import Problem, Row

_QUOTED = 80
MEANINGS = {
    "company": gettext_lazy("Company"),
    "role": gettext_lazy("Role"),
    "stage": gettext_lazy("Stage"),
    "applied_on": gettext_lazy("Applied on"),
    "closed_on": gettext_lazy("Ended on"),
    "last_in": gettext_lazy("Their last message"),
    "last_out": gettext_lazy("My last message"),
    "interview_on": gettext_lazy("Interview"),
    "decision_on": gettext_lazy("They decide by"),
    "location": gettext_lazy("Location"),
    "posting_url": gettext_lazy("Link to the posting"),
    "posting_text": gettext_lazy("The posting’s text"),
    "source": gettext_lazy("Where I found it"),
    "pay": gettext_lazy("Pay"),
    "person": gettext_lazy("Person, with address"),
    "person_email": gettext_lazy("Their e-mail"),
    "person_phone": gettext_lazy("Their phone"),
    "person_title": gettext_lazy("Their title"),
    "person_link": gettext_lazy("Their profile"),
    "files_sent": gettext_lazy("Files you sent"),
    "website": gettext_lazy("Company website"),
    "notes": gettext_lazy("Notes on the candidacy"),
}
# What only a tracker's own columns mean.
_OWN = {
    "applied_yes": gettext_lazy("Whether you applied"),
    "archived": gettext_lazy("Whether it was put away"),
    "archived_on": gettext_lazy("Put away on"),
    "saved_on": gettext_lazy("Saved on"),
    "ignored": gettext_lazy("Not needed"),
}
SHAPES = {
    "csv": gettext_lazy("a table"),
    "jobsync": "JobSync",
    "jobhuntbuddy": "Job Hunt Buddy",
    "simplify": "Simplify",
    "teal": "Teal",
    "huntr": "Huntr",
    "linkedin": "LinkedIn",
    "vcard": gettext_lazy("address cards"),
    "afterword": gettext_lazy("an archive of Afterword"),
}
_UNREADABLE = {
    "empty": gettext_lazy("There is nothing in this file."),
    "no_text": gettext_lazy("This file holds no text. Choose a CSV, JSON or vCard file."),
    "workbook": gettext_lazy(
        "This is a workbook. Save the sheet as CSV in your spreadsheet program, and choose that."
    ),
    "pdf": gettext_lazy("This is a PDF. Choose a CSV, JSON or vCard file."),
    "unknown": gettext_lazy("No column of this file is known: one has to be called Company, or Role."),
    "no_table": gettext_lazy("This is no table, and no other export that is known here."),
    "too_wide": gettext_lazy(
        "This table has more than 200 columns. Take out those that are not about your search."
    ),
    "no_rows": gettext_lazy("There are headings in this file, and no rows below them."),
    "no_json": gettext_lazy("This looks like JSON, but it is broken, or cut short."),
    "no_jobs": gettext_lazy("There is no list of jobs in this file."),
    "no_card": gettext_lazy("There is no address card in this file."),
}


def unreadable(error: UnknownFileError) -> str:
    """Why a file cannot be taken, and what helps."""
    return str(_UNREADABLE.get(error.code, _UNREADABLE["no_table"]))


def problem(found: Problem) -> str:
    """What is wrong with a row, as a sentence."""
    value = found.value if len(found.value) <= _QUOTED else f"{found.value[:_QUOTED]}…"
    match found.code:
        case "no_company":
            return _("A candidacy needs a company.")
        case "no_date":
            return _("“%(value)s” is no date.") % {"value": value}
        case "too_long":
            said = _("%(field)s: keep it to %(value)s characters.")
            return said % {"field": meaning(found.field), "value": value}
        case "no_link":
            return _("“%(value)s” is no link to a web page.") % {"value": value}
        case "near":
            return _("Is this your %(company)s?") % {"company": value}
        case _:
            return _("A character in here is broken: type it again.")


def remark(code: str, text: str) -> str:
    """A fact without a field of its own, as a line of the notes."""
    match code:
        case "status":
            return _("Status there: %(text)s") % {"text": text}
        case "link":
            return _("Link: %(text)s") % {"text": text}
        case "last_in" | "last_out" | "interview_on" | "decision_on":
            return f"{MEANINGS[code]}: {text}"
        case _:
            return text


def meaning(name: str) -> str:
    """What a column means, or a field is called."""
    return str(MEANINGS.get(name) or _OWN.get(name) or name)


def value(name: str, given: object) -> str:
    """A value of a candidacy as it is shown."""
    if name == "stage":
        return str(Stage(str(given)).label)
    if name == "closed_as":
        return str(ClosedAs(str(given)).label)
    return str(given)


def row_name(row: Row) -> str:
    """A row by what it is about."""
    if row.only_people:
        person = row.people[0].name if row.people else _("No name")
        return f"{person}, {row.company}" if row.company else person
    company = row.company or _("No company")
    return f"{company}, {row.role}" if row.role else company


def skipped(row: Row, found: Problem) -> str:
    """A row that is left out, with the reason."""
    said = _("row %(number)s, %(name)s: %(problem)s")
    told = {"number": row.number, "name": row_name(row), "problem": problem(found).rstrip(".")}
    return said % told


def more_skipped(count: int) -> str:
    """Rows that are left out and not named one by one."""
    return ngettext("%(count)s more row", "%(count)s more rows", count) % {"count": count}


def counts(counted: dict[str, int]) -> list[dict[str, object]]:
    """Records by their number, those that count most first: 22 candidacies, 12 people."""
    first = [
        name for name in ("candidacies", "people", "companies", "contacts", "interviews") if counted.get(name)
    ]
    rest = [name for name in counted if name not in first and counted[name]]
    return [{"count": counted[name], "word": _counted(name, counted[name])} for name in [*first, *rest]]


def _counted(name: str, count: int) -> str:
    match name:
        case "candidacies":
            return ngettext("candidacy", "candidacies", count)
        case "people":
            return ngettext("person", "people", count)
        case "companies":
            return ngettext("company", "companies", count)
        case "contacts":
            return ngettext("message", "messages", count)
        case "interviews":
            return ngettext("interview", "interviews", count)
        case "letters":
            return ngettext("letter", "letters", count)
        case "notes":
            return ngettext("note", "notes", count)
        case "developments":
            return ngettext("development", "developments", count)
        case _:
            return name
