"""Rows into what a letter is made from, in a fixed number of queries."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

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
    from collections.abc import Iterable
    from zoneinfo import ZoneInfo


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
    held = _talks(candidacy, now, here)
    talks = tuple(talk for whose, talk in held if whose == candidacy.pk)
    others = tuple(talk for whose, talk in held if whose != candidacy.pk)
    notes = _notes(candidacy)
    people = tuple(_people(candidacy, to))
    return Material(
        sender=profile.name,
        sign_off=profile.sign_off or "Kind regards",
        company=candidacy.company.name,
        role=candidacy.role,
        kind=kind,
        reader=_reader(to),
        now=now.astimezone(here),
        candidacy=candidacy.key,
        people=tuple(_reader(one) for one in people),
        talks=talks,
        notes=_of(talks, notes),
        other_talks=others,
        other_notes=_of(others, notes),
        letters=tuple(_letters(candidacy, now, here, leaving_out)),
        developments=tuple(_developments(candidacy, now.astimezone(here).date())),
        news=tuple(_news(now.astimezone(here).date())),
        ticked=ticked,
        chosen_development=development,
        chosen_news=news,
        other_companies=_other_companies(candidacy, people),
    )


def _other_companies(candidacy: Candidacy, people: Iterable[Person]) -> tuple[str, ...]:
    """Names of companies that neither the candidacy nor anybody in it belongs to."""
    involved = {candidacy.company_id, *(one.company_id for one in people)}
    rows = Company.objects.order_by("pk").values_list("pk", "name")
    return tuple(name for pk, name in rows if pk not in involved)


def _reader(person: Person) -> Reader:
    return Reader(person.key, person.name, person.title, person.relation)


def _people(candidacy: Candidacy, to: Person) -> Iterable[Person]:
    met = Person.objects.filter(interviewers__interview__candidacy=candidacy).distinct().order_by("pk")
    colleagues = Person.objects.filter(company=candidacy.company).order_by("pk")
    return {one.pk: one for one in (*met, *colleagues, to)}.values()


def _talks(candidacy: Candidacy, now: dt.datetime, here: ZoneInfo) -> list[tuple[int, TalkText]]:
    """Every talk held at the company, with the number of its candidacy."""
    held = Interview.objects.filter(
        candidacy__company=candidacy.company_id, cancelled=False, starts_at__lte=now
    ).select_related("candidacy")
    return [
        (one.candidacy_id, _talk_text(one, here)) for one in held.prefetch_related("interviewers__person")
    ]


def _talk_text(one: Interview, here: ZoneInfo) -> TalkText:
    return TalkText(
        key=one.key,
        starts=one.starts_at.astimezone(here),
        ends=one.ends_at.astimezone(here) if one.ends_at else None,
        channel=one.channel,
        place=one.place,
        stage=one.candidacy.stage,
        people=tuple(seat.person.key for seat in one.interviewers.all() if seat.present),
    )


def _notes(candidacy: Candidacy) -> list[NoteText]:
    """Every note taken at the company."""
    rows = (
        Note.objects.filter(interviewer__interview__candidacy__company=candidacy.company_id)
        .select_related("by", "about", "interviewer__person", "interviewer__interview")
        .order_by("interviewer__interview__starts_at", "interviewer_id", "position", "pk")
    )
    return [_note_text(one) for one in rows]


def _of(talks: Iterable[TalkText], notes: Iterable[NoteText]) -> tuple[NoteText, ...]:
    keys = {talk.key for talk in talks}
    return tuple(one for one in notes if one.interview in keys)


def _note_text(note: Note) -> NoteText:
    return NoteText(
        key=note.key,
        kind=note.kind,
        text=note.text,
        person=note.interviewer.person.key,
        interview=note.interviewer.interview.key,
        mood=note.mood,
        by=note.by.key if note.by else ME,
        share=note.share,
        about=note.about.key if note.about else "",
        reply=note.reply,
        due_on=note.due_on,
        done_on=note.done_on,
    )


def on_the_table(company: Company, now: dt.datetime) -> Round:
    """Every letter to a company that says something, whatever the candidacy, laid side by side."""
    letters = [
        one
        for one in Letter.objects.to_company(company.pk)
        .select_related("to")
        .prefetch_related("notes")
        .order_by("pk")
        if one.body.strip()
    ]
    mine = (
        Note.objects.filter(interviewer__interview__candidacy__company=company, kind__in=("idea", "answer"))
        .select_related("by", "about", "interviewer__person", "interviewer__interview")
        .order_by("pk")
    )
    profile = Profile.load()
    local = now.astimezone(zone(profile.zone_of(company)))
    roles = company.candidacies.values_list("role", flat=True)
    names = [company.name, profile.name, *roles, *(one.to.name for one in letters)]
    return lay(_laid(letters, local), map(_note_text, mine), masked(names), profile.sign_off)


def _laid(letters: Iterable[Letter], local: dt.datetime) -> list[Laid]:
    rows = list(letters)
    names = calling({one.to_id: one.to.name for one in rows})
    several = Counter(one.to_id for one in rows)
    return [
        Laid(
            key=one.pk,
            to=one.to.key,
            name=one.to.name,
            called=names[one.to_id],
            text=one.body,
            subject=one.subject,
            sent_at=one.sent_at,
            notes=frozenset(note.key for note in one.notes.all()),
            label=f"{names[one.to_id]}, {_when(one, local)}" if several[one.to_id] > 1 else names[one.to_id],
        )
        for one in rows
    ]


def _when(letter: Letter, local: dt.datetime) -> str:
    """The day a letter went, or that it is a draft: what tells two letters to one person apart."""
    if letter.sent_at is None:
        return _("draft")
    return date_words(letter.sent_at.astimezone(local.tzinfo).date(), local.date())


def _letters(
    candidacy: Candidacy, now: dt.datetime, here: ZoneInfo, leaving_out: int | None
) -> Iterable[EarlierLetter]:
    rows = (
        Letter.objects.to_company(candidacy.company_id)
        .exclude(pk__in=[] if leaving_out is None else [leaving_out])
        .select_related("to", "development", "news")
        .prefetch_related("notes")
        .order_by("pk")
    )
    for one in rows:
        if one.sent_at is None or one.sent_at <= now:
            yield EarlierLetter(
                key=one.key,
                to=one.to.key,
                kind=one.kind,
                status=one.status,
                sent_at=one.sent_at.astimezone(here) if one.sent_at else None,
                subject=one.subject,
                body=one.body,
                notes=tuple(note.key for note in one.notes.all()),
                development=one.development.key if one.development else "",
                news=one.news.key if one.news else "",
                hand_edited=one.hand_edited,
            )


def _developments(candidacy: Candidacy, today: dt.date) -> Iterable[DevelopmentText]:
    for one in Development.objects.filter(company=candidacy.company):
        if one.published_on is None or one.published_on <= today:
            said = one.title, one.published_on, one.source, one.summary, one.excerpt
            yield DevelopmentText(one.key, *said, unread=one.unread)


def _news(today: dt.date) -> Iterable[NewsText]:
    for one in News.objects.all():
        if one.happened_on is None or one.happened_on <= today:
            yield NewsText(one.key, one.text, one.happened_on)


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
