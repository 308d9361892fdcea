"""A disk that is full: every form says so and gives back what was typed, and goes on once there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from candidacy.models import News
from desk import sample
from tests.desk.test_trouble import full_disk
from tests.e2e.pages import paths
from tests.trust.forms import forms

if TYPE_CHECKING:
    from django.db.models import Model
    from django.test import Client

    from tests.soak import Soak
    from tests.trust.forms import Form

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.sqlite_only("how SQLite fails"),
]
# No database is behind these.
ELSEWHERE = ("/settings/passphrase/", "/signout/", "/signin/")
# More than fits into what is left of the last page of a table.
WORDS = "The night shift loses the chill at four. " * 400
TYPED = {
    "text",
    "notes",
    "body",
    "reply",
    "name",
    "role",
    "summary",
    "title",
    "others",
    "good",
    "people",
    "company",
}


def every_form(client: Client, pages: list[str]) -> dict[str, Form]:
    """Every form of these pages that posts, once, by where it goes."""
    found: dict[str, Form] = {}
    for path in pages:
        page = client.get(path, follow=True)
        for form in forms(page):
            there = form.action.split("#")[0] or page.request["PATH_INFO"]
            if form.method.lower() == "post" and not there.startswith(ELSEWHERE):
                found.setdefault(there, form)
    return found


def typed(form: Form) -> dict[str, Any]:
    """What somebody would send who wrote something into it."""
    return form.with_(**{name: WORDS.strip() for name in form.fields if name in TYPED})


def rows() -> dict[str, int]:
    from django.apps import apps

    models: list[type[Model]] = list(apps.get_models(include_auto_created=True))
    return {model._meta.label: model._base_manager.count() for model in models}


def test_row_21_every_form_says_that_the_disk_is_full(
    client: Client, soak: Soak, caplog: pytest.LogCaptureFixture
) -> None:
    """No row changes, nothing typed is lost, every page can be read; then there is room again."""
    sample.load(timezone.now())
    # Whatever else is picked: one form that takes a long text.
    pages = ["/news/", *list(paths().values())[:: soak.count(6, 1)]]
    every = every_form(client, pages)
    refused = []
    with full_disk():
        for path, form in every.items():
            before = rows()
            answer: Any = client.post(path, typed(form))
            if answer.status_code == 503:
                refused.append(path)
                page = answer.content.decode()
                assert "<h1>The disk is full</h1>" in page, path
                assert rows() == before, path
                assert page.count(WORDS.strip()) >= sum(name in TYPED for name in form.fields), path
            assert answer.status_code in {302, 200, 422, 409, 503}, (path, answer.status_code)
        for path in pages:
            assert client.get(path, follow=True).status_code in {200, 404}, path
    assert "Traceback" not in caplog.text
    assert refused != []
    assert client.post("/news/", {"text": WORDS}).status_code == 302
    assert News.objects.filter(text=WORDS.strip()).exists()
    soak.say(forms=len(every), refused_with_a_page=len(refused), lost=0, tracebacks=0)
