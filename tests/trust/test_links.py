"""Only web addresses are links: others are refused by form, import and database, and never shown as one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from candidacy.fields import LinkField
from candidacy.forms.companies import CompanyForm
from candidacy.models import Candidacy, Company, Development, Feed, Person
from desk import sample
from desk.archive import read, store
from desk.archive.faults import ArchiveRefusedError
from tests.addresses import pages
from tests.numbering import go_on_from_the_last_row

if TYPE_CHECKING:
    from django.db import models
    from django.test import Client

    from tests.soak import Soak

pytestmark = pytest.mark.django_db

HOSTILE = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
    "java\nscript:alert(1)", "\x01javascript:alert(1)", "\ufeffjavascript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript://https://x.example/%0aalert(1)", "data:text/html,<script>alert(1)</script>",
    "DATA:text/html;base64,PHNjcmlwdD4=", "vbscript:msgbox(1)", "VbScript:x", "file:///etc/passwd",
    "feed:javascript:alert(1)", "view-source:https://x.example", "blob:https://x.example/1", "//x.example/",
    "ftp://x.example/", "\u202ehttps://x.example", "https:javascript:alert(1)", "intent://x#Intent;end",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _people(client: Client) -> None:
    go_on_from_the_last_row()
    sample.load(timezone.now())
    company = Company.objects.get(pk=1)
    Feed.objects.get_or_create(company=company, url="https://x.example/feed")


def link_fields() -> list[tuple[type[models.Model], LinkField]]:
    """Every field there is that holds a link."""
    return [
        (model, field)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, LinkField)
    ]


def write(model: type[models.Model], field: LinkField, value: str) -> int:
    """By raw SQL, into the first row of the table. Gives the number of the row."""
    row = model._base_manager.values_list("pk", flat=True).first()
    with transaction.atomic(), connection.cursor() as cursor:
        table = model._meta.db_table
        cursor.execute(f'UPDATE "{table}" SET "{field.column}" = %s WHERE id = %s', [value, row])  # noqa: S608
    return int(row)


def test_row_8_the_database_refuses_what_is_no_web_address(soak: Soak) -> None:
    fields = link_fields()
    assert {model for model, _ in fields} == {Company, Feed, Person, Candidacy, Development}
    for model, field in fields:
        for value in HOSTILE:
            # One that only begins like a web address leads nowhere else for that.
            if not value.startswith("https:javascript"):
                with pytest.raises(IntegrityError):
                    write(model, field, value)
    soak.say(fields=len(fields), tried=len(fields) * len(HOSTILE), stored=0)


def test_row_8_a_form_refuses_it_beside_the_field(client: Client, soak: Soak) -> None:
    for value in HOSTILE:
        form = CompanyForm({"name": "Hollowell Freight", "sector": "any", "website": value})
        if form.is_valid():
            # Completed, as a browser’s address line completes it: then it is a web address.
            assert form.cleaned_data["website"].startswith("https://"), value
        else:
            assert "website" in form.errors
    answer = client.post("/companies/1/", {"name": "X", "sector": "any", "website": HOSTILE[0]})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["website"])


def test_row_8_an_import_refuses_it_with_its_place(soak: Soak) -> None:
    for value in HOSTILE:
        company = {"name": "Hollowell Freight", "website": value}
        archive = {"format": "afterword", "version": 1, "companies": [company]}
        with pytest.raises(ArchiveRefusedError, match=r"companies\[0\]\.website"):
            store(read(json.dumps(archive)))


@pytest.mark.sqlite_only("other databases cannot be told to store it")
def test_row_8_one_that_got_in_is_never_shown_as_a_link(client: Client, soak: Soak) -> None:
    for place, (model, field) in enumerate(link_fields()):
        write(model, field, f"https://x.example/shown-{place}")
    found = [path for path in pages(client, soak.count(1, 2)) if "/shown-" in client.get(path).text]
    assert len(found) > 5
    looked_at = 0
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints = ON")
    try:
        for value in HOSTILE:
            for model, field in link_fields():
                write(model, field, value)
            for path in found:
                hrefs = re.findall(r'(?:href|src|action)="([^"]*)"', client.get(path).text)
                # Ours begin with a slash, or lead to a place on the page.
                assert [to for to in hrefs if not re.match(r"/(?!/)|#|\?|https?://|mailto:", to)] == [], path
                looked_at += 1
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")
    soak.say(pages=looked_at, rendered=0)
