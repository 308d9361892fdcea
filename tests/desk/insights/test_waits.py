"""Waits for a word of theirs, counted by hand: weekends and holidays out, by the clock’s own rules."""

from __future__ import annotations

from typing import Any

import pytest

from candidacy.calendar import WorkCalendar
from desk.insights.waits import Nudge, Trail, Wait, waits
from tests.candidacy.cast import (
    CLOSING,
    GB,
    MET,
    NUDGE,
    RULES,
    SECOND,
    STORY,
    answered,
    at,
    facts,
    i_wrote,
    letter,
    maybe,
    on,
    talk,
    wrote,
)

LATER = "2027-03-01"


def seen(
    *events: Any, now: str = LATER, stage: str = "interview", reached: Any = None, **more: Any
) -> tuple[list[Wait], list[Nudge]]:
    trail = Trail(facts(stage, *events, **more), more.pop("calendar", GB), reached or {})
    return waits(trail, at(now), RULES)


def ended(*events: Any, **more: Any) -> list[tuple[str, str, int | None]]:
    """After what, how, and in how many working days each wait ended."""
    return [(one.after, one.outcome, one.days) for one in seen(*events, **more)[0]]


class TestReplies:
    def test_an_application_is_answered_on_the_third_working_day(self) -> None:
        # Applied on Thursday 5 November; Friday, Monday, Tuesday the 10th.
        found, _ = seen(wrote("2026-11-10"), stage="applied", applied_on=on("2026-11-05"), now="2026-11-11")
        assert found == [Wait(on("2026-11-05"), "applied", "replied", 3)]

    def test_an_automatic_receipt_is_no_reply(self) -> None:
        found = ended(
            answered("2026-11-06"),
            wrote("2026-11-10"),
            stage="applied",
            applied_on=on("2026-11-05"),
            now="2026-11-11",
        )
        assert found == [("applied", "replied", 3)]

    def test_the_thank_you_is_what_the_days_count_from(self) -> None:
        # Talk on Tuesday the 3rd, letters on Wednesday the 4th, word on Monday the 9th.
        assert ended(*STORY, wrote("2026-11-09"), now="2026-11-10") == [("interviewed", "replied", 3)]

    def test_two_lines_of_one_day_are_one_answer(self) -> None:
        lines = (wrote("2026-11-09T09:00"), wrote("2026-11-09T15:00"))
        assert ended(*STORY, *lines, now="2026-11-10") == [("interviewed", "replied", 3)]

    def test_a_word_that_holds_me_off_begins_a_wait_of_its_own(self) -> None:
        lines = (wrote("2026-11-09"), wrote("2026-11-13"))
        assert ended(*STORY, *lines, now="2026-11-14") == [
            ("interviewed", "replied", 3),
            ("interviewed", "replied", 4),
        ]

    def test_while_they_wait_for_me_i_do_not_wait(self) -> None:
        # They ask on the 9th; I answer on the 12th, and hear on the 13th.
        lines = (wrote("2026-11-09", needs_reply=True), i_wrote("2026-11-12"), wrote("2026-11-13"))
        assert [one[2] for one in ended(*STORY, *lines, now="2026-11-14")] == [3, 1]

    def test_a_question_that_i_left_open_is_no_wait_of_mine(self) -> None:
        lines = (wrote("2026-11-09", needs_reply=True), wrote("2026-11-13"))
        assert [one[2] for one in ended(*STORY, *lines, now="2026-11-14")] == [3]

    def test_holidays_and_the_turn_of_the_year_do_not_count(self) -> None:
        # From Wednesday 23 December to Monday 4 January: the pause, and no working day but that Monday.
        found = ended(wrote("2027-01-04"), stage="applied", applied_on=on("2026-12-23"), now="2027-01-05")
        assert found == [("applied", "replied", 1)]

    def test_the_days_are_those_of_the_companys_country(self) -> None:
        # Monday 4 May 2026 is a holiday in Britain (the early May bank holiday) and none in Germany.
        def days(country: str) -> int | None:
            told = facts("applied", wrote("2026-05-05"), applied_on=on("2026-04-30"))
            found, _ = waits(Trail(told, WorkCalendar(country)), at("2026-05-06"), RULES)
            return found[0].days

        # Friday 1 May is a holiday in Germany and none in Britain: two days each, but not the same two.
        assert (days("GB"), days("DE"), days("US")) == (2, 2, 3)


class TestTalks:
    def test_a_talk_that_they_had_arranged_is_no_reply(self) -> None:
        found = ended(
            wrote("2026-10-29"), MET, stage="applied", applied_on=on("2026-10-26"), now="2026-11-04"
        )
        assert found == [("applied", "replied", 3)]

    def test_a_talk_that_nothing_announced_is_a_reply_of_unknown_day(self) -> None:
        assert ended(MET, applied_on=on("2026-10-26"), now="2026-11-04") == [("applied", "replied", None)]

    def test_a_cancelled_talk_is_none(self) -> None:
        called_off = talk("2026-11-03T10:00", "2026-11-03T11:00", cancelled=True)
        assert ended(called_off, stage="applied", applied_on=on("2026-10-26"), now="2026-11-04") == []

    def test_after_the_final_round(self) -> None:
        last = talk("2026-11-10T10:00", "2026-11-10T11:00", "ruth")
        found = ended(
            *STORY,
            wrote("2026-11-06"),
            last,
            wrote("2026-11-12"),
            stage="final",
            reached={"final": on("2026-11-06")},
            now="2026-11-13",
        )
        assert found == [("interviewed", "replied", 2), ("final", "replied", 2)]


