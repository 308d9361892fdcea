"""Writes the rows of the floor beside the records: `python -m bench.floor.prepare`, in AFTERWORD_HOME.

What each row says is worked out here, once, by the product itself; the floor only shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.outlook import Outlook
    from desk.today import Today

# So many rows of each section stand on Today at most.
SHOWN = 20
TABLE = """
    CREATE TABLE bench_floor (
        place INTEGER PRIMARY KEY, section TEXT, candidacy INTEGER, days INTEGER, why TEXT, who TEXT,
        person TEXT, strip TEXT
    )
"""


def rows(seen: Today) -> Iterator[tuple[str, Outlook, str]]:
    """Section, candidacy and its further words, in the order of the page."""
    for one in seen.replies[:SHOWN]:
        yield "replies", one, ""
    for one in [one for one in seen.silent if one.standing.state != "close_due"][:SHOWN]:
        yield "silent", one, one.choice.why
    for panel in seen.panels[:SHOWN]:
        yield "thanks", panel.outlook, panel.until
    for one in [one for one in seen.silent if one.standing.state == "close_due"][:SHOWN]:
        yield "rest", one, ""
    for coming in seen.coming[:SHOWN]:
        yield "coming", coming.outlook, coming.when
    for waiting in seen.waiting[:3]:
        yield "waiting", waiting.outlook, waiting.about


def main() -> None:
    """Bring the database up to date, and give it the rows as of now."""
    from bench.seeding import settle
    from config import commands, opening, schema

    commands.set_up_django()
    schema.bring_up_to_date()
    settle()
    write()
    commands.let_go()
    opening.keep_a_copy()
    opening.leave()


def write() -> None:
    """The table of the floor anew."""
    from django.db import connection, transaction
    from django.utils import timezone

    from desk.today import today

    told = [(place, *_row(*one)) for place, one in enumerate(rows(today(timezone.now())))]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bench_floor")
        cursor.execute(TABLE)
        cursor.executemany("INSERT INTO bench_floor VALUES (%s, %s, %s, %s, %s, %s, %s, %s)", told)


def _row(section: str, one: Outlook, said: str) -> tuple[str, int, int, str, str, str, str]:
    cells = "".join(f'<i class="{css}"></i>' for css in one.strip.runs)
    person = one.write_to.name if one.write_to else ""
    days = one.standing.business_days_quiet
    return section, one.candidacy.pk, days, one.standing.why, said, person, cells


if __name__ == "__main__":
    main()
