"""One candidacy's page: what they told me, what I was asked, the timeline, people, letters, developments."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from candidacy.models import Contact, Development
from candidacy.reasons import listed, mid_sentence, sentence
from candidacy.relevance import shared
from candidacy.templatetags.words import counted, first_name
from desk.between import beginning
from desk.headline import due_by
from interviews.expected import OF_THE_TALK
from interviews.models import Channel, Kind, Mood, Note, Share
from letters.listing import answered
from letters.models import Letter, LetterKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from candidacy.models import Candidacy
    from desk.known import Meeting, PersonKnown
    from desk.outlook import Outlook
    from letters.recipients import Ranked

TIMELINE_SHOWN = 8
ASKED_SHOWN = 4
TOUCHES_SHOWN = 4
# The worst first: it is what a letter is about.
MOODS = {Mood.UGLY.value: 0, Mood.BAD.value: 1, "": 2, Mood.GOOD.value: 3}


@dataclass(frozen=True)
class Told:
    """A challenge or a wish in their words, with my idea and where I suggested it."""

    note: Note
    idea: Note | None
    suggested: Letter | None


@dataclass(frozen=True)
class Event:
    """One line of the timeline. `way` is in, out or meet; the links are to letters or an interview."""

    at: dt.datetime
    way: str
    what: str
    more: str = ""
    href: str = ""


@dataclass(frozen=True)
class Owed:
    """A thank-you still to be written; `lapsed` once Today no longer asks for it."""

    person: PersonKnown
    due: str
    lapsed: bool


@dataclass(frozen=True)
class Dossier:
    """Everything on the page of a candidacy."""

    outlook: Outlook
    owed: tuple[Owed, ...]
    told: tuple[Told, ...]
    asked: tuple[Note, ...]
    asked_more: int
    timeline: tuple[Event, ...]
    earlier: int
    people: tuple[Ranked, ...]
    letters: tuple[tuple[Letter, Contact | None], ...]
    # Each with whom it touches: the name, and the words it shares with what they told me.
    developments: tuple[tuple[Development, list[tuple[str, str]]], ...]
    details: dict[int, str]
    # Who wrote or was written to, but was in no talk.
    others: tuple[PersonKnown, ...]
    # The latest talk that was held, by its key.
    last_talk: int | None


def dossier(outlook: Outlook, *, all_of_it: bool = False) -> Dossier:
    """What is recorded of a candidacy, in a fixed number of queries."""
    candidacy = outlook.candidacy
    notes = list(_all_notes().filter(interviewer__interview__candidacy=candidacy))
    letters = list(
        Letter.objects.filter(candidacy=candidacy).defer("body").select_related("to").order_by("-pk")
    )
    lines = list(Contact.objects.filter(candidacy=candidacy).select_related("person"))
    answers = answered(letters, lines)
    asked = [note for note in notes if note.kind == Kind.QUESTION]
    events = sorted(_events(outlook, notes, letters, lines), key=lambda event: event.at, reverse=True)
    events = [event for event in events if event.at <= outlook.now]
    shown = len(events) if all_of_it else TIMELINE_SHOWN
    return Dossier(
        outlook=outlook,
        owed=tuple(
            Owed(outlook.person(one), due_by(one, outlook.now, outlook.known.zone), one.state == "lapsed")
            for one in outlook.owed
        ),
        told=tuple(_told(notes, letters)),
        asked=tuple(asked if all_of_it else asked[:ASKED_SHOWN]),
        asked_more=0 if all_of_it else max(0, len(asked) - ASKED_SHOWN),
        timeline=tuple(events[:shown]),
        earlier=max(0, len(events) - shown),
        people=outlook.choice.order,
        letters=tuple((one, answers.get(one.pk)) for one in letters),
        developments=tuple(_developments(candidacy, notes)),
        others=_others(outlook),
        last_talk=_last_talk(outlook),
        details={note.interviewer.person_id: note.text for note in notes if note.kind == Kind.DETAIL},
    )


@cache
def _all_notes() -> QuerySet[Note]:
    """Notes in the order they were heard in, with what the page says of them: put together once."""
    return (
        Note.objects.select_related("interviewer__person", "interviewer__interview")
        .only("kind", "text", "mood", "share", "reply", "about", *OF_THE_TALK)
        .order_by("interviewer__interview__starts_at", "position", "pk")
    )


def _developments(
    candidacy: Candidacy, notes: list[Note]
) -> Iterable[tuple[Development, list[tuple[str, str]]]]:
    worries: dict[str, list[str]] = {}
    for note in notes:
        if note.kind in (Kind.CHALLENGE, Kind.GOAL) and note.share != Share.PRIVATE:
            worries.setdefault(note.interviewer.person.name, []).append(note.text)
    names = [candidacy.company.name, candidacy.role, *worries]
    for one in Development.objects.filter(company=candidacy.company):
        said = f"{one.title} {one.summary or one.excerpt}"
        words = {name: shared(said, texts, names)[:TOUCHES_SHOWN] for name, texts in worries.items()}
        yield one, [(name, ", ".join(found)) for name, found in words.items() if found]


def _others(outlook: Outlook) -> tuple[PersonKnown, ...]:
    ranked = {one.person.key for one in outlook.choice.order}
    return tuple(person for pk, person in outlook.known.people.items() if pk not in ranked)


def _last_talk(outlook: Outlook) -> int | None:
    held = [one for one in outlook.known.meetings if not one.cancelled and one.starts_at <= outlook.now]
    return max(held, key=lambda one: one.starts_at).pk if held else None


def _told(notes: list[Note], letters: list[Letter]) -> Iterable[Told]:
    ideas = {note.about_id: note for note in notes if note.kind == Kind.IDEA and note.about_id}
    suggested = _suggested([idea.pk for idea in ideas.values()], letters) if ideas else {}
    theirs = [note for note in notes if note.kind in (Kind.CHALLENGE, Kind.GOAL)]
    for note in sorted(theirs, key=lambda one: MOODS[one.mood]):
        idea = ideas.get(note.pk)
        yield Told(note, idea, suggested.get(idea.pk) if idea else None)


def _suggested(ideas: list[int], letters: list[Letter]) -> dict[int, Letter]:
    """The letter in which each of these ideas went out; of several, the first that had it."""
    sent = {letter.pk: letter for letter in letters if letter.status == Status.SENT}
    drawn_on = Letter.notes.through.objects.filter(letter__in=sent, note__in=ideas).order_by("-letter")
    return {note: sent[letter] for note, letter in drawn_on.values_list("note", "letter")}


def _events(
    outlook: Outlook, notes: list[Note], letters: list[Letter], lines: list[Contact]
) -> Iterable[Event]:
    candidacy, zone = outlook.candidacy, outlook.known.zone
    if candidacy.applied_on:
        yield Event(dt.datetime.combine(candidacy.applied_on, dt.time.min, zone), "out", _("You applied"))
    yield from (_line(line) for line in lines)
    for letter in letters:
        if letter.sent_at:
            what = _(_WROTE[LetterKind(letter.kind)]) % {"name": first_name(letter.to.name)}
            yield Event(letter.sent_at, "out", what, letter.subject, letter.get_absolute_url())
    counts = Counter(note.interviewer.interview_id for note in notes)
    yield from (_talk(outlook, talk, counts[talk.pk]) for talk in outlook.known.meetings)


_WROTE = {
    LetterKind.THANK_YOU: gettext_noop("You thanked %(name)s"),
    LetterKind.NUDGE: gettext_noop("You wrote again to %(name)s"),
    LetterKind.SECOND_NUDGE: gettext_noop("You wrote a second time to %(name)s"),
    LetterKind.CLOSING: gettext_noop("You took leave of %(name)s"),
    LetterKind.FREE: gettext_noop("You wrote to %(name)s"),
}
_TALKED = ("on_site", "meeting")
_CALLED = ("phone", "video")


def _they(line: Contact) -> str:
    """What they did, with a place for the name, where there is one."""
    named = line.person is not None
    if line.event == "invitation":
        return _("%(name)s invited you") if named else _("They invited you")
    if line.event == "rejection":
        return _("%(name)s said no") if named else _("They said no")
    if line.automatic:
        return _("%(name)s answered automatically") if named else _("They answered automatically")
    if line.channel in _CALLED:
        return _("%(name)s called") if named else _("They called")
    if line.channel in _TALKED:
        return _("%(name)s talked to you") if named else _("They talked to you")
    return _("%(name)s wrote") if named else _("They wrote")


def _line(line: Contact) -> Event:
    they = line.direction == "in"
    if they:
        what = _they(line) % {"name": line.person.name if line.person else ""}
    elif line.person:
        what = _("You wrote to %(name)s") % {"name": first_name(line.person.name)}
    else:
        what = _("You wrote to them")
    href = f"/candidacies/{line.candidacy_id}/contact/{line.pk}/"
    return Event(
        line.at, "in" if they else "out", what, f"“{beginning(line.text)}”" if line.text else "", href
    )


def _talk(outlook: Outlook, talk: Meeting, notes: int) -> Event:
    people = [outlook.known.people[pk].name for pk in talk.present]
    names = listed(people) if people else ""
    minutes = int((talk.ends_at - talk.starts_at).total_seconds() // 60) if talk.ends_at else 0
    more = ", ".join(
        part for part in (names, _("%(minutes)s minutes") % {"minutes": minutes} if minutes else "") if part
    )
    held, off = _("Interview, %(channel)s"), _("Interview, %(channel)s, cancelled")
    what = (off if talk.cancelled else held) % {"channel": mid_sentence(str(Channel(talk.channel).label))}
    told = f"{more}. {sentence(counted(notes, 'note'))}." if more else counted(notes, "note")
    return Event(talk.starts_at, "meet", what, told, f"/interviews/{talk.pk}/debrief/")
