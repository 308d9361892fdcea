"""The period that is looked at: all of the search, or between two days.

Pure.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ALL, YEAR, LAST_90, OWN = "", "year", "90", "own"
DAYS = 90


class _Dated(Protocol):
    @property
    def on(self) -> dt.date: ...


T = TypeVar("T", bound=_Dated)


@dataclass(frozen=True)
class Period:
    """From a day to a day, both counted; None is open. `chosen` says which way it was asked for."""

    since: dt.date | None = None
    until: dt.date | None = None
    chosen: str = ALL

    def __contains__(self, day: dt.date) -> bool:
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)

    def only(self, dated: Sequence[T]) -> Iterable[T]:
        """Those of them that fall into it."""
        return dated if self.whole else (one for one in dated if one.on in self)

    @property
    def whole(self) -> bool:
        """Whether it is all of the search."""
        return self.since is None and self.until is None


def preset(word: str, today: dt.date) -> Period:
    """This year, or the last 90 days; any other word is all of the search."""
    if word == YEAR:
        return Period(dt.date(today.year, 1, 1), chosen=YEAR)
    if word == LAST_90:
        return Period(today - dt.timedelta(days=DAYS), chosen=LAST_90)
    return Period()
