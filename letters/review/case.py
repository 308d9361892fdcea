"""The letter under review with what it was made from: what every family of checks looks at.

Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from django.utils.translation import gettext as _

from candidacy import reasons
from candidacy.names import called
from letters.anatomy import Anatomy, anatomy, trimmed
from letters.review.echo import Echo, echo
from letters.review.language import is_english
from letters.review.phrases import pattern
from letters.shingles import mask_of
from letters.terms import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from letters.anatomy import Sentence, Span
    from letters.material import Material, NoteText
    from letters.review.originality import Likenesses

_OBJECT = re.compile(r" (?:me|you|us)\b", re.IGNORECASE)


# Higher numbers stand in figures.
LONGEST_NUMBER = 10

# Which of some words, in lower case, the records have.
Vocabulary: TypeAlias = "Callable[[frozenset[str]], frozenset[str]]"


def no_words(_asked: frozenset[str]) -> frozenset[str]:
    """The vocabulary of records that have no word."""
    return frozenset()


@dataclass(frozen=True)
class Case:
    """One letter to be reviewed."""

    text: str
    material: Material
    subject: str | None = None
    vocabulary: Vocabulary = no_words

    @cached_property
    def parts(self) -> Anatomy:
        """Salutation, body, sign-off."""
        return anatomy(self.text, self.material.sign_off)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body."""
        return self.parts.sentences

    @property
    def reader(self) -> str:
        """What to call the reader in a message."""
        return called(self.material.reader.name)

    @cached_property
    def untelling(self) -> frozenset[str]:
        """Stems that tell nothing in this letter: company, role, the two names."""
        material = self.material
        known = f"{material.company} {material.role} {material.sender} {material.reader.name}"
        return frozenset(term.stem for term in terms(known))

    def echo(self, note: str, window: int = 3) -> Echo:
        """Where the body says best what the note says."""
        return echo(note, self.sentences, without=self.untelling, window=window)

    def find(self, phrases: tuple[str, ...]) -> tuple[Span, ...]:
        """Where the body has one of the phrases; places that overlap or touch are one."""
        if not any(pattern(*phrases).search(self.text, *piece) for piece in self.parts.body):
            return ()
        found = (
            match.span()
            for phrase in phrases
            for start, end in self.parts.body
            for match in pattern(phrase).finditer(self.text, start, end)
        )
        return merged(self.with_object(self.trimmed(found)))

    def anywhere(self, phrases: tuple[str, ...]) -> tuple[Span, ...]:
        """Where the text, salutation included, has one of the phrases."""
        return self.trimmed(match.span() for match in pattern(*phrases).finditer(self.text))

    def with_object(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """The spans with *me*, *you* or *us* right after them: “sorry to bother you” is one phrase."""
        return tuple(
            (start, after.end() if (after := _OBJECT.match(self.text, end)) else end) for start, end in spans
        )

    def trimmed(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """The spans without blanks at their ends; empty ones left out."""
        return trimmed(self.text, spans)

    def quote(self, span: Span, longest: int = 60) -> str:
        """The words there in quotation marks, shortened at a blank."""
        words = " ".join(self.text[span[0] : span[1]].split())
        if len(words) > longest:
            words = words[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " …"
        return _("“%(words)s”") % {"words": words}

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that has this character."""
        return next((one for one in self.sentences if one.start <= place < one.end), None)

    @cached_property
    def mask(self) -> frozenset[str]:
        """Words that do not count as shared."""
        return mask_of(self.material)

    @cached_property
    def likenesses(self) -> Likenesses:
        """The other letters most like this one, and what they share with it."""
        from letters.review.originality import likenesses

        return likenesses(self)

    @cached_property
    def is_foreign(self) -> bool:
        """Whether the letter is in another language than the notes, so that one is not found in the other."""
        notes = " ".join(note.text for note in self.theirs)
        return is_english(notes) and not is_english(self.parts.body_text)

    @cached_property
    def theirs(self) -> tuple[NoteText, ...]:
        """The notes that hang on the reader."""
        return self.material.notes_of(self.material.reader.key)


def listed(words: Iterable[str]) -> str:
    """*a, b and c*."""
    known = list(words)
    return reasons.listed(known) if known else ""


def number(count: int) -> str:
    """*one*, *three*, *14*."""
    return reasons.number(count) if count <= LONGEST_NUMBER else str(count)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Places that overlap or touch taken as one."""
    places: list[Span] = []
    for start, end in sorted(spans):
        if places and start <= places[-1][1] + 1:
            places[-1] = (places[-1][0], max(end, places[-1][1]))
        else:
            places.append((start, end))
    return tuple(places)
