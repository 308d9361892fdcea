"""Moving in, in a real browser: from the first page to the record and back, with scripts and without."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from candidacy.models import Candidacy, Company
from desk.archive import export_text
from desk.moving_in import bringing, waiting
from tests.desk.moving_in.cast import FILES, day

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser import Site

pytestmark = pytest.mark.e2e
# Counts what would be sent, and sends nothing: a file that is still on its way.
HOLD = """() => { window.sent = 0; document.addEventListener("submit", (event) => {
  window.sent += event.defaultPrevented ? 0 : 1;
  event.preventDefault();
}); }"""


@pytest.fixture(autouse=True)
def _nothing_waits() -> None:
    for one in waiting.waiting_now():
        one.forget()


def look_at(page: Page, name: str) -> None:
    page.goto("/welcome/")
    page.get_by_role("link", name="Move in").click()
    page.get_by_label("Your export or spreadsheet").set_input_files(FILES / name)
    page.get_by_role("button", name="See what is in it").click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_spreadsheet_moves_in_and_out(site: Site, *, scripts: bool) -> None:
    Candidacy.objects.create(company=Company.objects.create(name="Harbour & Pine"), role="Head of Analytics")
    before = export_text()
    page = site.open(scripts=scripts)
    look_at(page, "spreadsheet.csv")
    expect(page.get_by_role("heading", level=1)).to_have_text("2 of 5 rows are ready")
    row = page.locator(".probs > li").filter(has_text="Fenwick Labs")
    row.get_by_label("Applied on").fill("2026-02-28")
    page.locator(".probs > li").filter(has_text="Harbour & Pines").get_by_label("Company").select_option(
        "Yes, Harbour & Pine"
    )
    page.get_by_label("What “Gut feeling” means").select_option("Notes on the candidacy")
    page.get_by_role("button", name="Import 2 rows").click()
    finish(page, scripts=scripts)
    assert Candidacy.objects.get(company__name="Fenwick Labs").applied_on == day("2026-02-28")
    page.get_by_role("button", name="Undo the whole import").click()
    expect(page.locator("main")).to_contain_text("spreadsheet.csv imported")
    assert export_text() == before


def test_a_file_that_takes_a_while_says_so_and_is_sent_once(site: Site) -> None:
    page = site.open("/import/")
    page.evaluate(HOLD)
    page.get_by_role("button", name="See what is in it").click()
    button = page.get_by_role("button", name="Reading the file …")
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(page.locator("#live")).to_have_text("Reading the file …")
    button.dispatch_event("click")
    assert page.evaluate("sent") == 1
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    page.get_by_role("button", name="See what is in it").click()
    assert page.evaluate("sent") == 2


def finish(page: Page, *, scripts: bool) -> None:
    """With scripts the page goes on by itself; without, by its link."""
    done = page.get_by_role("heading", name="It is all here")
    for _ in range(0 if scripts else 20):
        if done.count():
            break
        page.wait_for_timeout(200)
        page.goto(page.url)
    expect(done).to_be_visible()


def test_the_word_to_stop_keeps_the_focus_while_the_page_counts(
    site: Site, monkeypatch: pytest.MonkeyPatch, axe: Callable[[Page], list[str]]
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(bringing, "back_up_first", lambda: go_on.wait(20))
    before = export_text()
    page = site.open()
    look_at(page, "jobsync.csv")
    page.get_by_role("button", name="Import 3 rows").click()
    stop = page.get_by_role("button", name="Stop, change nothing")
    stop.focus()
    with page.expect_response(lambda answer: answer.url.endswith("/progress/")):
        pass
    expect(stop).to_be_focused()
    assert axe(page) == []
    threading.Timer(0.5, go_on.set).start()
    stop.click()
    expect(page.locator("main")).to_contain_text("You stopped it. Nothing was changed.")
    assert export_text() == before


@pytest.mark.parametrize("path", ["", "?columns=all"])
@pytest.mark.parametrize("dark", [False, True])
def test_a_refused_preview_is_accessible(
    site: Site, axe: Callable[[Page], list[str]], path: str, *, dark: bool
) -> None:
    page = site.open(dark=dark)
    look_at(page, "spreadsheet.csv")
    page.goto(page.url + path)
    assert axe(page) == []
    page.get_by_label("Leave it out").first.uncheck()
    page.get_by_role("button", name="Import 3 rows").click()
    expect(page.get_by_role("alert")).to_contain_text(
        "Row 3, Applied on: Say what it is, or leave the row out."
    )
    assert axe(page) == []
