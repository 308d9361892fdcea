"""The conversation strip: one cell for each working day and one for today, and the same in a sentence.

Pure. Who wrote and when they met is drawn from the facts; where it turns quiet and passes the line is the
clock's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from candidacy.past import Past
from candidacy.reasons import date_words, short_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from candidacy.calendar import WorkCalendar
    from candidacy.clock import Standing
    from candidacy.facts import Facts

# More cells than this and each is thinner than a hair on a phone.
MOST_CELLS = 60
WRITTEN, ANSWERED, BOTH, MET = "u", "t", "b", "m"
QUIET, PAST_THE_LINE, PROMISED, NOW, WAITING = "q", "o", "p", "n", "wait"
# Of these nothing is drawn in the middle: a run of them is drawn as one, at most so many days at once.
PLAIN, LONGEST_RUN = frozenset({"", QUIET, PAST_THE_LINE}), 15
THEIR_TURN = frozenset({"waiting", "quiet", "snoozed"})


@dataclass(frozen=True)
class Cell:
    """One working day, or today: who moved, whether it was quiet or past the line, a promised date, today."""

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

    @property
    def runs(self) -> Iterator[str]:
        """What is drawn from left to right as class names: r7 stands for seven days."""
        for css, same in groupby(cell.css for cell in self.cells):
            days = len(list(same))
            if css not in PLAIN:
                yield from [css] * days
                continue
            for first in range(0, days, LONGEST_RUN):
                run = min(LONGEST_RUN, days - first)
                yield f"{css} r{run}".lstrip() if run > 1 else css


def strip(
    facts: Facts,
    calendar: WorkCalendar,
    now: dt.datetime,
    standing: Standing,
    *,
    my_move: bool = False,
    most: int = MOST_CELLS,
) -> Strip:
    """The strip of a candidacy at `now`, with its last `most` working days.

    `my_move` says that something else than the clock, such as a thank-you, waits for me.
    """
    past = Past(facts, now)
    moves = _moves(past)
    waits = _waits(past, standing)
    cells = _cells(past, moves, calendar, standing)
    # Past the line, but a talk is arranged or it is set aside: today's cell does not call for me.
    last = [QUIET if waits and mark == PAST_THE_LINE else mark for mark in cells[-1].marks]
    cells[-1] = Cell(cells[-1].day, (*last, NOW, *([WAITING] if waits and not my_move else [])))
    shown = tuple(cells[-most:])
    return Strip(
        shown, _short(shown[0].day), _("Today"), _sentence(past, moves, waits=waits, standing=standing)
    )


def _cells(
    past: Past, moves: dict[dt.date, set[str]], calendar: WorkCalendar, standing: Standing
) -> list[Cell]:
    days = _working_days(min(moves, default=past.today), past.today, calendar)
    marks: dict[dt.date, set[str]] = defaultdict(set)
    for day, made in moves.items():
        marks[_cell_of(day, days)] |= made
    promised = past.decision_given
    if promised and days[0] <= promised <= past.today:
        marks[_cell_of(promised, days)].add(PROMISED)
    return [Cell(day, (*_moved(marks[day]), *_counted(day, marks[day], past, standing))) for day in days]


def _waits(past: Past, standing: Standing) -> bool:
    """Whether the move is theirs: a count runs, or a talk is arranged."""
    return standing.state in THEIR_TURN and bool(standing.silent_on or past.talk_ahead)


def _moves(past: Past) -> dict[dt.date, set[str]]:
    """Who moved on which day, in the company's zone: the application and the letters are mine."""
    moves: dict[dt.date, set[str]] = defaultdict(set)
    for event in past.events:
        mark = MET if event.what == "talk" else ANSWERED if event.theirs else WRITTEN
        moves[past.facts.day(event.at)].add(mark)
    return moves


def _working_days(start: dt.date, end: dt.date, calendar: WorkCalendar) -> list[dt.date]:
    """The working days from start to end, and the end itself, which may be a day off."""
    days = [start] if calendar.is_business_day(start) else []
    day = calendar.next_business_day(start)
    while day < end:
        days.append(day)
        day = calendar.next_business_day(day)
    return days if days[-1:] == [end] else [*days, end]


def _cell_of(day: dt.date, days: list[dt.date]) -> dt.date:
    """The cell of a day: what happened on a day off shows on the next working day, or today."""
    return days[min(bisect_left(days, day), len(days) - 1)]


def _moved(made: set[str]) -> Iterator[str]:
    """Who moved that day, as one mark: a talk says it all."""
    if MET in made:
        yield MET
    elif {WRITTEN, ANSWERED} <= made:
        yield BOTH
    else:
        yield from made & {WRITTEN, ANSWERED}


def _counted(day: dt.date, made: set[str], past: Past, standing: Standing) -> Iterator[str]:
    """Quiet, past the line, and a promised date."""
    if standing.anchor and day > standing.anchor and (standing.silent_on or past.talk_ahead):
        if any(start <= day <= end for start, end in _past_the_line(past, standing)):
            yield PAST_THE_LINE
        elif not made - {PROMISED}:
            yield QUIET
    if PROMISED in made and MET not in made:
        yield PROMISED


def _past_the_line(past: Past, standing: Standing) -> list[tuple[dt.date, dt.date]]:
    """The stretches of days that waited for a letter of mine: each ends on the day that it went."""
    day = past.facts.day
    letters = (past.pursuit[0] if past.pursuit else None, past.second_nudge, past.closing_note)
    starts = (standing.silent_on, standing.second_nudge_on, standing.close_on)
    closed = day(past.closing_note.at) if past.closing_note else past.today
    return [
        (start, min(closed, day(letter.at) if letter else past.today))
        for start, letter in zip(starts, letters, strict=True)
        if start
    ]


def _short(day: dt.date) -> str:
    return short_day(day, day)


def _sentence(past: Past, moves: dict[dt.date, set[str]], *, waits: bool, standing: Standing) -> str:
    if not moves:
        return _("Nothing dated is recorded yet.")
    wrote, answered, met = (sum(mark in made for made in moves.values()) for mark in (WRITTEN, ANSWERED, MET))
    words = {
        "day": date_words(min(moves), past.today),
        "mine": _mine(wrote),
        "theirs": _theirs(answered, after_mine=bool(wrote)),
        "met": _met(met),
    }
    said = [_("Since %(day)s %(mine)s, %(theirs)s, and %(met)s.") % words]
    silent = standing.next_letter is not None
    if standing.anchor and standing.business_days_quiet and (waits or silent):
        said.append(_("Quiet since %(day)s.") % {"day": date_words(standing.anchor, past.today)})
    if past.decision_given:
        was, is_ = _("Decision was promised for %(day)s."), _("Decision is promised for %(day)s.")
        over = past.decision_given <= past.today
        said.append((was if over else is_) % {"day": date_words(past.decision_given, past.today)})
    return " ".join(said)


def _mine(n: int) -> str:
    if not n:
        return _("you have not written")
    return ngettext("you wrote on %(days)s day", "you wrote on %(days)s days", n) % {"days": n}


def _theirs(n: int, *, after_mine: bool) -> str:
    if not n:
        return _("they have not written")
    if after_mine:
        return pgettext("days", "they wrote on %(days)s") % {"days": n}
    return ngettext("they wrote on %(days)s day", "they wrote on %(days)s days", n) % {"days": n}


def _met(n: int) -> str:
    few = {0: _("you have not met"), 1: _("you met once"), 2: _("you met twice")}
    return few.get(n) or _("you met %(times)s times") % {"times": n}
