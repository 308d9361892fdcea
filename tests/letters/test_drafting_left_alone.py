"""What was whole stays whole: no article too many, nobody's question turned round, no name put right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from letters.drafting.articles import determined
from letters.drafting.doubts import doubted
from letters.drafting.promises import promised
from letters.drafting.questions import asked
from letters.drafting.slips import spelled
from letters.drafting.usable import voice_for
from letters.drafting.words import cut, join
from tests.letters.panels import load

if TYPE_CHECKING:
    from letters.material import Material, NoteText

PANEL = load("freight_silent")
MATERIAL: Material = PANEL.material(PANEL.expected["letters"][0]["to"])
NOTE: NoteText = MATERIAL.notes[0]
VOICE = voice_for(MATERIAL, MATERIAL.reader)


@pytest.mark.parametrize(
    "words",
    [
        "I would telephone the family before I opened any ledger",
        "three hundred a month at home in front of school",
        "the lift is always out of order",
        "the trainee went back to school",
        "two of its five shops were mine to run",
        "people with kids are tired by noon",
        "first I count the empty shelves",
        "what came in last year by post",
    ],
)
def test_a_sentence_with_its_articles_gets_no_more(words: str) -> None:
    assert join(determined(cut(words), opens=True)) == words


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("wants team to leave on time once a week", "wants the team to leave on time once a week"),
        ("lost between door and bench, one a child's", "lost between the door and the bench, one a child's"),
    ],
)
def test_the_article_of_a_rate_or_a_part_tells_nothing(words: str, whole: str) -> None:
    assert join(determined(cut(words))) == whole


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What should I learn first?", "what I should learn first"),
        ("How do I win over the night shift?", "how I win over the night shift"),
        ("What would you change if you could?", "what you would change if you could"),
    ],
)
def test_in_my_own_question_everybody_stays_who_they_are(question: str, told: str) -> None:
    assert asked(question, mine=True).text == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did you learned from a mistake?", "what I learned from a mistake"),
        ("Which of your projects is the best?", "which of my projects is the best"),
    ],
)
def test_a_question_of_theirs_is_asked_of_me(question: str, told: str) -> None:
    assert asked(question).text == told


@pytest.mark.parametrize(
    ("doubt", "told"),
    [
        ("You have only worked for one school.", "I have only worked for one school"),
        ("Not sure you would stay", "I would stay"),
        ("Would I be bored", "I would be bored"),
        ("Wondered about managing people older than you", "managing people older than me"),
        ("Wondered whether I have the patience", "I have the patience"),
    ],
)
def test_in_a_doubt_of_theirs_it_is_me_that_is_meant(doubt: str, told: str) -> None:
    found = doubted(replace(NOTE, kind="doubt", text=doubt, reply="I would"), VOICE)
    assert found is not None
    assert found.text == told


@pytest.mark.parametrize(
    ("promise", "do"),
    [
        (
            "I will send to her the form which we used in Otley.",
            "send you the form which we used in Otley",
        ),
        ("I told her I'd send the rota", "send the rota"),
        ("told him that I would call on him", "call on you"),
    ],
)
def test_a_promise_is_made_to_the_reader(promise: str, do: str) -> None:
    found = promised(replace(NOTE, kind="promise", by="me", text=promise), VOICE)
    assert found is not None
    assert found.do == do


@pytest.mark.parametrize(
    "text",
    ["bread from matakana", "the seeds of katakena", "one hour, rostered and paid", "screeding is late"],
)
def test_a_word_that_no_dictionary_has_stays_as_it_was_typed(text: str) -> None:
    material = replace(MATERIAL, notes=(replace(NOTE, text=text),))
    assert spelled(material).notes[0].text == text


def test_a_slip_of_the_keyboard_is_put_right() -> None:
    material = replace(MATERIAL, notes=(replace(NOTE, text="the warehuose is cold"),))
    assert spelled(material).notes[0].text == "the warehouse is cold"


def test_what_is_left_out_is_asked_about() -> None:
    from letters.drafting import draft

    unread = replace(NOTE, key="odd", kind="promise", by="me", text="her and him, both")
    found = draft(replace(MATERIAL, notes=(*MATERIAL.notes, unread)))
    assert "What did you promise in “her and him, both”? Put it as “I will …”." in found.questions
