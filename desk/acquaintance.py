"""One person across all interviews: worries, questions, promises, letters, and whose move it is."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q
from django.urls import reverse

from candidacy.clock import standing
from candidacy.models import Candidacy, Contact, Profile
from candidacy.names import called
from candidacy.past import Past
from candidacy.reasons import date_words, number, sentence
from desk.outlook import outlooks
from desk.place import HIGHEST, place
from desk.strip import strip
from desk.turns import last_word, met_words, short_day, turn
from interviews.models import Kind, Mood, Note, Share
from letters.models import Letter, LetterKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from candidacy.models import Person
    from desk.known import Meeting
    from desk.outlook import Outlook
    from desk.place import Place
    from desk.strip import Strip
    from desk.turns import Turn

WORRIES = (Mood.UGLY.value, Mood.BAD.value, "", Mood.GOOD.value)
MORE = (Kind.GOAL.value, Kind.DOUBT.value, Kind.FACT.value, Kind.TIMELINE.value)
ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
CHANNELS = {"phone": "phone", "video": "video", "on_site": "on site"}


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


@dataclass(frozen=True)
class Entry:
    """One line of the timeline."""

    at: dt.datetime
    on: dt.date
    before: str
    link: str = ""
    href: str = ""
    after: str = ""
    more: str = ""
    met: bool = False


@dataclass(frozen=True)
class Acquaintance:
    """A person with all that is between us at `now`."""

    person: Person
    now: dt.datetime
    # Most pressing first; those that are closed last.
    outlooks: tuple[Outlook, ...]
    notes: tuple[Note, ...]
    letters: tuple[Letter, ...]
    contacts: tuple[Contact, ...]

    @property
    def name(self) -> str:
        """What a colleague would call them."""
        outlook = self.outlook
        return (outlook.known.facts.names.get(self.person.pk) if outlook else "") or called(self.person.name)

    @property
    def outlook(self) -> Outlook | None:
        """The candidacy that matters most now."""
        return self.outlooks[0] if self.outlooks else None

    @cached_property
    def held(self) -> list[tuple[Outlook, Meeting]]:
        """The talks with them that are over, oldest first."""
        found = []
        for outlook in self.outlooks:
            over = {talk.key for talk in Past(outlook.known.facts, self.now).talks}
            found += [
                (outlook, one)
                for one in outlook.known.meetings
                if one.pk in over and self.person.pk in one.present
            ]
        return sorted(found, key=lambda pair: pair[1].starts_at)

    @property
    def met(self) -> str:
        """How often we met, and for how long in all."""
        lengths = (one.ends_at - one.starts_at for _, one in self.held if one.ends_at)
        minutes = int(sum(lengths, dt.timedelta()).total_seconds() // 60)
        words = met_words(len(self.held))
        return f"{words}, {_length(minutes)}{' in all' if len(self.held) > 1 else ''}" if minutes else words

    @cached_property
    def turn(self) -> Turn | None:
        """Whose move it is, in the candidacy that matters most."""
        known = self.outlook and self.person.pk in self.outlook.known.people
        return turn(self.outlook, self.person.pk) if self.outlook and known else None

    @property
    def say(self) -> str:
        """Whose move it is, in a sentence, and what that asks of me."""
        outlook, turn_now = self.outlook, self.turn
        if outlook is None or turn_now is None:
            return "Nothing has happened between you yet."
        last = last_word(outlook, self.person.pk)
        since = (
            f" since {date_words(self.day(last.at), self.today)}"
            if turn_now.whose == "theirs" and last
            else ""
        )
        words = f"{turn_now.words}{f': {turn_now.detail}' if turn_now.detail else since}."
        reader = outlook.write_to
        if turn_now.mine or not outlook.needs_me or reader is None or reader.pk == self.person.pk:
            return words
        letter = {"second_nudge": "second letter", "closing": "closing note"}.get(
            outlook.standing.next_letter or "", "nudge"
        )
        if not outlook.standing.next_letter:
            return words
        levels = {one.person.key: one.rank.level for one in outlook.choice.order}
        senior = ", who is more senior" if levels[reader.pk] > levels.get(self.person.pk, HIGHEST) else ""
        goes = f"the {letter} goes to {outlook.known.facts.names[reader.pk]}{senior}"
        return f"{words} Nothing for you to do: {goes}."

    @cached_property
    def strip(self) -> Strip | None:
        """The strip between us alone; its text names the person."""
        outlook = self.outlook
        if outlook is None or self.turn is None:
            return None
        facts, pk = outlook.known.facts, self.person.pk
        between = replace(
            facts,
            applied_on=None,
            decision_on=None,
            messages=tuple(one for one in facts.messages if one.who == pk),
            talks=tuple(one for one in facts.talks if pk in one.with_),
            letters=tuple(one for one in facts.letters if one.to == pk),
        )
        calendar, mine = outlook.known.calendar, self.turn.mine
        stands = standing(between, calendar, self.now, outlook.rules)
        if not mine and stands.state != "closed":
            # Whatever the count between us two says: it is not my move.
            stands = replace(stands, state="waiting", silent_on=None)
        drawn = strip(between, calendar, self.now, stands, my_move=mine)
        return replace(drawn, text=f"With {self.name}: {drawn.text[:1].lower()}{drawn.text[1:]}")

    @cached_property
    def place(self) -> Place | None:
        """Where they stand among those I met."""
        return place(self.outlook, self.person) if self.outlook else None

    @cached_property
    def worries(self) -> list[Said]:
        """The ugly, the bad and the good, the ugly first."""
        found = [one for one in self.notes if one.kind == Kind.CHALLENGE]
        return [self._said(one) for one in sorted(found, key=lambda one: WORRIES.index(one.mood))]

    @cached_property
    def asked(self) -> list[Said]:
        """What they asked me, the latest first."""
        return [self._said(one) for one in self.notes if one.kind == Kind.QUESTION]

    @cached_property
    def asked_back(self) -> list[Said]:
        """What I asked them, with their replies."""
        return [self._said(one) for one in self.notes if one.kind == Kind.MY_QUESTION]

    @property
    def asked_back_words(self) -> str:
        """How many things I asked."""
        count = len(self.asked_back)
        return f"You asked {self.name} {number(count)} thing{'' if count == 1 else 's'}."

    @cached_property
    def more(self) -> list[Said]:
        """What else they said: what lit them up, doubts, facts, when they decide."""
        found = [one for one in self.notes if one.kind in MORE]
        return [self._said(one) for one in sorted(found, key=lambda one: MORE.index(one.kind))]

    @cached_property
    def details(self) -> list[Note]:
        """What only we two share."""
        return [one for one in self.notes if one.kind == Kind.DETAIL]

    @cached_property
    def promises(self) -> list[tuple[str, str]]:
        """Promises of both, with what became of them."""
        return [self._promise(one) for one in self.notes if one.kind == Kind.PROMISE]

    @property
    def debrief(self) -> str:
        """Where a note about them is added: the latest talk."""
        return _debrief(self.held[-1][1].pk, self.person.pk) if self.held else ""

    @cached_property
    def draft(self) -> Letter | None:
        """A letter to them that has not gone."""
        return next((one for one in self.letters if one.status != Status.SENT), None)

    @property
    def letter_kind(self) -> str:
        """What a letter to them would be now."""
        outlook, turn_now = self.outlook, self.turn
        if outlook is None or turn_now is None:
            return LetterKind.FREE
        if any(one.person == self.person.pk and one.state != "lapsed" for one in outlook.owed):
            return LetterKind.THANK_YOU
        reader, kind = outlook.write_to, outlook.standing.next_letter
        return (
            kind if kind and outlook.needs_me and reader and reader.pk == self.person.pk else LetterKind.FREE
        )

    @cached_property
    def timeline(self) -> list[Entry]:
        """Interviews, letters and contacts, the latest first."""
        entries = [*self._meetings(), *self._letters(), *self._lines()]
        return sorted(entries, key=lambda entry: entry.at, reverse=True)

    def day(self, moment: dt.datetime) -> dt.date:
        """The day of a moment in the zone of the candidacy that matters most."""
        return self.outlook.known.facts.day(moment) if self.outlook else moment.date()

    @property
    def today(self) -> dt.date:
        """Today there."""
        return self.day(self.now)

    def _meetings(self) -> Iterator[Entry]:
        for outlook, meeting in self.held:
            yield Entry(
                at=meeting.starts_at,
                on=meeting.starts_at.astimezone(meeting.zone).date(),
                before="",
                link=self._title(meeting.pk),
                href=_debrief(meeting.pk, self.person.pk),
                after=f", {meeting.place if _is_place(meeting.place) else CHANNELS[meeting.channel]}",
                more=self._of_meeting(outlook, meeting),
                met=True,
            )

    def _of_meeting(self, outlook: Outlook, meeting: Meeting) -> str:
        """Who else was there, for how long, and how much is noted."""
        others = [outlook.known.people[pk].name for pk in meeting.present if pk != self.person.pk]
        minutes = int((meeting.ends_at - meeting.starts_at).total_seconds() // 60) if meeting.ends_at else 0
        told = [f"With {_listed(others)}" if others else "", f"{minutes} minutes" if minutes else ""]
        notes = meeting.notes.get(self.person.pk, 0)
        count = f"{number(notes)} note{'' if notes == 1 else 's'} on {self.name}" if notes else ""
        parts = [", ".join(part for part in told if part), count]
        return " ".join(f"{sentence(part)}." for part in parts if part)

    def _letters(self) -> Iterator[Entry]:
        for letter in self.letters:
            if letter.status == Status.SENT and letter.sent_at and letter.sent_at <= self.now:
                did = "You thanked" if letter.kind == LetterKind.THANK_YOU else "You wrote to"
                yield Entry(
                    at=letter.sent_at,
                    on=self.day(letter.sent_at),
                    before=f"{did} {self.name}: ",
                    link=letter.subject or letter.get_kind_display(),
                    href=letter.get_absolute_url(),
                    more=self._reply_to(letter),
                )

    def _reply_to(self, letter: Letter) -> str:
        sent = letter.sent_at or self.now
        answers = [
            one.at for one in self.contacts if one.direction == "in" and not one.automatic and one.at > sent
        ]
        following = [one.sent_at for one in self.letters if one.sent_at and one.sent_at > sent]
        answer = min(answers, default=None)
        if answer is None:
            return "No reply so far." if not following else ""
        return f"{self.name} replied on {date_words(self.day(answer), self.today)}."

    def _lines(self) -> Iterator[Entry]:
        for line in self.contacts:
            if line.at > self.now:
                continue
            verb = "called" if line.channel in ("phone", "video") else "wrote"
            who = self.name if line.direction == "in" else "You"
            yield Entry(
                at=line.at,
                on=self.day(line.at),
                before=f"{who} {verb}" if not line.automatic else "An automatic reply came",
                more=line.text,
            )

    def _title(self, meeting_pk: int) -> str:
        """First interview, Second interview; only Interview where there is one."""
        pks = [one.pk for _, one in self.held]
        at = pks.index(meeting_pk)
        return f"{ORDINALS[at]} interview" if len(pks) > 1 and at < len(ORDINALS) else "Interview"

    def _said(self, note: Note) -> Said:
        interview = note.interviewer.interview
        on = self.day(interview.starts_at)
        known = [one.pk for _, one in self.held]
        title = self._title(interview.pk) if interview.pk in known else "Interview"
        replies = [one.text for one in note.answered_by.all() if one.kind == Kind.ANSWER]
        return Said(
            note=note,
            where=f"{title}, {date_words(on, self.today)}",
            href=_debrief(interview.pk, self.person.pk),
            on=on,
            ideas=tuple(self._idea(one) for one in note.answered_by.all() if one.kind == Kind.IDEA),
            answer=note.reply or " ".join(replies),
        )

    def _idea(self, note: Note) -> Idea:
        sent = sorted(
            one.sent_at for one in note.letters.all() if one.sent_at and one.to_id == self.person.pk
        )
        days = [short_day(self.day(at), self.today) for at in sent]
        return Idea(note.text, f"Written of on {_listed(days)}." if days else "")

    def _promise(self, note: Note) -> tuple[str, str]:
        said = f"Said {short_day(self.day(note.interviewer.interview.starts_at), self.today)}"
        if note.done_on:
            return note.text, f"{said}. Kept {short_day(note.done_on, self.today)}."
        if note.due_on:
            return note.text, f"{said}, for {short_day(note.due_on, self.today)}. Open."
        return note.text, f"{said}, no date. Open."


def acquaintance(person: Person, now: dt.datetime) -> Acquaintance:
    """All that is between that person and me at `now` (aware)."""
    mine = Q(interviews__people=person) | Q(contacts__person=person) | Q(letters__to=person)
    together = Candidacy.objects.filter(mine).distinct()
    return Acquaintance(
        person=person,
        now=now,
        outlooks=tuple(outlooks(together, now, Profile.load())),
        notes=tuple(_notes(person)),
        letters=tuple(Letter.objects.filter(to=person).order_by("-sent_at", "-pk")),
        contacts=tuple(Contact.objects.filter(person=person)),
    )


def _notes(person: Person) -> Iterator[Note]:
    answers = Note.objects.prefetch_related(Prefetch("letters", Letter.objects.sent()))
    yield from (
        Note.objects.filter(interviewer__person=person)
        .select_related("interviewer__interview")
        .prefetch_related(Prefetch("answered_by", answers))
        .order_by("-interviewer__interview__starts_at", "position", "pk")
    )


def _debrief(interview: int, person: int) -> str:
    return f"{reverse('interviews:debrief', args=[interview])}?person={person}"


def _length(minutes: int) -> str:
    """2 h 15, or 45 minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{minutes} minutes"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _is_place(text: str) -> bool:
    """Whether it says where, and is no link to a call."""
    return bool(text) and not re.match(r"\S+://|[\w.-]+\.\w+/", text)
