"""Sending, set up in Settings: a provider or another server, tried with a message to myself."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.utils import timezone

from candidacy.models import Profile
from letters import mail_server
from letters.mail_server import Outgoing, Trial
from letters.models import Outgoing as Sending
from letters.providers import PROVIDERS
from tests.letters.posting import post_goes, press_send
from tests.letters.story import cast
from tests.sink import PASSWORD, USER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from tests.sink import Sink

pytestmark = pytest.mark.django_db
THERE = "/settings/mail-out/"


@pytest.fixture(autouse=True)
def _me() -> Iterator[None]:
    Profile(name="Dana Whitfield", email=USER).save()
    yield
    mail_server.turn_off()


def given(**changes: Any) -> dict[str, Any]:
    here = {"provider": "other", "user": USER, "password": PASSWORD, "host": "localhost", "security": "plain"}
    return {**here, **changes}


def refused(client: Client, **changes: Any) -> str:
    answer = client.post(THERE, given(**changes))
    assert answer.status_code == 422
    return answer.content.decode()


def section(client: Client) -> str:
    return client.get("/settings/").text.partition('id="mail-out"')[2].partition("</section>")[0]


def test_off_it_says_what_happens_instead(client: Client) -> None:
    assert ">Off</span>" in section(client)
    assert "letters open in your own mail program instead" in section(client)


def test_saved_it_is_tried_at_once_with_a_message_to_myself(client: Client, sink: Sink) -> None:
    mail_server.turn_off()
    client.post(THERE, given(port=sink.port))
    (taken,) = sink.taken
    assert (taken.sender, taken.recipients) == (USER, (USER,))
    assert taken.message["Subject"] == "A test from Afterword"
    server = mail_server.outgoing()
    assert server == sink.account(trial=server.trial if server else None)
    assert ">On, tested" in section(client)
    assert f"localhost, port {sink.port}, on this computer" in section(client)
    assert PASSWORD not in client.get("/settings/").text + client.get(THERE).text


def test_what_fails_is_said_with_what_helps(client: Client, sink: Sink) -> None:
    client.post(THERE, given(port=sink.port, password="not this one"))
    shown = section(client)
    assert ">Failing" in shown
    assert (
        "Your mail server did not let Afterword in: <q>535 5.7.8 Authentication credentials invalid</q>"
        in shown
    )
    assert "Most providers want an app password" in shown


def test_a_test_again_and_off(client: Client, sink: Sink) -> None:
    client.post(f"{THERE}do/", {"do": "test"})
    assert (len(sink.taken), ">On, tested" in section(client)) == (1, True)
    client.post(f"{THERE}do/", {"do": "off"})
    assert (mail_server.outgoing(), ">Off</span>" in section(client)) == (None, True)
    assert not (settings.AFTERWORD_HOME / "mail_out").exists()


def test_a_letter_tells_what_the_test_did_not(client: Client, sink: Sink) -> None:
    mail_server.use(sink.account().tested(Trial(timezone.now() - dt.timedelta(days=1), went=True)))
    letter = cast().draft()
    sink.password = "another one since"
    press_send(client, letter)
    post_goes()
    assert ">Failing" in section(client)
    sink.password = PASSWORD
    letter.refresh_from_db()
    press_send(client, letter, "another form")
    post_goes()
    assert (Sending.objects.count(), ">On, tested" in section(client)) == (2, True)


def test_a_provider_is_known_by_my_address(client: Client) -> None:
    Profile.objects.update(email="dana@gmail.com")
    page = client.get(THERE).text
    assert '<option value="gmail" selected>Gmail</option>' in page
    assert "Google takes an app password only" in page


def test_no_address_has_two_providers() -> None:
    domains = [domain for one in PROVIDERS for domain in one.domains]
    assert sorted(domains) == sorted(set(domains))


def test_of_a_provider_the_server_is_known(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[Outgoing] = []

    def take(server: Outgoing, *_: object) -> str:
        tried.append(server)
        return ""

    monkeypatch.setattr("letters.delivery.hand_over", take)
    client.post(THERE, given(provider="icloud", host="nonsense !", port="x", security=""))
    assert tried == [Outgoing("smtp.mail.me.com", 587, "starttls", USER, PASSWORD)]


def test_microsoft_takes_no_passwords_and_it_says_so(client: Client) -> None:
    Profile.objects.update(email="dana@outlook.com")
    assert "Microsoft lets no other program send with a password" in client.get(THERE).text


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"host": ""}, "Name the server that takes your mail."),
        ({"host": "smtp moreau"}, "Take the name of a server alone"),
        ({"host": "smtp.x.example\r\nEHLO"}, "Take the name of a server alone"),
        ({"host": "smtp.x.example"}, "Without encryption only a server on this computer is used"),
        ({"port": "70000"}, "less than or equal to 65535"),
        ({"password": ""}, "Fill in the password."),
    ],
)
def test_what_cannot_work_is_said_beside_its_field(
    client: Client, changes: dict[str, str], told: str
) -> None:
    page = refused(client, **changes)
    assert (told in page, mail_server.outgoing()) == (True, None)
    assert f'value="{USER}"' in page


def test_without_an_address_of_mine_it_asks_for_one(client: Client) -> None:
    Profile.objects.update(email="")
    assert "First put your own address into “You”" in refused(client)


def test_the_kept_password_goes_to_no_other_server(client: Client, sink: Sink) -> None:
    client.post(THERE, given(port=sink.port, password=""))
    assert len(sink.taken) == 1
    assert "it goes to another server or account now" in refused(client, host="127.0.0.1", password="")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"host": "x"}', '{"host": "x", "port": 1, "trial": {"at": 1}}']
)
def test_half_a_file_is_as_good_as_none(text: str) -> None:
    (settings.AFTERWORD_HOME / "mail_out").write_text(text)
    assert mail_server.outgoing() is None


def test_to_made_up_people_nothing_is_sent(client: Client, sink: Sink, settings: Any) -> None:
    settings.SAMPLE = True
    assert mail_server.outgoing() is None
    client.post(THERE, given(port=sink.port))
    client.post(f"{THERE}do/", {"do": "test"})
    assert ("To made-up people nothing is sent." in section(client), sink.talks) == (True, 0)
