"""A copy is there whole and read back, or it is not there; and the way back loses nothing."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import backup, copying

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import SettingsWrapper

MONDAY = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    file = tmp_path / "afterword.sqlite3"
    with closing(sqlite3.connect(file)) as made:
        made.executescript(
            """
            CREATE TABLE django_migrations (app, name);
            CREATE TABLE person (id INTEGER PRIMARY KEY, name);
            CREATE TABLE note (id INTEGER PRIMARY KEY, person_id REFERENCES person (id), text);
            INSERT INTO person VALUES (1, 'Ruth'), (2, 'Tomasz');
            INSERT INTO note VALUES (1, 1, 'likes rowing');
            """
        )
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def people(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as opened:
        return [name for (name,) in opened.execute("SELECT name FROM person ORDER BY id")]


def change(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute(statement)


def test_a_copy_holds_the_same_and_says_so(database: Path, folder: Path) -> None:
    copy = backup.make(database, folder, MONDAY)
    assert people(copy) == ["Ruth", "Tomasz"]
    said = json.loads(copy.with_suffix(".json").read_text())
    assert said["rows"] == {"django_migrations": 0, "note": 1, "person": 2}
    assert said["made_at"] == "2026-09-07T09:00:00+00:00"


def test_a_copy_is_for_me_alone(database: Path, folder: Path) -> None:
    copy = backup.make(database, folder, MONDAY)
    assert (stat.S_IMODE(copy.stat().st_mode), stat.S_IMODE(folder.stat().st_mode)) == (0o600, 0o700)


def test_pages_look_for_the_last_copy_only_where_the_folder_changed(
    database: Path, folder: Path, settings: SettingsWrapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.AFTERWORD_HOME, settings.DATABASE_FILE = folder.parent, database
    looks = []
    newest = copying.newest
    monkeypatch.setattr(copying, "newest", lambda: looks.append(1) or newest())
    assert copying.last_made_at() is None
    for day in (1, 2):
        copy = backup.make(database, folder, MONDAY + timedelta(days=day))
        made = MONDAY.timestamp() + day
        os.utime(copy, (made, made))
        # Within a moment of its change the folder is looked at each time.
        assert [copying.last_made_at() for _ in range(2)] == [datetime.fromtimestamp(made, UTC)] * 2
        os.utime(folder, (made, made))
        looks.clear()
        assert [copying.last_made_at() for _ in range(3)] == [datetime.fromtimestamp(made, UTC)] * 3
        assert len(looks) == 1


def test_a_copy_made_while_others_write_is_whole(database: Path, folder: Path) -> None:
    done = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(database, timeout=20)) as opened:
            while not done.is_set():
                with opened:
                    opened.execute("INSERT INTO person (name) VALUES ('Ana')")
                    opened.execute("INSERT INTO note (person_id, text) VALUES (last_insert_rowid(), 'x')")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [backup.make(database, folder, MONDAY + timedelta(seconds=n)) for n in range(2)]
    finally:
        done.set()
        writer.join()
    for copy in copies:
        backup.check(copy)
        rows = json.loads(copy.with_suffix(".json").read_text())["rows"]
        assert rows["person"] - rows["note"] == 1


def damage(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.seek(4096)
        opened.write(b"\xff" * 2048)


def test_a_damaged_database_gives_no_copy(database: Path, folder: Path) -> None:
    damage(database)
    with pytest.raises(backup.DamagedError):
        backup.make(database, folder, MONDAY)
    assert list(folder.iterdir()) == []


def test_a_row_that_points_nowhere_is_damage(database: Path) -> None:
    change(database, "INSERT INTO note VALUES (2, 99, 'about nobody')")
    with pytest.raises(backup.DamagedError, match="1 rows point to rows that are gone"):
        backup.check(database)


def test_going_back_and_keeping_what_was(database: Path, folder: Path) -> None:
    copy = backup.make(database, folder, MONDAY)
    change(database, "INSERT INTO person (name) VALUES ('Ana')")
    kept = backup.restore(copy, database, folder, MONDAY + timedelta(hours=1))
    assert people(database) == ["Ruth", "Tomasz"]
    assert kept is not None
    assert people(kept) == ["Ruth", "Tomasz", "Ana"]


def test_going_back_from_a_damaged_database_keeps_the_damaged_file(database: Path, folder: Path) -> None:
    copy = backup.make(database, folder, MONDAY)
    damage(database)
    damaged = database.read_bytes()
    kept = backup.restore(copy, database, folder, MONDAY + timedelta(hours=1))
    assert people(database) == ["Ruth", "Tomasz"]
    assert kept is not None
    assert kept.read_bytes() == damaged


def test_going_back_from_nothing(database: Path, folder: Path) -> None:
    copy = backup.make(database, folder, MONDAY)
    database.unlink()
    assert backup.restore(copy, database, folder, MONDAY) is None
    assert people(database) == ["Ruth", "Tomasz"]


def test_readers_of_the_running_site_follow(database: Path, folder: Path) -> None:
    copy = backup.make(database, folder, MONDAY)
    change(database, "INSERT INTO person (name) VALUES ('Ana')")
    with closing(sqlite3.connect(database)) as reader:
        assert reader.execute("SELECT count(*) FROM person").fetchone() == (3,)
        backup.restore(copy, database, folder, MONDAY + timedelta(hours=1))
        assert reader.execute("SELECT count(*) FROM person").fetchone() == (2,)


@pytest.mark.parametrize("fault", ["missing", "text", "foreign", "changed"])
def test_what_is_no_good_copy_replaces_nothing(
    database: Path, folder: Path, tmp_path: Path, fault: str
) -> None:
    copy = backup.make(database, folder, MONDAY)
    if fault == "missing":
        copy = tmp_path / "nowhere.sqlite3"
    elif fault == "text":
        copy = tmp_path / "notes.txt"
        copy.write_text("my notes")
    elif fault == "foreign":
        copy = tmp_path / "other.sqlite3"
        change(copy, "CREATE TABLE song (name)")
    else:
        change(copy, "DELETE FROM note")
    change(database, "INSERT INTO person (name) VALUES ('Ana')")
    with pytest.raises(backup.DamagedError):
        backup.restore(copy, database, folder, MONDAY + timedelta(hours=1))
    assert people(database) == ["Ruth", "Tomasz", "Ana"]


def test_a_copy_of_another_database_in_the_folder_is_not_counted(database: Path, folder: Path) -> None:
    copy = backup.make(database, folder, MONDAY)
    backup.make(database.rename(database.with_name("sample.sqlite3")), folder, MONDAY + timedelta(days=1))
    assert backup.newest("afterword", folder) == copy


def test_a_copy_from_before_a_restore_outlives_a_busy_day(database: Path, folder: Path) -> None:
    first = backup.make(database, folder, MONDAY)
    before = backup.restore(first, database, folder, MONDAY + timedelta(minutes=1))
    assert before is not None
    for n in range(2, 7):
        backup.make(database, folder, MONDAY + timedelta(minutes=n))
    assert (before.exists(), first.exists()) == (True, False)
    backup.make(database, folder, MONDAY + timedelta(days=31))
    assert not before.exists()


class TestWhatIsKept:
    """Copies near now are kept close together, older ones further apart."""

    def test_a_year_of_daily_copies(self) -> None:
        days = [MONDAY - timedelta(days=n) for n in range(365)]
        assert sorted(backup.kept(days, MONDAY), reverse=True) == [
            *days[:7],
            datetime(2026, 8, 31, 9, tzinfo=UTC),
            *(datetime(2026, month, day, 9, tzinfo=UTC) for month, day in ((8, 30), (8, 23))),
            *(
                datetime(2026, m, d, 9, tzinfo=UTC)
                for m, d in ((7, 31), (6, 30), (5, 31), (4, 30), (3, 31), (2, 28), (1, 31))
            ),
            *(datetime(2025, m, d, 9, tzinfo=UTC) for m, d in ((12, 31), (11, 30), (10, 31))),
        ]

    def test_many_in_one_day(self) -> None:
        minutes = [MONDAY + timedelta(minutes=n) for n in range(10)]
        assert backup.kept(minutes, minutes[-1]) == set(minutes[-3:])

    @given(
        st.lists(
            st.integers(min_value=0, max_value=10 * 365 * 24).map(
                lambda hours: MONDAY + timedelta(hours=hours)
            )
        )
    )
    def test_the_newest_always_stays_and_few_are_kept(self, moments: list[datetime]) -> None:
        kept = backup.kept(moments, MONDAY + timedelta(days=4000))
        assert not moments or max(moments) in kept
        assert len(kept) <= 3 + 7 + 4 + 12


def test_what_a_killed_writer_left_half_done_is_no_damage(
    database: Path, folder: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(database)) as writer:
        writer.execute("PRAGMA cache_spill = 1")
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.executemany("INSERT INTO person (name) VALUES (?)", [("Ana" * 500,)] * 50)
        # As a power cut would find it: pages half written, and the journal that takes them back.
        left = tmp_path / "left"
        left.mkdir()
        for file in (database, database.with_name(f"{database.name}-journal")):
            (left / file.name).write_bytes(file.read_bytes())
    backup.check(left / database.name)
    assert people(backup.make(left / database.name, folder, MONDAY)) == ["Ruth", "Tomasz"]
