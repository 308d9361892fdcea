"""Rough notes: whose a line is, which box it belongs in, and nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.rough import guess_box, sort_rough

MIRIAM, STEVEN, WILL, TOMASZ = 1, 2, 3, 4
PEOPLE = {MIRIAM: "Miriam Castell", STEVEN: "Dr Steven Park", WILL: "Will Grant", TOMASZ: "Tomasz Wójcik"}


def whose(text: str) -> tuple[dict[int, list[str]], list[str]]:
    """The lines of each person, and those that came back."""
    found = sort_rough(text, PEOPLE)
    return {
        person: [line for lines in boxes.values() for line in lines]
        for person, boxes in found.by_person.items()
    }, found.unsorted


@pytest.mark.parametrize(
    "line",
    [
        "Miriam: hates double entry",
        "miriam: hates double entry",
        "Castell: hates double entry",
        "Miriam Castell: hates double entry",
        "M. Castell – hates double entry",
        "M Castell - hates double entry",
        "MC: hates double entry",
        "M.C.: hates double entry",
        "Ms Castell: hates double entry",
        "- Miriam: hates double entry",
        "* Miriam - hates double entry",
        "Miriam said hates double entry",
        "Miriam (Operations): hates double entry",
        "**Miriam:** hates double entry",
        "Miriam told me that hates double entry",
        "Miriam C.: hates double entry",
        "From Miriam: hates double entry",
    ],
)
def test_a_line_that_begins_with_a_name(line: str) -> None:
    assert whose(line) == ({MIRIAM: ["hates double entry"]}, [])


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Miriam hates double entry", MIRIAM),
        ("- Miriam’s team signs for pallets nobody saw", MIRIAM),
        ("Steven wants one log", STEVEN),
        ("Park wants one log", STEVEN),
        ("Dr Park wants one log", STEVEN),
        ("Wojcik wants one metric", TOMASZ),
        ("The rota worries Tomasz most", TOMASZ),
        ("I promised Miriam the one-pager", MIRIAM),
        ("How would you start? (Steven)", STEVEN),
    ],
)
def test_a_sentence_with_a_name_stays_whole(line: str, person: int) -> None:
    assert whose(line) == ({person: [line.removeprefix("- ")]}, [])


def test_headings_hold_for_the_lines_below() -> None:
    text = (
        "Miriam\n- hates double entry\n- two fixes failed\n\nSteven Park:\nasked about nights\nMC\nkeeps bees"
    )
    assert whose(text) == (
        {
            MIRIAM: ["hates double entry", "two fixes failed", "keeps bees"],
            STEVEN: ["asked about nights"],
        },
        [],
    )


def test_a_heading_may_name_the_box() -> None:
    text = "## Miriam\nUgly:\ndoors 9 and 12\nPromises:\nthe loss figures\nSteven: idea: one log"
    found = sort_rough(text, PEOPLE)
    assert found.by_person == {
        MIRIAM: {"ugly": ["doors 9 and 12"], "they_will": ["the loss figures"]},
        STEVEN: {"idea": ["one log"]},
    }


def test_two_names_before_a_colon_share_the_line() -> None:
    assert whose("Miriam and Steven: the rota is broken") == (
        {MIRIAM: ["the rota is broken"], STEVEN: ["the rota is broken"]},
        [],
    )
    assert whose("Miriam & Steven both want one log") == (
        {MIRIAM: ["Miriam & Steven both want one log"], STEVEN: ["Miriam & Steven both want one log"]},
        [],
    )


def test_whoever_speaks_first_has_the_line() -> None:
    assert whose("Miriam says Steven worries about covenants")[0] == {
        MIRIAM: ["Steven worries about covenants"]
    }


@pytest.mark.parametrize(
    "line",
    [
        "nobody is named here",
        "the rota worries Miriam and Steven",
        "Will send the deck by Friday",
        "will it scale?",
        "Parking is a nightmare",
        "Company:",
        "a park near the depot",
    ],
)
def test_what_names_nobody_comes_back(line: str) -> None:
    assert whose(line) == ({}, [line])


def test_another_heading_ends_a_persons_lines() -> None:
    assert whose("Miriam:\nhates forms\nThe company:\n300 people") == (
        {MIRIAM: ["hates forms"]},
        ["The company:", "300 people"],
    )


def test_a_name_of_two_people_is_nobodys() -> None:
    found = sort_rough("Ana: keeps bees\nAna Ruiz: sails", {1: "Ana Ferreira", 2: "Ana Ruiz"})
    assert (found.by_person, found.unsorted) == ({2: {"detail": ["sails"]}}, ["Ana: keeps bees"])


def test_a_name_that_is_a_word_needs_its_colon() -> None:
    assert whose("Will: short of drivers\nWill Grant wants drivers\nGrant money runs out") == (
        {WILL: ["short of drivers", "Will Grant wants drivers"]},
        ["Grant money runs out"],
    )


def test_a_paragraph_is_sorted_sentence_by_sentence() -> None:
    text = (
        "Miriam: asked how I forecast a heatwave. She worries that three planners retire next spring and"
        " nothing is written down. Good: the apprentices are keen. Her daughter starts at Dr. Hale’s school."
        " Idea: record one planner a week. Then make it a page each."
    )
    assert sort_rough(text, PEOPLE).by_person == {
        MIRIAM: {
            "asked": ["How I forecast a heatwave"],
            "bad": ["She worries that three planners retire next spring and nothing is written down"],
            "good": ["The apprentices are keen"],
            "detail": ["Her daughter starts at Dr. Hale’s school"],
            "idea": ["Record one planner a week. Then make it a page each."],
        }
    }


def test_a_sentence_that_goes_on_stays_with_the_one_before() -> None:
    text = (
        "Miriam: the gates stick in the frost. It has been so for years. The night shift is short of people."
    )
    assert sort_rough(text, PEOPLE).by_person == {
        MIRIAM: {
            "fact": ["The gates stick in the frost. It has been so for years."],
            "bad": ["The night shift is short of people"],
        }
    }


def test_a_short_word_ends_a_sentence_where_it_is_no_abbreviation() -> None:
    text = "Miriam: They said no. Steven asked what we cost. No. 7 is the worst gate."
    assert sort_rough(text, PEOPLE).by_person == {
        MIRIAM: {"fact": ["They said no"]},
        STEVEN: {"asked": ["Steven asked what we cost. No. 7 is the worst gate."]},
    }


def test_a_sentence_about_somebody_else_goes_to_them() -> None:
    text = (
        "Miriam: asked about nights. Steven worries about covenants. He restores a Lambretta. Tomasz: any"
        " questions?"
    )
    assert sort_rough(text, PEOPLE).by_person == {
        MIRIAM: {"asked": ["Asked about nights"]},
        STEVEN: {"bad": ["Steven worries about covenants"], "detail": ["He restores a Lambretta"]},
        TOMASZ: {"asked": ["Any questions?"]},
    }


@pytest.mark.parametrize(
    ("line", "box"),
    [
        ("How would you win over a night shift?", "asked"),
        ("asked how I would start", "asked"),
        ("wanted to know about the Corrie story", "asked"),
        ("“Have you ever switched a system off?”", "asked"),
        ("hates double entry", "ugly"),
        ("what keeps Miriam awake: quarter-end", "ugly"),
        ("worries about the handover", "bad"),
        ("two fixes failed", "bad"),
        ("covenant breaches get lost in e-mail", "bad"),
        ("loves the whiteboard", "excited"),
        ("proud of the apprentices", "excited"),
        ("would love to be paperless by spring", "excited"),
        ("promised the loss figures by Friday", "they_will"),
        ("will send the pay band", "they_will"),
        ("she’ll introduce me to Ana", "they_will"),
        ("I’ll send the one-pager", "you_will"),
        ("send the one-pager by Monday", "you_will"),
        ("I promised Miriam the sheet", "you_will"),
        ("decide by 6 November", "decide"),
        ("decision in two or three weeks", "decide"),
        ("will let me know next week", "decide"),
        ("shortlist on Friday", "decide"),
        ("I could start with doors 9 and 12", "idea"),
        ("idea: a two-week trial", "idea"),
        ("maybe one log with an owner", "idea"),
        ("keeps bees on the roof", "detail"),
        ("two kids at the school next door", "detail"),
        ("He restores a 1968 Lambretta.", "detail"),
        ("sings in the works choir", "detail"),
        ("rows on the tideway on Sundays", "detail"),
        ("plays the cello", "detail"),
        ("the lorry plays up in the cold", "fact"),
        ("Marketing collects leads by hand", "fact"),
        ("Data rows are duplicated every night", "fact"),
        ("Finance plays it safe", "fact"),
        ("Legal collects signatures on paper", "fact"),
        ("Team coaches new starters for two weeks", "fact"),
        ("plays a central role in the merger", "fact"),
        ("wondered whether I had led more than six people", "doubt"),
        ("not sure I know freight", "doubt"),
        ("I told the Corrie Foods story", "told"),
        ("I asked what nobody should change", "you_asked"),
        ("claims halved since spring", "good"),
        ("a team of six", "fact"),
    ],
)
def test_the_box_a_line_belongs_in(line: str, box: str) -> None:
    assert guess_box(line) == box


LINE = st.sampled_from(
    [
        "Miriam:",
        "Steven said no",
        "MC – bees",
        "hates it",
        "- one",
        "?",
        "Tomasz",
        "Will",
        "🙂",
        "a\tb",
        "1. x",
        "Ugly:",
    ]
)


@given(st.lists(LINE | st.text("abMC: -\t#", max_size=8), max_size=8))
def test_nothing_is_lost(lines: list[str]) -> None:
    found = sort_rough("\n".join(lines), PEOPLE)
    there = " ".join(
        [
            *found.unsorted,
            *(line for boxes in found.by_person.values() for kept in boxes.values() for line in kept),
        ]
    )
    names = {"miriam", "steven", "mc", "m.c", "tomasz", "will", "ugly", "said", "m", "c"}
    for word in " ".join(lines).replace(":", " ").split():
        bare = word.strip("#*_=:-–•.1")
        assert not bare or bare.casefold() in names or bare in there
