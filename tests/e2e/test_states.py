"""Loading and error: a slow part turns into bars, a failed one keeps what it shows and can be tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from candidacy.models import Profile
from desk import sample

if TYPE_CHECKING:
    from playwright.sync_api import Route

    from tests.browser import Site


@pytest.fixture(autouse=True)
def _story(site: Site) -> None:
    sample.load(timezone.now())


def only_of_requests(site: Site) -> None:
    """What the browser logged is about the requests that were to fail, and nothing else."""
    assert {said.split(",")[0].split(" from ")[0] for said in site.complaints} <= {
        "htmx:afterRequest",
        "htmx:sendError",
        "Response Status Error Code 500",
    }
    site.complaints.clear()


def test_what_takes_longer_than_a_blink_shows_that_it_loads(site: Site) -> None:
    page = site.open("/candidacies/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/candidacies/?show=mine", hold)
    page.get_by_role("link", name="Your move").click()
    page.locator("#rows.slow[aria-busy=true]").wait_for()
    assert page.locator(".list .co").first.evaluate("one => getComputedStyle(one).visibility") == "hidden"
    held.pop().continue_()
    page.locator(".list > .row").nth(4).wait_for(state="detached")
    assert page.locator("#rows").get_attribute("aria-busy") is None
    assert page.locator(".slow").count() == 0


@pytest.mark.parametrize("answer", ["none", "fault"])
def test_what_fails_keeps_its_rows_and_can_be_tried_again(site: Site, answer: str) -> None:
    page = site.open("/candidacies/")
    page.route(
        "**/candidacies/?show=mine",
        lambda route: route.abort() if answer == "none" else route.fulfill(status=500, body="No"),
    )
    page.get_by_role("link", name="Your move").click()
    alert = page.locator("#rows").get_by_role("alert")
    alert.get_by_text("Could not refresh.").wait_for()
    assert page.locator(".list > .row").count() == 17
    page.unroute("**/candidacies/?show=mine")
    alert.get_by_role("button", name="Try again").click()
    page.locator(".list > .row").nth(4).wait_for(state="detached")
    assert alert.count() == 0
    only_of_requests(site)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Afterword does not answer."), ("de", "Afterword antwortet nicht.")]
)
def test_the_scripts_speak_the_language_of_the_page(site: Site, language: str, words: str) -> None:
    Profile.objects.update(settings={"language": language})
    page = site.open("/candidacies/")
    page.route("**/candidacies/?show=mine", lambda route: route.abort())
    page.locator(".filters a").nth(1).click()
    page.locator("#live").get_by_text(words).wait_for(state="attached")
    only_of_requests(site)


def test_a_move_that_fails_leaves_its_form_as_typed(site: Site) -> None:
    page = site.open()
    row = page.locator(".nudge").filter(has=page.get_by_role("link", name="Meridian Rail", exact=True))
    row.get_by_role("link", name="They replied").click()
    page.get_by_label("Anything to remember?").fill("The panel meets again.")
    page.route("**/reply/", lambda route: route.abort())
    page.get_by_role("button", name="Note the reply").click()
    alert = page.get_by_role("alert").filter(has_text="Could not refresh.")
    alert.wait_for()
    assert page.get_by_label("Anything to remember?").input_value() == "The panel meets again."
    page.unroute("**/reply/")
    alert.get_by_role("button", name="Try again").click()
    page.get_by_role("heading", level=1, name="Three letters to write today").wait_for()
    only_of_requests(site)


def test_an_answer_meant_for_another_place_ends_the_wait_too(site: Site) -> None:
    page = site.open()
    row = page.locator(".nudge").filter(has=page.get_by_role("link", name="Meridian Rail", exact=True))
    row.get_by_role("link", name="They replied").click()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.get_by_label("When").fill("2999-01-01")
    page.route("**/reply/", hold)
    page.get_by_role("button", name="Note the reply").click()
    page.locator("#desk.slow").wait_for()
    held.pop().continue_()
    page.get_by_role("heading", name="There is something to mend").wait_for()
    assert page.locator(".slow, [aria-busy=true]").count() == 0
