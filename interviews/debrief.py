"""The debrief of one person in one interview: boxes of lines out of notes, and lines back into notes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from candidacy.fields import whole_text, without_nul
from interviews.capture import PROMPTS, Prompt, lines_of, merge, shared_words, sort_rough
from interviews.days import find_day
from interviews.models import Interviewer, Kind, Mood, Note

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

# More than this share of the notes is mine: I talked more than I listened.
MOSTLY_ME = 0.6
DATED = (Kind.PROMISE, Kind.TIMELINE)
WORST_FIRST = {Mood.UGLY.value: 0, Mood.BAD.value: 1, "": 2, Mood.GOOD.value: 3}


@dataclass(frozen=True)
class Said:
    """When and where the lines are read from: the day of the talk, and how business days are counted."""

    on: dt.date
    add_business_days: Callable[[dt.date, int], dt.date]


@dataclass(frozen=True)
class Box:
    """One prompt with its lines, and the notes behind them."""

    prompt: Prompt
    notes: tuple[Note, ...]

    @property
    def text(self) -> str:
        """One thing per line."""
        return "\n".join(note.text for note in self.notes)


def boxes(interviewer: Interviewer) -> dict[str, Box]:
    """The notes of one person, by the box they belong in."""
    notes = list(interviewer.notes.select_related("about"))
    return {
        prompt.name: Box(prompt, tuple(note for note in notes if belongs(note, prompt))) for prompt in PROMPTS
    }


def belongs(note: Note, prompt: Prompt) -> bool:
    """Whether a note is one of the lines in that box."""
    same = note.kind == prompt.kind and note.mood == prompt.mood
    return same and (note.kind != Kind.PROMISE or (note.by_id is None) == prompt.mine)


def digest(interviewer: Interviewer) -> str:
    """What the stored notes of one person look like now: it changes with every edit."""
    stored = interviewer.notes.order_by("pk").values_list("pk", "version", "text", "kind", "mood")
    return hashlib.sha256(repr(list(stored)).encode()).hexdigest()[:16]


def save(interviewer: Interviewer, given: Mapping[str, str], said: Said) -> None:
    """Make the notes what the boxes hold; boxes that were not given stay as they are.

    Raises ValidationError for half characters. One transaction.
    """
    with transaction.atomic():
        stored = boxes(interviewer)
        place = 0
        for prompt in PROMPTS:
            box = stored[prompt.name]
            if prompt.name in given:
                text = without_nul(given[prompt.name])
                whole_text(text)
                place = _save_box(interviewer, box, lines_of(text), place, said)
            else:
                place += len(box.notes)
        _tie(interviewer)


def _save_box(interviewer: Interviewer, box: Box, lines: list[str], place: int, said: Said) -> int:
    by_key = {note.pk: note for note in box.notes}
    merged = merge([(note.pk, note.text) for note in box.notes], lines)
    Note.objects.filter(pk__in=merged.dropped).delete()
    for key, line in merged.order:
        note = by_key.get(key) if isinstance(key, int) else None
        if note is None:
            note = _new_note(interviewer, box.prompt, line)
        elif note.text == line and note.position == place:
            place += 1
            continue
        else:
            note.version += 1
        if note.kind in DATED and (note.text != line or note.pk is None):
            found = find_day(line, said.on, said.add_business_days)
            note.due_on = found.day if found else note.due_on
        note.text, note.position = line, place
        note.save()
        place += 1
    return place


def _new_note(interviewer: Interviewer, prompt: Prompt, line: str) -> Note:
    by = None if prompt.mine else interviewer.person
    return Note(interviewer=interviewer, kind=prompt.kind, mood=prompt.mood, by=by, text=line)


def _tie(interviewer: Interviewer) -> None:
    """Tie each loose idea to the challenge it most likely answers, each loose answer to its question."""
    notes = list(interviewer.notes.all())
    worries = [note for note in notes if note.kind == Kind.CHALLENGE and note.mood != Mood.GOOD]
    asked = [note for note in notes if note.kind == Kind.QUESTION]
    worries.sort(key=lambda note: WORST_FIRST[note.mood])
    for note in notes:
        if note.about_id is None and note.kind in (Kind.IDEA, Kind.ANSWER):
            note.about = _likely(note, worries if note.kind == Kind.IDEA else asked)
            if note.about:
                note.save()


def _likely(note: Note, candidates: list[Note]) -> Note | None:
    """The one that shares most words; else the only one; ideas also the worst one."""
    best = max(candidates, key=lambda one: shared_words(note.text, one.text), default=None)
    if best is not None and shared_words(note.text, best.text):
        return best
    if len(candidates) == 1 or note.kind == Kind.IDEA:
        return candidates[0] if candidates else None
    return None


def sort_into(interviewers: list[Interviewer], text: str, said: Said) -> list[str]:
    """Add rough notes to the people they name; the lines that name nobody come back."""
    people = {one.pk: one.person.name for one in interviewers}
    found = sort_rough(text, people)
    with transaction.atomic():
        for one in interviewers:
            rough = found.by_person.get(one.pk, {})
            if rough:
                stored = boxes(one)
                save(
                    one, {name: "\n".join([stored[name].text, *lines]) for name, lines in rough.items()}, said
                )
    return found.unsorted


@dataclass(frozen=True)
class Ready:
    """One thing a letter needs, and whether it is there."""

    label: str
    there: bool


def readiness(filled: dict[str, Box], name: str) -> list[Ready]:
    """Enough for a letter? What they asked, a challenge, a detail, an idea."""
    challenge = any(filled[box].notes for box in ("bad", "ugly", "plain", "good", "excited"))
    return [
        Ready(f"What {name} asked", bool(filled["asked"].notes)),
        Ready("A challenge", challenge),
        Ready("One detail only you two share", bool(filled["detail"].notes)),
        Ready("Your idea, even a small one", bool(filled["idea"].notes)),
    ]


def hint(filled: dict[str, Box], name: str) -> str:
    """A gentle word where the notes are lopsided; empty otherwise. It never blocks anything."""
    notes = [note for box in filled.values() for note in box.notes]
    mine = sum(note.by_id is None for note in notes)
    if len(notes) >= len(("one", "two", "three")) and mine / len(notes) > MOSTLY_ME:
        return f"Most of these notes are yours. What did {name} say? Sell less, listen more."
    if notes and not filled["you_asked"].notes and not filled["asked"].notes:
        return f"Did you ask {name} anything? It belongs here too."
    return ""
