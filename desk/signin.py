"""Signing a browser in by a one-time link or the passphrase, and signing every browser out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from django.views.decorators.http import require_POST, require_safe

from candidacy.reasons import number, sentence
from desk import tickets
from desk.passphrase import Passphrase, Throttle

if TYPE_CHECKING:
    from django.http import HttpRequest

_SPENT = gettext_noop("That link has been used, or is older than ten minutes.")
GUESSES = Throttle()


def is_signed_in(request: HttpRequest) -> bool:
    """Whether this browser came in by a link within the last 90 days and was not signed out."""
    return _sessions().is_good(request.COOKIES.get(settings.SIGN_IN_COOKIE, ""))


def browsers() -> int:
    """How many browsers are signed in."""
    return _sessions().count()


def refusal(request: HttpRequest) -> HttpResponse:
    """What a browser gets that is not signed in: how to, at the address it asked for."""
    if "HX-Request" in request.headers:
        # The page is left as it is: something may be typed in it.
        sentence = "This browser is no longer signed in. Open Afterword again from its window."
        return HttpResponse(sentence, status=403, content_type="text/plain; charset=utf-8")
    return _page(request, 403)


def page(request: HttpRequest) -> HttpResponse:
    """How to sign in; posted, the passphrase."""
    if is_signed_in(request):
        return redirect("/")
    if request.method != "POST":
        return _page(request, 200)
    if not GUESSES.allows():
        return _page(request, 429, wrong=_("Too many tries. Wait a minute, or use the link from the window."))
    if _passphrase().fits(request.POST.get("passphrase", "")):
        GUESSES.clear()
        return _signed_in()
    left = GUESSES.left
    words = ngettext("%(number)s more try this minute.", "%(number)s more tries this minute.", left)
    more = sentence(words % {"number": number(left)})
    return _page(request, 422, wrong=f"{_('That was not it.')} {more}")


@require_safe
def by_link(request: HttpRequest, word: str) -> HttpResponse:
    """Sign this browser in, if the link is fresh and nobody used it."""
    only_looking = request.method == "HEAD" or "Sec-Purpose" in request.headers
    if is_signed_in(request):
        # Used up all the same: it would sign in whoever finds it.
        _links().take(word)
        return redirect("/")
    if only_looking or not _links().take(word):
        return _page(request, 403, fault=_(_SPENT))
    return _signed_in()


@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """End every session of every browser, this one too, and every link not yet used."""
    _sessions().revoke_all()
    _links().revoke_all()
    response = redirect("signin")
    response.delete_cookie(settings.SIGN_IN_COOKIE)
    return response


def _signed_in() -> HttpResponse:
    response = redirect("/")
    sessions = _sessions()
    response.set_cookie(
        settings.SIGN_IN_COOKIE,
        sessions.issue(),
        max_age=sessions.lifetime,
        httponly=True,
        samesite="Lax",
        secure=settings.BEHIND_TLS,
    )
    return response


def _page(request: HttpRequest, status: int, *, fault: str = "", wrong: str = "") -> HttpResponse:
    words = {"fault": fault, "wrong": wrong, "passphrase": _passphrase().is_set}
    return render(request, "desk/signin.html", words, status=status)


def _passphrase() -> Passphrase:
    return Passphrase(settings.AFTERWORD_HOME)


def _links() -> tickets.Tickets:
    return tickets.links(settings.AFTERWORD_HOME)


def _sessions() -> tickets.Tickets:
    return tickets.sessions(settings.AFTERWORD_HOME)
