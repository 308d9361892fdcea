"""A question of my own: on the sheet before the talk, in the debrief after it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.urls import reverse

from candidacy.models import Person, Profile
from interviews.models import Interview, Interviewer, Note
from interviews.sheet import sheet
from tests.interviews.cast import ANA, HELEN, KOFI, LONDON, lumen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

pytestmark = pytest.mark.django_db
BEFORE, AFTER = (dt.datetime(2026, 11, 3, hour, tzinfo=LONDON) for hour in (8, 12))
MINE = "Who signs the papers at night?"


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with time_machine.travel(BEFORE, tick=False):
        yield


@pytest.fixture
def talk() -> Interview:
    """This morning at ten."""
    return lumen()


def there(talk: Interview) -> str:
    return reverse("interviews:question", args=[talk.pk])


def ask(client: Client, talk: Interview, whom: str = ANA, text: str = MINE) -> None:
    seat = Interviewer.objects.get(interview=talk, person__name=whom)
    answer = client.post(there(talk), {"text": text, "interviewer": seat.pk})
    assert (answer.status_code, answer.url) == (302, f"{talk.get_absolute_url()[:-8]}#p-q")  # type: ignore[attr-defined]


def test_it_stands_first_on_the_sheet_with_whom_it_is_for(client: Client, talk: Interview) -> None:
    ask(client, talk)
    first = sheet(talk, Profile.load()).questions[0]
    assert (first.text, first.whom, first.why) == (MINE, "Ana", "your own")
    # Whoever was only asked something has still told nothing.
    assert [one.nothing for one in sheet(talk, Profile.load()).people] == [True, True, True]


def test_a_question_without_words_or_for_nobody_there_is_refused(client: Client, talk: Interview) -> None:
    elsewhere = Interviewer.objects.create(
        interview=Interview.objects.create(candidacy=talk.candidacy, starts_at=BEFORE),
        person=Person.objects.get(name=ANA),
    )
    for given in (
        {"text": MINE, "interviewer": elsewhere.pk},
        {"text": MINE, "interviewer": "9" * 30},
        {"text": ""},
    ):
        answer = client.post(there(talk), given)
        assert answer.status_code == 422
        assert given["text"] in answer.text
    assert not Note.objects.exists()


def test_after_the_talk_its_debrief_asks_for_the_reply(client: Client, talk: Interview) -> None:
    ask(client, talk, HELEN)
    with time_machine.travel(AFTER, tick=False):
        # It is still the talk that lacks notes.
        assert client.get(reverse("desk:debrief")).headers["Location"] == talk.get_absolute_url()
        helen = Person.objects.get(name=HELEN).pk
        assert MINE in client.get(f"{talk.get_absolute_url()}?person={helen}").text


def test_before_the_next_talk_it_comes_back_where_no_reply_was_noted(client: Client, talk: Interview) -> None:
    ask(client, talk, KOFI)
    later = Interview.objects.create(candidacy=talk.candidacy, starts_at=AFTER + dt.timedelta(days=7))
    Interviewer.objects.create(interview=later, person=Person.objects.get(name=KOFI))
    assert (MINE, "you asked on 3 November, and no reply is noted") in [
        (one.text, one.why) for one in sheet(later, Profile.load()).questions
    ]


def test_a_changed_one_leads_back_to_the_sheet(client: Client, talk: Interview) -> None:
    ask(client, talk)
    note = Note.objects.get()
    given = {"text": "Who signs at dawn?", "kind": "my_question", "share": "open"}
    answer = client.post(reverse("interviews:note", args=[note.pk]), given)
    assert answer.headers["Location"] == f"{reverse('interviews:interview', args=[talk.pk])}#p-q"
    assert sheet(talk, Profile.load()).questions[0].text == "Who signs at dawn?"
