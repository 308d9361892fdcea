"""A letter of which nobody knows whether it went out: its own copy, or an answer to it, tells."""

from __future__ import annotations

import imaplib
import time
from typing import TYPE_CHECKING

import pytest

from letters import account
from letters.receiving import Receiver
from letters.sent_folder import look_up
from tests.letters.imap import Server, serving
from tests.letters.posting import now_stands, post_goes, press, press_send

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from letters.models import Letter
    from tests.letters.story import Cast
    from tests.sink import Sink


@pytest.fixture
def lost(client: Client, story: Cast, sink: Sink) -> Letter:
    """One that the server had whole, and hung up on."""
    sink.hangs_up_at = "END"
    letter = story.draft()
    press_send(client, letter)
    post_goes()
    assert now_stands(letter) == ("sending", "unknown")
    return letter


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as one:
        account.save(one.account)
        yield one
        account.forget()


def put_among_the_sent(server: Server, content: bytes) -> None:
    with server.mailbox() as client:
        client.create("Sent")
        answer, _ = client.append("Sent", "", imaplib.Time2Internaldate(time.time()), content)
    assert answer == "OK"


def test_found_in_the_sent_folder_it_went_out(
    client: Client, lost: Letter, sink: Sink, server: Server
) -> None:
    press(client, lost, "settle", **{"is": "look"})
    assert now_stands(lost) == ("sending", "unknown")
    assert "It is not in your Sent folder" in client.get(f"{lost.get_absolute_url()}?looked=not").text
    put_among_the_sent(server, sink.taken[0].content)
    press(client, lost, "settle", **{"is": "look"})
    assert (now_stands(lost), len(sink.taken)) == (("sent", "sent"), 1)
    assert lost.message_id == sink.taken[0].message["Message-ID"]


def test_another_letter_there_says_nothing(lost: Letter, sink: Sink, server: Server) -> None:
    put_among_the_sent(server, sink.taken[0].content.replace(b"Message-ID: <", b"Message-ID: <1"))
    assert look_up(server.account) == 1
    assert now_stands(lost) == ("sending", "unknown")


@pytest.mark.parametrize(("named", "stands"), [(True, ("sent", "sent")), (False, ("sending", "unknown"))])
def test_an_answer_that_names_it_tells_that_it_went_out(
    lost: Letter, sink: Sink, named: bool, stands: tuple[str, str]
) -> None:
    thread = sink.taken[0].message["Message-ID"] if named else "<1@elsewhere.example>"
    lines = [
        "From: Ruth Adeyemi <ruth@harbourpine.example>", "To: dana@example.com",
        "Subject: Re: The cold store", "Date: Wed, 04 Nov 2026 09:26:00 +0000",
        "Message-ID: <9@harbourpine.example>", f"In-Reply-To: {thread}",
        "", "Thank you, Dana. Come and see Leith.",
    ]  # fmt: skip
    Receiver().take_in("\r\n".join(lines).encode())
    assert now_stands(lost) == stands
