"""What is measured inside one process: queries of each page, drafts and reviews.

Run as `python -m bench.inside SIZE`, in AFTERWORD_HOME; prints JSON.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from bench.pages import pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

TIMES = 15
MANY, FEW = 10_000, 20


def signed_in() -> Client:
    """A browser of this process that may see the pages."""
    from django.conf import settings
    from django.test import Client

    from desk import tickets

    browser = Client(headers={"host": f"localhost:{settings.PORT}", "sec-fetch-site": "same-origin"})
    browser.cookies[settings.SIGN_IN_COOKIE] = tickets.sessions(settings.AFTERWORD_HOME).issue()
    return browser


def queries(size: int) -> dict[str, int]:
    """How many queries each page takes, once it has been shown."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser, found = signed_in(), {}
    for page in pages(size):
        if browser.get(page.path).status_code == 200:
            with CaptureQueriesContext(connection) as seen:
                browser.get(page.path)
            found[page.what] = len(seen)
    return found


def letters() -> dict[str, float]:
    """Milliseconds of a draft, and of a review and its likenesses against 20 letters and against 10,000."""
    from django.utils import timezone

    from letters.drafting import draft
    from letters.models import Letter
    from letters.queries import material_of
    from letters.review import review
    from letters.review.case import Case
    from letters.vocabulary import spelled_right
    from letters.warming import warm

    warm()
    row = Letter.objects.filter(status="draft").order_by("pk")[0]
    known = material_of(row, timezone.now())
    words = partial(spelled_right, known)
    crowd = replace(known, letters=_many(known.letters))
    texts = [f"{row.body} And {number} more." for number in range(TIMES + 1)]

    def reviewed(material: Any) -> Callable[[int], object]:
        return lambda n: review(texts[n], material, row.subject, words)

    def likened(material: Any) -> Callable[[int], object]:
        return lambda n: Case(f"{texts[n]} Yes.", material).likenesses

    return {
        "draft_ms": _median(lambda n: draft(replace(known, number=n))),
        "review_20_ms": _median(reviewed(known)),
        "resemblance_20_ms": _median(likened(known)),
        "review_10000_ms": _median(reviewed(crowd)),
        "resemblance_10000_ms": _median(likened(crowd)),
        "letters_few": len(known.letters),
        "letters_many": len(crowd.letters),
    }


def _many(few: tuple[Any, ...]) -> tuple[Any, ...]:
    """The letters of the whole database, as if all had gone to one company."""
    from letters.models import Letter

    bodies = Letter.objects.exclude(status="draft").order_by("-pk").values_list("key", "body")[:MANY]
    return tuple(replace(few[0], key=key, body=body) for key, body in bodies)


def _median(work: Callable[[int], object]) -> float:
    work(0)
    taken = []
    for number in range(1, TIMES + 1):
        begun = time.perf_counter()
        work(number)
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def main(size: int) -> None:
    """Print what was found."""
    os.environ.setdefault("AFTERWORD_PORT", "8765")
    from config import commands

    commands.set_up_django()
    print(json.dumps({"queries": queries(size), "letters": letters()}))
    commands.let_go()


if __name__ == "__main__":
    main(int(sys.argv[1]))
