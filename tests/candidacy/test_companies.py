"""The pages of a company: details, feeds, a sector in my own words, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from candidacy.changes import undo
from candidacy.models import Candidacy, Change, Company, Feed, Person

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
FEED, OTHER = "https://harbour.example/news.xml", "https://paper.example/feed"


def details(**changed: str) -> dict[str, str]:
    return {
        "name": "Harbour & Pine",
        "sector": "any",
        "country": "GB",
        "time_zone": "Europe/London",
        **changed,
    }


def test_add_a_company(client: Client) -> None:
    assert client.get(reverse("candidacy:company_add")).status_code == 200
    answer = client.post(reverse("candidacy:company_add"), details(country="gb", feeds=f"{FEED}\n{FEED}"))
    company = Company.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/companies/{company.pk}/")
    assert (company.name, company.country, [feed.url for feed in company.feeds.all()]) == (
        "Harbour & Pine",
        "GB",
        [FEED],
    )
    undo(Change.objects.get(sentence="Harbour & Pine added"))
    assert (Company.objects.count(), Feed.objects.count()) == (0, 0)


def test_only_the_name_is_needed(client: Client) -> None:
    client.post(reverse("candidacy:company_add"), {"name": "Harbour & Pine"})
    assert Company.objects.get().sector == "any"


def test_the_page_names_its_candidacies_and_people(client: Client, harbour: Company) -> None:
    Candidacy.objects.create(company=harbour, role="Head of Analytics")
    Person.objects.create(company=harbour, name="Ruth Adeyemi", title="COO")
    page = client.get(harbour.get_absolute_url()).text
    for words in ("About Harbour &amp; Pine", "Head of Analytics", "Ruth Adeyemi", "Europe/London"):
        assert words in page


def test_feeds_come_and_go_and_come_back_by_undo(client: Client, harbour: Company) -> None:
    kept = Feed.objects.create(company=harbour, url=FEED, title="Their news")
    Feed.objects.create(company=harbour, url=OTHER)
    client.post(harbour.get_absolute_url(), details(feeds=f"{FEED}\nhttps://new.example/feed"))
    assert [(feed.url, feed.title) for feed in harbour.feeds.all()] == [
        (FEED, "Their news"),
        ("https://new.example/feed", ""),
    ]
    assert harbour.feeds.all()[0].pk == kept.pk
    undo(Change.objects.get(sentence="Details of Harbour & Pine changed"))
    assert [feed.url for feed in harbour.feeds.all()] == [FEED, OTHER]


def test_a_sector_in_my_own_words_stays(client: Client, harbour: Company) -> None:
    client.post(harbour.get_absolute_url(), details(own_sector="logistics"))
    harbour.refresh_from_db()
    assert harbour.sector == "logistics"
    assert (
        '<option value="logistics" selected>Logistics</option>' in client.get(harbour.get_absolute_url()).text
    )
    client.post(harbour.get_absolute_url(), details(sector="bank"))
    harbour.refresh_from_db()
    assert harbour.sector == "bank"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Fill in name."),
        ("country", "GBR", "“GBR” is no country: take its name or its code, such as GB."),
        ("country", "1!", "“1!” is no country: take its name or its code, such as GB."),
        ("region", "BY", "Take one of"),
        ("time_zone", "Mars/Olympus", "is not a time zone such as Europe/London."),
        ("website", "javascript:alert(1)", "Enter a valid URL."),
        ("feeds", f"{FEED}\nftp://paper.example", "“ftp://paper.example” is no link"),
        ("sector", "nonsense", "Select a valid choice."),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(
    client: Client, harbour: Company, field: str, value: str, sentence: str
) -> None:
    answer = client.post(harbour.get_absolute_url(), details(**{field: value}))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "About Harbour &amp; Pine" in answer.text
    harbour.refresh_from_db()
    assert harbour.name == "Harbour & Pine"
    assert not Change.objects.exists()


def test_deleting_asks_first_and_can_be_undone(client: Client, harbour: Company) -> None:
    Candidacy.objects.create(company=harbour, role="Head of Analytics")
    address = reverse("candidacy:company_delete", args=[harbour.pk])
    asked = client.get(address).text
    assert "Delete Harbour &amp; Pine?" in asked
    assert "With it go 1 candidacy and 0 people, their notes and letters." in asked
    assert Company.objects.exists()
    assert client.post(address).status_code == 200
    assert Company.objects.exists()
    assert client.post(address, {"sure": "1"}).headers["Location"] == "/people/"
    assert not Company.objects.exists()
    undo(Change.objects.get(sentence="Harbour & Pine deleted"))
    assert Candidacy.objects.get().company.name == "Harbour & Pine"


def test_a_company_without_candidacies_goes_at_once_and_comes_back(client: Client, harbour: Company) -> None:
    Person.objects.create(company=harbour, name="Ruth Adeyemi")
    client.post(reverse("candidacy:company_delete", args=[harbour.pk]))
    assert (Company.objects.count(), Person.objects.count()) == (0, 0)
    undo(Change.objects.get(sentence="Harbour & Pine deleted"))
    assert Person.objects.get().company.name == "Harbour & Pine"


def test_a_country_may_be_named_and_brings_its_time_zone(client: Client) -> None:
    client.post(reverse("candidacy:company_add"), {"name": "Bahnwerk", "country": "Poland"})
    company = Company.objects.get()
    assert (company.country, company.time_zone) == ("PL", "Europe/Warsaw")
