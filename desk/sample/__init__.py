"""Sample data: one made-up job search, told as of today, in a database of its own.

The story is an archive like any other, written as of one Tuesday. Loading it moves every date to the same
number of working days from today, so that Today always looks as if it had just been lived.
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from candidacy.calendar import WorkCalendar
from candidacy.changes import recorded
from candidacy.models import Change
from desk.archive import read, store
from letters.models import Letter, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

STORY = Path(__file__).with_name("archive.json")
TOLD_ON = date(2026, 11, 17)
ZONE = ZoneInfo("Europe/London")
COUNTRY = "GB"
# The panel whose thank-yous are due, and the one of its letters that has gone.
PANEL_ON = date(2026, 11, 16)
SENT_TODAY = "Kofi Mensah"
# From these hours on, a panel of the working day before would leave its thank-yous late, or nearly so:
# the day after a working day, and the day after days off.
LATE, LATE_AFTER_DAYS_OFF = time(15), time(11, 40)
# The panel of such a day has been this morning, and the first letter went soon after.
THIS_MORNING, LETTER_SENT = ("T08:00", "T09:30"), time(10, 10)
IN_TEXT = re.compile(r"\{(\d{4}-\d\d-\d\d)\}")
DATED = re.compile(r"(\d{4}-\d\d-\d\d)(T.*)?")

# What the person did lately, besides sending the letter, as of the day the story is told.
RECENTLY = (
    (date(2026, 11, 12), time(12, 0), "Northgate Transit replied"),
    (date(2026, 11, 12), time(18, 30), "Saved a development about Harbour & Pine"),
    (date(2026, 11, 16), time(18, 5), "Notes on Helen Marsh, 9 things"),
)


def load(now: datetime) -> None:
    """Fill an empty database with the story as of `now` (aware)."""
    local = now.astimezone(ZONE)
    shift = _Shift(local.date())
    told = _shifted(json.loads(STORY.read_text(encoding="utf-8")), shift)
    late = shift.is_late(local.time())
    if late:
        _hold_panel_this_morning(told, local)
    store(read(json.dumps(told), time_zone=ZONE.key))
    _tell_recently(local, datetime.combine(local.date(), LETTER_SENT, ZONE) if late else None)


class _Shift:
    """Moves a day of the story to the same number of working days from today.

    On a day off nothing has been waited for yet: all but the panel lies one working day further back.
    """

    def __init__(self, today: date) -> None:
        self.today = today
        self.calendar = WorkCalendar(COUNTRY)
        self._moved: dict[date, date] = {TOLD_ON: today}

    def __call__(self, day: date) -> date:
        if day not in self._moved:
            step = timedelta(days=1 if day > TOLD_ON else -1)
            told, moved = TOLD_ON, self.today
            while told != day:
                told += step
                if told.weekday() < 5:
                    moved = self._next(moved, step)
            off = not self.calendar.is_business_day(self.today)
            self._moved[day] = self._next(moved, step) if off and day < PANEL_ON else moved
        return self._moved[day]

    def is_late(self, at: time) -> bool:
        """Whether the panel has to have been this morning for its thank-yous to be due today."""
        if not self.calendar.is_business_day(self.today):
            return False
        after_work = self.calendar.is_business_day(self.today - timedelta(days=1))
        return at >= (LATE if after_work else LATE_AFTER_DAYS_OFF)

    def _next(self, day: date, step: timedelta) -> date:
        day += step
        while not self.calendar.is_business_day(day):
            day += step
        return day


def _shifted(value: Any, shift: _Shift) -> Any:
    """The same JSON with every date moved, also where a letter's text names a day."""
    if isinstance(value, dict):
        return {name: _shifted(one, shift) for name, one in value.items()}
    if isinstance(value, list):
        return [_shifted(one, shift) for one in value]
    if not isinstance(value, str):
        return value
    if dated := DATED.fullmatch(value):
        return shift(date.fromisoformat(dated[1])).isoformat() + (dated[2] or "")
    return IN_TEXT.sub(lambda found: _in_words(shift(date.fromisoformat(found[1]))), value)


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B}"


def _interviews(told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for company in told["companies"]:
        for candidacy in company["candidacies"]:
            yield from candidacy["interviews"]


def _hold_panel_this_morning(told: dict[str, Any], local: datetime) -> None:
    panel_on = _Shift(local.date())(PANEL_ON).isoformat()
    for interview in _interviews(told):
        if interview["starts_at"].startswith(panel_on):
            starts, ends = (f"{local.date()}{at}" for at in THIS_MORNING)
            interview["starts_at"], interview["ends_at"] = starts, ends


def _tell_recently(local: datetime, sent_at: datetime | None) -> None:
    """Log what the person did lately; the letter of today can really be taken back."""
    shift = _Shift(local.date())
    for day, at, sentence in RECENTLY:
        change = Change.objects.create(sentence=sentence)
        Change.objects.filter(pk=change.pk).update(at=datetime.combine(shift(day), at, ZONE))
    letter = Letter.objects.get(to__name=SENT_TODAY)
    sent_at = sent_at or min(letter.sent_at or local, local - timedelta(minutes=30))
    Letter.objects.filter(pk=letter.pk).update(status=Status.DRAFT, sent_at=None)
    letter.refresh_from_db()
    with recorded(f"Letter to {SENT_TODAY} marked sent", letter):
        Letter.objects.filter(pk=letter.pk).update(status=Status.SENT, sent_at=sent_at)
    Change.objects.filter(pk=Change.objects.latest("pk").pk).update(at=sent_at)
