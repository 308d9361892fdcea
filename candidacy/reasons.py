"""Why a candidacy stands where it stands, in a sentence or two with dates, as a colleague would say it.

Pure. The words of the clock, apart from its arithmetic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from candidacy.facts import Message, Person, SentLetter, Talk
    from candidacy.past import Event, Past
    from candidacy.rules import Rules

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
HOW_CLOSED = {
    "accepted": "you took their offer",
    "declined": "you declined their offer",
    "rejected": "they said no",
    "withdrawn": "you withdrew",
    "laid_to_rest": "you laid it to rest",
}
MOST_NAMES = 3
SPOKEN = {"phone": "called", "video": "spoke", "on_site": "spoke", "meeting": "spoke"}


def sentence(words: str) -> str:
    """The words with a capital first."""
    return words[:1].upper() + words[1:]


def number(n: int) -> str:
    """A small number as a word, a larger one in figures."""
    return NUMBERS[n] if 0 <= n < len(NUMBERS) else str(n)


def working_days(n: int) -> str:
    """A count of working days in words."""
    return f"{number(n)} working day{'' if n == 1 else 's'}"


def listed(words: Sequence[str]) -> str:
    """Words one after another, with “and” before the last."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def have_passed(n: int) -> str:
    """That so many working days went by."""
    return sentence(f"{working_days(n)} {'has' if n == 1 else 'have'} passed")


def date_words(day: dt.date, today: dt.date) -> str:
    """A day such as 6 November, with the year when it is not today's."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {day:%B}{year}"


def day_words(day: dt.date, today: dt.date) -> str:
    """A day such as Friday 6 November, with the year when it is not today's."""
    return f"{day:%A} {date_words(day, today)}"


