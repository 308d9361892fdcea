"""Letters after silence: what Hal writes to Ruth and Tomasz at Stanhope Museum when weeks go by."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from letters.drafting import draft
from letters.drafting.measure import content
from letters.material import (
    ME,
    DevelopmentText,
    EarlierLetter,
    Material,
    NewsText,
    NoteText,
    Person,
    TalkText,
)

NOON = datetime(2026, 9, 2, 12, 0, tzinfo=UTC)
RUTH, TOMASZ = Person("ruth", "Ruth Kessler", "Director"), Person("tomasz", "Tomasz Zielinski", "Registrar")


def note(key: str, kind: str, text: str, person: str = "ruth", **more: object) -> NoteText:
    by = ME if kind in ("answer", "idea", "my_question", "promise") else person
    return NoteText(key, kind, text, person, interview=f"talk-{person}", **{"by": by, **more})  # type: ignore[arg-type]  # by, share and dates pass through


LOANS = note("loans", "challenge", "Loans go out with a form that is retyped three times", mood="bad")
STORE = note("store", "challenge", "The store floods every February", mood="ugly")
SHEET = note("sheet", "idea", "one loan sheet that travels with the crate", about="loans")
SHELF = note("shelf", "idea", "lift the bottom shelf of every bay by a hand", about="store")
BEES = note("bees", "detail", "Ruth keeps bees on the museum roof")
SENT = EarlierLetter(
    "first", "ruth", "thank_you", "sent", NOON, "Loans, and one idea",
    "Dear Ruth,\n\nThank you for the talk. Loans go out with a form that is retyped three times. I would "
    "start with one loan sheet that travels with the crate.\n\nKind regards,\nHal", notes=("loans", "sheet"),
)  # fmt: skip
TALK = "Dear Ruth,\n\nThank you for the talk.\n\nKind regards,\nHal"


def material(*notes: NoteText, kind: str = "nudge", to: Person = RUTH, **more: object) -> Material:
    start = NOON - timedelta(days=1)
    talks = tuple(
        TalkText(f"talk-{one.key}", start, start + timedelta(minutes=45), people=(one.key,))
        for one in (RUTH, TOMASZ)
    )
    known = Material(
        sender="Hal Brennan", company="Stanhope Museum", role="Collections Manager", kind=kind, reader=to,
        now=NOON + timedelta(days=14), candidacy="museum", people=(RUTH, TOMASZ), talks=talks, notes=notes,
        letters=(SENT,),
    )  # fmt: skip
    return replace(known, **more)  # type: ignore[arg-type]  # fields of the dataclass


def used(known: Material) -> set[str]:
    return {key for sentence in draft(known).sentences for key in sentence.sources}


def test_a_nudge_names_the_idea_of_the_earlier_letter_and_leaves_small_talk_out() -> None:
    known = material(LOANS, SHEET, BEES)
    first = draft(known).sentences[0]
    assert "2 September" in first.text
    assert "one loan sheet" in first.text
    assert first.sources == ("first", "sheet")
    assert "bees" not in used(known)


def test_without_any_news_a_nudge_takes_up_what_no_letter_has() -> None:
    known = material(LOANS, SHEET, STORE, SHELF)
    found = draft(known)
    texts = [sentence.text for sentence in found.sentences]
    remark = next(at for at, text in enumerate(texts) if "the store floods every February" in text)
    assert "lift the bottom shelf of every bay by a hand" in texts[remark + 1]
    assert [question.split()[0] for question in found.questions] == ["Has", "What"]


def test_a_remark_without_an_idea_is_asked_about_and_not_answered() -> None:
    found = draft(material(LOANS, SHEET, STORE))
    assert {key for sentence in found.sentences for key in sentence.sources} == {"first", "sheet", "store"}
    assert "the store floods every February" in found.body


def test_where_nothing_is_left_to_say_a_nudge_is_short_and_asks_for_more() -> None:
    found = draft(material(LOANS, SHEET, BEES))
    assert 40 <= len(content(found.body).split()) <= 80
    assert used(material(LOANS, SHEET, BEES)) == {"first", "sheet"}
    assert len(found.questions) == 2


def test_a_second_nudge_brings_a_note_that_no_letter_has_and_looks_not_back() -> None:
    nudge = replace(
        SENT, key="second", kind="nudge", sent_at=NOON + timedelta(days=9), notes=("sheet",),
        body="Dear Ruth,\n\nOn 2 September I wrote to you about one loan sheet.\n\nKind regards,\nHal",
    )  # fmt: skip
    known = material(LOANS, SHEET, STORE, BEES, kind="second_nudge", letters=(SENT, nudge))
    found = draft(known)
    assert used(known) == {"store"}
    assert "2 September" not in found.body
    assert "loan" not in content(found.body)


def test_a_second_nudge_with_nothing_fresh_asks_one_question_and_no_more() -> None:
    known = material(LOANS, SHEET, kind="second_nudge")
    first, *rest = draft(known).sentences
    assert first.text.startswith(("Only one question this time: ", "One question, and no more: "))
    assert [sentence.text for sentence in rest if ":" in sentence.text] == []


@pytest.mark.parametrize("kind", ["nudge", "closing"])
def test_two_colleagues_are_not_written_to_in_the_same_sentences(kind: str) -> None:
    late = note("late", "challenge", "The register is a year behind", "tomasz")
    letters = (SENT, replace(SENT, key="other", to="tomasz", body=TALK.replace("Ruth", "Tomasz"), notes=()))
    notes = (LOANS, SHEET, BEES, late)
    texts = [
        {sentence.text for sentence in draft(material(*notes, kind=kind, to=to, letters=letters)).sentences}
        for to in (RUTH, TOMASZ)
    ]
    assert texts[0] & texts[1] == set()


def test_a_closing_note_takes_along_what_was_kind_and_never_a_trouble() -> None:
    bodies = [draft(material(STORE, BEES, kind="closing", number=number)).body for number in range(8)]
    assert not any("floods" in body for body in bodies)
    assert any("you keep bees on the museum roof" in body for body in bodies)


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        (
            "Stanhope Museum wins three-year loan contract",
            "Stanhope Museum has won a three-year loan contract",
        ),
        ("Council approves new store at Leith", "the council has approved a new store at Leith"),
        ("Stanhope Museum to reopen the east wing", "Stanhope Museum is to reopen the east wing"),
        # Whether "faces" or "record" is the verb nobody can tell
        ("Museum trust faces record deficit", "“Museum trust faces record deficit”"),
    ],
)
def test_a_headline_becomes_a_sentence_where_its_verb_is_sure(headline: str, said: str) -> None:
    happened = DevelopmentText("d1", headline, date(2026, 9, 8))
    assert said in draft(material(LOANS, SHEET, developments=(happened,))).body


@pytest.mark.parametrize(
    ("news", "said"),
    [
        ("Gave a talk to the registrars about moths", "I gave a talk to the registrars about moths"),
        ("Built environment course at Leeds", "built environment course at Leeds"),
        ("Told the whole story of the crate at a conference", "I told the whole story of the crate"),
    ],
)
def test_my_news_is_told_as_something_i_did(news: str, said: str) -> None:
    item = NewsText("w1", news, date(2026, 9, 10))
    assert said in draft(material(LOANS, SHEET, news=(item,))).body
