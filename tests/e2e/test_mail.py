"""A reply arrives in the mailbox, and the silence is over: in a real browser, from a real mail server."""

from __future__ import annotations

import datetime as dt
import json
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from desk.archive import read, store
from letters import account
from tests.letters.imap import PASSWORD, USER, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser import Site

pytestmark = pytest.mark.e2e


@pytest.fixture(autouse=True)
def _no_mailbox_is_left() -> Iterator[None]:
    yield
    account.forget()


def record() -> None:
    """One candidacy, silent since the thank-you of a month ago."""

    def ago(days: int) -> str:
        return (timezone.now() - dt.timedelta(days=days)).isoformat()

    miriam: dict[str, Any] = {
        "key": "p",
        "name": "Miriam Castell",
        "title": "COO",
        "email": "miriam@hollowell.example",
    }
    talk = {
        "key": "i",
        "starts_at": ago(31),
        "channel": "video",
        "interviewers": [{"person": "p", "present": True}],
    }
    letter = {
        "key": "l", "to": "p", "kind": "thank_you", "status": "sent", "sent_at": ago(30),
        "subject": "The rota", "body": "Dear Miriam, thank you.", "message_id": "<l@whitfield.example>",
    }  # fmt: skip
    one = {"key": "c", "role": "Planner", "stage": "interview", "interviews": [talk], "letters": [letter]}
    company = {"key": "co", "name": "Hollowell Freight", "people": [miriam], "candidacies": [one]}
    store(read(json.dumps({"format": "afterword", "version": 1, "companies": [company]})))


def reply() -> bytes:
    return (
        f"From: Miriam Castell <miriam@hollowell.example>\nDate: {format_datetime(timezone.now())}\n"
        "Subject: Re: The rota\nMessage-ID: <r@hollowell.example>\nIn-Reply-To: <l@whitfield.example>\n\n"
        "You caught me on the right morning.\n\n> Dear Miriam, thank you.\n"
    ).encode()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_reply_in_the_mailbox_ends_the_silence(site: Site, *, scripts: bool) -> None:
    record()
    with serving() as server:
        page = site.open(scripts=scripts)
        expect(page.locator("#silent")).to_contain_text("Hollowell Freight")
        page.goto("/settings/#mail-in")
        section = page.locator("#mail-in")
        section.get_by_label("Account").fill(USER)
        section.get_by_label("App password").fill(PASSWORD)
        section.get_by_label("Server").fill(f"127.0.0.1:{server.port}")
        section.get_by_role("button", name="Test, then turn on").click()
        expect(section.locator(".tag")).to_have_text("On")
        server.put([reply()])
        section.get_by_role("button", name="Look now").click()
        expect(section).to_contain_text("1 placed, 0 asked about, 0 not about your search.")
        page.goto("/")
        expect(page.locator("#silent")).to_have_count(0)
        expect(page.locator("#log")).to_contain_text("Miriam Castell wrote, Hollowell Freight")
        page.get_by_role("link", name="Hollowell Freight").first.click()
        expect(page.locator("main")).to_contain_text("You caught me on the right morning.")
        expect(page.locator("main")).to_contain_text("The rota")
