"""Takes the README’s picture from the sample data: `python3 manage.py test tests/e2e/take_pictures.py`.

Not among the tests that run by themselves: its name keeps it out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import time_machine
from django.conf import settings

from desk import sample
from tests.desk.cast import at

if TYPE_CHECKING:
    from tests.browser import Site

TOLD_AT = at("2026-11-17T09:10")


def test_today(site: Site) -> None:
    """Today as the story is told, without what lies below the fold of the letters."""
    with time_machine.travel(TOLD_AT):
        sample.load(TOLD_AT)
        page = site.open()
        picture = settings.BASE_DIR / "docs" / "today.png"
        page.set_viewport_size({"width": 1280, "height": 1200})
        end = page.locator("#h-thanks").locator("xpath=ancestor::section").bounding_box()
        assert end is not None
        clip = {"x": 0, "y": 0, "width": 1280, "height": end["y"] + end["height"] + 40}
        page.screenshot(path=picture, full_page=True, clip=clip)  # type: ignore[arg-type] # The stubs ask for a named type.
