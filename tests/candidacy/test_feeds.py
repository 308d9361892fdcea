"""Company news: what a feed holds, what is kept of it, and what a page says of itself."""

from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from candidacy import feeds
from candidacy.changes import deleted, undo
from candidacy.feed_limits import NoFeedError
from candidacy.feeds import issue, look, look_at_due
from candidacy.fetching import FetchError, Page
from candidacy.models import Candidacy, Change, Company, Development, Feed, Profile
from candidacy.relevance import shared
from candidacy.webpage import About, about
from config import opening

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

NOW = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)
LINK = "https://harbour.example/news.xml"


def item(title: str, day: int = 10, link: str = "") -> str:
    url = link or f"https://harbour.example/{title.replace(' ', '-')}"
    return (
        f"<item><title>{title}</title><link>{url}</link><pubDate>{day:02d} Nov 2026 08:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;About {title}&lt;/p&gt;</description></item>"
    )


def rss(*items: str) -> bytes:
    head = '<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour News</title>'
    return f"{head}{''.join(items)}</channel></rss>".encode()


ATOM = b"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>Quay Post</title>
<entry><title type="html">Chilled &amp;amp; &lt;b&gt;frozen&lt;/b&gt;</title>
<link href="https://quay.example/1"/>
<updated>2026-11-18T23:30:00+01:00</updated><summary>Two lines
of text</summary></entry></feed>"""


class TestAnIssue:
    def test_rss_in_plain_words_the_newest_first(self) -> None:
        found = issue(rss(item("A depot", 9), item("Two depots", 12)), "application/rss+xml", LINK)
        assert found.title == "Harbour News"
        assert [(one.title, one.url, one.published_on, one.summary) for one in found.articles] == [
            ("Two depots", "https://harbour.example/Two-depots", dt.date(2026, 11, 12), "About Two depots"),
            ("A depot", "https://harbour.example/A-depot", dt.date(2026, 11, 9), "About A depot"),
        ]

    def test_atom(self) -> None:
        (one,) = issue(ATOM).articles
        assert (one.title, one.url, one.published_on, one.summary) == (
            "Chilled & frozen", "https://quay.example/1", dt.date(2026, 11, 18), "Two lines of text"
        )  # fmt: skip

    @pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "", "//x"])
    def test_what_is_no_web_address_is_no_link(self, link: str) -> None:
        body = rss(f"<item><title>T</title><link>{link}</link></item>")
        assert [(one.title, one.url) for one in issue(body).articles] == [("T", "")]

    def test_an_article_is_the_same_whatever_counts_its_readers(self) -> None:
        first, second = issue(
            rss(item("A", link="https://x.example/a?utm_source=rss"), item("B", link="https://x.example/a"))
        ).articles
        assert first.digest == second.digest

    @pytest.mark.parametrize(
        "body", [b"", b"<html><body>Hello</body></html>", b"/etc/passwd", b"http://x.example/", b"{}"]
    )
    def test_what_is_no_feed_says_so(self, body: bytes) -> None:
        with pytest.raises(NoFeedError, match="no feed"):
            issue(body)

    def test_no_more_than_500_articles_are_read(self) -> None:
        assert len(issue(rss(*(item(f"N{n}") for n in range(600)))).articles) == 500


@pytest.mark.django_db
class TestLooking:
    @pytest.fixture
    def feed(self) -> Feed:
        company = Company.objects.create(name="Harbour & Pine")
        Candidacy.objects.create(company=company, role="Analyst")
        return Feed.objects.create(company=company, url=LINK)

    @pytest.fixture
    def web(self, monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes | Exception], None]:
        """Puts a page behind every link."""

        def put(answer: bytes | Exception) -> None:
            def fetch(link: str, _limits: object = None) -> Page:
                if isinstance(answer, Exception):
                    raise answer
                return Page(link, "text/html", answer)

            monkeypatch.setattr(feeds.fetching, "fetch", fetch)

        return put

    def test_what_is_new_becomes_developments_once(self, feed: Feed, web: Callable[[bytes], None]) -> None:
        web(rss(item("A depot", 9), item("Two depots", 12)))
        assert (look(feed, NOW), look(feed, NOW)) == (2, 0)
        assert [
            (one.title, one.source, one.published_on, one.unread, one.summary)
            for one in Development.objects.all()
        ] == [
            ("Two depots", "Harbour News", dt.date(2026, 11, 12), True, ""),
            ("A depot", "Harbour News", dt.date(2026, 11, 9), True, ""),
        ]
        feed.refresh_from_db()
        assert (feed.tried_at, feed.failures, feed.due_at) == (NOW, 0, NOW + dt.timedelta(hours=6))

    def test_a_headline_that_stands_there_twice_is_one(
        self, feed: Feed, web: Callable[[bytes], None]
    ) -> None:
        web(rss(item("A depot", 9), item("A Depot", 12, "https://harbour.example/again")))
        assert look(feed, NOW) == 1

    def test_what_i_deleted_or_pasted_does_not_come_again(
        self, feed: Feed, web: Callable[[bytes], None]
    ) -> None:
        Development.objects.create(
            company=feed.company, title="pasted", url="https://harbour.example/A-depot"
        )
        web(rss(item("A depot"), item("Two depots")))
        assert look(feed, NOW) == 1
        deleted("x", Development.objects.get(title="Two depots"))
        assert look(feed, NOW) == 0

    def test_the_old_is_left_and_of_the_new_only_so_much(
        self, feed: Feed, web: Callable[[bytes], None]
    ) -> None:
        web(rss(*(item(f"N{n}", 1 + n % 19) for n in range(50))).replace(b"Nov 2026", b"Aug 2026"))
        assert look(feed, NOW) == 0
        web(rss(*(item(f"M{n}", 1 + n % 19) for n in range(50))))
        assert look(feed, NOW) == 20
        # Two of each day from the 13th to the 19th, three of the 12th and three of the 11th.
        assert Development.objects.earliest("published_on").published_on == dt.date(2026, 11, 11)

    def test_a_failing_feed_says_why_and_is_tried_again_with_growing_pauses(
        self, feed: Feed, web: Callable[[Exception | bytes], None]
    ) -> None:
        hours = []
        for again in (True, True, True, True):
            web(FetchError("harbour.example cannot be read now.", again=again))
            look(feed, NOW)
            feed.refresh_from_db()
            assert feed.due_at
            hours.append((feed.due_at - NOW).total_seconds() / 3600)
        assert (hours, feed.failures, feed.fault) == ([1, 2, 4, 8], 4, "harbour.example cannot be read now.")
        web(FetchError("It answered with 404.", again=False))
        look(feed, NOW)
        feed.refresh_from_db()
        assert feed.due_at == NOW + dt.timedelta(days=7)
        web(rss(item("Back")))
        assert look(feed, NOW) == 1
        feed.refresh_from_db()
        assert (feed.failures, feed.fault) == (0, "")

    def test_only_what_is_due_is_read_and_it_stops_when_told(
        self, feed: Feed, web: Callable[[bytes], None]
    ) -> None:
        later = Feed.objects.create(company=feed.company, url=f"{LINK}?2", due_at=NOW + dt.timedelta(hours=1))
        web(rss(item("A")))
        assert look_at_due(lambda: NOW, lambda: True) == 0
        assert look_at_due(lambda: NOW, lambda: False) == 1
        later.refresh_from_db()
        assert later.tried_at is None

    def test_none_is_read_where_nothing_is_open_or_it_was_turned_off(
        self, feed: Feed, web: Callable[[bytes | Exception], None]
    ) -> None:
        web(AssertionError("Nothing may go out."))
        Profile(settings={"company_news": False}).save()
        assert look_at_due(lambda: NOW, lambda: False) == 0
        Profile.objects.all().delete()
        Candidacy.objects.update(closed_on=NOW.date(), closed_as="declined")
        assert look_at_due(lambda: NOW, lambda: False) == 0
        web(rss(item("A")))
        Candidacy.objects.create(company=feed.company, role="Director")
        assert look_at_due(lambda: NOW, lambda: False) == 1

    def test_the_running_site_reads_them_by_itself_and_nothing_where_there_is_none(
        self, feed: Feed, web: Callable[[bytes | Exception], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # The tests need the connection that the thread of the site closes behind itself.
        monkeypatch.setattr("django.db.connection.close", lambda: None)
        monkeypatch.setattr(opening, "keep_a_copy", lambda: None)
        ended = threading.Event()
        stopping = iter([False, True])
        monkeypatch.setattr(ended, "is_set", lambda: next(stopping))
        monkeypatch.setattr(ended, "wait", lambda _seconds: True)
        web(rss(item("Two depots")).replace(b"2026", str(timezone.now().year).encode()))
        opening.look_after(ended)
        feed.refresh_from_db()
        assert feed.tried_at is not None
        Feed.objects.all().delete()
        web(AssertionError("Nothing may go out."))
        opening.look_after(ended)

    def test_reading_does_not_keep_a_change_from_being_undone(
        self, client: Client, feed: Feed, web: Callable[[bytes], None]
    ) -> None:
        web(b'<html><link rel="alternate" type="application/rss+xml" href="/more.xml"></html>')
        Company.objects.update(website="https://harbour.example")
        client.post(f"/companies/{feed.company_id}/feeds/", {"do": "find"})
        assert [one.url for one in Feed.objects.all()] == [LINK, "https://harbour.example/more.xml"]
        assert [one.fault for one in Feed.objects.all()] == ["This is no feed."] * 2
        undo(Change.objects.get())
        assert [one.url for one in Feed.objects.all()] == [LINK]

    def test_the_companys_page_shows_what_failed_and_what_is_new(
        self, client: Client, feed: Feed, web: Callable[[Exception | bytes], None]
    ) -> None:
        path = f"/companies/{feed.company_id}/"
        web(FetchError("harbour.example took too long to answer.", again=True))
        assert client.post(f"{path}feeds/").headers["Location"] == f"{path}?feeds=read#feeds"
        assert "harbour.example took too long to answer. Tried 1 time" in client.get(path).text
        web(rss(item("Two depots")))
        client.post(f"{path}feeds/", {"do": "look"})
        assert "I have looked at the new one" in client.get(path).text
        client.post(f"{path}feeds/", {"do": "seen"})
        assert not Development.objects.get().unread
        assert client.get(f"{path}feeds/").status_code == 405

    def test_a_page_without_names_is_searched_for_links_and_only_feeds_are_taken(
        self, client: Client, feed: Feed, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pages = {
            "https://harbour.example": b'<a href="/rss">All our feeds</a> <a href="/press/feed">News</a>',
            "https://harbour.example/rss": b"<html>Choose a feed</html>",
            "https://harbour.example/press/feed": rss(item("Two depots")),
            LINK: rss(),
        }
        monkeypatch.setattr(
            feeds.fetching, "fetch", lambda link, _limits=None: Page(link, "text/html", pages[link])
        )
        Company.objects.update(website="https://harbour.example")
        client.post(f"/companies/{feed.company_id}/feeds/", {"do": "find"})
        assert [one.url for one in Feed.objects.all()] == [LINK, "https://harbour.example/press/feed"]

    def test_a_pasted_link_is_told_by_its_page(
        self, client: Client, feed: Feed, web: Callable[[bytes | Exception], None]
    ) -> None:
        web(PAGE)
        client.post(
            f"/companies/{feed.company_id}/developments/", {"source_or_link": "https://quay.example/1"}
        )
        one = Development.objects.get()
        assert (one.title, one.url, one.source, one.published_on, one.unread) == (
            "Harbour & Pine buys a depot", "https://quay.example/1", "Quay Post", dt.date(2026, 11, 18), False
        )  # fmt: skip

    def test_one_that_cannot_be_read_is_its_own_headline(self, client: Client, feed: Feed) -> None:
        client.post(
            f"/companies/{feed.company_id}/developments/", {"source_or_link": "https://quay.example/1"}
        )
        one = Development.objects.get()
        assert (one.title, one.source, one.published_on) == ("https://quay.example/1", "", None)


PAGE = b"""<!doctype html><html><head><title>Buys | Quay Post</title>
<meta property="og:title" content="Harbour &amp;amp; Pine buys a depot">
<meta property="og:site_name" content="Quay Post">
<meta property="article:published_time" content="2026-11-18T09:00:00Z">
<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" hreflang="de" href="/de">
<link rel="alternate" type="application/atom+xml" href="javascript:x"></head></html>"""


def test_a_page_says_its_title_source_day_and_feeds() -> None:
    assert about(PAGE, "text/html", "https://quay.example/1") == About(
        "Harbour & Pine buys a depot", "Quay Post", dt.date(2026, 11, 18), ("https://quay.example/feed",)
    )


@pytest.mark.parametrize(
    ("href", "whole"),
    [
        ("/feed", "https://quay.example/feed"),
        ("news/feed/", "https://quay.example/news/feed/"),
        ("https://press.example/rss.xml?x=1", "https://press.example/rss.xml?x=1"),
        ("/de/news.atom", "https://quay.example/de/news.atom"),
        ("/feedback", ""),
        ("/about-rss-and-us", ""),
        ("/search?q=/rss", ""),
        ("javascript:go('/feed')", ""),
        ("http://[/feed", ""),
    ],
)
def test_links_that_look_as_if_they_led_to_a_feed(href: str, whole: str) -> None:
    found = about(f'<a href="{href}">News</a>'.encode(), "text/html", "https://quay.example/")
    assert (found.feeds, found.perhaps) == ((), (whole,) if whole else ())


def test_a_broken_address_of_a_feed_is_none() -> None:
    broken = b'<link rel="alternate" type="application/rss+xml" href="http://[">'
    assert about(broken, "text/html", "https://quay.example/").feeds == ()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"<title>A\n depot</title><time datetime='2026-11-02'>",
         ("A depot", "x.example", dt.date(2026, 11, 2))),
        (b'<title>B</title><script>{"datePublished": "2026-10-01T10:00"}</script>',
         ("B", "x.example", dt.date(2026, 10, 1))),
        ("<meta charset=iso-8859-1><title>Küche</title>".encode("latin-1"), ("Küche", "x.example", None)),
        (b"<title>C</title><meta name=date content='9999-99-99'>", ("C", "x.example", None)),
        (b"<title>D</title><svg><title>Icon</title></svg>", ("D", "x.example", None)),
        (b"\x00\xff" * 1000, ("", "x.example", None)),
        (b"", ("", "x.example", None)),
    ],
)  # fmt: skip
def test_pages_as_they_are(body: bytes, told: tuple[str, str, dt.date | None]) -> None:
    found = about(body, "", "https://www.x.example/1")
    assert (found.title, found.source, found.published_on) == told


def test_what_an_article_shares_with_a_worry() -> None:
    worries = ["The returns desk loses a day on every parcel", "Nobody trusts the depot's figures"]
    assert shared("Harbour opens two depots and returns parcels faster", worries, ["Harbour"]) == [
        "depots",
        "returns",
        "parcels",
    ]
    assert shared("A good year for the company and its people", worries) == []
    assert shared("Harbour again", ["Harbour will not change"], ["Harbour & Pine"]) == []
