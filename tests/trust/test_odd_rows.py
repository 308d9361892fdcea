"""One odd row, whoever wrote it, never breaks a page: each field of each table in turn, by raw SQL."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from candidacy.models import Change, ChangePart, Feed
from desk import sample
from interviews.invitation.reading import read_calendar
from interviews.invites import put_by
from letters.models import Letter, Message, Outgoing, Revision
from tests.addresses import pages
from tests.interviews.test_invitations_read import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from tests.soak import Soak

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.sqlite_only("other databases refuse to store such rows"),
]

DAYS = ["0001-01-01", "9999-12-31"]
MOMENTS = ["0001-01-01 00:00:00", "9999-12-31 23:59:59.999999"]
# The first three of each are those that break most: every run tries them in every field.
WORDS = ["nothing-like-it", "9" * 5_000, "a\x00b", "", "\u202eevil", "-", "\n"]
ZONES = ["Mars/Olympus", "../../etc/passwd", "Europe/London\x00", "", "9" * 100]
SETTINGS = [
    "[3]", "{broken", f"[{'9' * 5_000}]", '{"days_off": [[1]]}', "null", "3", '"x"', '{"theme": "plaid"}',
    '{"days_off": "x"}', '{"shortcuts": 5}', '{"applied_quiet": "x"}', '{"theme": []}', "", "[]",
]  # fmt: skip
NUMBERS = [0, 32767, 2147483647]


def odd_values(field: models.Field[Any, Any]) -> list[Any]:
    """What no form would store there."""
    if isinstance(field, models.DateTimeField):
        return MOMENTS
    if isinstance(field, models.DateField):
        return DAYS
    if isinstance(field, models.JSONField):
        return SETTINGS
    if isinstance(field, models.BooleanField) or field.is_relation or field.primary_key:
        return []
    if isinstance(field, models.IntegerField):
        return NUMBERS
    return ZONES if field.name == "time_zone" else WORDS


def fields() -> Iterator[tuple[type[models.Model], models.Field[Any, Any], list[Any]]]:
    """Each table and field with its odd values."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if values := odd_values(field):
                yield model, field, values


def put(model: type[models.Model], field: models.Field[Any, Any], value: Any, *, last: bool = False) -> None:
    """Write it into the first or the last row, past every form and every guard of the database."""
    if field.unique:
        value = f"{value}!"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        rows = model._base_manager.order_by("-pk" if last else "pk")
        table, row = model._meta.db_table, rows.values_list("pk", flat=True).first()
        cursor.execute(f'UPDATE "{table}" SET "{field.column}" = %s WHERE id = %s', [value, row])  # noqa: S608
        cursor.execute("PRAGMA ignore_check_constraints = OFF")


@pytest.fixture
def people(client: Client) -> None:
    """The sample people, with what they have none of by themselves; a fault is an answer here."""
    sample.load(timezone.now())
    client.post("/news/", {"text": "A course"})
    Feed.objects.create(company_id=1, url="https://x.example/feed")
    letter = Letter.objects.first()
    Revision.objects.create(letter=letter, subject="Before", body="Before")
    calendar = (SAMPLES / "outlook_teams.ics").read_text("utf-8")
    put_by(read_calendar(calendar)[0])
    Message.objects.create(identity="1@x.example", at=timezone.now(), candidacy_id=1, uid=1, uid_validity=1)
    Outgoing.objects.create(
        once="1", letter=letter, message_id="<1@x.example>", sender="a@x.example", recipient="b@x.example",
        content="Hello", queued_at=timezone.now(), leaves_at=timezone.now(), begun_at=timezone.now(),
        ended_at=timezone.now(), state="refused", stage="recipient", code=550, said="No",
    )  # fmt: skip
    ChangePart.objects.create(change=Change.objects.earliest("pk"), position=0, packed=b"")
    assert [model.__name__ for model, _, _ in fields() if not model._base_manager.exists()] == []
    client.raise_request_exception = False


def broken(client: Client, path: str) -> int | None:
    """The status of a page that is none."""
    status = client.get(path).status_code
    return None if status in (200, 302, 404) else status


def statements(client: Client, path: str) -> list[str]:
    """What the database is asked for a page."""
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    return [one["sql"] for one in asked]


def reads(asked: list[str], model: type[models.Model], field: models.Field[Any, Any]) -> bool:
    return any(model._meta.db_table in one and field.column in one for one in asked)


def test_row_31_one_odd_row_breaks_no_page(people: None, client: Client, soak: Soak) -> None:
    """Each field and value by itself, on every page that reads the field: the others cannot tell.

    Of a route with many pages one is tried, and another one too in every tenth round of a long run.
    """
    asked = {path: statements(client, path) for path in pages(client, soak.count(1, 2))}
    once = set(pages(client, 1))
    every = [(model, field, value) for model, field, values in fields() for value in values]
    random.Random(31).shuffle(every)
    for n in soak.rounds("oddities", 10, len(every)):
        model, field, value = every[n]
        faults = set()
        with transaction.atomic():
            put(model, field, value)
            found = [path for path in asked if n % 10 == 0 or path in once]
            found = [path for path in found if reads(asked[path], model, field)]
            for path in found if soak.full else random.Random(n).sample(found, min(3, len(found))):
                if status := broken(client, path):
                    faults.add((model.__name__, field.name, str(value)[:30], path, status))
            transaction.set_rollback(True)
        assert faults == set()
    soak.say(pages=len(asked), broken=0)


def test_row_31_odd_fields_all_over_break_no_page(people: None, client: Client, soak: Soak) -> None:
    """Every field of every table at once: half of them in the first row, half in the last."""
    found, most = pages(client, 1), max(len(values) for _, _, values in fields())
    for n in soak.rounds("rounds", 3, 2 * most):
        faults = set()
        with transaction.atomic():
            for place, (model, field, values) in enumerate(fields()):
                put(model, field, values[n % len(values)], last=bool((place + n // most) % 2))
            for path in found:
                if status := broken(client, path):
                    faults.add((n, path, status))
            transaction.set_rollback(True)
        assert faults == set()
    soak.say(pages=len(found), broken=0)
