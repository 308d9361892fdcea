"""Counts what a person does on the pages: clicks and keys of a hand, and fields that were filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCRIPT = """
for (const [event, key] of [['click', 'clicks'], ['keydown', 'keys'], ['change', 'fields']])
  addEventListener(event, (happened) => {
    // Enter on a button makes a click too, without a place on the screen: no hand's.
    if (!happened.isTrusted || (event === 'click' && !happened.detail)) return;
    localStorage[key] = Number(localStorage[key] || 0) + 1;
  }, true);
"""


def count(page: Page) -> None:
    """Count from here on, over all pages of this window."""
    page.context.add_init_script(SCRIPT)
    page.reload()


def counted(page: Page, what: str) -> int:
    """How many clicks, keys or fields there were so far."""
    return int(page.evaluate("what => Number(localStorage[what] || 0)", what))
