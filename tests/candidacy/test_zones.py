"""Local times: the hour that never was and the hour that comes twice are asked, never guessed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candidacy import zones

NAMES = [
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "America/St_Johns",
    "UTC",
]


def test_an_ordinary_time() -> None:
    assert zones.to_utc(datetime(2026, 8, 25, 9), "Europe/London") == datetime(2026, 8, 25, 8, tzinfo=UTC)


def test_the_hour_that_never_was_is_refused() -> None:
    with pytest.raises(zones.NoSuchTimeError, match="does not exist on 29 March 2026"):
        zones.to_utc(datetime(2026, 3, 29, 1, 30), "Europe/London")
    with pytest.raises(zones.NoSuchTimeError):
        zones.to_utc(datetime(2026, 3, 29, 1, 30), "Europe/London", fold=1)


def test_the_hour_that_comes_twice_is_asked() -> None:
    twice = datetime(2026, 10, 25, 1, 30)
    with pytest.raises(zones.TwiceTimeError, match="comes twice on 25 October 2026"):
        zones.to_utc(twice, "Europe/London")
    assert zones.to_utc(twice, "Europe/London", fold=0) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert zones.to_utc(twice, "Europe/London", fold=1) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("name", ["", "Mars/Base", "../etc/passwd", "Europe/London\x00"])
def test_no_zone_is_said_plainly(name: str) -> None:
    with pytest.raises(ValueError, match="is not a time zone"):
        zones.zone(name)


@given(
    st.datetimes(min_value=datetime(1980, 1, 1), max_value=datetime(2036, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(NAMES),
)
def test_what_the_clock_showed_leads_back_to_the_moment(moment: datetime, name: str) -> None:
    local = moment.astimezone(zones.zone(name))
    assert zones.to_utc(local.replace(tzinfo=None), name, fold=local.fold) == moment
    try:
        plain = zones.to_utc(local.replace(tzinfo=None), name)
    except zones.TwiceTimeError:
        return
    assert abs(plain - moment) == timedelta(0)
