"""Days as people and programs write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.moving_in.dates import month_first, read, says_nothing
from tests.desk.moving_in.cast import TODAY

TWELFTH = dt.date(2026, 10, 12)


@pytest.mark.parametrize(
    "text",
    ["2026-10-12", "2026/10/12", "2026.10.12", "20261012", "12/10/2026", "12-10-26", "12.10.2026", "12.10.26",
     "12 Oct 2026", "Oct 12, 2026", "October 12th, 2026", "Mon, 12 Oct 2026", "12-Oct-26", "Oct 12", "12/10",
     "12. Oktober 2026", "Montag, 12. Okt. 2026", "le 12 octobre 2026", "12 de octubre de 2026", "46307",
     "46307.5"],
)  # fmt: skip
def test_one_day_in_many_ways(text: str) -> None:
    assert read(text, us=False, today=TODAY) == TWELFTH


def test_where_the_month_comes_first() -> None:
    assert read("10/12/2026", us=True, today=TODAY) == TWELFTH
    assert read("12.10.2026", us=True, today=TODAY) == TWELFTH
    assert read("13/10/2026", us=True, today=TODAY) == dt.date(2026, 10, 13)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("10/2/26, 2:20 PM", dt.datetime(2026, 10, 2, 14, 20)),  # noqa: DTZ001
        ("2026-10-12 09:30", dt.datetime(2026, 10, 12, 9, 30)),  # noqa: DTZ001
        ("2026-10-12T09:30:00.000Z", dt.datetime(2026, 10, 12, 9, 30, tzinfo=dt.UTC)),
        ("2026-10-12T09:30:00+02:00", dt.datetime(2026, 10, 12, 7, 30, tzinfo=dt.UTC)),
        ("1791797400000", dt.datetime(2026, 10, 12, 9, 30, tzinfo=dt.UTC)),
        ("1791797400", dt.datetime(2026, 10, 12, 9, 30, tzinfo=dt.UTC)),
    ],
)
def test_moments(text: str, moment: dt.datetime) -> None:
    assert read(text, us=True, today=TODAY) == moment


def test_a_day_without_a_year_is_the_latest_that_has_been() -> None:
    assert read("30 Nov", us=False, today=TODAY) == dt.date(2025, 11, 30)
    assert read("29 Feb", us=False, today=TODAY) == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    "text",
    ["31/02/2026", "32.1.2026", "0001-01-01", "9999-12-31", "12", "99999", "soon", "13/13/2026", "Oct 2026"],
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read(text, us=False, today=TODAY)


@pytest.mark.parametrize(
    ("column", "first"),
    [
        (["12/10/2026", "13/10/2026"], False),
        (["12/10/2026", "10/13/2026"], True),
        (["12/10/2026", "01/02/2026"], None),
        (["12.10.2026", "2026-10-13"], None),
        (["13/10/2026", "10/13/2026"], None),
    ],
)
def test_one_value_over_twelve_decides_for_its_column(column: list[str], first: bool | None) -> None:
    assert month_first(column) == first


def test_words_for_nothing() -> None:
    assert [text for text in ("N/A", "", "-", "TBD", "soon") if not says_nothing(text)] == ["soon"]


@given(st.text(max_size=60))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    try:
        found = read(text, us=False, today=TODAY)
    except (ValueError, OverflowError):
        return
    assert 1900 <= found.year <= 2200
