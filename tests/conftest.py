"""What every test stands on: a data folder and a database of its own, and a browser that is signed in."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from django.conf import settings
from django.db import connections
from django.test import Client

from candidacy.fetching import FetchError
from config import bootstrap
from desk import tickets
from tests import soak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from candidacy.fetching import Page

pytest_plugins = ["tests.browser", "tests.sink"]

# What a property says does not depend on how busy the machine is.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

# The tests start the product hundreds of times. Where nobody wants compiled files beside the code, they are
# kept elsewhere: a start that compiles all of Django takes three times as long.
if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(bootstrap.ENVIRONMENT / "compiled")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# What a test asks for that needs a database.
_DATABASE = {"db", "transactional_db"}

_home = tempfile.TemporaryDirectory(prefix="afterword-tests-")
# Before any test module is imported: no test may see, let alone touch, the data of whoever runs it.
settings.AFTERWORD_HOME = Path(_home.name)
settings.SECRET_KEY = "only for tests"
settings.PORT = 8765


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """A database file of this very run, quick because nobody misses it after a power cut."""
    database = connections["default"].settings_dict
    if database["ENGINE"] == "config.sqlite":
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
        database["OPTIONS"]["init_command"] = "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF"


@pytest.fixture(scope="session", autouse=True)
def _home_of_the_tests() -> Iterator[None]:
    yield
    _home.cleanup()


@pytest.fixture(autouse=True)
def _nothing_out_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads the web: whoever wants an answer puts a site of its own there."""

    def unreachable(link: str, _limits: object = None) -> Page:
        raise FetchError(f"There is nothing at {link[:40]} in a test.", again=True)

    monkeypatch.setattr("candidacy.feeds.fetching.fetch", unreachable)


@pytest.fixture
def stranger() -> Client:
    """A browser on this computer that is not signed in."""
    return browser_on_this_computer()


@pytest.fixture
def client() -> Client:
    """A browser on this computer that is signed in."""
    browser = browser_on_this_computer()
    browser.cookies[settings.SIGN_IN_COOKIE] = tickets.sessions(settings.AFTERWORD_HOME).issue()
    return browser


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="the long runs only, with all their counts")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if _DATABASE & set(getattr(item, "fixturenames", ())) or item.get_closest_marker("django_db"):
            item.add_marker("database")
        alone = item.get_closest_marker("sqlite_only")
        if alone and connections["default"].vendor != "sqlite":
            item.add_marker(pytest.mark.skip(reason=f"SQLite only: {alone.args[0]}"))
    if config.getoption("--soak"):
        long = [item for item in items if "soak" in getattr(item, "fixturenames", ())]
        soak.begin_anew(long)
        items[:], rest = [], items[:]
        items += [item for item in long if not soak.has_ended(item)]
        config.hook.pytest_deselected(items=[item for item in rest if item not in items])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what the long runs reached, and loudly when the browser tests did not run."""
    if config.getoption("--soak"):
        terminalreporter.section("reached")
        for line in soak.table():
            terminalreporter.write_line(line)
    skipped = terminalreporter.stats.get("skipped", [])
    count = sum("Chromium" in str(report.longrepr) for report in skipped)
    if count:
        terminalreporter.write_sep("!", f"{count} BROWSER TESTS DID NOT RUN", red=True, bold=True)
        terminalreporter.write_line(
            "Chromium is missing. Debian, Ubuntu: sudo apt install chromium", red=True
        )


def browser_on_this_computer() -> Client:
    """One that nobody signed in yet."""
    return Client(headers={"host": f"localhost:{settings.PORT}", "sec-fetch-site": "same-origin"})
