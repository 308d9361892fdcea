"""The list of candidacies: what is asked of it stands in the address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidacy.models import Candidacy, Company, Profile
from desk import sample
from desk.agenda.asking import agenda
from desk.listing import Look, listing, rows_of
from tests.desk.cast import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

pytestmark = pytest.mark.django_db
NOW = "2026-11-17T09:10"
LIST = "/candidacies/"


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with time_machine.travel(at(NOW), tick=False):
        yield


@pytest.fixture
def _story() -> None:
    sample.load(at(NOW))


def names(**asked: str) -> list[str]:
    seen = agenda(at(NOW), Profile.load())
    picked = listing(seen, Look.of(asked)).picked
    return [row.outlook.company.name for row in rows_of(seen, [pk for pk, _ in picked])]


def counts(**asked: str) -> dict[str, int]:
    return {one.slug: one.count for one in listing(agenda(at(NOW), Profile.load()), Look.of(asked)).filters}


@pytest.mark.usefixtures("_story")
def test_each_filter_counts_what_it_shows() -> None:
    assert counts() == {
        "open": 17, "mine": 4, "applied": 9, "interviewing": 5, "final": 2, "offer": 1, "closed": 14
    }  # fmt: skip
    for slug, count in counts().items():
        assert len(names(show=slug)) == count
    assert names(show="mine") == ["Harbour & Pine", "Meridian Rail", "Lumen Health", "Tidewater Energy"]


@pytest.mark.usefixtures("_story")
def test_words_find_the_beginnings_of_company_role_and_place() -> None:
    assert names(q="head of f") == ["Harbour & Pine", "Tidewater Energy"]
    assert names(q="HARB pine") == ["Harbour & Pine"]
    assert names(q="arbour") == []
    assert counts(q="harb") == {"open": 1, "mine": 1, "final": 1}
    assert counts(q="bank", show="closed")["closed"] == len(names(q="bank", show="closed")) == 1


def test_accents_do_not_matter() -> None:
    for company in ("Świt", "Loire Énergie"):
        Candidacy.objects.create(company=Company.objects.create(name=company))
    assert (names(q="swit"), names(q="ÉNER")) == (["Świt"], ["Loire Énergie"])


def test_the_order_is_as_asked() -> None:
    for company, applied in (("Zeta", "2026-11-02"), ("Äther", "2026-11-05"), ("Mole", None)):
        row = Candidacy.objects.create(company=Company.objects.create(name=company), applied_on=applied)
        row.contacts.create(at=at(f"2026-11-0{6 + row.pk % 3}T09:00"), direction="out", channel="email")
    assert names(by="company") == ["Äther", "Mole", "Zeta"]
    assert names(by="applied") == ["Äther", "Zeta", "Mole"]
    last = sorted(Candidacy.objects.all(), key=lambda row: -(row.pk % 3))
    assert names(by="last") == [row.company.name for row in last]


@pytest.mark.usefixtures("_story")
def test_a_filter_keeps_the_words_and_the_order(client: Client) -> None:
    shown = client.get(LIST, {"q": "head", "by": "company"}).text
    assert 'href="?show=mine&amp;q=head&amp;by=company"' in shown
    assert '<option value="company" selected>' in shown
    assert "Nothing here with “zebra”" in client.get(LIST, {"q": "zebra"}).text


@pytest.mark.usefixtures("_story")
def test_what_means_nothing_is_left_out(client: Client) -> None:
    assert Look.of({"show": "x", "by": "y", "q": "  "}) == Look()
    assert client.get(LIST, {"show": "<script>"}).status_code == 200


@pytest.mark.usefixtures("_story")
def test_a_part_of_the_page_comes_alone_and_going_back_gives_the_whole(client: Client) -> None:
    part = client.get(LIST, {"show": "mine"}, headers={"HX-Request": "true"})
    assert part.text.lstrip().startswith("<nav")
    assert '<input type="hidden" id="show" name="show" value="mine" hx-swap-oob="true">' in part.text
    assert ">4 candidacies</div>" in part.text
    assert "HX-Request" in part.headers["Vary"]
    back = client.get(LIST, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert back.text.lstrip().startswith("<!doctype html>")


def test_beyond_fifty_the_rest_is_one_link_away(client: Client) -> None:
    for number in range(60):
        Candidacy.objects.create(company=Company.objects.create(name=f"Company {number:02}"))
    shown = client.get(LIST, {"by": "company"}).text
    assert "Showing 50 of 60." in shown
    assert len(re.findall('<li class="row">', client.get(f"{LIST}?show=open&by=company&all=1").text)) == 60


def test_more_rows_take_no_more_queries(client: Client) -> None:
    def queries(rows: int) -> int:
        for _ in range(rows):
            Candidacy.objects.create(company=Company.objects.create(name="Quill Books"))
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST, {"q": "quill", "by": "last"})
        return len(asked)

    assert queries(1) == queries(49)
