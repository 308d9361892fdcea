"""The palette and search by keyboard alone, as a screen reader hears them, and with the focus given back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from desk import sample
from letters.models import Letter
from tests.browser import PHONE, WIDE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from tests.browser import Site

CHOSEN = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).innerText"


@pytest.fixture
def _story(site: Site) -> None:
    sample.load(timezone.now())


def opened(page: Page) -> Locator:
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog", name="Search or jump to")
    dialog.wait_for()
    return dialog


def chosen(page: Page) -> str:
    """What the field says is chosen, and what is marked so: they are the same."""
    (marked,) = page.get_by_role("option", selected=True).all_inner_texts()
    assert marked.split() == str(page.evaluate(CHOSEN)).split()
    return marked.splitlines()[0]


@pytest.mark.usefixtures("_story")
def test_the_arrows_move_the_choice_and_enter_takes_it(site: Site) -> None:
    page = site.open()
    opened(page)
    assert chosen(page).startswith("Write a letter to Ruth Adeyemi")
    page.keyboard.press("ArrowDown")
    assert chosen(page).startswith("Write a letter to Daniel Osei")
    page.keyboard.press("End")
    assert chosen(page) == "Settings"
    page.keyboard.press("ArrowDown")
    assert chosen(page).startswith("Write a letter to Ruth Adeyemi")
    page.keyboard.press("ArrowUp")
    assert chosen(page) == "Settings"
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.wait_for_url("**/letters/*/")
    assert Letter.objects.latest("pk").to.name == "Ruth Adeyemi"


@pytest.mark.usefixtures("_story")
def test_what_is_typed_at_once_and_entered_at_once_leads_there(site: Site) -> None:
    """Neither the letters before the dialog is there are lost, nor does Enter take what fitted before."""
    page = site.open("/letters/")
    page.keyboard.press("Control+k")
    page.keyboard.type("sett")
    dialog = page.get_by_role("dialog", name="Search or jump to")
    dialog.wait_for()
    assert page.get_by_role("combobox").input_value() == "sett"
    page.keyboard.press("Enter")
    page.wait_for_url("**/settings/")


@pytest.mark.usefixtures("_story")
def test_a_click_takes_what_it_is_on(site: Site) -> None:
    page = site.open("/letters/")
    page.get_by_role("link", name="Search or jump to").click()
    page.get_by_role("combobox").fill("wojcik")
    page.get_by_role("option", name="Tomasz Wójcik").click()
    page.get_by_role("heading", level=1, name="Tomasz Wójcik").wait_for()


@pytest.mark.usefixtures("_story")
def test_escape_gives_the_focus_back(site: Site) -> None:
    page = site.open("/candidacies/add/")
    field = page.get_by_label("Role")
    field.focus()
    dialog = opened(page)
    page.keyboard.type("har")
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    page.keyboard.type("Planner")
    assert field.input_value() == "Planner"
    assert opened(page).get_by_role("combobox").input_value() == ""


@pytest.mark.usefixtures("_story")
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nothing_in_it_is_inaccessible(
    site: Site, axe: Callable[[Page], list[str]], size: tuple[int, int], *, dark: bool
) -> None:
    page = site.open(size=size, dark=dark)
    dialog = opened(page)
    page.keyboard.type("night")
    dialog.get_by_role("option", name="Leith is the first depot").wait_for()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.usefixtures("_story")
def test_without_a_script_the_link_is_the_search_page(site: Site) -> None:
    page = site.open(scripts=False)
    page.get_by_role("link", name="Search or jump to").click()
    page.get_by_label("Search everything").fill("night shift")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="places say “night shift”").wait_for()


@pytest.mark.usefixtures("_story")
def test_while_typing_the_finds_come_and_the_focus_stays(site: Site) -> None:
    page = site.open("/search/")
    page.get_by_label("Search everything").press_sequentially("night sh")
    page.get_by_role("heading", level=1, name="places say “night sh”").wait_for()
    assert "Ruth Adeyemi" in page.locator("#found").inner_text()
    assert page.evaluate("document.activeElement.id") == "q"
    page.wait_for_url(re.compile(r"/search/\?q=night(\+|%20)sh"))
    page.get_by_label("Person").select_option(label="Priya Nair")
    page.wait_for_url(re.compile(r"person=\d"))
    page.locator("#found", has_not_text="Ruth Adeyemi").wait_for()
    assert "Priya Nair" in page.locator("#found").inner_text()
    page.keyboard.press("Tab")
    page.reload()
    assert page.get_by_label("Person").input_value() != ""
