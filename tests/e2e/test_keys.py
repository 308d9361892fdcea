"""The keyboard: what each page answers to, what its list says, and that typing is never disturbed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from candidacy.models import Candidacy, Company
from desk import sample
from interviews.models import Interview
from letters.models import Letter

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser import Site

FOCUSED = "document.activeElement.textContent.trim()"
# Everything of the page that answers to a key, as the list names it.
ANSWERS = """
[...new Set([...document.querySelectorAll('[data-key]')].map((one) => one.dataset.key.toUpperCase()))].sort()
"""


@pytest.fixture(autouse=True)
def _story(site: Site) -> None:
    sample.load(timezone.now())


def listed(page: Page) -> list[str]:
    """The keys that the dialog shows, each entry by its keys; the dialog is closed again."""
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Shortcuts").wait_for()
    shown = [" ".join(one.split()) for one in page.locator("#help dt:visible").all_inner_texts()]
    page.keyboard.press("Escape")
    return shown


def test_g_and_a_letter_lead_to_the_pages(site: Site) -> None:
    page = site.open()
    for letter, path in (("c", "/candidacies/"), ("p", "/people/"), ("l", "/letters/"), ("t", "/")):
        page.keyboard.press("g")
        page.keyboard.press(letter)
        page.wait_for_url(f"{site.address}{path}")
    page.keyboard.press("/")
    page.wait_for_url(f"{site.address}/search/")


def test_the_list_is_of_what_this_page_answers_to(site: Site) -> None:
    going = ["G T", "G C", "G P", "G L", "G I", "G S", "G A"]
    page = site.open()
    assert listed(page) == ["Ctrl K", "/", "N", "?", *going, "J K", "Enter", "W", "R", "S", "Z"]
    assert page.evaluate(ANSWERS) == ["?", "N", "R", "S", "W", "Z"]
    page.goto("/settings/")
    assert listed(page) == ["Ctrl K", "/", "N", "?", *going]
    harbour = Candidacy.objects.get(company__name="Harbour & Pine")
    page.goto(harbour.get_absolute_url())
    assert listed(page) == ["Ctrl K", "/", "N", "?", *going, "W", "R", "S", "D", "L"]


def test_the_keys_are_told_only_while_they_work(site: Site) -> None:
    page = site.open()
    assert page.locator(".nudge [data-key=w]").first.get_attribute("aria-keyshortcuts") == "w"
    page.goto("/settings/#keys")
    page.get_by_role("switch", name="Single-key shortcuts").uncheck()
    page.locator("#keys").get_by_role("button", name="Save").click()
    page.get_by_text("Saved").wait_for()
    page.goto("/")
    assert page.locator(".nudge [data-key=w]").first.get_attribute("aria-keyshortcuts") is None


def test_undo_by_its_key_on_the_chosen_line(site: Site) -> None:
    page = site.open()
    page.keyboard.press("j")
    page.keyboard.press("s")
    page.get_by_role("group", name="Leave it until").get_by_role("button").first.click()
    page.get_by_role("heading", level=1, name="Three letters to write today").wait_for()
    page.keyboard.press("g")
    page.keyboard.press("a")
    page.wait_for_url("**/activity/")
    page.keyboard.press("j")
    assert page.evaluate(FOCUSED).startswith("Undo: Harbour & Pine snoozed until")
    page.keyboard.press("z")
    page.get_by_text("Undone").first.wait_for()
    assert Candidacy.objects.get(company__name="Harbour & Pine").snoozed_until is None


def test_the_next_person_and_done_while_typing(site: Site) -> None:
    talk = Interview.objects.filter(candidacy__company__name="Lumen Health").earliest("starts_at")
    first, second = talk.interviewers.order_by("pk")[:2]
    page = site.open(f"{talk.get_absolute_url()}?person={first.person_id}")
    page.get_by_label("ask you?").focus()
    page.keyboard.press("Alt+ArrowDown")
    page.wait_for_url(f"**?person={second.person_id}")
    page.get_by_label("ask you?").focus()
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/letters/*/")


def test_pairs_and_passages_of_letters_side_by_side(site: Site) -> None:
    lumen = Company.objects.get(name="Lumen Health")
    Letter.objects.filter(candidacy__company=lumen).delete()
    for person in lumen.people.order_by("pk")[:3]:
        body = f"Dear {person.name},\n\nFollow one pallet through Leith for two weeks.\n\nKind regards,\nDana"
        Letter.objects.create(candidacy=lumen.candidacies.get(), to=person, kind="thank_you", body=body)
    page = site.open(reverse("letters:passround", args=[lumen.pk]))
    page.keyboard.press("2")
    page.wait_for_url("**?pair=*")
    assert page.locator('.pairs [data-key="2"]').get_attribute("aria-current") == "true"
    passages = page.locator("[data-marks] a.ref")
    for number in (0, 1):
        page.keyboard.press("F8")
        assert passages.nth(number).evaluate("one => one === document.activeElement")


def test_n_adds_a_candidacy_from_wherever_one_is(site: Site) -> None:
    page = site.open("/people/")
    page.keyboard.press("n")
    dialog = page.get_by_role("dialog", name="Add a candidacy")
    dialog.wait_for()
    page.keyboard.press("Enter")
    dialog.get_by_role("alert").get_by_text("Enter the company, for example Lumen Health.").wait_for()
    field = dialog.get_by_label("Company, “role at company”")
    field.fill("Data Manager at Larkfield Press")
    field.press("Enter")
    page.wait_for_url(re.compile(r"/candidacies/\d+/$"))
    assert page.get_by_role("heading", level=1).inner_text() == "Larkfield Press"
    page.keyboard.press("n")
    dialog.wait_for()
    page.keyboard.press("Escape")
    assert page.evaluate("document.querySelector('dialog[open]')") is None
