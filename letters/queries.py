"""Rows into what a letter is made from, in a fixed number of queries."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from django.db.models import Q
from django.utils.translation import gettext as _

from candidacy.models import Candidacy, Company, Development, News, Person, Profile
from candidacy.names import calling
from candidacy.reasons import date_words
from candidacy.zones import zone
from interviews.models import Interview, Note
from letters.material import (
    ME,
    DevelopmentText,
    EarlierLetter,
    Material,
    NewsText,
    NoteText,
    TalkText,
)
from letters.material import Person as Reader
from letters.models import Letter
from letters.passages import Laid
from letters.passround import Round, lay
from letters.shingles import masked

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from zoneinfo import ZoneInfo

    from django.db.models import QuerySet

# Somebody, after the number of the company they are of.
_Known: TypeAlias = "tuple[int | None, Reader]"


def material(
    candidacy: Candidacy,
    to: Person,
    kind: str,
    now: dt.datetime,
    *,
    ticked: frozenset[str] | None = None,
    development: str = "",
    news: str = "",
    leaving_out: int | None = None,
) -> Material:
    """Everything a letter of that kind to that person may draw on, as of `now` (aware).

    `ticked` are the keys of the notes the person chose, `leaving_out` the letter that is being written.
    Nothing later than `now` is in it.
    """
    profile = Profile.load()
    here = zone(profile.zone_of(candidacy.company))
    today = now.astimezone(here).date()
    held = _talks(candidacy, now, here)
    talks = tuple(talk for whose, talk in held if whose == candidacy.pk)
    others = tuple(talk for whose, talk in held if whose != candidacy.pk)
    notes = _notes(candidacy)
    people = _people(candidacy, to)
    return Material(
        sender=profile.name,
        sign_off=profile.sign_off or "Kind regards",
        company=candidacy.company.name,
        role=candidacy.role,
        kind=kind,
        reader=_reader(to),
        now=now.astimezone(here),
        candidacy=candidacy.key,
        people=tuple(reader for _, reader in people),
        talks=talks,
        notes=_of(talks, notes),
        other_talks=others,
        other_notes=_of(others, notes),
        letters=tuple(_letters(candidacy, now, here, leaving_out)),
        developments=tuple(_developments(candidacy, today)),
        news=tuple(_news(today)),
        ticked=ticked,
        chosen_development=development,
        chosen_news=news,
        other_companies=_other_companies(candidacy, people),
    )


def _other_companies(candidacy: Candidacy, people: Iterable[_Known]) -> tuple[str, ...]:
    """Names of companies that neither the candidacy nor anybody in it belongs to."""
    involved = {candidacy.company_id, *(company for company, _ in people if company)}
    rows = Company.objects.exclude(pk__in=involved).order_by("pk")
    return tuple(rows.values_list("name", flat=True))


def _people(candidacy: Candidacy, to: Person) -> list[_Known]:
    """Everybody met or at the company, and the reader, each with the number of their company."""
    met = Person.objects.filter(interviewers__interview__candidacy=candidacy).distinct()
    colleagues = Person.objects.filter(company=candidacy.company_id)
    rows = (row for some in (met, colleagues) for row in some.order_by("pk").values_list(*_PERSON))
    people = {pk: (company, Reader(*said)) for pk, company, *said in rows}
    people[to.pk] = to.company_id, _reader(to)
    return list(people.values())


_PERSON = ("pk", "company_id", "key", "name", "title", "relation")


def _reader(person: Person) -> Reader:
    return Reader(person.key, person.name, person.title, person.relation)


def _talks(candidacy: Candidacy, now: dt.datetime, here: ZoneInfo) -> list[tuple[int, TalkText]]:
    """Every talk held at the company, with the number of its candidacy."""
    at_the_company = Interview.objects.filter(candidacy__company=candidacy.company_id)
    rows = (
        at_the_company.filter(cancelled=False, starts_at__lte=now)
        .order_by("starts_at", "pk", "interviewers__pk")
        .values_list(*_TALK, "interviewers__present", "interviewers__person__key")
    )
    people: dict[tuple[Any, ...], list[str]] = {}
    for *talk, present, person in rows:
        people.setdefault(tuple(talk), []).extend([person] if present else [])
    return [(whose, _talk_text(talk, keys, here)) for (whose, *talk), keys in people.items()]


_TALK = ("candidacy_id", "key", "starts_at", "ends_at", "channel", "place", "candidacy__stage")


def _talk_text(talk: Sequence[Any], people: Iterable[str], here: ZoneInfo) -> TalkText:
    key, starts, ends, channel, place, stage = talk
    return TalkText(
        key=key,
        starts=starts.astimezone(here),
        ends=ends.astimezone(here) if ends else None,
        channel=channel,
        place=place,
        stage=stage,
        people=tuple(people),
    )


def _notes(candidacy: Candidacy) -> list[NoteText]:
    """Every note taken at the company."""
    rows = Note.objects.filter(interviewer__interview__candidacy__company=candidacy.company_id)
    return _note_texts(rows.order_by("interviewer__interview__starts_at", "interviewer_id", "position", "pk"))


def _of(talks: Iterable[TalkText], notes: Iterable[NoteText]) -> tuple[NoteText, ...]:
    keys = {talk.key for talk in talks}
    return tuple(one for one in notes if one.interview in keys)


def _note_texts(rows: QuerySet[Note]) -> list[NoteText]:
    found = (NoteText(*row) for row in rows.values_list(*_NOTE))
    return [replace(one, by=one.by or ME, about=one.about or "") for one in found]


# In the order of NoteText.
_NOTE = (
    "key", "kind", "text", "interviewer__person__key", "interviewer__interview__key", "mood", "by__key",
    "share", "about__key", "reply", "due_on", "done_on",
)  # fmt: skip


def on_the_table(company: Company, now: dt.datetime) -> Round:
    """Every letter to a company that says something, whatever the candidacy, laid side by side."""
    rows = Letter.objects.to_company(company.pk).order_by("pk").values_list(*_LAID, named=True)
    letters = [one for one in rows if one.body.strip()]
    mine = Note.objects.filter(
        interviewer__interview__candidacy__company=company, kind__in=("idea", "answer")
    ).order_by("pk")
    profile = Profile.load()
    local = now.astimezone(zone(profile.zone_of(company)))
    roles = company.candidacies.values_list("role", flat=True)
    names = [company.name, profile.name, *roles, *(one.to__name for one in letters)]
    laid = _laid(letters, _notes_in(company.pk), local)
    return lay(laid, _note_texts(mine), masked(names), profile.sign_off)


_LAID = ("pk", "to_id", "to__key", "to__name", "body", "subject", "sent_at")


def _notes_in(company_id: int) -> dict[int, tuple[str, ...]]:
    """The keys of the notes that each letter to a company used, in the order of the record."""
    used = Letter.notes.through.objects.filter(letter__candidacy__company=company_id)
    notes: dict[int, tuple[str, ...]] = {}
    for letter, key in used.order_by("note__position", "note_id").values_list("letter", "note__key"):
        notes[letter] = (*notes.get(letter, ()), key)
    return notes


def _laid(rows: list[Any], notes: Mapping[int, tuple[str, ...]], local: dt.datetime) -> list[Laid]:
    names = calling({one.to_id: one.to__name for one in rows})
    several = Counter(one.to_id for one in rows)
    return [
        Laid(
            key=one.pk,
            to=one.to__key,
            name=one.to__name,
            called=names[one.to_id],
            text=one.body,
            subject=one.subject,
            sent_at=one.sent_at,
            notes=frozenset(notes.get(one.pk, ())),
            label=f"{names[one.to_id]}, {_when(one.sent_at, local)}"
            if several[one.to_id] > 1
            else names[one.to_id],
        )
        for one in rows
    ]


def _when(sent_at: dt.datetime | None, local: dt.datetime) -> str:
    """The day a letter went, or that it is a draft: what tells two letters to one person apart."""
    if sent_at is None:
        return _("draft")
    return date_words(sent_at.astimezone(local.tzinfo).date(), local.date())


def _letters(
    candidacy: Candidacy, now: dt.datetime, here: ZoneInfo, leaving_out: int | None
) -> Iterable[EarlierLetter]:
    notes = _notes_in(candidacy.company_id)
    rows = Letter.objects.to_company(candidacy.company_id).order_by("pk")
    for one in rows.values_list(*_LETTER, named=True):
        if one.pk != leaving_out and (one.sent_at is None or one.sent_at <= now):
            yield EarlierLetter(
                key=one.key,
                to=one.to__key,
                kind=one.kind,
                status=one.status,
                sent_at=one.sent_at.astimezone(here) if one.sent_at else None,
                subject=one.subject,
                body=one.body,
                notes=notes.get(one.pk, ()),
                development=one.development__key or "",
                news=one.news__key or "",
                hand_edited=one.hand_edited,
            )


_LETTER = (
    "pk", "key", "to__key", "kind", "status", "sent_at", "subject", "body", "development__key", "news__key",
    "hand_edited",
)  # fmt: skip


def _developments(candidacy: Candidacy, today: dt.date) -> list[DevelopmentText]:
    rows = Development.objects.filter(company=candidacy.company_id).filter(
        Q(published_on=None) | Q(published_on__lte=today)
    )
    said = ("key", "title", "published_on", "source", "summary", "excerpt", "unread")
    return [DevelopmentText(*row) for row in rows.values_list(*said)]


def _news(today: dt.date) -> list[NewsText]:
    rows = News.objects.filter(Q(happened_on=None) | Q(happened_on__lte=today))
    return [NewsText(*row) for row in rows.values_list("key", "text", "happened_on")]


def material_of(letter: Letter, now: dt.datetime, *, ticked: frozenset[str] | None = None) -> Material:
    """What that letter may draw on, with what was chosen for it."""
    known = material(
        letter.candidacy,
        letter.to,
        letter.kind,
        now,
        ticked=ticked,
        development=letter.development.key if letter.development else "",
        news=letter.news.key if letter.news else "",
        leaving_out=letter.pk,
    )
    return replace(known, number=letter.number)
