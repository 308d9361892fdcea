"""A hostile feed is bounded: from a server of the tests' own, through the one way out, into the database."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from candidacy import fetching
from candidacy.feed_limits import NoFeedError
from candidacy.feeds import LARGEST, issue, look
from candidacy.models import Company, Development, Feed
from tests.trust.test_way_out import said, site

if TYPE_CHECKING:
    from tests.soak import Soak

MIB = 1024 * 1024
REAL_FETCH = fetching.fetch
_ITEM = b"<item><title>%d</title><link>https://x.example/%d</link></item>"
_START, _END = b"<rss version='2.0'><channel>", b"</channel></rss>"
_LAUGHS = b'<!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %s "%s">' % (bytes([98 + n]), b"&%s;" % bytes([97 + n]) * 10) for n in range(9)
)
HOSTILE: dict[str, bytes | list[bytes]] = {
    "a gzip bomb": said(gzip.compress(b"<rss>" + b"\0" * 60_000_000), "Content-Encoding: gzip"),
    "a gzip bomb in a gzip": said(gzip.compress(gzip.compress(b"\0" * 60_000_000)), "Content-Encoding: gzip"),
    "a drip": [b"HTTP/1.1 200 OK\r\n\r\n", *[b"<"] * 400],
    "without end": [b"HTTP/1.1 200 OK\r\n\r\n", *[b"<item>" * 200_000] * 20],
    "billion laughs": said(_LAUGHS + b"]><rss version='2.0'><channel><title>&j;</title></channel></rss>"),
    "billion laughs in UTF-16": said(
        (_LAUGHS + b"]><rss><title>&j;</title></rss>").decode().encode("utf-16")
    ),
    "a file by entity": said(
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + _START
        + b"<item><title>&x;</title></item>" + _END
    ),
    "a document type elsewhere": said(
        b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/x.dtd">' + _START
        + b"<item><title>T</title></item>" + _END
    ),
    "a path": said(b"/etc/passwd"),
    "an address": said(b"http://127.0.0.1/"),
    "deep": said(b"<rss version='2.0'><channel>" + b"<a>" * 200_000),
    "broken everywhere": said(b"<rss version='2.0'><channel>" + b"<item><title>&#x;<![CDATA[" * 20_000),
    "many": said(_START + b"".join(_ITEM % (n, n) for n in range(20_000)) + _END),
    "one endless title": said(_START + b"<item><title>" + b"x" * 1_900_000 + b"</title></item>" + _END),
    "attributes": said(b"<rss version='2.0' " + b" ".join(b"a%d='1'" % n for n in range(100_000)) + b"/>"),
    "nothing": said(b""),
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("name", HOSTILE)
def test_row_10_a_hostile_feed_ends_and_brings_no_harm(
    name: str, monkeypatch: pytest.MonkeyPatch, soak: Soak
) -> None:
    company = Company.objects.create(name="Harbour & Pine")
    with site(lambda _: HOSTILE[name]) as (at, limits, asked):
        monkeypatch.setattr(fetching, "fetch", REAL_FETCH)
        feed = Feed(company=company, url=f"{at}/feed.xml")
        Feed.objects.bulk_create([feed])
        tight = fetching.Limits(seconds=3, size=LARGEST, ports=limits.ports, may_reach=limits.may_reach)
        look(feed, timezone.now(), tight)
    feed = Feed.objects.get()
    assert asked == ["/feed.xml"]
    assert feed.tried_at is not None
    assert Development.objects.count() <= 20
    assert not [one for one in Development.objects.all() if "root:" in f"{one.title}{one.excerpt}"]
    assert bool(feed.fault) == bool(feed.failures)
    soak.say(kinds=len(HOSTILE), hangs=0)


def test_row_10_words_that_grow_are_not_read(soak: Soak) -> None:
    for body in (
        _LAUGHS,
        _LAUGHS.lower(),
        _LAUGHS.decode().encode("utf-16"),
        _LAUGHS.decode().encode("utf-32"),
    ):
        with pytest.raises(NoFeedError, match="words of its own"):
            issue(body)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux shows it in /proc")
def test_row_10_reading_stays_small(soak: Soak) -> None:
    """In a process of its own, whose memory is its own: the worst of what is let in by its size."""
    code = (
        "from candidacy.feeds import issue; from candidacy.feed_limits import NoFeedError\n"
        "start = b\"<rss version='2.0'><channel>\"\n"
        "bodies = [start + b'<item><title>x</title></item>' * 65_000,"
        " start + b'<a>' * 190 + b'<b>x</b>' * 14_000,"
        " start + b'<title>' + b'&amp; ' * 29_000, start + (b'<item><title>' + b'x' * 4_000) * 500,"
        " b'<rss>' + b'<!--' * 29_000, b'<' * 2_000_000]\n"
        "for body in bodies:\n"
        "    try: issue(body[:2_097_152])\n"
        "    except NoFeedError: pass\n"
        # Not getrusage: what the process was before it became this one counts there too.
        "print([line for line in open('/proc/self/status') if line.startswith('VmHWM')][0].split()[1])"
    )
    run = "import django; django.setup()\n" + code
    done = subprocess.run(
        [sys.executable, "-c", run], capture_output=True, text=True, check=True, timeout=300,
        env={"DJANGO_SETTINGS_MODULE": "config.settings", "PATH": "", "HOME": "/nonexistent"},
    )  # fmt: skip
    peak = int(done.stdout) // 1024
    soak.say(mib=peak)
    assert peak < 150
