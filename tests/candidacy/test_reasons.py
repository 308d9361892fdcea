"""Why, in the words that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.candidacy.cast import (
    CLOSING,
    MET,
    NUDGE,
    RUTH,
    SECOND,
    STORY,
    facts,
    i_wrote,
    letter,
    on,
    promised,
    stands,
    talk,
    wrote,
)

if TYPE_CHECKING:
    from candidacy.clock import Facts

NO_DATE = "No date was promised, so your {}-day rule applies."


@pytest.mark.parametrize(
    ("moment", "recorded", "why"),
    [
        (
            "2026-11-17",
            facts("interview", *STORY),
            "No word since your thank-yous on Wednesday 4 November. " + NO_DATE.format("seven"),
        ),
        (
            "2026-11-17",
            facts("interview", MET, letter("2026-11-04")),
            "No word since your thank-you to Ruth on Wednesday 4 November. " + NO_DATE.format("seven"),
        ),
        (
            "2026-11-17",
            facts("applied", applied_on=on("2025-12-01")),
            "No word since you applied on Monday 1 December 2025. " + NO_DATE.format("ten"),
        ),
        (
            "2026-11-17",
            facts("interview", MET),
            "No word since your talk with Ruth and Marcus on Tuesday 3 November. " + NO_DATE.format("seven"),
        ),
        (
            "2026-11-17",
            facts("interview", i_wrote("2026-11-03", RUTH, channel="phone")),
            "No word since you called Ruth on Tuesday 3 November. " + NO_DATE.format("seven"),
        ),
        (
            "2026-11-17",
            facts("interview", wrote("2026-11-02", decision_on=on("2026-11-06"))),
            (
                "They promised a decision by Friday 6 November. "
                "Nothing since Marcus wrote on Monday 2 November."
            ),
        ),
        (
            "2026-11-11",
            facts("interview", *STORY),
            (
                "No word since your thank-yous on Wednesday 4 November. "
                "It counts as silence from Friday 13 November."
            ),
        ),
        (
            "2026-11-06",
            facts("interview", *STORY, wrote("2026-11-05", None, channel="phone")),
            (
                "Waiting since they called on Thursday 5 November. "
                "Without a word it turns silent on Monday 16 November."
            ),
        ),
        (
            "2026-11-06",
            promised("2026-11-20"),
            (
                "They asked for time until Friday 20 November. "
                "Without a word it turns silent on Tuesday 24 November."
            ),
        ),
        (
            "2026-11-23",
            promised("2026-11-20"),
            (
                "Their date was Friday 20 November. "
                "After two working days of grace it turns silent on Tuesday 24 November."
            ),
        ),
        (
            "2026-11-16",
            facts("interview", *STORY, NUDGE),
            (
                "You wrote to Ruth on Friday 13 November. "
                "Without an answer, a second letter is for Tuesday 24 November."
            ),
        ),
        (
            "2026-11-24T08:00",
            facts("interview", *STORY, NUDGE),
            (
                "No answer to your letter to Ruth of Friday 13 November. "
                "Seven working days have passed, so a second one can go, with a fresh angle."
            ),
        ),
        (
            "2026-11-25",
            facts("interview", *STORY, NUDGE, SECOND),
            (
                "Your second letter went to Ruth on Tuesday 24 November. "
                "Without an answer, let it rest on Tuesday 8 December."
            ),
        ),
        (
            "2026-12-08T08:00",
            facts("interview", *STORY, NUDGE, SECOND),
            (
                "No answer to your second letter to Ruth of Tuesday 24 November. "
                "Ten working days have passed, so you can let it rest, with a closing note if you like."
            ),
        ),
        (
            "2026-12-09",
            facts("interview", *STORY, NUDGE, SECOND, CLOSING),
            "Your closing note went to Ruth on Tuesday 8 December. You can lay this one to rest now.",
        ),
        (
            "2026-11-10",
            facts("interview", *STORY, snoozed_on=on("2026-11-09"), snoozed_until=on("2026-11-20")),
            "You set this aside on Monday 9 November, until Friday 20 November.",
        ),
        ("2026-11-03T10:30", facts("interview", MET), "Your talk with Ruth and Marcus is today."),
        (
            "2026-11-02",
            facts("interview", talk("2026-11-03T10:00")),
            "Your next talk is on Tuesday 3 November.",
        ),
        (
            "2026-11-17",
            facts("offer", wrote("2026-11-16", decision_on=on("2026-11-27"))),
            "Their offer is with you. They hope for your answer by Friday 27 November.",
        ),
        (
            "2026-11-28",
            facts("offer", wrote("2026-11-16", decision_on=on("2026-11-27"))),
            "Their offer is with you. They hoped for your answer by Friday 27 November.",
        ),
        (
            "2026-11-17",
            facts("offer", wrote("2026-11-16")),
            "Their offer is with you, so the next move is yours and nothing turns silent.",
        ),
        ("2026-11-17", facts("wishlist"), "It is on your wishlist, where nothing turns silent."),
        (
            "2026-11-17",
            facts("interview", *STORY, closed_on=on("2026-11-16"), closed_as="rejected"),
            "Closed on Monday 16 November: they said no.",
        ),
    ],
)
def test_every_state_says_why(moment: str, recorded: Facts, why: str) -> None:
    assert stands(moment, recorded).why == why
