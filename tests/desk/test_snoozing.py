"""Not now: a candidacy set aside from the page, on a day on which they wrote."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.urls import reverse

from candidacy.models import Candidacy, Contact
from tests.desk.cast import at, row

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


def test_set_aside_after_they_wrote_and_awake_when_they_write_again(rail: Candidacy, client: Client) -> None:
    Contact.objects.create(candidacy=rail, at=at("2026-11-10T09:00"))
    with time_machine.travel(at("2026-11-10T10:00"), tick=False):
        answer = client.post(reverse("desk:snooze", args=[rail.pk]), {"until": "2026-11-24"})
    assert answer.status_code == 302
    rail.refresh_from_db()
    assert (rail.snoozed_on, rail.snoozed_until) == (dt.date(2026, 11, 10), dt.date(2026, 11, 24))
    assert row("2026-11-10T10:00")["state"] == "snoozed"
    Contact.objects.create(candidacy=rail, at=at("2026-11-10T16:00"))
    assert row("2026-11-10T17:00")["state"] == "waiting"


def test_woken_by_hand(rail: Candidacy, client: Client) -> None:
    with time_machine.travel(at("2026-11-10T10:00"), tick=False):
        client.post(reverse("desk:snooze", args=[rail.pk]), {"until": "2026-11-24"})
        client.post(reverse("desk:snooze", args=[rail.pk]), {"do": "wake"})
    rail.refresh_from_db()
    assert (rail.snoozed_on, rail.snoozed_at, rail.snoozed_until) == (None, None, None)
