"""What to ask: from what each person said, in words of its own for each, and at most eight."""

from __future__ import annotations

from interviews.questions import AT_MOST, Met, Question, questions

WORRIED = Met("Ruth", worries=("Fish thrown away",))
NEW = Met("Liam")


def test_a_worry_is_quoted_and_a_stranger_is_asked_something_open() -> None:
    assert questions([WORRIED, NEW]) == (
        Question(
            "What has been tried about this, and what did it teach you?", "Ruth", "about “Fish thrown away”"
        ),
        Question(
            "What should nobody change in the first three months?",
            "Liam",
            "you know nothing of Liam’s worries yet",
        ),
        Question("What keeps you awake about this?", "Liam", "the good, the bad and the ugly"),
        Question("What happens next, and by when?", "Both", "the answer sets your clock"),
    )


def test_a_question_of_mine_without_a_reply_comes_back() -> None:
    asked = Met("Ana", worries=("Logins",), unanswered=(("Who decides?", "3 November"),))
    assert [(one.text, one.why) for one in questions([asked])][1] == (
        "Who decides?",
        "you asked on 3 November, and no reply is noted",
    )


def test_the_news_goes_to_the_first_of_them() -> None:
    asked = questions([WORRIED, NEW], newest="Cold store opens in Leith")
    assert [one for one in asked if "news" in one.why] == [
        Question("What does it change for you?", "Ruth", "from the news: “Cold store opens in Leith”")
    ]


def test_no_two_of_a_panel_are_asked_the_same() -> None:
    panel = [Met(name, worries=("Stock",)) for name in ("Ana", "Ben", "Cy", "Di")]
    asked = [one.text for one in questions(panel)]
    assert len(asked) == len(set(asked)) == 5


def test_a_dozen_people_get_eight_questions_and_the_last_is_what_happens_next() -> None:
    asked = questions([Met(f"P{number}") for number in range(12)], newest="News")
    assert len(asked) == AT_MOST
    assert [one.whom for one in asked[-2:]] == ["Everyone", "Everyone"]


def test_nobody_named_yet() -> None:
    assert [one.whom for one in questions([])] == ["Everyone", "Everyone"]


def test_a_long_quote_is_cut_between_words() -> None:
    long = Met("Ruth", worries=("every depot has its own spreadsheet, " * 5,))
    assert questions([long])[0].why == (
        "about “every depot has its own spreadsheet, every depot has its own spreadsheet, every …”"
    )


def test_my_own_come_first_and_what_sets_the_clock_stays_last() -> None:
    own = [Question(f"Mine {n}?", "Ana", "your own", n) for n in range(1, 10)]
    asked = questions([WORRIED, NEW], own=own[:5])
    assert [one.text for one in asked[:5]] == [f"Mine {n}?" for n in range(1, 6)]
    assert len(asked) == AT_MOST
    assert asked[-1].text == "What happens next, and by when?"
    assert len(questions([WORRIED, NEW], own=own)) == 11
