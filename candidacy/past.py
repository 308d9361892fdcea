"""What had happened by a moment, and what it amounts to: whose turn it is, what was asked, what was promised.

Pure. Everything after the moment is left out, so that asking about an earlier day gives that day's answer.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from candidacy.facts import NUDGES, Facts, Message, Person, SentLetter, Talk

if TYPE_CHECKING:
    from collections.abc import Iterator

CLOSING = "closing"


@dataclass(frozen=True)
class Event:
    """Something that moved the candidacy: the application, a line, a letter, a talk."""

    at: dt.datetime
    what: Literal["applied", "line", "letter", "talk"]
    theirs: bool = False
    people: tuple[Person, ...] = ()
    # How a line was sent, or what sort of letter it was.
    manner: str = ""


@dataclass(frozen=True)
class Past:
    """The facts of a candidacy as of `now` (aware)."""

    facts: Facts
    now: dt.datetime

    @cached_property
    def today(self) -> dt.date:
        """The day in the company's zone."""
        return self.facts.day(self.now)

    @cached_property
    def messages(self) -> list[Message]:
        """Lines by people, in or out, oldest first: what a machine answered counts for nothing."""
        heard = (line for line in self.facts.messages if line.at <= self.now)
        people = (line for line in heard if not (line.inbound and line.automatic))
        return sorted(people, key=lambda line: (line.at, line.said_no))

    @cached_property
    def talks(self) -> list[Talk]:
        """Talks that were held, oldest first."""
        held = (talk for talk in self.facts.talks if not talk.cancelled and talk.end <= self.now)
        return sorted(held, key=lambda talk: talk.end)

    @cached_property
    def letters(self) -> list[SentLetter]:
        """Letters that had gone out, oldest first."""
        return sorted((one for one in self.facts.letters if one.at <= self.now), key=lambda one: one.at)

    def written_to(self, person: Person) -> list[dt.datetime]:
        """When letters had gone out to somebody, in whichever candidacy, oldest first."""
        everywhere = (*self.facts.letters, *self.facts.letters_elsewhere)
        return sorted(one.at for one in everywhere if one.to == person and one.at <= self.now)

    @cached_property
    def talk_ahead(self) -> Talk | None:
        """The next talk, or the one under way."""
        ahead = [talk for talk in self.facts.talks if not talk.cancelled and talk.end > self.now]
        return min(ahead, key=lambda talk: talk.starts_at, default=None)

    @cached_property
    def closed(self) -> bool:
        """Whether it had ended. An end without a day has always been."""
        on = self.facts.closed_on
        return on <= self.today if on else bool(self.facts.closed_as)

    @cached_property
    def last_of_theirs(self) -> Event | None:
        """Their last human line, or the last talk: with it a silence ends and the next may begin."""
        theirs = [event for event in self.events if event.theirs]
        return max(theirs, key=lambda event: event.at, default=None)

    @property
    def last_contact(self) -> Event | None:
        """The last line, letter or talk, whoever it came from."""
        between_us = (event for event in self.events if event.what != "applied")
        return max(between_us, key=lambda event: event.at, default=None)

    @cached_property
    def pursuit(self) -> list[SentLetter]:
        """The nudges and closing notes of the silence that lasts, oldest first."""
        since = self.last_of_theirs
        chasing = (letter for letter in self.letters if letter.kind in NUDGES or letter.kind == CLOSING)
        return [letter for letter in chasing if since is None or letter.at > since.at]

    @cached_property
    def first_nudge(self) -> SentLetter | None:
        """The first nudge of this silence."""
        return next((letter for letter in self.pursuit if letter.kind in NUDGES), None)

    @cached_property
    def second_nudge(self) -> SentLetter | None:
        """The second nudge of this silence: one that calls itself so, or any after the first."""
        nudges = [letter for letter in self.pursuit if letter.kind in NUDGES]
        return next((one for n, one in enumerate(nudges) if n or one.kind == "second_nudge"), None)

    @cached_property
    def closing_note(self) -> SentLetter | None:
        """The last closing note of this silence."""
        return next((letter for letter in reversed(self.pursuit) if letter.kind == CLOSING), None)

    @cached_property
    def anchor(self) -> Event | None:
        """The event that the count starts from. What I send into a silence does not move it."""
        events = self.events
        if self.pursuit:
            started = self.pursuit[0].at
            # With nothing recorded before it, the first of those letters is all there is to count from.
            before = [event for event in events if event.at < started]
            events = before or [event for event in events if event.at == started]
        return max(events, key=lambda event: event.at, default=None)

    @cached_property
    def question(self) -> Message | None:
        """The first line of theirs that asks for an answer which I have not given since."""
        mine = [line.at for line in self.messages if not line.inbound]
        mine += [letter.at for letter in self.letters]
        mine += [t.starts_at for t in self.facts.talks if not t.cancelled and t.starts_at <= self.now]
        asked = (line for line in self.messages if line.inbound and line.needs_reply)
        return next((line for line in asked if not any(at > line.at for at in mine)), None)

    @cached_property
    def refusal(self) -> Message | None:
        """Their last word, when it was a no that nobody has closed the candidacy on."""
        theirs = [line for line in self.messages if line.inbound]
        last = theirs[-1] if theirs else None
        talked_since = any(last and talk.end > last.at for talk in self.talks)
        return last if last and last.said_no and not talked_since else None

    @cached_property
    def decision_given(self) -> dt.date | None:
        """The decision date that was given last. One of unknown moment yields to all others."""
        given = [(line.at, line.decision_on) for line in self.messages if line.decision_on]
        given += [(talk.end, talk.decision_on) for talk in self.talks if talk.decision_on]
        by_hand, on = self.facts.decision_on, self.facts.decision_given_on
        if by_hand and on and on <= self.today:
            # Set by hand that day, so after what came in that day.
            given.append((dt.datetime.combine(on, dt.time.max, self.facts.zone), by_hand))
        if given:
            return max(given)[1]
        return None if on else by_hand

    @cached_property
    def decision_spent(self) -> bool:
        """Whether the date passed and they wrote, or we talked, after it."""
        date = self.decision_given
        theirs = (event for event in self.events if event.theirs)
        return date is not None and any(self.facts.day(event.at) > date for event in theirs)

    @cached_property
    def decision_on(self) -> dt.date | None:
        """The decision date in force."""
        return None if self.decision_spent else self.decision_given

    @cached_property
    def snoozed(self) -> bool:
        """Whether I have set it aside. The day it runs until is awake; a human line ends it."""
        since, until = self.facts.snoozed_on, self.facts.snoozed_until
        if until is None or until <= self.today or (since and since > self.today):
            return False
        return since is None or not any(
            self._after_snooze(line.at, since) for line in self.messages if line.inbound
        )

    def _after_snooze(self, moment: dt.datetime, since: dt.date) -> bool:
        at, day = self.facts.snoozed_at, self.facts.day(moment)
        return moment > at if at and self.facts.day(at) == since == day else day >= since

    @cached_property
    def events(self) -> list[Event]:
        """Everything that moved it, in no particular order."""
        return list(self._events())

    def _events(self) -> Iterator[Event]:
        applied = self.facts.applied_on
        if applied and applied <= self.today:
            yield Event(dt.datetime.combine(applied, dt.time.min, self.facts.zone), "applied")
        for line in self.messages:
            people = () if line.who is None else (line.who,)
            yield Event(line.at, "line", line.inbound, people, line.channel)
        for talk in self.talks:
            yield Event(talk.end, "talk", theirs=True, people=talk.with_)
        for letter in self.letters:
            yield Event(letter.at, "letter", people=(letter.to,), manner=letter.kind)
