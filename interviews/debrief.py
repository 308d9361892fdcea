"""The debrief of one person in one interview: boxes of lines out of notes, and lines back into notes."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from candidacy.fields import sensible_day, whole_text, without_nul
from interviews.capture import PROMPTS, Merge, Prompt, lines_of, merge, one_line
from interviews.days import find_day
from interviews.models import Interviewer, Kind, Mood, Note, Share
from interviews.rough import sort_rough
from interviews.ties import likely_ties
from interviews.versions import Clash, weigh

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

DATED = (Kind.PROMISE, Kind.TIMELINE)
# What else a line may carry: my answer to a doubt, their reply to my question.
REPLIED = (Kind.DOUBT, Kind.MY_QUESTION)
TIED = (Kind.IDEA, Kind.ANSWER)
_STRICTEST = [Share.PRIVATE.value, Share.ONLY_THEM.value, Share.OPEN.value]


@dataclass(frozen=True)
class Said:
    """How lines are read: the day of the talk, how business days are counted, whether 11/6 is November."""

    on: dt.date
    add_business_days: Callable[[dt.date, int], dt.date]
    month_first: bool = False

    def day_in(self, line: str) -> dt.date | None:
        """The day a line names, where it can be read in one way only."""
        found = find_day(line, self.on, self.add_business_days, month_first=self.month_first)
        return found.day if found and found.sure else None


@dataclass(frozen=True)
class Box:
    """One prompt with its lines, and the notes behind them."""

    prompt: Prompt
    notes: tuple[Note, ...]

    @property
    def text(self) -> str:
        """One thing per line."""
        return "\n".join(one_line(note.text) for note in self.notes)

    @property
    def called(self) -> str:
        """What its lines are, in a word."""
        return str(Mood(self.prompt.mood).label if self.prompt.mood else Kind(self.prompt.kind).label)

    @property
    def held_back(self) -> int:
        """How many of the lines may not go in any letter."""
        return sum(note.share != Share.OPEN for note in self.notes)


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


def held(filled: Mapping[str, Box]) -> dict[str, str]:
    """Everything that a page of these boxes holds, by the name of its field."""
    fields = {name: box.text for name, box in filled.items()}
    for note in (note for box in filled.values() for note in box.notes):
        fields[f"share-{note.pk}"] = note.share
        if note.kind in DATED:
            fields[f"due-{note.pk}"] = note.due_on.isoformat() if note.due_on else ""
        if note.kind in REPLIED:
            fields[f"reply-{note.pk}"] = note.reply
        if note.kind in TIED:
            fields[f"about-{note.pk}"] = str(note.about_id or "")
    return fields


def save(
    interviewer: Interviewer, given: Mapping[str, str], said: Said, seen: Mapping[str, str] | None = None
) -> list[Clash]:
    """Make the notes what the fields hold; fields that were not given or not touched stay as they are.

    `seen` are the marks of what the page was given. Where a text was changed elsewhere as well, nothing is
    stored and both texts come back. Raises ValidationError for half characters and impossible days.
    """
    given = {name: without_nul(text) for name, text in given.items()}
    for text in given.values():
        whole_text(text)
    with transaction.atomic():
        # One window after the other, where the database lets several write at once.
        Interviewer.objects.select_for_update().get(pk=interviewer.pk)
        filled = boxes(interviewer)
        changed, clashes = weigh(given, held(filled), seen or {})
        if changed and not clashes:
            _Writing(interviewer, filled, said).write(changed)
    return clashes


@dataclass
class _Writing:
    """One save under way: which notes changed, which are new, which go."""

    interviewer: Interviewer
    filled: Mapping[str, Box]
    said: Said
    notes: dict[int, Note] = field(init=False)
    fresh: list[Note] = field(default_factory=list)
    edited: dict[int, Note] = field(default_factory=dict)
    moved: list[Note] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.notes = {note.pk: note for box in self.filled.values() for note in box.notes}

    def write(self, changed: Mapping[str, str]) -> None:
        ties = likely_ties(self.notes.values())
        merges = {
            name: merge([(note.pk, note.text) for note in box.notes], lines_of(changed[name]))
            for name, box in self.filled.items()
            if name in changed
        }
        self._place(merges)
        self._values(changed)
        gone = self._drop(merges)
        self._store()
        _tie(self.interviewer, ties, gone, {name for name in changed if name.startswith("about-")})

    def _place(self, merges: Mapping[str, Merge]) -> None:
        """Give every line its note and its place; a line put into another box keeps its note."""
        loose = {one_line(self.notes[key].text): key for merged in merges.values() for key in merged.dropped}
        place = 0
        for prompt in PROMPTS:
            merged = merges.get(prompt.name)
            for note in self.filled[prompt.name].notes if merged is None else ():
                self._put(note, place)
                place += 1
            for nth, (key, line) in enumerate(merged.order if merged else ()):
                known = loose.pop(one_line(line), None) if key is None else key
                origin = merged.split_from.get(nth) if merged else None
                self._line(prompt, line, known, origin, place)
                place += 1

    def _line(self, prompt: Prompt, line: str, key: int | None, origin: int | None, place: int) -> None:
        if key is None:
            share = self.notes[origin].share if origin is not None else Share.OPEN
            note = Note(interviewer=self.interviewer, share=share, position=place)
            self.fresh.append(note)
        else:
            note = self.notes[key]
            self._put(note, place)
        if key is None or not belongs(note, prompt):
            note.kind, note.mood = prompt.kind, prompt.mood
            note.by = None if prompt.mine else self.interviewer.person
            self._edit(note)
        if one_line(note.text) != one_line(line):
            self._reword(note, line)

    def _reword(self, note: Note, line: str) -> None:
        """New words; the day goes with them unless it was set by hand."""
        read = self.said.day_in(note.text) if note.text else None
        if note.kind in DATED and note.due_on == read:
            note.due_on = self.said.day_in(line)
        note.text = line
        self._edit(note)

    def _put(self, note: Note, place: int) -> None:
        if note.position != place:
            note.position = place
            self.moved.append(note)

    def _edit(self, note: Note) -> None:
        if note.pk is not None:
            self.edited[note.pk] = note

    def _values(self, changed: Mapping[str, str]) -> None:
        """What hangs on a line: who may read it, by when, what it belongs to, the reply."""
        for name, value in changed.items():
            what, _, key = name.partition("-")
            note = self.notes.get(_key(key))
            if note is None:
                continue
            if what == "share" and value in Share.values:
                note.share = value
            elif what == "due":
                note.due_on = _day(value)
            elif what == "reply":
                note.reply = value.strip()
            elif what == "about":
                note.about = self.notes.get(_key(value))
            self._edit(note)

    def _drop(self, merges: Mapping[str, Merge]) -> set[int]:
        """Delete what no line says any more; what hung on a joined line goes to the line it was joined to."""
        lines = {key for merged in merges.values() for key, _ in merged.kept}
        kept = lines | {note.pk for note in self.moved} | set(self.edited)
        gone = {key for merged in merges.values() for key in merged.dropped if key not in kept}
        for merged in merges.values():
            for key, host in merged.joined_to.items():
                if key in gone:
                    self._join(self.notes[key], self.notes[host])
        Note.objects.filter(pk__in=gone).delete()
        for key in gone:
            self.edited.pop(key, None)
        return gone

    def _join(self, note: Note, host: Note) -> None:
        host.share = min(host.share, note.share, key=_STRICTEST.index)
        host.due_on = host.due_on or note.due_on
        host.reply = host.reply or note.reply
        self._edit(host)
        note.answered_by.update(about=host)
        for relation in Note._meta.related_objects:
            # The letters that used it: this app does not know them.
            if relation.many_to_many and (name := relation.get_accessor_name()):
                getattr(host, name).add(*getattr(note, name).all())

    def _store(self) -> None:
        for note in self.edited.values():
            note.save()
        Note.objects.bulk_update([note for note in self.moved if note.pk not in self.edited], ["position"])
        Note.objects.bulk_create(self.fresh)


def _key(text: str) -> int:
    """The key a field names; 0, which is nobody’s, where it names none."""
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else 0


def _day(value: str) -> dt.date | None:
    if not value.strip():
        return None
    try:
        day = dt.date.fromisoformat(value.strip())
    except ValueError as error:
        raise ValidationError(gettext("Take a day such as 2026-11-06.")) from error
    sensible_day(day)
    return day


def _tie(
    interviewer: Interviewer, before: Mapping[int, int | None], gone: set[int], by_hand: set[str]
) -> None:
    """Tie each idea to the challenge it answers, each answer to its question, unless a hand did."""
    notes = list(interviewer.notes.all())
    ties = likely_ties(notes)
    for note in notes:
        if note.kind not in TIED or f"about-{note.pk}" in by_hand:
            continue
        by_itself = note.about_id == before.get(note.pk) or note.about_id in gone
        likely = ties.get(note.pk)
        if by_itself and note.about_id != likely:
            note.about_id = likely
            note.save()


def sort_into(interviewers: Iterable[Interviewer], text: str, said: Said) -> list[str]:
    """Add rough notes to the people they name; the lines that name nobody come back."""
    sitting = {one.pk: one for one in interviewers}
    found = sort_rough(without_nul(text), {key: one.person.name for key, one in sitting.items()})
    with transaction.atomic():
        for key, rough in found.by_person.items():
            stored = boxes(sitting[key])
            more = {
                name: "\n".join(filter(None, [stored[name].text, *lines])) for name, lines in rough.items()
            }
            save(sitting[key], more, said)
    return found.unsorted
