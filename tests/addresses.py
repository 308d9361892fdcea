"""Every address there is, read from the URL configuration: a new page is tried from its first day."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import islice, product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.test import Client

ROOT = Path(__file__).resolve().parent.parent
STATIC, NOWHERE = "/static/icon.svg", "/no-such-page/"
_READ = re.compile(r'GET\.get(?:list)?\("(\w+)"|"(\w+)" in request\.GET')
# Every word that a page reads from its address.
PARAMETERS = sorted(
    {
        name
        for app in ("candidacy", "desk", "interviews", "letters")
        for file in (ROOT / app).rglob("*.py")
        for found in re.findall(
            r'GET\.get(?:list)?\("(\w+)"|"(\w+)" in request\.GET', file.read_text("utf-8")
        )
        for name in found
        if name
    }
)


@dataclass(frozen=True)
class Route:
    """One route: its pattern, such as people/<int:pk>/, and the kinds of its parts."""

    pattern: str
    parts: dict[str, str]

    def at(self, **values: str) -> str:
        """The address with these values in its parts."""
        return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda part: values[part[1]], self.pattern)

    def with_each(self, numbers: Iterable[str], words: Iterable[str] = ("you",)) -> Iterator[str]:
        """The addresses with every one of these numbers and words in its parts."""
        choices = [list(numbers if kind == "IntConverter" else words) for kind in self.parts.values()]
        for values in product(*choices):
            yield self.at(**dict(zip(self.parts, values, strict=True)))


def routes(patterns: Any = None, prefix: str = "") -> Iterator[Route]:
    """Every route of the site."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        path = f"{prefix}{one.pattern}"
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, path)
        elif isinstance(one, URLPattern):
            yield Route(path, {name: type(kind).__name__ for name, kind in one.pattern.converters.items()})


class Links(HTMLParser):
    """The addresses of ours that a page leads to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href") or ""
        if tag == "a" and href.startswith(("/", "?")):
            self.found.append(href.split("#")[0])


def pages(client: Client, each: int | None = 2) -> list[str]:
    """Every page that links lead to from Today on, and every route by itself; at most `each` of a route."""
    tried: Counter[str] = Counter()
    waiting = ["/", *(path for route in routes() for path in islice(route.with_each("123"), each))]
    known, found = set(waiting), []
    for path in waiting:
        route = _route_of(path)
        if each is not None and tried[route] >= each:
            continue
        answer = client.get(path)
        if answer.status_code in (404, 405):
            continue
        tried[route] += 1
        found.append(path)
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            links = [path.split("?")[0] + to if to.startswith("?") else to for to in Links(answer.text).found]
            new = [to for to in dict.fromkeys(links) if to not in known]
            known.update(new)
            # The pages that links lead to come while they are being walked through.
            waiting += new
    return found


def _route_of(path: str) -> str:
    """What a page is counted as: its route, and which words its address carries."""
    where, _, words = path.partition("?")
    try:
        route = resolve(where).route
    except Resolver404:
        route = where
    return route + "".join(sorted(re.findall(r"(\w+)=", words)))
