"""A mailbox on a real IMAP server: read once, and left as it is."""

from __future__ import annotations

import imaplib
import json
import socket
import ssl
import stat
import threading
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone

from candidacy.models import Change, Contact
from desk.archive import read, store
from letters import account, inbox
from letters.account import Account, State
from letters.models import Message
from tests.letters.imap import PASSWORD, USER, Server, serving
from tests.letters.mailboxes import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.django_db


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


@pytest.fixture(autouse=True)
def _search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "AFTERWORD_HOME", tmp_path)
    store(read((FOLDER / "record.json").read_bytes(), time_zone="Europe/London"))


def mail(n: int, text: str = "Hello.") -> bytes:
    """The n-th message of Miriam, of today."""
    date = timezone.now().strftime("%d %b %Y %H:%M:%S +0000")
    head = f"From: miriam.castell@hollowell.example\nDate: {date}\nSubject: {n}\nMessage-ID: <{n}@h.example>"
    return f"{head}\n\n{text}\n".encode()


def identities() -> list[str]:
    return sorted(Message.objects.values_list("identity", flat=True))


class TestReading:
    def test_each_message_once_and_the_mailbox_left_as_it_is(self, server: Server) -> None:
        server.put([mail(1), mail(2)])
        before = server.flags()
        assert [row.identity for row in inbox.look(server.account)] == ["1@h.example", "2@h.example"]
        assert inbox.look(server.account) == []
        server.put([mail(3)])
        assert [row.identity for row in inbox.look(server.account)] == ["3@h.example"]
        assert Contact.objects.count() == 3
        assert [one.by_app for one in Change.objects.all()] == [True] * 3
        assert server.flags()[:2] == before
        assert not any(b"Seen" in one for one in server.flags())

    def test_it_only_asks_and_never_says_anything_that_changes(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        said: list[bytes] = []
        send = imaplib.IMAP4.send
        server.put([mail(1)])
        monkeypatch.setattr(imaplib.IMAP4, "send", lambda one, data: (said.append(data), send(one, data))[1])
        inbox.look(server.account)
        words = [line.split(b" ", 1)[1].strip() for line in said]
        assert {line.split()[0] for line in words} == {b"CAPABILITY", b"LOGIN", b"EXAMINE", b"UID", b"LOGOUT"}
        asked = [line.partition(b" ")[2] for line in words if line.startswith(b"UID")]
        assert [line.split()[0] for line in asked] == [b"SEARCH", b"FETCH"]
        assert b"BODY.PEEK[]" in asked[1]

    def test_a_server_that_numbers_anew_makes_nothing_double(self, server: Server) -> None:
        server.put([mail(1), mail(2)])
        inbox.look(server.account)
        first = Message.objects.values_list("uid_validity", flat=True)[0]
        with serving() as another:
            another.put([mail(2), mail(3), mail(1)])
            inbox.look(another.account)
            assert inbox.look(another.account) == []
        assert identities() == ["1@h.example", "2@h.example", "3@h.example"]
        assert Contact.objects.count() == 3
        assert first not in Message.objects.values_list("uid_validity", flat=True)

    def test_it_goes_on_where_it_was_broken_off(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        server.put([mail(n) for n in range(5)])
        fetched = inbox._body
        calls = []

        def breaks(mailbox: Any, uid: int) -> bytes:
            calls.append(uid)
            if len(calls) == 3:
                raise ConnectionResetError
            return fetched(mailbox, uid)

        monkeypatch.setattr(inbox, "_body", breaks)
        with pytest.raises(inbox.MailboxError) as fault:
            inbox.look(server.account)
        assert (fault.value.again, Message.objects.count()) == (True, 2)
        inbox.look(server.account)
        assert identities() == [f"{n}@h.example" for n in range(5)]

    def test_the_same_message_from_a_file_and_from_the_mailbox_is_one(self, server: Server) -> None:
        from letters.receiving import Receiver

        bare = mail(1).replace(b"Message-ID: <1@h.example>\n", b"")
        Receiver().take_in(bare)
        server.put([bare])
        inbox.look(server.account)
        assert Message.objects.count() == 1

    def test_of_a_message_too_large_the_beginning_is_read(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(inbox, "LARGEST", 400)
        server.put([mail(1, "Hello.\n" + "x" * 5_000)])
        (row,) = inbox.look(server.account)
        assert (row.text[:6], len(row.text) < 400) == ("Hello.", True)


class TestFaults:
    def test_a_wrong_password_is_not_tried_again(self, server: Server) -> None:
        wrong = Account("127.0.0.1", USER, "guess", server.port)
        account.save(wrong)
        with pytest.raises(inbox.MailboxError, match="did not accept the account or the password") as fault:
            inbox.look(wrong)
        assert not fault.value.again
        _, state = account.load()
        assert (state.again, state.failures, state.looked_at) == (False, 1, "")

    def test_a_folder_that_is_not_there(self, server: Server) -> None:
        other = Account("127.0.0.1", USER, PASSWORD, server.port, folder="Jobs")
        with pytest.raises(inbox.MailboxError, match="There is no folder “Jobs” in this mailbox"):
            inbox.test(other)

    def test_nobody_answers(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        with pytest.raises(inbox.MailboxError, match="did not answer as a mail server does") as fault:
            inbox.test(Account("127.0.0.1", USER, PASSWORD, port))
        assert fault.value.again

    def test_the_password_is_sent_to_nobody_who_cannot_prove_who_they_are(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # As if this computer were another one: then it has to encrypt.
        monkeypatch.setattr(account, "_OWN", frozenset())
        heard: list[bytes] = []
        with socket.create_server(("127.0.0.1", 0)) as listener:

            def pretend() -> None:
                visitor, _ = listener.accept()
                with visitor:
                    visitor.sendall(b"* OK IMAP4rev1 ready\r\n")
                    while line := visitor.recv(4096):
                        heard.append(line)
                        tag = line.split()[0]
                        words = b"* CAPABILITY IMAP4rev1 STARTTLS\r\n" if b"CAPABILITY" in line else b""
                        visitor.sendall(
                            words + tag + (b" NO no\r\n" if b"STARTTLS" in line else b" OK done\r\n")
                        )

            thread = threading.Thread(target=pretend, daemon=True)
            thread.start()
            with pytest.raises(inbox.MailboxError):
                inbox.test(Account("127.0.0.1", USER, PASSWORD, listener.getsockname()[1]))
            thread.join(5)
        assert b"STARTTLS" in b"".join(heard)
        assert PASSWORD.encode() not in b"".join(heard)

    def test_certificates_are_checked(self) -> None:
        import imap_tools

        seen: dict[str, ssl.SSLContext] = {}

        class StopError(Exception):
            pass

        def box(*_: Any, ssl_context: ssl.SSLContext, **__: Any) -> None:
            seen["context"] = ssl_context
            raise StopError

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(imap_tools, "MailBox", box)
            with pytest.raises(StopError):
                inbox.test(Account("imap.example", USER, PASSWORD))
        assert seen["context"].verify_mode == ssl.CERT_REQUIRED
        assert seen["context"].check_hostname


class TestTheFile:
    def test_it_is_for_its_owner_alone_and_says_nothing_in_passing(self) -> None:
        mine = Account("imap.example", USER, PASSWORD)
        account.save(mine)
        file = Path(settings.AFTERWORD_HOME, "mail_in")
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert account.load() == (mine, State())
        assert PASSWORD not in repr(mine)
        account.forget()
        assert account.load() == (None, State())

    @pytest.mark.parametrize("content", ["", "{", "[]", '{"account": {"host": 1}}', '{"account": null}'])
    def test_half_a_file_is_none(self, content: str) -> None:
        Path(settings.AFTERWORD_HOME, "mail_in").write_text(content)
        assert account.load()[0] is None

    def test_what_was_turned_off_meanwhile_stays_off(self, server: Server) -> None:
        account.save(server.account)
        account.forget()
        inbox.look(server.account)
        assert account.load()[0] is None

    @pytest.mark.parametrize(
        ("user", "server"),
        [
            ("dana@gmail.com", "imap.gmail.com"),
            ("Dana@Yahoo.FR", "imap.mail.yahoo.com"),
            ("dana@gmx.com", "imap.gmx.com"),
            ("dana@wanadoo.fr", "imap.orange.fr"),
            ("dana@whitfield.example", "imap.whitfield.example"),
            ("dana", ""),
        ],
    )
    def test_the_server_of_an_address(self, user: str, server: str) -> None:
        assert account.server_for(user) == server


class TestTheCommand:
    def test_it_tells_what_is_new(self, server: Server) -> None:
        account.save(server.account)
        server.put([mail(1)])
        out = StringIO()
        call_command("fetch", "--json", stdout=out)
        assert [one["candidacy"]["company"] for one in json.loads(out.getvalue())["messages"]] == [
            "Hollowell Freight"
        ]
        _, state = account.load()
        assert (state.placed, state.asked, state.none, state.fault) == (1, 0, 0, "")

    def test_nothing_is_set_up(self) -> None:
        with pytest.raises(CommandError, match="No mailbox is set up"):
            call_command("fetch")

    def test_the_sample_people_have_no_mail(self, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        account.save(server.account)
        monkeypatch.setattr(settings, "SAMPLE", True)
        with pytest.raises(CommandError, match="No mailbox is set up"):
            call_command("fetch")
