"""Writes survive a killed program and do not get into each other’s way."""

from __future__ import annotations

import random
import sqlite3
import statistics
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from config.bootstrap import ROOT
from config.settings import sqlite_at
from desk import backup
from tests.trust.nursery import nursery

if TYPE_CHECKING:
    from pathlib import Path

    from tests.soak import Soak


@pytest.fixture
def database(home: Path) -> Path:
    made = subprocess.run(
        [sys.executable, "manage.py", "import", "tests/data/startup_waiting.json"],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    assert made.returncode == 0
    return home / "afterword.sqlite3"


def writer(name: str, count: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.trust.writer", name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def stored(database: Path) -> set[str]:
    with closing(sqlite3.connect(database)) as opened:
        return {text for (text,) in opened.execute("SELECT text FROM candidacy_news")}


def test_row_17_a_killed_program_loses_nothing_it_acknowledged(
    database: Path, tmp_path: Path, soak: Soak
) -> None:
    """kill -9 at random moments of a loop that acknowledges each row after its commit."""
    dice = random.Random(17)
    acknowledged: set[str] = set()
    with nursery("tests.trust.writer", tmp_path) as programs:
        for n in soak.rounds("kills", 3, 1_000):
            with programs.begin(f"run {n}", "1000000") as program:
                first = program.out.readline()
                time.sleep(dice.uniform(0, 0.05))
                lines = [first, *program.kill()]
            acknowledged |= {f"run {n} {line.split()[0].decode()}" for line in lines if line.endswith(b"\n")}
            backup.check(database)
            assert acknowledged - stored(database) == set()
            soak.say(acknowledged=soak.figures.get("acknowledged", 0) + len(lines), lost=0)


def test_row_17_what_is_acknowledged_lies_on_the_disk(database: Path, soak: Soak) -> None:
    """A kill is seldom at the worst moment: what holds against it, and against a power cut, is told here."""
    options = sqlite_at(database)["OPTIONS"]
    with closing(sqlite3.connect(database)) as opened:
        opened.executescript(options["init_command"])
        ((journal,), (synchronous,)) = (
            opened.execute(f"PRAGMA {name}").fetchone() for name in ("journal_mode", "synchronous")
        )
    full = 2
    assert (journal in {"wal", "truncate"}, synchronous) == (True, full)
    assert journal != "wal" or sqlite3.sqlite_version_info >= (3, 51, 3)
    assert options["transaction_mode"] == "IMMEDIATE"
    soak.say(synchronous="FULL", journal=journal)


def test_row_18_many_writers_never_find_it_locked(database: Path, soak: Soak) -> None:
    """Several programs write at once; each waits its turn, none is refused."""
    programs, each = soak.count(3, 8), soak.count(20, 250)
    running = [writer(f"writer {n}", each) for n in range(programs)]
    took: list[float] = []
    for process in running:
        out, errors = process.communicate(timeout=300)
        assert errors == b""
        took += [float(line.split()[1]) for line in out.splitlines()]
    assert len(took) == programs * each
    assert {f"writer {n} {m}" for n in range(programs) for m in range(each)} <= stored(database)
    p99 = statistics.quantiles(took, n=100)[98]
    soak.say(writes=len(took), refused=0, p99_ms=round(p99))
    if soak.full:
        assert p99 < 2_000
