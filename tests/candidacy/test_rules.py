"""The numbers of the clock: their defaults, their ranges, and what is stored of them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from candidacy.clock import Rules, rule_fields


def test_every_number_has_its_words() -> None:
    for rule in rule_fields():
        assert rule.label
        assert rule.unit
        assert rule.reason.endswith(".")
        assert rule.least <= rule.default <= rule.most


def test_fields_keep_the_order_of_the_page() -> None:
    groups = list(dict.fromkeys(rule.group for rule in rule_fields()))
    assert groups == ["Silence", "Following up", "Thank-yous", "Sending", "Year end"]


def test_days_of_a_stage() -> None:
    assert Rules().of_stage("applied") == (5, 10)
    assert Rules().of_stage("offer") is None
    assert Rules().of_stage("wishlist") is None


def test_only_what_differs_is_stored_and_read_back() -> None:
    mine = Rules(interview_silent=9)
    assert mine.differing() == {"interview_silent": 9}
    assert Rules.from_differing(mine.differing()) == mine
    assert Rules.from_differing({}) == Rules()


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ({"patience": 3}, "The clock has no number called patience."),
        ({"interview_silent": 0}, "Interviewing, silent after: take a whole number from 1 to 90."),
        ({"interview_silent": "7"}, "Interviewing, silent after: take a whole number from 1 to 90."),
        ({"interview_silent": True}, "Interviewing, silent after: take a whole number from 1 to 90."),
        ({"interview_quiet": 8}, "Interviewing, quiet after 8, but silent after 7: quiet comes first."),
        ({"friday_until": 25}, "On Fridays not after: take a whole number from 0 to 24."),
    ],
)
def test_impossible_numbers_are_refused_in_words(stored: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        Rules.from_differing(stored)
