"""The funnel, the histogram, the thank-yous and the period, each counted by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from candidacy.history import Move, as_stored, moves, reached
from desk.insights.board import Board, board
from desk.insights.funnel import funnel, step
from desk.insights.histogram import Bar, bars, edges, most_within, usual
from desk.insights.lesson import lesson
from desk.insights.period import Period, preset
from desk.insights.thanking import by_hours, thanked
from desk.insights.waits import Trail
from tests.candidacy.cast import GB, MET, NUDGE, RULES, STORY, answered, at, facts, letter, on, talk, wrote

NOW = at("2026-11-20")
HOUR = dt.timedelta(hours=1)


def trail(stage: str = "applied", *events: Any, **more: Any) -> Trail:
    told = facts(stage, *events, **more)
    return Trail(told, GB, reached(told, (), NOW))


def seen_in(trails: list[Trail], period: Period) -> Board:
    return board([lesson(one, NOW, RULES) for one in trails], (), period, RULES.interview_silent)


class TestTheFunnel:
    @pytest.mark.parametrize(
        ("one", "level"),
        [
            (trail(applied_on=on("2026-11-02")), 0),
            (trail("applied", answered("2026-11-03"), applied_on=on("2026-11-02")), 0),
            (trail("applied", wrote("2026-11-03"), applied_on=on("2026-11-02")), 1),
            (trail("screening"), 1),
            (trail("applied", applied_on=on("2026-11-02"), closed_as="rejected"), 1),
            (trail("applied", applied_on=on("2026-11-02"), closed_as="laid_to_rest"), 0),
            (trail("interview", MET), 2),
            # As another tracker’s list may have it.
            (trail("interview"), 2),
            # Invited, and met nobody yet.
            (trail("interview", talk("2026-11-25T10:00")), 1),
            (trail("final", MET), 3),
            (trail("references"), 3),
            (trail("offer"), 4),
            (trail("interview", MET, closed_as="declined"), 4),
            (trail("interview", MET, closed_as="accepted"), 4),
        ],
        ids=str,
    )
    def test_how_far_one_came(self, one: Trail, level: int) -> None:
        came = step(one, NOW)
        assert came
        assert came.level == level

    def test_a_wish_is_no_application(self) -> None:
        assert step(trail("wishlist"), NOW) is None

    def test_whoever_came_further_came_there_too(self) -> None:
        all_of_them = [
            trail(applied_on=on("2026-11-02")),
            trail("interview", MET, closed_as="withdrawn"),
            trail("applied", wrote("2026-11-03"), closed_as="rejected"),
            trail("offer", MET, closed_as="accepted"),
        ]
        counted = funnel(one for each in all_of_them if (one := step(each, NOW)))
        assert (counted.reached, counted.lost, counted.lost_before_meeting) == ((4, 3, 2, 1, 1), 2, 1)


class TestTheHistogram:
    @pytest.mark.parametrize(
        ("line", "ends"),
        [
            (7, (1, 3, 5, 7, 10, 15)),
            (5, (1, 3, 5, 7, 10, 15)),
            (6, (1, 3, 5, 6, 10, 15)),
            (8, (1, 3, 5, 8, 10, 15)),
            (2, (1, 2, 5, 7, 10, 15)),
            (90, (1, 3, 5, 7, 10, 90)),
        ],
    )
    def test_bars_part_at_the_nudge_line(self, line: int, ends: tuple[int, ...]) -> None:
        assert edges(line) == ends

    def test_each_reply_stands_in_one_bar(self) -> None:
        assert bars([0, 1, 2, 7, 8, 16, 40], 7) == (
            Bar(0, 1, 2, late=False),
            Bar(2, 3, 1, late=False),
            Bar(4, 5, 0, late=False),
            Bar(6, 7, 1, late=False),
            Bar(8, 10, 1, late=True),
            Bar(11, 15, 0, late=True),
            Bar(16, None, 2, late=True),
        )

    @pytest.mark.parametrize(
        ("days", "usually", "most"),
        [([], None, None), ([3], 3, 3), ([1, 9], 1, 9), ([1, 2, 30], 2, 2), ([2, 4, 5, 9], 4, 5)],
    )
    def test_usual_and_most_are_true_of_the_days(
        self, days: list[int], usually: int | None, most: int | None
    ) -> None:
        assert (usual(days), most_within(days)) == (usually, most)
        if usually is not None and most is not None:
            assert sum(n <= usually for n in days) * 2 >= len(days)
            assert sum(n <= most for n in days) * 2 > len(days)


class TestThankYous:
    def test_the_time_counts_from_the_last_talk_that_it_covers(self) -> None:
        again = talk("2026-11-04T15:00", "2026-11-04T16:00", "ruth")
        told = facts("interview", MET, again, letter("2026-11-05T10:00"), letter("2026-11-05T18:00"))
        (only,) = thanked(told, NOW)
        assert (only.on, only.took) == (on("2026-11-04"), 18 * HOUR)

    def test_a_nudge_and_a_letter_to_somebody_else_are_none(self) -> None:
        assert thanked(facts("interview", MET, NUDGE, letter("2026-11-04", to="tom")), NOW) == []

    def test_each_stands_in_one_bar(self) -> None:
        took = [6, 6.5, 24, 24.5, 48, 100]
        told = [
            facts("interview", MET, letter((at("2026-11-03T11:00") + h * HOUR).isoformat()[:16]))
            for h in took
        ]
        found = [one for each in told for one in thanked(each, NOW)]
        assert by_hours(found) == (1, 1, 1, 2, 0, 1)


class TestThePeriod:
    def test_presets(self) -> None:
        today = on("2026-11-20")
        assert preset("year", today) == Period(on("2026-01-01"), chosen="year")
        assert preset("90", today) == Period(on("2026-08-22"), chosen="90")
        assert preset("ever", today) == Period()

    def test_everything_counts_by_the_day_it_began(self) -> None:
        one = trail("interview", *STORY, wrote("2026-11-13"), applied_on=on("2026-10-01"))
        early, late = (
            seen_in([one], Period(*map(on, days)))
            for days in (("2026-10-01", "2026-10-31"), ("2026-11-01", "2026-11-30"))
        )
        assert (early.candidacies, [s.total for s in early.stages], early.thanks.number) == (1, [1, 0, 0], 0)
        assert (late.candidacies, [s.total for s in late.stages], late.thanks.number) == (0, [0, 1, 0], 2)

    def test_a_candidacy_without_a_day_belongs_to_the_whole_search_alone(self) -> None:
        one = trail("screening")
        assert seen_in([one], Period()).candidacies == 1
        assert seen_in([one], Period(on("2020-01-01"))).candidacies == 0


class TestStages:
    def test_what_was_recorded_comes_before_what_follows(self) -> None:
        moved = (Move("interview", on("2026-11-01")), Move("final", on("2026-11-09")))
        told = facts("final", *STORY, applied_on=on("2026-10-01"))
        assert reached(told, moved, NOW) == {
            "applied": on("2026-10-01"),
            "interview": on("2026-11-01"),
            "final": on("2026-11-09"),
        }

    def test_a_move_back_takes_back_what_was_beyond(self) -> None:
        moved = (Move("final", on("2026-11-01")), Move("interview", on("2026-11-02")))
        assert reached(facts("interview"), moved, NOW) == {"interview": on("2026-11-02")}

    def test_the_last_of_two_talks_was_the_final_one(self) -> None:
        last = talk("2026-11-10T10:00", "2026-11-10T11:00")
        assert reached(facts("final", MET, last), (), NOW)["final"] == on("2026-11-10")
        # With one talk, or one still to come, nothing tells the day.
        assert reached(facts("final", MET), (), NOW)["final"] is None
        ahead = talk("2026-11-25T10:00")
        assert reached(facts("final", MET, last, ahead), (), NOW)["final"] is None

    def test_what_cannot_be_a_move_is_left_out(self) -> None:
        odd = [None, 3, [], {"stage": "final"}, {"stage": "won", "on": "2026-11-01"}, {"stage": [], "on": 1}]
        assert moves([*odd, as_stored("final", on("2026-11-01"))]) == (Move("final", on("2026-11-01")),)
