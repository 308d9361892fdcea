"""Why a candidacy stands where it stands, in a sentence or two with dates, as a colleague would say it.

Pure. The words of the clock, apart from its arithmetic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import get_language, gettext_noop, ngettext, pgettext
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from candidacy.facts import Message, Person, SentLetter, Talk
    from candidacy.past import Event, Past
    from candidacy.rules import Rules

NUMBERS = (
    gettext_noop("no"),
    gettext_noop("one"),
    gettext_noop("two"),
    gettext_noop("three"),
    gettext_noop("four"),
    gettext_noop("five"),
    gettext_noop("six"),
    gettext_noop("seven"),
    gettext_noop("eight"),
    gettext_noop("nine"),
    gettext_noop("ten"),
    gettext_noop("eleven"),
    gettext_noop("twelve"),
)
HOW_CLOSED = {
    "accepted": gettext_noop("you took their offer"),
    "declined": gettext_noop("you declined their offer"),
    "rejected": gettext_noop("they said no"),
    "withdrawn": gettext_noop("you withdrew"),
    "laid_to_rest": gettext_noop("you laid it to rest"),
}
MOST_NAMES = 3
SPOKEN = {"phone": "called", "video": "spoke", "on_site": "spoke", "meeting": "spoke"}


def sentence(words: str) -> str:
    """The words with a capital first."""
    return words[:1].upper() + words[1:]


def mid_sentence(label: str) -> str:
    """A label as it stands inside a sentence: where nouns have no capital, in small letters."""
    return str(label) if (get_language() or "").startswith("de") else str(label).lower()


def number(n: int) -> str:
    """A small number as a word, a larger one in figures."""
    return _(NUMBERS[n]) if 0 <= n < len(NUMBERS) else str(n)


def working_days(n: int) -> str:
    """A count of working days in words."""
    return ngettext("%(number)s working day", "%(number)s working days", n) % {"number": number(n)}


def listed(words: Sequence[str]) -> str:
    """Words one after another, with “and” before the last."""
    *first, last = words
    return _("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last} if first else last


def have_passed(n: int) -> str:
    """That so many working days went by."""
    words = ngettext("%(number)s working day has passed", "%(number)s working days have passed", n)
    return sentence(words % {"number": number(n)})


def weekday(day: dt.date) -> str:
    """Friday."""
    return str(WEEKDAYS[day.weekday()])


def date_words(day: dt.date, today: dt.date) -> str:
    """A day such as 6 November, with the year when it is not today's."""
    words = {"day": day.day, "month": MONTHS[day.month]}
    return _("%(day)s %(month)s") % words + _year(day, today)


def day_words(day: dt.date, today: dt.date) -> str:
    """A day such as Friday 6 November, with the year when it is not today's."""
    return _("%(weekday)s %(day)s") % {"weekday": weekday(day), "day": date_words(day, today)}


def short_day(day: dt.date, today: dt.date) -> str:
    """A day such as 6 Nov, with the year when it is not today's."""
    words = {"day": day.day, "month": str(MONTHS_3[day.month]).title()}
    return _("%(day)s %(month)s") % words + _year(day, today)


def week_day(day: dt.date, today: dt.date) -> str:
    """A day such as Fri 6 Nov, with the year when it is not today's."""
    return _("%(weekday)s %(day)s") % {"weekday": short_weekday(day), "day": short_day(day, today)}


def short_weekday(day: dt.date) -> str:
    """Fri."""
    return str(WEEKDAYS_ABBR[day.weekday()])


def _year(day: dt.date, today: dt.date) -> str:
    return "" if day.year == today.year else f" {day.year}"


