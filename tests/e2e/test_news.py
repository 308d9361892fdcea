"""Company news in a real browser, from a site that really answers: found, read, offered, looked at."""

from __future__ import annotations

import re
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from candidacy import feeds, fetching
from candidacy.models import Company
from tests.e2e.test_mail_round import record
from tests.trust.test_way_out import said
from tests.trust.test_way_out import site as serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser import Site

pytestmark = pytest.mark.e2e
REALLY = fetching.fetch
HOME = b'<html><head><link rel="alternate" type="application/rss+xml" href="/news.xml"></head></html>'


def news() -> bytes:
    now = format_datetime(timezone.now())
    items = "".join(
        f"<item><title>{title}</title><link>https://saltmarsh.example/{n}</link><pubDate>{now}</pubDate></item>"
        for n, title in enumerate(("A chair is named", "The second shift gets a bus", "A chair is named"))
    )
    return f"<rss version='2.0'><channel><title>Saltmarsh Post</title>{items}</channel></rss>".encode()


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The company's site on this computer, which the tests may reach."""
    pages = {"/": said(HOME, "Content-Type: text/html"), "/news.xml": said(news())}
    with serving(lambda path: pages[path]) as (at, limits, _):
        monkeypatch.setattr(feeds.fetching, "fetch", lambda link, _limits=None: REALLY(link, limits))
        yield at


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_news_is_found_read_and_offered(site: Site, web: str, *, scripts: bool) -> None:
    record()
    company = Company.objects.get()
    Company.objects.update(website=f"{web}/")
    page = site.open(company.get_absolute_url(), scripts=scripts)
    page.get_by_role("button", name="Find feeds on their website").click()
    expect(page.get_by_role("status").filter(has_text="Found on their website, and read.")).to_be_visible()
    shown = page.get_by_role("region", name="Developments")
    expect(shown.locator("li")).to_have_count(2)
    expect(shown.locator("li").filter(has_text="New")).to_have_count(2)

    page.goto("/")
    page.get_by_role("button", name="Write to Nadia").click()
    first = page.get_by_role("radio").first
    expect(first).to_have_accessible_name(re.compile("^The second shift gets a bus New Saltmarsh Post, "))
    expect(first).to_have_accessible_name(re.compile("Touches what Nadia told you: second, shift"))

    page.goto("/settings/#news")
    expect(page.locator("#news")).to_contain_text("1 feed at 1 company")
    expect(page.locator("#news")).to_contain_text("2 new headlines")
    page.goto(company.get_absolute_url())
    page.get_by_role("button", name="I have looked at all 2 new ones").click()
    expect(shown.locator("li").filter(has_text="New")).to_have_count(0)
