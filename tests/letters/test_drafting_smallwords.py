"""The small words that hurried notes drop, put back: articles, verbs, what joins two parts."""

from __future__ import annotations

import pytest

from letters.drafting.articles import determined
from letters.drafting.doubts import doubted
from letters.drafting.fillers import plainly
from letters.drafting.heard import CLAUSE_FORM, LISTED_FORM, NOUN_FORM
from letters.drafting.hearing import hear
from letters.drafting.ideas import proposed
from letters.drafting.mine import answered
from letters.drafting.questions import asked
from letters.drafting.shorthand import written_out
from letters.drafting.words import article, cut, join
from tests.letters.test_drafting_notes import ANA, note


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("how do u deal w/ ppl who hide mistakes", "how do you deal with people who hide mistakes"),
        ("scared of it tbh", "scared of it"),
        ("restart from 4 hrs → 90 min", "restart from 4 hours to 90 minutes"),
        ("NPS 12 -> 31", "NPS from 12 to 31"),
        ("bill EUR 9k/month", "bill €9k a month"),
        ("cost/parcel", "cost per parcel"),
        ("crews late 2x/wk", "crews late twice a week"),
        ("9 days avg to close", "9 days on average to close"),
        ("open > 6 months", "open over 6 months"),
        ("churn ~18% & rising", "churn about 18% and rising"),
        ("40% calls are people chasing", "40% of calls are people chasing"),
        ("down every Thurs", "down every Thursday"),
        ("occupancy 91% Jul", "occupancy 91% in July"),
        ("pulled out in nov", "pulled out in November"),
        # What may be something else stays as it is
        ("Sat in on calls", "Sat in on calls"),
        ("IT and HR", "IT and HR"),
        ("singt im Kirchenchor und ist stolz", "singt im Kirchenchor und ist stolz"),
    ],
)
def test_shorthand_and_signs_are_written_out(typed: str, told: str) -> None:
    assert written_out(typed) == told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("cold chain log had gap of 40 minutes", "cold chain log had a gap of 40 minutes"),
        ("samples wait at hatch until nurse comes", "samples wait at the hatch until the nurse comes"),
        ("half of girls left before end of term", "half of the girls left before the end of the term"),
        ("agency sends people without certificate", "agency sends people without a certificate"),
        ("the van comes Monday", "the van comes on Monday"),
        ("nobody was ready in first 90 days", "nobody was ready in the first 90 days"),
        # Nothing was dropped
        (
            "I would phone the donor before I wrote the letter",
            "I would phone the donor before I wrote the letter",
        ),
        ("the lift is always out of order", "the lift is always out of order"),
        ("one lift always out of order", "one lift always out of order"),
        ("you write cards at home in front of football", "you write cards at home in front of football"),
        ("four of them were mine to fill", "four of them were mine to fill"),
        ("people with kids are late", "people with kids are late"),
        ("student went back to school", "student went back to school"),
        ("gone the day before Good Friday", "gone the day before Good Friday"),
        (
            "you are on site at night and go to work by bike",
            "you are on site at night and go to work by bike",
        ),
        ("one ward at a time, room by room", "one ward at a time, room by room"),
        ("analyser stops at bay 2", "analyser stops at bay 2"),
        ("you want feedback and morale", "you want feedback and morale"),
        ("detentions are set and not sat", "detentions are set and not sat"),
        ("prices are set by whoever shouts", "prices are set by whoever shouts"),
        ("a floor price by week that all can see", "a floor price by week that all can see"),
        ("one owner from first call to final letter", "one owner from first call to final letter"),
        ("the errors start in week one", "the errors start in week one"),
    ],
)
def test_an_article_is_put_back_only_where_one_was_dropped(typed: str, told: str) -> None:
    assert join(determined(cut(typed))) == told


@pytest.mark.parametrize(
    ("typed", "kind", "form", "told"),
    [
        (
            "subcontractors don't turn up, no comeback",
            "challenge",
            CLAUSE_FORM,
            "subcontractors do not turn up, and there is no comeback",
        ),
        (
            "62 days avg to close a defect, was 30 two yrs ago",
            "challenge",
            CLAUSE_FORM,
            "it takes 62 days on average to close a defect, and it took 30 two years ago",
        ),
        (
            "two systems - COINS + a spreadsheet, neither right",
            "challenge",
            CLAUSE_FORM,
            "there are two systems, COINS and a spreadsheet, and neither is right",
        ),
        (
            "samples lost between reception + bench, 4 last month, one a child's",
            "challenge",
            CLAUSE_FORM,
            "samples are lost between reception and the bench, four last month, one a child’s",
        ),
        (
            "CAPAs open > 6 months, 31 of them",
            "challenge",
            CLAUSE_FORM,
            "CAPAs have been open for over six months, 31 of them",
        ),
        (
            "rooms not ready till 5 most Saturdays, guests in lobby w/ bags",
            "challenge",
            CLAUSE_FORM,
            "rooms are not ready till 5 on most Saturdays, with guests in the lobby with bags",
        ),
        (
            "agency bill EUR 9k/month, budget 3",
            "challenge",
            CLAUSE_FORM,
            "the agency bill is €9k a month, against a budget of 3",
        ),
        ("3 left since June", "challenge", CLAUSE_FORM, "three have left since June"),
        ("UKAS visit in March - scared of it tbh", "challenge", NOUN_FORM, "the UKAS visit in March"),
        (
            "retentions - holding £1.2m back, doesn't change anything",
            "challenge",
            NOUN_FORM,
            "retentions: you are holding £1.2m back, and it does not change anything",
        ),
        (
            "taxi strike → nobody gets in",
            "challenge",
            LISTED_FORM,
            "taxi strike, then nobody gets in",
        ),
        ("nights = 2 ppl for 3 benches", "fact", CLAUSE_FORM, "nights mean two people for three benches"),
        (
            "swims in the sea all yr round, Cromer",
            "detail",
            CLAUSE_FORM,
            "you swim in the sea all year round",
        ),
        (
            "wants team to leave on time once a week",
            "goal",
            CLAUSE_FORM,
            "you want the team to leave on time once a week",
        ),
    ],
)
def test_a_telegraphic_note_is_told_in_whole_words(typed: str, kind: str, form: str, told: str) -> None:
    found = hear(note(typed, kind), ANA)
    assert found is not None
    assert (found.form, found.text) == (form, told)


