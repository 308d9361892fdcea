"""Company news: feeds and pasted links become developments. All of it comes through the one way out.

No network inside a transaction: first a feed is read, then what it brought is stored. A feed that fails is
tried again with growing pauses, says why, and is in nobody's way.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _

from candidacy import fetching
from candidacy.addresses import NotAllowedError, read
from candidacy.feed_limits import MOST_ITEMS, NoFeedError, within_limits
from candidacy.fetching import FetchError, Limits
from candidacy.models import Candidacy, Development, Feed, Profile
from candidacy.webpage import About, about, day_of, one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet

    from candidacy.models import Company

MOST_STORED, MOST_REMEMBERED = 20, 2_000
# Links that only look like feeds; whoever presses the button waits for them.
MOST_TRIED = 2
LARGEST = 2 * 1024 * 1024
# What is older says nothing new to anybody.
FRESH = dt.timedelta(days=60)
EVERY = dt.timedelta(hours=6)
FIRST_PAUSE, LONGEST_PAUSE = dt.timedelta(hours=1), dt.timedelta(days=7)
_SUMMARY = 1_000


@dataclass(frozen=True)
class Article:
    """One entry of a feed, in plain words."""

    title: str
    url: str
    published_on: dt.date | None
    summary: str

    @property
    def digest(self) -> str:
        """The same for the same article, also where only its tracking words differ."""
        known_by = re.sub(r"[?&](?:utm_|at_|fbclid|cmp)[^&#]*", "", self.url) or self.title.casefold()
        return hashlib.sha256(known_by.encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True)
class Issue:
    """What a feed holds now, the newest first."""

    title: str
    articles: tuple[Article, ...]


def issue(body: bytes, content_type: str = "", link: str = "") -> Issue:
    """The feed in these bytes. Raises NoFeedError for what is none, or what would grow when it is read."""
    body = within_limits(body)
    import feedparser

    # Bytes in a file of their own: given a text, feedparser would open it as an address or a path.
    headers = {"content-type": content_type, "content-location": link}
    parsed = feedparser.parse(io.BytesIO(body), response_headers=headers, sanitize_html=False)
    if not parsed.version and not parsed.entries:
        raise NoFeedError(_("This is no feed."))
    articles = [_article(entry) for entry in parsed.entries[:MOST_ITEMS]]
    whole = [one for one in articles if one.title]
    newest = sorted(whole, key=lambda one: one.published_on or dt.date.min, reverse=True)
    return Issue(one_line(str(parsed.feed.get("title", "")))[:200], tuple(newest))


def _article(entry: Any) -> Article:
    link = str(entry.get("link", ""))
    return Article(
        title=one_line(str(entry.get("title", "")))[:500],
        url=link if _is_link(link) else "",
        published_on=_day(entry),
        summary=one_line(str(entry.get("summary", "")))[:_SUMMARY],
    )


def _is_link(link: str) -> bool:
    try:
        read(link)
    except NotAllowedError:
        return False
    return True


def _day(entry: Any) -> dt.date | None:
    for name in ("published_parsed", "updated_parsed", "created_parsed"):
        moment = entry.get(name)
        if moment:
            return day_of(f"{moment[0]:04d}-{moment[1]:02d}-{moment[2]:02d}")
    return None


def look(feed: Feed, now: dt.datetime, limits: Limits | None = None) -> int:
    """Read a feed and store what is new in it; a failure is noted on the feed. Gives how many are new."""
    try:
        page = fetching.fetch(feed.url, limits or Limits(size=LARGEST))
        found = issue(page.body, page.content_type, page.link)
    except FetchError as fault:
        _failed(feed, now, str(fault), FIRST_PAUSE if fault.again else dt.timedelta(days=1))
        return 0
    except NoFeedError as fault:
        _failed(feed, now, str(fault), dt.timedelta(days=1))
        return 0
    return _store(feed, found, now)


def look_at_due(now: Callable[[], dt.datetime], stopping: Callable[[], bool]) -> int:
    """Read every feed that is due, one after the other, until told to stop. Gives how many were read."""
    if not Profile.load().preferences.company_news:
        return 0
    done = 0
    due = feeds_read().filter(Q(due_at=None) | Q(due_at__lte=now()))
    for feed in due.order_by(F("due_at").asc(nulls_first=True)):
        if stopping():
            break
        look(feed, now())
        done += 1
    return done


def feeds_read() -> QuerySet[Feed]:
    """The feeds that are read by themselves: of companies at which something is open."""
    return Feed.objects.filter(Exists(Candidacy.objects.open().filter(company=OuterRef("company"))))


def _failed(feed: Feed, now: dt.datetime, sentence: str, pause: dt.timedelta) -> None:
    failures = feed.failures + 1
    wait = min(pause * 2 ** min(failures - 1, 10), LONGEST_PAUSE)
    Feed.objects.filter(pk=feed.pk).update(
        tried_at=now, failures=failures, fault=sentence[:300], due_at=now + wait
    )


def _store(feed: Feed, found: Issue, now: dt.datetime) -> int:
    """Keep what is new and fresh, the newest first; what is old counts as known."""
    with transaction.atomic():
        row = Feed.objects.select_for_update().filter(pk=feed.pk).first()
        if row is None:
            # Taken away while it was read.
            return 0
        brought = [str(one) for one in row.brought]
        new = [one for one in found.articles if one.digest not in brought]
        fresh = [one for one in new if one.published_on is None or one.published_on >= (now - FRESH).date()]
        once = {one.title.casefold(): one for one in reversed(fresh[:MOST_STORED])}.values()
        made = [one for one in once if not _is_known(row.company_id, one)]
        Development.objects.bulk_create(
            Development(
                company_id=row.company_id,
                title=one.title,
                url=one.url,
                source=found.title,
                published_on=one.published_on,
                excerpt=one.summary,
                unread=True,
            )
            for one in made
        )
        kept = [*dict.fromkeys([*(one.digest for one in found.articles), *brought])][:MOST_REMEMBERED]
        Feed.objects.filter(pk=row.pk).update(
            tried_at=now,
            failures=0,
            fault="",
            due_at=now + EVERY,
            brought=kept,
            title=row.title or found.title,
        )
    return len(made)


def _is_known(company_id: int, one: Article) -> bool:
    same = Q(title__iexact=one.title) | (Q(url=one.url) if one.url else Q(pk=None))
    return Development.objects.filter(same, company_id=company_id).exists()


def feeds_of(company: Company) -> list[str]:
    """The feeds that the company's own page names, or else links to. Raises FetchError."""
    page = fetching.fetch(company.website)
    found = about(page.body, page.content_type, page.link)
    return list(found.feeds) or [one for one in found.perhaps[:MOST_TRIED] if _is_feed(one)]


def _is_feed(link: str) -> bool:
    try:
        page = fetching.fetch(link, Limits(size=LARGEST))
        issue(page.body, page.content_type, page.link)
    except (FetchError, NoFeedError):
        return False
    return True


def pasted(words: str) -> dict[str, Any]:
    """A link or a headline as a development: a link has the headline, source and day that its page says."""
    given = words.strip()
    is_link = given.lower().startswith(("http://", "https://"))
    page = about_link(given) if is_link else About()
    return {
        "title": page.title or given[:500],
        "url": given if is_link else "",
        "source": page.source if page.title else "",
        "published_on": page.published_on or "",
    }


def about_link(link: str) -> About:
    """What the page behind a link says of itself; nothing where it cannot be read."""
    try:
        page = fetching.fetch(link)
    except FetchError:
        return About()
    return about(page.body, page.content_type, page.link)
