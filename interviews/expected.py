"""Who will be in a talk: what each of them told and wrote me, and how they stand to me."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from candidacy.choices import Direction, Relation
from candidacy.reasons import date_words
from interviews.manner import manner
from interviews.models import Interview, Kind, Note, Share
from interviews.seniority import rank
from interviews.ties import WORST_FIRST

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet
    from django.utils.functional import _StrPromise

    from candidacy.models import Person, Profile

    # Each day on which somebody wrote, with the words.
    Lines = Sequence[tuple[dt.date, str]]

FACTS_SHOWN = 5
# Of the talk that a note was taken in: who told it, and when.
OF_THE_TALK = (
    "interviewer",
    "interviewer__interview",
    "interviewer__interview__starts_at",
    "interviewer__person",
    "interviewer__person__name",
)
# What is worth reading again about a person, besides their worries, in this order, and how it is said.
_WORTH_READING = {
    Kind.DETAIL.value: "%(text)s",
    Kind.FACT.value: "%(text)s",
    Kind.QUESTION.value: gettext_noop("Asked you: %(text)s"),
    Kind.DOUBT.value: gettext_noop("A doubt: %(text)s"),
    Kind.IDEA.value: gettext_noop("Your idea: %(text)s"),
    Kind.TIMELINE.value: "%(text)s",
}
# How somebody would stand to me, where they are in line.
STANDS: dict[str, str | _StrPromise] = {
    Relation.HIRING_MANAGER: gettext_lazy("Hires for this role."),
    Relation.MANAGER: gettext_lazy("Would be your manager."),
    Relation.PEER: gettext_lazy("Would be a colleague."),
}


@dataclass(frozen=True)
class Quote:
    """Words of theirs, and when they said or wrote them."""

    text: str
    by: str


@dataclass(frozen=True)
class Known:
    """A person of the talk with what they told me: the most telling words, and the rest in short."""

    person: Person
    # Whether nobody in this talk is more senior, as far as their titles tell.
    top: bool
    # How they would stand to me in the job; empty where that is not recorded.
    stands: str | _StrPromise
    quote: Quote | None
    facts: tuple[str, ...]
    # How many private notes there are; their words stay off the sheet.
    private: int

    @property
    def nothing(self) -> bool:
        """Whether this person has told me nothing yet."""
        return self.quote is None and not self.facts


def notes_of(people: Sequence[Person]) -> dict[int, list[Note]]:
    """All notes on each of them, those of the latest talk first."""
    found: dict[int, list[Note]] = {one.pk: [] for one in people}
    for note in _all_notes().filter(interviewer__person__in=people):
        found[note.interviewer.person_id].append(note)
    return found


@cache
def _all_notes() -> QuerySet[Note]:
    """Notes with what is said of them before a talk, those of the latest talk first: put together once."""
    return (
        Note.objects.select_related("interviewer__interview", "interviewer__person")
        .only("kind", "text", "mood", "share", "reply", *OF_THE_TALK)
        .order_by("-interviewer__interview__starts_at", "position", "pk")
    )


def by_seniority(interview: Interview, profile: Profile) -> list[tuple[Person, int]]:
    """Who will be there with the level of their title, the most senior first."""
    company = interview.candidacy.company
    country = company.country or profile.country
    people = [seat.person for seat in interview.interviewers.select_related("person")]
    levels = [
        (one, rank(one.title, company.sector, country, one.relation, own_rank=one.rank).level)
        for one in people
    ]
    return sorted(levels, key=lambda pair: -pair[1])


def lines_of(interview: Interview) -> dict[int, list[tuple[dt.date, str]]]:
    """What each of them wrote me about this candidacy, the oldest first."""
    found: dict[int, list[tuple[dt.date, str]]] = defaultdict(list)
    for line in interview.candidacy.contacts.filter(direction=Direction.IN, automatic=False).order_by("at"):
        if line.person_id and line.text:
            found[line.person_id].append((timezone.localdate(line.at), line.text))
    return found


def known(person: Person, notes: Sequence[Note], wrote: Lines, *, top: bool) -> Known:
    """What is known of one person from all notes on them and from what they wrote."""
    shown = [note for note in notes if note.share != Share.PRIVATE]
    worst_first = telling(shown)
    quote = _quote(worst_first, wrote)
    facts = [
        *manner(person.name, wrote, timezone.localdate(), quoted=bool(quote) and not worst_first),
        *(
            _(words) % {"text": note.text}
            for kind, words in _WORTH_READING.items()
            for note in of_kind(shown, kind)
        ),
    ]
    return Known(
        person=person,
        top=top,
        stands=STANDS.get(person.relation, ""),
        quote=quote,
        facts=(*(f"“{note.text}”" for note in worst_first[1:3]), *facts)[:FACTS_SHOWN],
        private=len(notes) - len(shown),
    )


def _quote(worst_first: Sequence[Note], wrote: Lines) -> Quote | None:
    """Their most telling words; where nothing was said yet, the last they wrote."""
    if worst_first:
        said = on_day(worst_first[0].interviewer.interview.starts_at)
        return Quote(worst_first[0].text, _("To you, %(day)s") % {"day": said})
    if wrote:
        on = date_words(wrote[-1][0], timezone.localdate())
        return Quote(wrote[-1][1], _("Written to you, %(day)s") % {"day": on})
    return None


def telling(notes: Iterable[Note]) -> list[Note]:
    """What they said in their own words: the worst of their worries first, wishes, then what goes well."""
    theirs = [note for note in notes if note.kind in (Kind.CHALLENGE, Kind.GOAL)]
    return sorted(theirs, key=lambda note: WORST_FIRST[note.mood])


def of_kind(notes: Iterable[Note], kind: str) -> list[Note]:
    """Those of one kind."""
    return [note for note in notes if note.kind == kind]


def on_day(moment: dt.datetime) -> str:
    """The day of a moment in words, by my own clock."""
    return date_words(timezone.localdate(moment), timezone.localdate())
