"""What somebody said, asked and promised, with what I made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from candidacy.reasons import date_words, listed, short_day
from interviews.models import Kind, Mood, Share

if TYPE_CHECKING:
    import datetime as dt

    from desk.between import Between
    from interviews.models import Note


@dataclass(frozen=True)
class Idea:
    """What I would do about a challenge, and when I wrote of it."""

    text: str
    written: str = ""


@dataclass(frozen=True)
class Said:
    """Something they said or asked, with where, who may read it, and what I made of it."""

    note: Note
    where: str
    href: str
    on: dt.date
    ideas: tuple[Idea, ...] = ()
    answer: str = ""

    @property
    def kind(self) -> str:
        """The label at its side."""
        return self.note.get_mood_display() if self.note.mood else self.note.get_kind_display()

    @property
    def ugly(self) -> bool:
        """Whether it is what keeps them awake."""
        return self.note.mood == Mood.UGLY

    @property
    def confided(self) -> bool:
        """Whether it may go back only to them."""
        return self.note.share == Share.ONLY_THEM

    @property
    def private(self) -> bool:
        """Whether it goes into no letter."""
        return self.note.share == Share.PRIVATE


def said(between: Between, note: Note) -> Said:
    """A note with where it was said, my ideas on it and my answer to it, however that was noted."""
    interview = note.interviewer.interview
    on = between.day(interview.starts_at)
    replies = [one.text for one in note.answered_by.all() if one.kind == Kind.ANSWER]
    return Said(
        note=note,
        where=f"{between.title(interview.pk)}, {date_words(on, between.today)}",
        href=between.debrief_of(interview.pk),
        on=on,
        ideas=tuple(_idea(between, one) for one in note.answered_by.all() if one.kind == Kind.IDEA),
        answer=note.reply or " ".join(replies),
    )


def _idea(between: Between, note: Note) -> Idea:
    sent = sorted(one.sent_at for one in note.letters.all() if one.sent_at and one.to_id == between.person.pk)
    days = [short_day(between.day(at), between.today) for at in sent]
    return Idea(note.text, _("Written of on %(days)s.") % {"days": listed(days)} if days else "")


def promise(between: Between, note: Note) -> tuple[str, str]:
    """A promise of either, and what became of it."""
    words = {"said": short_day(between.day(note.interviewer.interview.starts_at), between.today)}
    if note.done_on:
        words["day"] = short_day(note.done_on, between.today)
        return note.text, _("Said %(said)s. Kept %(day)s.") % words
    if note.due_on:
        words["day"] = short_day(note.due_on, between.today)
        return note.text, _("Said %(said)s, for %(day)s. Open.") % words
    return note.text, _("Said %(said)s, no date. Open.") % words
