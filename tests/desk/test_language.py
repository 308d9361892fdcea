"""The pages speak the language of whoever reads them: the chosen one, or else the browser's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from candidacy.models import Profile

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db

GERMAN = {"Accept-Language": "de-AT,de;q=0.9,en;q=0.5"}


def language(client: Client, **headers: str) -> str:
    page = client.get("/settings/", headers={"Accept-Language": "", **headers}).text
    return page.partition('<html lang="')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("accepted", "spoken"),
    [("", "en-GB"), ("en-US,en;q=0.9", "en-GB"), ("de-AT,de;q=0.9,en;q=0.5", "de"), ("fr-FR", "en-GB")],
)
def test_until_one_is_chosen_the_browser_decides(client: Client, accepted: str, spoken: str) -> None:
    assert language(client, **{"Accept-Language": accepted}) == spoken


def test_what_was_chosen_counts_whatever_the_browser_asks_for(client: Client) -> None:
    client.post("/settings/language/", {"language": "de"})
    assert (language(client), Profile.load().settings) == ("de", {"language": "de"})
    client.post("/settings/language/", {"language": "en-gb"})
    assert language(client, **GERMAN) == "en-GB"
    client.post("/settings/language/", {"language": ""})
    assert (language(client, **GERMAN), Profile.load().settings) == ("de", {})


def test_another_language_is_refused_in_a_sentence(client: Client) -> None:
    answer = client.post("/settings/language/", {"language": "tlh"})
    assert answer.status_code == 422
    assert answer.context["language"].errors["language"] == ["Take one of these."]
