"""What happened in one candidacy, as the clock sees it: lines, talks and letters, each with its moment.

Pure. People are opaque keys. All moments are aware datetimes; days are days in the company's zone.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt

Person = Hashable
NUDGES = frozenset({"nudge", "second_nudge"})


@dataclass(frozen=True)
class Message:
    """A line in or out that is neither a talk nor a letter written here: they wrote, I wrote, a call."""

    at: dt.datetime
    inbound: bool
    automatic: bool = False
    needs_reply: bool = False
    decision_on: dt.date | None = None
    who: Person | None = None
    channel: str = "email"
    said_no: bool = False


@dataclass(frozen=True)
class Talk:
    """An interview of any sort, with the people present. Without an end it lasts no time."""

    starts_at: dt.datetime
    ends_at: dt.datetime | None = None
    cancelled: bool = False
    with_: tuple[Person, ...] = ()
    # The date in what they said there about when they decide, the latest where they named several.
    decision_on: dt.date | None = None
    # What the caller wants to find again, such as the row's number.
    key: Hashable = None

    @property
    def end(self) -> dt.datetime:
        """When it was over."""
        return self.ends_at or self.starts_at


@dataclass(frozen=True)
class SentLetter:
    """A letter that went out: thank_you, nudge, second_nudge, closing or free."""

    at: dt.datetime
    kind: str
    to: Person


@dataclass(frozen=True)
class Facts:
    """All that the clock knows of one candidacy. `names` gives the words for people in sentences."""

    stage: str
    zone: dt.tzinfo
    applied_on: dt.date | None = None
    decision_on: dt.date | None = None
    # When that date was given; unknown, it yields to every date whose moment is known.
    decision_given_on: dt.date | None = None
    snoozed_on: dt.date | None = None
    # When on that day it was set; unknown, whatever came in that day came after.
    snoozed_at: dt.datetime | None = None
    snoozed_until: dt.date | None = None
    closed_on: dt.date | None = None
    closed_as: str = ""
    messages: tuple[Message, ...] = ()
    talks: tuple[Talk, ...] = ()
    letters: tuple[SentLetter, ...] = ()
    # To people of this candidacy, in another one: a thank-you there thanks for the talk here too.
    letters_elsewhere: tuple[SentLetter, ...] = ()
    names: Mapping[Person, str] = field(default_factory=dict)

    def day(self, moment: dt.datetime) -> dt.date:
        """The day of a moment in the company's zone."""
        return moment.astimezone(self.zone).date()


ThankYouState = Literal["settling", "due", "overdue", "lapsed", "sent"]
