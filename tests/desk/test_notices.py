"""Notifications: off until asked for, one for each thing, names and times only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine

from candidacy.models import Candidacy, Profile
from desk import sample
from desk.ended import just_ended
from desk.notices import notices
from desk.today import today
from interviews.models import Interviewer, Note
from tests.desk.cast import at, send

if TYPE_CHECKING:
    from django.test import Client

    from desk.notices import Notice

pytestmark = pytest.mark.django_db
MORNING = "2026-11-17T09:10"


def told(moment: str) -> list[Notice]:
    return list(notices(today(at(moment)), just_ended(at(moment))))


def lines(moment: str) -> list[str]:
    return [one.text for one in told(moment)]


def test_what_is_due_and_who_has_gone_silent() -> None:
    sample.load(at(MORNING))
    found = told(MORNING)
    assert [one.text for one in found] == [
        "Thank-you to Dr Helen Marsh is due by 17:00",
        "Thank-you to Ana Ferreira is due by 17:00",
        "Harbour & Pine has gone silent",
        "Meridian Rail has gone silent",
    ]
    assert found[2].path == Candidacy.objects.get(company__name="Harbour & Pine").get_absolute_url()
    assert len({one.key for one in found}) == 4


def test_a_talk_from_its_last_hour_to_its_notes(rail: Candidacy) -> None:
    assert lines("2026-11-03T08:59") == []
    assert lines("2026-11-03T09:00") == ["Meridian Rail meets you at 10:00"]
    assert lines("2026-11-03T10:30") == []
    assert lines("2026-11-03T11:12") == ["How was Meridian Rail?"]
    Note.objects.create(interviewer=Interviewer.objects.first(), kind="detail", text="Sings in a choir.")
    assert lines("2026-11-03T11:12") == []


def test_a_day_that_is_not_today_is_named(rail: Candidacy) -> None:
    Note.objects.create(interviewer=Interviewer.objects.first(), kind="detail", text="Sings in a choir.")
    assert lines("2026-11-03T14:00")[0] == "Thank-you to Daniel Osei is due by 12:00 tomorrow"
    assert lines("2026-11-05T09:00")[0] == "Thank-you to Daniel Osei is best written now"


def test_another_silence_is_another_thing(rail: Candidacy) -> None:
    send(rail, "Daniel", "2026-11-03T15:00")
    send(rail, "Sofia", "2026-11-03T15:00")
    (first,) = told("2026-11-16T09:00")
    assert first.key.startswith(f"silent-{rail.pk}-")
    rail.contacts.create(at=at("2026-11-16T10:00"), direction="in", channel="email")
    (second,) = told("2026-12-04T09:00")
    assert (second.text, second.key != first.key) == (first.text, True)


def test_nothing_is_told_while_they_are_off(client: Client) -> None:
    sample.load(at(MORNING))
    with time_machine.travel(at(MORNING), tick=False):
        assert client.get("/notices/").json() == {"notices": []}
        assert "notify.js" not in client.get("/").text
        client.post("/settings/notify/", {"notifications": "on"})
        assert Profile.load().settings["notifications"] is True
        answer = client.get("/notices/")
        assert "no-store" in answer.headers["Cache-Control"]
        assert len(answer.json()["notices"]) == 4
        assert 'data-from="/notices/"' in client.get("/").text
