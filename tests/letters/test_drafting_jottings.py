"""Notes as they are jotted after a call: what a letter puts right, and what it never makes of them."""

from __future__ import annotations

import pytest

from letters.drafting.heard import CLAUSE_FORM, NOUN_FORM, SPOKEN_FORM
from letters.drafting.hearing import hear
from letters.drafting.ideas import proposed
from letters.drafting.mine import answered, as_order
from letters.drafting.questions import asked, stands
from tests.letters.test_drafting_notes import ANA, note


@pytest.mark.parametrize(
    ("typed", "form", "told"),
    [
        # What is set against something else stays beside it, in its own rhythm
        (
            "We do not run out of beds, we run out of mornings",
            CLAUSE_FORM,
            "you do not run out of beds, you run out of mornings",
        ),
        # One thing, bare, takes its article; what cannot be counted does not
        (
            "night shift sees nobody from head office",
            CLAUSE_FORM,
            "the night shift sees nobody from head office",
        ),
        ("bread goes stale by four", CLAUSE_FORM, "bread goes stale by four"),
        # A second verb, with or without its "and"
        (
            "Gets the file with no photos and drives 60 miles",
            CLAUSE_FORM,
            "you get the file with no photos and drive 60 miles",
        ),
        (
            "throwing bread away in Clifton, sold out by ten in Bedminster",
            CLAUSE_FORM,
            "you are throwing bread away in Clifton, and sold out by ten in Bedminster",
        ),
        # People who act
        (
            "11 officers signed off early last year, all for one reason: relief did not come",
            CLAUSE_FORM,
            "eleven officers signed off early last year, all for one reason: relief did not come",
        ),
        # A noun, and a clause after it
        (
            "savings target of 1.2m and the phones are 60% of the budget",
            CLAUSE_FORM,
            "there is a savings target of 1.2m, and the phones are 60% of the budget",
        ),
        (
            "PPE checks; everyone signs; nobody looks",
            NOUN_FORM,
            "PPE checks: everyone signs, nobody looks",
        ),
        # The sign is the verb
        ("missed bins = 20% of calls", CLAUSE_FORM, "missed bins are 20% of calls"),
        # A dash explains
        ("Tried a wiki in 2021 - 14 pages", CLAUSE_FORM, "you tried a wiki in 2021: 14 pages"),
        (
            "vessel days wasted - crew goes out, wrong part on board, comes back",
            NOUN_FORM,
            "vessel days wasted: the crew goes out, the wrong part on board, comes back",
        ),
        # Marks round the words, and inside them
        ("'Handlers don't trust us'", SPOKEN_FORM, "Handlers don't trust us"),
        (
            "members don't know what 'the council' means",
            CLAUSE_FORM,
            "members do not know what ‘the council’ means",
        ),
    ],
)
def test_a_jotting_of_theirs(typed: str, form: str, told: str) -> None:
    found = hear(note(typed), ANA)
    assert found is not None
    assert (found.form, found.text) == (form, told)


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("one lease template all six partners will sign off on", True),
        ("A game out in autumn without one weekend worked", True),
        ("That people stop sighing", True),
        ("Outstanding at the next inspection, but not at the cost of the mud kitchen", True),
        ("Wants a museum that is never finished", False),
        ("To be paperless by spring", False),
    ],
)
def test_a_goal_is_not_told_as_if_it_were_so(typed: str, *, named: bool) -> None:
    found = hear(note(typed, "goal"), ANA)
    assert found is not None
    assert found.named is named
    assert not found.text.lower().startswith("that ")


def test_a_second_clause_about_somebody_is_one_by_itself() -> None:
    found = hear(note("builds ships in bottles, she is proud of them", "detail"), ANA)
    assert found is not None
    assert (found.third, found.then) == ("builds ships in bottles", ("you are proud of them",))


@pytest.mark.parametrize(
    ("spoken", "firm"),
    [
        ("How do you say no to a captain?", True),
        ("What would you stop doing?", True),
        ("Would you stop a consultant?", True),
        ("Have you ever been up a tower?", False),
        ("Ever been inside a flooded house?", False),
        ("What is the biggest mistake you made?", False),
        ("Tell me about the worst day you have had", False),
        ("What did you dislike about our museum?", False),
        ("what do you read", False),
        ("Which hire do you regret?", False),
    ],
)
def test_an_answer_is_stood_by_only_where_there_is_something_to_stand_by(spoken: str, *, firm: bool) -> None:
    assert stands(asked(spoken)) is firm


def test_being_inside_a_flooded_house_is_asked_in_whole_words() -> None:
    assert (
        asked("ever been inside a flooded house?").text == "whether I have ever been inside a flooded house"
    )


@pytest.mark.parametrize(
    ("typed", "form", "text"),
    [
        (
            "Closed it in nine months, paid everyone",
            "did",
            "I closed it in nine months, and paid everyone",
        ),
        ("late, and tell people on the day I know", "leaning", "late, and tell people on the day I know"),
        (
            "One late relief costs about what she earns in two months",
            "stated",
            "one late relief costs about what she earns in two months",
        ),
        ("Yes. I have, twice.", "leaning", "yes, I have, twice"),
    ],
)
def test_a_jotting_of_my_answer(typed: str, form: str, text: str) -> None:
    found = answered(note(typed, "answer"), ANA)
    assert found is not None
    assert (found.form, found.text) == (form, text)


def test_what_i_would_do_is_no_report_of_what_i_did() -> None:
    found = answered(note("Put on an apron, shorten the menu, keep the queue moving", "answer"), ANA)
    assert found is not None
    assert (as_order(found).form, as_order(found).text) == (
        "order",
        "put on an apron, shorten the menu and keep the queue moving",
    )


@pytest.mark.parametrize(
    ("typed", "form", "text", "then"),
    [
        (
            "ten-minute call the day after, I write it up, they correct it",
            "thing",
            "a ten-minute call the day after",
            ("I would write it up, and they would correct it",),
        ),
        (
            "pharmacist on two wards, writes up the medicines",
            "thing",
            "a pharmacist on two wards, who writes up the medicines",
            (),
        ),
        (
            "monthly cash forecast on one page, read out at the meeting",
            "thing",
            "a monthly cash forecast on one page, read out at the meeting",
            (),
        ),
        ("I come in at 4 once a fortnight", "stated", "I could come in at 4 once a fortnight", ()),
        ("alarm goes to three phones", "stated", "the alarm goes to three phones", ()),
        (
            "freeze the plan at three; anything later waits unless Ana agrees",
            "order",
            "freeze the plan at three",
            ("anything later waits unless you agree",),
        ),
    ],
)
def test_a_jotting_of_an_idea(typed: str, form: str, text: str, then: tuple[str, ...]) -> None:
    found = proposed(note(typed, "idea"), ANA)
    assert found is not None
    assert (found.form, found.text, found.then) == (form, text, then)
