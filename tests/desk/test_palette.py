"""The palette: what Today asks first, then what fits the letters typed: to do, to go to, and noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from candidacy.models import Candidacy, Company, Person
from desk import sample
from desk.palette import groups
from desk.today import today
from letters.models import Letter
from tests.desk.search.cast import everything, told
from tests.interviews.cast import ANA, lumen

if TYPE_CHECKING:
    from django.test import Client

    from desk.palette import Option

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def offered(typed: str = "") -> dict[str, list[Option]]:
    return {group.heading: list(group.options) for group in groups(typed, today(timezone.now()))}


def said(typed: str = "") -> dict[str, list[str]]:
    return {name: [one.said for one in options] for name, options in offered(typed).items()}


def test_with_nothing_typed_it_offers_what_today_asks() -> None:
    sample.load(timezone.now())
    assert said() == {
        "Do": [
            "Write a letter to Ruth Adeyemi",
            "Write a letter to Daniel Osei",
            "Write a letter to Dr Helen Marsh",
            "Note what Ana Ferreira said",
            "Debrief",
            "Add a conversation",
        ],
        "Go to": ["Today", "Candidacies", "People", "Letters", "Insights", "Settings"],
    }
    assert [one.about for one in offered()["Do"][:3]] == [
        "Harbour & Pine, 11 days quiet",
        "Meridian Rail, 9 days quiet",
        "Lumen Health, thank-you due",
    ]


def test_a_letter_that_is_chosen_is_begun(client: Client) -> None:
    sample.load(timezone.now())
    ruth = offered("ruth")["Do"][0]
    before = Letter.objects.count()
    answer = client.post(ruth.path, dict(ruth.fields))
    assert answer.status_code == 302
    letter = Letter.objects.latest("pk")
    assert (Letter.objects.count(), letter.to.name, letter.kind) == (before + 1, "Ruth Adeyemi", "nudge")


def test_letters_narrow_it_down() -> None:
    sample.load(timezone.now())
    assert said("snooze har") == {
        "Do": ["Snooze Harbour & Pine"],
        "Go to": ["Search everything for “snooze har”"],
    }
    assert said("sett")["Go to"][0] == "Settings"
    assert said("rail")["Do"] == [
        "Write a letter to Daniel Osei",
        "Meridian Rail replied",
        "Snooze Meridian Rail",
    ]


def test_people_and_places_and_what_was_noted_are_found() -> None:
    candidacy = everything()
    found = offered("lumen")
    assert [(one.said, one.path) for one in found["Go to"]] == [
        ("Ward Systems Lead, Lumen Health", f"/candidacies/{candidacy.pk}/"),
        ("Lumen Health", f"/companies/{candidacy.company_id}/"),
        ("Search everything for “lumen”", "/search/?q=lumen"),
    ]
    assert said("wojcik")["Go to"] == ["Search everything for “wojcik”"]
    Person.objects.create(company=candidacy.company, name="Tomasz Wójcik")
    assert said("wojcik")["Go to"][0] == "Tomasz Wójcik"
    assert said("night sh")["You noted"][0] == ("Two bank nurses on every night shift, neither with a login.")


def test_where_nothing_fits_everything_can_be_searched() -> None:
    assert said("zebra") == {"Go to": ["Search everything for “zebra”"]}


@pytest.mark.parametrize("typed", ["*", "\x00", '"', "👍", "   ", "NEAR(", "%s", "a" * 100_000, "<b>"])
def test_any_text_is_safe(client: Client, typed: str) -> None:
    answer = client.get("/palette/", {"q": typed}, headers=HTMX)
    assert answer.status_code == 200
    assert 'role="option"' in answer.text
    assert "<b>" not in answer.text


def test_without_a_script_it_is_the_search_page(client: Client) -> None:
    assert client.get("/palette/").headers["Location"] == "/search/"
    assert client.get("/palette/?q=night+sh").headers["Location"] == "/search/?q=night+sh"
    assert client.get("/palette/", headers=HTMX).headers["Vary"].split(", ")[0] == "HX-Request"
    assert 'class="jump" href="/search/"' in client.get("/letters/").text


def test_as_many_questions_at_one_row_as_at_fifty(client: Client) -> None:
    lumen(ANA)
    told("Night.")
    counts = []
    for _ in range(2):
        client.get("/palette/?q=lumen", headers=HTMX)
        with CaptureQueriesContext(connection) as asked:
            client.get("/palette/?q=lumen", headers=HTMX)
        counts.append(len(asked))
        companies = Company.objects.bulk_create(Company(name=f"Lumen {n}") for n in range(50))
        Candidacy.objects.bulk_create(Candidacy(company=one, role="Lead") for one in companies)
    assert counts[0] == counts[1]
