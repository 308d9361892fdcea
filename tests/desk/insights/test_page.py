"""The page: what it says of the whole search and of a period, in how many queries, and with nothing yet."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidacy.models import Candidacy, Company, Person
from desk import sample
from desk.insights.reading import lessons
from interviews.models import Interview, Interviewer, Note
from letters.models import Letter
from tests.desk.cast import LONDON, at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

pytestmark = pytest.mark.django_db
NOW = at("2026-11-17T09:10")


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def candidacy(name: str, applied_on: str = "2026-10-01") -> Candidacy:
    company = Company.objects.create(name=name, country="GB", time_zone="Europe/London")
    return Candidacy.objects.create(company=company, role="Planner", stage="interview", applied_on=applied_on)


def asked(of: Candidacy, who: str, text: str, kind: str = "question", **more: object) -> Note:
    """A talk on 20 October with one note, and a thank-you the next morning."""
    person = Person.objects.create(company=of.company, name=who)
    start = dt.datetime(2026, 10, 20, 10, tzinfo=LONDON)
    talk = Interview.objects.create(candidacy=of, starts_at=start, ends_at=start + dt.timedelta(hours=1))
    seat = Interviewer.objects.create(interview=talk, person=person)
    sent = start + dt.timedelta(hours=23)
    Letter.objects.create(candidacy=of, to=person, kind="thank_you", status="sent", sent_at=sent)
    return Note.objects.create(interviewer=seat, kind=kind, text=text, by=person, **more)


def test_before_anything_it_says_what_will_be_here(client: Client) -> None:
    text = client.get("/insights/").text
    assert "Nothing to learn from yet" in text
    assert "which silences a nudge broke" in text
    assert 'role="img"' not in text


def test_the_sample_search(client: Client) -> None:
    sample.load(NOW)
    page = client.get("/insights/")
    assert page.context["lede"].endswith("31 candidacies is a small number, so read these as hints.")
    assert 'aria-current="page">Insights' in page.text
    board = page.context["board"]
    assert board.funnel.reached[0] == board.candidacies == 31
    # Every chart has its values in its name, and a table that says the same.
    name = page.context["charts"]["funnel"].name
    assert name.startswith(
        "How far the candidacies came, each step as a part of the one before. Applied: 31."
    )
    assert f'aria-label="{name}"' in page.text
    assert page.text.count('role="img"') == 6
    assert page.text.count("Show as a table") == 4


def test_questions_lead_to_my_answers_and_private_notes_stay_out(client: Client) -> None:
    first, second, third = candidacy("Harbour & Pine"), candidacy("Meridian Rail"), candidacy("Tern Air")
    why = asked(first, "Ruth", "Why did you leave your last job?")
    Note.objects.create(interviewer=why.interviewer, kind="answer", text="To learn rail.", about=why)
    asked(second, "Daniel", "Why are you leaving <really>?", reply="It ended.")
    asked(third, "Rosa", "Why did you leave?", share="private")
    page = client.get("/insights/")
    (group,) = page.context["board"].questions
    assert [(one.company, one.answer) for one in group.times] == [
        ("Meridian Rail", "It ended."),
        ("Harbour & Pine", "To learn rail."),
    ]
    talk, person = why.interviewer.interview_id, why.interviewer.person_id
    assert f'href="/interviews/{talk}/debrief/?person={person}"' in page.text
    assert "You said: To learn rail." in page.text
    assert "&lt;really&gt;" in page.text
    assert "Tern Air" not in page.text


def test_worries_of_two_companies(client: Client) -> None:
    asked(candidacy("Harbour & Pine"), "Ruth", "The rota is a mess", kind="challenge")
    asked(candidacy("Meridian Rail"), "Daniel", "Nobody trusts the rota", kind="challenge", mood="ugly")
    asked(candidacy("Tern Air"), "Rosa", "The rota works now", kind="challenge", mood="good")
    text = client.get("/insights/").text
    assert "“rota” comes up in the worries of 2 companies" in text
    assert "<q>Nobody trusts the rota</q>" in text


class TestThePeriod:
    def test_it_lives_in_the_address(self, client: Client) -> None:
        candidacy("Harbour & Pine", "2026-09-30")
        candidacy("Meridian Rail", "2026-10-01")
        seen = client.get("/insights/?since=2026-10-01&until=2026-10-31")
        assert seen.context["board"].candidacies == 1
        assert seen.context["lede"].startswith("Your search from 1 October to 31 October.")
        assert 'value="2026-10-01"' in seen.text
        assert client.get("/insights/?period=year").context["board"].candidacies == 2
        assert client.get("/insights/?period=90").context["lede"].startswith("Your search since 19 August.")

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ("since=2026-09-31", "Give the day as 2026-09-01, or leave it empty."),
            ("until=soon", "Give the day as 2026-09-01, or leave it empty."),
            ("since=2026-10-02&until=2026-10-01", "The last day comes before the first."),
            ("since=0001-01-01", "Take a year between 1900 and 2200."),
        ],
    )
    def test_what_is_no_day_gets_a_sentence(self, client: Client, given: str, said: str) -> None:
        candidacy("Harbour & Pine")
        answer = client.get(f"/insights/?{given}")
        assert answer.status_code == 422
        assert said in answer.text
        assert f'value="{given.partition("=")[2].partition("&")[0]}"' in answer.text

    def test_a_period_with_nothing_in_it(self, client: Client) -> None:
        candidacy("Harbour & Pine")
        assert "No candidacy began in this period" in client.get("/insights/?since=2026-11-01").text


def test_the_number_of_queries_does_not_grow(client: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get("/insights/").status_code == 200
        return len(seen)

    asked(candidacy("Company 0"), "Ruth", "Why did you leave?")
    few = queries()
    for n in range(1, 50):
        asked(candidacy(f"Company {n}"), f"Person {n}", "Why did you leave?")
    assert queries() == few


def test_a_second_look_reads_nothing_that_did_not_change(client: Client) -> None:
    for n in range(3):
        asked(candidacy(f"Company {n}"), f"Person {n}", "Why did you leave?")
    client.get("/insights/")
    with CaptureQueriesContext(connection) as again:
        client.get("/insights/")
    assert len(again) <= 5
    with patch("desk.insights.kept.lessons", side_effect=lessons) as read:
        Note.objects.filter(interviewer__person__name="Person 1").update(reply="To learn rail.")
        page = client.get("/insights/")
    ((some, _, _), _) = read.call_args
    assert some == [Candidacy.objects.get(company__name="Company 1").pk]
    assert "You said: To learn rail." in page.text


def test_what_is_left_out_at_first_is_a_click_away(client: Client) -> None:
    for n in range(8):
        asked(candidacy(f"Company {n}"), f"Person {n}", "Why did you leave?")
    page = client.get("/insights/?period=year")
    assert 'href="?period=year&amp;all=1#f6">Show 2 earlier' in page.text
    assert "Person 1" not in page.text
    whole = client.get("/insights/?period=year&all=1")
    assert all(f"Person {n}" in whole.text for n in range(8))
    assert "Show 2 earlier" not in whole.text
