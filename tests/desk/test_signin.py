"""A browser comes in by a one-time link, stays 90 days, and can be sent out with all the others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.conf import settings

from desk import tickets

if TYPE_CHECKING:
    from django.test import Client

NOON = datetime(2026, 9, 7, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> time_machine.Traveller:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def fresh_link() -> str:
    return f"/signin/{tickets.links(settings.AFTERWORD_HOME).issue()}/"


def is_in(browser: Client) -> bool:
    return browser.get("/signin/").status_code == 302


def test_a_link_signs_in_and_leads_to_today(stranger: Client) -> None:
    answer = stranger.get(fresh_link())
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert is_in(stranger)


def test_the_cookie_is_this_installation_s_alone(stranger: Client) -> None:
    stranger.get(fresh_link())
    cookie = stranger.cookies[settings.SIGN_IN_COOKIE]
    assert f"afterword-{settings.INSTALLATION}" == settings.SIGN_IN_COOKIE
    assert (cookie["httponly"], cookie["samesite"], cookie["domain"], cookie["path"]) == (
        True,
        "Lax",
        "",
        "/",
    )
    assert cookie["max-age"] == 90 * 24 * 60 * 60


def test_a_link_works_once(stranger: Client, client: Client) -> None:
    link = fresh_link()
    stranger.get(link)
    stranger.cookies.clear()
    answer = stranger.get(link)
    assert answer.status_code == 403
    assert b"That link has been used, or is older than ten minutes." in answer.content
    assert not is_in(stranger)


def test_a_link_lives_ten_minutes(stranger: Client, clock: time_machine.Traveller) -> None:
    in_time, too_late = fresh_link(), fresh_link()
    clock.shift(timedelta(minutes=9, seconds=59))
    assert stranger.get(in_time).status_code == 302
    stranger.cookies.clear()
    clock.shift(timedelta(seconds=1))
    assert stranger.get(too_late).status_code == 403


def test_a_session_lives_ninety_days(stranger: Client, clock: time_machine.Traveller) -> None:
    stranger.get(fresh_link())
    clock.shift(timedelta(days=90) - timedelta(seconds=1))
    assert is_in(stranger)
    clock.shift(timedelta(seconds=1))
    assert not is_in(stranger)


@pytest.mark.parametrize("headers", [{"sec-purpose": "prefetch"}, {"sec-purpose": "prefetch;prerender"}])
def test_a_browser_that_only_looks_ahead_does_not_use_the_link_up(
    stranger: Client, headers: dict[str, str]
) -> None:
    link = fresh_link()
    assert stranger.get(link, headers=headers).status_code == 403
    assert stranger.head(link).status_code == 403
    assert stranger.get(link).status_code == 302


def test_a_link_followed_by_a_browser_that_is_in_is_used_up(client: Client) -> None:
    link = fresh_link()
    assert client.get(link)["Location"] == "/"
    assert client.get(link)["Location"] == "/"
    client.cookies.clear()
    assert client.get(link).status_code == 403


def test_signing_out_everywhere_ends_every_session_and_link(stranger: Client, client: Client) -> None:
    unused = fresh_link()
    kept = client.cookies[settings.SIGN_IN_COOKIE].value
    assert client.post("/signout/")["Location"] == "/signin/"
    client.cookies[settings.SIGN_IN_COOKIE] = kept
    assert not is_in(client)
    client.cookies.clear()
    assert client.get(unused).status_code == 403


def test_nobody_is_signed_out_by_following_a_link(client: Client) -> None:
    assert client.get("/signout/").status_code == 405
    assert is_in(client)


@pytest.mark.parametrize("word", ["", "x", "..", "a/b", "0" * 5000, "é"])
def test_a_made_up_cookie_opens_nothing(stranger: Client, word: str) -> None:
    stranger.cookies[settings.SIGN_IN_COOKIE] = word
    assert not is_in(stranger)
