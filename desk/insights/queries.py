"""The rows that Insights is made of, in a fixed number of queries however many they are."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse

from candidacy.history import moves, reached
from candidacy.models import Candidacy, Company, Person
from candidacy.zones import zone
from desk.insights.again import Said
from desk.insights.board import Notes
from desk.insights.waits import Trail
from desk.known import known
from interviews.models import Kind, Mood, Note, Share

if TYPE_CHECKING:
    import datetime as dt

    from candidacy.models import Profile


def trails(profile: Profile, now: dt.datetime) -> list[Trail]:
    """Every candidacy with its facts, in four queries."""
    return [
        Trail(one.facts, one.calendar, reached(one.facts, moves(one.candidacy.moves), now))
        for one in known(Candidacy.objects.all(), profile)
    ]


def notes(profile: Profile, now: dt.datetime) -> Notes:
    """What was asked and what worries them, without what is private, in four queries.

    A challenge that sounded good is none of their worries.
    """
    rows = (
        Note.objects.filter(
            kind__in=(Kind.QUESTION, Kind.CHALLENGE), interviewer__interview__starts_at__lte=now
        )
        .exclude(share=Share.PRIVATE)
        .exclude(mood=Mood.GOOD)
        .select_related("interviewer__person", "interviewer__interview__candidacy__company")
    )
    answers = _answers()
    said: dict[str, list[Said]] = defaultdict(list)
    for row in rows:
        said[row.kind].append(_said(row, answers.get(row.pk, row.reply), profile))
    names = [*Company.objects.values_list("name", flat=True), *Person.objects.values_list("name", flat=True)]
    return Notes(said[Kind.QUESTION], said[Kind.CHALLENGE], names)


def _answers() -> dict[int, str]:
    """What I answered, by the question it belongs to."""
    answers: dict[int, list[str]] = defaultdict(list)
    about = Note.objects.filter(kind=Kind.ANSWER, about__kind=Kind.QUESTION).exclude(share=Share.PRIVATE)
    for pk, text in about.order_by("position", "pk").values_list("about_id", "text"):
        if pk is not None:
            answers[pk].append(text)
    return {pk: " ".join(texts) for pk, texts in answers.items()}


def _said(row: Note, answer: str, profile: Profile) -> Said:
    talk, person = row.interviewer.interview, row.interviewer.person
    company = talk.candidacy.company
    where = zone(talk.time_zone or profile.zone_of(company))
    page = reverse("interviews:debrief", args=[talk.pk])
    return Said(
        key=row.pk,
        text=row.text,
        company=company.name,
        person=person.name,
        on=talk.starts_at.astimezone(where).date(),
        answer=answer,
        href=f"{page}?{urlencode({'person': person.pk})}",
    )
