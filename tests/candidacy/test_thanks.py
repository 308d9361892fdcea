"""Thank-yous: one for each person met, due while the talk is warm, and never asked for twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from candidacy.calendar import WorkCalendar
from candidacy.clock import Rules, thank_yous
from tests.candidacy.cast import GB, MARCUS, MET, RULES, RUTH, at, facts, letter, on, talk, thanks

if TYPE_CHECKING:
    from candidacy.clock import SentLetter, Talk

FRIDAY = talk("2026-11-06T15:00", "2026-11-06T16:00", RUTH)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2026-11-03T11:00", "settling"),
        ("2026-11-03T12:59", "settling"),
        ("2026-11-03T13:00", "due"),
        ("2026-11-04T11:59", "due"),
        ("2026-11-04T12:00", "overdue"),
        ("2026-11-10T23:59", "overdue"),
        ("2026-11-11T00:00", "lapsed"),
    ],
)
def test_a_thank_you_ages(moment: str, state: str) -> None:
    assert [one.state for one in thanks(moment, facts("interview", MET))] == [state, state]


@pytest.mark.parametrize(
    ("country", "end", "due_at", "overdue_at", "worth_until"),
    [
        ("GB", "2026-11-03T11:00", "2026-11-04T11:00", "2026-11-04T12:00", "2026-11-10"),
        ("GB", "2026-11-03T16:00", "2026-11-04T16:00", "2026-11-04T16:00", "2026-11-10"),
        ("GB", "2026-11-06T16:00", "2026-11-07T16:00", "2026-11-09T12:00", "2026-11-13"),
        ("US", "2026-10-08T09:45", "2026-10-09T09:45", "2026-10-09T12:00", "2026-10-16"),
        # Twenty-four hours by the clock on the wall would be eleven: that night has one hour more.
        ("GB", "2026-10-24T11:00", "2026-10-25T10:00", "2026-10-26T12:00", "2026-10-30"),
        ("GB", "2026-12-23T11:00", "2026-12-24T11:00", "2027-01-04T12:00", "2027-01-08"),
    ],
)
def test_deadlines(country: str, end: str, due_at: str, overdue_at: str, worth_until: str) -> None:
    met = facts("screening", talk(end, end, RUTH))
    (owed,) = thank_yous(met, WorkCalendar(country), at(end), RULES)
    assert (owed.due_at, owed.overdue_at, owed.worth_until) == (at(due_at), at(overdue_at), on(worth_until))


def test_each_person_present_is_owed_one() -> None:
    assert [one.person for one in thanks("2026-11-03T14:00", facts("interview", MET))] == [RUTH, MARCUS]


@pytest.mark.parametrize(
    ("sent", "owed"),
    [
        ((), [RUTH, MARCUS]),
        ((letter("2026-11-03T12:00"),), [MARCUS]),
        ((letter("2026-11-03T12:00"), letter("2026-11-03T12:10", to=MARCUS)), []),
        ((letter("2026-11-03T11:00"),), [MARCUS]),  # in the minute of its end
        ((letter("2026-11-03T10:59"),), [RUTH, MARCUS]),  # before it ended
        ((letter("2026-11-03T17:00"),), [RUTH, MARCUS]),  # not sent yet
        ((letter("2026-11-03T12:00", "free"),), [MARCUS]),
    ],
)
def test_a_letter_after_the_talk_settles_it(sent: tuple[SentLetter, ...], owed: list[str]) -> None:
    assert [one.person for one in thanks("2026-11-03T14:00", facts("interview", MET, *sent))] == owed


def test_a_letter_covers_all_earlier_talks_with_that_person() -> None:
    twice = facts("interview", MET, FRIDAY, letter("2026-11-06T18:00"))
    assert [one.person for one in thanks("2026-11-07", twice)] == [MARCUS]


def test_after_two_talks_one_letter_is_owed_for_the_later() -> None:
    twice = facts("interview", MET, FRIDAY)
    owed = {one.person: (one.ended_at, one.state) for one in thanks("2026-11-06T19:00", twice)}
    assert owed == {
        RUTH: (at("2026-11-06T16:00"), "due"),
        MARCUS: (at("2026-11-03T11:00"), "overdue"),
    }


@pytest.mark.parametrize(
    ("met", "more"),
    [
        (replace(MET, cancelled=True), {}),
        (replace(MET, with_=()), {}),
        (talk("2026-11-03T13:30", "2026-11-03T14:30", RUTH), {}),
        (MET, {"closed_on": on("2026-11-03")}),
        (MET, {"closed_as": "withdrawn"}),
    ],
)
def test_nothing_is_owed(met: Talk, more: dict[str, Any]) -> None:
    assert thanks("2026-11-03T14:00", facts("interview", met, **more)) == []


def test_a_candidacy_closed_later_was_still_open() -> None:
    closed = facts("interview", MET, closed_on=on("2026-11-04"))
    assert [one.state for one in thanks("2026-11-03T14:00", closed)] == ["due", "due"]


def test_the_most_urgent_comes_first_and_the_sent_last() -> None:
    story = facts(
        "interview",
        FRIDAY,
        MET,
        talk("2026-11-05T10:00", None, "kofi"),
        letter("2026-11-05T12:00", to="kofi"),
    )
    everything = thank_yous(story, GB, at("2026-11-06T19:00"), RULES, sent=True)
    assert [(one.person, one.state) for one in everything] == [
        (MARCUS, "overdue"),
        (RUTH, "due"),
        ("kofi", "sent"),
    ]
    assert everything[-1].sent_at == at("2026-11-05T12:00")


def test_the_hours_can_be_changed() -> None:
    rules = Rules(settle_hours=0, thank_you_hours=48, thank_you_noon=9, thank_you_worth=1)
    (owed, _) = thanks("2026-11-03T11:00", facts("interview", MET), rules=rules)
    assert (owed.state, owed.due_at, owed.overdue_at) == (
        "due",
        at("2026-11-05T11:00"),
        at("2026-11-05T11:00"),
    )
    assert owed.worth_until == on("2026-11-04")


def test_moments_are_utc() -> None:
    (owed, _) = thanks("2026-11-03T11:00", facts("interview", MET))
    assert {moment.tzinfo for moment in (owed.ended_at, owed.due_at, owed.overdue_at)} == {dt.UTC}
