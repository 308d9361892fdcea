"""A little of everything to be found at Lumen Health, and what the index holds."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from django.db import connection

from candidacy.models import Candidacy, Contact, Development, Person
from desk.search import Within, catch_up, find
from interviews.models import Note
from letters.models import Letter, Message
from tests.interviews.cast import ANA, lumen, seat

LONDON = ZoneInfo("Europe/London")


def at(moment: str) -> dt.datetime:
    return dt.datetime.fromisoformat(moment).replace(tzinfo=LONDON)


def told(text: str, name: str = ANA, **more: object) -> Note:
    """A note on somebody of the talk."""
    return Note.objects.create(interviewer=seat(name), text=text, **{"kind": "fact", **more})


def everything() -> Candidacy:
    """One thing of each kind, each with the words “night shift”."""
    talk = lumen(ANA)
    candidacy, ana = talk.candidacy, Person.objects.get(name=ANA)
    told("Two bank nurses on every night shift, neither with a login.")
    Letter.objects.create(
        candidacy=candidacy, to=ana, subject="The night shift", body="Dear Ana,\n\nThank you."
    )
    Contact.objects.create(
        candidacy=candidacy, person=ana, at=at("2026-11-05T09:00"), text="The night shift want to know."
    )
    Development.objects.create(company=candidacy.company, title="A smaller night shift, says union")
    Message.objects.create(
        identity="1@x.example", at=at("2026-11-06T09:00"), candidacy=candidacy, person=ana,
        subject="Your night shift", text="Come and see it.",
    )  # fmt: skip
    return candidacy


def said(typed: str, within: Within | None = None, **more: bool) -> list[str]:
    """What is found, as lines of kind and text."""
    groups = find(typed, within, **more).groups
    return [
        f"{hit.kind}: {''.join(hit.text) or ''.join(hit.title)}" for group in groups for hit in group.hits
    ]


def marks(typed: str) -> list[str]:
    """What is marked in the first thing found."""
    hit = find(typed).groups[0].hits[0]
    return [*hit.title[1::2], *hit.text[1::2]]


def held() -> list[tuple[object, ...]]:
    """All that the index holds, brought up to date."""
    catch_up()
    entries = (
        "SELECT source, record, place, words::text FROM desk_search_entry"
        if connection.vendor == "postgresql"
        else "SELECT source, record, place, words, forms, about FROM desk_search_entry "
        "JOIN desk_search_words ON desk_search_words.rowid = place"
    )
    with connection.cursor() as cursor:
        cursor.execute(f"{entries} ORDER BY source, record")
        return list(cursor.fetchall())
