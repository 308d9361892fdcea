"""Somebody types while the server is killed, or the session ends: every character is there in the end."""

from __future__ import annotations

import json
import re
import socket
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.db.backends.signals import connection_created
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.config.test_entry import run, started
from tests.letters.story import cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper
    from playwright.sync_api import Browser

    from tests.browser import Site
    from tests.soak import Soak

SAVED = re.compile(r"Saved \d\d:\d\d")
# Nothing here is about speed: a busy machine may need more than one attempt to save.
A_WHILE = 20_000
KEPT = "Your words are kept in this browser"


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return str(probe.getsockname()[1])


def pages(page: Page, home: Path) -> dict[str, str]:
    """Where to type: the page of a talk, and that of a letter begun in it, each with its field."""
    with closing(sqlite3.connect(home / "sample.sqlite3")) as database:
        talk, candidacy, person = database.execute(
            "SELECT interview_id, candidacy_id, person_id FROM interviews_interviewer "
            "JOIN interviews_interview ON interview_id = interviews_interview.id"
        ).fetchone()
    page.goto(f"{home_page(page)}/letters/new/?candidacy={candidacy}&to={person}&kind=free")
    page.get_by_role("button", name="Begin").click()
    page.locator("textarea[name=body]").wait_for()
    letter = "/letters/" + page.url.split("/letters/")[1].split("?")[0]
    return {f"/interviews/{talk}/debrief/?person={person}": "bad", letter: "body"}


def home_page(page: Page) -> str:
    """The address of the site, without a slash."""
    return "/".join(page.url.split("/")[:3])


def end_of(page: Page, field: str) -> None:
    page.locator(f"textarea[name={field}]").press("Control+End")


def test_row_20_no_character_is_lost_when_the_server_is_killed(
    home: Path, browser: Browser, soak: Soak
) -> None:
    port, typed = free_port(), 0
    where = ""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for n in soak.rounds("rounds", 1, 10):
        with started("--sample", "--port", port) as site:
            page.goto(site.link)
            where = home_page(page)
            there = list(pages(page, home).items())
        for path, field in there:
            with started("--sample", "--port", port) as site:
                page.goto(where + path)
                end_of(page, field)
                box = page.locator(f"textarea[name={field}]")
                box.press_sequentially(f"\nBefore it {n}")
                expect(page.locator("#save")).to_contain_text(SAVED, timeout=A_WHILE)
                box.press_sequentially(", at the very moment")
                site.process.kill()
            box.press_sequentially(f", and after it {n}")
            expect(page.get_by_text(KEPT).first).to_be_visible()
            whole = box.input_value()
            assert whole.endswith(f"Before it {n}, at the very moment, and after it {n}")
            with started("--sample", "--port", port):
                page.get_by_text("Try now").first.click()
                expect(page.locator("#save")).to_contain_text(SAVED, timeout=A_WHILE)
                page.reload()
                assert page.locator(f"textarea[name={field}]").input_value() == whole
            typed += len(whole)
    context.close()
    soak.say(characters=typed, lost=0)


@contextmanager
def full_disk() -> Iterator[None]:
    """The data file takes no more pages, whichever thread of the site opens it."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        (pages,) = cursor.execute("PRAGMA page_count").fetchone()
    connection.close()

    def limit(connection: BaseDatabaseWrapper, **_: object) -> None:
        connection.cursor().execute(f"PRAGMA max_page_count = {pages}")

    file = Path(connection.settings_dict["NAME"])
    usual = file.stat().st_mode
    connection_created.connect(limit)
    # A file that changed in any way is opened anew at the next request, by each thread.
    file.chmod(usual ^ 0o040)
    try:
        yield
    finally:
        connection_created.disconnect(limit)
        connection.close()
        file.chmod(usual)


@pytest.mark.sqlite_only("how SQLite fails")
def test_row_20_no_character_is_lost_when_the_disk_is_full(site: Site, soak: Soak) -> None:
    """A line says why, the text stays, this browser keeps a copy, and it is saved once there is room."""
    story, typed = cast(), 0
    debrief = f"{reverse('interviews:debrief', args=[story.talk.pk])}?person={story.ruth.pk}"
    for path, field in {debrief: "bad", story.draft().get_absolute_url(): "body"}.items():
        page = site.open(path)
        box = page.locator(f"textarea[name={field}]")
        long = f"{box.input_value()}\n{'The night shift loses the chill at four, says Ruth. ' * 400}".strip()
        with full_disk():
            box.fill(long)
            expect(page.locator("#save")).to_contain_text(f"Not saved yet. The disk is full. {KEPT}")
            box.press("Control+End")
            box.press_sequentially(" And more")
            assert box.input_value() == f"{long} And more"
            # Whoever comes back to a page that was closed finds the words there.
            page.reload()
            expect(page.get_by_text("What was not saved before is back in its place")).to_be_visible()
            assert box.input_value() == f"{long} And more"
        # It tries again by itself, and lets go of its copy.
        expect(page.locator("#save")).to_contain_text(SAVED, timeout=20_000)
        for _ in range(100):
            if not page.evaluate("localStorage.length"):
                break
            page.wait_for_timeout(100)
        assert page.evaluate("localStorage.length") == 0
        page.reload()
        assert box.input_value() == f"{long} And more"
        typed += len(long)
    # htmx logs each refusal.
    assert {said.split(" from ")[0] for said in site.complaints} == {"Response Status Error Code 503"}
    site.complaints.clear()
    soak.say(characters=typed, lost=0)


def test_row_20_no_character_is_lost_when_the_session_ends(home: Path, browser: Browser, soak: Soak) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    with started("--sample") as site:
        where = site.link.split("/signin")[0]
        page.goto(site.link)
        for path, field in pages(page, home).items():
            page.goto(where + path)
            end_of(page, field)
            box = page.locator(f"textarea[name={field}]")
            context.clear_cookies()
            box.press_sequentially("\nNobody is signed in any more")
            expect(page.get_by_text(KEPT).first).to_be_visible()
            whole = box.input_value()
            page.goto(json.loads(run("link", "--sample", "--json").stdout)["link"])
            page.goto(where + path)
            expect(page.get_by_text("What was not saved before is back in its place")).to_be_visible()
            assert page.locator(f"textarea[name={field}]").input_value() == whole
            expect(page.locator("#save")).to_contain_text(SAVED, timeout=A_WHILE)
    context.close()
    soak.say(lost=0)
