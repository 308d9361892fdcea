"""What every page of a letter begins with: fetch it, store what was typed, and show both texts on a clash."""

from __future__ import annotations

import secrets
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from candidacy.forms.differing import compared
from candidacy.models import Profile
from candidacy.zones import zone
from letters import outbox, versions
from letters.composition import Composition
from letters.forms import TextForm
from letters.models import Letter, Status
from letters.queries import material_of
from letters.vocabulary import spelled_right
from letters.writing import ChangedMeanwhileError, keep_text, save_text, set_notes

if TYPE_CHECKING:
    from datetime import tzinfo

    from django.http import HttpRequest, HttpResponse


class RefusedError(Exception):
    """What was typed could not be stored: the answer that says so, with nothing of it lost."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.response = response


def fetch(pk: int) -> Letter:
    """The letter with everything that its pages name, or 404."""
    related = ("to", "via__company", "candidacy__company", "development", "news")
    return get_object_or_404(Letter.objects.select_related(*related), pk=pk)


def zone_of(letter: Letter) -> tzinfo:
    """The zone of the company."""
    return zone(Profile.load().zone_of(letter.candidacy.company))


def composed(letter: Letter, *, typed: TextForm | None = None) -> Composition:
    """The letter on the desk, with what was typed where it could not be stored."""
    known = material_of(letter, timezone.now())
    subject = typed["subject"].value() if typed else letter.subject
    body = typed["body"].value() if typed else letter.body
    named = partial(spelled_right, known)
    return Composition(letter, known, named, subject or "", (body or "").replace("\r\n", "\n"))


def store(request: HttpRequest, letter: Letter) -> Composition:
    """Store what the page sent along, where it sent any text, and read the letter back.

    Raises RefusedError with the answer: 422 for what cannot be stored, 409 with both texts on a clash.
    """
    if "body" not in request.POST:
        return composed(letter)
    form = TextForm(request.POST)
    if not form.is_valid():
        raise RefusedError(page(request, composed(letter, typed=form), form=form, status=422))
    given = form.cleaned_data
    try:
        stored = save_text(letter, given["subject"], given["body"], given["seen"] or 0)
    except ChangedMeanwhileError as error:
        raise RefusedError(_clash(request, error.stored, given["subject"], given["body"])) from error
    if stored.version != letter.version:
        letter = fetch(letter.pk)
        found = composed(letter)
        set_notes(letter, found.played)
        return found
    return composed(letter)


def page(
    request: HttpRequest,
    found: Composition,
    *,
    form: Any = None,
    status: int = 200,
    whole: bool = False,
    **words: Any,
) -> HttpResponse:
    """The composer; for a save by itself only what changes in it."""
    template = "letters/checked.html" if by_itself(request) and not whole else "letters/letter.html"
    words = {
        "page": found,
        "letter": found.letter,
        "form": form,
        "saved_at": timezone.now(),
        "sends": outbox.is_on() and bool(found.letter.carrier.email),
        "last": outbox.last(found.letter),
        "once": secrets.token_urlsafe(16),
        **words,
    }
    answer = render(request, template, words, status=status)
    if status == HTTPStatus.OK:
        # By this, and by nothing else, the page knows that its words are stored.
        answer["Stored"] = "yes"
    return answer


def by_itself(request: HttpRequest) -> bool:
    """Whether htmx asks: the page stays, and only its parts are swapped."""
    return request.method == "POST" and "HX-Request" in request.headers


def _clash(request: HttpRequest, stored: Letter, subject: str, body: str) -> HttpResponse:
    keep_text(stored, subject, body)
    mine, theirs = compared(body, stored.body)
    words = {
        "letter": fetch(stored.pk),
        "subject": subject,
        "mine": mine,
        "theirs": theirs,
        "together": versions.together(body, stored.body),
        "revision": stored.revisions.filter(subject=subject, body=body).first(),
        "frozen": stored.status != Status.DRAFT,
        "now": timezone.now(),
    }
    return render(request, "letters/conflict.html", words, status=409)
