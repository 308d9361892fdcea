"""Who waits for an answer of mine: on Today, with the first words of what they asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidacy.models import Candidacy, Contact
from desk.asking import asking, first_words
from desk.today import today
from tests.desk.cast import at

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
NOW = at("2026-11-12T09:00")


def asks(rail: Candidacy, moment: str, text: str, **more: object) -> None:
    Contact.objects.create(candidacy=rail, at=at(moment), text=text, **{"needs_reply": True, **more})


def words() -> list[str]:
    return [one.words for one in asking(today(NOW).replies)]


def test_the_first_question_that_i_have_not_answered_is_quoted(rail: Candidacy) -> None:
    asks(rail, "2026-11-05T09:00", "Could you send the plan?")
    asks(rail, "2026-11-05T10:00", "I am the answer.", direction="out", needs_reply=False)
    asks(rail, "2026-11-09T09:00", "Dear Ines,\n\nWhich day suits you?\n\nBest wishes,\nSofia")
    asks(rail, "2026-11-10T09:00", "A line that asks nothing.", needs_reply=False)
    asks(rail, "2026-11-11T09:00", "Have you seen my question?")
    assert words() == ["Which day suits you?"]


def test_a_question_without_words_quotes_none(rail: Candidacy, client: Client) -> None:
    asks(rail, "2026-11-09T09:00", "")
    assert words() == [""]
    with time_machine.travel(NOW, tick=False):
        assert "“”" not in client.get("/").text


def test_the_page_shows_it(rail: Candidacy, client: Client) -> None:
    asks(rail, "2026-11-09T09:00", "Which <b>day</b> suits you?")
    with time_machine.travel(NOW, tick=False):
        page = client.get("/").text
    row = page.partition('id="replies"')[2].partition("</ul>")[0]
    assert "“Which &lt;b&gt;day&lt;/b&gt; suits you?”" in row


def test_many_rows_take_one_query(rail: Candidacy) -> None:
    for n in range(20):
        other = Candidacy.objects.create(company=rail.company, role=f"Role {n}", stage="interview")
        asks(other, "2026-11-09T09:00", f"Question {n}?")
    replies = today(NOW).replies
    with CaptureQueriesContext(connection) as queries:
        found = asking(replies)
    assert (len(queries), sorted(one.words for one in found)) == (
        1,
        sorted(f"Question {n}?" for n in range(20)),
    )


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Hi Ines,\nwould Tuesday do?", "would Tuesday do?"),
        ("Would Tuesday do?", "Would Tuesday do?"),
        ("Dear Ines,", "Dear Ines,"),
        ("  \n", ""),
        (
            "Könnten Sie uns bis Freitag sagen, ob\nMontag passt?",
            "Könnten Sie uns bis Freitag sagen, ob Montag passt?",
        ),
        ("word, " * 40, ("word, " * 26)[:-2] + " …"),
    ],
)
def test_first_words(text: str, first: str) -> None:
    assert first_words(text) == first
