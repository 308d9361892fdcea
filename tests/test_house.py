"""The house keeps its shape: imports point one way, pure modules stay pure, templates hold no code.

And each rule is seen to break.
"""

from __future__ import annotations

import ast
import re

import pytest
from django.core.management import call_command

from tests.house import (
    FORBIDDEN_IN_PYTHON,
    FORBIDDEN_IN_SCRIPTS,
    FORBIDDEN_IN_STYLES,
    FORBIDDEN_IN_TEMPLATES,
    MACHINE_PATHS,
    ROOT,
    arrows_back,
    arrows_up,
    forbidden,
    impurities,
    locks_all_pages,
    modules,
    our_files,
    pure_modules,
    undescribed,
)


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    return {name: ast.parse(file.read_text(encoding="utf-8")) for name, file in modules().items()}


@pytest.fixture(scope="module")
def packages() -> set[str]:
    return {name for name, file in modules().items() if file.name == "__init__.py"}


def test_imports_point_one_way(trees: dict[str, ast.Module], packages: set[str]) -> None:
    pure = pure_modules(trees, packages)
    wrong = []
    for module, tree in trees.items():
        wrong += arrows_back(module, tree, is_package=module in packages)
        if not module.startswith("config"):
            wrong += arrows_up(module, tree, set(trees), pure, is_package=module in packages)
    assert wrong == []


def test_pure_modules_are_pure_and_say_what_they_do(trees: dict[str, ast.Module], packages: set[str]) -> None:
    wrong = []
    for module in sorted(pure_modules(trees, packages)):
        wrong += impurities(module, trees[module], is_package=module in packages)
        wrong += undescribed(module, trees[module])
    assert wrong == []


def test_no_page_holds_a_lock_for_all_pages(trees: dict[str, ast.Module], packages: set[str]) -> None:
    wrong = []
    for module in sorted(trees.keys() - pure_modules(trees, packages)):
        wrong += locks_all_pages(module, trees[module], is_package=module in packages)
    assert wrong == []


@pytest.mark.parametrize(
    ("endings", "patterns"),
    [
        ((".html",), FORBIDDEN_IN_TEMPLATES),
        ((".css",), FORBIDDEN_IN_STYLES),
        ((".js",), FORBIDDEN_IN_SCRIPTS),
    ],
)
def test_pages_hold_no_code_and_nothing_from_elsewhere(
    endings: tuple[str, ...], patterns: dict[str, str]
) -> None:
    wrong = {
        str(file.relative_to(ROOT)): found
        for file in our_files(*endings)
        if (found := forbidden(file.read_text(encoding="utf-8"), patterns))
    }
    assert wrong == {}


def test_nothing_is_passed_by_the_escaping_of_pages() -> None:
    wrong = {
        name: found
        for name, file in modules().items()
        if (found := forbidden(file.read_text(encoding="utf-8"), FORBIDDEN_IN_PYTHON))
    }
    assert wrong == {}


def test_no_file_knows_the_computer_it_was_written_on() -> None:
    endings = (".py", ".html", ".css", ".js", ".md", ".toml", ".in", ".txt", ".json", ".sh", ".yml")
    wrong = {
        str(file.relative_to(ROOT)): found
        for file in our_files(*endings)
        if file.name != "test_house.py"
        and (found := re.findall(MACHINE_PATHS, file.read_text(encoding="utf-8")))
    }
    assert wrong == {}


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


