"""Business days: what counts, what never does, and what is said about a country that is not known."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from candidacy.calendar import WorkCalendar, regions
from tests.candidacy.cast import on

GB = WorkCalendar("GB")
NOWHERE = "No country is set, so no public holidays are counted: only weekends and the year-end pause."
UNKNOWN = (
    "The public holidays of ZZ are not known here: only weekends and the year-end pause are counted. "
    "You can add days off of your own in Settings."
)
COUNTRIES = st.sampled_from(["GB", "US", "DE", "IN", "SA", "IL", "HK", "ZZ", ""])
DAYS = st.dates(on("1990-01-01"), on("2060-12-31"))


@pytest.mark.parametrize(
    ("country", "region", "day", "name"),
    [
        ("GB", "", "2026-08-31", "Late Summer Bank Holiday"),
        ("GB", "ENG", "2026-04-06", "Easter Monday"),
        ("UK", "", "2026-04-06", "Easter Monday"),
        ("GB", "SCT", "2026-04-06", ""),
        ("GB", "sct", "2026-11-30", "Saint Andrew's Day"),
        ("GB", "", "2026-11-30", ""),
        ("US", "", "2026-10-12", "Columbus Day"),
        ("DE", "", "2026-10-03", "German Unity Day"),
        ("DE", "", "2026-06-04", ""),
        ("DE", "BY", "2026-06-04", "Corpus Christi"),
        ("GB", "", "2026-11-17", ""),
        ("ZZ", "", "2026-12-25", ""),
    ],
)
def test_public_holidays_are_those_of_the_country_and_region(
    country: str, region: str, day: str, name: str
) -> None:
    assert WorkCalendar(country, region).holiday_name(on(day)) == name


@pytest.mark.parametrize(
    ("country", "start", "n", "day"),
    [
        ("GB", "2026-08-26", 7, "2026-09-07"),  # over the bank holiday
        ("US", "2026-10-08", 7, "2026-10-20"),  # over Columbus Day
        ("US", "2026-11-06", 2, "2026-11-10"),
        ("GB", "2026-11-07", 1, "2026-11-09"),  # from a Saturday
        ("GB", "2026-12-23", 1, "2027-01-04"),  # over the turn of the year
        ("GB", "2026-12-28", 1, "2027-01-04"),  # from inside it
        ("ZZ", "2026-12-23", 1, "2027-01-04"),
        ("", "2026-12-23", 1, "2027-01-04"),
        ("SA", "2026-11-19", 1, "2026-11-22"),  # Friday and Saturday are the weekend
        ("IR", "2026-11-19", 1, "2026-11-21"),  # Friday alone is the weekend
        ("HK", "2026-11-20", 1, "2026-11-23"),  # the law closes Sundays, offices Saturdays too
        ("GB", "2026-11-17", 0, "2026-11-17"),
        ("GB", "0001-01-01", 3, "0001-01-04"),
        ("GB", "9999-12-20", 9, "9999-12-31"),  # as far as dates go
    ],
)
def test_the_nth_business_day_after_a_day(country: str, start: str, n: int, day: str) -> None:
    assert WorkCalendar(country).add(on(start), n) == on(day)


def test_days_are_only_added() -> None:
    with pytest.raises(ValueError, match="only added"):
        GB.add(on("2026-11-17"), -1)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-08-26", "2026-09-07", 7),
        ("2026-08-26", "2026-08-26", 0),
        ("2026-08-26", "2026-08-01", 0),
        ("2026-12-23", "2027-01-01", 0),
        ("2026-12-23", "2027-01-04", 1),
        ("2026-01-01", "2026-12-31", 249),
        ("2024-12-31", "2026-12-31", 498),
    ],
)
def test_business_days_between_two_days(start: str, end: str, days: int) -> None:
    assert GB.between(on(start), on(end)) == days


@pytest.mark.parametrize(
    ("country", "day", "bridge"),
    [
        ("DE", "2026-05-15", True),  # Friday after Ascension
        ("FR", "2026-07-13", True),  # Monday before Bastille Day
        ("DE", "2026-05-14", False),  # the holiday itself
        ("DE", "2026-05-13", False),
        ("GB", "2026-04-02", False),  # Thursday before Good Friday
        ("GB", "2026-01-02", True),  # Friday after New Year's Day
        ("GB", "2026-12-31", False),  # never counts at all
        ("GB", "0001-01-01", False),
        ("GB", "9999-12-31", False),
    ],
)
def test_a_bridge_day_lies_between_a_holiday_and_a_weekend(country: str, day: str, bridge: bool) -> None:
    assert WorkCalendar(country).is_bridge_day(on(day)) is bridge


@pytest.mark.parametrize(
    ("calendar", "said"),
    [
        (GB, ""),
        (WorkCalendar("GB", "wls"), ""),
        (WorkCalendar(""), NOWHERE),
        (WorkCalendar("  "), NOWHERE),
        (
            WorkCalendar("zz"),
            UNKNOWN,
        ),
        (WorkCalendar("GB", "XX"), "GB has no region XX here, so its usual holidays are counted."),
    ],
)
def test_what_a_calendar_cannot_know_is_said(calendar: WorkCalendar, said: str) -> None:
    assert calendar.shortfall == said


def test_an_unknown_region_keeps_the_usual_holidays() -> None:
    assert WorkCalendar("GB", "XX").is_business_day(on("2026-08-31")) is False


def test_regions_to_choose_from() -> None:
    assert regions("GB") == regions("UK") == ("ENG", "NIR", "SCT", "WLS")
    assert regions("ZZ") == ()


def test_own_days_off_do_not_count() -> None:
    calendar = WorkCalendar("GB", extra_days_off=frozenset({on("2026-11-18")}))
    assert calendar.holiday_name(on("2026-11-18")) == "your day off"
    assert calendar.add(on("2026-11-17"), 1) == on("2026-11-19")


def test_the_year_end_pause_can_be_moved() -> None:
    calendar = WorkCalendar("GB", freeze_from=19, freeze_until=6)
    assert calendar.add(on("2026-12-18"), 1) == on("2027-01-07")


def test_the_regions_of_every_country_are_those_the_package_has() -> None:
    theirs = holidays.list_supported_countries(include_aliases=False)
    assert {code: list(regions(code)) for code in theirs} == theirs
    assert all(WorkCalendar(code).knows_holidays for code in theirs)


def test_one_country_is_imported_alone() -> None:
    asked = """
