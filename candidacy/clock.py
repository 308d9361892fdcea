"""The clock: from what happened, a calendar and a moment to a state, its dates and its reason.

Pure. A state is computed each time it is asked for, never stored, so that it cannot drift from the facts.
What happened after the moment asked about does not exist yet, except that a talk may already be arranged.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from candidacy.facts import Facts, Message, Person, SentLetter, Talk, ThankYouState
from candidacy.past import Past
from candidacy.reasons import Reasons
from candidacy.rules import CLOCKED_STAGES, RuleField, Rules, rule_fields
from candidacy.thanks import ThankYou, thank_yous

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from candidacy.calendar import WorkCalendar

__all__ = [
    "Facts", "Message", "Person", "RuleField", "Rules", "SentLetter", "Standing", "State", "Talk", "ThankYou",
    "ThankYouState", "most_pressing", "rule_fields", "send_day", "standing", "thank_yous",
]  # fmt: skip

State = Literal[
    "closed", "reply_owed", "close_due", "second_nudge_due", "silent", "snoozed", "quiet", "waiting",
    "thank_you_due", "thank_you_overdue",
]  # fmt: skip
MONDAY, FRIDAY = 0, 4


@dataclass(frozen=True)
class Standing:
    """Where a candidacy stands at a moment. Dates are days in the company's zone."""

    state: State
    # Puts the reason into words. Most standings are only counted, so it is asked for when they are shown.
    say_why: Callable[[], str] = field(repr=False, compare=False)
    anchor: dt.date | None = None
    quiet_on: dt.date | None = None
    silent_on: dt.date | None = None
    second_nudge_on: dt.date | None = None
    close_on: dt.date | None = None
    business_days_quiet: int = 0
    # The decision date in force: given last, and not yet answered after it passed.
    decision_on: dt.date | None = None
    suggested_send_on: dt.date | None = None
    # On that day not before this hour, in the company's zone; None: any time.
    suggested_send_from: dt.time | None = None
    # The letter this state asks for: nudge, second_nudge, closing or none.
    next_letter: str | None = None
    # Said to whoever writes all the same before silence; empty when nothing speaks against writing.
    warn: str = ""
    # What can be done now, most fitting first: reply, write, replied, snooze, wake, lay_to_rest, close.
    actions: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """One or two sentences with dates: why this state."""
        return self.say_why()


def standing(facts: Facts, calendar: WorkCalendar, now: dt.datetime, rules: Rules) -> Standing:
    """Where the candidacy stands at `now` (aware), by the clock or by a reply owed, never by a thank-you."""
    past = Past(facts, now)
    say = Reasons(past, rules)
    if past.closed:
        return Standing("closed", say.closed)
    dates = _dates(past, calendar, rules)
    if past.question:
        unclocked = replace(dates, quiet_on=None, silent_on=None)
        return _answer("reply_owed", say.reply_owed, unclocked, actions=("reply",))
    if past.refusal and not past.talk_ahead:
        unclocked = _Dates(anchor=dates.anchor, business_days_quiet=dates.business_days_quiet)
        return _answer("waiting", partial(say.refused, past.refusal), unclocked, actions=("close",))
    if past.snoozed:
        answer = _answer("snoozed", say.snoozed, dates, actions=("wake", "replied"))
    else:
        answer = _clocked(past, dates, say)
    return replace(answer, warn=say.warn(dates.silent_on), **_sending(past, dates, calendar, rules))


def most_pressing(clock: Standing, thanks: Sequence[ThankYou]) -> State:
    """The one state of a candidacy where its thank-yous count too: after a reply owed they come first."""
    if clock.state in ("closed", "reply_owed"):
        return clock.state
    states = {one.state for one in thanks}
    if "overdue" in states:
        return "thank_you_overdue"
    return "thank_you_due" if "due" in states else clock.state


@dataclass(frozen=True)
class _Dates:
    """The days of the clock, whatever the state."""

    anchor: dt.date | None = None
    quiet_on: dt.date | None = None
    silent_on: dt.date | None = None
    second_nudge_on: dt.date | None = None
    close_on: dt.date | None = None
    business_days_quiet: int = 0
    decision_on: dt.date | None = None


