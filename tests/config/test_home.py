"""The data folder: private, never somebody else’s, never with an empty database for a lost one."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from config import home

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data" / "afterword"
    monkeypatch.setenv("AFTERWORD_HOME", str(folder))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("AFTERWORD_SAMPLE", raising=False)
    return folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def make() -> None:
    home.make()
    database = home.database_file()
    assert database is not None
    database.write_bytes(b"a database with something in it")
    home.finish()


def test_all_of_it_is_for_me_alone(folder: Path) -> None:
    make()
    assert {path.name: mode(path) for path in [folder, *folder.iterdir()]} == {
        "afterword": 0o700,
        "afterword.sqlite3": 0o600,
        "databases": 0o600,
        "secret_key": 0o600,
    }


def test_a_folder_that_others_could_read_is_closed(folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o755)
    home.make()
    assert mode(folder) == 0o700


def test_the_key_is_made_once_and_kept(folder: Path) -> None:
    home.make()
    key = home.secret_key()
    home.make()
    assert (home.secret_key(), len(key)) == (key, 64)


def test_two_installations_have_two_keys(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.make()
    key = home.secret_key()
    monkeypatch.setenv("AFTERWORD_HOME", str(folder.with_name("another")))
    home.make()
    assert home.secret_key() != key


def test_nothing_is_set_up_yet(folder: Path) -> None:
    with pytest.raises(
        home.NotReadyError, match=r"^Nothing is set up yet\. Begin with: python3 manage\.py start$"
    ):
        home.insist()
    assert not folder.exists()


@pytest.mark.parametrize("ask", [home.insist, home.make])
def test_a_lost_database_is_not_replaced_by_an_empty_one(folder: Path, ask: Callable[[], object]) -> None:
    make()
    (folder / "afterword.sqlite3").rename(folder / "elsewhere.sqlite3")
    with pytest.raises(home.InTroubleError, match=r"afterword\.sqlite3 is gone"):
        ask()
    assert not (folder / "afterword.sqlite3").exists()


@pytest.mark.parametrize("ask", [home.insist, home.make])
def test_an_emptied_database_is_not_taken_for_a_new_one(folder: Path, ask: Callable[[], object]) -> None:
    make()
    (folder / "afterword.sqlite3").write_bytes(b"")
    with pytest.raises(home.InTroubleError, match=r"afterword\.sqlite3 is empty"):
        ask()
    assert not (folder / "afterword.sqlite3.begun").exists()


def test_a_copy_tells_that_there_was_a_database_even_where_the_list_is_lost(folder: Path) -> None:
    make()
    (folder / "databases").unlink()
    (folder / "afterword.sqlite3").unlink()
    home.backups().mkdir()
    (home.backups() / "afterword-20260907T090000000000Z.sqlite3").touch()
    with pytest.raises(home.InTroubleError, match=r"afterword\.sqlite3 is gone"):
        home.make()


def test_a_first_set_up_that_was_killed_is_made_anew(folder: Path) -> None:
    home.make()
    (folder / "afterword.sqlite3").write_bytes(b"half of the tables")
    with pytest.raises(home.NotReadyError, match="Nothing is set up yet"):
        home.insist()
    assert home.make() == [folder / "afterword.sqlite3"]
    assert (folder / "afterword.sqlite3").read_bytes() == b""


def test_a_first_set_up_that_was_killed_in_its_first_moment_is_made_anew(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "secret_key.part").touch()
    home.make()
    assert len(home.secret_key()) == 64


def test_what_another_tool_left_empty_is_made(folder: Path) -> None:
    home.make(database=False)
    (folder / "afterword.sqlite3").touch()
    assert home.make() == [folder / "afterword.sqlite3"]


def test_sample_people_do_not_make_the_real_database_look_lost(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setenv("AFTERWORD_SAMPLE", "1")
    make()
    monkeypatch.delenv("AFTERWORD_SAMPLE")
    with pytest.raises(home.NotReadyError, match="Nothing is set up yet"):
        home.insist()
    home.make()
    assert sorted(path.name for path in folder.glob("*.sqlite3")) == ["afterword.sqlite3", "sample.sqlite3"]


def test_a_database_that_was_copied_here_is_taken_as_it_is(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "afterword.sqlite3").write_bytes(b"from another computer")
    home.make()
    assert (folder / "afterword.sqlite3").read_bytes() == b"from another computer"


def test_a_folder_of_something_else_is_left_alone(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "thesis.txt").touch()
    with pytest.raises(home.NotReadyError, match="holds other things"):
        home.make()
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]


def test_what_was_made_in_vain_is_taken_back(folder: Path) -> None:
    home.unmake(home.make())
    assert not folder.exists()
    home.make()


def test_only_what_was_made_in_vain_is_taken_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make()
    key = home.secret_key()
    monkeypatch.setenv("AFTERWORD_SAMPLE", "1")
    home.unmake(home.make())
    monkeypatch.delenv("AFTERWORD_SAMPLE")
    home.insist()
    assert home.secret_key() == key


def test_a_file_in_the_way_is_said(folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.touch()
    with pytest.raises(home.NotReadyError, match=r"File exists|Not a directory"):
        home.make()


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("", "afterword.sqlite3"),
        ("sqlite:////data/mine.sqlite3", "mine.sqlite3"),
        ("postgres://dana@localhost/afterword", None),
    ],
)
def test_where_the_records_are(monkeypatch: pytest.MonkeyPatch, address: str, file: str | None) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    found = home.database_file()
    assert (found and found.name) == file


def test_sample_people_are_never_in_the_real_database(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://dana@localhost/afterword")
    monkeypatch.setenv("AFTERWORD_SAMPLE", "1")
    assert home.database_file() == folder / "sample.sqlite3"
