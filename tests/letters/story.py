"""The candidacy that the letters’ stories are about, and small ways to act on its pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.urls import reverse

from candidacy.models import Candidacy, Company, Development, News, Person, Profile
from interviews.models import Interview, Interviewer, Note
from letters.models import Letter

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

LONDON = ZoneInfo("Europe/London")
TEXT = (
    "Dear Ruth,\n\nThank you for the hour.\n\nYou judged the mackerel tasting on Friday, and told me that "
    "Leith loses the chill at four in the morning.\n\nKind regards,\nDana"
)


def at(moment: str) -> dt.datetime:
    return dt.datetime.fromisoformat(moment).replace(tzinfo=LONDON)


@dataclass
class Cast:
    """Ruth and Tomasz of Harbour & Pine interviewed Dana on Tuesday 3 November, for an hour."""

    candidacy: Candidacy
    ruth: Person
    tomasz: Person
    talk: Interview

    def note(self, person: Person, kind: str, text: str, **more: Any) -> Note:
        seat = Interviewer.objects.get(interview=self.talk, person=person)
        by = None if kind in ("answer", "idea", "my_question") else person
        return Note.objects.create(interviewer=seat, kind=kind, text=text, **{"by": by, **more})

    def draft(self, body: str = TEXT, **more: Any) -> Letter:
        given = {"to": self.ruth, "subject": "The cold store", "kind": "thank_you", **more}
        return Letter.objects.create(candidacy=self.candidacy, body=body, **given)

    def sent(self, moment: str = "2026-11-04T09:00", **more: Any) -> Letter:
        return self.draft(status="sent", sent_at=at(moment), **more)


def cast() -> Cast:
    Profile(name="Dana Whitfield", email="dana@example.com").save()
    company = Company.objects.create(name="Harbour & Pine", country="GB", time_zone="Europe/London")
    candidacy = Candidacy.objects.create(company=company, role="Head of Analytics", stage="interview")
    talk = Interview.objects.create(
        candidacy=candidacy, starts_at=at("2026-11-03T10:00"), ends_at=at("2026-11-03T11:00")
    )
    people = [
        Person.objects.create(company=company, name=name, title=title, email=email)
        for name, title, email in (
            ("Ruth Adeyemi", "Chief Operating Officer", "ruth@harbourpine.example"),
            ("Tomasz Wójcik", "VP Data", "tomasz@harbourpine.example"),
        )
    ]
    for person in people:
        Interviewer.objects.create(interview=talk, person=person)
    story = Cast(candidacy, people[0], people[1], talk)
    story.note(people[0], "challenge", "Leith loses the chill at four in the morning.", mood="ugly")
    story.note(people[0], "question", "How would you win over a night shift?")
    story.note(people[0], "detail", "Judged the mackerel tasting on Friday.")
    story.note(people[0], "idea", "Follow one pallet a day through Leith for two weeks.")
    story.note(people[1], "challenge", "Every depot has its own spreadsheet.", mood="bad")
    return story


def silence(story: Cast) -> None:
    """Both were thanked on 4 November; something happened, and Dana has news."""
    first = story.sent(
        subject="One pallet a day", body=TEXT.replace("the hour", "the hour, and one pallet a day")
    )
    first.notes.set(Note.objects.filter(kind="idea"))
    story.sent(to=story.tomasz, body="Dear Tomasz,\n\nThree definitions.\n\nKind regards,\nDana")
    company = story.candidacy.company
    Development.objects.create(
        company=company, title="Cold store opens in Leith", source="The Ledger", published_on="2026-11-10"
    )
    Development.objects.create(company=company, title="Supermarkets sign a pledge", published_on="2026-11-06")
    News.objects.create(text="The picking forecast runs on a laptop now.", happened_on="2026-11-09")
    News.objects.create(text="Finished the cold-chain course.", happened_on="2026-11-05")


def save(
    client: Client, letter: Letter, body: str, *, action: str = "letters:letter", **more: Any
) -> HttpResponse:
    """Post the composer’s form, as the page would."""
    typed = {"seen": letter.version, "subject": letter.subject, "body": body, **more}
    answer: Any = client.post(reverse(action, args=[letter.pk]), typed)
    return answer


def swap(
    client: Client, letter: Letter, body: str, *, action: str = "letters:check", **more: Any
) -> HttpResponse:
    """The same by htmx."""
    typed = {"seen": letter.version, "subject": letter.subject, "body": body, **more}
    answer: Any = client.post(reverse(action, args=[letter.pk]), typed, headers={"HX-Request": "true"})
    return answer
