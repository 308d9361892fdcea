"""The page of a candidacy: what became of each letter."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
import time_machine

from candidacy.models import Candidacy
from desk import sample
from interviews.models import Note
from letters.models import Letter

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 17, 9, 10, tzinfo=ZoneInfo("Europe/London"))


def test_each_letter_says_whether_it_was_answered(client: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        sample.load(NOW)
        page = client.get(Candidacy.objects.get(company__name="Harbour & Pine").get_absolute_url()).text
    assert re.findall(r"To \w+, (?:sent|draft)[^<]*", page) == [
        "To Tomasz, sent 30 Oct. No reply.",
        "To Ruth, sent 30 Oct. No reply.",
        "To Tomasz, sent 16 Oct. No reply.",
        "To Priya, sent 16 Oct. Replied 19 Oct.",
    ]


def test_an_idea_says_to_whom_it_was_first_suggested(client: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        sample.load(NOW)
        pine = Candidacy.objects.get(company__name="Harbour & Pine")
        letters = Letter.objects.filter(candidacy=pine)
        worry = Note.objects.filter(interviewer__interview__candidacy=pine, kind="challenge")[0]
        Note.objects.filter(kind="idea").delete()
        words = {"interviewer": worry.interviewer, "kind": "idea", "about": worry}
        idea = Note.objects.create(text="One list for both docks.", **words)
        asked = []
        for these in ((), letters.filter(status="draft"), letters.order_by("-sent_at")):
            idea.letters.add(*these)
            page = client.get(pine.get_absolute_url()).text
            assert "One list for both docks." in page
            asked.append(re.findall(r"Suggested to [^<]*", page))
    first = letters.filter(status="sent").order_by("pk")[0]
    assert asked == [[], [], [f"Suggested to {first.to.name.split()[0]}, 16 Oct."]]


@pytest.mark.parametrize("more", [0, 30])
def test_its_queries_do_not_grow(
    client: Client, more: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with time_machine.travel(NOW, tick=False):
        sample.load(NOW)
        pine = Candidacy.objects.get(company__name="Harbour & Pine")
        worry = Note.objects.filter(interviewer__interview__candidacy=pine, kind="challenge")[0]
        words = {"interviewer": worry.interviewer, "mood": "", "share": "only_them"}
        for number in range(more):
            Note.objects.create(kind="challenge", text=f"Dock {number} waits.", **words)
            Note.objects.create(kind="question", text=f"What of dock {number}?", **words)
            Note.objects.create(kind="detail", text=f"Sails on dock {number}.", **words)
        client.get(pine.get_absolute_url())
        with django_assert_num_queries(11):
            page = client.get(pine.get_absolute_url(), {"all": "1"}).text
    assert page.count("waits.") == page.count("What of dock") == more
