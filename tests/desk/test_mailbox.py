"""The mailbox in Settings: off, tested and on, failing; and when it is looked at."""

from __future__ import annotations

import datetime as dt
import threading
import time
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.utils.html import strip_tags

from letters import account, watching
from letters.account import Account, State
from letters.models import Message
from letters.watching import is_due
from tests.letters.imap import PASSWORD, USER, Server, serving
from tests.letters.test_inbox import mail

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.test import Client

NOW = dt.datetime(2026, 11, 18, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


@pytest.fixture
def own(client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A browser that is signed in, before a data folder without a mailbox."""
    monkeypatch.setattr(account.settings, "AFTERWORD_HOME", tmp_path)
    from desk import tickets

    client.cookies[settings.SIGN_IN_COOKIE] = tickets.sessions(tmp_path).issue()
    return client


def typed(port: int, **other: str) -> dict[str, str]:
    return {
        "do": "test",
        "user": USER,
        "password": PASSWORD,
        "host": f"127.0.0.1:{port}",
        "folder": "INBOX",
        **other,
    }


def section(client: Client, path: str = "/settings/") -> str:
    """What Settings says of the mailbox."""
    text = client.get(path).text.partition('id="mail-in"')[2].partition("</section>")[0]
    return " ".join(strip_tags(text.partition(">")[2]).split())


@pytest.mark.django_db
class TestSettings:
    def test_off_until_it_was_seen_to_work(self, own: Client, server: Server) -> None:
        assert section(own).startswith("Mail in Off")
        answer = own.post("/settings/mailbox/", typed(server.port))
        assert (answer.status_code, answer["Location"]) == (302, "/settings/#mail-in")
        assert section(own).startswith("Mail in On")
        assert account.load() == (server.account, State())

    def test_a_password_is_never_shown_and_stays_where_none_is_typed(
        self, own: Client, server: Server
    ) -> None:
        own.post("/settings/mailbox/", typed(server.port))
        page = own.get("/settings/?edit=mail-in").text
        assert PASSWORD not in page
        own.post("/settings/mailbox/", typed(server.port, password=""))
        assert account.load()[0] == server.account

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ({"password": "guess"}, "The server did not accept the account or the password."),
            ({"folder": "Jobs"}, "There is no folder “Jobs” in this mailbox."),
            ({"password": ""}, "The server will ask for a password."),
            ({"user": ""}, "Say whose mailbox it is, such as your address."),
            ({"user": "dana@outlook.fr", "host": ""}, "Microsoft lets no other program in with a password"),
            ({"host": "127.0.0.1:x"}, "A port is a number from 1 to 65535."),
            ({"host": "", "user": "dana"}, "Say which server it is: it cannot be told from the account."),
        ],
    )
    def test_what_does_not_work_is_said_beside_its_field(
        self, own: Client, server: Server, wrong: dict[str, str], said: str
    ) -> None:
        answer = own.post("/settings/mailbox/", typed(server.port, **wrong))
        assert answer.status_code == 422
        assert said in answer.text
        assert account.load()[0] is None

    def test_look_now_and_turn_off(self, own: Client, server: Server) -> None:
        own.post("/settings/mailbox/", typed(server.port))
        server.put([mail(1)])
        own.post("/settings/mailbox/", {"do": "look"})
        assert Message.objects.count() == 1
        assert "0 placed, 0 asked about, 1 not about your search." in section(own)
        own.post("/settings/mailbox/", {"do": "off"})
        assert section(own).startswith("Mail in Off")
        assert account.load()[0] is None

    def test_what_fails_is_shown_here_and_on_today(self, own: Client) -> None:
        from candidacy.models import Company

        Company.objects.create(name="Hollowell Freight")
        fault = "The server did not accept the account or the password."
        mine = Account("imap.example", USER, PASSWORD)
        account.save(mine, State(failed_at=NOW.isoformat(), fault=fault, again=False, failures=1))
        assert section(own).startswith("Mail in Failing")
        assert f"{fault} It is not tried again until you change it." in section(own)
        assert fault in own.get("/").text


class TestWhen:
    @pytest.mark.parametrize(
        ("state", "due"),
        [
            (State(), True),
            (State(looked_at="2026-11-18T08:56:00+00:00"), False),
            (State(looked_at="2026-11-18T08:55:00+00:00"), True),
            (State(failed_at="2026-11-18T08:51:00+00:00", fault="x", failures=1), False),
            (State(failed_at="2026-11-18T08:50:00+00:00", fault="x", failures=1), True),
            (State(failed_at="2026-11-18T08:01:00+00:00", fault="x", failures=40), False),
            (State(failed_at="2026-11-18T08:00:00+00:00", fault="x", failures=40), True),
            (State(failed_at="2026-11-17T08:00:00+00:00", fault="x", again=False, failures=1), False),
            (State(looked_at="2026-11-19T08:00:00+00:00"), True),
        ],
    )
    def test_every_five_minutes_and_seldomer_while_it_fails(self, state: State, due: bool) -> None:
        assert is_due(state, NOW) is due

    @pytest.mark.usefixtures("own")
    @pytest.mark.django_db(transaction=True)
    def test_a_site_that_runs_looks_by_itself(self, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(watching, "_TURN", 0.05)
        account.save(server.account)
        server.put([mail(1)])
        stop = threading.Event()
        thread = threading.Thread(target=watching.watch, args=[stop])
        thread.start()
        deadline = time.monotonic() + 30
        while not account.load()[1].looked_at and time.monotonic() < deadline:
            time.sleep(0.05)
        stop.set()
        thread.join()
        assert Message.objects.count() == 1
