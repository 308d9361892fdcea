"""Notifications in a browser that was asked by a click: each thing is told once, and leads to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from candidacy.models import Profile
from desk import sample

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser import Site

# Stands in for what the desktop would show, which no test can see.
WATCHED = """
window.shown = [];
window.Notification = class extends EventTarget {
  static get permission() { return localStorage.getItem("allows") || "default"; }
  static async requestPermission() { localStorage.setItem("allows", "granted"); return "granted"; }
  constructor(title, options) { super(); this.title = title; window.shown.push([title, options.tag, this]); }
};
"""
SHOWN = "window.shown.map(([title]) => title)"


def shown(page: Page, number: int) -> list[str]:
    """The titles of so many notifications. The page’s own policy refuses to wait by words of ours."""
    for _ in range(100):
        titles: list[str] = page.evaluate(SHOWN)
        if len(titles) == number:
            break
        page.wait_for_timeout(100)
    assert len(titles) == number
    return titles


def test_it_is_asked_by_a_click_and_tells_each_thing_once(site: Site) -> None:
    sample.load(timezone.now())
    page = site.open("/settings/#notify")
    page.add_init_script(WATCHED)
    page.clock.install()
    page.reload()
    page.locator("#notify").get_by_text("This browser has not been asked yet.").wait_for()
    page.get_by_role("switch", name="Tell me what is due").check()
    page.locator("#notify").get_by_text("This browser shows them.").wait_for()
    page.locator("#notify").get_by_role("button", name="Save").click()
    page.wait_for_url("**/settings/?saved=notify*")
    assert Profile.load().preferences.notifications
    with page.expect_response("**/notices/"):
        page.clock.run_for(6_000)
    first = shown(page, 3)
    with page.expect_response("**/notices/"):
        page.clock.run_for(5 * 60_000)
    # Three at once are enough: the fourth comes with the next look, and none comes twice.
    assert len(set(shown(page, 4))) == 4
    assert "Thank-you to Dr Helen Marsh" in first[0]
    page.evaluate("window.shown[3][2].dispatchEvent(new Event('click'))")
    page.wait_for_url("**/candidacies/*/")


def test_a_real_browser_that_allows_them_says_so(site: Site) -> None:
    page = site.open("/settings/", permissions=["notifications"])
    assert page.evaluate("Notification.permission") == "granted"
    page.locator("#notify").get_by_text("This browser shows them.").wait_for()
