"""An update is done or not begun, a later version’s data is left alone, every release’s data comes along."""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from config.bootstrap import ROOT
from desk import backup
from tests.config.test_entry import run, started

if TYPE_CHECKING:
    from pathlib import Path

    from tests.soak import Soak

EXAMPLE = ROOT / "tests/data/freight_silent.json"
RELEASES = sorted((ROOT / "tests/data/releases").glob("*.sql"))


def update() -> subprocess.Popen[bytes]:
    """The program of a later version, at the point where it begins to update."""
    process = subprocess.Popen([sys.executable, "-m", "tests.trust.later"], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout
    assert process.stdout.readline() == b"begins\n"
    return process


def version(database: Path) -> tuple[int, int | None]:
    """How many steps of the update are recorded; and how many rows have what the last of them brings."""
    with closing(sqlite3.connect(database)) as opened:
        count = "SELECT count(*) FROM django_migrations WHERE app = 'later'"
        (steps,) = opened.execute(count).fetchone()
        tables = opened.execute("SELECT name FROM sqlite_master WHERE name LIKE '%later_word%'").fetchall()
        if not tables:
            return steps, None
        (rows,) = opened.execute("SELECT count(mood) FROM later_word").fetchone()
        return steps, rows


def seconds_an_update_takes() -> float:
    with update() as process:
        began = time.monotonic()
        process.wait(timeout=60)
        return time.monotonic() - began


def test_row_27_a_killed_update_leaves_the_old_or_the_new(home: Path, soak: Soak) -> None:
    assert run("import", str(EXAMPLE)).returncode == 0
    database, dice = home / "afterword.sqlite3", random.Random(27)
    old = database.read_bytes()
    lasts = seconds_an_update_takes()
    assert version(database) == (4, 1000)
    for _ in soak.rounds("kills", 3, 200):
        database.write_bytes(old)
        with update() as process:
            time.sleep(dice.uniform(0, lasts))
            process.kill()
        reached = version(database)
        assert reached in {(0, None), (4, 1000)}
        backup.check(database)
        which = "new" if reached[0] else "old"
        soak.say(**{which: soak.figures.get(which, 0) + 1}, half=0)


def test_row_27_a_killed_first_start_leaves_nothing_or_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, soak: Soak
) -> None:
    """Whatever it left: `today` has an answer, and the next start shows a page."""
    dice = random.Random(28)
    command = [sys.executable, str(ROOT / "manage.py"), "start", "--no-browser", "--port", "0"]
    for n in soak.rounds("killed_first_starts", 2, 50):
        monkeypatch.setenv("AFTERWORD_HOME", str(tmp_path / f"home {n}"))
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            time.sleep(dice.uniform(0.2, 3))
            process.kill()
        left = run("today")
        assert (left.returncode, left.stderr) in {
            (0, ""),
            (1, "Nothing is set up yet. Begin with: python3 manage.py start\n"),
        }
        which = "complete" if left.returncode == 0 else "nothing"
        soak.say(**{which: soak.figures.get(which, 0) + 1})
        with started() as site:
            assert site.get(site.link).status == 302


def test_row_27_data_of_a_later_version_is_left_alone(home: Path, soak: Soak) -> None:
    assert run("import", str(EXAMPLE)).returncode == 0
    with update() as process:
        process.wait(timeout=60)
    before = (home / "afterword.sqlite3").read_bytes()
    for words in (["start", "--no-browser", "--port", "0"], ["today"], ["import", str(EXAMPLE)]):
        done = run(*words)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == (
            "A later version of Afterword made this data. Get that version, then start again.\n"
        )
    assert (home / "afterword.sqlite3").read_bytes() == before
    soak.say(refused=3)


@pytest.mark.parametrize("release", RELEASES, ids=[one.stem for one in RELEASES])
def test_row_27_what_a_release_left_comes_along(
    release: Path, home: Path, tmp_path: Path, soak: Soak
) -> None:
    """Its data, brought up to date, is what its archive says."""
    home.mkdir(mode=0o700)
    with closing(sqlite3.connect(home / "afterword.sqlite3")) as database:
        database.executescript(release.read_text(encoding="utf-8"))
    with started():
        pass
    assert run("export", str(tmp_path / "all.json")).returncode == 0
    archive = json.loads(release.with_suffix(".json").read_text(encoding="utf-8"))
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8")) == archive
    soak.say(releases=len(RELEASES))
