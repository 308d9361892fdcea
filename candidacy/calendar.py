"""Business days: weekends, the public holidays of a country, and the pause at the turn of the year.

Pure: public holidays come from the data inside the `holidays` package, read once per country and year.
"""

from __future__ import annotations

import datetime as dt
import warnings
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
WORKING_WEEK_OFF = frozenset({SATURDAY, SUNDAY})
# Where the public holidays differ inside a country and no region is chosen, the part that is meant.
USUAL_REGION = {"GB": "ENG"}
SAME_COUNTRY = {"UK": "GB"}
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class WorkCalendar:
    """The business days of a country: without weekends, public holidays, the year-end pause, own days off.

    `country` is a two-letter code (ISO 3166) or empty, `region` one of `regions(country)` or empty for the
    usual one. `freeze_from` is a day of December and `freeze_until` a day of January: both, and the days
    between, never count.
    """

    country: str
    region: str = ""
    extra_days_off: frozenset[dt.date] = frozenset()
    freeze_from: int = 24
    freeze_until: int = 1

    @cached_property
    def _country(self) -> str:
        code = self.country.strip().upper()
        return SAME_COUNTRY.get(code, code)

    @cached_property
    def _region(self) -> str:
        chosen = self.region.strip().casefold()
        known = {code.casefold(): code for code in regions(self._country)}
        return known.get(chosen, USUAL_REGION.get(self._country, ""))

    @property
    def knows_holidays(self) -> bool:
        """Whether the public holidays of the country are known; without them only weekends are skipped."""
        return self._country in _known_countries()

    @property
    def shortfall(self) -> str:
        """What this calendar cannot know, in one sentence; empty when it knows all it should."""
        if not self._country:
            return _(
                "No country is set, so no public holidays are counted: only weekends and the year-end pause."
            )
        if not self.knows_holidays:
            return _(
                "The public holidays of %(country)s are not known here: only weekends and the "
                "year-end pause are counted. You can add days off of your own in Settings."
            ) % {"country": self._country}
        wanted = self.region.strip()
        if wanted and wanted.casefold() != self._region.casefold():
            return _("%(country)s has no region %(wanted)s here, so its usual holidays are counted.") % {
                "country": self._country,
                "wanted": wanted,
            }
        return ""

    def is_weekend(self, day: dt.date) -> bool:
        """Whether that weekday is off every week."""
        return day.weekday() in _weekend(self._country)

    def is_year_end(self, day: dt.date) -> bool:
        """Whether the day lies in the year-end pause."""
        return (day.month == 12 and day.day >= self.freeze_from) or (
            day.month == 1 and day.day <= self.freeze_until
        )

    def holiday_name(self, day: dt.date) -> str:
        """The name of the public holiday, or “your day off”; empty for any other day."""
        public = _public_holidays(self._country, self._region, day.year).get(day, "")
        return public or (_("your day off") if day in self.extra_days_off else "")

    def is_holiday(self, day: dt.date) -> bool:
        """Whether the day is a public holiday or one of one's own."""
        return bool(self.holiday_name(day))

    def is_business_day(self, day: dt.date) -> bool:
        """Whether the day counts."""
        return not (self.is_weekend(day) or self.is_year_end(day) or self.is_holiday(day))

    def is_bridge_day(self, day: dt.date) -> bool:
        """Whether a business day is caught between a holiday and a weekend: many people take it off."""
        if day in (dt.date.min, dt.date.max) or not self.is_business_day(day):
            return False
        before, after = day - ONE_DAY, day + ONE_DAY
        return (self.is_holiday(before) and self.is_weekend(after)) or (
            self.is_weekend(before) and self.is_holiday(after)
        )

    def add(self, day: dt.date, n: int) -> dt.date:
        """The n-th business day after the day, whether or not the day itself counts; n = 0 is the day itself.

        Stops at the last day that dates can hold. Raises ValueError for a negative n.
        """
        if n < 0:
            raise ValueError("Business days are only added.")
        if n == 0:
            return day
        for year in range(day.year, dt.MAXYEAR + 1):
            counting = self._business_days(year)
            first = bisect_right(counting, day) if year == day.year else 0
            if first + n <= len(counting):
                return counting[first + n - 1]
            n -= len(counting) - first
        return dt.date.max

    def between(self, start: dt.date, end: dt.date) -> int:
        """The business days after `start`, up to and including `end`; 0 when `end` is not later."""
        if end <= start:
            return 0
        years = range(start.year, end.year)
        upto_end = bisect_right(self._business_days(end.year), end)
        upto_start = bisect_right(self._business_days(start.year), start)
        return sum(len(self._business_days(year)) for year in years) + upto_end - upto_start

    def next_business_day(self, day: dt.date) -> dt.date:
        """The first business day after the day."""
        return self.add(day, 1)

    def _business_days(self, year: int) -> tuple[dt.date, ...]:
        return _business_days(self, year)


def regions(country: str) -> tuple[str, ...]:
    """The regions of a country whose public holidays may differ, by code; none where none are known."""
    code = SAME_COUNTRY.get(country, country)
    if code not in _known_countries():
        return ()
    import holidays

    return tuple(getattr(holidays, code).subdivisions)


@cache
def _known_countries() -> frozenset[str]:
    # Imported where it is used: the package takes time and memory that most commands need not spend. What is
    # asked of it here imports none of its countries (see `candidacy.apps`).
    from holidays.registry import EntityLoader

    codes = EntityLoader.get_country_codes(include_aliases=False)
    return frozenset(code for code in codes if len(code) == 2)


@cache
def _weekend(country: str) -> frozenset[int]:
    if country not in _known_countries():
        return WORKING_WEEK_OFF
    import holidays

    weekend = frozenset(holidays.country_holidays(country).weekend)
    # Where the law closes Sundays alone, offices still close on Saturdays.
    return weekend | WORKING_WEEK_OFF if SUNDAY in weekend and FRIDAY not in weekend else weekend


@lru_cache(maxsize=2048)
def _public_holidays(country: str, region: str, year: int) -> Mapping[dt.date, str]:
    if country not in _known_countries():
        return {}
    import holidays

    with warnings.catch_warnings():
        # For years far off the package says that it knows only part of them; part is what we take.
        warnings.simplefilter("ignore", UserWarning)
        days = holidays.country_holidays(country, subdiv=region or None, years=year, language="en_US")
    return {day: name for day, name in days.items() if day.year == year}


@lru_cache(maxsize=2048)
def _business_days(calendar: WorkCalendar, year: int) -> tuple[dt.date, ...]:
    first = dt.date(year, 1, 1).toordinal()
    last = dt.date(year, 12, 31).toordinal()
    days = (dt.date.fromordinal(number) for number in range(first, last + 1))
    return tuple(day for day in days if calendar.is_business_day(day))
