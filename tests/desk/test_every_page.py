"""Every page there is, as the server sends it: it answers, is light, and has one filled button at most."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.utils import timezone

from desk import sample
from desk.together import FILES
from tests.e2e.pages import paths

if TYPE_CHECKING:
    from django.test import Client

KIB = 1024
STYLES = re.compile(r'href="/static/(?:css|together/\w+)/([^"]+)"')
FILLED = re.compile(r'class="[^"]*\bbtn-1\b')


@pytest.fixture
def pages(client: Client, db: None) -> dict[str, str]:
    """The text of each page of the sample data."""
    sample.load(timezone.now())
    answers = {name: client.get(path) for name, path in paths().items()}
    wrong = {name: answer.status_code for name, answer in answers.items() if answer.status_code != 200}
    assert wrong == {"no such page": 404}
    return {name: answer.text for name, answer in answers.items()}


def test_no_page_is_heavy(pages: dict[str, str]) -> None:
    heavy = {name: len(gzip.compress(text.encode())) for name, text in pages.items()}
    assert {name: size for name, size in heavy.items() if size > 10 * KIB} == {}


def test_one_button_at_most_is_filled(pages: dict[str, str]) -> None:
    filled = {name: len(FILLED.findall(text)) for name, text in pages.items()}
    assert {name: n for name, n in filled.items() if n > 1} == {}


def test_every_page_has_one_heading_and_one_live_region(pages: dict[str, str]) -> None:
    framed = {name: text for name, text in pages.items() if 'class="nav"' in text}
    assert {name for name in pages if name not in framed} == {"no such page"}
    assert {name: text.count("<h1") for name, text in pages.items() if text.count("<h1") != 1} == {}
    assert {
        name: text.count("aria-live") for name, text in framed.items() if text.count("aria-live") != 1
    } == {}


def test_the_styles_of_a_page_are_light(pages: dict[str, str]) -> None:
    folder = Path(settings.BASE_DIR, "static", "css")
    weight = {f"css/{file.name}": len(gzip.compress(file.read_bytes())) for file in folder.glob("*.css")}
    worn = {
        name: [file for style in STYLES.findall(text) for file in FILES.get(style, (f"css/{style}",))]
        for name, text in pages.items()
    }
    assert {name for styles in worn.values() for name in styles} == set(weight)
    heavy = {name: sum(weight[style] for style in styles) for name, styles in worn.items()}
    assert {name: size for name, size in heavy.items() if size > 18 * KIB} == {}


def test_choosing_nothing_has_a_name(pages: dict[str, str]) -> None:
    assert {name for name, text in pages.items() if ">---------<" in text} == set()
