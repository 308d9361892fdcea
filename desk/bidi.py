"""Characters that turn the direction of writing round are shown, not obeyed.

A name, a note or a headline that came from elsewhere can hold them to look like other words than it is. They
are kept as they came, in fields and in files; on pages each stands as its code point. A middleware, because
there is foreign text on every page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.http import HttpRequest, HttpResponse

# Unicode’s property Bidi_Control, as in UAX #9.
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Tags have no bare > in them: every value is escaped.
_TAG = re.compile(r"(<[^>]*>)")
# What is typed in, and goes back as it came.
_FIELDS = ("textarea",)
# Where no mark-up can stand.
_PLAIN = ("title", "option")


class Visible:
    """Spells them out in the text of every page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if is_page and not response.streaming and _CONTROLS.search(text := response.content.decode()):
            response.content = spelled_out(text).encode()
        return response


def spelled_out(html: str) -> str:
    """The page with each of them in its text as a mark that says which."""
    return "".join(_parts(html))


def _parts(html: str) -> Iterator[str]:
    inside = ""
    for part in _TAG.split(html):
        if part.startswith("<"):
            name = part.strip("</>").split(maxsplit=1)[0].lower() if part.strip("</>") else ""
            if name in _FIELDS + _PLAIN:
                inside = "" if part.startswith("</") else name
            yield part
        elif inside in _FIELDS:
            yield part
        else:
            yield _CONTROLS.sub(_plain if inside in _PLAIN else _marked, part)


def _plain(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"


def _marked(found: re.Match[str]) -> str:
    return f'<span class="tag">U+{ord(found[0]):04X}</span>'
