"""The rules of thank-yous, sentence by sentence, from an archive to what `today --json` says."""

from __future__ import annotations

import pytest

from tests.desk.story import owed, take_in

pytestmark = pytest.mark.django_db
MONDAY = "talk 10-05T10:00 60 ruth; "


# “Hint ‘let it settle’ under 2 h; due 24 h after the end; overdue from the later of +24 h and noon
# on the next business day; worth sending until 5 bd.”


@pytest.mark.parametrize(
    ("talk", "on", "state"),
    [
        ("10-05T10:00", "10-05T11:00", "settling"),
        ("10-05T10:00", "10-05T12:59", "settling"),
        ("10-05T10:00", "10-05T13:00", "due"),
        ("10-05T10:00", "10-06T11:59", "due"),
        ("10-05T10:00", "10-06T12:00", "overdue"),
        ("10-05T10:00", "10-12T23:59", "overdue"),
        ("10-05T10:00", "10-13T00:00", "lapsed"),
        ("10-08T14:00", "10-09T14:59", "due"),
        ("10-08T14:00", "10-09T15:00", "overdue"),
        ("10-09T14:00", "10-12T11:59", "due"),
        ("10-09T14:00", "10-12T12:00", "overdue"),
    ],
)
def test_from_settling_to_too_late_by_the_minute(talk: str, on: str, state: str) -> None:
    take_in(f"talk {talk} 60 ruth")
    assert [(one["to"], one["state"]) for one in owed(on)] == [("Ruth Adeyemi", state)]


@pytest.mark.parametrize(
    ("talk", "place", "due", "overdue", "until"),
    [
        ("10-05T10:00", "GB Europe/London", "10-06T11:00:00+01:00", "10-06T12:00:00+01:00", "10-12"),
        ("10-08T14:00", "GB Europe/London", "10-09T15:00:00+01:00", "10-09T15:00:00+01:00", "10-15"),
        ("10-09T14:00", "GB Europe/London", "10-10T15:00:00+01:00", "10-12T12:00:00+01:00", "10-16"),
        # Over Easter.
        ("04-02T15:00", "GB Europe/London", "04-03T16:00:00+01:00", "04-07T12:00:00+01:00", "04-13"),
        # The clocks go back, or forward: 24 hours stay 24 hours.
        ("10-24T14:00", "GB Europe/London", "10-25T14:00:00+00:00", "10-26T12:00:00+00:00", "10-30"),
        ("03-28T14:00", "GB Europe/London", "03-29T16:00:00+01:00", "03-30T12:00:00+01:00", "04-07"),
        ("10-31T14:00", "US America/Denver", "11-01T14:00:00-07:00", "11-02T12:00:00-07:00", "11-06"),
        # Where the weekend is Friday and Saturday.
        ("10-08T10:00", "SA Asia/Riyadh", "10-09T11:00:00+03:00", "10-11T12:00:00+03:00", "10-15"),
        # At the turn of the year.
        (
            "12-23T10:00",
            "GB Europe/London",
            "12-24T11:00:00+00:00",
            "2027-01-04T12:00:00+00:00",
            "2027-01-08",
        ),
    ],
)
def test_its_moments_in_the_company_s_zone(talk: str, place: str, due: str, overdue: str, until: str) -> None:
    take_in(f"talk {talk} 60 ruth", place=place)
    (one,) = owed(f"{talk[:5]}T23:59")
    said = [one[name].removeprefix("2026-") for name in ("due_at", "overdue_at", "worth_until")]
    assert said == [due, overdue, until]


def test_the_whole_of_one() -> None:
    take_in("talk 10-05T10:00 60 ruth zone=America/New_York")
    assert owed("10-06T12:30") == [
        {
            "company": "Northlight",
            "role": "Planner",
            "to": "Ruth Adeyemi",
            "ended_at": "2026-10-05T16:00:00+01:00",
            "due_at": "2026-10-06T16:00:00+01:00",
            "overdue_at": "2026-10-06T16:00:00+01:00",
            "worth_until": "2026-10-12",
            "state": "due",
        }
    ]


# “One per interviewer present.” “A letter covers all earlier talks with that person. Owed to agency
# recruiters too, after a talk. None is asked for in a closed candidacy.”


@pytest.mark.parametrize(
    ("story", "on", "people"),
    [
        (MONDAY, "10-05T10:59", []),  # still talking
        ("talk 10-05T10:00 60 -ruth tomasz", "10-06", ["Tomasz Berg"]),
        ("talk 10-05T10:00 60 ruth cancelled", "10-06", []),
        ("talk 10-05T10:00 60 ruth tomasz; thank_you 10-05T16:00 ruth", "10-06", ["Tomasz Berg"]),
        ("talk 10-05T10:00 30 tom", "10-06", ["Tom Wexley"]),
        ("heard 10-05 from=tom", "10-06", []),
        (MONDAY + "thank_you 10-05T16:00 ruth", "10-06", []),
        (MONDAY + "thank_you 10-05T16:00 ruth", "10-05T15:59", ["Ruth Adeyemi"]),
        (MONDAY + "thank_you 10-05T09:59 ruth", "10-06", ["Ruth Adeyemi"]),
        (MONDAY + "thank_you draft ruth", "10-06", ["Ruth Adeyemi"]),
        (MONDAY + "free 10-05T16:00 ruth", "10-06", []),
        (MONDAY + "talk 10-07T10:00 60 ruth; thank_you 10-08 ruth", "10-08T10:00", []),
        (MONDAY + "thank_you 10-06 ruth; talk 10-07T10:00 60 ruth", "10-08", ["Ruth Adeyemi"]),
        (MONDAY + "closed 10-06 rejected", "10-06", []),
        (MONDAY + "closed 10-06 rejected", "10-05T20:00", ["Ruth Adeyemi"]),
        (MONDAY + "snoozed 10-05 10-30", "10-06", ["Ruth Adeyemi"]),
    ],
)
def test_to_whom_one_is_owed(story: str, on: str, people: list[str]) -> None:
    take_in(story)
    assert [one["to"] for one in owed(on)] == people


@pytest.mark.parametrize("stage", ["wishlist", "applied", "screening", "references", "offer"])
def test_at_every_stage(stage: str) -> None:
    take_in(MONDAY, stage)
    assert [one["state"] for one in owed("10-06")] == ["due"]
