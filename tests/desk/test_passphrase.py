"""An optional passphrase signs a browser in, is asked slowly, and is written down nowhere."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from desk import signin
from desk.passphrase import Passphrase, Throttle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.test import Client

WORDS = "seven grey herons"


@pytest.fixture(autouse=True)
def _quick(settings: object) -> Iterator[None]:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
    yield
    Passphrase(settings.AFTERWORD_HOME).forget()  # type: ignore[attr-defined]
    signin.GUESSES.clear()


@pytest.fixture
def chosen() -> Passphrase:
    passphrase = Passphrase(settings.AFTERWORD_HOME)
    passphrase.choose(WORDS)
    return passphrase


def guess(browser: Client, words: str) -> tuple[int, str]:
    answer = browser.post("/signin/", {"passphrase": words})
    said = answer.content.decode()
    if 'id="pw-e"' not in said:
        return answer.status_code, ""
    return answer.status_code, said.split('id="pw-e"><span class="vh">Error: </span>')[1].split("</p>")[0]


def test_the_right_words_sign_in(stranger: Client, chosen: Passphrase) -> None:
    answer = stranger.post("/signin/", {"passphrase": WORDS})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert stranger.get("/signin/").status_code == 302


def test_wrong_words_are_counted_down_and_then_kept_waiting(stranger: Client, chosen: Passphrase) -> None:
    assert [guess(stranger, f"herons {n}") for n in range(6)] == [
        (422, "That was not it. Four more tries this minute."),
        (422, "That was not it. Three more tries this minute."),
        (422, "That was not it. Two more tries this minute."),
        (422, "That was not it. One more try this minute."),
        (422, "That was not it. No more tries this minute."),
        (429, "Too many tries. Wait a minute, or use the link from the window."),
    ]
    # Even the right words wait, else a guess would only have to be fast.
    assert guess(stranger, WORDS)[0] == 429


@pytest.mark.parametrize("words", ["", "short", "x" * 1001])
def test_unfit_words_are_refused_with_a_sentence(client: Client, words: str, db: None) -> None:
    answer = client.post("/settings/passphrase/", {"passphrase": words})
    assert answer.status_code == 422
    assert not Passphrase(settings.AFTERWORD_HOME).is_set


def test_setting_it_in_the_pages_and_giving_it_up(client: Client, db: None) -> None:
    assert client.post("/settings/passphrase/", {"passphrase": f" {WORDS} "}).status_code == 302
    passphrase = Passphrase(settings.AFTERWORD_HOME)
    assert (passphrase.fits(f" {WORDS} "), passphrase.fits(WORDS)) == (True, False)
    client.post("/settings/passphrase/forget/")
    assert not passphrase.is_set


def test_without_a_passphrase_nothing_fits_and_nothing_is_asked(stranger: Client) -> None:
    assert guess(stranger, "") == (422, "")
    assert b"passphrase" not in stranger.get("/signin/").content


def test_only_a_hash_is_kept_and_only_for_me(chosen: Passphrase, tmp_path: Path) -> None:
    files = [file for file in settings.AFTERWORD_HOME.rglob("*") if file.is_file()]
    assert [file.name for file in files if WORDS.encode() in file.read_bytes()] == []
    file = settings.AFTERWORD_HOME / "passphrase"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_thousand_guesses_in_three_minutes() -> None:
    now = [0.0]
    throttle = Throttle(clock=lambda: now[0])
    allowed = []
    for n in range(1000):
        now[0] = n * 0.18
        if throttle.allows():
            allowed.append(now[0])
    # Whatever minute one looks at, five at most.
    assert len(allowed) == 15
    assert all(later - earlier >= 60 for earlier, later in zip(allowed, allowed[5:], strict=False))
