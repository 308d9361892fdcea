"""The examples: three searches, each asked about on one day."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command

from candidacy.models import Candidacy, Person, Profile
from desk.outlook import outlooks
from desk.today import today
from tests.desk.cast import at, said_json

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parents[1] / "data"
EXAMPLES = ["freight_silent", "bank_overdue", "startup_waiting"]


def told(example: str) -> tuple[dict[str, Any], dict[str, Any], dict[str, str]]:
    """The expectations of an example, what `today` says of it then, and the names of its people by key."""
    call_command("import", str(DATA / f"{example}.json"), stdout=io.StringIO())
    expectations = json.loads((DATA / f"{example}.expected.json").read_text())
    names = dict(Person.objects.values_list("key", "name"))
    return expectations["expected"], said_json("--all", "--on", expectations["on"]), names


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_stand_where_they_should(example: str) -> None:
    expected, page, _ = told(example)
    (row,) = page["candidacies"]
    dates = [name for name in ("state", "anchor", "quiet_on", "silent_on") if name in expected]
    assert {name: row[name] for name in dates} == {name: expected[name] for name in dates}


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_name_whom_to_write_to(example: str) -> None:
    expected, page, names = told(example)
    (row,) = page["candidacies"]
    assert row["write_to"]["name"] == names[expected["recipient"]]
    if "runner_up" in expected:
        assert row["runner_up"]["name"] == names[expected["runner_up"]]


def test_the_letter_that_the_example_asks_for() -> None:
    expected, _, _ = told("freight_silent")
    (outlook,) = today(at("2026-09-07T09:00")).silent
    assert outlook.standing.next_letter == expected["next_letter"]
    assert outlook.choice.route is None


def test_who_holds_the_thread_is_said() -> None:
    _, page, _ = told("startup_waiting")
    assert page["candidacies"][0]["write_to"]["why"].endswith("Zoe answered last and holds the thread.")


def test_thank_yous_equally_urgent_go_by_seniority() -> None:
    expected, page, names = told("bank_overdue")
    order = [names[key] for key in expected["order"]]
    assert [one["to"] for one in page["thank_yous"]] == order[1:]
    now = dt.datetime.fromisoformat(page["on"])
    (outlook,) = today(now).outlooks
    assert [ranked.person.name for ranked in outlook.choice.order] == order
    assert outlook.state == "thank_you_overdue"


def test_the_bank_is_still_owed_two_thank_yous() -> None:
    expected, page, names = told("bank_overdue")
    owed = {one["to"]: one for one in page["thank_yous"]}
    for thanks in expected["thank_you"]:
        if thanks["state"] == "sent":
            assert names[thanks["to"]] not in owed
            continue
        one = owed.pop(names[thanks["to"]])
        assert one["state"] == thanks["state"]
        assert one["due_at"] == f"{thanks['due']}:00-04:00"
        assert one["overdue_at"] == f"{thanks['overdue_after']}:00-04:00"
        assert one["worth_until"] == expected["still_worth_sending_until"]
    assert owed == {}


def test_the_start_up_asked_for_time_and_whoever_writes_is_told() -> None:
    expected, _, _ = told("startup_waiting")
    zone = ZoneInfo(Profile.load().time_zone)
    now = dt.datetime(2026, 11, 3, 9, tzinfo=zone)
    (outlook,) = outlooks(Candidacy.objects.open(), now, Profile.load())
    assert outlook.standing.warn == expected["warn_if_user_writes"]
    assert outlook.standing.next_letter is expected["next_letter"]
