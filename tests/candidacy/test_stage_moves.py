"""When a candidacy comes to another stage, the day is kept with it, and undone with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine
from django.urls import reverse

from candidacy.changes import undo
from candidacy.models import Candidacy, Change, Company

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def harbour() -> Candidacy:
    """A candidacy at its first stage, of which no move is known."""
    return Candidacy.objects.create(company=Company.objects.create(name="Harbour & Pine"), stage="applied")


def moves(of: Candidacy) -> list[tuple[str, str]]:
    of.refresh_from_db()
    return [(one["stage"], one["on"]) for one in of.moves]


def test_the_first_stage_is_no_move(harbour: Candidacy) -> None:
    assert moves(harbour) == []


def test_each_way_of_moving_on_keeps_the_day(client: Client, harbour: Candidacy) -> None:
    with time_machine.travel("2026-11-02T10:00:00Z"):
        client.post(reverse("candidacy:stage", args=[harbour.pk]), {"stage": "interview"})
    with time_machine.travel("2026-11-09T10:00:00Z"):
        client.post(reverse("candidacy:edit", args=[harbour.pk]), {"stage": "final"})
    with time_machine.travel("2026-11-16T10:00:00Z"):
        client.post(reverse("desk:reply", args=[harbour.pk]), {"outcome": "offer"})
    assert moves(harbour) == [("interview", "2026-11-02"), ("final", "2026-11-09"), ("offer", "2026-11-16")]


def test_staying_is_no_move(client: Client, harbour: Candidacy) -> None:
    client.post(reverse("candidacy:stage", args=[harbour.pk]), {"stage": "applied"})
    client.post(reverse("candidacy:edit", args=[harbour.pk]), {"stage": "applied", "role": "Lead"})
    harbour.refresh_from_db()
    harbour.role = "Head"
    harbour.save(update_fields=["role"])
    assert moves(harbour) == []


def test_undoing_a_move_takes_its_day_back(client: Client, harbour: Candidacy) -> None:
    client.post(reverse("candidacy:stage", args=[harbour.pk]), {"stage": "interview"})
    undo(Change.objects.latest("pk"))
    harbour.refresh_from_db()
    assert (harbour.stage, harbour.moves) == ("applied", [])
