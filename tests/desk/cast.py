"""What Today’s tests say and ask: moments in London, letters sent, and the command’s answers."""

from __future__ import annotations

import datetime as dt
import io
import json
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management import call_command

from candidacy.models import Candidacy, Person
from letters.models import Letter

LONDON = ZoneInfo("Europe/London")


def at(moment: str) -> dt.datetime:
    return dt.datetime.fromisoformat(moment).replace(tzinfo=LONDON)


def said(*words: str) -> str:
    out = io.StringIO()
    call_command("today", *words, stdout=out)
    return out.getvalue()


def said_json(*words: str) -> Any:
    return json.loads(said("--json", *words))


def person(name: str) -> Person:
    return Person.objects.get(name__startswith=name)


def send(rail: Candidacy, to: str, moment: str, kind: str = "thank_you") -> None:
    Letter.objects.create(candidacy=rail, to=person(to), kind=kind, status="sent", sent_at=at(moment))


def row(moment: str) -> dict[str, Any]:
    (only,) = said_json("--all", "--on", moment)["candidacies"]
    return only
