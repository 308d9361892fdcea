"""Words people read are in one place for translation, and German has all of them.

And each page says nothing besides: every word it shows is from the catalogue, or from the records.
"""

from __future__ import annotations

import io
import os
import re
import shutil
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone, translation

from candidacy.places import country_names, region_choices
from desk import sample
from letters.providers import PROVIDERS
from tests.e2e.pages import paths
from tests.house import FLOORS, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Catalog, Message
    from django.test import Client

GERMAN = ROOT / "locale" / "de" / "LC_MESSAGES" / "django.po"
PLACE = re.compile(r"%\((\w+)\)[sd]")


def catalogue(file: Path) -> Catalog:
    with file.open("rb") as words:
        return read_po(words, locale="de")


def several(words: Any) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def called(message: Message) -> tuple[str | None, tuple[str, ...]]:
    return message.context, several(message.id)


@pytest.fixture(scope="module")
def german() -> list[Message]:
    return [message for message in catalogue(GERMAN) if message.id]


class TestTheCatalogue:
    """German is complete, and what is compiled is what is written."""

    def test_it_has_exactly_the_words_that_the_pages_say(
        self, german: list[Message], tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        if shutil.which("xgettext") is None and "CI" not in os.environ:
            pytest.skip("GNU gettext is not here to look through the code.")
        for folder in [*FLOORS, "templates"]:
            shutil.copytree(ROOT / folder, tmp_path / folder)
        (tmp_path / "locale").mkdir()
        settings.LOCALE_PATHS = [tmp_path / "locale"]
        monkeypatch.chdir(tmp_path)
        call_command("makemessages", locale=["de"], verbosity=0)
        said = catalogue(tmp_path / "locale/de/LC_MESSAGES/django.po")
        assert {called(message) for message in said if message.id} == {called(one) for one in german}

    def test_nothing_is_left_in_english_or_in_doubt(self, german: list[Message]) -> None:
        assert [called(one) for one in german if one.fuzzy or not all(several(one.string))] == []

    def test_each_names_what_the_english_names(self, german: list[Message]) -> None:
        """The singular may say “one” itself."""
        wrong = []
        for one in german:
            english, *forms = (
                {*PLACE.findall(words)} for words in (" ".join(several(one.id)), *several(one.string))
            )
            if forms[-1] != english or not forms[0] <= english:
                wrong.append(called(one))
        assert wrong == []

    def test_both_forms_are_there_where_a_number_decides(self, german: list[Message]) -> None:
        assert [called(one) for one in german if len(several(one.id)) != len(several(one.string))] == []

    def test_the_compiled_file_is_what_the_written_one_says(self) -> None:
        compiled = io.BytesIO()
        write_mo(compiled, catalogue(GERMAN))
        assert GERMAN.with_suffix(".mo").read_bytes() == compiled.getvalue()


class Shown(HTMLParser):
    """The words of a page: its texts one after another, and those of attributes that are read out."""

    READ_OUT = ("aria-label", "placeholder", "title", "alt", "data-l")
    CODE = ("script", "style", "code", "kbd", "textarea", "svg")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.attributes: list[str] = []
        self._within: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [value for name, value in attrs if name in self.READ_OUT and value]
        if tag in self.CODE:
            self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._within and tag == self._within[-1]:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        if not self._within:
            self.texts.append(data)


def outside(pieces: list[str]) -> Iterator[str]:
    """What is not between ⟦ and ⟧, however these are nested."""
    depth = 0
    for piece in pieces:
        for part in re.split(r"([⟦⟧])", piece):
            depth += (part == "⟦") - (part == "⟧")
            if not depth and part not in "⟦⟧" and LETTERS.search(part):
                yield " ".join(part.split())


# What no language changes: languages and mail providers, and countries as their library calls them.
NAMES = {
    *country_names().values(),
    *(name for _, name in settings.LANGUAGES),
    *(one.name for one in PROVIDERS),
}
MONOGRAM = re.compile(r"[A-Z]{2,3}")
LETTERS = re.compile(r"[^\W\d_]{2}")
# They show a file of the person's own, in the words in which it was read.
OF_A_FILE = {"desk:import", "desk:import_file"}


def recorded() -> str:
    """Every text of the records, with the names people are called by."""
    rows = (row for model in apps.get_models() for row in model._default_manager.all())
    values = (str(value) for row in rows for value in vars(row).values() if isinstance(value, str))
    regions = (name for _, name in region_choices("GB"))
    return " ".join(" ".join(value.split()) for value in (*values, *regions, *NAMES))


def is_data(words: str, known: str) -> bool:
    """Whether it is a monogram, or each part of it between commas stands in the records."""
    parts = (part.strip(" .:;“”") for part in words.split(","))
    return all(MONOGRAM.fullmatch(part) or part in known or not LETTERS.search(part) for part in parts)


@pytest.mark.django_db
def test_every_page_says_only_what_can_be_said_in_another_language(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.load(timezone.now())
    addresses, known = paths(), recorded()
    english = {name: getattr(translation._trans, name) for name in ("gettext", "ngettext", "pgettext")}
    for name, say in english.items():
        monkeypatch.setattr(translation._trans, name, lambda *words, say=say: f"⟦{say(*words)}⟧")
    left = {}
    for name, address in addresses.items():
        if name in OF_A_FILE:
            continue
        shown = Shown(client.get(address).text)
        said = {*outside(shown.texts), *outside(shown.attributes)}
        left[name] = sorted(words for words in said if not is_data(words, known))
    assert {name: words for name, words in left.items() if words} == {}
