"""Developments of a company and news of mine: the two things a nudge is made of."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from candidacy.changes import undo
from candidacy.models import Candidacy, Change, Company, Development, News

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
ARTICLE = {
    "title": "A new cold store in Leith",
    "url": "https://ledger.example/leith",
    "source": "The Grocery Ledger",
    "published_on": "2026-11-20",
    "summary": "Forty lorries a night from January.",
}


def stored(row: Development) -> dict[str, str]:
    return {name: str(getattr(row, name)) for name in ARTICLE}


def test_a_development_from_the_candidacy(client: Client, analyst: Candidacy) -> None:
    page = reverse("candidacy:development_new", args=[analyst.pk])
    assert client.post(page, ARTICLE).headers["Location"] == analyst.get_absolute_url()
    row = Development.objects.get()
    assert (row.company, stored(row)) == (analyst.company, ARTICLE)


def test_a_development_of_a_company_without_any_candidacy(client: Client, harbour: Company) -> None:
    page = reverse("candidacy:company_development_new", args=[harbour.pk])
    assert client.post(page, ARTICLE).headers["Location"] == harbour.get_absolute_url()
    row = Development.objects.get()
    assert (row.company, stored(row)) == (harbour, ARTICLE)
    assert "A new cold store in Leith" in client.get(harbour.get_absolute_url()).text


@pytest.mark.parametrize(
    ("given", "title", "url"),
    [
        ("They open in Leith", "They open in Leith", ""),
        ("https://ledger.example/leith", "https://ledger.example/leith", "https://ledger.example/leith"),
    ],
)
def test_a_link_or_a_headline_is_enough(
    client: Client, analyst: Candidacy, given: str, title: str, url: str
) -> None:
    client.post(reverse("candidacy:development_new", args=[analyst.pk]), {"source_or_link": given})
    row = Development.objects.get()
    assert (row.title, row.url) == (title, url)


def test_nothing_at_all_is_asked_for(client: Client, analyst: Candidacy) -> None:
    answer = client.post(
        reverse("candidacy:development_new", args=[analyst.pk]), {"source_or_link": "", "title": ""}
    )
    assert (answer.status_code, answer.context["form"].errors) == (422, {"title": ["Fill in headline."]})


@pytest.mark.parametrize("of", ["candidacy", "company"])
def test_a_development_is_changed_and_deleted_and_comes_back(
    client: Client, analyst: Candidacy, of: str
) -> None:
    row = Development.objects.create(company=analyst.company, title="A depot")
    owner, prefix = (analyst, "") if of == "candidacy" else (analyst.company, "company_")
    page = reverse(f"candidacy:{prefix}development", args=[owner.pk, row.pk])
    assert "A depot" in client.get(page).text
    assert client.post(page, ARTICLE).headers["Location"] == owner.get_absolute_url()
    row.refresh_from_db()
    assert stored(row) == ARTICLE
    gone = reverse(f"candidacy:{prefix}development_delete", args=[owner.pk, row.pk])
    assert client.post(gone).headers["Location"] == owner.get_absolute_url()
    assert not Development.objects.exists()
    undo(Change.objects.get(sentence="A development about Harbour & Pine deleted"))
    assert stored(Development.objects.get()) == ARTICLE


def test_a_development_of_another_company_is_not_here(client: Client, analyst: Candidacy) -> None:
    row = Development.objects.create(company=Company.objects.create(name="Lumen"), title="A clinic")
    for name, number in (("development", analyst.pk), ("company_development", analyst.company.pk)):
        assert client.get(reverse(f"candidacy:{name}", args=[number, row.pk])).status_code == 404


def test_news_is_noted_changed_and_deleted_and_comes_back(client: Client) -> None:
    assert client.post("/news/", {"text": "Finished the route course"}).headers["Location"] == "/news/"
    row = News.objects.get()
    assert "Finished the route course" in client.get("/news/").text
    client.post(f"/news/{row.pk}/", {"text": "Passed the route exam", "happened_on": "2026-11-12"})
    row.refresh_from_db()
    assert (row.text, row.happened_on) == ("Passed the route exam", dt.date(2026, 11, 12))
    client.post(f"/news/{row.pk}/delete/")
    assert not News.objects.exists()
    undo(Change.objects.get(sentence="Your news deleted"))
    assert News.objects.get().text == "Passed the route exam"


def test_news_without_words_is_none(client: Client) -> None:
    answer = client.post("/news/", {"happened_on": "2026-11-12"})
    assert (answer.status_code, answer.context["form"].errors) == (422, {"text": ["Fill in what is new."]})
    assert 'value="2026-11-12"' in answer.text
