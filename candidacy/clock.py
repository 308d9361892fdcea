"""The clock: from what happened, a calendar and a moment to a state, its dates and its reason.

Pure. A state is computed each time it is asked for, never stored, so that it cannot drift from the facts.
What happened after the moment asked about does not exist yet, except that a talk may already be arranged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from candidacy.facts import Facts, Message, Person, SentLetter, Talk, ThankYouState
from candidacy.rules import RuleField, Rules, rule_fields

if TYPE_CHECKING:
    import datetime as dt

    from candidacy.calendar import WorkCalendar

__all__ = [
    "Facts", "Message", "Person", "RuleField", "Rules", "SentLetter", "Standing", "State", "Talk", "ThankYou",
    "ThankYouState", "rule_fields", "standing", "thank_yous",
]  # fmt: skip

State = Literal[
    "closed", "reply_owed", "close_due", "second_nudge_due", "silent", "snoozed", "quiet", "waiting",
    "thank_you_due", "thank_you_overdue",
]  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """Where a candidacy stands at a moment. Dates are days in the company's zone."""

    state: State
    # One or two sentences with dates: why this state.
    why: str
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
    # What can be done now, most fitting first: reply, write, replied, snooze, wake, lay_to_rest.
    actions: tuple[str, ...] = ()


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


def standing(facts: Facts, calendar: WorkCalendar, now: dt.datetime, rules: Rules) -> Standing:
    """Where the candidacy stands at `now` (aware), by the clock or by a reply owed, never by a thank-you."""
    raise NotImplementedError


def thank_yous(
    facts: Facts, calendar: WorkCalendar, now: dt.datetime, rules: Rules, *, sent: bool = False
) -> list[ThankYou]:
    """The thank-yous owed at `now`, most urgent first; with `sent` those already written too."""
    raise NotImplementedError