class Reasons:
    """The sentences about one candidacy as of a moment."""

    def __init__(self, past: Past, rules: Rules) -> None:
        self.past = past
        self.rules = rules

    def closed(self) -> str:
        """How and when it ended."""
        facts = self.past.facts
        day = facts.closed_on
        when = _("Closed on %(day)s") % {"day": self._day(day)} if day else _("Closed")
        how = HOW_CLOSED.get(facts.closed_as)
        return f"{when}: {_(how)}." if how else f"{when}."

    def reply_owed(self) -> str:
        """Who asked, and when."""
        asked = self.past.question
        if asked is None:
            raise ValueError("Nobody asked anything.")
        who = self._names(() if asked.who is None else (asked.who,))
        if not who:
            return _("They asked you something on %(day)s. The next line is yours.") % {
                "day": self._moment(asked.at)
            }
        return _("%(name)s asked you something on %(day)s. The next line is yours.") % {
            "name": sentence(who),
            "day": self._moment(asked.at),
        }

    def refused(self, word: Message) -> str:
        """Who said no, and what is left to do."""
        who = self._names(() if word.who is None else (word.who,))
        words = {"name": sentence(who), "day": self._moment(word.at)}
        if not who:
            return _("They said no on %(day)s. You can close this one.") % words
        return _("%(name)s said no on %(day)s. You can close this one.") % words

    def snoozed(self) -> str:
        """Since when and until when it is set aside."""
        since, until = self.past.facts.snoozed_on, self.past.facts.snoozed_until
        if until is None:
            raise ValueError("Nothing is set aside.")
        if since is None:
            return _("You set this aside, until %(until)s.") % {"until": self._day(until)}
        words = {"day": self._day(since), "until": self._day(until)}
        return _("You set this aside on %(day)s, until %(until)s.") % words

    def talk_ahead(self, talk: Talk) -> str:
        """When the next talk is, and with whom."""
        names = self._names(talk.with_)
        day = self.past.facts.day(talk.starts_at)
        words = {"names": names, "day": self._day(day)}
        if day == self.past.today:
            told = _("Your talk with %(names)s is today.") if names else _("Your next talk is today.")
        elif names:
            told = _("Your talk with %(names)s is on %(day)s.")
        else:
            told = _("Your next talk is on %(day)s.")
        return told % words

    def never_silent(self) -> str:
        """Why the stage has no clock."""
        if self.past.facts.stage != "offer":
            return _("It is on your wishlist, where nothing turns silent.")
        answer_by = self.past.decision_on
        if answer_by:
            ahead = _("Their offer is with you. They hope for your answer by %(day)s.")
            past = _("Their offer is with you. They hoped for your answer by %(day)s.")
            return (ahead if answer_by >= self.past.today else past) % {"day": self._day(answer_by)}
        return _("Their offer is with you, so the next move is yours and nothing turns silent.")

    def not_started(self) -> str:
        """Why nothing is counted."""
        return _("Nothing dated is recorded yet, so the clock has not started.")

    def waiting(self, silent_on: dt.date) -> str:
        """What the wait began with, and when it would turn silent."""
        decision = self.past.decision_on
        words = {"silent": self._day(silent_on)}
        if decision is None:
            words["event"] = self._since()
            return _("Waiting since %(event)s. Without a word it turns silent on %(silent)s.") % words
        words["day"] = self._day(decision)
        if self.past.today <= decision:
            return (
                _("They asked for time until %(day)s. Without a word it turns silent on %(silent)s.") % words
            )
        days = self.rules.after_decision_date
        told = ngettext(
            "Their date was %(day)s. After %(number)s working day of grace it turns silent on %(silent)s.",
            "Their date was %(day)s. After %(number)s working days of grace it turns silent on %(silent)s.",
            days,
        )
        return told % {**words, "number": number(days)}

    def quiet(self, silent_on: dt.date) -> str:
        """What the quiet began with, and when it will count as silence."""
        words = {"event": self._since(), "day": self._day(silent_on)}
        return _("No word since %(event)s. It counts as silence from %(day)s.") % words

    def silent(self) -> str:
        """The rule that fired: a date that they let pass, or the days of the stage."""
        past = self.past
        if past.decision_on:
            last = past.last_of_theirs
            since = self._phrase(last) if last else pgettext("since", "then")
            words = {"day": self._day(past.decision_on), "event": since}
            return _("They promised a decision by %(day)s. Nothing since %(event)s.") % words
        allowed = self.rules.of_stage(past.facts.stage)
        words = {"event": self._since(), "days": number(allowed[1]) if allowed else ""}
        if past.decision_spent:
            return (
                _("No word since %(event)s. No new date was given, so your %(days)s-day rule applies.")
                % words
            )
        return _("No word since %(event)s. No date was promised, so your %(days)s-day rule applies.") % words

    def after_first(self, first: SentLetter, second_on: dt.date) -> str:
        """That a nudge is out, and when the second may follow."""
        words = {**self._letter(first), "next": self._day(second_on)}
        if not words["name"]:
            return _("You wrote on %(day)s. Without an answer, a second letter is for %(next)s.") % words
        return (
            _("You wrote to %(name)s on %(day)s. Without an answer, a second letter is for %(next)s.") % words
        )

    def second_due(self, first: SentLetter) -> str:
        """That the first nudge found no answer."""
        words = {**self._letter(first), "passed": have_passed(self.rules.second_nudge_after)}
        if not words["name"]:
            told = _(
                "No answer to your letter of %(day)s. %(passed)s, so a second one can go, with a fresh angle."
            )
        else:
            told = _(
                "No answer to your letter to %(name)s of %(day)s. %(passed)s, so a second one can go, with a "
                "fresh angle."
            )
        return told % words

    def after_second(self, second: SentLetter, close_on: dt.date) -> str:
        """That both nudges are out, and when to let it rest."""
        words = {**self._letter(second), "next": self._day(close_on)}
        if not words["name"]:
            return (
                _("Your second letter went on %(day)s. Without an answer, let it rest on %(next)s.") % words
            )
        told = _(
            "Your second letter went to %(name)s on %(day)s. Without an answer, let it rest on %(next)s."
        )
        return told % words

    def close_due(self, second: SentLetter) -> str:
        """That both nudges found no answer."""
        words = {**self._letter(second), "passed": have_passed(self.rules.rest_after)}
        if not words["name"]:
            told = _(
                "No answer to your second letter of %(day)s. %(passed)s, so you can let it rest, with a "
                "closing note if you like."
            )
        else:
            told = _(
                "No answer to your second letter to %(name)s of %(day)s. %(passed)s, so you can let it rest, "
                "with a closing note if you like."
            )
        return told % words

    def after_closing(self, note: SentLetter) -> str:
        """That the door was left open, and what is left to do."""
        words = self._letter(note)
        if not words["name"]:
            return _("Your closing note went on %(day)s. You can lay this one to rest now.") % words
        return _("Your closing note went to %(name)s on %(day)s. You can lay this one to rest now.") % words

    def warn(self, silent_on: dt.date | None) -> str:
        """What to say to whoever writes before the date they gave; empty when there is nothing to say."""
        date, today = self.past.decision_on, self.past.today
        if date is None or silent_on is None or today >= silent_on:
            return ""
        words = {"day": date_words(date, today), "grace": working_days(self.rules.after_decision_date)}
        if today <= date:
            return _("They asked for time until %(day)s.") % words
        return _("They asked for time until %(day)s, and %(grace)s more of grace are fair.") % words

    def _since(self) -> str:
        return self._phrase(self.past.anchor) if self.past.anchor else pgettext("since", "then")

    def _phrase(self, event: Event) -> str:
        """An event as it stands after “since”."""
        names = self._names(event.people)
        return self._manner(event, names) % {"day": self._moment(event.at), "names": names}

    def _manner(self, event: Event, names: str) -> str:
        if event.what == "applied":
            return pgettext("since", "you applied on %(day)s")
        if event.what == "talk":
            with_names = pgettext("since", "your talk with %(names)s on %(day)s")
            return with_names if names else pgettext("since", "your talk on %(day)s")
        if event.what == "letter":
            return self._letters(event, names)
        return _their_word(event, names) if event.theirs else _my_word(event, names)

    def _letters(self, event: Event, names: str) -> str:
        """The letters of the event's day that are of its sort: several thank-yous are told as such."""
        past, day = self.past, self.past.facts.day(event.at)
        alike = [one for one in past.letters if one.kind == event.manner and past.facts.day(one.at) == day]
        if event.manner == "thank_you":
            if len(alike) > 1:
                return pgettext("since", "your thank-yous on %(day)s")
            with_names = pgettext("since", "your thank-you to %(names)s on %(day)s")
            return with_names if names else pgettext("since", "your thank-you on %(day)s")
        if len(alike) > 1:
            return pgettext("since", "your letters on %(day)s")
        with_names = pgettext("since", "your letter to %(names)s on %(day)s")
        return with_names if names else pgettext("since", "your letter on %(day)s")

    def _names(self, people: Sequence[Person]) -> str:
        """Up to three people by name; nothing when there are more or one has no name here."""
        known = [self.past.facts.names.get(person, "") for person in people]
        return listed(known) if 0 < len(known) <= MOST_NAMES and all(known) else ""

    def _letter(self, letter: SentLetter) -> dict[str, str]:
        """Whom a letter went to, empty where nobody has a name, and on which day."""
        return {"name": self._names((letter.to,)), "day": self._moment(letter.at)}

    def _day(self, day: dt.date) -> str:
        return day_words(day, self.past.today)

    def _moment(self, moment: dt.datetime) -> str:
        return self._day(self.past.facts.day(moment))


def _their_word(event: Event, names: str) -> str:
    match SPOKEN.get(event.manner), bool(names):
        case "called", True:
            return pgettext("since", "%(names)s called on %(day)s")
        case "called", False:
            return pgettext("since", "they called on %(day)s")
        case "spoke", True:
            return pgettext("since", "%(names)s spoke on %(day)s")
        case "spoke", False:
            return pgettext("since", "they spoke on %(day)s")
        case _, True:
            return pgettext("since", "%(names)s wrote on %(day)s")
        case _:
            return pgettext("since", "they wrote on %(day)s")


def _my_word(event: Event, names: str) -> str:
    match SPOKEN.get(event.manner), bool(names):
        case "called", True:
            return pgettext("since", "you called %(names)s on %(day)s")
        case "called", False:
            return pgettext("since", "you called on %(day)s")
        case "spoke", True:
            return pgettext("since", "you spoke with %(names)s on %(day)s")
        case "spoke", False:
            return pgettext("since", "you spoke on %(day)s")
        case _, True:
            return pgettext("since", "you wrote to %(names)s on %(day)s")
        case _:
            return pgettext("since", "you wrote on %(day)s")
