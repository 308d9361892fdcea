"""Adding a candidacy from one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine

from candidacy.models import Candidacy, Change, Company
from interviews.models import Interview
from tests.desk.cast import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

pytestmark = pytest.mark.django_db
QUICK = "/candidacies/quick/"
LINK = "https://jobs.lever.co/oakfield-water/2f1a"


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with time_machine.travel(at("2026-11-17T09:10"), tick=False):
        yield


def add(client: Client, line: str, **more: str) -> Candidacy:
    answer = client.post(QUICK, {"company": line, **more})
    assert answer.status_code == 302
    return Candidacy.objects.get(pk=int(answer.headers["Location"].split("/")[-2]))


def test_a_company_is_enough_and_counts_as_applied_today(client: Client) -> None:
    row = add(client, "Lumen Health")
    assert (str(row), row.stage, str(row.applied_on)) == ("Lumen Health", "applied", "2026-11-17")


def test_role_company_and_link_are_read_out_of_the_line(client: Client) -> None:
    row = add(client, f"Data Manager at Oakfield {LINK}", do="wish")
    assert (str(row), row.posting_url) == ("Data Manager, Oakfield", LINK)
    assert (row.stage, row.applied_on) == ("wishlist", None)
    assert str(add(client, LINK)) == "Oakfield Water"


def test_a_company_that_is_known_is_not_added_again_nor_is_the_same_candidacy(client: Client) -> None:
    first = add(client, "Ward Lead at Lumen Health")
    assert add(client, "ward lead at lumen health") == first
    assert add(client, "Lumen Health") != first
    assert Company.objects.count() == 1


def test_one_undo_takes_all_of_it_back(client: Client) -> None:
    add(client, "Ward Lead at Lumen Health")
    client.post(f"/activity/{Change.objects.get().pk}/undo/")
    assert (Candidacy.objects.count(), Company.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "Enter the company, for example Lumen Health."),
        ("https://uk.indeed.com/viewjob?jk=1", "That link does not say which company it is."),
        ("x" * 201, "at most 200 characters"),
    ],
)
def test_what_cannot_be_added_is_said_and_kept(client: Client, line: str, said: str) -> None:
    for headers in ({}, {"HX-Request": "true"}):
        answer = client.post(QUICK, {"company": line}, headers=headers)
        assert answer.status_code == 422
        assert said in answer.text
        assert line in answer.text
        assert ("<!doctype" in answer.text) == (headers == {})
    assert not Candidacy.objects.exists()


def test_in_the_dialog_it_leads_to_the_candidacy_too(client: Client) -> None:
    answer = client.post(QUICK, {"company": "Lumen Health"}, headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == Candidacy.objects.get().get_absolute_url()


def test_the_first_question_reads_such_lines_too(client: Client) -> None:
    given = {"company": f"Ward Lead at Lumen Health {LINK}", "people": "Helen Marsh"}
    client.post("/welcome/", given)
    row = Candidacy.objects.get()
    assert (str(row), row.posting_url) == ("Ward Lead, Lumen Health", LINK)
    assert Interview.objects.count() == 1
    # With a role of its own the words are the company’s name, whatever is in them.
    client.post("/welcome/", {"company": "Place at Work", "role": "Ward Lead"})
    assert str(Candidacy.objects.latest("pk")) == "Ward Lead, Place at Work"
