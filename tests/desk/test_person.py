"""One person’s page: what was said, whose turn it is, where they stand, and another order."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from candidacy.models import Candidacy, Change, Person, Profile
from desk import sample
from desk.acquaintance import Acquaintance, acquaintance
from desk.outlook import outlooks
from desk.place import short
from interviews.models import Interviewer, Note
from letters.models import Letter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 17, 9, 10, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture(autouse=True)
def _story() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        sample.load(NOW)
        yield


def person(name: str) -> Person:
    return Person.objects.select_related("company").get(name=name)


def known(name: str) -> Acquaintance:
    return acquaintance(person(name), NOW)


def test_tomasz_at_a_glance() -> None:
    tomasz = known("Tomasz Wójcik")
    assert tomasz.met == "Met twice, 2 h 15 in all"
    assert tomasz.say == (
        "Tomasz’s turn since 30 October. Nothing for you to do: the nudge goes to Ruth, who is more senior."
    )
    assert tomasz.strip is not None
    assert tomasz.strip.text == (
        "With Tomasz: since 15 October you wrote on 2 days, they have not written, and you met twice. "
        "Quiet since 30 October."
    )
    assert tomasz.letter_kind == "free"


def test_worries_the_ugly_first_with_my_ideas() -> None:
    worries = known("Tomasz Wójcik").worries
    assert [(one.kind, one.where, one.confided) for one in worries] == [
        ("Ugly", "Second interview, 29 October", True),
        ("Bad", "First interview, 15 October", False),
        ("Good", "Second interview, 29 October", False),
    ]
    assert [(idea.text, idea.written) for idea in worries[1].ideas] == [
        ("Agree three definitions before any tooling.", "Written of on 16 Oct.")
    ]


def test_a_question_with_its_answer_however_it_is_noted() -> None:
    question = Note.objects.get(text__startswith="How do you name a metric")
    assert not next(one for one in known("Tomasz Wójcik").asked if one.note == question).answer
    answer = Note.objects.create(
        interviewer=question.interviewer, kind="answer", text="After the decision it serves.", about=question
    )
    assert next(one for one in known("Tomasz Wójcik").asked if one.note == question).answer == answer.text
    Note.objects.filter(pk=question.pk).update(reply="After its use.")
    assert (
        next(one for one in known("Tomasz Wójcik").asked if one.note == question).answer == "After its use."
    )


def test_the_timeline_the_latest_first() -> None:
    told = [
        (entry.on.day, entry.before + entry.link + entry.after, entry.more)
        for entry in known("Tomasz Wójcik").timeline
    ]
    assert told == [
        (30, "You thanked Tomasz: Three definitions", "No reply so far."),
        (29, "Second interview, Bristol", "With Ruth Adeyemi, 90 minutes. Seven notes on Tomasz."),
        (16, "You thanked Tomasz: Every depot, one truth", ""),
        (15, "First interview, video", "With Priya Nair, 45 minutes. Seven notes on Tomasz."),
    ]


def test_promises_of_both() -> None:
    assert known("Tomasz Wójcik").promises == [
        ("To send the metric naming sheet.", "Said 29 Oct. Kept 30 Oct."),
        ("To show me the slotting code.", "Said 15 Oct, no date. Open."),
    ]


@pytest.mark.parametrize(
    ("name", "kind"), [("Ruth Adeyemi", "nudge"), ("Dr Helen Marsh", "thank_you"), ("Priya Nair", "free")]
)
def test_the_letter_that_would_be_written(name: str, kind: str) -> None:
    assert known(name).letter_kind == kind


def test_where_tomasz_stands_and_what_another_place_would_change() -> None:
    place = known("Tomasz Wójcik").place
    assert place is not None
    assert (place.words, place.why) == (
        "Second, by title",
        "A chief officer comes before a vice president, so a nudge goes to Ruth.",
    )
    assert [(one.name, one.short) for one in place.order] == [
        ("Ruth Adeyemi", "COO"),
        ("Tomasz Wójcik", "VP Data"),
        ("Priya Nair", "Manager"),
    ]
    assert [(one.value, one.words, one.effect, one.chosen) for one in place.options] == [
        ("title", "Second, by title", "", True),
        ("91", "First, above Ruth", "The next nudge would go to Tomasz.", False),
        ("0", "Off the line", "A thank-you, never a nudge.", False),
    ]


def test_taking_the_reader_off_says_who_is_next() -> None:
    place = known("Ruth Adeyemi").place
    assert place is not None
    assert (place.options[-1].words, place.options[-1].effect) == (
        "Off the line",
        "A thank-you, never a nudge. The next nudge would go to Tomasz.",
    )


def test_whom_i_am_to_meet(client: Client) -> None:
    liam = known("Liam Doyle")
    assert (liam.met, liam.strip, liam.place, liam.say) == ("Meeting 19 Nov", None, None, "Nobody’s turn.")
    page = client.get(person("Liam Doyle").get_absolute_url()).text
    assert "The order begins with the first talk, on 19 Nov." in page


def test_the_effect_tells_of_a_draft_that_stays() -> None:
    ruth = person("Ruth Adeyemi")
    Letter.objects.create(candidacy=ruth.letters.all()[0].candidacy, to=ruth, kind="nudge")
    place = known("Tomasz Wójcik").place
    assert place is not None
    assert place.options[1].effect == "The next nudge would go to Tomasz. Your draft to Ruth stays."


def put(client: Client, name: str, rank: str, reason: str = "") -> int:
    answer = client.post(reverse("desk:rank", args=[person(name).pk]), {"rank": rank, "reason": reason})
    return answer.status_code


def reader() -> str:
    at_harbour = Candidacy.objects.filter(company__name="Harbour & Pine")
    found = outlooks(at_harbour, NOW, Profile.load())[0].write_to
    assert found is not None
    return found.name


def test_put_tomasz_first_take_him_off_and_back_by_title(client: Client) -> None:
    assert put(client, "Tomasz Wójcik", "91", "Leads the hiring, says Priya.") == 302
    assert reader() == "Tomasz Wójcik"
    place = known("Tomasz Wójcik").place
    assert place is not None
    assert place.words == "First, as you ranked it"
    assert [(one.words, one.chosen) for one in place.options if one.chosen] == [
        ("First, as you ranked it", True)
    ]
    assert [(one.words, one.reason) for one in place.history] == [
        ("Tomasz Wójcik: first, above Ruth", "Leads the hiring, says Priya.")
    ]
    put(client, "Tomasz Wójcik", "0")
    place = known("Tomasz Wójcik").place
    assert place is not None
    assert (place.words, place.why) == ("Off the line", "A thank-you, never a nudge, as you decided.")
    put(client, "Tomasz Wójcik", "title", "Marcus: Ruth makes the call.")
    assert (reader(), person("Tomasz Wójcik").rank) == ("Ruth Adeyemi", None)


def test_undo_of_an_order_comes_back_to_the_person(client: Client) -> None:
    put(client, "Tomasz Wójcik", "91", "Leads the hiring.")
    tomasz = person("Tomasz Wójcik")
    page = client.get(tomasz.get_absolute_url()).text
    change = Change.objects.get(sentence="Tomasz Wójcik: first, above Ruth")
    assert reverse("desk:undo", args=[change.pk]) in page
    answer = client.post(reverse("desk:undo", args=[change.pk]), {"next": tomasz.get_absolute_url()})
    assert answer.headers["Location"] == tomasz.get_absolute_url()
    assert person("Tomasz Wójcik").rank is None
    place = known("Tomasz Wójcik").place
    assert place is not None
    assert place.history == ()


@pytest.mark.parametrize("rank", ["101", "-1", "x", "1e1", "٣", "9" * 400])
def test_no_place_is_answered_with_a_sentence(client: Client, rank: str) -> None:
    address = reverse("desk:rank", args=[person("Tomasz Wójcik").pk])
    answer = client.post(address, {"rank": rank, "reason": "Because of this."})
    assert answer.status_code == 422
    assert answer.text.count("Choose one of the places.") == 2  # above, and beside the places
    assert "<title>Error: Tomasz Wójcik" in answer.text
    assert "Because of this." in answer.text
    assert person("Tomasz Wójcik").rank is None


def test_an_unknown_title_asks(client: Client) -> None:
    Person.objects.filter(name="Tomasz Wójcik").update(title="Wizard of Light Bulb Moments")
    place = known("Tomasz Wójcik").place
    assert place is not None
    assert (place.asks, place.why) == (
        True,
        "“Wizard of Light Bulb Moments” names no rank known here: say how senior it is.",
    )
    assert (
        '<details class="data rerank no-print" open>'
        in client.get(person("Tomasz Wójcik").get_absolute_url()).text
    )


def test_a_line_is_logged_with_the_person_chosen(client: Client) -> None:
    tomasz = person("Tomasz Wójcik")
    page = client.get(tomasz.get_absolute_url()).text
    candidacy = Candidacy.objects.get(company=tomasz.company)
    address = f"{reverse('candidacy:contact_new', args=[candidacy.pk])}?person={tomasz.pk}"
    assert f'href="{address}"' in page
    assert f'<option value="{tomasz.pk}" selected>Tomasz Wójcik</option>' in client.get(address).text
    assert client.get(address.replace(f"={tomasz.pk}", "=x")).status_code == 200


def test_who_did_not_interview_has_no_place(client: Client) -> None:
    assert known("Marcus Bell").place is None
    assert "Marcus did not interview" in client.get(person("Marcus Bell").get_absolute_url()).text


def test_somebody_with_whom_nothing_happened_yet(client: Client) -> None:
    new = Person.objects.create(company=person("Ruth Adeyemi").company, name="New Here")
    page = client.get(new.get_absolute_url())
    assert page.status_code == 200
    assert "Nothing has happened between you yet." in page.text


def test_every_page_of_the_story_opens(client: Client) -> None:
    for one in Person.objects.all():
        assert client.get(one.get_absolute_url()).status_code == 200, one.name


@pytest.mark.parametrize("notes", [1, 50])
def test_as_many_queries_for_fifty_notes_as_for_one(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, notes: int
) -> None:
    there = Interviewer.objects.filter(person__name="Tomasz Wójcik").first()
    assert there is not None
    for number in range(notes):
        note = Note.objects.create(interviewer=there, kind="challenge", mood="bad", text=f"Worry {number}")
        Note.objects.create(interviewer=there, kind="idea", text=f"Idea {number}", about=note)
    address = person("Tomasz Wójcik").get_absolute_url()
    client.get(address)
    with django_assert_max_num_queries(24):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Chief Operating Officer", "COO"),
        ("VP Data", "VP Data"),
        ("Fulfilment Manager", "Manager"),
        ("Director of Network Planning", "Director"),
        ("Vice President, Credit Risk", "Vice President"),
        ("", ""),
    ],
)
def test_short_titles(title: str, words: str) -> None:
    assert short(title) == words
