"""A letter on its way through the outbox, as the tests of it need it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone

from letters import outbox
from letters.models import Outgoing
from tests.letters.story import save

if TYPE_CHECKING:
    import datetime as dt

    from django.http import HttpResponse
    from django.test import Client

    from letters.models import Letter


def press_send(client: Client, letter: Letter, once: str = "one form", **more: Any) -> HttpResponse:
    """Press Send on the composer’s page."""
    given = {"once": once, "recipient": letter.carrier.email, **more}
    return save(client, letter, given.pop("body", letter.body), action="letters:send", **given)


def press(client: Client, letter: Letter, action: str, **more: str) -> HttpResponse:
    answer: Any = client.post(reverse(f"letters:{action}", args=[letter.pk]), more)
    return answer


def ten_seconds_later() -> dt.datetime:
    """Let the seconds of every letter in the outbox be over."""
    now = timezone.now()
    Outgoing.objects.filter(state="queued").update(leaves_at=now)
    return now


def post_goes() -> None:
    """Send what is due, as the site does while it runs."""
    for row in filter(outbox.claim, outbox.due(ten_seconds_later())):
        outbox.send(row)


def now_stands(letter: Letter) -> tuple[str, str]:
    """The state of the letter, and of its latest sending."""
    letter.refresh_from_db()
    row = letter.sendings.first()
    return letter.status, row.state if row else ""
