"""The sample story: always lived as of today."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from candidacy.changes import undo
from candidacy.models import Candidacy, Change, Contact, Profile
from desk import sample
from interviews.models import Interview
from letters.models import Letter

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
MOMENTS = [
    datetime(2026, 11, 17, 9, 10, tzinfo=LONDON),  # the day it is told on
    datetime(2026, 11, 24, 13, 0, tzinfo=LONDON),
    datetime(2027, 1, 4, 8, 0, tzinfo=LONDON),  # right after the year-end pause
    datetime(2027, 3, 28, 20, 30, tzinfo=LONDON),  # a Sunday on which the clocks change
    datetime(2027, 4, 6, 7, 0, tzinfo=LONDON),  # the day after Easter
]


@pytest.mark.parametrize("now", MOMENTS, ids=str)
def test_it_is_the_same_search_on_every_day(now: datetime) -> None:
    sample.load(now)
    stages = Counter(Candidacy.objects.open().values_list("stage", flat=True))
    assert stages == {"applied": 9, "interview": 5, "final": 2, "offer": 1}
    assert Candidacy.objects.closed().count() == 14
    assert Profile.load().name == "Ines Moreau"
    silent = Contact.objects.get(text__startswith="Feedback is good").at.date()
    calendar = Profile.load().calendar(Candidacy.objects.get(company__name="Harbour & Pine").company)
    # On a day off, today has not been waited for.
    assert calendar.between(silent, now.date()) == 10 + calendar.is_business_day(now.date())
    ahead = Interview.objects.filter(starts_at__gt=now)
    assert ahead.count() == 2
    assert not Letter.objects.filter(sent_at__gt=now).exists()


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


def test_an_evening_holds_the_panel_this_morning() -> None:
    now = datetime(2026, 11, 17, 19, 0, tzinfo=LONDON)
    sample.load(now)
    panel = Interview.objects.get(people__name="Kofi Mensah")
    assert panel.ends_at == datetime(2026, 11, 17, 12, 0, tzinfo=LONDON)
