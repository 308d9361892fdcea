"""The prep sheet: what is known before a talk, and what stays off paper."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from candidacy.models import Candidacy, Company, Contact, Person, Profile
from interviews.expected import Quote
from interviews.models import Interview, Interviewer, Note
from interviews.sheet import TALKS_READ, Again, Sheet
from interviews.sheet import sheet as prepare
from tests.interviews.cast import ANA, HELEN, KOFI, LONDON, lumen, post, seat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 3, 12, 2, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def talk() -> Interview:
    """The one that was, this morning."""
    return lumen()


def again(talk: Interview, *names: str, zone: str = "") -> Interview:
    """The next one, a week later at ten."""
    start = talk.starts_at + dt.timedelta(days=7)
    later = Interview.objects.create(
        candidacy=talk.candidacy,
        starts_at=start,
        ends_at=start + dt.timedelta(minutes=45),
        time_zone=zone,
        place="https://meet.lumen.example/7",
    )
    for name in names:
        Interviewer.objects.create(interview=later, person=Person.objects.get(name=name))
    return later


def sheet(talk: Interview) -> Sheet:
    return prepare(talk, Profile.load())


def page(client: Client, talk: Interview) -> str:
    return client.get(reverse("interviews:interview", args=[talk.pk])).text


def test_the_second_talk_begins_with_what_the_first_one_told(client: Client, talk: Interview) -> None:
    post(client, good="Quick wards", ugly="Three logins", detail="Rows at dawn", idea="One login first")
    known = sheet(again(talk, ANA, KOFI)).people
    assert [one.quote and one.quote.text for one in known] == ["Three logins", None]
    assert known[0].facts == ("“Quick wards”", "Rows at dawn", "Your idea: One login first")
    assert [one.nothing for one in known] == [False, True]


def test_what_somebody_wrote_me_counts_as_told(talk: Interview) -> None:
    line = {"candidacy": talk.candidacy, "at": NOW, "person": Person.objects.get(name=KOFI)}
    Contact.objects.create(text="Bring the plan.", **line)
    known = sheet(again(talk, KOFI)).people[0]
    assert (known.quote, known.facts) == (Quote("Bring the plan.", "Written to you, 3 November"), ())


def test_what_was_said_is_quoted_before_what_was_written(client: Client, talk: Interview) -> None:
    post(client, ugly="Three logins")
    line = {"candidacy": talk.candidacy, "at": NOW, "person": Person.objects.get(name=ANA)}
    Contact.objects.create(text="Bring the plan.", **line)
    known = sheet(again(talk, ANA)).people[0]
    assert known.quote == Quote("Three logins", "To you, 3 November")
    assert known.facts == ("Wrote on 3 November: “Bring the plan.”",)


def test_private_notes_are_counted_and_their_words_kept_off(client: Client, talk: Interview) -> None:
    post(client, ugly="Leaves in spring")
    Note.objects.update(share="private")
    later = again(talk, ANA)
    assert sheet(later).people[0].private == 1
    assert sheet(later).questions[0].why == "you know nothing of Ana’s worries yet"
    shown = page(client, later)
    assert "One private note, kept off this sheet." in shown
    assert "Leaves in spring" not in shown


def test_what_i_was_asked_comes_with_what_i_said(client: Client, talk: Interview) -> None:
    post(client, asked="Why us?\nWhy now?")
    post(client, HELEN, asked="Why us?")
    asked = Note.objects.get(text="Why now?")
    mine = {"interviewer": seat(), "about": asked}
    Note.objects.create(kind="answer", text="And the nights.", position=1, **mine)
    Note.objects.create(kind="answer", text="The wards.", **mine)
    Note.objects.create(kind="idea", text="Fewer logins", **mine)
    Note.objects.filter(interviewer=seat(), text="Why us?").update(reply="The people.")
    assert sheet(again(talk, ANA)).again == (
        Again("Why us?", ANA, "The people."),
        Again("Why now?", ANA, "The wards. And the nights."),
    )


def at_the_bank(days: int, *asked: str, share: str = "open") -> Interviewer:
    """What Nora of another company asked, so many days after the talk."""
    bank, _new = Company.objects.get_or_create(name="Bank")
    nora, _new = Person.objects.get_or_create(company=bank, name="Nora Weiss")
    candidacy, _new = Candidacy.objects.get_or_create(company=bank, role="Analyst")
    there = Interview.objects.create(candidacy=candidacy, starts_at=NOW + dt.timedelta(days=days))
    sitting = Interviewer.objects.create(interview=there, person=nora)
    for place, text in enumerate(asked):
        Note.objects.create(interviewer=sitting, kind="question", text=text, position=place, share=share)
    return sitting


def test_what_was_asked_here_comes_first_then_the_latest_and_each_once(
    client: Client, talk: Interview
) -> None:
    post(client, asked="Why us?")
    at_the_bank(-30, "Your pay?", "A gap?", "Weak side?")
    at_the_bank(2, "WHY US?", "Notice?", "Weak side?")
    at_the_bank(3, "Between us?", share="private")
    told = at_the_bank(4)
    Note.objects.create(interviewer=told, kind="fact", text="A fact")
    later = again(talk, ANA)
    at_the_bank(8, "Not yet asked?")
    assert [(one.text, one.by) for one in sheet(later).again] == [
        ("Why us?", ANA),
        ("Notice?", "Nora Weiss"),
        ("Weak side?", "Nora Weiss"),
        ("Your pay?", "Nora Weiss"),
        ("A gap?", "Nora Weiss"),
    ]


def test_of_other_jobs_only_the_last_talks_are_gone_through(
    client: Client, talk: Interview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("interviews.sheet.TALKS_READ", 3)
    post(client, asked="Why us?")
    at_the_bank(1, "Too long ago?")
    at_the_bank(2, "Third?")
    at_the_bank(3, "First?", "Second?")
    at_the_bank(4)
    assert [one.text for one in sheet(again(talk, ANA)).again] == ["Why us?", "First?", "Second?", "Third?"]


# Where enough was asked for this job, the other jobs are not gone through.
@pytest.mark.parametrize(("more", "queries"), [(0, 14), (20, 13), (40, 13)])
def test_its_queries_do_not_grow(
    client: Client,
    talk: Interview,
    more: int,
    queries: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    post(client, asked="Why us?", they_will="Ana sends the rota by Friday.", ugly="Nobody calls back.")
    mine = seat(ANA)
    for number in range(more):
        Note.objects.create(interviewer=mine, kind="question", text=f"What of ward {number}?")
        Note.objects.create(interviewer=mine, kind="promise", text=f"Ward {number}.", by=mine.person)
        Note.objects.create(interviewer=mine, kind="my_question", text=f"Who runs ward {number}?")
    later = again(talk, ANA, KOFI)
    page(client, later)
    with django_assert_num_queries(queries):
        shown = page(client, later)
    assert "Nobody calls back." in shown
    assert shown.count("<b>Ana:</b> Ward ") == more


@pytest.mark.sqlite_only("how SQLite goes about it")
def test_what_was_asked_is_found_talk_by_talk(talk: Interview) -> None:
    """Sorting every question ever asked takes longer with each."""
    later = again(talk, ANA)
    with CaptureQueriesContext(connection) as queries:
        sheet(later)
    (asked,) = [one["sql"] for one in queries if f"LIMIT {TALKS_READ}" in one["sql"]]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked}")
        plan = "\n".join(row[3] for row in cursor.fetchall())
    assert "INDEX interview_by_start (starts_at<?)" in plan
    assert "INDEX note_asked (interviewer_id=?)" in plan
    assert "SCAN" not in plan


def test_a_talk_elsewhere_shows_both_clocks(client: Client, talk: Interview) -> None:
    assert "10:00–10:45 in" not in page(client, again(talk, ANA))
    assert "11:00–11:45 in Berlin, 10:00 for you" in page(client, again(talk, KOFI, zone="Europe/Berlin"))


def test_a_link_is_a_link_and_nothing_else_is(client: Client, talk: Interview) -> None:
    later = again(talk, ANA)
    assert 'href="https://meet.lumen.example/7"' in page(client, later)
    Interview.objects.filter(pk=later.pk).update(place="javascript:alert(1)")
    assert 'href="javascript' not in page(client, later)


def test_whom_to_ring_is_who_arranges_the_talks(talk: Interview) -> None:
    later = again(talk, ANA)
    assert sheet(later).help is None
    here = {"company": talk.candidacy.company, "relation": "recruiter"}
    Person.objects.create(name="Hannah Price", phone="0117 496 0142", **here)
    found = sheet(later).help
    assert found is not None
    assert found.name == "Hannah Price"


def test_an_agency_that_wrote_is_rung_after_their_own_people(talk: Interview) -> None:
    agency = {
        "company": Company.objects.create(name="Finch & Co"),
        "relation": "agency",
        "phone": "020 7946 0018",
    }
    wrote = Person.objects.create(name="Arlo Finch", **agency)
    Person.objects.create(name="Of another", **agency)
    for _twice in range(2):
        Contact.objects.create(candidacy=talk.candidacy, at=NOW, person=wrote)
    Contact.objects.create(candidacy=talk.candidacy, at=NOW)
    later = again(talk, ANA)
    assert sheet(later).help == wrote
    here = {"company": talk.candidacy.company, "relation": "recruiter"}
    Person.objects.create(name="Without a number", **here)
    assert sheet(later).help == wrote
    own = Person.objects.create(name="Hannah Price", phone="0117 496 0142", **here)
    assert sheet(later).help == own


def test_before_it_the_sheet_prints_and_after_it_the_notes_are_made(client: Client, talk: Interview) -> None:
    assert "Note what you heard" in page(client, talk)
    assert "Second interview, video, 45 minutes." in page(client, again(talk, ANA))
    assert "Note what you heard" not in page(client, Interview.objects.latest("pk"))


def test_more_people_take_no_more_queries(client: Client, talk: Interview) -> None:
    def queries(*names: str) -> int:
        later = again(talk, *names)
        page(client, later)
        with CaptureQueriesContext(connection) as asked:
            page(client, later)
        return len(asked)

    post(client, ugly="Three logins", they_will="Send the band by Friday")
    post(client, KOFI, asked="Why us?", you_will="Send the plan")
    assert queries(ANA) == queries(ANA, HELEN, KOFI)


def test_the_most_senior_comes_first_and_is_marked(talk: Interview) -> None:
    for name, title in ((HELEN, "Chief Nursing Officer"), (KOFI, "Head of Digital")):
        Person.objects.filter(name=name).update(title=title)
    known = sheet(again(talk, ANA, KOFI, HELEN)).people
    assert [(one.person.name, one.top) for one in known] == [(HELEN, True), (KOFI, False), (ANA, False)]


def test_what_they_asked_before_is_among_what_is_known(client: Client, talk: Interview) -> None:
    post(client, asked="Why us?", detail="Rows at dawn")
    assert sheet(again(talk, ANA)).people[0].facts == ("Rows at dawn", "Asked you: Why us?")


def test_a_promise_of_theirs_past_its_day_is_not_here_yet(client: Client, talk: Interview) -> None:
    post(client, they_will="Send the band by Friday")
    shown = page(client, again(talk, ANA))
    assert "By 6 Nov." in shown
    with time_machine.travel(NOW + dt.timedelta(days=4), tick=False):
        assert "By 6 Nov, not here yet." in page(client, Interview.objects.latest("pk"))
