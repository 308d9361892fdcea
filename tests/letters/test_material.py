"""What a letter is made from, as it is read from the records."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidacy.models import Candidacy, Company, Development, News, Person
from interviews.models import Interview, Interviewer, Note
from letters.material import ME, DevelopmentText, EarlierLetter, NewsText, NoteText, TalkText
from letters.material import Person as Reader
from letters.models import Letter
from letters.queries import material_of
from tests.letters.story import TEXT, Cast, at, silence

if TYPE_CHECKING:
    from letters.material import Material

NOW = at("2026-11-12T09:00")


def known(story: Cast, now: dt.datetime = NOW, **more: Any) -> Material:
    return material_of(story.draft(**more), now)


def test_talks_are_those_held_with_whoever_was_there(story: Cast) -> None:
    priya = Person.objects.create(company=story.candidacy.company, name="Priya Nair")
    Interviewer.objects.create(interview=story.talk, person=priya, present=False)
    second = Interview.objects.create(
        candidacy=story.candidacy, starts_at=at("2026-11-02T09:00"), channel="phone", place="Leith"
    )
    for moment, cancelled in (("2026-11-20T09:00", False), ("2026-11-05T09:00", True)):
        Interview.objects.create(candidacy=story.candidacy, starts_at=at(moment), cancelled=cancelled)
    other = Candidacy.objects.create(company=story.candidacy.company, role="Data Engineer", stage="applied")
    spring = Interview.objects.create(candidacy=other, starts_at=at("2026-04-07T10:00"))
    Interviewer.objects.create(interview=spring, person=priya)
    found = known(story)
    assert found.talks == (
        TalkText(
            second.key, at("2026-11-02T09:00"), channel="phone", place="Leith", stage="interview", people=()
        ),
        TalkText(
            story.talk.key,
            at("2026-11-03T10:00"),
            at("2026-11-03T11:00"),
            channel=story.talk.channel,
            stage="interview",
            people=(story.ruth.key, story.tomasz.key),
        ),
    )
    assert found.other_talks == (
        TalkText(
            spring.key, at("2026-04-07T10:00"), channel=spring.channel, stage="applied", people=(priya.key,)
        ),
    )


def test_a_note_says_who_said_it_and_what_it_is_about(story: Cast) -> None:
    Note.objects.all().delete()
    asked = story.note(story.tomasz, "question", "How long would you stay?", share="private")
    mine = story.note(story.tomasz, "answer", "Years.", about=asked, reply="Good.", due_on="2026-11-13")
    other = Candidacy.objects.create(company=story.candidacy.company, role="Data Engineer", stage="applied")
    spring = Interview.objects.create(candidacy=other, starts_at=at("2026-04-07T10:00"))
    seat = Interviewer.objects.create(interview=spring, person=story.ruth)
    there = Note.objects.create(
        interviewer=seat, kind="challenge", text="Four depots.", mood="bad", by=story.ruth
    )
    found = known(story)
    whose = story.tomasz.key, story.talk.key
    assert found.notes == (
        NoteText(asked.key, "question", asked.text, *whose, by=story.tomasz.key, share="private"),
        NoteText(
            mine.key, "answer", "Years.", *whose, by=ME, about=asked.key, reply="Good.",
            due_on=dt.date(2026, 11, 13),
        ),
    )  # fmt: skip
    assert found.other_notes == (
        NoteText(
            there.key, "challenge", "Four depots.", story.ruth.key, spring.key, "bad", by=story.ruth.key
        ),
    )


def test_people_are_those_met_then_colleagues_then_the_reader(story: Cast) -> None:
    agency = Company.objects.create(name="Bridge Recruiting")
    elsewhere = Company.objects.create(name="Quay Logistics")
    Company.objects.create(name="Fjord Freight")
    agent = Person.objects.create(company=agency, name="Jo Bell", relation="agency")
    colleague = Person.objects.create(company=story.candidacy.company, name="Ada Berg")
    met = Person.objects.create(company=elsewhere, name="Priya Nair")
    Interviewer.objects.create(interview=story.talk, person=met, present=False)
    found = known(story, to=agent)
    order = (story.ruth, story.tomasz, met, colleague, agent)
    assert found.people == tuple(Reader(one.key, one.name, one.title, one.relation) for one in order)
    assert found.reader == found.people[-1]
    assert found.other_companies == ("Fjord Freight",)


def test_letters_tell_what_they_used_and_the_one_being_written_is_left_out(story: Cast) -> None:
    silence(story)
    idea, detail = Note.objects.get(kind="idea"), Note.objects.get(kind="detail")
    first, second = Letter.objects.order_by("pk")
    Note.objects.filter(pk=detail.pk).update(position=2)
    first.notes.set([detail, idea])
    development, news = Development.objects.first(), News.objects.first()
    assert development is not None
    assert news is not None
    Letter.objects.filter(pk=second.pk).update(development=development, news=news, hand_edited=True)
    story.sent("2026-11-30T09:00")
    other = story.draft(to=story.tomasz, body="Dear Tomasz,\n\nMore.", kind="nudge")
    found = known(story).letters
    assert found == (
        EarlierLetter(
            first.key, story.ruth.key, "thank_you", sent_at=at("2026-11-04T09:00"), subject=first.subject,
            body=first.body, notes=(idea.key, detail.key),
        ),
        EarlierLetter(
            second.key, story.tomasz.key, "thank_you", sent_at=at("2026-11-04T09:00"), subject=second.subject,
            body=second.body,
            development=development.key, news=news.key, hand_edited=True,
        ),
        EarlierLetter(
            other.key, story.tomasz.key, "nudge", "draft", subject="The cold store", body=other.body
        ),
    )  # fmt: skip


def test_what_has_not_happened_yet_is_left_out(story: Cast) -> None:
    silence(story)
    company = story.candidacy.company
    Development.objects.create(company=company, title="Later", published_on="2026-11-13")
    undated = Development.objects.create(company=company, title="Some day", summary="S", unread=True)
    News.objects.create(text="Later", happened_on="2026-11-13")
    Development.objects.create(company=Company.objects.create(name="Quay"), title="Elsewhere")
    found = known(story)
    assert [one.title for one in found.developments] == [
        "Cold store opens in Leith", "Supermarkets sign a pledge", "Some day",
    ]  # fmt: skip
    assert found.developments[0].published_on == dt.date(2026, 11, 10)
    assert found.developments[-1] == DevelopmentText(undated.key, "Some day", summary="S", unread=True)
    forecast = News.objects.get(happened_on="2026-11-09")
    assert found.news[0] == NewsText(forecast.key, forecast.text, dt.date(2026, 11, 9))
    assert len(found.news) == 2


def test_as_many_queries_for_a_little_as_for_much(story: Cast) -> None:
    letter, asked = story.draft(), []
    for n in range(2):
        for k in range(8 * n):
            person = Person.objects.create(company=story.candidacy.company, name=f"Person {k}")
            Interviewer.objects.create(interview=story.talk, person=person)
            story.note(person, "fact", f"Fact {k}.")
            story.sent(to=person, body=TEXT).notes.set(Note.objects.all())
        with CaptureQueriesContext(connection) as queries:
            material_of(letter, NOW)
        asked.append(len(queries))
    assert asked == [10, 10]
