"""The page of a candidacy: what became of each letter."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
import time_machine

from candidacy.models import Candidacy
from desk import sample

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 17, 9, 10, tzinfo=ZoneInfo("Europe/London"))


def test_each_letter_says_whether_it_was_answered(client: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        sample.load(NOW)
        page = client.get(Candidacy.objects.get(company__name="Harbour & Pine").get_absolute_url()).text
    assert re.findall(r"To \w+, (?:sent|draft)[^<]*", page) == [
        "To Tomasz, sent 30 Oct. No reply.",
        "To Ruth, sent 30 Oct. No reply.",
        "To Tomasz, sent 16 Oct. No reply.",
        "To Priya, sent 16 Oct. Replied 19 Oct.",
    ]
