"""Nothing passes the gate that did not come from a signed-in browser, from our own pages, to our own name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.urls import path

from config.gate import HEADERS

if TYPE_CHECKING:
    from django.test import Client

STATIC = "/static/icon.svg"
PLACES = ["/here/", STATIC, "/no-such-page/", "/breaks/", "/signin/"]

CALLED: list[str] = []


def here(request: HttpRequest) -> HttpResponse:
    CALLED.append(request.method or "")
    return HttpResponse("Ruth likes rowing")


def form(request: HttpRequest) -> HttpResponse:
    return HttpResponse(get_token(request))


def breaks(_request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def _urls() -> list[object]:
    from config.urls import urlpatterns

    return [path("here/", here), path("form/", form), path("breaks/", breaks), *urlpatterns]


urlpatterns = _urls()


@pytest.fixture(autouse=True)
def _two_pages_more(settings: pytest.FixtureRequest, client: Client, stranger: Client) -> None:
    settings.ROOT_URLCONF = __name__
    CALLED.clear()
    for browser in (client, stranger):
        browser.raise_request_exception = False


def test_a_signed_in_browser_sees_the_page(client: Client) -> None:
    assert client.get("/here/").content == b"Ruth likes rowing"


@pytest.mark.parametrize("name", ["localhost:8765", "127.0.0.1:8765", "[::1]:8765", "LocalHost:8765"])
def test_our_own_names_are_let_in(client: Client, name: str) -> None:
    assert client.get("/here/", headers={"host": name}).status_code == 200


HOSTILE = [
    "", "evil.example", "evil.example:8765", "localhost", "localhost:80", "localhost:8766", "localhost.:8765",
    "localhost:8765.evil.example", "evil.example@localhost:8765", "127.0.0.1", "127.0.0.2:8765", "127.1:8765",
    "0.0.0.0:8765", "2130706433:8765", "[::1]", "[::]:8765", "::1:8765", "localhost:8765, evil.example",
    "localhost:08765", "sub.localhost:8765",
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_foreign_name_is_refused_everywhere(client: Client, place: str, name: str) -> None:
    assert client.get(place, headers={"host": name}).status_code == 400
    assert CALLED == []


def test_a_port_of_80_is_left_out_by_browsers(client: Client, settings: pytest.FixtureRequest) -> None:
    settings.PORT = 80
    assert client.get("/here/", headers={"host": "localhost"}).status_code == 200


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("site", ["cross-site", "same-site", "nonsense"])
@pytest.mark.parametrize("asks", ["image", "script", "iframe", "empty"])
def test_another_site_gets_no_part_of_a_page(client: Client, place: str, site: str, asks: str) -> None:
    mode = "navigate" if asks == "iframe" else "no-cors"
    headers = {"sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": asks}
    assert client.get(place, headers=headers).status_code == 403
    assert CALLED == []


def test_a_link_on_another_site_may_open_a_page(client: Client) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert client.get("/here/", headers=headers).status_code == 200


def test_a_form_on_another_site_changes_nothing(client: Client) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert client.post("/here/", headers=headers).status_code == 403
    assert CALLED == []


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://localhost:8765", 200),
        (None, 403),
        ("null", 403),
        ("http://localhost:3000", 403),
        ("https://localhost:8765", 403),
        ("http://127.0.0.1:8765", 403),
    ],
)
def test_an_old_browser_is_judged_by_its_origin(client: Client, origin: str | None, status: int) -> None:
    del client.defaults["HTTP_SEC_FETCH_SITE"]
    headers = {"origin": origin} if origin else {}
    assert client.post("/here/", headers=headers).status_code == status


def test_an_old_browser_may_read(client: Client) -> None:
    del client.defaults["HTTP_SEC_FETCH_SITE"]
    assert client.get("/here/").status_code == 200


@pytest.mark.parametrize(
    ("site", "origin", "status"),
    [
        ("same-origin", "null", 200),
        ("same-origin", "http://localhost:8765", 200),
        ("none", "null", 403),
        ("same-origin", "http://localhost:3000", 403),
    ],
)
def test_a_form_of_ours_names_no_origin_and_still_counts(
    client: Client, site: str, origin: str, status: int
) -> None:
    client.handler.enforce_csrf_checks = True
    word = client.get("/form/").text
    headers = {"sec-fetch-site": site, "origin": origin}
    answer = client.post("/here/", {"csrfmiddlewaretoken": word}, headers=headers)
    assert answer.status_code == status


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT"])
def test_no_echo(client: Client, method: str) -> None:
    assert client.generic(method, "/here/").status_code == 405


@pytest.mark.parametrize("place", ["/here/", "/no-such-page/", "/breaks/", "/", "/settings/", "/static"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_a_stranger_is_shown_how_to_sign_in(stranger: Client, place: str, method: str) -> None:
    assert stranger.generic(method, place).status_code == 403
    assert CALLED == []


def test_a_stranger_sees_nothing_but_how_to_sign_in(stranger: Client) -> None:
    answer = stranger.get("/here/")
    assert b"Open Afterword from its window" in answer.content
    assert b"Ruth" not in answer.content


def test_a_page_that_lost_its_session_is_left_as_it_is(stranger: Client) -> None:
    answer = stranger.post("/here/", headers={"HX-Request": "true"})
    assert answer.status_code == 403
    assert answer["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("signed_in", [True, False])
def test_every_answer_carries_the_headers(
    client: Client, stranger: Client, place: str, *, signed_in: bool
) -> None:
    answer = (client if signed_in else stranger).get(place)
    assert {name: answer.get(name) for name in HEADERS} == HEADERS
    answer = client.get(place, headers={"host": "evil.example"})
    assert {name: answer.get(name) for name in HEADERS} == HEADERS


def test_a_file_of_ours_takes_no_form(client: Client) -> None:
    answer = client.post(STATIC)
    assert (answer.status_code, answer.headers["X-Frame-Options"]) == (405, "DENY")


@pytest.mark.parametrize("place", ["/here/", "/no-such-page/", "/breaks/", "/signin/"])
def test_no_page_is_kept_by_the_browser(client: Client, place: str) -> None:
    assert client.get(place)["Cache-Control"] == "no-store"


def test_the_faults_have_pages_of_their_own(client: Client) -> None:
    assert (client.get("/no-such-page/").status_code, client.get("/breaks/").status_code) == (404, 500)
    assert b"There is no such page" in client.get("/no-such-page/").content
    assert b"Something went wrong here" in client.get("/breaks/").content


def test_a_form_without_its_token_is_refused(client: Client) -> None:
    client.handler.enforce_csrf_checks = True
    answer = client.post("/here/")
    assert answer.status_code == 403
    assert b"This page was open too long" in answer.content
    assert CALLED == []


def test_the_port_is_the_one_served_on() -> None:
    assert settings.PORT == 8765


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("jobs.example", "https://jobs.example", 200),
        ("localhost:8765", "http://localhost:8765", 200),
        ("jobs.example", "http://jobs.example", 403),
        ("jobs.example", "https://localhost:8765", 403),
        ("jobs.example:443", "https://jobs.example", 400),
        ("other.example", "https://other.example", 400),
    ],
)
def test_behind_tls_its_public_name_is_ours_too(
    client: Client, settings: pytest.FixtureRequest, host: str, origin: str, status: int
) -> None:
    settings.PUBLIC_ADDRESS = "https://jobs.example"
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "jobs.example"]
    del client.defaults["HTTP_SEC_FETCH_SITE"]
    answer = client.post("/here/", headers={"host": host, "origin": origin})
    assert answer.status_code == status
