"""Which pages are measured, and what is asked of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from bench.seeding import AT_ONE_COMPANY, LETTERS, OPEN, PEOPLE, TALKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.servers import Server


@dataclass(frozen=True)
class Page:
    """One page; `path` depends on the size of the search."""

    what: str
    path: str


def pages(size: int) -> list[Page]:
    """Everything that is only looked at, Today first. The candidacy is an open one in the middle."""
    middle = size // 2 // OPEN * OPEN
    company, person = middle // AT_ONE_COMPANY + 1, middle * PEOPLE + 1
    letter, talk = middle * LETTERS + 1, middle * TALKS + 1
    return [
        Page("today", "/"),
        Page("candidacy", f"/candidacies/{middle + 1}/"),
        Page("candidacies", "/candidacies/"),
        Page("closed", "/candidacies/?show=closed"),
        Page("people", "/people/"),
        Page("person", f"/people/{person}/"),
        Page("letters", "/letters/"),
        Page("letter", f"/letters/{letter}/"),
        Page("composer", f"/letters/{draft_of(size)}/"),
        Page("passround", f"/companies/{company}/letters/"),
        Page("company", f"/companies/{company}/"),
        Page("debrief", f"/interviews/{talk}/debrief/"),
        Page("sheet", f"/interviews/{talk}/"),
        Page("search", "/search/?q=night+shift"),
        Page("insights", "/insights/"),
        Page("activity", "/activity/"),
        Page("settings", "/settings/"),
    ]


def draft_of(size: int) -> int:
    """The number of a letter that is still a draft."""
    from bench.seeding import Story, epoch

    middle = size // 2 // OPEN * OPEN
    for number in (*range(middle, size, OPEN), *range(0, middle, OPEN)):
        if Story(number, epoch()).stands in ("thanks", "ahead"):
            return int(number * LETTERS + LETTERS)
    return 1


def checks(server: Server, pk: int) -> Callable[[], tuple[int, bytes, float]]:
    """Asks the composer to look at a letter again, with a word more each time: as whoever writes does."""
    _, page, _ = server.ask(f"/letters/{pk}/")
    html = page.decode()
    token, subject = _field(html, "csrfmiddlewaretoken"), _field(html, "subject")
    typed = re.search(r"<textarea[^>]*name=\"body\"[^>]*>\n?(.*?)</textarea>", html, re.DOTALL)
    texts, seen = _growing(unescape(typed[1]) if typed else ""), [_field(html, "seen")]

    def ask() -> tuple[int, bytes, float]:
        form = {"csrfmiddlewaretoken": token, "subject": subject, "body": next(texts), "seen": seen[0]}
        status, answer, took = server.ask(f"/letters/{pk}/check/", urlencode(form), {"HX-Request": "true"})
        seen[0] = _field(answer.decode(), "seen")
        return status, answer, took

    return ask


def _growing(body: str) -> Iterator[str]:
    head, _, tail = body.rpartition("\n\n")
    for number in count(1):
        yield f"{head} And {number} words more.\n\n{tail}"


def _field(html: str, name: str) -> str:
    for tag in re.findall(r"<input[^>]*>", html):
        if f'name="{name}"' in tag and (value := re.search(r'value="([^"]*)"', tag)):
            return unescape(value[1])
    return ""
