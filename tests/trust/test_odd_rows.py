"""One odd row, whoever wrote it, never breaks a page: each field of each table in turn, by raw SQL."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.utils import timezone

from desk import sample
from tests.addresses import pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from tests.soak import Soak

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="other databases refuse to store such rows"),
]

DAYS = ["0001-01-01", "9999-12-31"]
MOMENTS = ["0001-01-01 00:00:00", "9999-12-31 23:59:59.999999"]
WORDS = ["", "a\x00b", "9" * 5_000, "\u202eevil", "nothing-like-it", "-", "\n"]
ZONES = ["Mars/Olympus", "../../etc/passwd", "", "Europe/London\x00", "9" * 100]
SETTINGS = [
    "[]", "null", "3", '"x"', '{"theme": "plaid"}', '{"days_off": "x"}', '{"days_off": [[1]]}',
    '{"shortcuts": 5}', '{"applied_quiet": "x"}', '{"theme": []}', "{broken", "",
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


def oddities() -> Iterator[tuple[type[models.Model], models.Field[Any, Any], Any]]:
    """Each table, field and odd value there is."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            for value in odd_values(field):
                yield model, field, value


def put(model: type[models.Model], field: models.Field[Any, Any], value: Any) -> None:
    """Write it into one row, past every form and every guard of the database."""
    if field.unique:
        value = f"{value}!"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        table, row = model._meta.db_table, model._base_manager.values_list("pk", flat=True).first()
        cursor.execute(f'UPDATE "{table}" SET "{field.column}" = %s WHERE id = %s', [value, row])  # noqa: S608
        cursor.execute("PRAGMA ignore_check_constraints = OFF")


def test_row_31_one_odd_row_breaks_no_page(client: Client, soak: Soak) -> None:
    sample.load(timezone.now())
    found = pages(client, soak.count(1, 2))
    every = list(oddities())
    random.Random(31).shuffle(every)
    client.raise_request_exception = False
    broken = set()
    for n in soak.rounds("oddities", 60, len(every)):
        model, field, value = every[n]
        with transaction.atomic():
            put(model, field, value)
            for path in found if soak.full else random.Random(n).sample(found, 3):
                if (status := client.get(path).status_code) not in (200, 302, 404):
                    broken.add((model.__name__, field.name, str(value)[:30], path, status))
            transaction.set_rollback(True)
    assert broken == set()
    soak.say(pages=len(found), broken=0)