class TestNudges:
    def test_an_answered_nudge_is_no_unprompted_reply(self) -> None:
        found, nudges = seen(*STORY, NUDGE, wrote("2026-11-17"), now="2026-11-18")
        # Nudged on the seventh working day after the letters of the 4th, answered two later.
        assert found == [Wait(on("2026-11-04"), "interviewed", "after_nudge", 7)]
        assert nudges == [Nudge(on("2026-11-13"), "interviewed", answered=True, days=2)]

    def test_of_two_nudges_the_second_is_answered(self) -> None:
        _, nudges = seen(*STORY, NUDGE, SECOND, wrote("2026-11-25"), now="2026-11-26")
        assert nudges == [
            Nudge(on("2026-11-13"), "interviewed", answered=False),
            Nudge(on("2026-11-24"), "interviewed", answered=True, days=1),
        ]

    def test_a_nudge_still_in_its_time_is_not_counted(self) -> None:
        # The second letter is due seven working days after the first: on Tuesday the 24th.
        assert seen(*STORY, NUDGE, now="2026-11-23") == ([], [])
        found, nudges = seen(*STORY, NUDGE, now="2026-11-24")
        assert found == [Wait(on("2026-11-04"), "interviewed", "silent", 14)]
        assert nudges == [Nudge(on("2026-11-13"), "interviewed", answered=False)]

    def test_what_i_send_after_a_nudge_does_not_begin_the_wait_anew(self) -> None:
        found, _ = seen(*STORY, NUDGE, i_wrote("2026-11-16"), wrote("2026-11-17"), now="2026-11-18")
        assert found == [Wait(on("2026-11-04"), "interviewed", "after_nudge", 7)]

    @pytest.mark.parametrize(("now", "counted"), [("2026-12-07", 1), ("2026-12-08", 2)])
    def test_the_second_nudge_has_a_longer_time(self, now: str, counted: int) -> None:
        # Sent on Tuesday 24 November, it has ten working days, until 8 December, also once laid to rest.
        rest = {"closed_as": "laid_to_rest", "closed_on": on("2026-11-30")}
        _, nudges = seen(*STORY, NUDGE, SECOND, now=now, **rest)
        assert [one.answered for one in nudges] == [False] * counted

    def test_after_a_closing_note_both_had_their_time(self) -> None:
        found, nudges = seen(*STORY, NUDGE, SECOND, CLOSING, now="2026-12-09")
        assert [one.outcome for one in found] == ["silent"]
        assert [one.answered for one in nudges] == [False, False]

    def test_a_talk_can_be_the_answer(self) -> None:
        held = talk("2026-11-19T10:00", "2026-11-19T11:00", "ruth")
        found, nudges = seen(
            *STORY, wrote("2026-11-05"), letter("2026-11-16", "nudge"), held, now="2026-11-20"
        )
        assert [one.outcome for one in found] == ["replied", "after_nudge"]
        assert nudges == [Nudge(on("2026-11-16"), "interviewed", answered=True)]


class TestSilence:
    @pytest.mark.parametrize(("now", "outcomes"), [("2026-11-12", []), ("2026-11-13", ["silent"])])
    def test_it_begins_when_the_clock_says_so(self, now: str, outcomes: list[str]) -> None:
        assert [one[1] for one in ended(*STORY, now=now)] == outcomes

    def test_it_is_measured_to_now(self) -> None:
        assert ended(*STORY, now="2026-11-13") == [("interviewed", "silent", 7)]

    @pytest.mark.parametrize(
        ("closed_as", "closed_on", "found"),
        [
            ("withdrawn", "2026-11-30", []),
            ("declined", "2026-11-30", []),
            ("accepted", "2026-11-30", []),
            # Laid to rest after the clock had called it silent, and before.
            ("laid_to_rest", "2026-11-13", [("interviewed", "silent", 7)]),
            ("laid_to_rest", "2026-11-12", []),
            # They said no, and no line says when.
            ("rejected", "2026-11-30", [("interviewed", "replied", None)]),
            ("rejected", None, [("interviewed", "replied", None)]),
        ],
    )
    def test_how_it_ended_decides(self, closed_as: str, closed_on: str | None, found: list[Any]) -> None:
        assert ended(*STORY, closed_as=closed_as, closed_on=maybe(closed_on)) == found

    def test_a_no_that_is_a_line_counts_once(self) -> None:
        no = wrote("2026-11-09", said_no=True)
        found = ended(*STORY, no, closed_as="rejected", closed_on=on("2026-11-10"))
        assert found == [("interviewed", "replied", 3)]

    def test_a_date_they_gave_is_waited_for(self) -> None:
        holds = wrote("2026-11-05", decision_on=on("2026-12-04"))
        assert ended(*STORY, holds, now="2026-12-04") == [("interviewed", "replied", 1)]
        assert ended(*STORY, holds, now="2026-12-08")[1:] == [("interviewed", "silent", 23)]

    def test_a_wish_and_an_offer_are_never_silent(self) -> None:
        assert ended(i_wrote("2026-11-02"), stage="wishlist") == []
        assert ended(*STORY, wrote("2026-11-09"), stage="offer") == [("interviewed", "replied", 3)]
