"""Who gets what: each idea, answer and shared question has one owner, and no two letters open alike."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from letters.drafting.heard import CLAUSE_FORM, NOUN_FORM, SPOKEN_FORM
from letters.drafting.mine import answered
from letters.drafting.planned import Share
from letters.drafting.usable import may_use, overlap, stems, told_elsewhere, voice_for
from letters.material import ME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters.drafting.planned import Plan
    from letters.material import Material, NoteText, Person

_WORTH = {"detail": 6, "goal": 5, "picture": 4, "topic": 3, "plain": 2, "question": 2}
# What colleagues' letters may open alike on: each person is somebody else.
_PERSONAL = "detail"


def shares(material: Material, readers: Sequence[Person]) -> dict[str, Share]:
    """Divide ideas, answers and questions among the readers."""
    ideas = _ideas(material, readers)
    answers = _once(_of_kind(material, readers, "answer"))
    questions = _questions(material, readers, answers)
    return {
        reader.key: Share(tuple(ideas[reader.key]), tuple(answers[reader.key]), tuple(questions[reader.key]))
        for reader in readers
    }


def _of_kind(material: Material, readers: Sequence[Person], kind: str) -> dict[str, list[NoteText]]:
    """Notes of mine by their owner: whom the note they are about hangs on, else whom they hang on."""
    people = {reader.key: reader for reader in readers}
    by_key = {note.key: note for note in material.notes}
    found: dict[str, list[NoteText]] = {key: [] for key in people}
    for note in material.notes:
        if note.kind != kind or note.by not in (ME, ""):
            continue
        about = by_key.get(note.about)
        owner = about.person if about is not None and about.person in people else note.person
        usable = owner in people and may_use(note, material, people[owner])
        if usable and not told_elsewhere(note, material.letters, people[owner]):
            found[owner].append(note)
    return found


def _once(found: dict[str, list[NoteText]]) -> dict[str, list[NoteText]]:
    """The same story told to two people goes to the first."""
    kept: list[NoteText] = []
    result: dict[str, list[NoteText]] = {key: [] for key in found}
    for key, notes in found.items():
        for note in notes:
            if any(
                min(overlap(note.text, other.text), overlap(other.text, note.text)) > 0.6 for other in kept
            ):
                continue
            kept.append(note)
            result[key].append(note)
    return result


def _ideas(material: Material, readers: Sequence[Person]) -> dict[str, list[NoteText]]:
    found = _once(_of_kind(material, readers, "idea"))
    rooms = {talk.key: set(talk.people) for talk in material.talks}
    for owner, notes in list(found.items()):
        for reader in readers:
            if len(notes) < 2 or found[reader.key]:
                continue
            together = [note for note in notes if reader.key in rooms.get(note.interview, set())]
            wants = " ".join(
                n.text for n in material.notes_of(reader.key) if n.kind in ("challenge", "goal", "fact")
            )
            best = max(together, key=lambda note: len(stems(note.text) & stems(wants)), default=None)
            if best is not None and stems(best.text) & stems(wants):
                notes.remove(best)
                found[reader.key].append(best)
        del owner
    return found


def _questions(
    material: Material, readers: Sequence[Person], answers: dict[str, list[NoteText]]
) -> dict[str, list[NoteText]]:
    """Every question; one that several asked goes into one letter, beside an answer if there is one."""
    asked: dict[str, list[NoteText]] = {}
    for reader in readers:
        for note in material.notes_of(reader.key):
            if note.kind == "question" and may_use(note, material, reader):
                asked.setdefault(re.sub(r"\W+", " ", note.text.lower()).strip(), []).append(note)
    result: dict[str, list[NoteText]] = {reader.key: [] for reader in readers}
    people = {reader.key: reader for reader in readers}
    for notes in asked.values():
        best = max(
            notes, key=lambda note: _answerable(note, answers[note.person], material, people[note.person])
        )
        result[best.person].append(best)
    return result


def _answerable(note: NoteText, answers: list[NoteText], material: Material, reader: Person) -> int:
    linked = any(answer.about == note.key for answer in answers)
    good = any(
        answered(answer, voice_for(material, reader)) and not re.search(r"\bversion\b", answer.text)
        for answer in answers
    )
    return 2 * linked + good


def moves(made: Plan) -> list[str]:
    """The openings this letter could take, best first."""
    found = []
    if any(detail.third or detail.thanks or detail.form == CLAUSE_FORM for detail in made.details):
        found.append("detail")
    if any(not question.stock for question in made.questions):
        found.append("question")
    forms = {(heard.kind, heard.form) for heard in made.heard}
    if len(made.heard) > 1:
        if any(kind == "goal" and form in (CLAUSE_FORM, NOUN_FORM) for kind, form in forms):
            found.append("goal")
        if any(kind == "challenge" and form in (CLAUSE_FORM, SPOKEN_FORM) for kind, form in forms):
            found.append("picture")
    if any(heard.topic and heard.kind != "fact" for heard in made.heard):
        found.append("topic")
    return [*found, "plain"]


def open_differently(plans: Sequence[Plan]) -> None:
    """Give each letter its opening, so that as few as possible open alike."""
    options = [moves(made) for made in plans]
    size = 1
    for option in options:
        size *= len(option)
    if size > 50_000:
        _one_by_one(plans, options)
        return
    best = max(itertools.product(*options), key=_worth)
    for made, move in zip(plans, best, strict=True):
        made.opening = move


def _worth(combination: tuple[str, ...]) -> int:
    others = [move for move in combination if move != _PERSONAL]
    return sum(_WORTH[move] for move in combination) - 6 * (len(others) - len(set(others)))


def _one_by_one(plans: Sequence[Plan], options: list[list[str]]) -> None:
    used: list[str] = []
    for made, option in zip(plans, options, strict=True):
        made.opening = max(
            option, key=lambda move: _WORTH[move] - (6 * used.count(move) if move != _PERSONAL else 0)
        )
        used.append(made.opening)