def _dates(past: Past, calendar: WorkCalendar, rules: Rules) -> _Dates:
    day = past.facts.day
    anchor = day(past.anchor.at) if past.anchor else None
    quiet = calendar.between(anchor, past.today) if anchor else 0
    dates = _Dates(anchor=anchor, business_days_quiet=quiet, decision_on=past.decision_on)
    allowed = rules.of_stage(past.facts.stage)
    if allowed is None:
        return dates
    if past.decision_on:
        dates = replace(dates, silent_on=calendar.add(past.decision_on, rules.after_decision_date))
    elif anchor:
        quiet_on, silent_on = (calendar.add(anchor, days) for days in allowed)
        dates = replace(dates, quiet_on=quiet_on, silent_on=silent_on)
    if past.first_nudge:
        second_on = calendar.add(day(past.first_nudge.at), rules.second_nudge_after)
        dates = replace(dates, second_nudge_on=_not_before_their_date(second_on, dates))
    if past.second_nudge:
        close_on = calendar.add(day(past.second_nudge.at), rules.rest_after)
        dates = replace(dates, close_on=_not_before_their_date(close_on, dates))
    return dates


def _not_before_their_date(day: dt.date, dates: _Dates) -> dt.date:
    """A nudge sent early does not shorten the time that they asked for."""
    return max(day, dates.silent_on) if dates.decision_on and dates.silent_on else day


def _clocked(past: Past, dates: _Dates, say: Reasons) -> Standing:
    """The state by the clock alone, most pressing first."""
    if past.talk_ahead:
        return _answer("waiting", partial(say.talk_ahead, past.talk_ahead), dates)
    if past.facts.stage not in CLOCKED_STAGES:
        return _answer("waiting", say.never_silent, dates)
    if past.closing_note:
        why = partial(say.after_closing, past.closing_note)
        return _answer("waiting", why, dates, actions=("lay_to_rest", "replied"))
    if past.second_nudge and dates.close_on:
        return _after_second(past.second_nudge, dates.close_on, past, dates, say)
    if past.first_nudge and dates.second_nudge_on:
        return _after_first(past.first_nudge, dates.second_nudge_on, past, dates, say)
    return _before_nudges(past, dates, say)


def _after_second(second: SentLetter, on: dt.date, past: Past, dates: _Dates, say: Reasons) -> Standing:
    if past.today < on:
        return _answer("waiting", partial(say.after_second, second, on), dates)
    actions = ("lay_to_rest", "write", "replied", "snooze")
    return _answer("close_due", partial(say.close_due, second), dates, next_letter="closing", actions=actions)


def _after_first(first: SentLetter, on: dt.date, past: Past, dates: _Dates, say: Reasons) -> Standing:
    if past.today < on:
        return _answer("waiting", partial(say.after_first, first, on), dates)
    return _answer("second_nudge_due", partial(say.second_due, first), dates, next_letter="second_nudge")


def _before_nudges(past: Past, dates: _Dates, say: Reasons) -> Standing:
    if dates.silent_on is None:
        return _answer("waiting", say.not_started, dates)
    if past.today >= dates.silent_on:
        return _answer("silent", say.silent, dates, next_letter="nudge")
    if dates.quiet_on and past.today >= dates.quiet_on:
        return _answer("quiet", partial(say.quiet, dates.silent_on), dates)
    return _answer("waiting", partial(say.waiting, dates.silent_on), dates)


def _answer(
    state: State,
    say_why: Callable[[], str],
    dates: _Dates,
    *,
    next_letter: str | None = None,
    actions: tuple[str, ...] = (),
) -> Standing:
    usual = ("write", "replied", "snooze") if next_letter else ("replied", "snooze")
    return Standing(state, say_why, **vars(dates), next_letter=next_letter, actions=actions or usual)


def _sending(past: Past, dates: _Dates, calendar: WorkCalendar, rules: Rules) -> dict[str, Any]:
    """The day and the hour to send: none before silence begins."""
    if dates.silent_on is None or past.today < dates.silent_on:
        return {}
    local = past.now.astimezone(past.facts.zone)
    day = send_day(local, calendar, rules)
    waits = day.weekday() == MONDAY and (day > past.today or local.time() < dt.time(rules.monday_from))
    return {
        "suggested_send_on": day,
        "suggested_send_from": dt.time(rules.monday_from) if waits else None,
    }


def send_day(local: dt.datetime, calendar: WorkCalendar, rules: Rules) -> dt.date:
    """The first good day for a nudge from a local moment on: today while there is time, no bridge day."""
    day = local.date()
    last_hour = rules.friday_until if day.weekday() == FRIDAY else rules.send_until
    in_time = (local.hour, local.minute, local.second) <= (last_hour, 0, 0)
    if not (in_time and calendar.is_business_day(day)) or calendar.is_bridge_day(day):
        day = calendar.next_business_day(day)
    while calendar.is_bridge_day(day):
        day = calendar.next_business_day(day)
    return day
