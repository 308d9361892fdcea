"""What a line most likely belongs to: an idea to the challenge it answers, an answer to its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interviews.capture import shared_words
from interviews.models import Kind, Mood

if TYPE_CHECKING:
    from collections.abc import Collection

    from interviews.models import Note

WORST_FIRST = {Mood.UGLY.value: 0, Mood.BAD.value: 1, "": 2, Mood.GOOD.value: 3}


def likely_ties(notes: Collection[Note]) -> dict[int, int | None]:
    """For each idea and answer of one person the note it most likely belongs to, by key."""
    worries = [note for note in notes if note.kind == Kind.CHALLENGE and note.mood != Mood.GOOD]
    worries.sort(key=lambda note: WORST_FIRST[note.mood])
    asked = [note for note in notes if note.kind == Kind.QUESTION]
    found: dict[int, int | None] = {}
    for note in notes:
        if note.kind in (Kind.IDEA, Kind.ANSWER):
            likely = _likely(note, worries if note.kind == Kind.IDEA else asked)
            found[note.pk] = likely.pk if likely else None
    return found


def _likely(note: Note, candidates: list[Note]) -> Note | None:
    """The one that shares most words; else the only one; an idea else answers the worst of the worries."""
    best = max(candidates, key=lambda one: shared_words(note.text, one.text), default=None)
    if best is not None and shared_words(note.text, best.text):
        return best
    if len(candidates) == 1 or note.kind == Kind.IDEA:
        return candidates[0] if candidates else None
    return None
