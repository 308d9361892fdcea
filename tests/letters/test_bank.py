"""The bank of something new: what Harbour & Pine has read or heard already, and what is new there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from candidacy.models import Candidacy, Company, News
from interviews.models import Interview, Interviewer, Note
from letters.newsbank import Told, told_where
from tests.letters.story import Cast, at

if TYPE_CHECKING:
    from django.test import Client

    from letters.models import Letter

FORECAST = "The picking forecast runs on a laptop now."
COURSE = "Finished the cold-chain course in Grimsby."
TALK = "Talk on spoilage accepted for the Leeds meeting."


@pytest.fixture
def news(story: Cast) -> dict[str, News]:  # the story has the profile
    return {
        text: News.objects.create(text=text, happened_on="2026-11-09") for text in (FORECAST, COURSE, TALK)
    }


def steps(client: Client, letter: Letter) -> tuple[list[str], list[str]]:
    """What the composer offers as new, and what it says is not new there, with how they have it."""
    with time_machine.travel(at("2026-11-16T09:00"), tick=False):
        page = client.get(letter.get_absolute_url()).text
    offered = re.findall(r'<button type="submit" class="chip"[^>]*>([^<]+)</button>', page)
    told = re.findall(r'<li>([^<]+) <span class="muted">\(([^<]+)\)</span></li>', page)
    return offered, [f"{text} {where}" for text, where in told]


def test_all_of_it_is_offered_where_nothing_was_told(
    client: Client, story: Cast, news: dict[str, News]
) -> None:
    offered, told = steps(client, story.draft(kind="nudge"))
    assert (sorted(offered), told) == (sorted(news), [])


def test_what_a_letter_said_is_not_new_even_in_other_words(
    client: Client, story: Cast, news: dict[str, News]
) -> None:
    body = "Dear Tomasz,\n\nI have finished my cold-chain course at Grimsby.\n\nKind regards,\nDana"
    story.sent(to=story.tomasz, body=body)
    story.sent("2026-11-05T09:00", to=story.ruth, news=news[TALK])
    offered, told = steps(client, story.draft(kind="nudge"))
    assert offered == [FORECAST]
    assert sorted(told) == [
        f"{COURSE} written to Tomasz on 4 November", f"{TALK} written to Ruth on 5 November",
    ]  # fmt: skip


def test_what_an_answer_told_is_not_new_in_any_candidacy_there(
    client: Client, story: Cast, news: dict[str, News]
) -> None:
    spring = Candidacy.objects.create(company=story.candidacy.company, role="Data Engineer")
    talk = Interview.objects.create(candidacy=spring, starts_at=at("2026-04-07T10:00"))
    seat = Interviewer.objects.create(interview=talk, person=story.tomasz)
    Note.objects.create(interviewer=seat, kind="answer", text="Our picking forecast runs on one laptop.")
    offered, told = steps(client, story.draft(kind="nudge"))
    assert sorted(offered) == sorted({*news} - {FORECAST})
    assert told == [f"{FORECAST} told Tomasz when you talked"]


def test_the_bank_says_where_each_was_told(client: Client, story: Cast, news: dict[str, News]) -> None:
    story.sent(to=story.ruth, news=news[TALK])
    Company.objects.create(name="Tidewater", country="GB")
    where = told_where(news.values())
    told = Told("Harbour & Pine", "Ruth", at("2026-11-04T09:00").date())
    assert where == {news[FORECAST].pk: [], news[COURSE].pk: [], news[TALK].pk: [told]}
    with time_machine.travel(at("2026-11-16T09:00"), tick=False):
        page = client.get(reverse("candidacy:news")).text
    assert "Told at Harbour &amp; Pine (Ruth, 4 Nov); new to all others." in page
    assert page.count("New to everybody.") == 2


def test_a_draft_has_told_nobody_yet(story: Cast, news: dict[str, News]) -> None:
    story.draft(news=news[TALK])
    assert told_where([news[TALK]]) == {news[TALK].pk: []}


def test_as_many_queries_for_many_as_for_few(client: Client, story: Cast, news: dict[str, News]) -> None:
    asked = []
    for count in (1, 8):
        for n in range(count):
            News.objects.create(text=f"Passed exam number {n + count} of the accountants.")
            story.sent(to=(story.ruth, story.tomasz)[n % 2])
        client.get(reverse("candidacy:news"))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("candidacy:news"))
        asked.append(len(queries))
    assert asked[0] == asked[1]
