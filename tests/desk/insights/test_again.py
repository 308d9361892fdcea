"""Questions and worries that come again: in other words, at two companies at least."""

from __future__ import annotations

import datetime as dt

import pytest

from desk.insights.again import Said, questions, themes

DAY = dt.date(2026, 11, 1)


def said(*pairs: tuple[str, str]) -> list[Said]:
    """What each company said, the first the latest."""
    return [
        Said(n, text, company, "Somebody", DAY - dt.timedelta(days=n))
        for n, (company, text) in enumerate(pairs)
    ]


def grouped(*pairs: tuple[str, str]) -> list[list[int]]:
    return [[one.key for one in group.times] for group in questions(said(*pairs))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Why did you leave your last job?", "Why are you leaving your present role?"),
        ("Tell me about yourself.", "Can you tell me a bit about yourself?"),
        ("Where do you see yourself in five years?", "Where would you like to be in 5 years’ time?"),
        ("What is your greatest weakness?", "What would you say your weaknesses are?"),
        ("What are your salary expectations?", "What salary are you looking for?"),
        ("How do you handle conflict in a team?", "How do you manage conflict between two team members?"),
        ("Describe a time you failed.", "Tell us about a failure and what it taught you."),
        ("What would you do in your first 90 days?", "What would your first ninety days look like?"),
        (
            "How do you get a night shift to trust a number?",
            "How would you win the trust of the night shift?",
        ),
        ("Warum haben Sie Ihre letzte Stelle verlassen?", "Warum möchten Sie Ihre Stelle verlassen?"),
        ("Why us?", "WHY US"),
    ],
)
def test_one_question_in_two_wordings(one: str, other: str) -> None:
    assert grouped(("Harbour", one), ("Meridian", other)) == [[0, 1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What would you do in your first week?", "What would you do in your first 90 days?"),
        ("Why do you want to work here?", "Why do you want to leave?"),
        ("How do you handle conflict in a team?", "How do you handle a late delivery?"),
        ("What is your greatest weakness?", "What is your greatest strength?"),
        ("Why us?", "Why now?"),
        ("Tell me about a budget you cut.", "Tell me about yourself."),
    ],
)
def test_two_questions(one: str, other: str) -> None:
    assert grouped(("Harbour", one), ("Meridian", other)) == []


def test_one_company_alone_is_no_pattern() -> None:
    asked = ("Harbour", "Why did you leave?")
    assert grouped(asked, asked) == []
    assert grouped(asked, asked, ("Meridian", "Why are you leaving?")) == [[0, 1, 2]]


def test_the_latest_wording_stands_above_and_most_companies_come_first() -> None:
    found = questions(
        said(
            ("A", "What salary do you expect?"),
            ("B", "What are your salary expectations?"),
            ("A", "Why are you leaving?"),
            ("B", "Why did you leave?"),
            ("C", "Why did you leave them?"),
        )
    )
    assert [(one.text, one.companies) for one in found] == [
        ("Why are you leaving?", 3),
        ("What salary do you expect?", 2),
    ]


def words(*pairs: tuple[str, str], names: tuple[str, ...] = ()) -> list[tuple[str, list[int]]]:
    return [(one.word, [note.key for note in one.times]) for one in themes(said(*pairs), names)]


def test_a_worry_that_two_companies_share() -> None:
    assert words(
        ("A", "Drivers leave; the rota changes weekly"),
        ("B", "Every depot has its own spreadsheet and its own truth."),
        ("C", "We lose nurses every winter, and the rota is a mess."),
        ("C", "The rota again."),
    ) == [("rota", [0, 2, 3])]


def test_words_of_every_workplace_and_numbers_and_names_are_no_worry() -> None:
    assert (
        words(
            ("A", "The people at Wexley say the team needs 12 more days, says Ruth."),
            ("B", "Our team lost 12 people to Wexley. Ruth knows."),
            names=("Wexley Search", "Ruth Adeyemi"),
        )
        == []
    )


def test_of_words_that_stand_together_one_is_shown() -> None:
    assert words(
        ("A", "The night shift cannot be filled"), ("B", "Nobody wants the night shift"), ("C", "Claims")
    ) in ([("night", [0, 1])], [("shift", [0, 1])])
