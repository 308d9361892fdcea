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
    from zoneinfo import ZoneInfo

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
        .values_list(
            "kind", "pk", "text", "reply", "interviewer__interview", "interviewer__interview__starts_at",
            "interviewer__interview__time_zone", "interviewer__interview__candidacy__company",
            "interviewer__person", "interviewer__person__name",
        )
    )  # fmt: skip
    answers, companies = _answers(), _companies(profile)
    said: dict[str, list[Said]] = defaultdict(list)
    for kind, pk, text, reply, talk, starts_at, its_zone, company, person, name in rows:
        called, usual = companies[company]
        where = zone(its_zone) if its_zone else usual
        page = reverse("interviews:debrief", args=[talk])
        said[kind].append(
            Said(
                key=pk,
                text=text,
                company=called,
                person=name,
                on=starts_at.astimezone(where).date(),
                answer=answers.get(pk, reply),
                href=f"{page}?{urlencode({'person': person})}",
            )
        )
    names = [*(called for called, _ in companies.values()), *Person.objects.values_list("name", flat=True)]
    return Notes(said[Kind.QUESTION], said[Kind.CHALLENGE], names)


def _answers() -> dict[int, str]:
    """What I answered, by the question it belongs to."""
    answers: dict[int, list[str]] = defaultdict(list)
    about = Note.objects.filter(kind=Kind.ANSWER, about__kind=Kind.QUESTION).exclude(share=Share.PRIVATE)
    for pk, text in about.order_by("position", "pk").values_list("about_id", "text"):
        if pk is not None:
            answers[pk].append(text)
    return {pk: " ".join(texts) for pk, texts in answers.items()}


def _companies(profile: Profile) -> dict[int, tuple[str, ZoneInfo]]:
    """What each company is called, and its clock."""
    return {one.pk: (one.name, zone(profile.zone_of(one))) for one in Company.objects.all()}
