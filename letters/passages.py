"""What two letters to one company share: the same words in a row, the same idea or answer of mine.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candidacy.reasons import listed, number, sentence
from letters.anatomy import anatomy
from letters.review.echo import echo, places
from letters.review.originality import ALIKE, COPIED_RUN, LONG_RUN, TOO_ALIKE, resemblance, told
from letters.terms import terms

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from letters.anatomy import Anatomy, Span
    from letters.material import NoteText
    from letters.review.echo import Echo
    from letters.review.originality import Resemblance

# From so many words on, a shared run is seen; where two letters are alike as a whole, shorter ones are too.
SEEN, SEEN_WHERE_ALIKE = 6, 4
# So much of an idea has to be in the same words for the words to tell it.
PART = 0.5
SHOWN = 90


@dataclass(frozen=True, slots=True)
class Laid:
    """One letter on the table.

    `called` is what to call its reader, `label` the same with its day where several letters go to one
    person, `notes` the keys of what it used.
    """

    key: int
    to: str
    name: str
    called: str
    text: str
    subject: str = ""
    sent_at: dt.datetime | None = None
    notes: frozenset[str] = frozenset()
    label: str = ""

    @property
    def sent(self) -> bool:
        """Whether it has gone, and can no longer be changed."""
        return self.sent_at is not None


@dataclass(frozen=True, slots=True)
class Passage:
    """What two letters share: the same words, the same idea of mine, or both.

    `here` and `there` are where it stands in the whole texts of the first and the second.
    """

    first: Laid
    second: Laid
    here: tuple[Span, ...]
    there: tuple[Span, ...]
    # How many words in a row; 0 where only the idea is the same.
    words: int = 0
    note: NoteText | None = None

    @property
    def kind(self) -> str:
        """What is the same, in words."""
        if not self.words:
            return _("same idea")
        return _("same words and idea") if self.note else _("same words")

    def spans(self, letter: Laid) -> tuple[Span, ...]:
        """Where it stands in one of the two letters."""
        return self.here if letter.key == self.first.key else self.there

    def other(self, letter: Laid) -> Laid:
        """The letter that has it too."""
        return self.second if letter.key == self.first.key else self.first

    @property
    def texts(self) -> tuple[str, ...]:
        """The words themselves; once where both letters have the same."""
        here, there = (_quoted(one.text, self.spans(one)) for one in (self.first, self.second))
        return (here,) if self.words else (here, there)

    @property
    def says(self) -> str:
        """Whose letters, and how much of it is the same."""
        words = {
            "one": self.first.called,
            "other": self.second.called,
            "number": sentence(number(self.words)),
        }
        if self.note is None:
            return _("%(one)s and %(other)s. %(number)s words.") % words
        words["note"] = _short(self.note.text)
        if not self.words:
            return _("%(one)s and %(other)s. Different words, same note: “%(note)s”.") % words
        if self.note.kind == "answer":
            return _("%(one)s and %(other)s. %(number)s words and one answer of yours: “%(note)s”.") % words
        return _("%(one)s and %(other)s. %(number)s words and one idea of yours: “%(note)s”.") % words

    @property
    def change(self) -> Laid | None:
        """The letter to change: the one that has not gone, and not the one whose reader the idea is for."""
        drafts = [one for one in (self.first, self.second) if not one.sent]
        for_whom = self.note.person if self.note else ""
        free = [one for one in drafts if one.to != for_whom] or drafts
        return free[-1] if free else None

    @property
    def cure(self) -> str:
        """What helps."""
        change = self.change
        if change is None:
            return _("Both have gone. Say it in new words next time.")
        words = {"name": change.called}
        if self.note is None:
            return _("Say it another way in %(name)s’s letter, or cut it there.") % words
        keeps = self.other(change)
        if not keeps.sent and self.note.person == keeps.to:
            words["other"] = keeps.called
            return (
                _("It is from your talk with %(other)s: leave it there, and give %(name)s another.") % words
            )
        answer = self.note.kind == "answer"
        return (_("Give %(name)s another answer.") if answer else _("Give %(name)s another idea.")) % words


@dataclass(frozen=True, slots=True)
class Pair:
    """Two letters to two people, with what they share."""

    first: Laid
    second: Laid
    alike: Resemblance
    passages: tuple[Passage, ...] = ()

    @property
    def slug(self) -> str:
        """How an address names it."""
        return f"{self.first.key}-{self.second.key}"

    def has(self, passage: Passage) -> bool:
        """Whether the passage is one of these two letters."""
        return passage.first.key == self.first.key and passage.second.key == self.second.key

    @property
    def say(self) -> str:
        """How alike they are, in plain words."""
        ideas = any(one.note for one in self.passages)
        words = any(one.words for one in self.passages)
        if ideas and words:
            return _("The same thought, partly in the same words.")
        if ideas:
            return _("The same idea, told differently.")
        if words:
            return _("Different letters, but some words in a row are the same.")
        return _("Two different letters. Nothing in common but your name.")

    @property
    def figure(self) -> str:
        """What was counted, and who would notice."""
        runs = [one.words for one in self.passages if one.words]
        notes = len({one.note.key for one in self.passages if one.note})
        counted = []
        if runs:
            words = ngettext(
                "%(words)s words in %(number)s run", "%(words)s words in %(number)s runs", len(runs)
            )
            counted.append(words % {"words": sum(runs), "number": number(len(runs))})
        if notes:
            words = ngettext("%(number)s note used twice", "%(number)s notes used twice", notes)
            counted.append(words % {"number": number(notes)})
        if not counted:
            return _("Nothing to change.")
        return f"{sentence(listed(counted))}. {self._noticed}"

    @property
    def _noticed(self) -> str:
        if self.alike.share > TOO_ALIKE or self.alike.longest >= COPIED_RUN:
            return _("Anyone would notice.")
        if self.alike.share > ALIKE or self.alike.longest >= LONG_RUN or any(p.note for p in self.passages):
            return _("A careful reader would notice.")
        return _("Hardly anybody would notice.")


@dataclass(frozen=True, slots=True)
class Read:
    """A letter as it is compared with others: its parts, its body, and where it says each of my notes."""

    laid: Laid
    parts: Anatomy
    body: str
    heard: tuple[Echo, ...]


def read(letter: Laid, notes: Sequence[NoteText], masked: frozenset[str], sign_off: str) -> Read:
    """Read a letter. `notes` are my ideas and answers, `masked` words that do not count."""
    parts = anatomy(letter.text, sign_off)
    untelling = frozenset(term.stem for term in terms(" ".join(sorted(masked))))
    heard = tuple(echo(note.text, parts.sentences, without=untelling) for note in notes)
    return Read(letter, parts, parts.body_text, heard)


def compare(one: Read, two: Read, notes: Sequence[NoteText], masked: frozenset[str]) -> Pair:
    """What two letters share that were read with the same notes."""
    first, second = one.laid, two.laid
    alike = resemblance(one.body, two.body, masked)
    least = SEEN_WHERE_ALIKE if alike.share > ALIKE else SEEN
    passages = [
        Passage(first, second, one.parts.from_body(run.first), two.parts.from_body(run.second), run.words)
        for run in alike.runs
        if run.words >= least
    ]
    for note, here, there in zip(notes, one.heard, two.heard, strict=True):
        if here.spans and there.spans:
            passages = _with_idea(passages, _Idea(note, first, second, here, there))
    passages.sort(key=lambda passage: passage.here[0])
    return Pair(first, second, alike, tuple(passages))


@dataclass(frozen=True, slots=True)
class _Idea:
    """An idea or answer of mine, and where either letter says it."""

    note: NoteText
    first: Laid
    second: Laid
    here: Echo
    there: Echo

    @property
    def told(self) -> bool:
        """Whether both letters tell it, each in its own words."""
        both = ((self.first, self.here), (self.second, self.there))
        return all(
            told(found.share, found.telling) or self.note.key in letter.notes for letter, found in both
        )

    def is_in(self, run: Passage) -> bool:
        """Whether words that both letters have are a good part of it."""
        found = ((self.here, run.here), (self.there, run.there))
        return all(
            one.share >= PART and one.telling >= 2 and _touch(one.spans, spans) for one, spans in found
        )

    @property
    def passage(self) -> Passage:
        """The idea as a passage of its own."""
        here, there = places(self.first.text, self.here), places(self.second.text, self.there)
        return Passage(self.first, self.second, here, there, 0, self.note)


def _with_idea(passages: list[Passage], idea: _Idea) -> list[Passage]:
    """The idea joined to the words that tell it in both letters; else, where both tell it, by itself."""
    for at, run in enumerate(passages):
        if run.note is None and idea.is_in(run):
            return [*passages[:at], replace(run, note=idea.note), *passages[at + 1 :]]
    return [*passages, idea.passage] if idea.told else passages


def _touch(one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def _quoted(text: str, spans: tuple[Span, ...]) -> str:
    return _short(" ".join(" ".join(text[start:end] for start, end in spans).split()))


def _short(words: str) -> str:
    """At most a line of them."""
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rsplit(' ', 1)[0].rstrip(',;:')} …"
