"""A talk that has just ended: notes come first, on Today and in the day’s mail."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
import time_machine

from candidacy.models import Profile
from desk.digest import digest
from desk.ended import just_ended
from interviews.models import Interviewer, Note
from tests.desk.cast import at

if TYPE_CHECKING:
    from django.test import Client

    from candidacy.models import Candidacy

pytestmark = pytest.mark.django_db


def ended(moment: str) -> list[tuple[str, str]]:
    return [(one.when, one.effort) for one in just_ended(at(moment))]


@pytest.mark.parametrize(
    ("moment", "when"),
    [
        ("2026-11-03T11:01", "It has just ended."),
        ("2026-11-03T11:12", "It ended 12 minutes ago."),
        ("2026-11-03T12:30", "It ended one hour ago."),
        ("2026-11-04T10:00", "It ended 23 hours ago."),
    ],
)
def test_for_a_day_it_is_asked_how_it_was(rail: Candidacy, moment: str, when: str) -> None:
    assert ended(moment) == [(when, "Two people, about three minutes each.")]


@pytest.mark.parametrize("moment", ["2026-11-03T10:59", "2026-11-04T11:00"])
def test_neither_during_the_talk_nor_a_day_later(rail: Candidacy, moment: str) -> None:
    assert ended(moment) == []


def test_a_note_ends_it_and_a_question_i_meant_to_ask_does_not(rail: Candidacy) -> None:
    seat = Interviewer.objects.get(person__name="Daniel Osei")
    Note.objects.create(interviewer=seat, kind="my_question", text="Who decides?")
    assert len(ended("2026-11-03T11:12")) == 1
    Note.objects.create(interviewer=seat, kind="challenge", text="Trains run late.")
    assert ended("2026-11-03T11:12") == []


def test_it_stands_first_and_has_the_one_filled_button(client: Client, rail: Candidacy) -> None:
    with time_machine.travel(at("2026-11-03T11:12"), tick=False):
        page = client.get("/").text
    assert "One talk to note down</h1>" in page
    assert "How was Meridian Rail?</a>" in page
    assert page.count("btn-1") == 1
    assert f'href="/interviews/{rail.interviews.get().pk}/debrief/" data-key="d">Note it down' in page


def test_it_is_worth_a_mail(rail: Candidacy) -> None:
    message = digest(at("2026-11-03T11:12"), Profile.load(), "http://here")
    assert (message.subject, message.needed) == ("One talk to note down", True)
    assert "  How was Meridian Rail? It ended 12 minutes ago. Two people, about three" in message.text
    assert not digest(at("2026-11-03T11:12") - dt.timedelta(days=1), Profile.load(), "http://here").needed
