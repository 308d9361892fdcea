"""The page of search: grouped by kind, filters in the address, wider words, and a part of it while typing."""

from __future__ import annotations

import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidacy.models import Company, Person
from desk.search import COUNTED
from interviews.models import Note
from tests.desk.search.cast import everything, told
from tests.interviews.cast import ANA, lumen

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def heading(client: Client, query: str) -> str:
    return str(client.get(f"/search/{query}").context["heading"])


def test_what_is_found_is_grouped_and_marked(client: Client) -> None:
    everything()
    answer = client.get("/search/?q=night+sh")
    assert answer.context["heading"] == "Five places say “night sh”"
    assert [(one.label, one.count) for one in answer.context["sections"]] == [
        ("Notes", "1"), ("Letters", "1"), ("Messages", "2"), ("Developments", "1"),
    ]  # fmt: skip
    assert (
        'Two bank nurses on every <mark class="hit">night shift</mark>, neither with a login.' in answer.text
    )
    assert answer.headers["Vary"] == "HX-Request"


def test_while_typing_only_the_finds_are_sent(client: Client) -> None:
    everything()
    answer = client.get("/search/?q=night", headers=HTMX)
    assert answer.headers["Vary"] == "HX-Request"
    assert "<header" not in answer.text
    assert '<h1 id="h-search" hx-swap-oob="true">Five places say “night”</h1>' in answer.text
    back = client.get("/search/?q=night", headers=HTMX | {"HX-History-Restore-Request": "true"})
    assert "<header" in back.text


def test_the_filters_live_in_the_address(client: Client) -> None:
    everything()
    company, ana = Company.objects.get(), Person.objects.get(name=ANA)
    assert heading(client, f"?q=night&company={company.pk}") == "Five places say “night”"
    assert heading(client, f"?q=night&person={ana.pk}") == "Four places say “night”"
    assert heading(client, f"?q=night&person={ana.pk}&when=30") == "Four places say “night”"
    assert heading(client, "?q=night&company=999") == "Nothing says “night”"
    assert heading(client, "?q=night&kind=letter") == "One place says “night”"
    assert (
        heading(client, "?q=night&company=x&person=-1&when=never&kind=whatever") == "Five places say “night”"
    )


def test_a_filter_that_leaves_nothing_leads_back_to_everything(client: Client) -> None:
    everything()
    assert 'href="?q=night"' in client.get("/search/?q=night&company=999&when=30").text


def test_wider_words_are_offered_where_little_is_found(client: Client) -> None:
    lumen(ANA)
    told("The night was long.")
    answer = client.get("/search/?q=night+shift")
    assert answer.context["heading"] == "Nothing says “night shift”"
    assert "One of the words alone is in 1 more place." in answer.text
    assert 'href="?q=night+shift&amp;wider=1"' in answer.text
    assert heading(client, "?q=night+shift&wider=1") == "One place says any of “night shift”"


def test_what_is_more_than_is_counted(client: Client) -> None:
    lumen(ANA)
    here = told("Night").interviewer
    Note.objects.bulk_create(Note(interviewer=here, kind="fact", text="Night.") for _ in range(COUNTED))
    answer = client.get("/search/?q=night")
    assert answer.context["heading"] == "More than 100 places say “night”"
    (section,) = answer.context["sections"]
    assert (section.count, len(section.group.hits), section.all_href) == (
        "100 or more",
        5,
        "?q=night&kind=note",
    )
    alone = client.get("/search/?q=night&kind=note")
    assert len(alone.context["sections"][0].group.hits) == 50
    assert "These are the newest." in alone.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Search"),
        ("%20", "Search"),
        ("*", "Search"),
        ("zebra", "Nothing says “zebra”"),
        ("%00", "Search"),
    ],
)
def test_nothing_found(client: Client, typed: str, said: str) -> None:
    everything()
    assert heading(client, f"?q={typed}") == said


def test_of_a_book_that_is_pasted_the_beginning_is_said(client: Client) -> None:
    assert len(heading(client, "?q=" + "night+" * 10_000)) < 100


def test_what_was_recorded_is_only_ever_text(client: Client) -> None:
    lumen(ANA)
    told("<script>alert('night')</script>")
    page = client.get("/search/?q=night").text
    assert '&lt;script&gt;alert(&#x27;<mark class="hit">night</mark>&#x27;)&lt;/script&gt;' in page


def test_as_many_questions_at_one_row_as_at_fifty(client: Client) -> None:
    everything()
    counts = []
    for _ in range(2):
        client.get("/search/?q=night")
        with CaptureQueriesContext(connection) as asked:
            client.get("/search/?q=night")
        counts.append(len(asked))
        here = Note.objects.get(text__startswith="Two").interviewer
        Note.objects.bulk_create(Note(interviewer=here, kind="fact", text=f"Night {n}") for n in range(50))
        Person.objects.bulk_create(
            Person(company=Company.objects.get(), name=f"Night {n}") for n in range(50)
        )
    assert counts[1] - counts[0] == 1  # The people, where there were none.


def command(*words: str) -> str:
    out = StringIO()
    call_command("search", *words, stdout=out)
    return out.getvalue()


def test_the_command() -> None:
    everything()
    note = Note.objects.get()
    (hit,) = json.loads(command("bank", "nurses", "--json"))["hits"]
    assert hit == {
        "kind": "note",
        "title": "Ana Ferreira, Lumen Health",
        "text": "Two bank nurses on every night shift, neither with a login.",
        "path": f"/interviews/{note.interviewer.interview_id}/debrief/?person={note.interviewer.person_id}",
    }
    assert json.loads(command("--json", "zebra")) == {"hits": []}
    assert command("lumen").splitlines() == [
        "company: Lumen Health",
        "candidacy: Ward Systems Lead, Lumen Health: Interviewing",
    ]
    assert command("zebra") == "Nothing says that.\n"
