"""Today in a real browser: one key to a letter, a move made in its row, and from Welcome to a first note."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from candidacy.models import Candidacy, Contact
from desk import sample
from interviews.models import Note
from tests.e2e.counting import count, counted

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser import Site

FOCUSED = "document.activeElement.textContent.trim()"


@pytest.fixture
def _story(site: Site) -> None:
    sample.load(timezone.now())


def row(page: Page, company: str) -> Locator:
    return page.locator("[data-list] > .row").filter(has=page.get_by_role("link", name=company, exact=True))


@pytest.mark.usefixtures("_story")
def test_keys_move_along_the_rows_and_act_on_the_chosen_one(site: Site) -> None:
    page = site.open()
    page.keyboard.press("j")
    assert page.evaluate(FOCUSED) == "Write to Ruth"
    page.keyboard.press("j")
    assert page.evaluate(FOCUSED) == "Write to Daniel"
    page.keyboard.press("s")
    page.get_by_text("Leave it until", exact=True).wait_for()
    assert row(page, "Meridian Rail").get_by_text("Leave it until", exact=True).is_visible()
    page.get_by_role("link", name="Keep it here").click()
    assert page.evaluate(FOCUSED) == "Write to Daniel"
    page.keyboard.press("k")
    page.keyboard.press("r")
    page.get_by_text("What did they say?").wait_for()
    assert row(page, "Harbour & Pine").get_by_text("What did they say?").is_visible()


@pytest.mark.usefixtures("_story")
def test_the_question_mark_lists_the_keys_and_gives_the_focus_back(site: Site) -> None:
    page = site.open()
    page.keyboard.press("j")
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Shortcuts").wait_for()
    page.keyboard.press("j")  # Nothing moves behind it.
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    assert page.evaluate(FOCUSED) == "Write to Ruth"


def test_keys_do_nothing_while_typing_or_switched_off(site: Site) -> None:
    page = site.open("/welcome/")
    page.get_by_label("Company").press_sequentially("njk?")
    assert page.get_by_label("Company").input_value() == "njk?"
    page.goto("/settings/#keys")
    page.get_by_role("switch", name="Single-key shortcuts").uncheck()
    page.locator("#keys").get_by_role("button", name="Save").click()
    page.get_by_text("Saved").wait_for()
    page.wait_for_load_state()  # Keys work once the script is there.
    page.keyboard.press("n")
    page.keyboard.press("Control+k")
    page.get_by_role("dialog", name="Search or jump to").wait_for()


@pytest.mark.usefixtures("_story")
@pytest.mark.parametrize("scripts", [True, False], ids=["script", "plain"])
def test_not_now(site: Site, *, scripts: bool) -> None:
    page = site.open(scripts=scripts)
    assert page.locator("#nav-count").inner_text().split()[0] == "4"
    row(page, "Harbour & Pine").get_by_role("link", name="Snooze").click()
    page.get_by_role("group", name="Leave it until").get_by_role("button").first.click()
    page.get_by_role("heading", level=1, name="Three letters to write today").wait_for()
    assert page.locator("#nav-count").inner_text().split()[0] == "3"
    assert row(page, "Harbour & Pine").count() == 0
    if scripts:
        assert page.evaluate(FOCUSED) == "Write to Daniel"
        assert page.locator("#live").inner_text().startswith("Harbour & Pine snoozed until ")
    page.get_by_role("button", name="Undo: Harbour & Pine snoozed until").click()
    page.get_by_role("heading", level=1, name="Four letters to write today").wait_for()


@pytest.mark.usefixtures("_story")
@pytest.mark.parametrize("scripts", [True, False], ids=["script", "plain"])
def test_they_replied(site: Site, *, scripts: bool) -> None:
    page = site.open(scripts=scripts)
    row(page, "Meridian Rail").get_by_role("link", name="They replied").click()
    page.get_by_label("When").fill("2999-01-01")
    page.get_by_label("Anything to remember?").fill("The panel meets again.")
    page.get_by_role("button", name="Note the reply").click()
    page.get_by_role("heading", name="There is something to mend").wait_for()
    assert page.get_by_label("Anything to remember?").input_value() == "The panel meets again."
    page.get_by_label("When").fill("")
    page.get_by_role("button", name="Note the reply").click()
    page.get_by_role("heading", level=1, name="Three letters to write today").wait_for()
    rail = Candidacy.objects.get(company__name="Meridian Rail")
    assert Contact.objects.filter(candidacy=rail).latest("pk").text == "The panel meets again."


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "plain"])
def test_from_welcome_to_a_first_note(site: Site, *, scripts: bool) -> None:
    begun = time.monotonic()
    page = site.open(scripts=scripts)
    if scripts:
        count(page)
    page.get_by_label("Company").fill("Lumen Health")
    page.get_by_label("Who did you meet?").fill("Helen Marsh, Chief Nursing Officer\nKofi Mensah")
    page.get_by_role("button", name="Add it, and note what you heard").click()
    page.get_by_role("heading", level=1, name="What did Helen tell you?").wait_for()
    page.locator("main textarea:visible").first.fill("How do you win over a ward?")
    if scripts:
        page.locator("#save", has_text="Saved").wait_for()
        # Two fields and a button before the first note; one field more is the note itself.
        assert (counted(page, "clicks"), counted(page, "fields")) == (1, 2)
    else:
        page.locator("main form.debrief button[type=submit]:visible").last.click()
    note = Note.objects.get()
    assert (note.text, note.interviewer.person.name) == ("How do you win over a ward?", "Helen Marsh")
    assert note.interviewer.person.title == "Chief Nursing Officer"
    # The pages take a small part of the minute that is promised: the rest is for typing.
    assert time.monotonic() - begun < 15


@pytest.mark.usefixtures("_story")
@pytest.mark.parametrize("scripts", [True, False], ids=["script", "plain"])
def test_the_list_of_candidacies_as_the_address_has_it(site: Site, *, scripts: bool) -> None:
    page = site.open("/candidacies/", scripts=scripts)
    page.get_by_role("link", name="Your move").click()
    page.wait_for_url("**/candidacies/?show=mine")
    page.locator(".list > .row").nth(4).wait_for(state="detached")
    page.get_by_label("Company, role or place").fill("rail")
    if not scripts:
        page.get_by_role("button", name="Find").click()
    page.locator(".list > .row").nth(1).wait_for(state="detached")
    assert page.locator(".list .co").all_inner_texts() == ["Meridian Rail"]
    assert page.url.endswith("?show=mine&q=rail&by=")
    page.go_back()
    page.locator(".list > .row").nth(3).wait_for()
    assert page.get_by_role("link", name="Your move").get_attribute("aria-current") == "true"
