"""What a feed may look like before a parser sees it: parsers take minutes over what some people think of.

Pure, and linear in the size of the feed.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext

MOST_ITEMS = 500
MOST_TAGS, DEEPEST, LONGEST_TAG = 30_000, 200, 16_384
_ITEM = re.compile(rb"<(?:[a-zA-Z]{1,10}:)?(?:item|entry)[\s>]")
_ENDS = ((b"<rss", b"</channel></rss>"), (b"<feed", b"</feed>"), (b"<rdf:RDF", b"</rdf:RDF>"))


class NoFeedError(ValueError):
    """It is no feed that can be read; the message says so in one sentence."""


def within_limits(body: bytes) -> bytes:
    """The feed, cut after its first 500 articles. Raises NoFeedError for what no honest feed looks like."""
    if not body.strip():
        raise NoFeedError(gettext("This is no feed."))
    plain = body.replace(b"\x00", b"")
    if b"<!ENTITY" in plain.upper():
        raise NoFeedError(gettext("It defines words of its own, as no honest feed does, so it was not read."))
    cut = _first(body)
    plain = cut.replace(b"\x00", b"")
    if plain.count(b"<") > MOST_TAGS or plain.count(b"&") > MOST_TAGS or _is_tangled(plain):
        raise NoFeedError(gettext("It is built as no honest feed is, so it was not read."))
    return cut


def _first(body: bytes) -> bytes:
    """Up to the last article that is read, closed again."""
    places = [found.start() for _, found in zip(range(MOST_ITEMS + 1), _ITEM.finditer(body), strict=False)]
    if len(places) <= MOST_ITEMS:
        return body
    head = body[: places[0]]
    return body[: places[MOST_ITEMS]] + next((end for root, end in _ENDS if root in head), b"")


def _is_tangled(body: bytes) -> bool:
    """Whether a tag is endless, or tags stand in each other without end."""
    depth = 0
    for piece in _without_cdata(body).split(b">"):
        start = piece.find(b"<")
        if start < 0:
            continue
        if len(piece) - start > LONGEST_TAG:
            return True
        tag = piece[piece.rfind(b"<") :]
        if tag.startswith(b"</"):
            depth -= 1
        elif not tag.startswith((b"<!", b"<?")) and not tag.endswith(b"/"):
            depth += 1
        if depth > DEEPEST:
            return True
    return False


def _without_cdata(body: bytes) -> bytes:
    kept, at = [], 0
    while (start := body.find(b"<![CDATA[", at)) >= 0:
        kept.append(body[at:start])
        end = body.find(b"]]>", start)
        if end < 0:
            # Without an end, all the rest belongs to it.
            return b"".join(kept)
        at = end + 3
    return b"".join([*kept, body[at:]])
