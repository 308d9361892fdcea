"""The tables of the agenda, and the triggers that note whose facts changed, in SQLite and in PostgreSQL.

A trigger sees every change, whoever makes it: pages, undo, imports, other programs. It notes, in the same
transaction, which record changed and of what sort; nothing else. No model stands for the tables: they are
worked out from the records, so no archive holds them and no undo brings them back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connection

from candidacy.models import Candidacy, Company, Contact, Person
from interviews.models import Interview, Interviewer, Note
from letters.models import Letter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model

MARKS, PEOPLE, CHANGED = "desk_agenda", "desk_agenda_people", "desk_agenda_changed"
# One number, another whenever anything was worked out anew.
REVISION = "desk_agenda_revision"
# What a note names: a candidacy, or what leads to one.
CANDIDACY, COMPANY, PERSON, INTERVIEW, SEAT = range(5)


@dataclass(frozen=True)
class Watched:
    """A column whose value is noted when a row of its table comes, goes or changes.

    Where `only` names columns, a change of others is not noted: a letter is saved at every pause in typing.
    """

    model: type[Model]
    column: str
    sort: int
    only: tuple[str, ...] = ()


# The latter ones only say what Insights has of it.
_OF_NOTES = (
    "interviewer_id", "kind", "by_id", "text", "due_on", "done_on", "about_id", "mood", "reply", "share",
)  # fmt: skip
_SENDING = ("candidacy_id", "to_id", "via_id", "kind", "status", "sent_at")
WATCHED = (
    Watched(Candidacy, "id", CANDIDACY),
    Watched(Company, "id", COMPANY),
    Watched(Person, "id", PERSON),
    # Whoever belongs to a company is listed with its candidacies.
    Watched(Person, "company_id", COMPANY),
    Watched(Contact, "candidacy_id", CANDIDACY),
    Watched(Interview, "candidacy_id", CANDIDACY),
    Watched(Interviewer, "interview_id", INTERVIEW),
    Watched(Note, "interviewer_id", SEAT, _OF_NOTES),
    Watched(Letter, "candidacy_id", CANDIDACY, _SENDING),
    # It may thank for a talk in another candidacy.
    Watched(Letter, "to_id", PERSON, _SENDING),
)

_COLUMNS = """
    candidacy bigint PRIMARY KEY, stage text NOT NULL, grp text NOT NULL, place integer NOT NULL,
    anchor bigint NOT NULL, name text {binary} NOT NULL, thanks integer NOT NULL, overdue bigint,
    overdue_last bigint, owed boolean NOT NULL, sent boolean NOT NULL, panel bigint, coming bigint,
    mine_on bigint, waits_since bigint, asks integer NOT NULL, soonest integer NOT NULL, last_on integer,
    applied_on integer, owes boolean NOT NULL, since bigint NOT NULL, until bigint NOT NULL,
    basis text NOT NULL, stamp bigint NOT NULL
"""
_OF_PEOPLE = """
    candidacy bigint NOT NULL, person bigint NOT NULL, whose integer NOT NULL, answer boolean NOT NULL,
    answer_by integer, last_at bigint, recruits boolean NOT NULL, colleague boolean NOT NULL,
    PRIMARY KEY (candidacy, person)
