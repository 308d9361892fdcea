"""The proof of a search: what was done on which day, how, and what came of it.

Pure. Only what I did stands in it: applications, talks, letters, what I wrote, and calls and meetings whoever
asked for them. What was said, and every note, stays out.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candidacy.past import Past
from candidacy.reasons import date_words, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

    from candidacy.facts import Facts, Message, SentLetter, Talk
    from desk.insights.period import Period

APPLICATION, INTERVIEW, LETTER, CONTACT = "application", "interview", "letter", "contact"
SPOKEN = frozenset({"phone", "video", "on_site", "meeting"})


@dataclass(frozen=True)
class Searched:
    """One candidacy: its facts, how it was found, each talk’s channel and each person’s full name."""

    company: str
    role: str
    facts: Facts
    source: str = ""
    channels: Mapping[Hashable, str] = field(default_factory=dict)
    names: Mapping[Hashable, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """One thing done. `sort` is one of the four above, the other words are as they are read."""

    on: dt.date
    company: str
    role: str
    sort: str
    what: str
    how: str
    result: str


def entries(all_of_them: Iterable[Searched], period: Period, now: dt.datetime) -> list[Entry]:
    """What was done in a period, the earliest first."""
    found = [one for each in all_of_them for one in _Told(each, now).entries() if one.on in period]
    return sorted(found, key=lambda one: (one.on, one.company.casefold(), one.role, one.sort, one.what))


def counted(found: Iterable[Entry]) -> str:
    """How much was done of each sort: “3 applications, 2 interviews and 1 letter”; empty for nothing."""
    numbers = Counter(one.sort for one in found)
    return listed(tuple(_COUNTED[sort](numbers[sort]) for sort in _COUNTED if numbers[sort]) or ("",))


class _Told:
    """One candidacy, read for what I did."""

    def __init__(self, searched: Searched, now: dt.datetime) -> None:
        self.searched, self.facts = searched, searched.facts
        self.past = Past(self.facts, now)

    def entries(self) -> Iterator[Entry]:
        """Everything done for it, in no particular order."""
        applied = self.facts.applied_on
        if applied and applied <= self.past.today:
            morning = dt.datetime.combine(applied, dt.time.min, self.facts.zone)
            yield self._entry(applied, APPLICATION, _("Application"), self.searched.source, morning)
        for talk in self.past.talks:
            yield self._entry(
                self._day(talk.starts_at), INTERVIEW, _("Interview"), self._with(talk), talk.end
            )
        for letter in self.past.letters:
            yield self._entry(self._day(letter.at), LETTER, _letter(letter), self._to(letter), letter.at)
        for line in self.past.messages:
            if not line.inbound or line.channel in SPOKEN:
                yield self._entry(self._day(line.at), CONTACT, _contact(line), self._who(line), line.at)

    def _entry(self, on: dt.date, sort: str, what: str, how: str, after: dt.datetime) -> Entry:
        return Entry(on, self.searched.company, self.searched.role, sort, what, how, self._result(after))

    def _result(self, after: dt.datetime) -> str:
        """What came next from them after that moment, also a talk that is arranged."""
        lines = [(line.at, line) for line in self.past.messages if line.inbound]
        talks = [(talk.starts_at, None) for talk in self.facts.talks if not talk.cancelled]
        later = [one for one in (*lines, *talks) if one[0] > after]
        if not later:
            return self._ended()
        at, line = min(later, key=lambda one: one[0])
        words = {"day": self._words(self._day(at))}
        if line is None:
            return _("Interview on %(day)s") % words
        return (_("They said no on %(day)s") if line.said_no else _("Reply on %(day)s")) % words

    def _ended(self) -> str:
        """How it stands where nothing more came."""
        if not self.past.closed:
            return _("No reply yet")
        said, on = _ENDED.get(self.facts.closed_as, _ENDED[""])(), self.facts.closed_on
        return _("%(said)s, %(day)s") % {"said": said, "day": self._words(on)} if on else said

    def _with(self, talk: Talk) -> str:
        how = _CHANNELS[self.searched.channels.get(talk.key, "")]()
        people = [name for one in talk.with_ if (name := self.searched.names.get(one))]
        return _("%(how)s, with %(people)s") % {"how": how, "people": listed(people)} if people else how

    def _to(self, letter: SentLetter) -> str:
        return _("to %(person)s") % {"person": self.searched.names.get(letter.to, "")}

    def _who(self, line: Message) -> str:
        how, name = _CHANNELS[line.channel](), self.searched.names.get(line.who)
        return _("%(how)s, with %(people)s") % {"how": how, "people": name} if name else how

    def _words(self, day: dt.date) -> str:
        return date_words(day, self.past.today)

    def _day(self, moment: dt.datetime) -> dt.date:
        return self.facts.day(moment)


def _letter(letter: SentLetter) -> str:
    return _LETTERS.get(letter.kind, _LETTERS["free"])()


def _contact(line: Message) -> str:
    if line.channel in ("phone", "video"):
        return _("Call")
    return _("Meeting") if line.channel in SPOKEN else _("Message sent")


_LETTERS = {
    "thank_you": lambda: _("Thank-you letter"),
    "nudge": lambda: _("Follow-up letter"),
    "second_nudge": lambda: _("Second follow-up letter"),
    "closing": lambda: _("Closing letter"),
    "free": lambda: _("Letter"),
}
_CHANNELS: dict[str, Callable[[], str]] = {
    "phone": lambda: _("by phone"),
    "video": lambda: _("by video"),
    "on_site": lambda: _("on site"),
    "meeting": lambda: _("in person"),
    "email": lambda: _("by e-mail"),
    "message": lambda: _("by message"),
    "letter": lambda: _("by post"),
    "": lambda: "",
}
_ENDED = {
    "accepted": lambda: _("Offer accepted"),
    "declined": lambda: _("Offer declined"),
    "rejected": lambda: _("They said no"),
    "withdrawn": lambda: _("Withdrawn"),
    "laid_to_rest": lambda: _("No reply"),
    "": lambda: _("Closed"),
}
_COUNTED = {
    APPLICATION: lambda n: ngettext("%(n)s application", "%(n)s applications", n) % {"n": n},
    INTERVIEW: lambda n: ngettext("%(n)s interview", "%(n)s interviews", n) % {"n": n},
    LETTER: lambda n: ngettext("%(n)s letter", "%(n)s letters", n) % {"n": n},
    CONTACT: lambda n: ngettext("%(n)s contact", "%(n)s contacts", n) % {"n": n},
}
