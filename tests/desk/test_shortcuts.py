"""The list of keys names every key that a page answers to, and no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from desk.keys import SHORTCUTS

if TYPE_CHECKING:
    from django.test import Client

LISTED = [one for group in SHORTCUTS.values() for one in group]


def answered(attribute: str) -> set[str]:
    """The keys that any element of any template answers to."""
    texts = [
        file.read_text(encoding="utf-8") for file in Path(settings.BASE_DIR, "templates").rglob("*.html")
    ]
    keys = {key for text in texts for key in re.findall(rf'{attribute}="([^"]+)"', text)}
    # The pairs of letters are numbered.
    return keys - {"{{ forloop.counter }}"}


@pytest.mark.parametrize(("attribute", "least"), [("data-key", 9), ("data-go", 6)])
def test_what_answers_is_listed_and_what_is_listed_answers(attribute: str, least: int) -> None:
    listed = {key for one in LISTED for key in re.findall(rf'\[{attribute}="([^"]+)"', one.where)} - {"1"}
    assert listed == answered(attribute)
    assert len(listed) >= least


@pytest.mark.django_db
def test_the_page_lists_all_of_them(client: Client) -> None:
    shown = client.get("/shortcuts/").text
    assert shown.count("data-where=") == len(LISTED)
    assert "Debrief the last talk" in shown
