"""A mailbox on dovecot, the server that most mailboxes lie on: read, and not one file of it changed."""

from __future__ import annotations

import imaplib
import json
import time
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command

from candidacy.models import Contact
from desk.archive import read, store
from letters import account, inbox
from letters.account import Account
from tests.letters.dovecot import Dovecot, serving
from tests.letters.imap import PASSWORD, USER
from tests.letters.mailboxes import FOLDER
from tests.letters.posting import now_stands, post_goes, press_send
from tests.letters.test_inbox import mail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from tests.letters.story import Cast
    from tests.sink import Sink

pytestmark = pytest.mark.django_db


@pytest.fixture
def server() -> Iterator[Dovecot]:
    with serving() as one:
        account.save(one.account)
        yield one
        account.forget()


def fetched() -> list[str]:
    """What `manage.py fetch` takes in, by subject."""
    out = StringIO()
    call_command("fetch", "--json", stdout=out)
    return [one["subject"] for one in json.loads(out.getvalue())["messages"]]


def test_each_message_once_and_not_one_file_changed(server: Dovecot) -> None:
    store(read((FOLDER / "record.json").read_bytes(), time_zone="Europe/London"))
    server.deliver([mail(1), mail(2)])
    assert (fetched(), fetched()) == (["1", "2"], [])
    # Still new: no program has opened the folder to change it, or marked a message as read.
    assert server.files() == ["new/0.of-the-tests", "new/1.of-the-tests"]
    server.deliver([mail(3)])
    assert fetched() == ["3"]
    assert server.files() == ["new/0.of-the-tests", "new/1.of-the-tests", "new/2.of-the-tests"]
    assert Contact.objects.count() == 3
    assert [b"Seen" in one for one in server.flags()] == [False, False, False]


def test_what_another_program_marked_or_deleted_is_left_so(server: Dovecot) -> None:
    server.deliver([mail(1), mail(2), mail(3)])
    with server.mailbox() as client:
        client.store("1", "+FLAGS", r"(\Seen \Answered)")
        client.store("2", "+FLAGS", r"\Deleted")
    before = server.files()
    assert fetched() == ["1", "2", "3"]
    assert server.files() == before


class TestEncrypted:
    """As if this computer were another one, to which nothing goes in the clear."""

    @pytest.fixture(params=["tls", "starttls"])
    def mine(
        self, server: Dovecot, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
    ) -> Account:
        monkeypatch.setattr(account, "_OWN", frozenset())
        monkeypatch.setattr(account, "TLS_PORT", server.tls_port)
        port = server.tls_port if request.param == "tls" else server.port
        mine = Account("localhost", USER, PASSWORD, port)
        assert mine.encryption == request.param
        return mine

    @pytest.mark.usefixtures("trusted")
    def test_it_is_read(self, server: Dovecot, mine: Account) -> None:
        server.deliver([mail(1)])
        assert [row.subject for row in inbox.look(mine)] == ["1"]

    def test_one_that_cannot_prove_who_it_is_hears_no_password(self, server: Dovecot, mine: Account) -> None:
        with pytest.raises(inbox.MailboxError, match="localhost could not prove that it is itself") as fault:
            inbox.look(mine)
        assert not fault.value.again
        assert f"user=<{USER}>" not in server.log()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"password": "guess"}, "The server did not accept the account or the password."),
        ({"folder": "Jobs"}, "There is no folder “Jobs” in this mailbox."),
    ],
)
def test_its_refusals_are_understood(server: Dovecot, wrong: dict[str, str], said: str) -> None:
    given = {"user": USER, "password": PASSWORD, "folder": "INBOX"} | wrong
    account.save(Account("127.0.0.1", port=server.port, **given))
    with pytest.raises(CommandError, match=said):
        call_command("fetch")


def test_a_letter_of_which_nobody_knew_is_found_among_the_sent(
    client: Client, story: Cast, sink: Sink, server: Dovecot
) -> None:
    letter = story.draft()
    sink.hangs_up_at = "END"
    press_send(client, letter)
    post_goes()
    assert now_stands(letter) == ("sending", "unknown")
    with server.mailbox() as other:
        other.create("Gesendet")
        other.append("Gesendet", "", imaplib.Time2Internaldate(time.time()), sink.taken[0].content)
    fetched()
    assert now_stands(letter) == ("sent", "sent")
