"""What a web page says of itself: its title, its source, its date, and the feeds it names.

Pure. A page is somebody else's text: it is read as plain words, within limits, whatever it is made of.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from contextlib import suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

# The head of a page says it; what follows is its text.
READ_AT_MOST = 500_000
_FEEDS = {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"}
_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_SOURCES = ("og:site_name", "application-name", "publisher", "dc.publisher")
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.created",
    "pubdate", "publish-date", "parsely-pub-date", "citation_publication_date", "sailthru.date",
    "article:modified_time",
)  # fmt: skip
_STRUCTURED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset=["']?([\w-]{2,40})""", re.IGNORECASE)
# /feed, /rss.xml, news.atom: as a part of the path, or its ending.
_LIKE_A_FEED = re.compile(r"^[^?#]*[/._-](?:rss|atom|feeds?)(?:\.xml)?/?(?:$|[?#])", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True)
class About:
    """A page in short; `published_on` is None where it names no day, `feeds` are whole links.

    `perhaps` are links in its text that look as if they led to a feed.
    """

    title: str = ""
    source: str = ""
    published_on: dt.date | None = None
    feeds: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()


def about(body: bytes, content_type: str, link: str) -> About:
    """What the page at that link says of itself."""
    text = decoded(body[:READ_AT_MOST], content_type)
    head = _Head()
    # What no browser would call a page is read as far as it makes sense.
    with suppress(AssertionError, ValueError):
        head.feed(text)
    said = head.said
    title = next((said[name] for name in _TITLES if said.get(name)), "") or "".join(head.title)
    dates = [said.get(name, "") for name in _DATES] + _STRUCTURED.findall(text)[:5] + head.times[:5]
    return About(
        title=one_line(title)[:500],
        source=one_line(next((said[name] for name in _SOURCES if said.get(name)), "") or _host(link))[:200],
        published_on=next(filter(None, map(day_of, dates)), None),
        feeds=_whole(head.feeds, link),
        perhaps=_whole([one for one in head.links if _LIKE_A_FEED.search(one)], link),
    )


def _whole(links: list[str], page: str) -> tuple[str, ...]:
    """The first of the links, each once, as they are from anywhere."""
    found = (_joined(page, one) for one in links)
    return tuple(one for one in dict.fromkeys(found) if one.startswith(("http://", "https://")))[:5]


def _joined(page: str, link: str) -> str:
    try:
        return urljoin(page, link)
    except ValueError:
        return ""


def decoded(body: bytes, content_type: str) -> str:
    """The text of a page, by the character set it names, else UTF-8; what does not fit is replaced."""
    named = re.search(r"charset=[\"']?([\w-]{2,40})", content_type, re.IGNORECASE)
    inside = _CHARSET.search(body[:2_000])
    charset = named[1] if named else inside[1].decode("ascii") if inside else "utf-8"
    try:
        return body.decode(charset, "replace").replace("\x00", "")
    except (LookupError, UnicodeError):
        return body.decode("utf-8", "replace").replace("\x00", "")


def one_line(text: str) -> str:
    """Plain words on one line: no tags, no entities, no control characters, no half characters."""
    plain = html.unescape(_TAG.sub(" ", html.unescape(text)))
    return " ".join("".join(char if char.isprintable() else " " for char in plain).split())


def day_of(words: str) -> dt.date | None:
    """The day of ISO words such as 2026-11-20T09:00:00Z, in years that a news item can be of."""
    found = re.match(r"\s*(\d{4})-?(\d\d)-?(\d\d)", words)
    try:
        day = dt.date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
    return day if day and 1990 <= day.year <= 2200 else None


def _host(link: str) -> str:
    try:
        return (urlsplit(link).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@dataclass
class _Head(HTMLParser):
    """The metadata of a page as it goes by."""

    said: dict[str, str] = field(default_factory=dict)
    feeds: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    _in_title: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = (known.get("property") or known.get("name") or known.get("itemprop") or "").casefold()
            self.said.setdefault(name, known.get("content", ""))
        elif tag == "link" and "alternate" in known.get("rel", "").casefold().split():
            if known.get("type", "").casefold().split(";")[0].strip() in _FEEDS:
                self.feeds.append(known.get("href", ""))
        elif tag == "a":
            self.links.append(known.get("href", ""))
        elif tag == "time" and known.get("datetime"):
            self.times.append(known["datetime"])
        # A drawing's title is not the page's.
        self._in_title = tag == "title" and not self.title

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_title = self._in_title and tag != "title"