import sys
import django
from django.conf import settings

settings.configure(INSTALLED_APPS=["candidacy"])
django.setup()
from datetime import date
from candidacy.calendar import WorkCalendar

named = [WorkCalendar("US").holiday_name(date(2026, 10, 12)), WorkCalendar("GB", "SCT").shortfall]
print(named, sorted(name for name in sys.modules if name.startswith("holidays.countries.")))
"""
    answered = subprocess.run(  # noqa: S603
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    countries = "['holidays.countries.united_kingdom', 'holidays.countries.united_states']"
    assert answered.stdout == f"['Columbus Day', ''] {countries}\n"


@given(COUNTRIES, DAYS)
def test_a_holiday_a_weekend_and_the_turn_of_the_year_never_count(country: str, day: dt.date) -> None:
    calendar = WorkCalendar(country)
    off = (
        calendar.is_weekend(day)
        or bool(calendar.holiday_name(day))
        or (day.month, day.day) >= (12, 24)
        or (day.month, day.day) == (1, 1)
    )
    assert calendar.is_business_day(day) is not off


@given(COUNTRIES, DAYS, st.integers(1, 400))
def test_adding_and_counting_agree(country: str, day: dt.date, n: int) -> None:
    calendar = WorkCalendar(country)
    later = calendar.add(day, n)
    assert calendar.is_business_day(later)
    assert calendar.between(day, later) == n
    assert calendar.add(calendar.add(day, n - 1), 1) == later


@given(COUNTRIES, DAYS, DAYS)
def test_counting_is_counting_day_by_day(country: str, one: dt.date, other: dt.date) -> None:
    start, end = min(one, other), min(max(one, other), min(one, other) + dt.timedelta(days=60))
    calendar = WorkCalendar(country)
    days = [start + dt.timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert calendar.between(start, end) == sum(calendar.is_business_day(day) for day in days)
