"""What the charts draw: lengths, parts, and the name that says it all."""

from __future__ import annotations

from desk.insights import charts
from desk.insights.board import AtStage, Replies, Thanks
from desk.insights.funnel import Funnel
from desk.insights.histogram import bars


def test_the_histogram_says_its_values_and_where_the_line_is() -> None:
    drawn = charts.of_replies(Replies((1, 2, 3, 3, 9), 7, bars((1, 2, 3, 3, 9), 7), 1))
    counts = "0–1: 1. 2–3: 3. 4–5: 0. 6–7: 0. 8–10: 1. 11–15: 0. 16+: 0."
    assert drawn.name == f"Unprompted replies by working days waited. {counts}"
    # The longest bar leaves room for its count.
    assert [one.size for one in drawn.bars] == ["29.3%", "88.0%", "0%", "0%", "29.3%", "0%", "0%"]
    assert (drawn.at, [one.strong for one in drawn.bars]) == (4, [False] * 4 + [True] * 3)


def test_the_funnel_says_each_part_of_the_step_before() -> None:
    drawn = charts.of_funnel(Funnel((31, 19, 14, 6, 1)))
    assert drawn.name.endswith(
        "Applied: 31. Heard back: 19, 61%. Interviewed: 14, 74%. Final round: 6, 43%. Offer: 1, 17%."
    )
    assert [one.size for one in drawn.bars] == ["100.0%", "61.3%", "45.2%", "19.4%", "3.2%"]


def test_after_nobody_there_is_no_part() -> None:
    drawn = charts.of_funnel(Funnel((2, 0, 0, 0, 0)))
    assert [(one.share, one.size) for one in drawn.bars][1:3] == [("0%", "0%"), ("", "0%")]


def test_a_stage_without_waits_has_no_row_and_a_part_of_nothing_none() -> None:
    rows = charts.of_stages([AtStage("applied", 5, 0, 3, 1, 0), AtStage("final", 0, 0, 0, 0, 0)])
    (only,) = rows
    assert only.name == "After applying: 5 replied unprompted, 0 after a nudge, 3 silent"
    assert only.parts == (("s1", 5, "62.5%"), ("s3", 3, "37.5%"))


def test_thank_yous_that_took_longer_than_a_day_stand_out() -> None:
    drawn = charts.of_thanks(Thanks(4, None, 3, (1, 0, 2, 0, 0, 1)))
    assert [one.strong for one in drawn.bars] == [False, False, False, True, True, True]
    assert drawn.name.startswith("Thank-yous by the time since the talk. Up to 6 hours: 1.")
