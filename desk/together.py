"""The styles and scripts that the first page loads: few files, compressed once, kept by the browser.

Put together from the files as they lie there when the first page is shown. Pages are not compressed: they
hold one-time words beside what others typed, and how well that compresses would tell on the words.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseNotFound
from django.utils.cache import patch_vary_headers

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

PREFIX = "/static/together/"
FILES = {
    "page.css": ("css/tokens.css", "css/base.css", "css/components.css", "css/screens.css"),
    "page.js": ("django_htmx/htmx-2.min.js", "js/page.js"),
    "keys.js": ("js/keys.js",),
    "mail.css": ("css/mail.css",),
}
KINDS = {".css": "text/css", ".js": "text/javascript"}
# What has its contents in its name never changes.
FOR_GOOD = "max-age=31536000, immutable"


@dataclass(frozen=True)
class Bundle:
    """The files of one name, as they are and compressed, and where they are asked for."""

    plain: bytes
    small: bytes
    address: str


def bundle(name: str) -> Bundle:
    """The bundle of that name, made once; each time anew where templates are read anew."""
    return _made(name) if settings.DEBUG else _kept(name)


def _made(name: str) -> Bundle:
    found = [Path(str(finders.find(file))).read_bytes() for file in FILES[name]]
    # A script may end without the sign that ends a statement, and says first of all that it is strict.
    plain = b'"use strict";\n' + b"\n;\n".join(found) if name.endswith(".js") else b"\n".join(found)
    digest = hashlib.sha256(plain).hexdigest()[:12]
    return Bundle(plain, gzip.compress(plain, mtime=0), f"{PREFIX}{digest}/{name}")


_kept = cache(_made)


class Together:
    """Answers for the bundles, and passes on everything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        name = request.path_info.rpartition("/")[2]
        if name not in FILES:
            return HttpResponseNotFound("There is no such file.", content_type="text/plain; charset=utf-8")
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        return _answer(request, name)


def _answer(request: HttpRequest, name: str) -> HttpResponse:
    found = bundle(name)
    smaller = "gzip" in request.headers.get("Accept-Encoding", "")
    answer = HttpResponse(
        found.small if smaller else found.plain, content_type=f"{KINDS[Path(name).suffix]}; charset=utf-8"
    )
    if smaller:
        answer.headers["Content-Encoding"] = "gzip"
    patch_vary_headers(answer, ["Accept-Encoding"])
    # A page from before an update asks by the old name, and is given what there is.
    answer.headers["Cache-Control"] = FOR_GOOD if request.path_info == found.address else "no-cache"
    return answer
