"""What was left alone is judged once more when its sender, or the company, becomes known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.utils import timezone

from candidacy.models import Candidacy, Company, Contact, Person
from letters import account, answering, inbox
from letters.models import Message
from letters.receiving import Receiver
from tests.letters.imap import Server, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.django_db
TEXT = "Could you come on Thursday to talk about the role of Analyst?"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(settings, "AFTERWORD_HOME", tmp_path)
    with serving() as one:
        account.save(one.account)
        yield one


def mail(
    sender: str = "Oona Laine <oona@quay.example>",
    subject: str = "Thursday",
    key: str = "1",
    text: str = TEXT,
) -> bytes:
    date = timezone.now().strftime("%d %b %Y %H:%M:%S +0000")
    head = f"From: {sender}\nDate: {date}\nSubject: {subject}\nMessage-ID: <{key}@quay.example>"
    return f"{head}\n\n{text}\n".encode()


def quay(**more: str) -> Company:
    company = Company.objects.create(name="Quay Bank", **more)
    Candidacy.objects.create(company=company, role="Analyst")
    return company


def looked(server: Server) -> list[str]:
    return [row.identity for row in inbox.look(server.account)]


def only() -> Message:
    return Message.objects.get()


class TestFromTheMailbox:
    def test_somebody_added_later(self, server: Server) -> None:
        server.put([mail()])
        assert looked(server) == ["1@quay.example"]
        assert (only().candidacy, only().text) == (None, "")
        Person.objects.create(company=quay(), name="Oona Laine", email="oona@quay.example")
        assert looked(server) == ["1@quay.example"]
        assert (only().text.strip(), only().sure, Contact.objects.get().text) == (TEXT, True, TEXT)
        assert account.load()[1].placed == 1
        assert not any(b"Seen" in one for one in server.flags())

    @pytest.mark.parametrize(
        ("sender", "subject", "website"),
        [
            ("Oona Laine <oona@quay.example>", "Thursday", "https://www.quay.example"),
            ("Applications <no-reply@jobs.example>", "Your application to Quay Bank", ""),
        ],
    )
    def test_a_company_added_later(self, server: Server, sender: str, subject: str, website: str) -> None:
        server.put([mail(sender, subject)])
        looked(server)
        quay(website=website)
        assert looked(server) == ["1@quay.example"]
        assert only().candidacy == Candidacy.objects.get()

    def test_a_candidacy_begun_later(self, server: Server) -> None:
        company = Company.objects.create(name="Quay Bank")
        Person.objects.create(company=company, name="Oona Laine", email="oona@quay.example")
        server.put([mail()])
        looked(server)
        assert only().candidacy is None
        Candidacy.objects.create(company=company, role="Analyst")
        looked(server)
        assert only().candidacy == Candidacy.objects.get()

    def test_what_i_set_aside_is_not_asked_again(self, server: Server) -> None:
        company = quay(website="https://quay.example")
        server.put([mail(text="Are you well?")])
        looked(server)
        assert Message.objects.asked().get() == only()
        answering.dismiss(only())
        Person.objects.create(company=company, name="Oona Laine", email="oona@quay.example")
        assert looked(server) == []
        assert (only().candidacy, only().text) == (None, "")

    def test_nothing_is_read_twice_where_nobody_was_added(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        quay()
        server.put([mail("News <news@shop.example>", key="1"), mail("Ann <ann@post.example>", key="2")])
        looked(server)
        read: list[int] = []
        fetched = inbox._body
        monkeypatch.setattr(inbox, "_body", lambda box, uid: (read.append(uid), fetched(box, uid))[1])
        looked(server)
        assert read == []
        # Somebody else was added: of the two, neither is theirs.
        Person.objects.create(company=Company.objects.get(), name="Oona Laine", email="oona@quay.example")
        looked(server)
        assert read == []

    def test_one_that_is_gone_by_now_stays_as_it_is(self, server: Server) -> None:
        server.put([mail()])
        looked(server)
        server.empty()
        Person.objects.create(company=quay(), name="Oona Laine", email="oona@quay.example")
        assert looked(server) == []
        assert only().candidacy is None


class TestFromAFile:
    def test_the_same_file_read_once_more(self) -> None:
        Receiver().take_in(mail())
        Person.objects.create(company=quay(), name="Oona Laine", email="oona@quay.example")
        row = Receiver().take_in(mail())
        assert (row, row.candidacy, Contact.objects.count()) == (only(), Candidacy.objects.get(), 1)
        assert Receiver().take_in(mail()) == only()
        assert Contact.objects.count() == 1
