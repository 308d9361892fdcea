"""What comes back is what went out; and what was made to do harm is refused whole, in one line."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command

from config.bootstrap import ROOT
from desk import sample
from desk.archive import export_text, read, store
from desk.archive.storing import stored_keys
from tests.config.test_entry import run
from tests.desk.test_archive import wipe
from tests.trust import odd
from tests.trust.hostile import ARCHIVES, DATABASES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.soak import Soak

# What a refusal may take, with Python and Django, in megabytes.
MOST_MEMORY = 1_000


def files_under(folder: Path) -> dict[str, str]:
    """Every file with what is in it."""
    return {
        str(file): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


_MEASURE = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "manage.py", *sys.argv[1:]], capture_output=True, text=True)
print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
print(done.stdout + done.stderr, end="")
"""


def measured(*words: str) -> tuple[int, str, int]:
    """A command in a process of its own: its status, what it said, and its peak of memory in MB (Linux).

    Started by a small process: a child begins with the memory of who starts it.
    """
    command = [sys.executable, "-c", _MEASURE, *words]
    out = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    first, _, said = out.partition("\n")
    status, peak = map(int, first.split())
    return status, said, peak


@pytest.mark.django_db
def test_row_26_a_hostile_archive_is_refused_whole(tmp_path: Path, soak: Soak) -> None:
    file, before = tmp_path / "given" / "archive", export_text()
    file.parent.mkdir()
    for name, make in ARCHIVES.items():
        file.write_bytes(make())
        there = files_under(tmp_path)
        with pytest.raises(CommandError) as refused:
            call_command("import", str(file))
        said = str(refused.value)
        assert "\n" not in said, name
        assert len(said) < 3_000, name
        assert not said.startswith("["), name
        # What lies beyond the limit is never looked at.
        assert (name == "a zip bomb") == said.endswith("unpacks to more than 100 MB."), (name, said)
        assert files_under(tmp_path) == there, name
        assert export_text() == before, name
    soak.say(archives=len(ARCHIVES), accepted=0, written_outside=0)


def test_row_26_a_refusal_takes_bounded_memory(home: Path, tmp_path: Path, soak: Soak) -> None:
    """Each in a process of its own, as a person would try it."""
    names = list(ARCHIVES) if soak.full else ["a zip bomb that lies about its size"]
    file, most = tmp_path / "archive", 0
    for name in names:
        file.write_bytes(ARCHIVES[name]())
        status, said, took = measured("import", str(file))
        assert (status, said.count("\n")) == (1, 1), (name, said)
        assert not home.exists(), name
        most = max(most, took)
    assert most < MOST_MEMORY
    soak.say(processes=len(names), peak_mb=most)


def test_row_26_a_foreign_database_is_not_restored(home: Path, tmp_path: Path, soak: Soak) -> None:
    assert run("import", str(ROOT / "tests/data/bank_overdue.json")).returncode == 0
    names = (
        list(DATABASES)
        if soak.full
        else ["somebody else's database", "another Django site", "a later Afterword"]
    )
    for name in names:
        file = tmp_path / f"{len(name)}.sqlite3"
        DATABASES[name](file)
        there = files_under(home)
        done = run("restore", str(file))
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), (name, done.stderr)
        assert done.stderr.startswith("Nothing was restored. "), name
        assert files_under(home) == there, name
    soak.say(databases=len(names), restored=0)


@pytest.mark.django_db
def test_row_25_out_wiped_and_in_again_is_the_same(tmp_path: Path, soak: Soak) -> None:
    for n in soak.rounds("drills", 1, 20):
        wipe()
        sample.load(datetime(2026, 1 + n % 12, 5 + n, 9, tzinfo=UTC))
        store(read(json.dumps(odd.archive()), known=stored_keys()))
        before = export_text()
        for name in ("all.json", "all.zip"):
            call_command("export", str(tmp_path / name))
            wipe()
            call_command("import", str(tmp_path / name))
            assert export_text() == before
        call_command("import", str(tmp_path / "all.json"))
        assert export_text() == before
    soak.say(records=before.count('"key": '), different=0)


def test_row_25_a_copy_brings_everything_back(home: Path, tmp_path: Path, soak: Soak) -> None:
    given, after = tmp_path / "odd.json", tmp_path / "after.json"
    given.write_text(json.dumps(odd.archive()), encoding="utf-8")
    assert run("import", str(given)).returncode == 0
    assert run("export", str(tmp_path / "before.json")).returncode == 0
    copy = json.loads(run("backup", "--json").stdout)["file"]
    assert run("import", str(ROOT / "tests/data/bank_overdue.json")).returncode == 0
    assert run("restore", copy).returncode == 0
    assert run("export", str(after)).returncode == 0
    assert after.read_bytes() == (tmp_path / "before.json").read_bytes()
    soak.say(bytes=after.stat().st_size, different=0)
