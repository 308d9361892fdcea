"""When the disk or the data file fails, a page says so, and what was typed comes back with it."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
from django.db import OperationalError, connection

from candidacy.models import News
from desk.trouble import trouble_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.test import Client

TALK = "Gave a talk on night shifts. " * 2_000
sqlite_only = pytest.mark.sqlite_only("how SQLite fails")


@contextmanager
def pragma(words: str, back: str) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {words}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA {back}")


@contextmanager
def full_disk() -> Iterator[None]:
    with connection.cursor() as cursor:
        # No page of the file is free from before.
        cursor.execute("VACUUM")
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
    with pragma(f"max_page_count = {pages}", "max_page_count = 1073741823"):
        yield


@sqlite_only
@pytest.mark.django_db(transaction=True)
class TestAPageThatMeetsIt:
    def test_a_full_disk_gives_back_what_was_typed(self, client: Client) -> None:
        with full_disk():
            answer = client.post("/news/", {"text": TALK, "happened_on": "2026-09-04"})
            reading = client.get("/news/")
        said = answer.content.decode()
        assert answer.status_code == 503
        assert "<h1>The disk is full</h1>" in said
        assert f">{TALK}</textarea>" in said
        assert '<input type="hidden" name="happened_on" value="2026-09-04">' in said
        assert reading.status_code == 200
        # Once there is room again, nothing is in the way.
        assert client.post("/news/", {"text": TALK}).status_code == 302
        assert [one.text for one in News.objects.all()] == [TALK.strip()]

    def test_a_file_nobody_may_write_can_be_read(self, client: Client) -> None:
        with pragma("query_only = ON", "query_only = OFF"):
            answer = client.post("/news/", {"text": "A course"})
            assert client.get("/").status_code == 200
        assert (answer.status_code, b"The data file cannot be written" in answer.content) == (503, True)

    def test_a_fragment_gets_a_sentence(self, client: Client) -> None:
        with pragma("query_only = ON", "query_only = OFF"):
            answer = client.post("/news/", {"text": "A course"}, headers={"hx-request": "true"})
        assert answer.status_code == 503
        assert answer.content.decode() == (
            "The data file cannot be written. It can be read, but the system lets nobody change it. "
            "Make the file and its folder writable for you."
        )

    def test_secrets_are_not_given_back(self, client: Client) -> None:
        with pragma("query_only = ON", "query_only = OFF"):
            answer = client.post("/news/", {"text": "A course", "passphrase": "seven grey herons"})
        assert b"herons" not in answer.content


def _fault(file: Path, *statements: str) -> OperationalError:
    """What Django would raise for what SQLite says of that file."""
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, timeout=0)) as opened:
            for statement in statements:
                opened.execute(statement)
    except sqlite3.Error as cause:
        fault = OperationalError(str(cause))
        fault.__cause__ = cause
        return fault
    raise AssertionError("SQLite found nothing wrong")


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    trouble = trouble_of(_fault(tmp_path / "gone.sqlite3"))
    assert trouble is not None
    assert trouble.heading == "The data file is not where it was"
    assert not (tmp_path / "gone.sqlite3").exists()


def test_a_file_that_is_damaged(tmp_path: Path) -> None:
    file = tmp_path / "afterword.sqlite3"
    file.write_bytes(b"My notes, not a database. " * 200)
    trouble = trouble_of(_fault(file, "SELECT * FROM note"))
    assert trouble is not None
    assert trouble.heading == "The data file is damaged"


def test_a_file_that_another_program_keeps(tmp_path: Path) -> None:
    file = tmp_path / "afterword.sqlite3"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE note (text)")
        other.execute("BEGIN EXCLUSIVE")
        trouble = trouble_of(_fault(file, "INSERT INTO note VALUES ('x')"))
    assert trouble is not None
    assert trouble.heading == "The data file is busy"


@pytest.mark.parametrize(
    ("fault", "heading"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full"),
        (OSError(errno.EROFS, "Read-only file system"), "The data file cannot be written"),
        (OSError(errno.EIO, "Input/output error"), "The disk does not answer as it should"),
        (FileNotFoundError(errno.ENOENT, "No such file"), ""),
        (OperationalError("no such table: note"), ""),
        (ValueError("a mistake of ours"), ""),
    ],
)
def test_what_the_system_says(fault: Exception, heading: str) -> None:
    trouble = trouble_of(fault)
    assert (trouble.heading if trouble else "") == heading


def _said_by_a_server(state: str | None) -> OperationalError:
    """What Django would raise where PostgreSQL’s driver gives this code, or none: nobody answered it."""
    cause = type("OperationalError", (Exception,), {"sqlstate": state})()
    fault = OperationalError("said by the server")
    fault.__cause__ = cause
    return fault


@pytest.mark.parametrize(
    ("state", "heading"),
    [
        (None, "The database server does not answer"),
        ("57P01", "The database server does not answer"),
        ("08006", "The database server does not answer"),
        ("53100", "The disk is full"),
        ("25006", "The database cannot be written"),
        ("55P03", "The database is busy"),
        ("40P01", "The database is busy"),
        ("42703", ""),
    ],
)
def test_what_a_database_server_says(state: str | None, heading: str) -> None:
    trouble = trouble_of(_said_by_a_server(state))
    assert (trouble.heading if trouble else "") == heading
