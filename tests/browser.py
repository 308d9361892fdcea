"""A real browser before a real server: the gate, the sign-in and the threads are those of every day.

Every test also fails when a page logs a complaint or asks another host for anything.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from django.core.handlers.wsgi import WSGIHandler

from desk import tickets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route

# The browser's driver runs an event loop in the thread of the tests; the database is used there all the same.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

NAMES = ["chromium", "chromium-browser", "google-chrome"]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Names that belong to nobody lead to this computer, as an attacker would have them do.
    "--host-resolver-rules=MAP *.example 127.0.0.1",
]
WIDE, PHONE = (1280, 800), (390, 844)
CUT_OFF = ("htmx:afterRequest", "htmx:sendError")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.e2e)


def _chromium() -> str:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    if os.environ.get("CI"):
        pytest.fail("Chromium is missing, and here the browser tests have to run.")
    pytest.skip("Chromium is missing.")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = _chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def _server() -> Iterator[int]:
    """The site on a free port, served as `start` serves it. Gives the port."""
    from waitress.server import create_server

    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = create_server(WSGIHandler(), sockets=[listener], threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        yield listener.getsockname()[1]
        server.close()


@dataclass
class Site:
    """The running site as a person at this computer meets it."""

    address: str
    browser: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def link(self) -> str:
        """A fresh one-time link."""
        return f"{self.address}/signin/{tickets.links(django_settings.AFTERWORD_HOME).issue()}/"

    def open(
        self,
        path: str = "/",
        *,
        scripts: bool = True,
        size: tuple[int, int] = WIDE,
        dark: bool = False,
        signed_in: bool = True,
        **more: Any,
    ) -> Page:
        """A page in a window of its own, signed in unless asked otherwise, with or without JavaScript."""
        context = self.browser.new_context(
            base_url=self.address,
            java_script_enabled=scripts,
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            locale="en-GB",
            **more,
        )
        self.contexts.append(context)
        context.set_default_timeout(10_000)
        context.route("**/*", self._keep_at_home)
        context.on("console", self._listen)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        page = context.new_page()
        page.goto(self.link() if signed_in else path)
        if signed_in and path != "/":
            page.goto(path)
        return page

    def _keep_at_home(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        if (
            address.scheme in {"http", "https", "ws", "wss"}
            and address.netloc != urlsplit(self.address).netloc
        ):
            self.elsewhere.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    def _listen(self, message: ConsoleMessage) -> None:
        # An answer of 4xx is logged by the browser itself, and tests ask for some on purpose.
        if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)


@pytest.fixture
def site(browser: Browser, _server: int, transactional_db: None, settings: Any) -> Iterator[Site]:
    """The site, empty; fill it with records as any other test does."""
    settings.PORT = _server
    site = Site(f"http://127.0.0.1:{_server}", browser)
    yield site
    said = len(site.complaints)
    for context in site.contexts:
        context.close()
    assert site.elsewhere == []
    # A request that is cut off by closing the window is no complaint.
    closing = [one for one in site.complaints[said:] if not one.startswith(CUT_OFF)]
    assert [*site.complaints[:said], *closing] == []


@contextmanager
def scripts_arrive_late(page: Page) -> Iterator[None]:
    """A busy computer: pages opened in the block are there for a while before their scripts are."""
    late: list[Route] = []
    is_over = threading.Event()
    page.route("**/*.js", lambda route: route.continue_() if is_over.is_set() else late.append(route))
    try:
        yield
    finally:
        is_over.set()
        for one in late:
            one.continue_()


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """What axe finds wrong with a page: WCAG 2.0 to 2.2, A and AA, and its best practices."""
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    return lambda page: _violations(page, "tag", tags)


@pytest.fixture
def axe_of_colours() -> Callable[[Page], list[str]]:
    """What axe finds wrong with the colours of a page: all that a theme can change."""
    return lambda page: _violations(page, "rule", ["color-contrast", "link-in-text-block"])


def _violations(page: Page, sort: str, which: list[str]) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"runOnly": {"type": sort, "values": which}}).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]
