"""A copy of what is in a database server: whole, for me alone; and what is said where none is made."""

from __future__ import annotations

import json
import stat
import subprocess
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from candidacy.models import Company
from config import opening
from desk import backup, copying

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import SettingsWrapper

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="about a database server"),
    pytest.mark.django_db(transaction=True),
]
MONDAY = datetime(2026, 9, 7, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def folder(settings: SettingsWrapper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.AFTERWORD_HOME = tmp_path
    monkeypatch.setenv("AFTERWORD_HOME", str(tmp_path))
    return tmp_path / "backups"


def test_a_copy_holds_what_was_stored(folder: Path) -> None:
    Company.objects.create(name="Hollowell Freight")
    copy = copying.make(MONDAY)
    read = subprocess.run(["pg_restore", "--file=-", str(copy)], capture_output=True, text=True, check=True)  # noqa: S603, S607
    assert read.stdout.count("Hollowell Freight") == 1
    assert sorted(one.name for one in folder.iterdir()) == [
        "server-20260907T090000000000Z.dump", "server-20260907T090000000000Z.json",
    ]  # fmt: skip
    assert [one for one in folder.iterdir() if stat.S_IMODE(one.stat().st_mode) & 0o077] == []
    assert copying.newest() == copy


def test_old_copies_are_thinned_out() -> None:
    made = [copying.make(MONDAY + timedelta(minutes=n)) for n in range(5)]
    assert [copy.exists() for copy in made] == [False, False, True, True, True]


def test_a_day_has_one_copy_of_itself(folder: Path) -> None:
    for _ in range(2):
        opening.keep_a_copy()
    assert len(list(folder.glob("*.dump"))) == 1


def test_without_its_programs_it_says_what_helps(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(CommandError, match=r"No copy was made. PostgreSQL’s programs .* postgresql-client\)"):
        call_command("backup")
    assert list(folder.iterdir()) == []


def test_a_server_that_refuses_is_quoted(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setitem(connection.settings_dict, "NAME", "nowhere")
    with pytest.raises(backup.DamagedError, match=r'pg_dump failed: .*database "nowhere" does not exist'):
        copying.make(MONDAY)
    assert list(folder.iterdir()) == []


def test_the_way_back_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    copy = json.loads(_printed(capsys, "backup", "--json"))["file"]
    with pytest.raises(CommandError, match="pg_restore --clean --if-exists --single-transaction"):
        call_command("restore", copy)


def _printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    call_command(*words)
    return capsys.readouterr().out
