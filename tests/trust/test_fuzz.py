"""Whatever is sent to any page, what comes back is an answer with a sentence, never a fault of ours.

The routes are read from the URL configuration, so that a new page is tried from its first day; the fields are
read from the pages themselves. Seeded: the same requests in every run.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.db import transaction
from django.urls import resolve
from django.utils import timezone

from desk import sample, tickets
from tests.addresses import PARAMETERS, pages, routes
from tests.numbering import go_on_from_the_last_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse
    from django.test import Client

    from tests.addresses import Route
    from tests.soak import Soak

pytestmark = pytest.mark.django_db

HOSTILE = [
    "",
    " ",
    "\x00",
    "a\x00b",
    "\u202eevil\u202c",
    "\ufeff",
    "👩‍🚀" * 50,
    "é" * 300,
    "x" * 5_000,
    "-1",
    "0",
    "9" * 30,
    "1e400",
    "NaN",
    "9223372036854775808",
    "0001-01-01",
    "0001-01-01T00:00",
    "9999-12-31",
    "9999-12-31T23:59",
    "2026-02-30",
    "2026-03-29T01:30",
    "2026-10-25T01:30",
    "javascript:alert(1)",
    "//evil.example/",
    "file:///etc/passwd",
    "https://[",
    "https://exa mple/",
    "<script>alert(1)</script>",
    "{{ 7|add:7 }}{% now %}",
    "=1+1",
    "Europe/../../etc/passwd",
    "../../etc/passwd",
    "Robert'); DROP TABLE candidacy_company;--",
    "\r\nSet-Cookie: a=b",
    "%s%n%x",
]
LONG = "ü" * 500_000
ODD_NUMBERS = ["0", "9223372036854775807", "9223372036854775808", "9" * 40]
ODD_WORDS = ["you", "nothing-like-it", "x" * 300]


@dataclass
class Form(HTMLParser):
    """The fields of a page, with what each would send."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    _select: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        name = known.get("name") or ""
        if tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            self.fields.setdefault(self._select, []).append(known.get("value") or "")
        elif tag in {"input", "textarea", "button"} and name and name != "csrfmiddlewaretoken":
            self.fields.setdefault(name, []).append(known.get("value") or "")


def address(chance: random.Random, route: Route, known: list[str]) -> str:
    """The route with a number or a word in each place: mostly of a row that is there."""
    values = {}
    for name, kind in route.parts.items():
        odd = ODD_NUMBERS if kind == "IntConverter" else ODD_WORDS
        values[name] = chance.choice(known if kind == "IntConverter" and chance.random() < 0.7 else odd)
    return route.at(**values)


def places(client: Client) -> dict[str, list[str]]:
    """The addresses that links of the pages lead to, by their routes, where words of an address choose."""
    found: dict[str, list[str]] = {}
    for path in pages(client, 10):
        if "?" in path:
            found.setdefault(resolve(path.partition("?")[0]).route, []).append(path)
    return found


def typed(chance: random.Random, shown: Form) -> dict[str, Any]:
    """What a hand that slips would send: some fields as shown, some hostile, some missing, some twice."""
    sent: dict[str, Any] = {}
    for name, values in shown.fields.items():
        lot = chance.random()
        if lot < 0.35:
            sent[name] = chance.choice(values)
        elif lot < 0.8:
            sent[name] = chance.choice(HOSTILE)
        elif lot < 0.85:
            sent[name] = [*values[:2], chance.choice(HOSTILE)]
    return sent


def is_an_answer(answer: HttpResponse) -> bool:
    return answer.status_code < 400 or (answer.status_code < 500 and len(answer.content) > 10)


ROUTES = list(routes())


@pytest.fixture(scope="module")
def people(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The sample people, once for all: every request leaves them as they were."""
    with django_db_blocker.unblock(), transaction.atomic():
        go_on_from_the_last_row()
        sample.load(timezone.now())
        yield
        transaction.set_rollback(True)


def test_row_30_any_page_answers_anything(people: None, client: Client, soak: Soak) -> None:
    known, linked = [str(number) for number in range(1, 6)], places(client)
    for n in soak.rounds("rounds", 2, 80):
        for route in ROUTES:
            chance = random.Random(f"{n} {route.pattern}")
            # One of the routes signs every browser out.
            client.cookies[settings.SIGN_IN_COOKIE] = tickets.sessions(settings.AFTERWORD_HOME).issue()
            sent = try_out(client, address(chance, route, known), chance)
            for path in linked.get(route.pattern, [])[n % 2 :: 2]:
                sent += try_out(client, path, random.Random(f"{n} {path}"))
            soak.say(requests=soak.figures.get("requests", 0) + sent, faults=0)


def try_out(client: Client, where: str, chance: random.Random) -> int:
    """Ask for a page, and send it what no page would send. Gives the number of requests."""
    words = {} if "?" in where else {chance.choice(PARAMETERS): chance.choice(HOSTILE)}
    asked = client.get(where, words)
    assert is_an_answer(asked), where
    assert asked.status_code != 403, where
    shown = Form()
    if asked.headers.get("Content-Type", "").startswith("text/html"):
        shown.feed(asked.text)
    sent, count = typed(chance, shown), 2
    with transaction.atomic():
        answer = client.post(where, sent, headers={"HX-Request": "true"} if chance.random() < 0.2 else {})
        assert is_an_answer(answer), (where, sent)
        if answer.status_code == 302 and not where.startswith("/signout"):
            after = client.get(answer.headers["Location"])
            assert is_an_answer(after), (where, sent, answer.headers["Location"])
            assert client.get("/").status_code == 200, (where, sent)
            count = 4
        transaction.set_rollback(True)
    return count


def test_a_text_of_a_megabyte_is_stored_or_refused(client: Client, people: None) -> None:
    page = "/candidacies/1/edit/"
    sent = {"stage": "applied", "notes": LONG, "role": "Head of Analytics"}
    assert client.post(page, sent).status_code == 302
    assert client.get("/candidacies/1/").status_code == 200
    answer = client.post(page, {**sent, "role": LONG})
    assert answer.status_code == 422
    assert "Ensure this value has at most 200 characters" in answer.text


@pytest.mark.parametrize("body", [b"", b"\xff\xfe\x00", b"a=%ED%A0%80&%FF=%00", b"=&&&;;", b"--x\r\n"])
@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"]
)
def test_a_body_that_is_no_form(client: Client, people: None, kind: str, body: bytes) -> None:
    for page in ("/news/", "/companies/1/", "/candidacies/1/contact/", "/people/add/", "/welcome/"):
        answer = client.generic("POST", page, body, content_type=kind)
        assert is_an_answer(answer), page
