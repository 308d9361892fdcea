"""My news and the companies that have read or heard it, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from candidacy.models import Company, Profile
from candidacy.names import called
from candidacy.zones import zone
from interviews.models import Note
from letters.material import EarlierLetter, NewsText, NoteText
from letters.models import Letter
from letters.review.bank import told_already

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from candidacy.models import News


@dataclass(frozen=True, slots=True)
class Told:
    """One company that has a piece of news: whom I told it there, and when where it was a letter."""

    company: str
    name: str
    on: dt.date | None = None


def told_where(news: Iterable[News]) -> dict[int, list[Told]]:
    """For each piece of news the companies where it is new no longer, by name; sent letters count."""
    profile = Profile.load()
    letters, answers, people = _letters(profile), _answers(), dict[str, str]()
    for at_one in letters.values():
        people |= {letter.to: name for letter, name in at_one}
    for notes in answers.values():
        people |= {note.person: name for note, name in notes}
    companies = Company.objects.filter(pk__in={*letters, *answers}).order_by("name").values_list("pk", "name")
    found: dict[int, list[Told]] = {}
    for one in news:
        item, places = NewsText(one.key, one.text, one.happened_on), []
        for pk, company in companies:
            sent, said = [row for row, _ in letters[pk]], [row for row, _ in answers[pk]]
            told = told_already(item, sent, said, profile.sign_off)
            if told is not None:
                places.append(_told(company, told, people))
        found[one.pk] = places
    return found


def _told(company: str, told: EarlierLetter | NoteText, people: dict[str, str]) -> Told:
    if isinstance(told, NoteText):
        return Told(company, called(people[told.person]))
    return Told(company, called(people[told.to]), told.sent_at.date() if told.sent_at else None)


def _letters(profile: Profile) -> dict[int, list[tuple[EarlierLetter, str]]]:
    """The sent letters to each company, with the names of their readers."""
    found: dict[int, list[tuple[EarlierLetter, str]]] = defaultdict(list)
    rows = Letter.objects.sent().select_related("to", "news", "candidacy__company").order_by("sent_at")
    for one in rows:
        here = zone(profile.zone_of(one.candidacy.company))
        sent_at = one.sent_at.astimezone(here) if one.sent_at else None
        news = one.news.key if one.news else ""
        letter = EarlierLetter(one.key, one.to.key, one.kind, sent_at=sent_at, body=one.body, news=news)
        found[one.candidacy.company_id].append((letter, one.to.name))
    return found


def _answers() -> dict[int, list[tuple[NoteText, str]]]:
    """What I told anybody at each company, with the names of whom."""
    found: dict[int, list[tuple[NoteText, str]]] = defaultdict(list)
    rows = Note.objects.filter(kind="answer").select_related(
        "interviewer__person", "interviewer__interview__candidacy"
    )
    for one in rows:
        person = one.interviewer.person
        note = NoteText(one.key, one.kind, one.text, person.key)
        found[one.interviewer.interview.candidacy.company_id].append((note, person.name))
    return found
