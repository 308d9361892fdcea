"""Signing a browser in by a one-time link, and signing every browser out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from desk import tickets

if TYPE_CHECKING:
    from django.http import HttpRequest

_SPENT = "That link has been used, or is older than ten minutes."


def is_signed_in(request: HttpRequest) -> bool:
    """Whether this browser came in by a link within the last 90 days and was not signed out."""
    return _sessions().is_good(request.COOKIES.get(settings.SIGN_IN_COOKIE, ""))


def refusal(request: HttpRequest) -> HttpResponse:
    """What a browser gets that is not signed in: how to, at the address it asked for."""
    if "HX-Request" in request.headers:
        # The page is left as it is: something may be typed in it.
        sentence = "This browser is no longer signed in. Open Afterword again from its window."
        return HttpResponse(sentence, status=403, content_type="text/plain; charset=utf-8")
    return _page(request, "", 403)


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """How to sign in."""
    return redirect("/") if is_signed_in(request) else _page(request, "", 200)


@require_safe
def by_link(request: HttpRequest, word: str) -> HttpResponse:
    """Sign this browser in, if the link is fresh and nobody used it."""
    only_looking = request.method == "HEAD" or "Sec-Purpose" in request.headers
    if is_signed_in(request):
        # Used up all the same: it would sign in whoever finds it.
        _links().take(word)
        return redirect("/")
    if only_looking or not _links().take(word):
        return _page(request, _SPENT, 403)
    response = redirect("/")
    sessions = _sessions()
    response.set_cookie(
        settings.SIGN_IN_COOKIE,
        sessions.issue(),
        max_age=sessions.lifetime,
        httponly=True,
        samesite="Lax",
    )
    return response


@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """End every session of every browser, this one too, and every link not yet used."""
    _sessions().revoke_all()
    _links().revoke_all()
    response = redirect("signin")
    response.delete_cookie(settings.SIGN_IN_COOKIE)
    return response


def _page(request: HttpRequest, fault: str, status: int) -> HttpResponse:
    return render(request, "desk/signin.html", {"fault": fault}, status=status)


def _links() -> tickets.Tickets:
    return tickets.links(settings.AFTERWORD_HOME)


def _sessions() -> tickets.Tickets:
    return tickets.sessions(settings.AFTERWORD_HOME)
