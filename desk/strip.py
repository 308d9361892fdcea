"""The conversation strip: one cell for each working day, and the same in a sentence.

Pure. Who wrote and when they met is drawn from the facts; where it turns quiet and passes the line is the
clock's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from candidacy.past import Past
from candidacy.reasons import date_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from candidacy.calendar import WorkCalendar
    from candidacy.clock import Standing
    from candidacy.facts import Facts

# More cells than this and each is thinner than a hair on a phone.
MOST_CELLS = 60
WRITTEN, ANSWERED, BOTH, MET = "u", "t", "b", "m"
QUIET, PAST_THE_LINE, PROMISED, NOW = "q", "o", "p", "n"
# Nobody is waited for there, so its quiet is no quiet.
NOT_THEIR_TURN = frozenset({"reply_owed", "closed"})


@dataclass(frozen=True)
class Cell:
    """One working day: who moved, whether it was quiet or past the line, a promised date, today."""

    day: dt.date
    marks: tuple[str, ...] = ()

    @property
    def css(self) -> str:
        """The marks as class names."""
        return " ".join(self.marks)


@dataclass(frozen=True)
class Strip:
    """The cells from left to right, the two ends in words, and the sentence for who cannot see them."""

    cells: tuple[Cell, ...]
    starts: str
    ends: str
    text: str


def strip(
    facts: Facts, calendar: WorkCalendar, now: dt.datetime, standing: Standing, *, most: int = MOST_CELLS
) -> Strip:
    """The strip of a candidacy at `now`, with its last `most` working days."""
    past = Past(facts, now)
    moves = _moves(past)
    days = _working_days(min(moves, default=past.today), past.today, calendar)
    marks: dict[dt.date, set[str]] = defaultdict(set)
    for day, made in moves.items():
        marks[_cell_of(day, days)] |= made
    promised = past.decision_given
    if promised and days[0] <= promised <= past.today:
        marks[_cell_of(promised, days)].add(PROMISED)
    cells = tuple(Cell(day, _told(day, marks[day], days[-1], standing)) for day in days[-most:])
    ends = "Today" if days[-1] == past.today else _short(days[-1])
    return Strip(cells, _short(cells[0].day), ends, _sentence(past, moves, standing))


def _moves(past: Past) -> dict[dt.date, set[str]]:
    """Who moved on which day, in the company's zone: the application and the letters are mine."""
    moves: dict[dt.date, set[str]] = defaultdict(set)
    for event in past.events:
        mark = MET if event.what == "talk" else ANSWERED if event.theirs else WRITTEN
        moves[past.facts.day(event.at)].add(mark)
    return moves


def _working_days(start: dt.date, end: dt.date, calendar: WorkCalendar) -> list[dt.date]:
    """The working days from start to end; the day before the first where there would be none."""
    days = [start] if calendar.is_business_day(start) else []
    day = calendar.next_business_day(start)
    while day <= end:
        days.append(day)
        day = calendar.next_business_day(day)
    return days or [start]


def _cell_of(day: dt.date, days: list[dt.date]) -> dt.date:
    """The cell of a day: what happened on a day off shows on the next working day, or on the last cell."""
    return days[min(bisect_left(days, day), len(days) - 1)]


def _told(day: dt.date, made: set[str], last: dt.date, standing: Standing) -> tuple[str, ...]:
    def marks() -> Iterator[str]:
        if MET in made:
            yield MET
        elif {WRITTEN, ANSWERED} <= made:
            yield BOTH
        else:
            yield from made & {WRITTEN, ANSWERED}
        yield from _quiet(day, moved=bool(made - {PROMISED}), standing=standing)
        if PROMISED in made and MET not in made:
            yield PROMISED
        if day == last:
            yield NOW

    return tuple(marks())


def _quiet(day: dt.date, *, moved: bool, standing: Standing) -> tuple[str, ...]:
    if standing.state in NOT_THEIR_TURN or standing.anchor is None or day <= standing.anchor:
        return ()
    if standing.silent_on and day >= standing.silent_on:
        return (PAST_THE_LINE,)
    return () if moved else (QUIET,)


def _short(day: dt.date) -> str:
    return f"{day.day} {day:%b}"


def _sentence(past: Past, moves: dict[dt.date, set[str]], standing: Standing) -> str:
    if not moves:
        return "Nothing dated is recorded yet."
    wrote, answered, met = (sum(mark in made for made in moves.values()) for mark in (WRITTEN, ANSWERED, MET))
    parts = [
        f"you wrote on {_days(wrote)}" if wrote else "you have not written",
        _theirs(answered, after_mine=bool(wrote)) if answered else "they have not written",
        f"you met {_times(met)}" if met else "you have not met",
    ]
    said = [f"Since {date_words(min(moves), past.today)} {parts[0]}, {parts[1]}, and {parts[2]}."]
    waits = standing.state not in NOT_THEIR_TURN and standing.business_days_quiet > 0
    if waits and standing.anchor:
        said.append(f"Quiet since {date_words(standing.anchor, past.today)}.")
    if past.decision_given:
        was = "was" if past.decision_given <= past.today else "is"
        said.append(f"Decision {was} promised for {date_words(past.decision_given, past.today)}.")
    return " ".join(said)


def _theirs(n: int, *, after_mine: bool) -> str:
    return f"they wrote on {n}" if after_mine else f"they wrote on {_days(n)}"


def _days(n: int) -> str:
    return "1 day" if n == 1 else f"{n} days"


def _times(n: int) -> str:
    return {1: "once", 2: "twice"}.get(n, f"{n} times")
