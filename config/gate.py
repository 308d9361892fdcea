"""The outermost middleware: who may ask, from where, and what every answer carries.

It stands before static files too. Django's own list of hosts would leave those open to a web site whose name
was pointed at this computer, and it knows nothing of ports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from desk import calendar_link, signin

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

# The only paths that are answered before sign-in. Nobody's data is behind them, except where the calendar's
# link is known: its page asks for the word in it, and shows dates.
OPEN = ("/signin/", "/static/", calendar_link.PREFIX)

_LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}
_SAFE = {"GET", "HEAD", "OPTIONS"}
_NEVER = {"TRACE", "TRACK", "CONNECT"}

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), display-capture=()"
    ),
}


class Gate:
    """Lets a request in or refuses it, before anything else has seen it, and seals every answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # The browser's language, until the page knows who reads it (`desk.my_ways`).
        with translation.override(translation.get_language_from_request(request)):
            refused = _refused(request)
            if refused is None:
                _name_our_origin(request)
            return _sealed(request, refused or self.get_response(request))


def _refused(request: HttpRequest) -> HttpResponse | None:
    """The answer to a request that may not pass; None for one that may."""
    if request.method in _NEVER:
        return _plainly("This method is not answered here.", 405)
    if request.META.get("HTTP_HOST", "").lower() not in _our_names():
        return _plainly("This is not the address Afterword listens on.", 400)
    if not _comes_from_us(request):
        return _plainly("Another site asked for this page, so it was not shown.", 403)
    if not request.path_info.startswith(OPEN) and not signin.is_signed_in(request):
        return signin.refusal(request)
    return None


def _name_our_origin(request: HttpRequest) -> None:
    """Fill in the origin that our own pages withhold.

    They are served with `no-referrer`, so browsers send `Origin: null` with a plain form. That it is one
    of ours they say in Sec-Fetch-Site, which no page can forge.
    """
    if request.headers.get("Origin") == "null" and request.headers.get("Sec-Fetch-Site") == "same-origin":
        request.META["HTTP_ORIGIN"] = f"{request.scheme}://{request.get_host()}"


def _our_names() -> set[str]:
    names = {f"{host}:{settings.PORT}" for host in _LOOPBACK}
    if settings.PORT == 80:
        # Browsers leave out the port that the scheme implies.
        names |= _LOOPBACK
    public = urlsplit(settings.PUBLIC_ADDRESS)
    return names | {public.netloc.lower()} if public.netloc else names


def _comes_from_us(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site in {"same-origin", "none"}:
        return True
    if site is None:
        # A browser too old to say, or one that opens a socket. It names its origin when it sends something.
        origin = request.headers.get("Origin")
        return request.method in _SAFE if origin is None else origin in _our_origins(request)
    # A link on another page may lead here: a whole page, in a tab of its own.
    return (
        request.method == "GET"
        and request.headers.get("Sec-Fetch-Mode") == "navigate"
        and request.headers.get("Sec-Fetch-Dest") == "document"
    )


def _our_origins(request: HttpRequest) -> set[str]:
    """The origin of this request's own address, as a browser names it."""
    host = request.META["HTTP_HOST"].lower()
    public = urlsplit(settings.PUBLIC_ADDRESS)
    return {settings.PUBLIC_ADDRESS} if host == public.netloc.lower() else {f"http://{host}"}


def _plainly(sentence: str, status: int) -> HttpResponse:
    return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")


def _sealed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    if response.status_code == 405 and not response.streaming and not response.content:
        response.content = "This address answers a button only. Go back and press it there."
    for name, value in HEADERS.items():
        response.headers[name] = value
    if not request.path_info.startswith("/static/"):
        response.headers["Cache-Control"] = "no-store"
        patch_vary_headers(response, ["HX-Request"])
    return response
