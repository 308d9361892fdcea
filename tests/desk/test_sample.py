"""The sample story: always lived as of today."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from candidacy.changes import undo
from candidacy.models import Candidacy, Change, Profile
from desk import sample
from desk.headline import headline, lede
from desk.today import today
from interviews.models import Interview
from letters.models import Letter

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
DAYS = [
    "2026-11-17",  # the day it is told on
    "2026-11-21",  # a Saturday
    "2026-11-22",
    "2026-11-23",  # the day after days off
    "2026-12-21",
    "2026-12-25",  # in the year-end pause
    "2027-01-01",
    "2027-01-04",  # right after it
    "2027-03-28",  # a Sunday on which the clocks go forward
    "2027-03-30",  # the day after Easter
    "2027-08-30",  # a bank holiday
    "2027-10-31",  # a Sunday on which the clocks go back
    "2028-02-29",
]
HOURS = ["00:10", "09:10", "11:50", "15:10", "23:50"]
MOMENTS = [datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=LONDON) for day in DAYS for hour in HOURS]


@pytest.mark.parametrize("now", MOMENTS, ids=str)
def test_it_is_the_same_search_whenever_it_begins(now: datetime) -> None:
    sample.load(now)
    assert Profile.load().name == "Ines Moreau"
    stages = Counter(Candidacy.objects.open().values_list("stage", flat=True))
    assert stages == {"applied": 9, "interview": 5, "final": 2, "offer": 1}
    assert Candidacy.objects.closed().count() == 14
    assert not Letter.objects.filter(sent_at__gt=now).exists()
    page = today(now)
    assert headline(page) == "Four letters to write today"
    assert lede(page).startswith("Two candidacies have gone silent and two thank-yous are due by ")
    silent = [(one.company.name, one.standing.business_days_quiet) for one in page.silent]
    assert silent == [("Harbour & Pine", 11), ("Meridian Rail", 9)]
    thanks = [(row.person.name, row.thanks.state) for panel in page.panels for row in panel.rows]
    assert thanks == [("Dr Helen Marsh", "due"), ("Ana Ferreira", "due"), ("Kofi Mensah", "sent")]
    ahead = [one.outlook.company.name for one in page.coming]
    assert ahead == ["Oakfield Water", "Fable & Finch", "Tidewater Energy"]
    waited_for = [one.outlook.company.name for one in page.waiting]
    assert (waited_for[:3], len(waited_for)) == (["Copperline", "Northgate Transit", "Saltmarsh Foods"], 11)


@pytest.mark.parametrize("now", MOMENTS, ids=str)
def test_the_letter_of_today_can_be_taken_back(now: datetime) -> None:
    sample.load(now)
    letter = Letter.objects.get(to__name="Kofi Mensah")
    assert letter.status == "sent"
    assert letter.sent_at is not None
    assert now - timedelta(days=1) < letter.sent_at < now
    undo(Change.objects.get(sentence="Letter to Kofi Mensah marked sent"))
    letter.refresh_from_db()
    assert (letter.status, letter.sent_at) == ("draft", None)


def test_dates_inside_letters_move_with_the_story() -> None:
    sample.load(datetime(2026, 11, 17, 9, 10, tzinfo=LONDON))
    assert (
        "In my letter of 25 September I offered"
        in Letter.objects.get(subject="Vans, and the 6 a.m. list").body
    )
    assert not Letter.objects.filter(body__contains="{").exists()


@pytest.mark.parametrize(
    ("now", "ended"),
    [
        ("2026-11-17T14:59", "2026-11-16T17:00"),
        ("2026-11-17T15:00", "2026-11-17T09:30"),
        ("2026-11-21T19:00", "2026-11-20T17:00"),  # a Saturday: due until Monday noon
        ("2026-11-23T11:39", "2026-11-20T17:00"),
        ("2026-11-23T11:40", "2026-11-23T09:30"),
    ],
)
def test_late_in_the_day_the_panel_was_this_morning(now: str, ended: str) -> None:
    sample.load(datetime.fromisoformat(now).replace(tzinfo=LONDON))
    panel = Interview.objects.get(people__name="Kofi Mensah")
    assert panel.ends_at == datetime.fromisoformat(ended).replace(tzinfo=LONDON)
