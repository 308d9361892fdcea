"""The clock: who waits for whom, since when, and what can be done about it.

The stage is London in autumn 2026. Ruth and Marcus interviewed me; most stories begin with a talk on
Tuesday 3 November and two thank-yous on Wednesday the 4th, so that silence falls on Friday the 13th.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from candidacy.clock import Facts, Message, Rules, SentLetter, Talk, most_pressing, send_day
from tests.candidacy.cast import (
    CLOSING,
    GB,
    MARCUS,
    MET,
    NUDGE,
    RULES,
    RUTH,
    SECOND,
    STORY,
    THANKED,
    answered,
    at,
    facts,
    i_wrote,
    letter,
    maybe,
    on,
    promised,
    stands,
    talk,
    thanks,
    wrote,
)

# How long each stage may stay silent


@pytest.mark.parametrize(
    ("stage", "quiet_on", "silent_on"),
    [
        ("applied", "2026-11-11", "2026-11-18"),
        ("screening", "2026-11-09", "2026-11-11"),
        ("assessment", "2026-11-09", "2026-11-11"),
        ("interview", "2026-11-11", "2026-11-13"),
        ("final", "2026-11-11", "2026-11-13"),
        ("references", "2026-11-06", "2026-11-09"),
        ("wishlist", None, None),
        ("offer", None, None),
    ],
)
def test_each_stage_has_its_own_patience(stage: str, quiet_on: str | None, silent_on: str | None) -> None:
    standing = stands("2026-11-05", facts(stage, *STORY))
    assert (standing.anchor, standing.quiet_on, standing.silent_on) == (
        on("2026-11-04"),
        maybe(quiet_on),
        maybe(silent_on),
    )


@pytest.mark.parametrize("stage", ["wishlist", "offer"])
def test_wishlist_and_offer_never_turn_silent(stage: str) -> None:
    standing = stands("2027-11-05", facts(stage, *STORY, NUDGE, SECOND))
    assert (standing.state, standing.close_on, standing.suggested_send_on) == ("waiting", None, None)


@pytest.mark.parametrize(
    ("moment", "state", "days"),
    [
        ("2026-11-04T23:59", "waiting", 0),
        ("2026-11-10T23:59", "waiting", 4),
        ("2026-11-11T00:00", "quiet", 5),
        ("2026-11-12T23:59", "quiet", 6),
        ("2026-11-13T00:00", "silent", 7),
        ("2026-11-15T12:00", "silent", 7),  # a Sunday adds nothing
    ],
)
def test_quiet_and_silent_begin_with_their_day(moment: str, state: str, days: int) -> None:
    standing = stands(moment, facts("interview", *STORY))
    assert (standing.state, standing.business_days_quiet) == (state, days)


def test_days_are_those_of_the_companys_zone() -> None:
    # Six in the evening in New York on the 4th is eleven at night in London, and the 5th in Paris.
    sent = SentLetter(at("2026-11-04T18:00", ZoneInfo("America/New_York")), "thank_you", RUTH)
    days = {
        zone: stands("2026-11-06", facts("interview", sent, zone=ZoneInfo(zone))).anchor
        for zone in ("America/New_York", "Europe/London", "Europe/Paris")
    }
    assert days == {
        "America/New_York": on("2026-11-04"),
        "Europe/London": on("2026-11-04"),
        "Europe/Paris": on("2026-11-05"),
    }


# What the count starts from


@pytest.mark.parametrize(
    ("events", "anchor"),
    [
        ((), "2026-10-01"),
        ((MET,), "2026-11-03"),
        (STORY, "2026-11-04"),
        ((*STORY, wrote("2026-11-05")), "2026-11-05"),
        ((*STORY, i_wrote("2026-11-06")), "2026-11-06"),
        ((*STORY, letter("2026-11-06", "free")), "2026-11-06"),
        ((*STORY, answered("2026-11-06")), "2026-11-04"),
        ((*STORY, wrote("2026-11-20")), "2026-11-04"),  # has not happened yet
        ((*STORY, replace(MET, starts_at=at("2026-11-05"), ends_at=None, cancelled=True)), "2026-11-04"),
        ((*STORY, talk("2026-11-05T10:00")), "2026-11-05"),  # no end recorded
    ],
)
def test_the_anchor_is_the_latest_thing_that_happened(events: Any, anchor: str) -> None:
    assert stands("2026-11-10", facts("interview", *events, applied_on=on("2026-10-01"))).anchor == on(anchor)


def test_without_a_date_the_clock_has_not_started() -> None:
    standing = stands("2026-11-10", facts("applied"))
    assert (standing.state, standing.anchor, standing.silent_on) == ("waiting", None, None)
    assert standing.why == "Nothing dated is recorded yet, so the clock has not started."


def test_an_application_to_come_does_not_count() -> None:
    assert stands("2026-11-10", facts("applied", applied_on=on("2026-11-11"))).anchor is None


# A date they gave


@pytest.mark.parametrize(
    ("date", "silent_on"),
    [("2026-11-06", "2026-11-10"), ("2026-11-08", "2026-11-10"), ("2026-11-20", "2026-11-24")],
)
def test_their_date_replaces_the_days_of_the_stage_both_ways(date: str, silent_on: str) -> None:
    standing = stands("2026-11-05T10:00", promised(date))
    assert (standing.quiet_on, standing.silent_on) == (None, on(silent_on))


@pytest.mark.parametrize(
    ("moment", "state", "warn"),
    [
        ("2026-11-19", "waiting", "They asked for time until 20 November."),
        ("2026-11-20", "waiting", "They asked for time until 20 November."),
        (
            "2026-11-23",
            "waiting",
            "They asked for time until 20 November, and two working days more of grace are fair.",
        ),
        ("2026-11-24", "silent", ""),
    ],
)
def test_under_their_date_it_waits_and_says_so_to_whoever_writes(moment: str, state: str, warn: str) -> None:
    standing = stands(moment, promised("2026-11-20"))
    assert (standing.state, standing.warn) == (state, warn)


@pytest.mark.parametrize(
    ("recorded", "decision_on"),
    [
        (facts("interview", *STORY), None),
        (facts("interview", *STORY, decision_on=on("2026-11-30")), "2026-11-30"),
        # The one given last wins, be it the earlier date.
        (promised("2026-11-20", wrote("2026-11-09", decision_on=on("2026-11-18"))), "2026-11-18"),
        # One of unknown moment yields to any other.
        (promised("2026-11-20", decision_on=on("2026-11-30")), "2026-11-20"),
        # One set by hand counts from its day on.
        (
            promised("2026-11-20", decision_on=on("2026-11-30"), decision_given_on=on("2026-11-05")),
            "2026-11-30",
        ),
        (
            promised("2026-11-20", decision_on=on("2026-11-30"), decision_given_on=on("2026-11-04")),
            "2026-11-20",
        ),
        (
            promised("2026-11-20", decision_on=on("2026-11-30"), decision_given_on=on("2026-11-11")),
            "2026-11-20",
        ),
        (
            facts("interview", *STORY, decision_on=on("2026-11-30"), decision_given_on=on("2026-11-11")),
            None,
        ),
        # Said in the talk, and then in a letter of theirs.
        (facts("interview", replace(MET, decision_on=on("2026-11-25")), *THANKED), "2026-11-25"),
        (promised("2026-11-20", replace(MET, decision_on=on("2026-11-25"))), "2026-11-20"),
        # A later line without a date keeps it; so does one on the day itself.
        (promised("2026-11-20", wrote("2026-11-09")), "2026-11-20"),
        (promised("2026-11-09", wrote("2026-11-09T17:00")), "2026-11-09"),
        # A line or a talk after it spends it; a machine's line and mine do not.
        (promised("2026-11-09", wrote("2026-11-10T08:00")), None),
        (promised("2026-11-09", talk("2026-11-10T08:00", "2026-11-10T08:30")), None),
        (promised("2026-11-09", answered("2026-11-10T08:00")), "2026-11-09"),
        (promised("2026-11-09", i_wrote("2026-11-10T08:00")), "2026-11-09"),
        # What a machine promises is no promise.
        (facts("interview", *STORY, answered("2026-11-05", decision_on=on("2026-11-20"))), None),
        # Not given yet.
        (facts("interview", *STORY, wrote("2026-11-11", decision_on=on("2026-11-20"))), None),
    ],
)
def test_which_date_is_in_force(recorded: Facts, decision_on: str | None) -> None:
    assert stands("2026-11-10", recorded).decision_on == maybe(decision_on)


def test_a_spent_date_gives_way_to_the_days_of_the_stage() -> None:
    standing = stands("2026-11-20", promised("2026-11-09", wrote("2026-11-11")))
    assert (standing.state, standing.silent_on) == ("silent", on("2026-11-20"))
    assert standing.why == (
        "No word since Marcus wrote on Wednesday 11 November. No new date was given, so your seven-day rule "
        "applies."
    )


# Nudges


@pytest.mark.parametrize(
    ("letters", "moment", "state", "next_letter"),
    [
        ((), "2026-11-13", "silent", "nudge"),
        ((NUDGE,), "2026-11-13T09:01", "waiting", None),
        ((NUDGE,), "2026-11-23", "waiting", None),
        ((NUDGE,), "2026-11-24T08:00", "second_nudge_due", "second_nudge"),
        ((NUDGE, SECOND), "2026-11-24T09:01", "waiting", None),
        ((NUDGE, SECOND), "2026-12-07", "waiting", None),
        ((NUDGE, SECOND), "2026-12-08T08:00", "close_due", "closing"),
        ((NUDGE, SECOND), "2027-12-08", "close_due", "closing"),
        ((NUDGE, replace(SECOND, kind="nudge")), "2026-12-08T08:00", "close_due", "closing"),
        ((SECOND,), "2026-12-08T08:00", "close_due", "closing"),
        ((NUDGE, SECOND, CLOSING), "2026-12-20", "waiting", None),
        ((CLOSING,), "2027-06-01", "waiting", None),
    ],
)
def test_two_nudges_then_rest_and_never_a_third(
    letters: tuple[SentLetter, ...], moment: str, state: str, next_letter: str | None
) -> None:
    standing = stands(moment, facts("interview", *STORY, *letters))
    assert (standing.state, standing.next_letter) == (state, next_letter)


@pytest.mark.parametrize("moment", ["2026-11-16", "2026-11-30", "2026-12-30"])
def test_nudges_keep_the_anchor_of_the_silence_they_answer(moment: str) -> None:
    late_thanks = letter("2026-11-25", to=MARCUS)
    standing = stands(
        moment, facts("interview", *STORY, NUDGE, SECOND, i_wrote("2026-11-26"), late_thanks, CLOSING)
    )
    assert (standing.anchor, standing.silent_on) == (on("2026-11-04"), on("2026-11-13"))


def test_dates_of_the_second_nudge_and_of_rest_are_empty_until_the_letter_before_is_sent() -> None:
    dates = [
        (standing.second_nudge_on, standing.close_on)
        for standing in (
            stands("2026-11-13T10:00", facts("interview", *STORY)),
            stands("2026-11-13T10:00", facts("interview", *STORY, NUDGE)),
            stands("2026-11-24T10:00", facts("interview", *STORY, NUDGE, SECOND)),
        )
    ]
    second = on("2026-11-24")
    assert dates == [(None, None), (second, None), (second, on("2026-12-08"))]


@pytest.mark.parametrize("answer", [wrote("2026-11-16"), talk("2026-11-16T10:00", "2026-11-16T11:00", RUTH)])
def test_a_human_answer_ends_the_silence_and_the_next_one_begins_anew(answer: Message | Talk) -> None:
    story = facts("interview", *STORY, NUDGE, answer)
    states = {day: stands(day, story) for day in ("2026-11-17", "2026-11-24", "2026-11-25")}
    assert [one.state for one in states.values()] == ["waiting", "quiet", "silent"]
    assert states["2026-11-25"].next_letter == "nudge"
    again = replace(story, letters=(*story.letters, letter("2026-11-25T10:00", "nudge")))
    assert stands("2026-11-26", again).second_nudge_on == on("2026-12-04")


def test_an_answer_in_the_minute_of_the_nudge_answers_it() -> None:
    assert (
        stands("2026-11-16", facts("interview", *STORY, NUDGE, wrote("2026-11-13"))).second_nudge_on is None
    )


def test_a_nudge_before_their_date_does_not_shorten_the_time_they_asked_for() -> None:
    early = promised("2026-11-30", letter("2026-11-09", "nudge"))
    assert stands("2026-11-25", early).second_nudge_on == on("2026-12-02")
    assert [stands(day, early).state for day in ("2026-12-01", "2026-12-02")] == [
        "waiting",
        "second_nudge_due",
    ]


def test_a_nudge_with_nothing_before_it_is_its_own_anchor() -> None:
    standing = stands("2026-11-16", facts("applied", NUDGE))
    assert (standing.state, standing.anchor) == ("waiting", on("2026-11-13"))


# My move, and set aside


@pytest.mark.parametrize(
    ("since", "state"),
    [
        ((), "reply_owed"),
        ((i_wrote("2026-11-06T09:00"),), "reply_owed"),  # the same minute is not later
        ((i_wrote("2026-11-06T09:01"),), "quiet"),
        ((letter("2026-11-06T12:00", "free"),), "quiet"),
        ((talk("2026-11-06T12:00", "2026-11-06T12:30"),), "quiet"),
        ((talk("2026-11-06T12:00", cancelled=True),), "reply_owed"),
        ((talk("2026-11-20T12:00"),), "reply_owed"),  # agreed, but still to come
        ((wrote("2026-11-09"),), "reply_owed"),
        ((answered("2026-11-09"),), "reply_owed"),
    ],
)
def test_a_question_waits_for_my_answer(since: Any, state: str) -> None:
    asked = wrote("2026-11-06", needs_reply=True)
    assert stands("2026-11-16", facts("interview", *STORY, asked, *since)).state == state


def test_a_reply_owed_outranks_silence_however_long_it_lasts() -> None:
    standing = stands("2027-03-01", facts("interview", *STORY, wrote("2026-11-06", needs_reply=True)))
    assert (standing.state, standing.quiet_on, standing.silent_on, standing.suggested_send_on) == (
        "reply_owed",
        None,
        None,
        None,
    )
    assert standing.why == "Marcus asked you something on Friday 6 November 2026. The next line is yours."


def test_a_machine_asks_nothing() -> None:
    assert (
        stands("2026-11-09", facts("interview", *STORY, answered("2026-11-06", needs_reply=True))).state
        == "waiting"
    )


@pytest.mark.parametrize(
    ("moment", "events", "state"),
    [
        ("2026-11-08", (), "waiting"),  # not set yet
        ("2026-11-09", (), "snoozed"),
        ("2026-11-19T23:59", (), "snoozed"),
        ("2026-11-20T00:00", (), "silent"),
        ("2026-11-16", (wrote("2026-11-10"),), "waiting"),
        ("2026-11-16", (wrote("2026-11-09"),), "quiet"),
        ("2026-11-16", (wrote("2026-11-06"),), "snoozed"),
        ("2026-11-16", (answered("2026-11-10"),), "snoozed"),
        ("2026-11-16", (i_wrote("2026-11-10"),), "snoozed"),
        ("2026-11-16", (wrote("2026-11-06", needs_reply=True),), "reply_owed"),
        ("2026-11-16", (talk("2026-11-18T10:00"),), "snoozed"),
    ],
)
def test_set_aside_until_a_day_or_a_human_answer(moment: str, events: Any, state: str) -> None:
    aside = {"snoozed_on": on("2026-11-09"), "snoozed_until": on("2026-11-20")}
    assert stands(moment, facts("interview", *STORY, *events, **aside)).state == state


def test_a_snooze_of_unknown_beginning_lasts_until_its_day() -> None:
    aside = facts("interview", *STORY, wrote("2026-11-10"), snoozed_until=on("2026-11-20"))
    assert [stands(day, aside).state for day in ("2026-11-19", "2026-11-20")] == ["snoozed", "silent"]


@pytest.mark.parametrize(
    ("letters", "state"), [((NUDGE,), "second_nudge_due"), ((NUDGE, SECOND), "close_due")]
)
def test_set_aside_hides_nudges_and_rest(letters: tuple[SentLetter, ...], state: str) -> None:
    story = facts("interview", *STORY, *letters)
    aside = replace(story, snoozed_on=on("2026-11-25"), snoozed_until=on("2026-12-20"))
    assert (stands("2026-12-10", story).state, stands("2026-12-10", aside).state) == (state, "snoozed")


@pytest.mark.parametrize(
    ("ahead", "state"),
    [
        (talk("2026-12-01T10:00", "2026-12-01T11:00", RUTH), "waiting"),
        (talk("2026-11-20T08:30", "2026-11-20T09:30", RUTH), "waiting"),  # under way
        (talk("2026-12-01T10:00", "2026-12-01T11:00", RUTH, cancelled=True), "silent"),
    ],
)
def test_a_talk_still_ahead_keeps_it_waiting(ahead: Talk, state: str) -> None:
    assert stands("2026-11-20", facts("interview", *STORY, ahead)).state == state


@pytest.mark.parametrize(
    ("end", "moment", "state"),
    [
        ({"closed_on": on("2026-11-16"), "closed_as": "rejected"}, "2026-11-16", "closed"),
        ({"closed_on": on("2026-11-16"), "closed_as": "rejected"}, "2026-11-15", "silent"),
        ({"closed_as": "withdrawn"}, "2026-11-05", "closed"),
        ({"closed_on": on("2026-11-16")}, "2026-11-17", "closed"),
    ],
)
def test_closed_from_its_day_on(end: dict[str, Any], moment: str, state: str) -> None:
    assert stands(moment, facts("interview", *STORY, **end)).state == state


def test_a_no_that_is_not_closed_yet_is_no_silence() -> None:
    standing = stands("2026-12-20", facts("interview", *STORY, wrote("2026-11-06", said_no=True)))
    assert (standing.state, standing.silent_on, standing.actions) == ("waiting", None, ("close",))
    assert standing.why == "Marcus said no on Friday 6 November. You can close this one."


# When to send


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-17T00:00", "2026-11-17"),
        ("2026-11-17T16:00", "2026-11-17"),
        ("2026-11-17T16:01", "2026-11-18"),
        ("2026-11-20T14:00", "2026-11-20"),  # Friday
        ("2026-11-20T14:01", "2026-11-23"),
        ("2026-11-21T09:00", "2026-11-23"),
        ("2026-11-23T07:00", "2026-11-23"),  # Monday, later that day
        ("2026-12-23T16:30", "2027-01-04"),
        ("2026-12-28T09:00", "2027-01-04"),
        ("2026-01-02T09:00", "2026-01-05"),  # a bridge day
        ("2026-01-01T09:00", "2026-01-05"),  # and not into one either
    ],
)
def test_the_first_good_day_to_send(moment: str, day: str) -> None:
    assert send_day(at(moment), GB, RULES) == on(day)


@pytest.mark.parametrize(
    ("moment", "day", "hour"),
    [
        ("2026-11-12", None, None),
        ("2026-11-13T09:00", "2026-11-13", None),
        ("2026-11-13T15:00", "2026-11-16", 10),
        ("2026-11-16T09:00", "2026-11-16", 10),
        ("2026-11-16T10:00", "2026-11-16", None),
    ],
)
def test_a_day_to_send_is_suggested_once_silence_begins(
    moment: str, day: str | None, hour: int | None
) -> None:
    standing = stands(moment, facts("interview", *STORY))
    wanted = None if hour is None else dt.time(hour)
    assert (standing.suggested_send_on, standing.suggested_send_from) == (maybe(day), wanted)


# Which state a candidacy shows when thank-yous count too


@pytest.mark.parametrize(
    ("moment", "events", "state"),
    [
        ("2026-11-03T12:00", (), "waiting"),  # let it settle
        ("2026-11-03T13:00", (), "thank_you_due"),
        ("2026-11-04T12:00", (), "thank_you_overdue"),
        ("2026-11-04T12:00", (wrote("2026-11-04", needs_reply=True),), "reply_owed"),
        ("2026-11-04T12:00", THANKED, "waiting"),
        ("2026-11-11", (), "quiet"),  # no longer worth sending
    ],
)
def test_a_thank_you_comes_before_the_clock(moment: str, events: Any, state: str) -> None:
    story = facts("interview", MET, *events)
    assert most_pressing(stands(moment, story), thanks(moment, story)) == state


# The numbers are the person's own


def test_every_number_can_be_changed() -> None:
    rules = Rules(
        interview_quiet=1,
        interview_silent=2,
        second_nudge_after=3,
        rest_after=4,
        after_decision_date=0,
        send_until=9,
    )
    story = facts("interview", *STORY, NUDGE, SECOND)
    standing = stands("2026-12-08T09:30", story, rules=rules)
    assert (standing.quiet_on, standing.silent_on, standing.second_nudge_on, standing.close_on) == (
        on("2026-11-05"),
        on("2026-11-06"),
        on("2026-11-18"),
        on("2026-11-30"),
    )
    assert standing.suggested_send_on == on("2026-12-09")
    assert stands("2026-11-20", promised("2026-11-20"), rules=rules).state == "silent"
