"""What one letter may say, sorted: the notes turned towards the reader, and what each is for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from letters.drafting.doubts import Doubt
    from letters.drafting.heard import Heard
    from letters.drafting.mine import Mine
    from letters.drafting.promises import Promise
    from letters.drafting.questions import Asked
    from letters.material import NoteText, Person, TalkText


@dataclass(frozen=True, slots=True)
class Question:
    """What they asked me, and what I answered where the two belong together."""

    key: str
    asked: Asked
    answer: Mine | None = None
    stock: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What they answered to a question of mine."""

    key: str
    asked: Asked
    heard: Heard


@dataclass(frozen=True, slots=True)
class Dated:
    """A promise with what is known of its date."""

    promise: Promise
    by: str = ""
    done: bool = False


@dataclass(slots=True)
class Plan:
    """Everything one letter may say."""

    reader: Person
    talk: TalkText | None
    heard: list[Heard] = field(default_factory=list)
    details: list[Heard] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    idea: Mine | None = None
    idea_for: str = ""
    # An idea kept back with the trouble that it answers.
    held: str = ""
    # Whether it is known that the idea is about that: linked in the notes, or in the same words.
    linked: bool = False
    ticked: frozenset[str] = frozenset()
    evidence: list[Mine] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    promises: list[Dated] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    opening: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """What of the panel's ideas, answers and questions is this reader's."""

    ideas: tuple[NoteText, ...] = ()
    answers: tuple[NoteText, ...] = ()
    questions: tuple[NoteText, ...] = ()