class Reasons:
    """The sentences about one candidacy as of a moment."""

    def __init__(self, past: Past, rules: Rules) -> None:
        self.past = past
        self.rules = rules

    def closed(self) -> str:
        """How and when it ended."""
        facts = self.past.facts
        when = f"Closed on {self._day(facts.closed_on)}" if facts.closed_on else "Closed"
        how = HOW_CLOSED.get(facts.closed_as)
        return f"{when}: {how}." if how else f"{when}."

    def reply_owed(self) -> str:
        """Who asked, and when."""
        asked = self.past.question
        if asked is None:
            raise ValueError("Nobody asked anything.")
        who = self._names(() if asked.who is None else (asked.who,)) or "they"
        return f"{sentence(who)} asked you something on {self._moment(asked.at)}. The next line is yours."

    def refused(self, word: Message) -> str:
        """Who said no, and what is left to do."""
        who = self._names(() if word.who is None else (word.who,)) or "they"
        return f"{sentence(who)} said no on {self._moment(word.at)}. You can close this one."

    def snoozed(self) -> str:
        """Since when and until when it is set aside."""
        since, until = self.past.facts.snoozed_on, self.past.facts.snoozed_until
        if until is None:
            raise ValueError("Nothing is set aside.")
        when = f" on {self._day(since)}" if since else ""
        return f"You set this aside{when}, until {self._day(until)}."

    def talk_ahead(self, talk: Talk) -> str:
        """When the next talk is, and with whom."""
        company = self._names(talk.with_)
        subject = f"Your talk with {company}" if company else "Your next talk"
        day = self.past.facts.day(talk.starts_at)
        return f"{subject} is {'today' if day == self.past.today else 'on ' + self._day(day)}."

    def never_silent(self) -> str:
        """Why the stage has no clock."""
        if self.past.facts.stage != "offer":
            return "It is on your wishlist, where nothing turns silent."
        answer_by = self.past.decision_on
        if answer_by:
            hope = "hope" if answer_by >= self.past.today else "hoped"
            return f"Their offer is with you. They {hope} for your answer by {self._day(answer_by)}."
        return "Their offer is with you, so the next move is yours and nothing turns silent."

    def not_started(self) -> str:
        """Why nothing is counted."""
        return "Nothing dated is recorded yet, so the clock has not started."

    def waiting(self, silent_on: dt.date) -> str:
        """What the wait began with, and when it would turn silent."""
        decision = self.past.decision_on
        turns = f"it turns silent on {self._day(silent_on)}"
        if decision is None:
            return f"Waiting since {self._since()}. Without a word {turns}."
        if self.past.today <= decision:
            return f"They asked for time until {self._day(decision)}. Without a word {turns}."
        grace = working_days(self.rules.after_decision_date)
        return f"Their date was {self._day(decision)}. After {grace} of grace {turns}."

    def quiet(self, silent_on: dt.date) -> str:
        """What the quiet began with, and when it will count as silence."""
        return f"No word since {self._since()}. It counts as silence from {self._day(silent_on)}."

    def silent(self) -> str:
        """The rule that fired: a date that they let pass, or the days of the stage."""
        past = self.past
        if past.decision_on:
            last = past.last_of_theirs
            since = self._phrase(last) if last else "then"
            return f"They promised a decision by {self._day(past.decision_on)}. Nothing since {since}."
        allowed = self.rules.of_stage(past.facts.stage)
        days = number(allowed[1]) if allowed else ""
        none = "No new date was given" if past.decision_spent else "No date was promised"
        return f"No word since {self._since()}. {none}, so your {days}-day rule applies."

    def after_first(self, first: SentLetter, second_on: dt.date) -> str:
        """That a nudge is out, and when the second may follow."""
        to, day = self._to(first), self._moment(first.at)
        return f"You wrote{to} on {day}. Without an answer, a second letter is for {self._day(second_on)}."

    def second_due(self, first: SentLetter) -> str:
        """That the first nudge found no answer."""
        letter = f"your letter{self._to(first)} of {self._moment(first.at)}"
        passed = have_passed(self.rules.second_nudge_after)
        return f"No answer to {letter}. {passed}, so a second one can go, with a fresh angle."

    def after_second(self, second: SentLetter, close_on: dt.date) -> str:
        """That both nudges are out, and when to let it rest."""
        to, day = self._to(second), self._moment(second.at)
        return (
            f"Your second letter went{to} on {day}. Without an answer, let it rest on {self._day(close_on)}."
        )

    def close_due(self, second: SentLetter) -> str:
        """That both nudges found no answer."""
        letter = f"your second letter{self._to(second)} of {self._moment(second.at)}"
        passed = have_passed(self.rules.rest_after)
        return f"No answer to {letter}. {passed}, so you can let it rest, with a closing note if you like."

    def after_closing(self, note: SentLetter) -> str:
        """That the door was left open, and what is left to do."""
        to, day = self._to(note), self._moment(note.at)
        return f"Your closing note went{to} on {day}. You can lay this one to rest now."

    def warn(self, silent_on: dt.date | None) -> str:
        """What to say to whoever writes before the date they gave; empty when there is nothing to say."""
        date, today = self.past.decision_on, self.past.today
        if date is None or silent_on is None or today >= silent_on:
            return ""
        asked = f"They asked for time until {date_words(date, today)}"
        if today <= date:
            return f"{asked}."
        return f"{asked}, and {working_days(self.rules.after_decision_date)} more of grace are fair."

    def _since(self) -> str:
        return self._phrase(self.past.anchor) if self.past.anchor else "then"

    def _phrase(self, event: Event) -> str:
        """An event as it stands after “since”."""
        day = self._moment(event.at)
        names = self._names(event.people)
        if event.what == "applied":
            return f"you applied on {day}"
        if event.what == "talk":
            return f"your talk with {names} on {day}" if names else f"your talk on {day}"
        if event.what == "letter":
            return f"{self._letters(event, names)} on {day}"
        verb = SPOKEN.get(event.manner, "wrote")
        if event.theirs:
            return f"{names or 'they'} {verb} on {day}"
        to = f" {'with' if verb == 'spoke' else 'to'} {names}" if names else ""
        return f"you called {names} on {day}" if verb == "called" and names else f"you {verb}{to} on {day}"

    def _letters(self, event: Event, names: str) -> str:
        """The letters of the event's day that are of its sort: several thank-yous are told as such."""
        past, day = self.past, self.past.facts.day(event.at)
        alike = [one for one in past.letters if one.kind == event.manner and past.facts.day(one.at) == day]
        word = "thank-you" if event.manner == "thank_you" else "letter"
        if len(alike) > 1:
            return f"your {word}s"
        return f"your {word} to {names}" if names else f"your {word}"

    def _names(self, people: Sequence[Person]) -> str:
        """Up to three people by name; nothing when there are more or one has no name here."""
        known = [self.past.facts.names.get(person, "") for person in people]
        return listed(known) if 0 < len(known) <= MOST_NAMES and all(known) else ""

    def _to(self, letter: SentLetter) -> str:
        name = self._names((letter.to,))
        return f" to {name}" if name else ""

    def _day(self, day: dt.date) -> str:
        return day_words(day, self.past.today)

    def _moment(self, moment: dt.datetime) -> str:
        return self._day(self.past.facts.day(moment))
