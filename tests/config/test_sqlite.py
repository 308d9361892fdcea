"""A connection is kept from request to request, and never longer than the file it is of."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import OperationalError, connections, transaction
from django.db.utils import ConnectionHandler

from config.settings import sqlite_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from config.sqlite.base import DatabaseWrapper


pytestmark = pytest.mark.django_db


def written(file: Path, word: str) -> Path:
    """A database that says that word."""
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE said (word)")
        database.execute("INSERT INTO said VALUES (?)", [word])
    return file


def said(opened: DatabaseWrapper) -> str:
    """What the database says when the next request asks."""
    opened.close_if_unusable_or_obsolete()
    with opened.cursor() as cursor:
        word: str = cursor.execute("SELECT word FROM said").fetchone()[0]
    opened.close_if_unusable_or_obsolete()
    return word


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "über 100 %"
    folder.mkdir()
    return written(folder / "a file.sqlite3", "first")


@pytest.fixture
def opened(file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DatabaseWrapper]:
    # As where its journal is emptied after each transaction, whatever SQLite there is.
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 51, 2))
    opened = ConnectionHandler({"default": sqlite_at(file)})["default"]
    yield opened
    opened.close()


def test_it_is_kept_between_requests(opened: DatabaseWrapper) -> None:
    assert said(opened) == "first"
    kept = opened.connection
    assert kept is not None
    assert said(opened) == "first"
    assert opened.connection is kept


def test_a_file_put_in_its_place_is_seen(opened: DatabaseWrapper, file: Path, tmp_path: Path) -> None:
    said(opened)
    written(tmp_path / "other.sqlite3", "second").replace(file)
    assert said(opened) == "second"


def test_what_was_written_into_it_is_seen(opened: DatabaseWrapper, file: Path) -> None:
    said(opened)
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE said SET word = 'second'")
    assert said(opened) == "second"


def test_another_file_copied_over_it_is_seen(opened: DatabaseWrapper, file: Path, tmp_path: Path) -> None:
    said(opened)
    other = written(tmp_path / "other.sqlite3", "first")
    with closing(sqlite3.connect(other)) as database, database:
        database.execute("UPDATE said SET word = 'second'")
    file.write_bytes(other.read_bytes())
    assert said(opened) == "second"


def test_a_file_that_is_taken_away_is_missed(opened: DatabaseWrapper, file: Path) -> None:
    said(opened)
    aside = file.rename(file.with_name("aside.sqlite3"))
    with pytest.raises(OperationalError, match="unable to open"):
        said(opened)
    aside.rename(file)
    assert said(opened) == "first"


@pytest.mark.parametrize("around", [nullcontext, partial(transaction.atomic, using="kept")])
def test_one_that_met_an_error_is_not_kept(
    opened: DatabaseWrapper, around: Callable[[], AbstractContextManager[None]]
) -> None:
    said(opened)
    connections["kept"] = opened
    with pytest.raises(OperationalError, match="no such table"), around(), opened.cursor() as cursor:
        cursor.execute("SELECT word FROM unsaid")
    del connections["kept"]
    opened.close_if_unusable_or_obsolete()
    assert opened.connection is None
    assert said(opened) == "first"


def test_a_file_that_may_be_written_to_by_now_is(
    opened: DatabaseWrapper, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a chown, which leaves the file and its mode as they were."""
    monkeypatch.setattr("os.access", lambda path, how: (Path(path), how) != (file, os.W_OK))
    said(opened)
    kept = opened.connection
    monkeypatch.undo()
    opened.close_if_unusable_or_obsolete()
    assert (kept is None, opened.connection) == (False, None)


def test_what_was_read_is_given_back(opened: DatabaseWrapper, file: Path) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.executemany("INSERT INTO said VALUES (?)", [["word " * 100]] * 2000)
    said(opened)
    statements: list[str] = []
    assert opened.connection is not None
    opened.connection.set_trace_callback(statements.append)
    opened.close_if_unusable_or_obsolete()
    assert statements == ["PRAGMA shrink_memory"]


def test_elsewhere_each_request_opens_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In WAL mode, where an open connection would hold a lock, and keep the last words out of the file."""
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 51, 3))
    opened = ConnectionHandler({"default": sqlite_at(file)})["default"]
    said(opened)
    assert opened.connection is None
