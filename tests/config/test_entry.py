"""`manage.py` as a person runs it: a process of its own, its words, its exit status, its one line."""

from __future__ import annotations

import ast
import errno
import http.client
import json
import os
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import pytest

from config import bootstrap, home, serve

if TYPE_CHECKING:
    from collections.abc import Iterator


# What the surroundings of the tests set, and a person’s do not.
SETTINGS = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "AFTERWORD_SAMPLE", "AFTERWORD_PORT")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AFTERWORD_HOME", str(tmp_path / "afterword"))
    for name in (*SETTINGS, "DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "afterword"


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(bootstrap.ROOT / "manage.py"), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


class Running:
    """A started Afterword."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        self.process = process
        self.said: list[str] = []
        for line in process.stdout:
            self.said.append(line.rstrip("\n"))
            if "Ctrl-C" in line:
                break
        self.link = next(
            found[0] for line in self.said if (found := re.search(r"http://\S+/signin/\S+", line))
        )

    def get(self, address: str, cookie: str = "") -> http.client.HTTPResponse:
        host, path = re.fullmatch(r"http://([^/]+)(/.*)", address).groups()
        connection = http.client.HTTPConnection(host, timeout=20)
        connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
        answer = connection.getresponse()
        answer.read()
        return answer


@contextmanager
def started(*words: str, browser: bool = False) -> Iterator[Running]:
    words = ("start", "--port", "0", *words, *(() if browser else ("--no-browser",)))
    command = [sys.executable, str(bootstrap.ROOT / "manage.py"), *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield Running(process)
        finally:
            process.kill()


def test_an_older_python_can_read_the_entry() -> None:
    ast.parse((bootstrap.ROOT / "manage.py").read_text(), feature_version=(3, 6))


def test_without_words_it_says_what_it_can_do() -> None:
    assert run().stdout.startswith("Afterword: what each interviewer said")
    assert run().returncode == 0


@pytest.mark.parametrize("words", [["export", "all.json"], ["backup"], ["link"], ["shell"]])
def test_nothing_is_set_up_yet(folder: Path, words: list[str]) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Nothing is set up yet. Begin with: python3 manage.py start\n"
    assert not folder.exists()


@pytest.mark.parametrize(
    "words", [["start", "--port", "x"], ["start", "--port", "70000"], ["link", "--x"], ["restore"]]
)
def test_wrong_usage_is_told_apart_and_leaves_nothing(folder: Path, words: list[str]) -> None:
    assert run(*words).returncode == 2
    assert not folder.exists()


def test_a_first_start_leads_to_a_page_and_ends_on_ctrl_c(folder: Path) -> None:
    with started() as site:
        assert site.said[0] == f"Afterword is at {site.link.split('signin')[0]}"
        assert site.get(site.link.split("signin")[0]).status == 403
        came_in = site.get(site.link)
        assert (came_in.status, came_in.getheader("Location")) == (302, "/")
        cookie = (came_in.getheader("Set-Cookie") or "").split(";")[0]
        assert site.get(site.link.split("signin")[0] + "signin/", cookie).status == 302
        site.process.send_signal(signal.SIGINT)
        out, err = site.process.communicate(timeout=10)
    assert (out, err) == ("\nAfterword has stopped. Everything you wrote is kept.\n", "")
    assert site.process.returncode == 0
    assert list((folder / "running").iterdir()) == []


def test_every_file_is_for_me_alone(folder: Path) -> None:
    with started() as site:
        site.get(site.link)
    readable = [path for path in folder.rglob("*") if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert (readable, stat.S_IMODE(folder.stat().st_mode)) == ([], 0o700)


def test_a_fresh_link_opens_the_running_site() -> None:
    with started() as site:
        fresh = json.loads(run("link", "--json").stdout)["link"]
        assert fresh != site.link
        assert site.get(fresh).getheader("Location") == "/"
        assert site.get(fresh).status == 403
    stopped = run("link")
    assert (stopped.returncode, stopped.stderr) == (
        1,
        "Afterword is not running. Start it with: python3 manage.py start\n",
    )


def test_the_browser_is_sent_through_a_file_and_not_by_a_link_that_all_can_see(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, asked = tmp_path / "browser", tmp_path / "asked"
    browser.write_text(f'#!/bin/sh\nprintf %s "$*" > {asked}.part; mv {asked}.part {asked}\n')
    browser.chmod(0o700)
    monkeypatch.setenv("BROWSER", str(browser))
    with started(browser=True) as site:
        while not asked.exists():
            time.sleep(0.01)
        page = Path(asked.read_text().removeprefix("file://"))
        assert stat.S_IMODE(page.stat().st_mode) == 0o600
        link = re.search(r"http://[^\"]+/signin/[^\"]+", page.read_text())
        assert link
        assert site.get(link[0]).getheader("Location") == "/"
        site.process.send_signal(signal.SIGINT)
        site.process.wait(timeout=10)
    assert not page.exists()


@pytest.mark.parametrize(
    ("port", "fault", "other"),
    [
        (80, PermissionError(errno.EACCES, "Permission denied"), 8765),
        (65_535, OSError(errno.EADDRINUSE, "Address already in use"), 8765),
        (8_900, OSError(errno.EADDRINUSE, "Address already in use"), 8_901),
    ],
)
def test_the_port_that_is_named_instead_can_be_had(port: int, fault: OSError, other: int) -> None:
    with (
        mock.patch.object(serve.socket.socket, "bind", side_effect=fault),
        pytest.raises(home.NotReadyError) as said,
        serve._listening("127.0.0.1", port),
    ):
        pass
    assert str(said.value) == (
        f"Port {port} cannot be used ({fault.strerror}). Take another: python3 manage.py start --port {other}"
    )


def test_a_taken_port_is_said_with_the_remedy() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("start", "--no-browser", "--port", str(port))
    assert done.returncode == 1
    assert done.stderr == (
        f"Port {port} cannot be used (Address already in use). "
        f"Take another: python3 manage.py start --port {port + 1}\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--host", "0.0.0.0"], "Afterword listens on this computer only."),  # noqa: S104
        (
            ["--host", "192.168.1.5", "--behind-tls"],
            "192.168.1.5 can be reached by others, so it needs a passphrase.",
        ),
    ],
)
def test_other_computers_are_kept_out(folder: Path, words: list[str], said: str) -> None:
    done = run("start", "--no-browser", *words)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith(said)
    assert not folder.exists()


@pytest.mark.parametrize(
    "address", ["jobs.example", "http://jobs.example", "https://", "https://jobs.example/x"]
)
def test_what_is_no_encrypted_address_is_wrong_usage(folder: Path, address: str) -> None:
    done = run("start", "--no-browser", "--behind-tls", address)
    assert done.returncode == 2
    assert not folder.exists()


def test_a_lost_database_is_said_and_not_made_anew(folder: Path) -> None:
    with started():
        pass
    (folder / "afterword.sqlite3").unlink()
    for words in (["start", "--no-browser", "--port", "0"], ["backup"], ["import", "x.json"]):
        done = run(*words)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert "afterword.sqlite3 is gone, and an empty one would hide that." in done.stderr
    assert not (folder / "afterword.sqlite3").exists()


def test_a_lost_database_comes_back_from_a_copy(folder: Path) -> None:
    with started():
        pass
    copy = json.loads(run("backup", "--json").stdout)["file"]
    (folder / "afterword.sqlite3").unlink()
    assert run("restore", copy).returncode == 0
    assert run("backup").returncode == 0


def test_a_damaged_database_is_left_as_it_is(folder: Path) -> None:
    with started():
        pass
    file = folder / "afterword.sqlite3"
    damaged = b"SQLite format 3\0" + os.urandom(20_000)
    file.write_bytes(damaged)
    done = run("start", "--no-browser", "--port", "0")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "Nothing was changed" in done.stderr
    assert file.read_bytes() == damaged


def ended(site: Running) -> None:
    site.process.send_signal(signal.SIGTERM)
    site.process.wait(timeout=20)


def test_the_first_start_leaves_a_copy_however_soon_it_ends(folder: Path) -> None:
    with started():
        pass
    assert len(list((folder / "backups").glob("afterword-*.sqlite3"))) == 1


@pytest.mark.parametrize("words", [["today"], ["export", "all.json"], ["backup"], ["import", "x.json"]])
def test_no_command_answers_from_a_damaged_database(folder: Path, tmp_path: Path, words: list[str]) -> None:
    with started() as site:
        ended(site)
    file = folder / "afterword.sqlite3"
    content = bytearray(file.read_bytes())
    content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
    file.write_bytes(content)
    done = run(*words)
    (copy,) = (folder / "backups").glob("afterword-*.sqlite3")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.endswith(
        f"Nothing was changed. The last good copy: python3 manage.py restore {copy}\n"
    )
    assert file.read_bytes() == content
    assert run("restore", str(copy)).returncode == 0
    assert run("today").returncode == 0


def test_a_file_that_cannot_be_used_is_named(folder: Path) -> None:
    assert run("import", str(bootstrap.ROOT / "tests/data/freight_silent.json")).returncode == 0
    (folder / "lock").unlink()
    (folder / "lock").mkdir()
    for words in (["start", "--no-browser", "--port", "0"], ["import", "x.json"]):
        done = run(*words)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert done.stderr.startswith(f"Cannot use {folder / 'lock'}: Is a directory. Free some space, ")
    assert run("today").returncode == 0


def test_a_data_file_that_is_none_of_mine_is_not_called_damaged(folder: Path) -> None:
    """No copy is offered for what is whole: the system keeps it from being read, a folder from being one."""
    if os.getuid() == 0:
        pytest.skip("root may read everything")
    assert run("import", str(bootstrap.ROOT / "tests/data/freight_silent.json")).returncode == 0
    (folder / "afterword.sqlite3").chmod(0)
    done = run("start", "--no-browser", "--port", "0")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"{folder / 'afterword.sqlite3'} may not be read by you. Let it be read and written by you. "
        "Nothing was changed.\n"
    )


def test_a_folder_is_no_database(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}")
    done = run("start", "--no-browser", "--port", "0")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"{tmp_path} is a folder. Nothing was changed, and there is no copy to go back to.\n"
    )
    assert not folder.exists()


def test_a_copy_that_cannot_be_made_names_the_place(folder: Path) -> None:
    assert run("import", str(bootstrap.ROOT / "tests/data/freight_silent.json")).returncode == 0
    shutil.rmtree(folder / "backups", ignore_errors=True)
    (folder / "backups").touch()
    done = run("backup")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"No copy was made. Cannot use {folder / 'backups'}: File exists.\n"


def test_a_first_start_whose_disk_gives_out_says_so_and_leaves_nothing(folder: Path) -> None:
    """A file that may not grow stands for the disk; SQLite calls that a failing one."""
    entry = bootstrap.ROOT / "manage.py"
    command = f"ulimit -f 100; exec {sys.executable} {entry} start --no-browser --port 0"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "The disk does not answer as it should. What was stored before may still be fine. "
        "Copy your data folder to another disk first of all.\n"
    )
    assert not folder.exists()


def test_an_import_that_is_refused_leaves_no_folder(folder: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("[]")
    done = run("import", str(wrong))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert not folder.exists()


def test_an_import_sets_a_folder_up(tmp_path: Path) -> None:
    example = bootstrap.ROOT / "tests" / "data" / "freight_silent.json"
    assert run("import", str(example)).returncode == 0
    assert run("export", str(tmp_path / "all.json")).returncode == 0
    assert json.loads((tmp_path / "all.json").read_text())["companies"][0]["name"] == "Hollowell Freight"


def test_sample_people_stay_apart(folder: Path) -> None:
    with started("--sample") as site:
        assert "These are sample people, apart from your own data." in site.said
    assert sorted(path.name for path in folder.glob("*.sqlite3")) == ["sample.sqlite3"]
    assert run("backup").stderr == "Nothing is set up yet. Begin with: python3 manage.py start\n"


def test_a_reader_who_has_enough_ends_it_quietly() -> None:
    """As in `manage.py help | head -0`."""
    command = f"{sys.executable} {bootstrap.ROOT / 'manage.py'} help"
    done = subprocess.run(["/bin/sh", "-c", f"{command} | true"], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_a_name_in_another_script_is_printed_to_the_plainest_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = run("import", str(tmp_path / "Žofie.json"))
    assert done.stderr == f"There is no file {tmp_path / 'Žofie.json'}.\n"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("nonsense://x", "A setting is not right: DATABASE_URL is to be sqlite:///FILE or postgres://"),
        ("sqlite:///", "A setting is not right: DATABASE_URL is to be sqlite:///FILE or postgres://"),
        ("sqlite://", "A setting is not right: DATABASE_URL is to be sqlite:///FILE or postgres://"),
        (
            "sqlite:////nonexistent/x.sqlite3",
            "Cannot write /nonexistent/x.sqlite3: No such file or directory.",
        ),
    ],
)
def test_a_database_that_means_nothing_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch, address: str, said: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    done = run("start", "--no-browser", "--port", "0")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith(said)
    assert not folder.exists()