def test_what_follows_by_itself_is_a_sentence_of_its_own() -> None:
    found = hear(note("analyser 2 down every Thurs, owners left", "challenge"), ANA)
    assert found is not None
    assert (found.text, found.then) == ("analyser 2 is down every Thursday", ("the owners have left",))


@pytest.mark.parametrize(
    ("typed", "form", "told"),
    [
        (
            "Stopped line at Norwood when log had gap of 40 mins, cost us £9k",
            "did",
            "I stopped the line at Norwood when the log had a gap of 40 minutes, which cost us £9k",
        ),
        (
            "rotated phones so no one did more than 3 hrs",
            "did",
            "I rotated phones so nobody did more than three hours",
        ),
        (
            "Yes but only w/ photo + date, did it twice at Severn Power",
            "leaning",
            "yes but only with a photo and a date, and I did it twice at Severn Power",
        ),
        ("I go first - tell them my worst one", "did", "I go first: I tell them my worst one"),
        # No article goes before what says how
        ("Early, in person", "leaning", "early, in person"),
        ("Thank you, and then nothing", "leaning", "thank you, and then nothing"),
        ("Slowly, and with a plan", "leaning", "slowly, and with a plan"),
        (
            "Clover Mill: restart went from 4 hrs → 90 min",
            "did",
            "at Clover Mill, the restart went from four hours to 90 minutes",
        ),
    ],
)
def test_my_answer_gets_its_subject(typed: str, form: str, told: str) -> None:
    found = answered(note(typed, "answer"), ANA)
    assert found is not None
    assert (found.form, found.text) == (form, told)


@pytest.mark.parametrize(
    ("typed", "form", "told", "then"),
    [
        (
            "weekly defects board w/ subbies in the room, start w/ one site",
            "thing",
            "a weekly defects board with subbies in the room, starting with one site",
            (),
        ),
        (
            "log analyser faults by hour for a month, pattern will show",
            "order",
            "log analyser faults by hour for a month",
            ("the pattern will show",),
        ),
        (
            "CAPA clinic Fri 30 min, close or kill",
            "thing",
            "a CAPA clinic on Friday, 30 minutes, close or kill",
            (),
        ),
        (
            "photograph every defect same day so retention argument is over in 1 wk",
            "order",
            "photograph every defect the same day so the retention argument is over in one week",
            (),
        ),
        ("tag on the handlebar", "thing", "a tag on the handlebar", ()),
    ],
)
def test_an_idea_is_a_thing_or_something_to_do(
    typed: str, form: str, told: str, then: tuple[str, ...]
) -> None:
    found = proposed(note(typed, "idea"), ANA)
    assert found is not None
    assert (found.form, found.text, found.then) == (form, told, then)


@pytest.mark.parametrize(
    ("typed", "form", "told"),
    [
        ("never worked in housebuilding", "that", "I have never worked in housebuilding"),
        ("no food-science degree?", "that", "I have no food-science degree"),
        ("wonders if I'd be bored, smaller lab", "whether", "I would be bored"),
    ],
)
def test_a_doubt_is_told_of_me(typed: str, form: str, told: str) -> None:
    found = doubted(note(typed, "doubt"), ANA)
    assert found is not None
    assert (found.form, found.text) == (form, told)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("what wd you do in first 90 days", "what I would do in the first 90 days"),
        ("do I clean rooms myself?", "whether I clean rooms myself"),
        ("how fast could I turn the Saturdays round", "how fast I could turn the Saturdays round"),
    ],
)
def test_a_question_in_hurried_words(typed: str, told: str) -> None:
    assert asked(typed).text == told


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        (
            "okay so the main thing was they are short like fourteen drivers",
            "they are short fourteen drivers",
        ),
        (
            "a guy who is not enough of a, you know, a people person",
            "a guy who is not enough of a people person",
        ),
        (
            "she wants every kid in on time, that's the number",
            "she wants every kid in on time. That's the number",
        ),
    ],
)
def test_what_is_said_to_fill_time_is_left_out(spoken: str, told: str) -> None:
    assert plainly(spoken) == told


@pytest.mark.parametrize(
    ("phrase", "told"),
    [("NHBC rating", "an"), ("UKAS visit", "a"), ("NASA test", "a"), ("SOP", "an"), ("hourly log", "an")],
)
def test_initials_take_the_article_of_how_they_are_spoken(phrase: str, told: str) -> None:
    assert article(phrase) == told
