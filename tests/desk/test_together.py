"""What every page has comes as one file of styles and one of scripts, and a first page is light."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.contrib.staticfiles import finders
from django.utils import timezone

from desk import sample
from desk.together import FILES, FOR_GOOD, bundle

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client
    from pytest_django.fixtures import SettingsWrapper

LOADED = re.compile(r'<(?:link|script)\b[^>]*\b(?:href|src)="([^"]+)"')
SMALLER = {"accept-encoding": "gzip, deflate, br"}


def body(answer: HttpResponse) -> bytes:
    return b"".join(answer) if answer.streaming else answer.content


def test_a_first_page_is_light(client: Client, db: None) -> None:
    sample.load(timezone.now())
    page = client.get("/", headers=SMALLER).content
    files = {there: body(client.get(there, headers=SMALLER)) for there in LOADED.findall(page.decode())}

    compressed = {"/": len(gzip.compress(page)), **{there: len(file) for there, file in files.items()}}

    assert (len(compressed) <= 6, sum(compressed.values()) <= 40_000) == (True, True), compressed


@pytest.mark.parametrize("name", list(FILES))
def test_it_holds_the_files_in_their_order(client: Client, name: str) -> None:
    parts = [Path(str(finders.find(file))).read_bytes() for file in FILES[name]]
    plain = client.get(bundle(name).address)
    small = client.get(bundle(name).address, headers=SMALLER)

    places = [plain.content.find(part) for part in parts]

    assert -1 not in places
    assert places == sorted(places)
    assert gzip.decompress(small.content) == plain.content
    assert ("Content-Encoding" in plain.headers, small.headers["Content-Encoding"]) == (False, "gzip")
    assert plain.headers["Vary"] == small.headers["Vary"] == "Accept-Encoding"


def test_the_browser_keeps_it_for_good_by_the_name_of_its_contents_alone(client: Client) -> None:
    today = client.get(bundle("page.css").address)
    before = client.get("/static/together/0123456789ab/page.css")
    assert (today.headers["Cache-Control"], before.headers["Cache-Control"]) == (FOR_GOOD, "no-cache")
    assert before.content == today.content
    assert today.headers["Content-Type"] == "text/css; charset=utf-8"


def test_nothing_else_is_there_and_nothing_is_taken(client: Client) -> None:
    there = bundle("page.js").address
    assert client.get("/static/together/0123456789ab/manage.py").status_code == 404
    assert client.get("/static/together/../../manage.py").status_code == 404
    assert client.post(there).status_code == 405
    assert client.get(there, headers={"host": "elsewhere.example"}).status_code == 400


def test_whoever_works_on_a_file_sees_it_at_once(
    settings: SettingsWrapper, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(FILES, "own.css", ("own.css",))
    settings.DEBUG, settings.STATICFILES_DIRS = True, [tmp_path]
    finders.get_finder.cache_clear()
    (tmp_path / "own.css").write_text("a {}")
    first = bundle("own.css")
    (tmp_path / "own.css").write_text("b {}")

    second = bundle("own.css")
    finders.get_finder.cache_clear()

    assert (first.plain, second.plain) == (b"a {}", b"b {}")
    assert first.address != second.address
