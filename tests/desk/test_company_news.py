"""Company news in Settings: off until there is a feed, what is read and how it goes, and the switch."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.utils.html import strip_tags

from candidacy.models import Candidacy, Change, Company, Development, Feed, Profile
from tests.desk.cast import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

pytestmark = pytest.mark.django_db
NOW = at("2026-11-18T09:00")


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def harbour() -> Company:
    company = Company.objects.create(name="Harbour & Pine")
    Candidacy.objects.create(company=company, role="Analyst")
    return company


def feed(company: Company, **more: object) -> Feed:
    n = Feed.objects.count()
    return Feed.objects.create(company=company, url=f"https://harbour.example/{n}.xml", **more)


def section(client: Client) -> str:
    """What Settings says of company news."""
    text = client.get("/settings/").text.partition('id="news"')[2].partition("</form>")[0]
    return " ".join(strip_tags(text.partition(">")[2]).split())


def test_off_until_there_is_a_feed(client: Client, harbour: Company) -> None:
    assert section(client).startswith("Company news Off")
    assert "Off until a company has a feed" in section(client)
    feed(harbour)
    assert section(client).startswith("Company news On")
    assert "1 feed at 1 company, each every 6 hours while Afterword runs" in section(client)
    assert "Not looked yet." in section(client)


def test_when_it_looked_last_and_what_is_new(client: Client, harbour: Company) -> None:
    feed(harbour, tried_at=NOW - dt.timedelta(hours=3))
    feed(harbour, tried_at=NOW - dt.timedelta(hours=1))
    for title, unread in (("A depot", True), ("Two depots", True), ("Seen", False)):
        Development.objects.create(company=harbour, title=title, unread=unread)
    assert "2 feeds at 1 company" in section(client)
    assert "Last looked at 08:00, 2 new headlines." in section(client)


def test_a_feed_that_fails_says_why_and_when_it_is_tried_again(client: Client, harbour: Company) -> None:
    fault = "harbour.example took too long to answer."
    feed(harbour, tried_at=NOW, failures=2, fault=fault, due_at=NOW + dt.timedelta(hours=2))
    assert section(client).startswith("Company news Failing")
    assert f"Harbour &amp; Pine: {fault} Tried 2 times, again today at 11:00." in section(client)


def test_where_nothing_is_open_a_feed_rests(client: Client, harbour: Company) -> None:
    feed(harbour)
    closed = Company.objects.create(name="Quay Bank")
    Candidacy.objects.create(company=closed, role="Analyst", closed_on="2026-11-02", closed_as="rejected")
    feed(closed, tried_at=NOW, failures=2, fault="It answered with 404.", due_at=NOW)
    assert section(client).startswith("Company news On")
    assert "2 feeds at 2 companies" in section(client)
    assert "1 rests: nothing is open there." in section(client)


def test_it_is_turned_off_and_on_again(client: Client, harbour: Company) -> None:
    feed(harbour)
    answer = client.post("/settings/news/", {})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/settings/?saved=news#news")
    assert Profile.load().settings == {"company_news": False}
    assert section(client).startswith("Company news Off")
    assert Change.objects.latest("pk").sentence == "Settings changed"
    client.post("/settings/news/", {"company_news": "on"})
    assert Profile.load().settings == {}
    assert section(client).startswith("Company news On")
