"""Reads what each candidacy teaches, so many at a time, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse

from candidacy.history import moves, reached
from candidacy.models import Candidacy, Company, Person
from candidacy.zones import zone
from desk.insights.again import Said
from desk.insights.lesson import lesson
from desk.insights.waits import Trail
from desk.known import known
from interviews.models import Kind, Mood, Note, Share

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence
    from zoneinfo import ZoneInfo

    from candidacy.models import Profile
    from desk.insights.lesson import Lesson

    # By candidacy, what its company is called, and its clock.
    Called = Mapping[int, tuple[str, ZoneInfo]]


def lessons(some: Sequence[int], profile: Profile, now: dt.datetime) -> Iterator[tuple[int, Lesson]]:
    """What each of these candidacies teaches at `now`, by its number."""
    rows, rules = Candidacy.objects.filter(pk__in=some), profile.preferences.rules
    found = known(rows, profile)
    called = {one.candidacy.pk: (one.candidacy.company.name, one.zone) for one in found}
    asked, worries = _said(Kind.QUESTION, called, now), _said(Kind.CHALLENGE, called, now)
    for one in found:
        pk = one.candidacy.pk
        trail = Trail(one.facts, one.calendar, reached(one.facts, moves(one.candidacy.moves), now))
        yield pk, lesson(trail, now, rules, tuple(asked[pk]), tuple(worries[pk]))


def names() -> list[str]:
    """What companies and people are called."""
    return [name for model in (Company, Person) for name in model.objects.values_list("name", flat=True)]


def _said(kind: Kind, called: Called, now: dt.datetime) -> dict[int, list[Said]]:
    """Notes of that sort from talks that have begun, by candidacy, without what is private.

    A challenge that sounded good is none of their worries.
    """
    rows = (
        Note.objects.filter(
            kind=kind, interviewer__interview__candidacy__in=list(called),
            interviewer__interview__starts_at__lte=now,
        )
        .exclude(share=Share.PRIVATE)
        .exclude(mood=Mood.GOOD)
        .values_list(
            "pk", "text", "reply", "interviewer__interview", "interviewer__interview__starts_at",
            "interviewer__interview__time_zone", "interviewer__interview__candidacy",
            "interviewer__person", "interviewer__person__name",
        )
    )  # fmt: skip
    answers = _answers(called) if kind == Kind.QUESTION else {}
    said: dict[int, list[Said]] = defaultdict(list)
    for pk, text, reply, talk, starts_at, its_zone, candidacy, person, name in rows:
        company, usual = called[candidacy]
        where = zone(its_zone) if its_zone else usual
        page = reverse("interviews:debrief", args=[talk])
        said[candidacy].append(
            Said(
                key=pk,
                text=text,
                company=company,
                person=name,
                on=starts_at.astimezone(where).date(),
                answer=answers.get(pk, reply),
                href=f"{page}?{urlencode({'person': person})}",
            )
        )
    return said


def _answers(called: Called) -> dict[int, str]:
    """What I answered, by the question it belongs to."""
    answers: dict[int, list[str]] = defaultdict(list)
    about = Note.objects.filter(
        kind=Kind.ANSWER, about__kind=Kind.QUESTION, about__interviewer__interview__candidacy__in=list(called)
    ).exclude(share=Share.PRIVATE)
    for pk, text in about.order_by("position", "pk").values_list("about_id", "text"):
        if pk is not None:
            answers[pk].append(text)
    return {pk: " ".join(texts) for pk, texts in answers.items()}
