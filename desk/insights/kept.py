"""What the search teaches, kept in memory: a long search is not read through again at each look.

What one candidacy teaches is kept under the stamp of the clock’s answer to it (`desk.agenda`), what all of
them teach together under the revision of all answers, the quarter of an hour and the period.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from candidacy.models import Candidacy
from desk.agenda.picking import stamps
from desk.insights.board import board
from desk.insights.reading import lessons, names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desk.agenda.asking import Agenda
    from desk.insights.board import Board
    from desk.insights.lesson import Lesson
    from desk.insights.period import Period

# So many candidacies are read at once, and so many periods are kept.
_BATCH, _MOST = 1000, 8


class Teaching:
    """What was worked out last."""

    def __init__(self) -> None:
        self._lessons: dict[int, tuple[int, Lesson]] = {}
        self._boards: dict[tuple[int, int, Period], Board] = {}

    def board(self, seen: Agenda, period: Period) -> Board:
        """What the period teaches, as of the agenda."""
        if seen.whole:
            everything = dict.fromkeys(Candidacy.objects.values_list("pk", flat=True), 0)
            return _made(seen, period, _read(seen, everything).values())
        key, boards = (seen.revision, seen.quarter, period), self._boards
        if key not in boards:
            latest = [(one, made) for one, made in boards.items() if one[:2] == key[:2]]
            boards = {**dict(latest[-_MOST:]), key: _made(seen, period, self._all(seen).values())}
            self._boards = boards
        return boards[key]

    def _all(self, seen: Agenda) -> dict[int, tuple[int, Lesson]]:
        """By candidacy, its stamp and what it teaches: only those that became another are read."""
        now = stamps()
        kept = {pk: one for pk, one in self._lessons.items() if _holds(one, now.get(pk), seen)}
        kept.update(_read(seen, {pk: stamp for pk, stamp in now.items() if pk not in kept}))
        self._lessons = kept
        return kept


def _holds(kept: tuple[int, Lesson], stamp: int | None, seen: Agenda) -> bool:
    was, lesson = kept
    return was == stamp and (lesson.until is None or seen.now < lesson.until)


def _read(seen: Agenda, stamped: dict[int, int]) -> dict[int, tuple[int, Lesson]]:
    pks = list(stamped)
    return {
        pk: (stamped[pk], lesson)
        for first in range(0, len(pks), _BATCH)
        for pk, lesson in lessons(pks[first : first + _BATCH], seen.profile, seen.now)
    }


def _made(seen: Agenda, period: Period, taught: Iterable[tuple[int, Lesson]]) -> Board:
    line = seen.profile.preferences.rules.interview_silent
    return board((one for _, one in taught), names(), period, line)
