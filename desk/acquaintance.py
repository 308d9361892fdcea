"""One person across all interviews: worries, questions, promises, letters, and whose move it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import Prefetch
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candidacy.clock import standing
from candidacy.models import Candidacy, Contact, Profile
from candidacy.reasons import date_words, number
from desk.between import Between
from desk.chronicle import chronicle
from desk.heard import promise, said
from desk.outlook import outlooks
from desk.place import HIGHEST, place
from desk.strip import strip
from desk.turns import last_word, met_words, turn
from interviews.models import Interview, Kind, Mood, Note
from letters.models import Letter, LetterKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from candidacy.models import Person
    from desk.chronicle import Entry
    from desk.heard import Said
    from desk.place import Place
    from desk.strip import Strip
    from desk.turns import Turn

WORRIES = (Mood.UGLY.value, Mood.BAD.value, "", Mood.GOOD.value)
MORE = (Kind.GOAL.value, Kind.DOUBT.value, Kind.FACT.value, Kind.TIMELINE.value)


@dataclass(frozen=True)
class Acquaintance(Between):
    """A person with all that is between us, and what it amounts to."""

    @property
    def met(self) -> str:
        """How often we met, and for how long in all."""
        lengths = (one.ends_at - one.starts_at for _, one in self.held if one.ends_at)
        minutes = int(sum(lengths, dt.timedelta()).total_seconds() // 60)
        words = met_words(len(self.held), self.ahead, self.today)
        if not minutes:
            return words
        told = _("%(met)s, %(length)s in all") if len(self.held) > 1 else _("%(met)s, %(length)s")
        return told % {"met": words, "length": _length(minutes)}

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
            return _("Nothing has happened between you yet.")
        last = last_word(outlook, self.person.pk)
        words = f"{turn_now.words}."
        if turn_now.detail:
            words = f"{turn_now.words}: {turn_now.detail}."
        elif turn_now.whose == "theirs" and last:
            told = {"turn": turn_now.words, "day": date_words(self.day(last.at), self.today)}
            words = _("%(turn)s since %(day)s.") % told
        reader = outlook.write_to
        if turn_now.mine or not outlook.needs_me or reader is None or reader.pk == self.person.pk:
            return words
        if not outlook.standing.next_letter:
            return words
        levels = {one.person.key: one.rank.level for one in outlook.choice.order}
        senior = levels[reader.pk] > levels.get(self.person.pk, HIGHEST)
        goes = _goes_elsewhere(outlook.standing.next_letter, senior=senior)
        return f"{words} {goes % {'name': outlook.known.facts.names[reader.pk]}}"

    @cached_property
    def strip(self) -> Strip | None:
        """The strip between us alone; its text names the person."""
        outlook = self.outlook
        if outlook is None or self.turn is None or last_word(outlook, self.person.pk) is None:
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
        told = _("With %(name)s: %(told)s") % {
            "name": self.name,
            "told": drawn.text[:1].lower() + drawn.text[1:],
        }
        return replace(drawn, text=told)

    @cached_property
    def place(self) -> Place | None:
        """Where they stand among those I met."""
        return place(self.outlook, self.person) if self.outlook else None

    @cached_property
    def worries(self) -> list[Said]:
        """The ugly, the bad and the good, the ugly first."""
        found = [one for one in self.notes if one.kind == Kind.CHALLENGE]
        return [said(self, one) for one in sorted(found, key=lambda one: WORRIES.index(one.mood))]

    @cached_property
    def asked(self) -> list[Said]:
        """What they asked me, the latest first."""
        return [said(self, one) for one in self.notes if one.kind == Kind.QUESTION]

    @cached_property
    def asked_back(self) -> list[Said]:
        """What I asked them, with their replies."""
        return [said(self, one) for one in self.notes if one.kind == Kind.MY_QUESTION]

    @property
    def asked_back_words(self) -> str:
        """How many things I asked."""
        count = len(self.asked_back)
        words = ngettext(
            "You asked %(name)s %(number)s thing.", "You asked %(name)s %(number)s things.", count
        )
        return words % {"name": self.name, "number": number(count)}

    @cached_property
    def more(self) -> list[Said]:
        """What else they said: what lit them up, doubts, facts, when they decide."""
        found = [one for one in self.notes if one.kind in MORE]
        return [said(self, one) for one in sorted(found, key=lambda one: MORE.index(one.kind))]

    @cached_property
    def details(self) -> list[Note]:
        """What only we two share."""
        return [one for one in self.notes if one.kind == Kind.DETAIL]

    @cached_property
    def promises(self) -> list[tuple[str, str]]:
        """Promises of both, with what became of them."""
        return [promise(self, one) for one in self.notes if one.kind == Kind.PROMISE]

    @property
    def debrief(self) -> str:
        """Where a note about them is added: the latest talk."""
        return self.debrief_of(self.held[-1][1].pk) if self.held else ""

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
        return chronicle(self)


def _goes_elsewhere(letter: str, *, senior: bool) -> str:
    """That the letter about silence is for somebody else; with a place for the name."""
    if letter == "second_nudge" and senior:
        return _("Nothing for you to do: the second letter goes to %(name)s, who is more senior.")
    if letter == "second_nudge":
        return _("Nothing for you to do: the second letter goes to %(name)s.")
    if letter == "closing" and senior:
        return _("Nothing for you to do: the closing note goes to %(name)s, who is more senior.")
    if letter == "closing":
        return _("Nothing for you to do: the closing note goes to %(name)s.")
    if senior:
        return _("Nothing for you to do: the nudge goes to %(name)s, who is more senior.")
    return _("Nothing for you to do: the nudge goes to %(name)s.")


def acquaintance(person: Person, now: dt.datetime, profile: Profile | None = None) -> Acquaintance:
    """All that is between that person and me at `now` (aware)."""
    letters = tuple(Letter.objects.filter(to=person).defer("body").order_by("-sent_at", "-pk"))
    contacts = tuple(Contact.objects.filter(person=person))
    met = Interview.objects.filter(interviewers__person=person).order_by().values_list("candidacy", flat=True)
    written = {one.candidacy_id for one in letters} | {one.candidacy_id for one in contacts}
    together = Candidacy.objects.filter(pk__in=written.union(met))
    return Acquaintance(
        person=person,
        now=now,
        outlooks=tuple(outlooks(together, now, profile or Profile.load())),
        notes=tuple(_notes(person)),
        letters=letters,
        contacts=contacts,
    )


def _notes(person: Person) -> Iterator[Note]:
    answers = Note.objects.prefetch_related(Prefetch("letters", Letter.objects.sent()))
    yield from (
        Note.objects.filter(interviewer__person=person)
        .select_related("interviewer__interview")
        .prefetch_related(Prefetch("answered_by", answers))
        .order_by("-interviewer__interview__starts_at", "position", "pk")
    )


def _length(minutes: int) -> str:
    """2 h 15, or 45 minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(minutes)s minutes") % {"minutes": minutes}
    return f"{hours} h {rest:02}" if rest else f"{hours} h"
