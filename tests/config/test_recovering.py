"""A start that finds the database in trouble shows the choices, and opens the site once one is taken."""

from __future__ import annotations

import http.client
import json
import re
import signal
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from config import bootstrap
from tests.config.test_entry import SETTINGS, run, started

if TYPE_CHECKING:
    from pathlib import Path

    from tests.config.test_entry import Running

EXAMPLE = str(bootstrap.ROOT / "tests/data/freight_silent.json")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one candidacy, one copy of it, and a browser that opens nothing."""
    browser = tmp_path / "browser"
    browser.write_text("#!/bin/sh\n")
    browser.chmod(0o700)
    monkeypatch.setenv("AFTERWORD_HOME", str(tmp_path / "afterword"))
    monkeypatch.setenv("BROWSER", str(browser))
    for name in (*SETTINGS, "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert run("import", EXAMPLE).returncode == 0
    assert run("backup").returncode == 0
    return tmp_path / "afterword"


@dataclass
class Window:
    """A browser window without JavaScript, signed in by the link that the start printed."""

    site: Running
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.host = self.site.link.split("/")[2]
        self.ask("GET", "/signin" + self.site.link.split("/signin")[1])

    def ask(self, method: str, path: str, **fields: str) -> tuple[int, str, str]:
        """Status, where it leads, and the page."""
        connection = http.client.HTTPConnection(self.host, timeout=60)
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        connection.request(method, path, urlencode(fields) if fields else None, headers)
        answer = connection.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer.status, answer.getheader("Location") or "", answer.read().decode()

    def send(self, page: str, **fields: str) -> tuple[int, str, str]:
        """Fill in the form of a page, with what is hidden in it, and send it off."""
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]+)">', page))
        return self.ask("POST", "/recover/", **{**hidden, **fields})


def damage(folder: Path) -> bytes:
    file = folder / "afterword.sqlite3"
    content = file.read_bytes().replace(b"Hollowell", b"Hollowall")
    file.write_bytes(content)
    return content


def test_going_back_opens_the_site_in_the_same_window(folder: Path) -> None:
    damaged = damage(folder)
    with started(browser=True) as site:
        window = Window(site)
        assert window.ask("GET", "/")[:2] == (302, "/recover/")
        status, _, page = window.ask("GET", "/recover/")
        assert status == 200
        assert "<h1>Your data file is damaged</h1>" in page
        assert "1 candidacy, 4 letters and 22 notes." in page
        assert (folder / "afterword.sqlite3").read_bytes() == damaged
        assert window.send(page, do="restore")[:2] == (302, "/")
        status, _, today = window.ask("GET", "/")
        assert (status, "Hollowell Freight" in today) == (200, True)
        # Sent once more, or loaded again: there is nothing to choose any longer.
        assert window.send(page, do="restore")[:2] == (302, "/")
        site.process.send_signal(signal.SIGTERM)
        site.process.wait(timeout=20)
    (kept,) = (folder / "backups").glob("*-damaged.bin")
    assert kept.read_bytes() == damaged
    assert run("today").returncode == 0


def test_nothing_yet_changes_nothing(folder: Path) -> None:
    damaged = damage(folder)
    with started(browser=True) as site:
        window = Window(site)
        _, _, page = window.ask("GET", "/recover/")
        status, _, said = window.send(page, do="nothing")
        assert (status, "<b>Nothing was changed." in said) == (200, True)
        assert window.send(page, do="dance")[0] == 422
        assert window.send(page, do="restore", copy="../secret_key")[0] == 422
        site.process.send_signal(signal.SIGTERM)
        out, _ = site.process.communicate(timeout=20)
    assert out == "\nAfterword has stopped.\n"
    assert (folder / "afterword.sqlite3").read_bytes() == damaged


def test_an_older_copy_can_be_chosen(folder: Path) -> None:
    assert run("import", str(bootstrap.ROOT / "tests/data/startup_waiting.json")).returncode == 0
    assert run("backup").returncode == 0
    oldest = min((folder / "backups").glob("*.sqlite3"))
    damage(folder)
    with started(browser=True) as site:
        window = Window(site)
        _, _, page = window.ask("GET", "/recover/")
        assert '<span class="m">1 more, the oldest from ' in page
        assert window.send(page, do="older")[:2] == (302, "/recover/older/")
        _, _, choice = window.ask("GET", "/recover/older/")
        assert window.send(choice, do="restore", copy=oldest.name)[:2] == (302, "/")
        assert "Hollowell Freight" in window.ask("GET", "/candidacies/")[2]
    listed = json.loads(run("today", "--all", "--json").stdout)["candidacies"]
    assert [one["company"] for one in listed] == ["Hollowell Freight"]


@pytest.mark.parametrize(
    ("lost", "heading"), [("gone", "Your data file is missing"), ("empty", "Your data file is empty")]
)
def test_a_database_that_is_gone_comes_back(folder: Path, lost: str, heading: str) -> None:
    file = folder / "afterword.sqlite3"
    file.unlink() if lost == "gone" else file.write_bytes(b"")
    with started(browser=True) as site:
        window = Window(site)
        _, _, page = window.ask("GET", "/recover/")
        assert f"<h1>{heading}</h1>" in page
        assert window.send(page, do="restore")[:2] == (302, "/")
        assert window.ask("GET", "/")[0] == 200


def test_the_choices_are_for_whoever_started_it(folder: Path) -> None:
    damage(folder)
    with started(browser=True) as site:
        window = Window(site)
        stranger = Window(site)
        stranger.cookies.clear()
        status, _, page = stranger.ask("GET", "/recover/")
        assert (status, "Open Afterword from its window" in page, "candidac" in page) == (403, True, False)
        assert window.ask("POST", "/recover/", do="restore")[0] == 403
