"""Every page, in light and dark, wide and narrow: nothing is inaccessible, nothing scrolls sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from desk import sample
from tests.browser import PHONE, WIDE
from tests.e2e.pages import NO_PAGES, PAGES, SIGN_IN, paths, routes

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser import Site

WIDTHS = (320, 390, 1280, 1600)
HOW_WIDE = "document.documentElement.scrollWidth"
# Every place where Tab stops, of which nothing is to be seen while it has the focus.
HIDDEN_STOPS = """() => {
  const kinds = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const stops = [...document.querySelectorAll(kinds)].filter((one) =>
    !one.disabled && one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }));
  const is_at = (one, x, y) => {
    const there = document.elementFromPoint(x, y);
    return there && (one.contains(there) || there.contains(one) || there.closest("label")?.control === one);
  };
  const seen = (one) => [...one.getClientRects()].some((box) => [0.1, 0.5, 0.9].some((x) =>
    [0.2, 0.5, 0.8].some((y) => is_at(one, box.left + x * box.width, box.top + y * box.height))));
  return stops.filter((one) => { one.focus(); return document.activeElement === one && !seen(one); })
    .map((one) => one.outerHTML.slice(0, 120));
}"""


def test_every_route_is_looked_at_or_said_to_be_no_page() -> None:
    assert routes() == PAGES.keys() | NO_PAGES
    assert not PAGES.keys() & NO_PAGES


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_is_inaccessible_in_light_or_dark(
    site: Site,
    axe: Callable[[Page], list[str]],
    axe_of_colours: Callable[[Page], list[str]],
    size: tuple[int, int],
    settings: Any,
) -> None:
    sample.load(timezone.now())
    found = {}

    def look_at(page: Page, name: str) -> None:
        page.emulate_media(color_scheme="light")
        found[name] = axe(page)
        page.emulate_media(color_scheme="dark")
        found[f"{name}, dark"] = axe_of_colours(page)

    look_at(site.open(SIGN_IN, size=size, signed_in=False), "signin")
    page = site.open(size=size)
    for name, path in paths().items():
        page.goto(path)
        look_at(page, name)
    settings.SAMPLE = True
    page.goto("/")
    look_at(page, "with the bar of the sample")
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_nothing_scrolls_sideways_and_no_tab_stop_is_hidden(site: Site) -> None:
    sample.load(timezone.now())
    page = site.open()
    too_wide, hidden = [], []
    for name, path in paths().items():
        page.goto(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate(HOW_WIDE) > width:
                too_wide.append((name, width))
            if width in (PHONE[0], WIDE[0]):
                hidden += [(name, width, stop) for stop in page.evaluate(HIDDEN_STOPS)]
    assert too_wide == []
    assert hidden == []
