"""The first page of a browser that has nothing kept: requests, bytes, the first paint, what blocks it."""

from __future__ import annotations

import gzip
import shutil
from collections import Counter
from typing import TYPE_CHECKING, Any

from bench.measure import parts_of_hundred

if TYPE_CHECKING:
    from bench.servers import Server

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# How long the main thread was held, over the 50 ms that count as a long task.
WATCH = """
    window.held = [];
    new PerformanceObserver(list => list.getEntries().forEach(one => window.held.push(one.duration)))
        .observe({type: "longtask", buffered: true});
"""
PAINT = "performance.getEntriesByName('first-contentful-paint').map(one => one.startTime)[0] || 0"
TIMES, PAGE = 3, "the page"


def cold(server: Server) -> dict[str, Any] | None:
    """What the first page costs, the middle of three visits; None where there is no Chromium."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        visits = sorted(
            (_visit(browser, server) for _ in range(TIMES)), key=lambda one: one["first_paint_ms"]
        )
        browser.close()
    return visits[TIMES // 2]


def _visit(browser: Any, server: Server) -> dict[str, Any]:
    """One page in a browser that has never been here."""
    there = f"http://127.0.0.1:{server.port}"
    context = browser.new_context()
    context.add_cookies([{"name": k, "value": v, "url": there} for k, v in server.cookies.items()])
    page = context.new_page()
    page.add_init_script(WATCH)
    talk = context.new_cdp_session(page)
    talk.send("Network.enable")
    names: dict[str, str] = {}
    sizes: dict[str, int] = {}
    talk.on("Network.responseReceived", lambda event: names.update({event["requestId"]: _name(event)}))
    talk.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: int(event["encodedDataLength"])}),
    )
    answer = page.goto(f"{there}/", wait_until="load")
    page.wait_for_timeout(400)
    # Pages are sent as they are (desk/together.py).
    compressed = Counter({PAGE: -_saved(answer.body())})
    for request, size in sizes.items():
        compressed[names[request]] += size
    seen = {
        "requests": len(sizes),
        "bytes": sum(sizes.values()),
        "compressed_bytes": compressed.total(),
        "shares": parts_of_hundred(compressed),
        "first_paint_ms": round(page.evaluate(PAINT)),
        "longest_block_ms": round(max(page.evaluate("window.held"), default=0)),
    }
    context.close()
    return seen


def _name(event: dict[str, Any]) -> str:
    return str(event["response"]["url"]).rpartition("/")[2] or PAGE


def _saved(body: bytes) -> int:
    return len(body) - len(gzip.compress(body))
