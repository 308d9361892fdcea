"""What in a finished sentence still looks like a note, and that letters written by hand pass."""

from __future__ import annotations

import re

import pytest

from letters.anatomy import anatomy
from letters.drafting.jotted import (
    AGREEMENT,
    AND,
    ARTICLE,
    BARE_VERB,
    CAPITAL,
    COLONS,
    SHORT,
    SIGN,
    SPLICE,
    SUBJECT,
    TAIL,
    jotted,
    split_at_splice,
)
from tests.letters.written import PANELS, letters


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("Costs per bed rose +9%.", SIGN),
        ("I would start with a par stock = 3.", SIGN),
        ("I would start with par stock x 3.", SHORT),
        ("I would try a 10-min handover at the board.", SHORT),
        ("You run short of linen every wkend.", SHORT),
        ("The fans were ordered Feb, still in crates.", SHORT),
        ("You asked how u would sort the queue.", SHORT),
        ("You want three shops by easter.", CAPITAL),
        ("If I joined, my first move would be photograph every defect.", BARE_VERB),
        ("My first step would be bring the teams together.", BARE_VERB),
        ("Three has left since June.", AGREEMENT),
        ("You saw one difficulty, that you has doubts.", AGREEMENT),
        ("What I heard is that people with a kids are chaos.", AGREEMENT),
        ("The guy quit after five month.", AGREEMENT),
        ("I would the telephone the family first.", AGREEMENT),
        ("The benches were the mine to fill.", AGREEMENT),
        ("You put it briefly: the letter came, response late.", TAIL),
        ("You have nine housekeepers, was 14.", TAIL),
        ("You make your own atchar, gave me a jar.", TAIL),
        ("New hires are gone in three weeks, heat.", TAIL),
        ("Your horse is named Invoice, which.", TAIL),
        ("You laughed, and you was right.", AGREEMENT),
        ("Blames the airport for everything.", SUBJECT),
        ("Been up at half past two for six years.", SUBJECT),
        ("If I joined, my first move would be roster six weeks before.", ARTICLE),
        ("The people blame airport.", ARTICLE),
        ("It is recognised since 2023, I can bring the paper.", SPLICE),
        ("Drivers bid on trips by seniority, they like knowing.", SPLICE),
        ("I would say it again: first: the truth.", COLONS),
    ],
)
def test_what_looks_like_a_note(sentence: str, fault: str) -> None:
    assert fault in jotted(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you for the hour on Tuesday.",
        "Marks & Spencer and the R&D team share a dock, 24/7.",
        "All I would do at first is listen.",
        "If it were easy, somebody would have done it.",
        "One of you has to sign, and each of them is free to say no.",
        "Would the team read it?",
        "One photo per short pallet, an owner, and a date.",
        "I learned his name, walked him out, and told him when he could come back.",
        "However it turns out, I am glad we spoke.",
        "“Flour up 30%, price same,” you said.",
        "I would start with a social worker at a table by the door, borrowed from the county.",
        "We do not run out of beds, we run out of mornings.",
        "I closed up alone four nights a week for two years, the boiler included.",
        "There are five two-week trials and a sales call.",
    ],
)
def test_what_does_not(sentence: str) -> None:
    assert jotted(sentence) == ()


def test_a_name_that_is_known_has_its_capital() -> None:
    named = frozenset({"yarra", "freight", "deakin", "mark"})
    assert jotted("You lose forty bikes a month to the yarra.", named) == (CAPITAL,)
    assert jotted("You move freight and mark the pallets.", named) == ()


def test_and_joins_what_belongs_together() -> None:
    before = "Absenteeism is 11% on Mondays."
    assert jotted("And you want to promote from inside.", before=before) == (AND,)
    assert jotted("And it is worse on Mondays.", before=before) == ()


def test_a_splice_is_two_sentences() -> None:
    spliced = "it is recognised since 2023, I can bring the paper"
    assert split_at_splice(spliced) == "it is recognised since 2023. I can bring the paper"
    assert split_at_splice("it is fear, and I know it") == "it is fear, and I know it"


def sentences(text: str) -> list[str]:
    return [
        one.strip()
        for one in re.split(r"(?<=[.?!”])\s+(?=[A-Z“0-9])", anatomy(text).body_text)
        if one.strip()
    ]


def test_letters_written_by_hand_pass() -> None:
    """Those without a fault of any kind, each sentence once."""
    good = [one for file in PANELS for one in letters(file).values() if not one.stop | one.look]
    said = {sentence for letter in good for sentence in sentences(letter.text)}
    spoken = {sentence: found for sentence in said if (found := jotted(sentence))}
    assert len(said) > 100
    assert spoken == {}
