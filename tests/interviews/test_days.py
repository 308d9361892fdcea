"""Days in what people say: read as said on the day of the talk, never before it; none where none is meant."""

from __future__ import annotations

import datetime as dt

import pytest

from candidacy.calendar import WorkCalendar
from interviews.days import find_day
from tests.interviews import spoken_days as spoken
from tests.interviews.held_out_days import HELD_OUT

TALK = dt.date(2026, 11, 3)
GB = WorkCalendar("GB")


def day(text: str, said_on: dt.date = TALK, *, month_first: bool = False) -> str:
    """The day found, as month-day where it lies within a year; empty for none."""
    found = find_day(text, said_on, GB.add, month_first=month_first)
    if found is None:
        return ""
    if not found.sure:
        return "unsure"
    assert said_on <= found.day < said_on.replace(year=said_on.year + 1)
    return f"{found.day:%m-%d}"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *spoken.NAMED, *spoken.FIGURES, *spoken.WEEKDAYS, *spoken.SPANS, *spoken.PERIODS, *spoken.ABROAD,
    ],
)  # fmt: skip
def test_a_day_in_what_was_said(text: str, meant: str) -> None:
    assert day(text) == meant


@pytest.mark.parametrize("text", spoken.FALSE_ALARMS)
def test_no_day_where_none_is_meant(text: str) -> None:
    assert day(text) == ""


@pytest.mark.parametrize(("text", "meant"), spoken.AMERICAN)
def test_the_month_comes_first_in_the_united_states(text: str, meant: str) -> None:
    assert day(text, month_first=True) == meant


def test_most_of_what_was_never_used_to_mend_it() -> None:
    right = [text for text, meant in HELD_OUT if day(text) == meant]
    assert len(right) >= 45
