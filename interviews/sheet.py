"""The prep sheet: what is known before a talk, by person, and questions that say where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from candidacy.choices import Direction, Relation
from candidacy.models import Contact, Development, News, Person, Profile
from candidacy.names import called
from candidacy.reasons import date_words
from candidacy.zones import zone
from interviews.models import Interview, Kind, Mood, Note, Share
from interviews.questions import Met, questions
from interviews.ties import WORST_FIRST

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from interviews.questions import Question

FACTS_SHOWN = 5
ASKED_SHOWN = 5
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
# What is worth reading again about a person, besides their worries, in this order; the words go before it.
_WORTH_READING = {
    Kind.DETAIL.value: "",
    Kind.FACT.value: "",
    Kind.DOUBT.value: "A doubt: ",
    Kind.IDEA.value: "Your idea: ",
    Kind.TIMELINE.value: "",
}


@dataclass(frozen=True)
class Known:
    """A person of the talk with what they told me: the most telling words, and the rest in short."""

    person: Person
    quote: Note | None
    on: str
    facts: tuple[str, ...]
    # How many private notes there are; their words stay off the sheet.
    private: int

    @property
    def nothing(self) -> bool:
        """Whether this person has told me nothing yet."""
        return self.quote is None and not self.facts


@dataclass(frozen=True)
class Again:
    """A question I was asked before, by whom, and what I said."""

    text: str
    by: str
    said: str


@dataclass(frozen=True)
class Sheet:
    """What the page shows. Times are those of the clocks there; `mine` is my own clock where it differs."""

    interview: Interview
    starts: dt.datetime
    ends: dt.datetime | None
    mine: dt.datetime | None
    place_of_clock: str
    which: str
    over: bool
    help: Person | None
    promises: tuple[Note, ...]
    developments: tuple[Development, ...]
    people: tuple[Known, ...]
    questions: tuple[Question, ...]
    again: tuple[Again, ...]
    news: tuple[News, ...]

    @property
    def minutes(self) -> int:
        """How long it takes; 0 where nobody said."""
        return int((self.ends - self.starts).total_seconds() // 60) if self.ends else 0

    @property
    def link(self) -> str:
        """Where to go on screen, if the place is a link."""
        return self.interview.place if self.interview.place.startswith(("https://", "http://")) else ""


def sheet(interview: Interview) -> Sheet:
    """Everything known before this talk, in a fixed number of queries."""
    profile = Profile.load()
    there = zone(interview.time_zone or profile.zone_of(interview.candidacy.company))
    here = zone(profile.time_zone)
    starts, mine = interview.starts_at.astimezone(there), interview.starts_at.astimezone(here)
    people = [seat.person for seat in interview.interviewers.select_related("person")]
    told = _notes_of(people)
    developments = tuple(interview.candidacy.company.developments.all()[:3])
    return Sheet(
        interview=interview,
        starts=starts.replace(tzinfo=None),
        ends=interview.ends_at.astimezone(there).replace(tzinfo=None) if interview.ends_at else None,
        mine=mine.replace(tzinfo=None) if mine.utcoffset() != starts.utcoffset() else None,
        place_of_clock=there.key.rsplit("/", 1)[-1].replace("_", " "),
        which=_which(interview),
        over=(interview.ends_at or interview.starts_at) <= timezone.now(),
        help=_help(interview),
        promises=tuple(_promises(interview)),
        developments=developments,
        people=tuple(_known(one, told[one.pk], wrote) for one, wrote in _with_lines(interview, people)),
        questions=questions(
            [_met(one, told[one.pk]) for one in people],
            newest=developments[0].title if developments else "",
        ),
        again=_again(interview),
        news=tuple(News.objects.all()[:3]),
    )


def _notes_of(people: Sequence[Person]) -> dict[int, list[Note]]:
    notes = (
        Note.objects.filter(interviewer__person__in=people)
        .select_related("interviewer__interview")
        .order_by("-interviewer__interview__starts_at", "position", "pk")
    )
    found: dict[int, list[Note]] = {one.pk: [] for one in people}
    for note in notes:
        found[note.interviewer.person_id].append(note)
    return found


def _with_lines(interview: Interview, people: Sequence[Person]) -> list[tuple[Person, Contact | None]]:
    """Each person with the last line they wrote me about this candidacy."""
    lines = interview.candidacy.contacts.filter(
        direction=Direction.IN, automatic=False, person__in=people
    ).order_by("at")
    last = {line.person_id: line for line in lines if line.text}
    return [(one, last.get(one.pk)) for one in people]


def _known(person: Person, notes: Sequence[Note], wrote: Contact | None) -> Known:
    shown = [note for note in notes if note.share != Share.PRIVATE]
    telling = _telling(shown)
    quote = telling[0] if telling else None
    facts = [f"{words}{note.text}" for kind, words in _WORTH_READING.items() for note in _of(shown, kind)]
    if wrote:
        facts.insert(0, f"Wrote on {_on(wrote.at)}: “{wrote.text}”")
    return Known(
        person=person,
        quote=quote,
        on=_on(quote.interviewer.interview.starts_at) if quote else "",
        facts=(*(f"“{note.text}”" for note in telling[1:3]), *facts)[:FACTS_SHOWN],
        private=len(notes) - len(shown),
    )


def _telling(notes: Iterable[Note]) -> list[Note]:
    """What they said in their own words: the worst of their worries first, wishes, then what goes well."""
    theirs = [note for note in notes if note.kind in (Kind.CHALLENGE, Kind.GOAL)]
    return sorted(theirs, key=lambda note: WORST_FIRST[note.mood])


def _met(person: Person, notes: Sequence[Note]) -> Met:
    shown = [note for note in notes if note.share != Share.PRIVATE]
    telling = _telling(shown)
    asked = _of(shown, Kind.MY_QUESTION)
    return Met(
        called=called(person.name),
        worries=tuple(n.text for n in telling if n.kind == Kind.CHALLENGE and n.mood != Mood.GOOD),
        wishes=tuple(note.text for note in telling if note.kind == Kind.GOAL),
        unanswered=tuple((n.text, _on(n.interviewer.interview.starts_at)) for n in asked if not n.reply),
    )


def _of(notes: Iterable[Note], kind: str) -> list[Note]:
    return [note for note in notes if note.kind == kind]


def _which(interview: Interview) -> str:
    """First, Second …: its place among the talks of the candidacy that were not called off."""
    held = interview.candidacy.interviews.filter(cancelled=False, starts_at__lt=interview.starts_at)
    before = held.exclude(pk=interview.pk).count()
    return _ORDINALS[before] if before < len(_ORDINALS) else "Another"


def _help(interview: Interview) -> Person | None:
    """Whom to ring if the link or the train fails: who arranges talks there and left a number."""
    candidacy = interview.candidacy
    known = Person.objects.filter(relation__in=(Relation.RECRUITER, Relation.AGENCY)).exclude(phone="")
    there = known.filter(company=candidacy.company) | known.filter(contacts__candidacy=candidacy)
    own_people_first = "-relation"
    return there.distinct().order_by(own_people_first, "pk").first()


def _promises(interview: Interview) -> Iterable[Note]:
    """What is still open of what either side promised, nearest day first."""
    notes = Note.objects.filter(
        kind=Kind.PROMISE, done_on=None, interviewer__interview__candidacy=interview.candidacy
    )
    shown = notes.exclude(share=Share.PRIVATE).select_related("by", "interviewer__person")
    return sorted(shown, key=lambda note: (note.due_on is None, note.due_on or 0, note.pk))


def _again(interview: Interview) -> tuple[Again, ...]:
    """What I was asked before, in any talk: at this company first, then the latest; each question once."""
    notes = (
        Note.objects.filter(kind=Kind.QUESTION, interviewer__interview__starts_at__lt=interview.starts_at)
        .exclude(share=Share.PRIVATE)
        .select_related("interviewer__person", "interviewer__interview")
        .prefetch_related("answered_by")
        .order_by("-interviewer__interview__starts_at", "position", "pk")[:200]
    )
    here = interview.candidacy_id
    first = sorted(notes, key=lambda note: note.interviewer.interview.candidacy_id != here)
    once = {note.text.casefold(): note for note in reversed(first)}
    kept = [note for note in first if once[note.text.casefold()] is note]
    return tuple(Again(note.text, note.interviewer.person.name, _answer(note)) for note in kept[:ASKED_SHOWN])


def _answer(note: Note) -> str:
    answers = [one.text for one in note.answered_by.all() if one.kind == Kind.ANSWER]
    return " ".join(answers) or note.reply


def _on(moment: dt.datetime) -> str:
    return date_words(timezone.localdate(moment), timezone.localdate())
