"""What a letter is made from and what a draft is, as plain values: shared by drafting and review.

Every key is the archive's text key. Moments are aware and already in the company's zone, so that a weekday
or a date in a letter is the reader's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

ME = "me"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody met or named at the company. ``relation`` uses the archive's words."""

    key: str
    name: str
    title: str = ""
    relation: str = "other"


@dataclass(frozen=True, slots=True)
class NoteText:
    """One note. ``person`` is whom it hangs on, ``by`` a person's key or ``ME``, ``about`` another note's."""

    key: str
    kind: str
    text: str
    person: str
    interview: str = ""
    mood: str = ""
    by: str = ME
    share: str = "open"
    about: str = ""
    reply: str = ""
    due_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class TalkText:
    """One talk that was held, with the keys of the people present. Without an end its length is unknown."""

    key: str
    starts: datetime
    ends: datetime | None = None
    channel: str = "video"
    place: str = ""
    stage: str = ""
    people: tuple[str, ...] = ()

    @property
    def minutes(self) -> int | None:
        """Its length in minutes, where the end is known."""
        return None if self.ends is None else round((self.ends - self.starts).total_seconds() / 60)


@dataclass(frozen=True, slots=True)
class EarlierLetter:
    """A letter at that company, sent or draft; ``notes``, ``development``, ``news`` are what it used."""

    key: str
    to: str
    kind: str
    status: str = "sent"
    sent_at: datetime | None = None
    subject: str = ""
    body: str = ""
    notes: tuple[str, ...] = ()
    development: str = ""
    news: str = ""
    hand_edited: bool = False


@dataclass(frozen=True, slots=True)
class DevelopmentText:
    """A dated piece of news about the company; the summary is my own line on what it means for them.

    The excerpt is what its feed says of it: it tells what it is about, and goes into no letter.
    What is unread was brought by a feed, and I have not looked at it yet.
    """

    key: str
    title: str
    published_on: date | None = None
    source: str = ""
    summary: str = ""
    excerpt: str = ""
    unread: bool = False


@dataclass(frozen=True, slots=True)
class NewsText:
    """A dated small win of mine."""

    key: str
    text: str
    happened_on: date | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """Everything one letter may draw on, as of ``now``.

    ``people``, ``talks`` and ``notes`` are those of the whole candidacy, colleagues' included, in the order
    of the record; ``letters`` are all letters at the company, all rounds. ``ticked`` holds the keys of notes
    the person chose; None leaves the choice to the draft, as an empty ``chosen_development`` or
    ``chosen_news`` does. ``number`` asks for another version of the same letter. ``other_companies`` are the
    names of the companies in the records that have nothing to do with this candidacy. ``other_talks`` and
    ``other_notes`` belong to other candidacies at the company: no draft is made from them, but a letter is
    held against them.
    """

    sender: str
    company: str
    role: str
    kind: str
    reader: Person
    now: datetime
    sign_off: str = "Kind regards"
    candidacy: str = ""
    people: tuple[Person, ...] = ()
    talks: tuple[TalkText, ...] = ()
    notes: tuple[NoteText, ...] = ()
    letters: tuple[EarlierLetter, ...] = ()
    developments: tuple[DevelopmentText, ...] = ()
    news: tuple[NewsText, ...] = ()
    ticked: frozenset[str] | None = None
    chosen_development: str = ""
    chosen_news: str = ""
    number: int = 0
    other_companies: tuple[str, ...] = ()
    other_talks: tuple[TalkText, ...] = ()
    other_notes: tuple[NoteText, ...] = ()

    @property
    def at_the_company(self) -> tuple[NoteText, ...]:
        """Every note taken at the company, whatever the candidacy."""
        return (*self.notes, *self.other_notes)

    def person(self, key: str) -> Person | None:
        """Whoever has that key."""
        return next((person for person in (self.reader, *self.people) if person.key == key), None)

    def colleagues(self) -> tuple[Person, ...]:
        """Everybody but the reader."""
        return tuple(person for person in self.people if person.key != self.reader.key)

    def talks_with(self, key: str) -> tuple[TalkText, ...]:
        """Talks at which that person was present, earliest first."""
        return tuple(sorted((t for t in self.talks if key in t.people), key=lambda talk: talk.starts))

    def notes_of(self, key: str) -> tuple[NoteText, ...]:
        """Notes that hang on that person, in the order of the record."""
        return tuple(note for note in self.notes if note.person == key)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a draft and the keys of the notes, talk, letter, development or news it came from."""

    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter as proposed: ``body`` is the whole text with salutation and sign-off.

    ``questions`` say what would make it better; ``notes`` are the keys of the notes it used.
    """

    to: str
    kind: str
    subject: str
    body: str
    sentences: tuple[Sentence, ...] = ()
    questions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    development: str = ""
    news: str = ""
