"""A database that changed by itself is told from one that somebody wrote to."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from desk import backup, seal

if TYPE_CHECKING:
    from pathlib import Path

CHANGED = "its content is not what it was when Afterword was last ended, and no program wrote to it"


@pytest.fixture(params=["delete", "wal"])
def database(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    file = tmp_path / "afterword.sqlite3"
    with closing(sqlite3.connect(file)) as made, made:
        made.execute(f"PRAGMA journal_mode={request.param}")
        made.execute("CREATE TABLE note (text)")
        made.execute("INSERT INTO note VALUES ('likes rowing')")
    seal.put_on(file, backup.looks_whole)
    return file


def write(file: Path, text: str) -> None:
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute("UPDATE note SET text = ?", [text])


def exchange(file: Path, old: bytes, new: bytes) -> None:
    content = file.read_bytes()
    assert content.count(old) == 1
    file.write_bytes(content.replace(old, new))


def test_nothing_happened(database: Path) -> None:
    assert (seal.is_whole(database), seal.fault(database)) == (True, "")


def test_a_letter_changed_by_itself(database: Path) -> None:
    exchange(database, b"rowing", b"roaing")
    assert (seal.is_whole(database), seal.fault(database)) == (False, CHANGED)


def test_somebody_wrote(database: Path) -> None:
    write(database, "likes roaing")
    assert (seal.is_whole(database), seal.fault(database)) == (False, "")


def test_what_somebody_wrote_is_sealed_in_its_turn(database: Path) -> None:
    write(database, "likes sailing")
    seal.put_on(database, backup.looks_whole)
    assert seal.is_whole(database)
    exchange(database, b"sailing", b"sayling")
    assert seal.fault(database) == CHANGED


def test_a_seal_never_covers_damage(database: Path) -> None:
    exchange(database, b"rowing", b"roaing")
    seal.put_on(database, backup.looks_whole)
    assert seal.fault(database) == CHANGED


def test_a_copy_put_in_its_place_by_hand_is_no_damage(database: Path) -> None:
    exchange(database, b"rowing", b"roaing")
    assert seal.fault(database, {hashlib.sha256(database.read_bytes()).hexdigest()}) == ""


def test_somebody_is_writing(database: Path) -> None:
    with closing(sqlite3.connect(database)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE note SET text = 'likes sailing'")
        assert (seal.is_whole(database), seal.fault(database)) == (False, "")
        seal.put_on(database, backup.looks_whole)
        assert seal.fault(database) == ""


@pytest.mark.parametrize("at", [24, 27, 92, 95])
def test_its_own_counters_differ(database: Path, at: int) -> None:
    content = database.read_bytes()
    database.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    assert seal.fault(database) == "the two counters in its header differ"


def test_shortened_and_prolonged(database: Path) -> None:
    content = database.read_bytes()
    due = len(content)
    database.write_bytes(content[:5000])
    assert seal.fault(database) == f"it should be {due} bytes long and is 5000"
    database.write_bytes(content + b"\0")
    assert seal.fault(database) == f"it should be {due} bytes long and is {due + 1}"


def test_another_file(database: Path) -> None:
    database.write_text("My notes, not a database. " * 200)
    assert seal.fault(database) == "it does not begin as a database does"


def test_a_seal_nobody_can_read_says_nothing(database: Path) -> None:
    database.with_name(f"{database.name}.seal").write_text("{")
    exchange(database, b"rowing", b"roaing")
    assert (seal.is_whole(database), seal.fault(database)) == (False, "")


def damage_within(file: Path) -> None:
    """Zero a page as a disk may, by a program that goes on writing: the counter moves, nobody has looked."""
    content = file.read_bytes()
    file.write_bytes(content[:4096] + bytes(4096) + content[8192:])
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute("CREATE TABLE other (text)")


def test_what_does_not_look_whole_gets_no_seal(database: Path) -> None:
    damage_within(database)
    seal.put_on(database, backup.looks_whole)
    assert not database.with_name(f"{database.name}.seal").exists()
    assert (seal.is_whole(database), seal.fault(database)) == (False, "")


def test_what_changes_by_itself_while_it_is_looked_through_is_not_covered(database: Path) -> None:
    write(database, "likes rowing, too")

    def looked(file: Path) -> bool:
        exchange(file, b"rowing", b"roaing")
        return True

    seal.put_on(database, looked)
    assert (seal.is_whole(database), seal.fault(database)) == (False, CHANGED)


def test_a_seal_put_on_without_a_look_or_by_another_sqlite_still_shows_a_changed_byte(database: Path) -> None:
    place = database.with_name(f"{database.name}.seal")
    said = json.loads(place.read_text())
    for old in ({**said, "sqlite": "3.8.1"}, {"counter": said["counter"], "sha256": said["sha256"]}):
        place.write_text(json.dumps(old))
        assert (seal.is_whole(database), seal.fault(database)) == (False, "")
        seal.put_on(database, backup.looks_whole)
        assert seal.is_whole(database)
        place.write_text(json.dumps(old))
    exchange(database, b"rowing", b"roaing")
    seal.put_on(database, backup.looks_whole)
    assert (seal.is_whole(database), seal.fault(database)) == (False, CHANGED)
