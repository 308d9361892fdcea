"""The prep sheet: what is known before a talk, by person, and questions that say where they come from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from candidacy.choices import Relation
from candidacy.models import Development, News, Person, Profile
from candidacy.names import called
from candidacy.zones import zone
from interviews.expected import (
    OF_THE_TALK,
    by_seniority,
    known,
    lines_of,
    notes_of,
    of_kind,
    on_day,
    telling,
)
from interviews.models import Interview, Kind, Mood, Note, Share
from interviews.questions import Met, Question, questions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from django.db.models import QuerySet

    from interviews.expected import Known

ASKED_SHOWN = 5
# What was asked for other jobs is looked for in so many of the last talks.
TALKS_READ = 200
_ORDINALS = (
    gettext_noop("First"),
    gettext_noop("Second"),
    gettext_noop("Third"),
    gettext_noop("Fourth"),
    gettext_noop("Fifth"),
    gettext_noop("Sixth"),
)


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
    # My own day.
    today: dt.date
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


def sheet(interview: Interview, profile: Profile) -> Sheet:
    """Everything known before this talk, in a fixed number of queries."""
    there = zone(interview.time_zone or profile.zone_of(interview.candidacy.company))
    here = zone(profile.time_zone)
    starts, mine = interview.starts_at.astimezone(there), interview.starts_at.astimezone(here)
    people = by_seniority(interview, profile)
    told = notes_of([one for one, _level in people])
    wrote = lines_of(interview)
    developments = tuple(interview.candidacy.company.developments.all()[:3])
    return Sheet(
        interview=interview,
        starts=starts.replace(tzinfo=None),
        ends=interview.ends_at.astimezone(there).replace(tzinfo=None) if interview.ends_at else None,
        mine=mine.replace(tzinfo=None) if mine.utcoffset() != starts.utcoffset() else None,
        place_of_clock=there.key.rsplit("/", 1)[-1].replace("_", " "),
        today=timezone.localdate(timezone=here),
        which=_which(interview),
        over=(interview.ends_at or interview.starts_at) <= timezone.now(),
        help=_help(interview),
        promises=tuple(_promises(interview)),
        developments=developments,
        people=tuple(
            known(one, told[one.pk], wrote[one.pk], top=level > 0 and level == people[0][1])
            for one, level in people
        ),
        questions=questions(
            [_met(one, told[one.pk], interview) for one, _level in people],
            newest=developments[0].title if developments else "",
            own=_own(interview, told),
        ),
        again=_again(interview),
        news=tuple(News.objects.all()[:3]),
    )


def _met(person: Person, notes: Sequence[Note], interview: Interview) -> Met:
    earlier = [note for note in notes if note.interviewer.interview_id != interview.pk]
    shown = [note for note in notes if note.share != Share.PRIVATE]
    worst_first = telling(shown)
    asked = [note for note in of_kind(earlier, Kind.MY_QUESTION) if note.share != Share.PRIVATE]
    return Met(
        called=called(person.name),
        worries=tuple(n.text for n in worst_first if n.kind == Kind.CHALLENGE and n.mood != Mood.GOOD),
        wishes=tuple(note.text for note in worst_first if note.kind == Kind.GOAL),
        unanswered=tuple((n.text, on_day(n.interviewer.interview.starts_at)) for n in asked if not n.reply),
    )


def _own(interview: Interview, told: Mapping[int, Sequence[Note]]) -> list[Question]:
    """What I mean to ask in this very talk, in the order in which I noted it."""
    own = [
        note
        for notes in told.values()
        for note in of_kind(notes, Kind.MY_QUESTION)
        if note.interviewer.interview_id == interview.pk and not note.reply and note.share != Share.PRIVATE
    ]
    return [
        Question(note.text, called(note.interviewer.person.name), _("your own"), note.pk)
        for note in sorted(own, key=lambda note: note.pk)
    ]


def _which(interview: Interview) -> str:
    """First, Second …: its place among the talks of the candidacy that were not called off."""
    held = interview.candidacy.interviews.filter(cancelled=False, starts_at__lt=interview.starts_at)
    before = held.exclude(pk=interview.pk).count()
    return _(_ORDINALS[before]) if before < len(_ORDINALS) else _("Another")


def _help(interview: Interview) -> Person | None:
    """Whom to ring if the link or the train fails: who arranges talks there and left a number."""
    candidacy = interview.candidacy
    there = Q(company=candidacy.company) | Q(pk__in=candidacy.contacts.values("person"))
    known = Person.objects.filter(there, relation__in=(Relation.RECRUITER, Relation.AGENCY)).exclude(phone="")
    own_people_first = "-relation"
    return known.order_by(own_people_first, "pk").first()


def _promises(interview: Interview) -> Iterable[Note]:
    """What is still open of what either side promised, nearest day first."""
    shown = _open_promises().filter(interviewer__interview__candidacy=interview.candidacy_id)
    return sorted(shown, key=lambda note: (note.due_on is None, note.due_on or 0, note.pk))


@cache
def _open_promises() -> QuerySet[Note]:
    """Promises that are neither kept nor private, with what the sheet says of them: put together once."""
    return (
        Note.objects.filter(kind=Kind.PROMISE, done_on=None)
        .exclude(share=Share.PRIVATE)
        .select_related("by", "interviewer__person", "interviewer__interview")
        .only("text", "due_on", "by", "by__name", *OF_THE_TALK)
    )


def _again(interview: Interview) -> tuple[Again, ...]:
    """What I was asked before, in any talk: for this job first, then the latest; each question once."""
    once: dict[str, Any] = {}
    for one in _asked_before(interview):
        once.setdefault(one.text.casefold(), one)
        if len(once) == ASKED_SHOWN:
            break
    said = _answers([one.pk for one in once.values()])
    return tuple(Again(one.text, one.who, " ".join(said[one.pk]) or one.reply) for one in once.values())


def _asked_before(interview: Interview) -> Iterator[Any]:
    """Questions of earlier talks, with the number, the words, the reply, and who asked."""
    earlier = Interview.objects.filter(starts_at__lt=interview.starts_at)
    here = {"candidacy": interview.candidacy_id}
    yield from _asked().filter(interviewer__interview__in=earlier.filter(**here))
    # Of the last talks only: to sort all that was ever asked takes ten times as long.
    latest = earlier.exclude(**here).order_by("-starts_at")[:TALKS_READ]
    yield from _asked().filter(interviewer__interview__in=latest)


@cache
def _asked() -> QuerySet[Note, Any]:
    """Every question that is not private, the latest first: put together once."""
    return (
        Note.objects.filter(kind=Kind.QUESTION)
        .exclude(share=Share.PRIVATE)
        .annotate(who=F("interviewer__person__name"))
        .order_by("-interviewer__interview__starts_at", "position", "pk")
        .values_list("pk", "text", "reply", "who", named=True)
    )


def _answers(questions: Iterable[int]) -> Mapping[int | None, list[str]]:
    """What I said to each of these."""
    said: dict[int | None, list[str]] = defaultdict(list)
    for about, text in Note.objects.filter(about__in=questions, kind=Kind.ANSWER).values_list(
        "about", "text"
    ):
        said[about].append(text)
    return said
