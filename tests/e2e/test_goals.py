"""The goals of the design that a script can measure: which test measures each, and those measured here."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from desk import sample
from interviews.models import Interview
from letters.models import Letter
from tests.e2e.counting import count, counted

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser import Site

# What is promised, and the tests that fail where it is not kept.
MEASURED = {
    "from Today to a sent nudge in three clicks": [
        "e2e/test_letters.py::TestWithAScript::test_from_today_to_a_sent_nudge_in_three_clicks"
    ],
    "four keys at most to a letter, one with shortcuts": [
        "e2e/test_goals.py::test_a_letter_is_four_keys_away_and_one_with_shortcuts"
    ],
    "a debrief asks for nothing that has to be filled in": [
        "e2e/test_goals.py::test_a_debrief_requires_no_field"
    ],
    "no word is lost when the server is killed while one types": [
        "e2e/test_debrief.py::test_no_character_is_lost_when_the_server_dies_while_typing",
        "e2e/test_debrief.py::test_no_character_is_lost_when_the_page_goes_with_it",
        "e2e/test_letters.py::TestWithAScript::test_without_the_server_the_words_stay_here",
    ],
    "a first candidacy and a first note: two fields and a button, then the note": [
        "e2e/test_desk.py::test_from_welcome_to_a_first_note"
    ],
    "nothing that axe finds wrong, in two themes and at two widths": [
        "e2e/test_pages.py::test_nothing_is_inaccessible_in_light_or_dark",
        "e2e/test_letters.py::test_every_page_of_the_letters_is_accessible",
        "e2e/test_debrief.py::test_nothing_is_inaccessible",
    ],
    "text at 4.5 to 1, controls at 3": ["desk/test_contrast.py::test_everything_stands_out"],
    "no sideways scrolling from 320 to 1600 pixels, and no tab stop that is hidden": [
        "e2e/test_pages.py::test_nothing_scrolls_sideways_and_no_tab_stop_is_hidden"
    ],
    "without JavaScript: add, debrief, write, send, reply, nudge": [
        "e2e/test_desk.py::test_from_welcome_to_a_first_note",
        "e2e/test_debrief.py::test_everything_works_without_scripts",
        "e2e/test_letters.py::TestWithoutAScript::test_a_thank_you_by_plain_forms",
        "e2e/test_round.py::test_three_letters_of_one_panel_from_today_to_sent",
        "e2e/test_desk.py::test_they_replied",
        "e2e/test_letters.py::TestWithoutAScript::test_a_nudge_by_plain_forms",
    ],
    "18 KB of styles, 10 KB of page": [
        "desk/test_every_page.py::test_the_styles_of_a_page_are_light",
        "desk/test_every_page.py::test_no_page_is_heavy",
    ],
}
FOCUSED = "(document.activeElement.ariaLabel || document.activeElement.textContent).trim()"


def names_of_tests(file: Path) -> set[str]:
    """The tests of a file, those of a class under its name."""
    found = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.ClassDef):
            found |= {f"{node.name}::{one.name}" for one in node.body if isinstance(one, ast.FunctionDef)}
    return found


def test_every_goal_is_measured_by_tests_that_there_are() -> None:
    folder = Path(settings.BASE_DIR, "tests")
    named = {test for tests in MEASURED.values() for test in tests}
    missing = {
        test
        for test in named
        if test.partition("::")[2] not in names_of_tests(folder / test.partition("::")[0])
    }
    assert missing == set()


def keys_to(page: Page, name: str, keys: list[str]) -> int:
    """How many of these keys were pressed until something of that name had the focus."""
    for pressed, key in enumerate(keys, start=1):
        page.keyboard.press(key)
        if page.evaluate(FOCUSED) == name:
            return pressed
    pytest.fail(f"{keys} do not come to “{name}”.")


def test_a_letter_is_four_keys_away_and_one_with_shortcuts(site: Site) -> None:
    sample.load(timezone.now())
    page = site.open()
    # Over the skip link and the name of the company.
    assert keys_to(page, "Write to Ruth", ["Tab", "Enter", "Tab", "Tab"]) <= 4
    page.goto("/")
    count(page)
    page.keyboard.press("w")
    page.wait_for_url("**/letters/*/")
    assert Letter.objects.filter(status="draft").latest("pk").to.name == "Ruth Adeyemi"
    assert (counted(page, "keys"), counted(page, "clicks")) == (1, 0)


def test_a_debrief_requires_no_field(site: Site) -> None:
    sample.load(timezone.now())
    talk = Interview.objects.filter(candidacy__company__name="Lumen Health").latest("starts_at")
    page = site.open(talk.get_absolute_url(), scripts=False)
    assert page.locator("main [required], main [aria-required=true]").count() == 0
    page.get_by_role("button", name="Finish later").click()
    page.wait_for_url(f"**{reverse('desk:candidacy', args=[talk.candidacy_id])}")