class TestTheRulesThemselves:
    """Each rule sees what it is there to see."""

    @pytest.mark.parametrize(
        ("module", "code", "wrong"),
        [
            ("candidacy.models", "from letters.models import Letter", True),
            ("candidacy.models", "def f():\n    import desk.today", True),
            ("letters.views", "from desk import today", True),
            ("desk.today", "from config import settings", True),
            ("desk.today", "from letters.models import Letter", False),
            ("config.urls", "from desk import signin", False),
        ],
    )
    def test_an_arrow_back(self, module: str, code: str, wrong: bool) -> None:
        assert bool(arrows_back(module, ast.parse(code))) is wrong

    @pytest.mark.parametrize(
        ("module", "code", "wrong"),
        [
            ("letters.models", "from letters.views import page", True),
            ("letters.forms", "from letters import views", True),
            ("letters.delivery", "from letters.forms import LetterForm", True),
            ("letters.drafting.words", "from letters.models import Letter", True),
            ("letters.models", "from . import forms", True),
            ("letters.views", "from letters.forms import LetterForm", False),
            ("letters.models", "from letters.material import Note", False),
        ],
    )
    def test_an_arrow_up(self, module: str, code: str, wrong: bool) -> None:
        known = {"letters.views", "letters.forms", "letters.models", "letters.material"}
        pure = {"letters.material", "letters.drafting.words"}
        assert bool(arrows_up(module, ast.parse(code), known, pure)) is wrong

    @pytest.mark.parametrize(
        ("code", "wrong"),
        [
            ("from django.utils import timezone", True),
            ("import os.path", True),
            ("from datetime import datetime\nx = datetime.now()", True),
            ("import datetime\nx = datetime.date.today()", True),
            ("x = open('words.txt')", True),
            ("from urllib.request import urlopen", True),
            ("from urllib.parse import urlsplit", False),
            ("from django.utils.translation import gettext", False),
            ("from candidacy.calendar import WorkCalendar", False),
            ("from candidacy import calendar", False),
            ("from datetime import date, datetime\nimport re", False),
        ],
    )
    def test_an_impurity(self, code: str, wrong: bool) -> None:
        assert bool(impurities("candidacy.clock", ast.parse(code))) is wrong

    @pytest.mark.parametrize(
        ("code", "wrong"),
        [
            ("from functools import cache, cached_property", True),
            ("from functools import cache", False),
            ("from django.utils.functional import cached_property", False),
        ],
    )
    def test_a_lock_for_all_pages(self, code: str, wrong: bool) -> None:
        assert bool(locks_all_pages("desk.frame", ast.parse(code))) is wrong

    def test_what_a_pure_module_imports_is_held_to_purity(self) -> None:
        known = {
            "candidacy.clock": ast.parse("from candidacy.facts import Facts"),
            "candidacy.facts": ast.parse("from .models import Company"),
            "candidacy.models": ast.parse("from django.db import models"),
            "candidacy.forms": ast.parse(""),
        }
        assert pure_modules(known, set()) == {"candidacy.clock", "candidacy.facts", "candidacy.models"}

    def test_a_function_nobody_described(self) -> None:
        code = 'def seen(): "Says."\ndef unseen(): ...\ndef _own(): ...'
        assert undescribed("candidacy.clock", ast.parse(code)) == ["candidacy.clock:2 unseen"]

    @pytest.mark.parametrize(
        "text",
        [
            "<script>alert(1)</script>",
            '<p style="color: red">',
            "<style>p {}</style>",
            '<a onclick="x()">',
            '<a href="javascript:x()">',
            '<div hx-on:click="x()">',
            '<img src="https://elsewhere.example/a.png">',
            '<link href="//elsewhere.example/a.css">',
            "<div hx-trigger=\"keyup[key=='Enter']\">",
            "{{ note.text|safe }}",
        ],
    )
    def test_code_in_a_template(self, text: str) -> None:
        assert len(forbidden(text, FORBIDDEN_IN_TEMPLATES)) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "<script src=\"{% static 'js/a.js' %}\" defer></script>",
            '<a href="{{ development.url }}">',
            '<svg xmlns="http://www.w3.org/2000/svg">',
            '<input name="on" class="stylesheet">',
            '<p title="going on = fine">',
        ],
    )
    def test_plain_markup(self, text: str) -> None:
        assert forbidden(text, FORBIDDEN_IN_TEMPLATES) == []

    def test_a_path_of_one_computer(self) -> None:
        assert re.search(MACHINE_PATHS, "see /home/dana/afterword")
        assert not re.search(MACHINE_PATHS, "~/.local/share or https://a.example/home/x")
