"""A letter goes out by SMTP, seen in a browser: sent, taken back, set up, with a script and without."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from letters import mail_server
from tests.browser import WIDE
from tests.letters.story import Cast, cast
from tests.sink import PASSWORD, Sink

if TYPE_CHECKING:
    from tests.browser import Site

RUTH = "ruth@harbourpine.example"


@pytest.fixture
def story(site: Site) -> Cast:
    return cast()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_letter_goes_out_and_letters_shows_it_sent(
    site: Site, story: Cast, post: Sink, scripts: bool
) -> None:
    letter = story.draft()
    page = site.open(letter.get_absolute_url(), scripts=scripts)
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("heading", name="Sending, ten seconds to take it back").wait_for()
    # With a script they are counted; without, the page comes again when they are over.
    page.get_by_text(re.compile(r"\b[1-9] seconds? left" if scripts else r"\d seconds? left")).wait_for()
    page.get_by_text("What went out stays as it is.").wait_for(timeout=30_000)
    page.get_by_role("link", name="Letters").first.click()
    sent = page.get_by_role("region", name="Sent").get_by_role("listitem").filter(has_text="To Ruth Adeyemi")
    assert sent.filter(has_text="No reply yet").count() == 1
    assert [one["Subject"] for one in post.letters_to(RUTH)] == ["The cold store"]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_letter_is_taken_back(site: Site, story: Cast, post: Sink, scripts: bool) -> None:
    letter = story.draft()
    page = site.open(letter.get_absolute_url(), scripts=scripts)
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("button", name="Take it back").click()
    page.get_by_label("Letter to Ruth Adeyemi").wait_for()
    letter.refresh_from_db()
    assert (letter.status, post.talks) == ("draft", 0)


@pytest.mark.parametrize("kind", ["thank_you", "nudge"])
def test_send_stands_in_one_line_with_the_rest(site: Site, story: Cast, post: Sink, kind: str) -> None:
    letter = story.draft(kind=kind)
    page = site.open(letter.get_absolute_url(), size=WIDE)
    boxes = [one.bounding_box() for one in page.locator(".edit-foot > :visible").all()]
    middles = {round(one["y"] + one["height"] / 2) for one in boxes if one}
    assert (len(boxes), len(middles)) == (5, 1)


def test_what_would_hurt_asks_in_the_dialogue(site: Site, story: Cast, post: Sink) -> None:
    letter = story.draft(body="Dear Ruth,\n\nThank you for [something].\n\nKind regards,\nDana")
    page = site.open(letter.get_absolute_url())
    page.get_by_label("Letter to Ruth Adeyemi").press("Control+Enter")
    page.get_by_role("dialog").get_by_role("button", name="Send anyway").click()
    page.get_by_role("button", name="Take it back").click()
    page.get_by_label("Letter to Ruth Adeyemi").wait_for()
    assert post.talks == 0


@pytest.mark.usefixtures("story")
def test_sending_is_set_up_tried_and_turned_off(site: Site, sink: Sink) -> None:
    mail_server.turn_off()
    page = site.open("/settings/")
    page.get_by_role("link", name="Set it up").click()
    page.get_by_label("Provider").select_option("Another one")
    page.get_by_role("textbox", name="Password").fill("not this one")
    page.get_by_label("Server", exact=True).fill("localhost")
    page.get_by_label("Encryption").select_option("None: a server on this computer")
    page.get_by_label("Port").fill(str(sink.port))
    page.get_by_role("button", name="Save, and send me a test").click()
    section = page.get_by_role("region", name="Mail out")
    section.get_by_text("Most providers want an app password").wait_for()
    assert "Failing" in section.inner_text()
    section.get_by_role("link", name="Change").click()
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("button", name="Save, and send me a test").click()
    section.get_by_text("On, tested").wait_for()
    assert [one["Subject"] for one in sink.letters_to("dana@example.com")] == ["A test from Afterword"]
    section.get_by_role("button", name="Turn off").click()
    section.get_by_role("link", name="Set it up").wait_for()
    assert mail_server.outgoing() is None