"""
_INDEXES_OF_PEOPLE = {
    "person": "(person, colleague)",
    "whose": "(whose, person) WHERE whose < 2",
    "last": "(last_at) WHERE last_at IS NOT NULL",
    "recruits": "(person) WHERE recruits",
}
_INDEXES = {
    "group": "(grp, anchor, place, name, candidacy)",
    "stage": "(stage, asks, place) WHERE grp <> 'closed'",
    "asks": "(asks, soonest, place, anchor, name, candidacy) WHERE grp <> 'closed'",
    "owes": "(owes DESC, place, anchor, name, candidacy) WHERE grp <> 'closed'",
    "overdue": "(overdue) WHERE overdue IS NOT NULL",
    "panel": "(panel) WHERE panel IS NOT NULL",
    "coming": "(coming) WHERE coming IS NOT NULL",
    "mine_on": "(mine_on, waits_since, place, anchor, name, candidacy) WHERE mine_on IS NOT NULL",
    "since": "(since)",
    "until": "(until)",
    "basis": "(basis)",
}
_EVENTS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def statements() -> list[str]:
    """What makes the tables in a new database."""
    on_server = connection.vendor == "postgresql"
    number = "bigserial PRIMARY KEY" if on_server else "integer PRIMARY KEY"
    # Names are put in the order of their characters, as Python does it.
    columns = _COLUMNS.format(binary='COLLATE "C"' if on_server else "")
    return [
        f"CREATE TABLE {CHANGED} (id {number}, sort integer NOT NULL, record bigint NOT NULL)",
        f"CREATE TABLE {MARKS} ({columns})",
        f"CREATE TABLE {PEOPLE} ({_OF_PEOPLE})",
        f"CREATE TABLE {REVISION} (stamp bigint NOT NULL)",
        f"INSERT INTO {REVISION} VALUES (0)",
        *(f"CREATE INDEX {MARKS}_{name} ON {MARKS} {what}" for name, what in _INDEXES.items()),
        *(f"CREATE INDEX {PEOPLE}_{name} ON {PEOPLE} {what}" for name, what in _INDEXES_OF_PEOPLE.items()),
    ]


def anew() -> list[str]:
    """What makes them in place of older ones. Nothing is lost: after every update all is worked out again."""
    return [*(f"DROP TABLE IF EXISTS {name}" for name in (MARKS, PEOPLE, CHANGED, REVISION)), *statements()]


def watch() -> None:
    """Have every change noted. SQLite forgets triggers with the table, whenever an update rebuilds one."""
    told = _on_server if connection.vendor == "postgresql" else _in_file
    with connection.cursor() as cursor:
        for one in WATCHED:
            for statement in told(one):
                cursor.execute(statement)


def _name(one: Watched) -> str:
    return f"{CHANGED}_{one.model._meta.db_table}_{one.column}"


def _in_file(one: Watched) -> Iterator[str]:
    """A trigger for each way in which a row changes."""
    table = one.model._meta.db_table
    minds = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in one.only)
    for event, rows in _EVENTS.items():
        name, when = f"{_name(one)}_{event.lower()}", f"WHEN {minds}" if minds and event == "UPDATE" else ""
        noted = " UNION ".join(f'SELECT {one.sort}, {row}."{one.column}"' for row in rows)
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield (
            f'CREATE TRIGGER {name} AFTER {event} ON "{table}" {when} '
            f"BEGIN INSERT INTO {CHANGED} (sort, record) {noted}; END"
        )


def _on_server(one: Watched) -> Iterator[str]:
    """A function, and the triggers that call it; a table that is emptied takes all rows with it."""
    name, table = _name(one), one.model._meta.db_table
    minds = " OR ".join(f'OLD."{column}" IS DISTINCT FROM NEW."{column}"' for column in one.only) or "TRUE"
    insert = f"INSERT INTO {CHANGED} (sort, record)"
    yield (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'TRUNCATE' THEN {insert} SELECT {CANDIDACY}, candidacy FROM {MARKS}; "
        f"ELSIF TG_OP = 'INSERT' THEN {insert} VALUES ({one.sort}, NEW.\"{one.column}\"); "
        f"ELSIF TG_OP = 'DELETE' THEN {insert} VALUES ({one.sort}, OLD.\"{one.column}\"); "
        f"ELSIF {minds} THEN {insert} "
        f'VALUES ({one.sort}, OLD."{one.column}"), ({one.sort}, NEW."{one.column}"); '
        "END IF; RETURN NULL; END $$"
    )
    each = (("row", "INSERT OR UPDATE OR DELETE", "ROW"), ("all", "TRUNCATE", "STATEMENT"))
    for ending, events, level in each:
        yield f'DROP TRIGGER IF EXISTS {name}_{ending} ON "{table}"'
        yield (
            f'CREATE TRIGGER {name}_{ending} AFTER {events} ON "{table}" '
            f"FOR EACH {level} EXECUTE FUNCTION {name}()"
        )
