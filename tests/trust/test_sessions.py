"""Who is in, who is not any more, and how slowly a passphrase is guessed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from desk import signin, tickets
from desk.passphrase import Passphrase, Throttle
from tests.conftest import browser_on_this_computer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from tests.soak import Soak

pytestmark = pytest.mark.django_db

WORDS = "seven small boats upstream"


@pytest.fixture(autouse=True)
def _nobody_else() -> Iterator[None]:
    """Nobody is signed in but those of this test, and no passphrase stays behind."""
    tickets.sessions(settings.AFTERWORD_HOME).revoke_all()
    yield
    Passphrase(settings.AFTERWORD_HOME).forget()
    signin.GUESSES.clear()


def link() -> str:
    return f"/signin/{tickets.links(settings.AFTERWORD_HOME).issue()}/"


def signed_in() -> Client:
    browser = browser_on_this_computer()
    assert browser.get(link()).status_code == 302
    return browser


def copy_of(browser: Client) -> Client:
    """Somebody who has the cookie, and nothing else."""
    thief = browser_on_this_computer()
    thief.cookies[settings.SIGN_IN_COOKIE] = browser.cookies[settings.SIGN_IN_COOKIE].value
    return thief


def test_row_5_signing_out_everywhere_ends_every_session_and_every_link(soak: Soak) -> None:
    browsers = [signed_in() for _ in range(soak.count(3, 100))]
    thieves = [copy_of(browser) for browser in browsers]
    assert [thief.get("/settings/").status_code for thief in thieves] == [200] * len(thieves)
    unused = [link() for _ in range(3)]
    assert browsers[0].post("/signout/").headers["Location"] == "/signin/"
    assert [thief.get("/settings/").status_code for thief in thieves] == [403] * len(thieves)
    assert [browser.get("/settings/").status_code for browser in browsers] == [403] * len(browsers)
    assert [browser_on_this_computer().get(one).status_code for one in unused] == [403] * 3
    soak.say(sessions=len(browsers), accepted_afterwards=0)


def test_settings_say_how_many_browsers_are_signed_in() -> None:
    first = signed_in()
    assert "One browser is signed in." in first.get("/settings/").text
    signed_in()
    assert "Two browsers are signed in." in first.get("/settings/").text


def test_row_6_a_passphrase_is_guessed_five_times_a_minute_at_most(
    stranger: Client, settings: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, soak: Soak
) -> None:
    """Guesses come a few seconds apart, for hours; the right words wait their turn like any others."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    Passphrase(settings.AFTERWORD_HOME).choose(WORDS)
    now, dice, weighed = [1_000.0], random.Random(6), []
    monkeypatch.setattr(signin, "GUESSES", Throttle(clock=lambda: now[0]))
    for n in range(soak.count(100, 1_000)):
        now[0] += dice.expovariate(0.5)
        status = stranger.post("/signin/", {"passphrase": f"guess {n}"}).status_code
        if status == 422:
            weighed.append(now[0])
        else:
            assert status == 429
            assert stranger.post("/signin/", {"passphrase": WORDS}).status_code == 429
    assert max(sum(0 <= later - at < 60 for later in weighed) for at in weighed) == 5
    now[0] += 60
    assert stranger.post("/signin/", {"passphrase": WORDS}).status_code == 302
    soak.say(guesses=soak.count(100, 1_000), weighed=len(weighed), most_in_a_minute=5)
