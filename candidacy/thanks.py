"""Which thank-yous are owed, to whom and until when.

Pure. One for each person present in a talk that was held; a letter covers all earlier talks with that person.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from candidacy.past import Past

if TYPE_CHECKING:
    from candidacy.calendar import WorkCalendar
    from candidacy.facts import Facts, Person, Talk, ThankYouState
    from candidacy.rules import Rules


@dataclass(frozen=True)
class ThankYou:
    """A thank-you to one person for the latest talk with them. Moments are UTC, `worth_until` a local day."""

    person: Person
    talk: Talk
    ended_at: dt.datetime
    due_at: dt.datetime
    overdue_at: dt.datetime
    worth_until: dt.date
    state: ThankYouState
    sent_at: dt.datetime | None = None


def thank_yous(
    facts: Facts, calendar: WorkCalendar, now: dt.datetime, rules: Rules, *, sent: bool = False
) -> list[ThankYou]:
    """The thank-yous owed at `now`, most urgent first; with `sent` those already written too, at the end.

    None is asked for in a closed candidacy.
    """
    past = Past(facts, now)
    if past.closed and not sent:
        return []
    # Held talks come oldest first, so that the latest with each person stays.
    latest = {person: talk for talk in past.talks for person in talk.with_}
    all_of_them = [_thank_you(person, talk, past, calendar, rules) for person, talk in latest.items()]
    wanted = [one for one in all_of_them if (one.state == "sent" if past.closed else sent or not one.sent_at)]
    return sorted(wanted, key=lambda one: (one.sent_at is not None, one.overdue_at, one.ended_at))


def _thank_you(person: Person, talk: Talk, past: Past, calendar: WorkCalendar, rules: Rules) -> ThankYou:
    zone, end = past.facts.zone, talk.end.astimezone(dt.UTC)
    day = past.facts.day(end)
    due_at = end + dt.timedelta(hours=rules.thank_you_hours)
    next_noon = dt.datetime.combine(calendar.next_business_day(day), dt.time(rules.thank_you_noon), zone)
    covering = (sent_at for sent_at in past.written_to(person) if sent_at >= end)
    owed = ThankYou(
        person=person,
        talk=talk,
        ended_at=end,
        due_at=due_at,
        overdue_at=max(due_at, next_noon.astimezone(dt.UTC)),
        worth_until=calendar.add(day, rules.thank_you_worth),
        state="due",
        sent_at=next(covering, None),
    )
    return replace(owed, state=_state(owed, past, rules))


def _state(thanks: ThankYou, past: Past, rules: Rules) -> ThankYouState:
    if thanks.sent_at:
        return "sent"
    if past.now < thanks.ended_at + dt.timedelta(hours=rules.settle_hours):
        return "settling"
    if past.today > thanks.worth_until:
        return "lapsed"
    return "overdue" if past.now >= thanks.overdue_at else "due"
