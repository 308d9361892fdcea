"""Nothing of this site is shown under another name, and reading it changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.core import serializers
from django.utils import timezone

from desk import sample
from tests.addresses import NOWHERE, STATIC, pages, routes
from tests.config.test_gate import HOSTILE as NAMES

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

    from tests.soak import Soak

pytestmark = pytest.mark.django_db


def test_row_1_another_name_is_refused_on_every_path(client: Client, soak: Soak) -> None:
    """What a web site would reach whose name was pointed at this computer."""
    places = [STATIC, NOWHERE, *(next(route.with_each(["1"])) for route in routes())]
    asked = [
        (client.generic(method, place, headers={"host": name}).status_code, method, place, name)
        for place in places
        for name in NAMES
        for method in ("GET", "POST")
    ]
    assert [one for one in asked if not 400 <= one[0] < 500] == []
    soak.say(requests=len(asked), names=len(NAMES), let_in=0)


def stored() -> str:
    """Every row of every table, as text."""
    from django.apps import apps

    rows = (row for model in apps.get_models() for row in model._base_manager.order_by("pk"))
    return str(serializers.serialize("json", rows))


def kept(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_row_3_reading_changes_nothing(client: Client, soak: Soak) -> None:
    """Every page twice, and its head: rows and files are what they were."""
    sample.load(timezone.now())
    before, files = stored(), kept(settings.AFTERWORD_HOME)
    found = pages(client, soak.count(1, 50))
    for path in found:
        for ask in (client.get, client.head):
            assert ask(path).status_code < 500, path
    assert stored() == before
    assert kept(settings.AFTERWORD_HOME) == files
    soak.say(pages=len(found), changes=0)
