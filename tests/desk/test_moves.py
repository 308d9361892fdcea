"""They replied, not now, and the way back: from Today, in its row or on a page, and from the activity log."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
import time_machine

from candidacy.models import Candidacy, Change, Company, Contact
from desk import sample
from tests.desk.cast import at, person, send

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db
# Seven working days after the thank-yous: the letter to Daniel is due.
NOW = at("2026-11-13T09:10")
IN_ROW = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _friday_morning() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def silent(rail: Candidacy) -> Candidacy:
    """Both were thanked, and nothing has come since."""
    for name in ("Daniel", "Sofia"):
        send(rail, name, "2026-11-04T09:00")
    return rail


def test_today_asks_for_one_letter(client: Client, silent: Candidacy) -> None:
    page = client.get("/")
    assert (page.context["parts"]["heading"], page.context["parts"]["lede"]) == (
        "One letter to write today",
        "One candidacy has gone silent.",
    )
    assert [one.candidacy for one in page.context["letters"]] == [silent]
    assert "Write to Daniel" in page.text


def test_a_reply_ends_the_silence(client: Client, silent: Candidacy) -> None:
    said = {"outcome": "deciding", "text": "Two more weeks.", "person": person("Sofia").pk}
    answer = client.post(f"/candidacies/{silent.pk}/reply/", {**said, "decision_on": "2026-11-27"})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    line = Contact.objects.get()
    assert (line.text, line.person, line.decision_on, line.at) == (
        "Two more weeks.",
        person("Sofia"),
        dt.date(2026, 11, 27),
        NOW,
    )
    page = client.get("/")
    assert page.context["parts"]["heading"] == "Nothing needs you today"
    assert [change.sentence for change in page.context["recent"]] == ["Sofia Grant replied"]


@pytest.mark.parametrize(
    ("outcome", "leads_to", "stage"),
    [
        ("next", "/candidacies/{}/interviews/new/", "interview"),
        ("no", "/candidacies/{}/close/?as=rejected", "interview"),
        ("offer", "/", "offer"),
    ],
)
def test_where_a_reply_leads(
    client: Client, silent: Candidacy, outcome: str, leads_to: str, stage: str
) -> None:
    path = f"/candidacies/{silent.pk}/reply/"
    wanted = leads_to.format(silent.pk)
    assert client.post(path, {"outcome": outcome})["Location"] == wanted
    silent.refresh_from_db()
    assert silent.stage == stage
    in_row = client.post(path, {"outcome": outcome}, headers=IN_ROW)
    assert in_row.headers.get("HX-Redirect", "/") == wanted


@pytest.mark.parametrize("headers", [{}, IN_ROW], ids=["page", "row"])
def test_a_reply_that_cannot_be_keeps_what_was_typed(
    client: Client, silent: Candidacy, headers: dict[str, str]
) -> None:
    said = {"outcome": "deciding", "text": "Two more weeks.", "on": "2026-11-14"}
    answer = client.post(f"/candidacies/{silent.pk}/reply/", said, headers=headers)
    assert answer.status_code == 422
    assert answer.context["form"].errors == {"on": ["That day is still to come."]}
    assert 'value="Two more weeks."' in answer.text
    assert ("<html" in answer.text) == (not headers)
    assert answer.headers.get("HX-Retarget") == (f"#c-{silent.pk}-move" if headers else None)
    assert not Contact.objects.exists()


def test_not_now_in_the_row_brings_today_again(client: Client, silent: Candidacy) -> None:
    form = client.get(f"/candidacies/{silent.pk}/snooze/", headers=IN_ROW)
    assert [str(day) for day in form.context["choices"]] == ["2026-11-17", "2026-11-20", "2026-11-27"]
    answer = client.post(f"/candidacies/{silent.pk}/snooze/", {"until": "2026-11-20"}, headers=IN_ROW)
    assert answer.status_code == 200
    assert answer.context["parts"]["heading"] == "Nothing needs you today"
    assert 'id="nav-count" hx-swap-oob' in answer.text
    assert (
        '<div id="live" hx-swap-oob="innerHTML">Meridian Rail snoozed until 20 November.</div>' in answer.text
    )
    silent.refresh_from_db()
    assert silent.snoozed_until == dt.date(2026, 11, 20)


def test_not_now_until_a_day_that_is_over(client: Client, silent: Candidacy) -> None:
    answer = client.post(f"/candidacies/{silent.pk}/snooze/", {"until": "2026-11-13"})
    assert answer.status_code == 422
    assert answer.context["form"].errors == {"until": ["Take a day that is still to come."]}
    silent.refresh_from_db()
    assert silent.snoozed_until is None


def test_awake_again(client: Client, silent: Candidacy) -> None:
    path = f"/candidacies/{silent.pk}/snooze/"
    client.post(path, {"until": "2026-11-20"})
    assert client.get("/").context["needs_me"] == 0
    client.post(path, {"do": "wake"})
    assert client.get("/").context["needs_me"] == 1


def test_undo_from_recently(client: Client, silent: Candidacy) -> None:
    client.post(f"/candidacies/{silent.pk}/snooze/", {"until": "2026-11-20"})
    (change,) = client.get("/").context["recent"]
    assert client.post(f"/activity/{change.pk}/undo/")["Location"] == "/"
    page = client.get("/")
    assert (page.context["parts"]["heading"], list(page.context["recent"])) == (
        "One letter to write today",
        [],
    )
    (line,) = client.get("/activity/").context["days"][0][1]
    assert (line.change, line.undoable) == (change, False)


def test_a_change_under_a_later_one_is_refused_with_a_sentence(client: Client, silent: Candidacy) -> None:
    path = f"/candidacies/{silent.pk}/snooze/"
    client.post(path, {"until": "2026-11-20"})
    client.post(path, {"until": "2026-11-27"})
    answer = client.post(f"/activity/{Change.objects.earliest('pk').pk}/undo/", follow=True)
    assert "“Meridian Rail snoozed until 20 November” cannot be undone" in answer.text


def test_what_is_deleted_lies_in_the_trash_and_comes_back(client: Client, silent: Candidacy) -> None:
    client.post(f"/candidacies/{silent.pk}/delete/", {"sure": "1"})
    assert not Candidacy.objects.exists()
    (trashed,) = client.get("/activity/").context["trash"]
    assert (trashed.what, trashed.days_left) == ("Planner, Meridian Rail", 30)
    client.post(f"/activity/{trashed.change.pk}/undo/", {"next": "activity"})
    assert Candidacy.objects.get() == silent
    assert client.get("/activity/").context["trash"] == []


def test_times_are_told_in_my_zone(client: Client, silent: Candidacy) -> None:
    client.post("/settings/you/", {"country": "GB", "time_zone": "New York", "sign_off": "Best"})
    client.post(f"/candidacies/{silent.pk}/snooze/", {"until": "2026-11-20"})
    assert ">04:10</time>" in client.get("/activity/").text


@pytest.mark.parametrize(
    "path", ["/", "/candidacies/", "/candidacies/?show=closed", "/people/", "/activity/"]
)
def test_fifty_rows_cost_no_more_questions_than_one(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, silent: Candidacy, path: str
) -> None:
    Candidacy.objects.create(company=silent.company, closed_on="2026-11-01", closed_as="rejected")
    Change.objects.create(sentence="Something added")
    client.get(path)
    with django_assert_num_queries(100, exact=False) as one:
        client.get(path)
    asked = len(one)
    for n in range(50):
        company = Company.objects.create(name=f"Company {n}")
        Candidacy.objects.create(company=company, role="Planner", stage="applied", applied_on="2026-10-01")
        Candidacy.objects.create(company=company, closed_on="2026-11-01", closed_as="rejected")
        Contact.objects.create(candidacy=company.candidacies.all()[0], at=at("2026-11-02T09:00"))
        Change.objects.create(sentence=f"Company {n} added")
    client.get(path)
    with django_assert_num_queries(asked):
        client.get(path)


def test_a_calm_day_offers_the_next_prep_sheet(client: Client) -> None:
    sample.load(NOW)
    Candidacy.objects.exclude(company__name="Oakfield Water").delete()
    page = client.get("/")
    assert page.context["parts"]["heading"] == "Nothing needs you today"
    assert "Oakfield Water meets you on Tuesday 17 November at 10:30." in page.text
