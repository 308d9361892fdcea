"""What the reader said, as something that fits into a sentence to them: clause, noun phrase or quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letters.drafting.grammar import WH
from letters.drafting.words import cut

if TYPE_CHECKING:
    from letters.drafting.voice import Voice
    from letters.material import NoteText

CLAUSE_FORM, NOUN_FORM, QUOTE_FORM, SPOKEN_FORM, ASKING_FORM = "clause", "noun", "quote", "spoken", "asking"
# A jotting without a verb, in whole words: it stands after a colon.
LISTED_FORM = "listed"
# Longer than this a sentence is no longer read in one go, and a quotation no longer a glimpse.
LONGEST, LONGEST_QUOTE, LONGEST_LISTED = 30, 16, 24

# The beginnings of the debrief's fields, as they are said to the reader: each letter says them its own way.
_WRESTLING = re.compile(r"^you are (?:wrestling|struggling|grappling|battling) with (?P<what>.+)$")
_WISHING = re.compile(r"^you (?:would (?:love|like)|want|hope) to (?P<what>.+)$")


@dataclass(frozen=True, slots=True)
class Heard:
    """One note of theirs, ready for a sentence.

    ``text`` is the main fragment, ``then`` further clauses that stand alone. ``third`` is the same as told
    of somebody ("still drives a route"), ``thanks`` what to give thanks for, ``event`` what is still ahead.
    """

    key: str
    kind: str
    form: str
    text: str
    then: tuple[str, ...] = ()
    third: str = ""
    thanks: str = ""
    event: str = ""
    topic: str = ""
    mood: str = ""

    @property
    def named(self) -> bool:
        """A goal that is only named, no sentence about the reader: "a museum where things are made"."""
        told = self.form == CLAUSE_FORM and self.text.startswith(("you ", "your ", "what you "))
        return self.kind == "goal" and self.form in (CLAUSE_FORM, NOUN_FORM) and not told

    @property
    def trouble(self) -> str:
        """What they are wrestling with, where the note names it: "a roster that lives in your head"."""
        found = _WRESTLING.match(self.text) if self.form == CLAUSE_FORM else None
        return found["what"] if found and cut(found["what"])[0].low not in WH else ""

    @property
    def wish(self) -> str:
        """What they would love to do: "close a month without phoning a skipper"."""
        found = _WISHING.match(self.text) if self.form == CLAUSE_FORM and self.kind == "goal" else None
        return found["what"] if found else ""

    @property
    def words(self) -> int:
        """How long the main fragment is."""
        return len(self.text.split())


def doubtful_pronoun(note: NoteText, voice: Voice) -> str:
    """The pronoun that stands in the way of using a note, if one does."""
    words = cut(note.text)
    return next(
        (
            word.low
            for at, word in enumerate(words)
            if word.low in ("he", "she", "his", "her", "him") and not voice.means_reader(words, at)
        ),
        "",
    )
