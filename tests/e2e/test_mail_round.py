"""The whole way in a real browser: a letter goes out, its answer and an invitation come in."""

from __future__ import annotations

import datetime as dt
import json
import re
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from desk.archive import read, store
from interviews.models import Interview
from letters import account
from letters.models import Letter
from tests.interviews.test_invitations_read import SAMPLES
from tests.letters.imap import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.browser import Site
    from tests.letters.imap import Server
    from tests.sink import Sink

pytestmark = pytest.mark.e2e
NADIA, OWEN = "nadia.haddad@saltmarsh.example", "owen.price@saltmarsh.example"
ME = "ines.moreau@post.example"
SAID = "You were right about the second shift. Let us talk again."


@pytest.fixture
def mailbox() -> Iterator[Server]:
    with serving() as server:
        account.save(server.account)
        yield server
        account.forget()


def test_a_letter_its_answer_and_an_interview(site: Site, post: Sink, mailbox: Server) -> None:
    record()
    page = site.open()
    expect(page.locator("#silent")).to_contain_text("Saltmarsh Foods")
    page.get_by_role("button", name="Write to Nadia").click()
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_text("What went out stays as it is.").wait_for(timeout=30_000)
    (nudge,) = post.letters_to(NADIA)
    assert nudge["In-Reply-To"] == "<thanks@post.example>"
    page.goto("/")
    expect(page.locator("#silent")).to_have_count(0)

    # Three weeks without a word, and it is flagged again.
    Letter.objects.filter(kind="nudge").update(sent_at=timezone.now() - dt.timedelta(days=21))
    page.goto("/")
    expect(page.locator("#silent")).to_contain_text("Saltmarsh Foods")
    mailbox.put([answer_to(nudge)])
    look(page)
    page.goto("/")
    expect(page.locator("#silent")).to_have_count(0)
    page.get_by_role("link", name="Saltmarsh Foods").first.click()
    timeline = page.get_by_role("region", name="Timeline")
    expect(timeline).to_contain_text(SAID)
    expect(timeline).to_contain_text(nudge["Subject"].removeprefix("Re: "))

    mailbox.put([invitation()])
    look(page)
    page.goto("/")
    expect(page.locator("#mail-asks")).to_contain_text("An interview at Saltmarsh Foods?")
    page.get_by_role("button", name="Add the interview").click()
    page.get_by_label("Title of Owen Price").fill("Plant Manager")
    page.get_by_role("button", name="Add the interview").click()
    page.wait_for_url("**/candidacies/*/")
    expect(page.get_by_role("link", name="Owen Price").first).to_be_visible()
    talk = Interview.objects.latest("starts_at")
    assert talk.starts_at.date() == meets_on()
    assert sorted((one.name, one.title) for one in talk.people.all()) == [
        ("Nadia Haddad", "COO"),
        ("Owen Price", "Plant Manager"),
    ]


def record() -> None:
    """One candidacy, silent since the thank-you of a month ago."""

    def ago(days: int) -> str:
        return (timezone.now() - dt.timedelta(days=days)).isoformat()

    nadia = {"key": "p", "name": "Nadia Haddad", "title": "COO", "email": NADIA}
    worry = {
        "key": "n",
        "kind": "challenge",
        "mood": "ugly",
        "text": "The second shift loses people.",
    }
    seat = {"person": "p", "present": True, "notes": [worry]}
    talk = {"key": "i", "starts_at": ago(31), "channel": "video", "interviewers": [seat]}
    letter = {
        "key": "l", "to": "p", "kind": "thank_you", "status": "sent", "sent_at": ago(30),
        "subject": "The second shift", "body": "Dear Nadia,\n\nThank you.\n\nInes",
        "message_id": "<thanks@post.example>",
    }  # fmt: skip
    one = {"key": "c", "role": "Operations Manager", "stage": "interview"}
    one |= {"interviews": [talk], "letters": [letter]}
    company = {"key": "co", "name": "Saltmarsh Foods", "people": [nadia], "candidacies": [one]}
    profile = {"name": "Ines Moreau", "email": ME}
    archive = {"format": "afterword", "version": 1, "profile": profile, "companies": [company]}
    store(read(json.dumps(archive)))


def look(page: Page) -> None:
    """Look into the mailbox, as Settings has it."""
    page.goto("/settings/#mail-in")
    page.locator("#mail-in").get_by_role("button", name="Look now").click()
    expect(page.locator("#mail-in")).to_contain_text(re.compile("Looked .* not about your search"))


def message(subject: str, text: str) -> EmailMessage:
    """From Nadia, of now."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"Nadia Haddad <{NADIA}>", ME, subject
    mail["Date"] = format_datetime(timezone.now())
    mail["Message-ID"] = f"<{len(text)}@saltmarsh.example>"
    mail.set_content(text)
    return mail


def answer_to(letter: EmailMessage) -> bytes:
    """Her answer, with the letter quoted below."""
    mail = message(f"Re: {letter['Subject']}", f"{SAID}\n\n> {letter.get_content().splitlines()[0]}\n")
    mail["In-Reply-To"] = letter["Message-ID"]
    return mail.as_bytes()


def meets_on() -> dt.date:
    return timezone.localdate() + dt.timedelta(days=9)


def invitation() -> bytes:
    """What Outlook sends: a text, and the calendar entry with everybody invited."""
    entry = (SAMPLES / "outlook_teams.ics").read_text().replace("20261124", f"{meets_on():%Y%m%d}")
    mail = message("Interview: Operations Manager", "An invitation, as promised.\n")
    mail.add_alternative(entry, subtype="calendar", params={"method": "REQUEST"})
    return mail.as_bytes()
