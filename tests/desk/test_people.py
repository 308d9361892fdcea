"""The people page: who is listed where, whose turn it is, what may be filtered, and the forms of a person."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from candidacy.changes import undo
from candidacy.models import Candidacy, Change, Company, Contact, Person
from desk import sample
from desk.folk import folk
from interviews.models import Interview, Interviewer
from letters.models import Letter, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
NOW = dt.datetime(2026, 11, 17, 9, 10, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def _tuesday_morning() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def _story() -> None:
    sample.load(NOW)


def harbour(role: str = "Head of Analytics") -> Candidacy:
    company = Company.objects.create(name="Harbour & Pine", country="GB", time_zone="Europe/London")
    return Candidacy.objects.create(company=company, role=role, stage="interview")


def met(candidacy: Candidacy, name: str, title: str, *, days_ago: int = 5, **more: object) -> Person:
    """Somebody with whom I talked for an hour so many days ago."""
    person = Person.objects.create(company=candidacy.company, name=name, title=title, **more)
    start = NOW - dt.timedelta(days=days_ago)
    talk = Interview.objects.create(
        candidacy=candidacy, starts_at=start, ends_at=start + dt.timedelta(hours=1)
    )
    Interviewer.objects.create(interview=talk, person=person)
    return person


def sent(candidacy: Candidacy, to: Person, *, days_ago: int, kind: str = "thank_you") -> Letter:
    return Letter.objects.create(
        candidacy=candidacy, to=to, kind=kind, status=Status.SENT, sent_at=NOW - dt.timedelta(days=days_ago)
    )


def told() -> list[tuple[str, list[tuple[str, str]]]]:
    """The page in short: each group with the turn of each person."""
    return [
        (group.company.name, [(row.name, row.turn.words) for row in group.rows]) for group in folk(NOW).groups
    ]


@pytest.mark.usefixtures("_story")
def test_the_story_as_the_page_tells_it() -> None:
    page = folk(NOW)
    assert page.headline == "You owe five people a word"
    assert page.lede == (
        "Four letters and one answer by Friday 27 November. With everyone else it is their turn, or nobody’s."
    )
    assert told()[:4] == [
        (
            "Harbour & Pine",
            [
                ("Ruth Adeyemi", "You owe Ruth a nudge"),
                ("Tomasz Wójcik", "Tomasz’s turn"),
                ("Priya Nair", "Nobody’s turn"),
                ("Marcus Bell", "Marcus owes you a decision"),
            ],
        ),
        ("Meridian Rail", [("Daniel Osei", "You owe Daniel a nudge"), ("Sofia Grant", "Sofia’s turn")]),
        (
            "Tidewater Energy",
            [("Rosa Lindqvist", "You owe Rosa an answer"), ("Bashir Khan", "Nobody’s turn")],
        ),
        (
            "Lumen Health",
            [
                ("Dr Helen Marsh", "You owe Helen a thank-you"),
                ("Kofi Mensah", "Kofi’s turn"),
                ("Ana Ferreira", "You owe Ana a thank-you"),
            ],
        ),
    ]


@pytest.mark.usefixtures("_story")
def test_what_stands_beside_each_name() -> None:
    rows = {row.name: row for row in folk(NOW).rows}
    ruth, helen, tom, liam = (rows[n] for n in ("Ruth Adeyemi", "Dr Helen Marsh", "Tom Reyes", "Liam Doyle"))
    assert (ruth.met, ruth.top, ruth.turn.detail) == (
        "Met once",
        True,
        "11 days quiet, past the date they gave",
    )
    assert helen.last is not None
    assert (helen.last.words, helen.last.when, helen.turn.detail) == (
        "You met",
        "yesterday",
        "before 17:00 today",
    )
    assert tom.last is not None
    assert (tom.title, tom.met, tom.last.words) == ("Wexley Search, agency", "Your way in", "Tom wrote")
    assert (liam.met, liam.last, liam.turn.words) == ("Meeting 19 Nov", None, "Nobody’s turn")


def test_nobody_yet(client: Client) -> None:
    page = client.get("/people/")
    assert page.status_code == 200
    assert "Nobody here yet" in page.text


def test_a_question_of_theirs_is_an_answer_owed() -> None:
    candidacy = harbour()
    ruth = met(candidacy, "Ruth Adeyemi", "COO")
    Contact.objects.create(
        candidacy=candidacy, person=ruth, at=NOW - dt.timedelta(days=1), direction="in", needs_reply=True
    )
    assert told() == [("Harbour & Pine", [("Ruth Adeyemi", "You owe Ruth an answer")])]
    assert folk(NOW).rows[0].turn.detail == "asked yesterday"


def test_letting_it_settle_is_nobodys_turn_yet() -> None:
    candidacy = harbour()
    met(candidacy, "Ruth Adeyemi", "COO", days_ago=0)
    Interview.objects.update(starts_at=NOW - dt.timedelta(hours=2), ends_at=NOW - dt.timedelta(hours=1))
    assert told() == [("Harbour & Pine", [("Ruth Adeyemi", "Let it settle")])]
    assert folk(NOW).headline == "You owe nobody a word"


def test_a_second_letter_and_the_rest() -> None:
    candidacy = harbour()
    ruth = met(candidacy, "Ruth Adeyemi", "COO", days_ago=60)
    sent(candidacy, ruth, days_ago=59)
    sent(candidacy, ruth, days_ago=40, kind="nudge")
    assert told() == [("Harbour & Pine", [("Ruth Adeyemi", "You owe Ruth a second letter")])]
    sent(candidacy, ruth, days_ago=28, kind="second_nudge")
    assert told() == [("Harbour & Pine", [("Ruth Adeyemi", "Time to let it rest")])]


def test_whoever_is_of_an_agency_is_the_way_in() -> None:
    candidacy = harbour()
    wexley = Company.objects.create(name="Wexley Search", sector="agency")
    tom = Person.objects.create(company=wexley, name="Tom Reyes", title="Managing Director")
    Contact.objects.create(candidacy=candidacy, person=tom, at=NOW - dt.timedelta(days=9), direction="in")
    met(candidacy, "Priya Nair", "Data Manager", days_ago=30)
    group = folk(NOW).groups[0]
    assert group.words == "Head of Analytics, interviewing, through Tom at Wexley Search"
    assert [(row.name, row.met) for row in group.rows] == [
        ("Priya Nair", "Met once"),
        ("Tom Reyes", "Your way in"),
    ]


def test_one_company_with_two_candidacies() -> None:
    first = harbour("Head of Analytics")
    ruth = met(first, "Ruth Adeyemi", "COO")
    second = Candidacy.objects.create(company=first.company, role="Data Lead", stage="interview")
    met(second, "Priya Nair", "Data Manager")
    Person.objects.create(company=first.company, name="Never Met", title="CEO")
    groups = folk(NOW).groups
    assert sorted((group.words, len(group.rows)) for group in groups) in (
        [("Data Lead, interviewing", 1), ("Head of Analytics, interviewing", 2)],
        [("Data Lead, interviewing", 2), ("Head of Analytics, interviewing", 1)],
    )
    assert folk(NOW).total == 3
    assert [row.met for row in folk(NOW).rows if row.name == "Never Met"] == ["Not met"]
    assert ruth.pk in {row.pk for row in folk(NOW).rows}


def test_closed_candidacies_are_shown_with_the_rest(client: Client) -> None:
    candidacy = harbour()
    met(candidacy, "Ruth Adeyemi", "COO")
    Candidacy.objects.update(closed_on=dt.date(2026, 11, 10), closed_as="rejected")
    assert "Nobody belongs to an open candidacy" in client.get("/people/").text
    everyone = client.get("/people/?all=1").text
    assert "Ruth Adeyemi" in everyone
    assert "Head of Analytics, closed" in everyone
    assert "You owe nobody a word" in everyone


@pytest.mark.usefixtures("_story")
@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?turn=yours", {"Ruth Adeyemi", "Daniel Osei", "Rosa Lindqvist", "Dr Helen Marsh", "Ana Ferreira"}),
        ("?relation=recruiter", {"Marcus Bell", "Tom Reyes", "Hannah Price"}),
    ],
)
def test_filters(client: Client, query: str, names: set[str]) -> None:
    page = client.get(f"/people/{query}").text
    everybody = set(Person.objects.values_list("name", flat=True))
    assert {name for name in everybody if f">{name}</a>" in page} == names


@pytest.mark.usefixtures("_story")
def test_by_last_contact_the_latest_first(client: Client) -> None:
    page = client.get("/people/?sort=last").text
    order = ["Kofi Mensah", "Dr Helen Marsh", "Lena Brandt", "Ruth Adeyemi", "Liam Doyle"]
    places = [page.index(f">{name}</a>") for name in order]
    assert places == sorted(places)


@pytest.mark.usefixtures("_story")
@pytest.mark.parametrize("query", ["?turn=nonsense", "?relation=x&sort=y", "?all=", "?turn=yours&all=1"])
def test_odd_addresses_still_show_a_page(client: Client, query: str) -> None:
    assert client.get(f"/people/{query}").status_code == 200


@pytest.mark.parametrize("people", [1, 50])
def test_as_many_queries_for_fifty_as_for_one(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, people: int
) -> None:
    candidacy = harbour()
    for number in range(people):
        met(candidacy, f"Person {number}", "Manager")
    client.get("/people/")
    with django_assert_max_num_queries(14):
        assert client.get("/people/").status_code == 200


def test_a_long_list_begins_with_whoever_i_owe_a_word(client: Client) -> None:
    for number in range(70):
        candidacy = harbour()
        met(candidacy, f"Waiting {number}", "Manager", days_ago=60)
        Candidacy.objects.filter(pk=candidacy.pk).update(decision_on=dt.date(2026, 12, 1))
    owed = harbour()
    met(owed, "Ruth Adeyemi", "COO", days_ago=1)
    page = client.get("/people/?sort=").text
    assert "Ruth Adeyemi" in page
    assert "Showing 60 of 71" in page
    assert "?sort=&amp;all=1" in page
    assert "Showing 71 of 71" in client.get("/people/?all=1").text


def test_add_a_person_at_a_new_company(client: Client) -> None:
    asked = client.get(reverse("desk:person_add"))
    assert asked.status_code == 200
    answer = client.post(
        reverse("desk:person_add"),
        {"name": "Ruth Adeyemi", "title": "COO", "new_company": "Harbour & Pine", "relation": "leader"},
    )
    ruth = Person.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, ruth.get_absolute_url())
    assert (ruth.name, ruth.company.name, ruth.relation) == ("Ruth Adeyemi", "Harbour & Pine", "leader")
    undo(Change.objects.get(sentence="Ruth Adeyemi added"))
    assert not Person.objects.exists()
    assert not Company.objects.exists()


def test_a_new_company_of_a_known_name_is_that_one(client: Client) -> None:
    company = harbour().company
    client.post(
        reverse("desk:person_add"), {"name": "Ruth", "new_company": "harbour & pine", "relation": "other"}
    )
    assert Person.objects.get().company == company


def test_what_is_missing_is_said_and_nothing_typed_is_lost(client: Client) -> None:
    answer = client.post(
        reverse("desk:person_add"), {"title": "COO", "email": "ruth at harbour", "relation": "leader"}
    )
    assert answer.status_code == 422
    page = answer.text
    assert "Fill in name." in page
    assert "Choose a company, or name a new one." in page
    assert "ruth at harbour" in page
    assert "Error: Add a person" in page
    assert not Person.objects.exists()


def test_edit_a_person(client: Client) -> None:
    candidacy = harbour()
    ruth = met(candidacy, "Ruth Adeyemi", "COO")
    address = reverse("desk:person_edit", args=[ruth.pk])
    assert "Ruth Adeyemi" in client.get(address).text
    client.post(
        address,
        {"name": "Ruth Adeyemi", "title": "CEO", "company": candidacy.company.pk, "relation": "leader"},
    )
    ruth.refresh_from_db()
    assert ruth.title == "CEO"
    undo(Change.objects.get(sentence="Details of Ruth Adeyemi changed"))
    ruth.refresh_from_db()
    assert ruth.title == "COO"


def test_delete_a_person_and_bring_everything_back(client: Client) -> None:
    candidacy = harbour()
    ruth = met(candidacy, "Ruth Adeyemi", "COO")
    sent(candidacy, ruth, days_ago=1)
    answer = client.post(reverse("desk:person_delete", args=[ruth.pk]))
    assert answer.status_code == 302
    assert (Person.objects.count(), Letter.objects.count(), Interviewer.objects.count()) == (0, 0, 0)
    undo(Change.objects.get(sentence="Ruth Adeyemi deleted"))
    assert (Person.objects.count(), Letter.objects.count(), Interviewer.objects.count()) == (1, 1, 1)


def test_nobody_of_that_number(client: Client) -> None:
    for name in ("person", "person_edit", "person_delete", "rank"):
        address = reverse(f"desk:{name}", args=[999])
        assert (client.get if name != "rank" else client.post)(address).status_code == 404
