"""Until when an answer of the clock holds: the next moment at which something it rests on begins or ends.

Pure. With the same facts, every moment before then gives the same state, the same days of the clock and the
same thank-yous; only what is counted from day to day, such as the working days since, goes on.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from candidacy.clock import Standing
    from candidacy.facts import Facts
    from candidacy.rules import Rules
    from candidacy.thanks import ThankYou

ONE_DAY = dt.timedelta(days=1)
# Looked at anew after so long in any case: the time zones and holidays of the world change too.
AT_MOST = dt.timedelta(days=30)


def holds_until(
    facts: Facts, standing: Standing, thanks: Iterable[ThankYou], now: dt.datetime, rules: Rules
) -> dt.datetime:
    """The first moment (UTC) after `now` at which the answer may become another."""
    moments = [*to_come(facts), *_of_thanks(thanks, rules)]
    moments += [midnight(day, facts.zone) for day in _days(facts, standing, thanks)]
    ahead = (one.astimezone(dt.UTC) for one in moments if one > now)
    return min([(now + AT_MOST).astimezone(dt.UTC), *ahead])


def to_come(facts: Facts) -> Iterator[dt.datetime]:
    """The moment of every fact: of one that is still to come, it counts from then on."""
    yield from (line.at for line in facts.messages)
    yield from (letter.at for letter in (*facts.letters, *facts.letters_elsewhere))
    for talk in facts.talks:
        yield talk.starts_at
        yield talk.end
    if facts.snoozed_at:
        yield facts.snoozed_at


def _of_thanks(thanks: Iterable[ThankYou], rules: Rules) -> Iterator[dt.datetime]:
    for one in thanks:
        yield one.ended_at + dt.timedelta(hours=rules.settle_hours)
        yield one.due_at
        yield one.overdue_at


def _days(facts: Facts, standing: Standing, thanks: Iterable[ThankYou]) -> Iterator[dt.date]:
    """Days that begin something; and the days after those that end it."""
    begins = (
        facts.applied_on, facts.decision_given_on, facts.snoozed_on, facts.snoozed_until, facts.closed_on,
        standing.quiet_on, standing.silent_on, standing.second_nudge_on, standing.close_on,
    )  # fmt: skip
    yield from (day for day in begins if day)
    ends = (standing.decision_on, *(one.worth_until for one in thanks))
    yield from (day + ONE_DAY for day in ends if day and day < dt.date.max)


def midnight(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    """When a day begins there."""
    return dt.datetime.combine(day, dt.time.min, zone)
