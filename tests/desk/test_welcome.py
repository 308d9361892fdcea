"""Welcome: one question, one required field, and nothing typed lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from candidacy.models import Candidacy, Person
from interviews.models import Interview

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
WELCOME = "/welcome/"


def test_the_company_is_enough(client: Client) -> None:
    answer = client.post(WELCOME, {"company": "Lumen Health"})
    assert answer.status_code == 302
    assert [str(one.company) for one in Candidacy.objects.all()] == ["Lumen Health"]


def test_without_a_company_it_is_said_and_nothing_typed_is_lost(client: Client) -> None:
    typed = {"role": "Ward Lead", "people": "Helen Marsh, Chief Nurse\nKofi"}
    answer = client.post(WELCOME, typed)
    assert answer.status_code == 422
    assert "Enter the company, for example Lumen Health." in answer.text
    for words in ("Ward Lead", "Helen Marsh, Chief Nurse\nKofi"):
        assert words in answer.text
    assert not Candidacy.objects.exists()


def test_whom_i_met_opens_the_debrief_of_the_first(client: Client) -> None:
    answer = client.post(WELCOME, {"company": "Lumen", "people": "Helen Marsh, Chief Nurse\n\nKofi Mensah"})
    helen = Person.objects.get(name="Helen Marsh")
    debrief = reverse("interviews:debrief", args=[Interview.objects.get().pk])
    assert answer["Location"] == f"{debrief}?person={helen.pk}"
    assert (helen.title, Person.objects.count()) == ("Chief Nurse", 2)
