"""One talk with a mail server: what it takes, what it refuses, and when nobody knows."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import pytest

from letters import mail_server
from letters.delivery import NotTakenError, hand_over
from tests.sink import PASSWORD, Sink, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

ME, RUTH = "dana@example.com", "ruth@harbourpine.example"
LETTER = b"Subject: Leith\r\n\r\nDear Ruth,\r\n.\r\n..a dot\r\nKind regards\r\n"


@pytest.fixture
def server() -> Iterator[Sink]:
    yield from serve(Sink())


def refused(server: mail_server.Outgoing, **changes: Any) -> NotTakenError:
    with pytest.raises(NotTakenError) as found:
        hand_over(server, ME, RUTH, LETTER, **changes)
    return found.value


def test_it_arrives_whole_at_one_address(server: Sink) -> None:
    assert hand_over(server.account(), ME, RUTH, LETTER) == "2.0.0 Taken"
    (taken,) = server.taken
    assert (taken.sender, taken.recipients, taken.content) == (ME, (RUTH,), LETTER)


@pytest.mark.parametrize("security", [mail_server.TLS, mail_server.STARTTLS])
class TestSafety:
    @pytest.mark.usefixtures("trusted")
    def test_it_goes_encrypted(self, security: str) -> None:
        for server in serve(Sink(security)):
            hand_over(server.account(), ME, RUTH, LETTER)
            assert len(server.taken) == 1

    def test_a_certificate_nobody_vouches_for_is_refused(self, security: str) -> None:
        for server in serve(Sink(security)):
            fault = refused(server.account())
            assert (fault.stage, "certificate" in fault.said, server.taken) == ("encrypt", True, [])

    @pytest.mark.usefixtures("trusted")
    def test_a_certificate_of_another_name_is_refused(
        self, security: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        there = socket.getaddrinfo

        def lead_here(host: str, *rest: Any, **more: Any) -> Any:
            return there("localhost" if host == "smtp.other.example" else host, *rest, **more)

        monkeypatch.setattr(socket, "getaddrinfo", lead_here)
        for server in serve(Sink(security)):
            fault = refused(server.account(host="smtp.other.example"))
            assert (fault.stage, "certificate" in fault.said, server.taken) == ("encrypt", True, [])


def test_a_server_that_cannot_encrypt_gets_neither_password_nor_letter(server: Sink) -> None:
    fault = refused(server.account(security=mail_server.STARTTLS))
    assert (fault.stage, server.taken) == ("encrypt", [])


def test_without_encryption_nothing_leaves_this_computer(server: Sink) -> None:
    fault = refused(server.account(host="sink.example"))
    assert (fault.stage, server.talks) == ("encrypt", 0)


def test_a_wrong_password(server: Sink) -> None:
    fault = refused(server.account(password="not this"))
    assert (fault.stage, fault.code, fault.again, fault.may_have_gone) == ("login", 535, False, False)


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    fault = refused(mail_server.Outgoing("localhost", port, mail_server.PLAIN))
    assert (fault.stage, fault.again, fault.may_have_gone) == ("connect", True, False)


@pytest.mark.parametrize(
    ("command", "words", "stage", "again"),
    [
        ("MAIL", "550 5.7.1 Not your address", "sender", False),
        ("MAIL", "451 4.3.0 Later", "sender", True),
        ("RCPT", "550 5.1.1 No such user", "recipient", False),
        ("RCPT", "450 4.2.1 Greylisted", "recipient", True),
        ("DATA", "554 5.6.0 No letters today", "data", False),
    ],
)
def test_refused_before_the_text_it_certainly_did_not_go(
    server: Sink, command: str, words: str, stage: str, again: bool
) -> None:
    server.answers[command] = words
    fault = refused(server.account())
    assert (fault.stage, f"{fault.code} {fault.said}", fault.again) == (stage, words, again)
    assert (fault.may_have_gone, server.taken) == (False, [])


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA"])
def test_hung_up_before_the_text_it_certainly_did_not_go(server: Sink, command: str) -> None:
    server.hangs_up_at = command
    fault = refused(server.account())
    assert (fault.may_have_gone, fault.code, server.taken) == (False, None, [])


@pytest.mark.parametrize("words", ["554 5.7.1 Looks like spam", "451 4.3.0 Later"])
def test_refused_after_the_text_nobody_knows(server: Sink, words: str) -> None:
    server.answers["END"] = words
    fault = refused(server.account())
    assert (fault.stage, f"{fault.code} {fault.said}", fault.may_have_gone) == ("after", words, True)


def test_hung_up_after_the_text_nobody_knows(server: Sink) -> None:
    server.hangs_up_at = "END"
    fault = refused(server.account())
    assert (fault.may_have_gone, len(server.taken)) == (True, 1)


def test_what_was_given_up_meanwhile_does_not_go(server: Sink) -> None:
    fault = refused(server.account(), may_go=lambda: False)
    assert (fault.may_have_gone, server.taken) == (False, [])


def test_a_server_that_repeats_the_password_is_not_quoted_in_it(server: Sink) -> None:
    server.answers["MAIL"] = f"550 {PASSWORD} is a fine password"
    fault = refused(server.account())
    assert (fault.said, PASSWORD in str(fault)) == ("… is a fine password", False)
    assert PASSWORD not in repr(server.account())
