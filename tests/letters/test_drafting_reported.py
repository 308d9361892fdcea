"""Notes that report what was said, and what was made of them: nobody's words bent, nothing asked twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from letters.drafting import draft
from letters.drafting.agreeing import disagrees
from letters.drafting.articles import determined
from letters.drafting.doubts import doubted
from letters.drafting.form import addressed
from letters.drafting.heard import CLAUSE_FORM
from letters.drafting.hearing import hear
from letters.drafting.ideas import proposed
from letters.drafting.mine import answered
from letters.drafting.questions import HOW, asked
from letters.drafting.shorthand import written_out
from letters.drafting.slips import spelled
from letters.drafting.words import cut, join
from letters.material import Person
from tests.letters.test_drafting_notes import ANA, note
from tests.letters.told import told


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("asked why people leave in winter", "why people leave in winter"),
        ("Ana asked me why trainees drop out", "why trainees drop out"),
        ("asked how drivers are paid", "how drivers are paid"),
        ("She asked me when the last project failed", "when the last project failed"),
        ("asked where I would begin", "where I would begin"),
        ("asked how many people do you lead", "how many people I lead"),
    ],
)
def test_a_reported_question_is_in_order_already(typed: str, text: str) -> None:
    assert (asked(typed).form, asked(typed).text) == (HOW, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("I asked her what she would mend first", "what she would mend first"),
        ("anything that bothers you?", "whether anything bothers you"),
    ],
)
def test_a_question_of_mine_is_understood_however_it_was_noted(typed: str, text: str) -> None:
    assert (asked(typed, mine=True).form, asked(typed, mine=True).text) == (HOW, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (
            "It turns out that there are 900 open claims and that half of them are lost",
            "there are 900 open claims and half of them are lost",
        ),
        ("She mentioned, rather proudly, that she still drives the van", "you still drive the van"),
        ("The yard, as she put it, is full by noon", "the yard is full by noon"),
        ("A ticket sold here earns her twice the fee", "a ticket sold here earns you twice the fee"),
        ("Ana is wrestling with the fact that nobody dares to cut a route", "nobody dares to cut a route"),
        ("letters to the council typed by hand", "letters to the council are typed by hand"),
        ("wants to know by six whether to open, never knows before eight",
         "you want to know by six whether to open, and never know before eight"),
        ("the council won't let her put prices up", "the council will not let you put prices up"),
        ("everybody says that his order is first", "everybody says that their order is first"),
        ("always two lifeguards short", "you are always two lifeguards short"),
        ("two technicians retire next year", "two technicians retire next year"),
        ("at first boats came in by the hour", "at first boats came in by the hour"),
        ("What goes wrong: O negative has been short since May", "O negative has been short since May"),
        ("no spares list", "there is no spares list"),
        ("sees no takings until the following Wednesday", "you see no takings until the following Wednesday"),
        ("runs out of bread by two, throws away cakes", "you run out of bread by two, and throw away cakes"),
        ("bookings fine in August, dead in May", "bookings are fine in August, and dead in May"),
        ("three heads in four years", "there have been three heads in four years"),
        (
            "It turns out that half of the people who come once never hear from the hall again",
            "half of the people who come once never hear from the hall again",
        ),
        ("He complained, quite cheerfully, that the bell is too loud", "the bell is too loud"),
        ("we cheer when somebody's case is upheld", "you cheer when somebody’s case is upheld"),
        ("everyone's been told", "everyone has been told"),
        # A verb that no list has
        ("The council rezones a field every spring", "the council rezones a field every spring"),
        ("two depots, one lorry", "there are two depots, and only one lorry"),
    ],
)  # fmt: skip
def test_what_they_said_is_told_as_they_meant_it(typed: str, text: str) -> None:
    found = hear(note(typed, "challenge"), ANA)
    assert found is not None
    assert (found.form, found.text) == (CLAUSE_FORM, text)


def test_a_goal_may_open_with_its_verb() -> None:
    found = hear(note("answer 95% of calls within a minute", "goal"), ANA)
    assert found is not None
    assert found.text == "you want to answer 95% of calls within a minute"


def test_they_are_who_the_note_before_names() -> None:
    """“Trainees quit” before it, and *they* are the trainees; else the house that the reader speaks for."""
    typed = note("They leave before the first real call", "fact")
    found = [hear(typed, replace(ANA, they=they)) for they in (True, False)]
    assert [one.text for one in found if one is not None] == [
        "you leave before the first real call", "they leave before the first real call",
    ]  # fmt: skip


def test_what_somebody_would_really_like_is_a_statement() -> None:
    found = hear(note("What she would really like, she said, is for guests to come back", "goal"), ANA)
    assert found is not None
    assert found.text == "what you would really like is for guests to come back"
    assert not found.named


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("I told her honestly that I know little, but that I can listen", "I know little, but I can listen"),
        ("I told the guests, opened another one and let them taste both",
         "I told the guests, opened another one and let them taste both"),
    ],
)  # fmt: skip
def test_an_answer_keeps_its_grammar(typed: str, text: str) -> None:
    found = answered(note(typed, "answer"), ANA)
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize(
    "words",
    [
        "two Saturdays a month",
        "full on a wet Tuesday in May",
        "every other Friday free",
        "dog owners out of season",
        "buy the crew tea, and ring head office",
        "a call each morning before they leave",
        "drivers who call in each Monday",
        "I am making a list",
        "the link to grant forms",
    ],
)
def test_no_small_word_goes_where_none_was_dropped(words: str) -> None:
    assert join(determined(cut(written_out(words)))) == words


@pytest.mark.parametrize(
    "sentence",
    [
        "You have two on Saturdays a month.",
        "A call each the morning would help.",
        "I am the making of a list.",
        "It costs your three times as much.",
    ],
)
def test_what_no_sentence_has_is_seen(sentence: str) -> None:
    assert disagrees(cut(sentence))


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("revenue -22% YoY", "revenue down 22% on last year"),
        ("no producer Mon-Wed", "no producer from Monday to Wednesday"),
        ("listen wk 1-4, report wk 12", "listen in weeks 1 to 4, report in week 12"),
        ("on the phones, 7-9am", "on the phones from 7 to 9 a.m."),
    ],
)
def test_spans_and_changes_are_written_out(typed: str, plain: str) -> None:
    assert written_out(typed) == plain


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("I would like to work the harvest with him", "I would like to work the harvest with you"),
        ("I said no to one, and he came to my wedding", "I said no to one, and he came to my wedding"),
    ],
)  # fmt: skip
def test_what_i_would_do_with_them_i_would_do_with_the_reader(reply: str, said: str) -> None:
    found = doubted(note("Ana wondered whether I can do it", "doubt", reply=reply), ANA)
    assert found is not None
    assert found.reply == said


def test_what_comes_second_in_an_idea_says_so() -> None:
    found = proposed(note("I could start by playing it on Fridays; then we would cut the rest", "idea"), ANA)
    assert found is not None
    assert (found.text, found.then) == ("playing it on Fridays", ("then we would cut the rest",))


def test_forms_that_no_english_sentence_has_are_put_right() -> None:
    material = told("fishfarm").material("fishfarm-p1")
    texts = {one.text for one in spelled(material).notes}
    assert "Two people are making the list, each one in own Excel" in texts
    assert "He has built his own boat" in texts


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("I said that I could imagine inviting the shops", "inviting the shops"),
        ("What I suggested was a single page for visitors", "a single page for visitors"),
        ("separate gate for lorries", "a separate gate for lorries"),
    ],
)
def test_an_idea_is_told_without_the_telling(typed: str, text: str) -> None:
    found = proposed(note(typed, "idea"), ANA)
    assert found is not None
    assert found.text == text


def test_an_aside_in_the_middle_parts_nothing() -> None:
    found = hear(note("She writes a rhyme about each of the cooks, she says, and keeps them", "detail"), ANA)
    assert found is not None
    assert found.text == "you write a rhyme about each of the cooks and keep them"


def test_an_idea_waits_for_the_trouble_that_it_answers() -> None:
    """What is held back for want of a sentence holds its idea back, and the writer is told."""
    panel = told("held")
    found = draft(panel.material("held-p1"))
    assert "card on the kettle" not in found.body
    assert any("waits for what it answers" in question for question in found.questions)


@pytest.mark.parametrize(
    ("name", "called"),
    [("The Very Revd Jonathan Amory", "Revd Amory"), ("Rt Hon Ann Grey", "Ann"), ("Theo Marsh", "Theo")],
)
def test_honours_are_no_name(name: str, called: str) -> None:
    assert addressed(Person("p", name)) == called
