"""Files are for their owner alone, a lost one is never replaced by an empty one, and copies are good."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from config import home as home_of_data
from config import opening
from config.bootstrap import ROOT
from desk import backup
from tests.config.test_entry import run, started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.config.test_entry import Running
    from tests.soak import Soak

NOW = datetime(2026, 9, 7, 9, tzinfo=UTC)


def signed_in(site: Running) -> tuple[str, str]:
    """The site’s address, and the cookie of a browser that came in."""
    cookie = (site.get(site.link).getheader("Set-Cookie") or "").split(";")[0]
    return site.link.split("signin")[0], cookie


def test_row_4_every_file_is_for_its_owner_alone(home: Path, soak: Soak) -> None:
    with started() as site:
        signed_in(site)
        for words in (["import", str(ROOT / "tests/data/bank_overdue.json")], ["backup"], ["link"]):
            assert run(*words).returncode == 0
        made = [home, *home.rglob("*")]
        modes = {path: stat.S_IMODE(path.stat().st_mode) for path in made}
    wrong = [str(path) for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)]
    assert wrong == []
    soak.say(files=len(made), open_to_others=0)


def read_as_nobody(files: list[Path]) -> list[str]:
    """Which of the files a process of the user `nobody` can open."""
    heard, told = os.pipe()
    child = os.fork()
    if not child:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
        for file in files:
            with suppress(PermissionError), file.open("rb"):
                os.write(told, f"{file}\n".encode())
        os._exit(0)
    os.close(told)
    os.waitpid(child, 0)
    with os.fdopen(heard) as said:
        return said.read().splitlines()


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can be somebody else")
def test_row_4_another_user_sees_nothing(home: Path, soak: Soak) -> None:
    """As `nobody`, with the folders above opened: it is our own folder that keeps others out."""
    with started() as site:
        signed_in(site)
        files = [path for path in home.rglob("*") if path.is_file()]
        for parent in [*home.parents][:3]:
            parent.chmod(parent.stat().st_mode | 0o055)
        readable = read_as_nobody(files)
    assert readable == []
    soak.say(files=len(files), read_by_nobody=0)


def test_row_22_a_file_that_goes_missing_is_said_and_not_made_anew(home: Path, soak: Soak) -> None:
    database, aside = home / "afterword.sqlite3", home / "aside.sqlite3"
    with started() as site:
        address, cookie = signed_in(site)
        assert site.get(address, cookie).status == 200
        database.rename(aside)
        before = sorted(home.rglob("*.sqlite3"))
        assert site.get(address, cookie).status == 503
        assert site.get(f"{address}news/", cookie).status == 503
        assert sorted(home.rglob("*.sqlite3")) == before
        aside.rename(database)
        assert site.get(address, cookie).status == 200
    soak.say(new_files=0)


@pytest.mark.parametrize("left", ["nothing", "an empty file"])
def test_row_22_what_was_lost_between_two_starts_is_said_and_not_made_anew(
    home: Path, left: str, soak: Soak
) -> None:
    database = home / "afterword.sqlite3"
    with started() as site:
        site.process.send_signal(signal.SIGTERM)
        site.process.wait(timeout=20)
    database.unlink() if left == "nothing" else os.truncate(database, 0)
    before = {path.name: path.stat().st_size for path in home.iterdir()}
    for words in (["start", "--no-browser", "--port", "0"], ["today"], ["export", str(home / "all.json")]):
        done = run(*words)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert "python3 manage.py restore" in done.stderr
    assert {path.name: path.stat().st_size for path in home.iterdir()} == before
    soak.say(new_files=0)


@pytest.fixture
def database(home: Path) -> Path:
    assert run("import", str(ROOT / "tests/data/freight_silent.json")).returncode == 0
    return home / "afterword.sqlite3"


def test_row_24_copies_made_under_load_are_consistent(database: Path, tmp_path: Path, soak: Soak) -> None:
    command = [sys.executable, "-m", "tests.trust.writer", "load", "1000000"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout
        writer.stdout.readline()
        # Read on, or the writer would stand still once the pipe is full.
        threading.Thread(target=writer.stdout.read, daemon=True).start()
        try:
            for n in soak.rounds("copies", 3, 100):
                copy = backup.make(database, tmp_path / f"copies-{n % 3}", NOW + timedelta(seconds=n))
                backup.verify(copy)
        finally:
            writer.kill()


def test_row_24_a_copy_waits_for_what_is_half_written(database: Path, tmp_path: Path, soak: Soak) -> None:
    """A writer whose unfinished work is in the file already, and is then taken back."""
    size = database.stat().st_size
    with closing(sqlite3.connect(database, isolation_level=None, check_same_thread=False)) as half:
        half.execute("PRAGMA cache_size = 1")
        half.execute("BEGIN")
        half.execute("CREATE TABLE half (text)")
        half.executemany("INSERT INTO half VALUES (?)", [("x" * 5_000,)] * 500)
        assert database.stat().st_size > size
        threading.Timer(0.5, half.rollback).start()
        copy = backup.make(database, tmp_path / "copies", NOW)
    backup.verify(copy)
    with closing(sqlite3.connect(copy)) as opened:
        assert opened.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
    soak.say(half_written=0)


def test_row_24_a_flipped_byte_in_a_copy_is_found(database: Path, tmp_path: Path, soak: Soak) -> None:
    dice = random.Random(24)
    copy = backup.make(database, tmp_path / "copies", NOW)
    whole = copy.read_bytes()
    for _ in soak.rounds("flips", 40, 1_000):
        at = dice.randrange(len(whole))
        copy.write_bytes(whole[:at] + bytes([whole[at] ^ dice.randrange(1, 256)]) + whole[at + 1 :])
        with pytest.raises(backup.DamagedError):
            backup.verify(copy)
    soak.say(found=soak.figures["flips"])
    copy.write_bytes(whole)
    backup.verify(copy)


def faults(whole: bytes, dice: random.Random) -> Iterator[tuple[str, bytes]]:
    """What a disk does to a file that lies there: a changed byte, a page of zeros, an end cut off."""
    page = 4096
    while True:
        at = dice.randrange(len(whole))
        yield "flipped", whole[:at] + bytes([whole[at] ^ dice.randrange(1, 256)]) + whole[at + 1 :]
        at = dice.randrange(len(whole) // page) * page
        yield "zeroed", whole[:at] + bytes(page) + whole[at + page :]
        yield "cut", whole[: dice.randrange(len(whole))]


def test_row_23_damage_at_rest_is_found_at_the_next_start(database: Path, soak: Soak) -> None:
    """By the very check that each start begins with; the start itself is tried on one of each kind."""
    whole = database.read_bytes()
    damage = faults(whole, random.Random(23))
    for n in soak.rounds("faults", 90, 3_000):
        kind, content = next((kind, one) for kind, one in damage if one != whole)
        database.write_bytes(content)
        with pytest.raises(home_of_data.InTroubleError):
            _start_checks()
        soak.say(**{kind: soak.figures.get(kind, 0) + 1})
        if n < 3:
            done = run("start", "--no-browser", "--port", "0")
            assert (done.returncode, done.stderr.count("\n")) == (1, 1)
            assert database.read_bytes() == content
    database.write_bytes(whole)
    _start_checks()
    soak.say(missed=0)


def test_row_23_damage_done_while_it_runs_is_found_at_the_next_start(database: Path, soak: Soak) -> None:
    """Nobody knows of it when Afterword ends: what it then takes for whole is looked through first."""
    whole, page = database.read_bytes(), 4096
    dice = random.Random(23)
    for _ in soak.rounds("faults", 20, 300):
        database.write_bytes(whole)
        with closing(sqlite3.connect(database)) as opened:
            roots = {number for (number,) in opened.execute("SELECT rootpage FROM sqlite_master") if number}
        at = (dice.choice(sorted(roots - {1})) - 1) * page
        database.write_bytes(whole[:at] + bytes(page) + whole[at + page :])
        with closing(sqlite3.connect(database)) as opened, opened:
            opened.execute("PRAGMA user_version = 7")
        opening.leave()
        with pytest.raises(home_of_data.InTroubleError):
            _start_checks()
    database.write_bytes(whole)
    opening.leave()
    _start_checks()
    soak.say(missed=0)


def _start_checks() -> None:
    home_of_data.insist()
    opening.insist_whole()
