"""The notes beside a letter, person by person: the reader's own first, and what no letter may hold left out.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from letters.anatomy import anatomy
from letters.material import ME

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from letters.material import Material, NoteText, Person

MOODS = {"ugly": gettext_noop("Ugly"), "bad": gettext_noop("Bad"), "good": gettext_noop("Good")}
KINDS = {
    "question": gettext_noop("Asked you"),
    "my_question": gettext_noop("You asked"),
    "challenge": gettext_noop("Challenge"),
    "goal": gettext_noop("Lit up"),
    "fact": gettext_noop("Fact"),
    "detail": gettext_noop("Only you two"),
    "answer": gettext_noop("You told"),
    "idea": gettext_noop("Your idea"),
    "doubt": gettext_noop("Doubt"),
    "promise": gettext_noop("Promised"),
    "timeline": gettext_noop("They decide"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One note that may go into the letter, and whether the text plays it back."""

    key: str
    label: str
    text: str
    used: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one person; `mine` is the reader's own group, which stands open."""

    name: str
    facts: tuple[Fact, ...]
    mine: bool = False

    @property
    def used(self) -> int:
        """How many of them the text plays back."""
        return sum(fact.used for fact in self.facts)


def groups(material: Material, used: Collection[str]) -> tuple[Group, ...]:
    """What may be offered for the letter to the reader, in the order of the record, the reader first."""
    people = (material.reader, *material.colleagues())
    found = (_group(person, material, used) for person in people)
    return tuple(group for group in found if group.facts or group.mine)


def offered(note: NoteText, material: Material) -> bool:
    """Whether the note may be offered: private ones never, confided ones only to whoever confided them."""
    if note.share == "private":
        return False
    if note.share == "only_them":
        return (note.person if note.by == ME else note.by) == material.reader.key
    return True


def with_sentence(body: str, sentence: str, sign_off: str = "") -> str:
    """The letter with the sentence as a paragraph before the sign-off; without a sign-off it comes last."""
    start, end = anatomy(body, sign_off).sign_off
    at = start if end > start else len(body)
    parts = (body[:at].rstrip(), sentence, body[at:].strip())
    return "\n\n".join(one for one in parts if one)


def _group(person: Person, material: Material, used: Collection[str]) -> Group:
    notes = (note for note in material.notes_of(person.key) if offered(note, material))
    facts = tuple(_facts(notes, used))
    return Group(person.name, facts, mine=person.key == material.reader.key)


def _facts(notes: Iterable[NoteText], used: Collection[str]) -> Iterable[Fact]:
    for note in notes:
        yield Fact(
            note.key,
            _(MOODS.get(note.mood) or KINDS.get(note.kind) or gettext_noop("Note")),
            note.text,
            note.key in used,
        )
