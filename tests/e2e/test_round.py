"""A panel from Today to three letters sent, by mouse, keys and plain forms; and Today on another computer."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from candidacy.models import Candidacy, Company, Person
from desk import sample
from interviews.models import Interview, Interviewer, Note
from letters.models import Letter

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.e2e.conftest import Site

# What each of a panel of three told, by kind.
TOLD = {
    "Helen Marsh, Chief Nursing Officer": {
        "question": "How would you win over a sceptical ward sister?",
        "challenge": "Discharge papers wait two hours for one signature.",
        "detail": "Rows on the Thames before work.",
        "idea": "Sign the papers at the morning round",
    },
    "Kofi Mensah, Head of Digital": {
        "question": "What would you switch off first?",
        "challenge": "Eleven arrows on the process chart, and nobody owns the ninth.",
        "detail": "Bakes sourdough for the night team.",
        "idea": "Walk one patient's papers from bed to door",
    },
    "Ana Ferreira, Ward Systems Lead": {
        "question": "Have you ever worked a night shift?",
        "challenge": "Three logins before a nurse can give a tablet.",
        "detail": "Restores a 1962 Vespa.",
        "idea": "Count the logins on one ward for a day",
    },
}


@pytest.fixture
def panel(site: Site) -> Company:
    """Three people met this morning, each with notes of their own."""
    company = Company.objects.create(name="Lumen Health", country="GB")
    candidacy = Candidacy.objects.create(company=company, role="Patient Flow Lead", stage="interview")
    start = timezone.now() - dt.timedelta(hours=4)
    talk = Interview.objects.create(
        candidacy=candidacy, starts_at=start, ends_at=start + dt.timedelta(hours=1)
    )
    for who, told in TOLD.items():
        name, title = who.split(", ")
        person = Person.objects.create(company=company, name=name, title=title)
        seat = Interviewer.objects.create(interview=talk, person=person)
        for kind, text in told.items():
            by = None if kind == "idea" else person
            Note.objects.create(
                interviewer=seat, kind=kind, text=text, by=by, mood="bad" * (kind == "challenge")
            )
    return company


def first_names() -> list[str]:
    return [who.split()[0] for who in TOLD]


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "plain"])
def test_three_letters_of_one_panel_from_today_to_sent(site: Site, panel: Company, *, scripts: bool) -> None:
    page = site.open(scripts=scripts)
    page.get_by_role("heading", level=1, name="Three letters to write today").wait_for()
    for name in first_names():
        page.get_by_role("button", name=f"Write to {name}").click()
        page.get_by_role("button", name="Open in email").click()
        page.get_by_role("button", name="Yes, mark as sent").click()
        page.wait_for_url(f"{site.address}/")
    assert page.get_by_role("heading", level=1).inner_text() == "Nothing needs you today"
    page.goto(reverse("letters:passround", args=[panel.pk]))
    assert page.get_by_role("heading", level=1).inner_text() == "Three letters, each of its own"
    shown = page.inner_text("main")
    sent = list(Letter.objects.filter(status="sent"))
    assert sorted(one.to.name.split()[0] for one in sent) == sorted(first_names())
    for letter in sent:
        opening = letter.body.split("\n\n")[1]
        assert opening in shown
    # No sentence of one is in another: what an interviewer would see who lays them side by side.
    sentences = [line for one in sent for line in one.body.split("\n\n")[1:-1]]
    assert len(sentences) == len(set(sentences))


def test_a_letter_by_keys_alone_and_the_focus_is_never_lost(site: Site, panel: Company) -> None:
    page = site.open()
    page.keyboard.press("j")
    page.keyboard.press("w")
    page.wait_for_url("**/letters/*/")
    letter = Letter.objects.get(kind="thank_you")
    tab_to(page, f"Letter to {letter.to.name}")
    page.keyboard.press("Control+End")
    with page.expect_response("**/check/"):
        page.keyboard.type(" PS")
    with page.expect_response("**/open/"):
        page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Yes, mark as sent").wait_for()
    assert focused(page) == f"Letter to {letter.to.name}"
    tab_to(page, "Yes, mark as sent")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.address}/")
    letter.refresh_from_db()
    assert (letter.status, letter.body[-3:]) == ("sent", " PS")


def focused(page: Page) -> str:
    """What has the focus, by its name; empty where nothing has."""
    return str(
        page.evaluate(
            "(document.activeElement === document.body ? '' :"
            " document.activeElement.ariaLabel || document.activeElement.textContent).trim()"
        )
    )


def tab_to(page: Page, name: str) -> None:
    """Go on by Tab until something of that name has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page) == name:
            return
    pytest.fail(f"Tab does not come to “{name}”.")


def test_what_was_taken_out_here_gives_the_same_today_elsewhere(site: Site, tmp_path: Path) -> None:
    sample.load(timezone.now())
    page = site.open("/settings/")
    with page.expect_download() as begun:
        page.get_by_role("link", name="Export everything").click()
    taken = tmp_path / "all.json"
    begun.value.save_as(taken)
    here = today(site)
    call_command("flush", interactive=False, verbosity=0)
    assert today(site)[0] == "Who did you last talk to?"
    call_command("import", str(taken), verbosity=0)
    assert today(site) == here


def today(site: Site) -> list[str]:
    """The head, the reasons and the rows of Today, without what has lately been done here."""
    page = site.open()
    parts = page.locator("h1, .lede, .row h3, .row .why, [aria-labelledby=h-wait] li").all_inner_texts()
    page.context.close()
    site.contexts.pop()
    return parts
