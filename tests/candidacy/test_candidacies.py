"""The pages of a candidacy: added before any talk, edited, moved on, closed, opened again, deleted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.urls import reverse

from candidacy.changes import undo
from candidacy.models import Candidacy, Change, Company

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
ADD = "/candidacies/add/"


def test_a_company_is_enough(client: Client) -> None:
    answer = client.post(ADD, {"new_company": "Harbour & Pine", "stage": "wishlist"})
    row = Candidacy.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/candidacies/{row.pk}/")
    assert (row.company.name, row.role, row.stage) == ("Harbour & Pine", "", "wishlist")
    undo(Change.objects.get())
    assert (Candidacy.objects.count(), Company.objects.count()) == (0, 0)


def test_everything_that_is_known_is_kept(client: Client, harbour: Company) -> None:
    given = {
        "company": str(harbour.pk),
        "role": "Analyst",
        "stage": "applied",
        "applied_on": "2026-11-02",
        "location": "Bristol",
        "source": "A friend",
        "pay": "£50,000",
        "decision_on": "2026-11-20",
        "decision_given_on": "2026-11-06",
        "posting_url": "harbour.example/jobs/1",
        "posting_text": "We move chilled food.\r\nOvernight.",
        "files_sent": "CV\r\nSamples",
        "notes": "Two teams.",
    }
    client.post(ADD, given)
    row = Candidacy.objects.get()
    stored = {name: str(getattr(row, name)) for name in given if name != "company"}
    assert (row.company, stored) == (
        harbour,
        {name: value for name, value in given.items() if name != "company"}
        | {"posting_url": "https://harbour.example/jobs/1"},
    )


def test_a_company_of_a_known_name_is_that_one(client: Client, harbour: Company) -> None:
    client.post(ADD, {"new_company": "harbour & PINE", "stage": "applied"})
    assert Candidacy.objects.get().company == harbour


def test_the_page_of_a_company_leads_to_its_own(client: Client, harbour: Company) -> None:
    page = client.get(f"{ADD}?company={harbour.pk}")
    assert page.context["form"]["company"].value() == harbour.pk
    assert client.get(f"{ADD}?company=nonsense").status_code == 200


def test_without_a_company_it_says_so(client: Client, harbour: Company) -> None:
    answer = client.post(ADD, {"role": "Analyst", "stage": "applied"})
    assert answer.status_code == 422
    assert answer.context["form"].errors == {"company": ["Choose a company, or name a new one."]}
    assert "<title>Error: Add a candidacy" in answer.text
    assert 'value="Analyst"' in answer.text


def test_the_first_company_is_asked_by_name_alone(client: Client) -> None:
    answer = client.post(ADD, {"stage": "applied"})
    assert answer.context["form"].errors == {"new_company": ["Choose a company, or name a new one."]}
    assert [field.name for field in answer.context["form"].hidden_fields()] == ["company"]


@time_machine.travel("2026-11-10T12:00Z")
@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ({"decision_on": "2026-11-20"}, dt.date(2026, 11, 10)),
        ({"decision_on": "2026-11-20", "decision_given_on": "2026-11-06"}, dt.date(2026, 11, 6)),
        ({"decision_on": "", "decision_given_on": "2026-11-06"}, None),
    ],
)
def test_a_date_was_given_today_unless_said_otherwise(
    client: Client, analyst: Candidacy, given: dict[str, str], stored: dt.date | None
) -> None:
    client.post(reverse("candidacy:edit", args=[analyst.pk]), {"stage": "interview", **given})
    analyst.refresh_from_db()
    assert analyst.decision_given_on == stored


@time_machine.travel("2026-11-10T12:00Z")
def test_another_date_was_given_anew(client: Client, analyst: Candidacy) -> None:
    analyst.decision_on, analyst.decision_given_on = dt.date(2026, 11, 9), dt.date(2026, 11, 2)
    analyst.save()
    again = {"stage": "interview", "decision_on": "2026-11-20", "decision_given_on": "2026-11-02"}
    client.post(reverse("candidacy:edit", args=[analyst.pk]), again)
    analyst.refresh_from_db()
    assert analyst.decision_given_on == dt.date(2026, 11, 10)


def test_an_edit_that_names_no_company_leaves_it_there(
    client: Client, analyst: Candidacy, harbour: Company
) -> None:
    client.post(reverse("candidacy:edit", args=[analyst.pk]), {"stage": "final", "role": "Lead"})
    analyst.refresh_from_db()
    assert (analyst.company, analyst.role, analyst.stage) == (harbour, "Lead", "final")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("applied_on", "1066-10-14", "Take a year between 1900 and 2200."),
        ("applied_on", "2026-02-30", "Take a day such as 2026-11-06."),
        ("posting_url", "javascript:alert(1)", "Enter a valid URL."),
        ("stage", "tea", "Select a valid choice. tea is not one of the available choices."),
        ("role", "x" * 201, "Ensure this value has at most 200 characters (it has 201)."),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(
    client: Client, analyst: Candidacy, field: str, value: str, sentence: str
) -> None:
    given = {"stage": "applied", "notes": "Three teams.", field: value}
    answer = client.post(reverse("candidacy:edit", args=[analyst.pk]), given)
    assert (answer.status_code, answer.context["form"].errors) == (422, {field: [sentence]})
    assert "Three teams." in answer.text
    analyst.refresh_from_db()
    assert analyst.notes == "Two teams."


def test_another_stage_is_one_button(client: Client, analyst: Candidacy) -> None:
    client.post(reverse("candidacy:stage", args=[analyst.pk]), {"stage": "final"})
    analyst.refresh_from_db()
    assert (analyst.stage, Change.objects.get().sentence) == ("final", "Harbour & Pine: final round")
    client.post(reverse("candidacy:stage", args=[analyst.pk]), {"stage": "tea"})
    analyst.refresh_from_db()
    assert (analyst.stage, Change.objects.count()) == ("final", 1)


def test_a_stage_moved_leaves_what_another_window_wrote(client: Client, analyst: Candidacy) -> None:
    old = Candidacy.objects.get()
    analyst.notes = "Three teams."
    analyst.save()
    old.stage = "final"
    old.save(update_fields=["stage"])
    analyst.refresh_from_db()
    assert (analyst.stage, analyst.notes) == ("final", "Three teams.")


@time_machine.travel("2026-11-10T12:00Z")
def test_close_it_say_otherwise_and_open_it_again(client: Client, analyst: Candidacy) -> None:
    page = reverse("candidacy:close", args=[analyst.pk])
    offered = client.get(f"{page}?as=rejected").context["form"]
    assert (offered["closed_as"].value(), offered["closed_on"].value()) == ("rejected", dt.date(2026, 11, 10))
    answer = client.post(page, {"closed_as": "rejected", "closed_on": "2026-11-09"})
    assert answer.headers["Location"] == "/"
    shown = client.get(page).context["form"]
    assert (shown["closed_as"].value(), shown["closed_on"].value()) == ("rejected", dt.date(2026, 11, 9))
    answer = client.post(page, {"closed_as": "withdrawn", "closed_on": "2026-11-09"})
    assert answer.headers["Location"] == analyst.get_absolute_url()
    analyst.refresh_from_db()
    assert (analyst.closed_as, analyst.is_closed) == ("withdrawn", True)
    client.post(page, {"do": "reopen"})
    analyst.refresh_from_db()
    assert (analyst.closed_as, analyst.closed_on, analyst.is_closed) == ("", None, False)


def test_closing_asks_how_and_when(client: Client, analyst: Candidacy) -> None:
    answer = client.post(reverse("candidacy:close", args=[analyst.pk]), {})
    assert (answer.status_code, answer.context["form"].errors) == (
        422,
        {"closed_as": ["Say how it ended."], "closed_on": ["Say on which day."]},
    )


def test_deleting_asks_first_and_can_be_undone(client: Client, analyst: Candidacy) -> None:
    page = reverse("candidacy:delete", args=[analyst.pk])
    assert "Delete Analyst, Harbour &amp; Pine?" in client.get(page).text
    client.post(page)
    assert Candidacy.objects.exists()
    assert client.post(page, {"sure": "1"}).headers["Location"] == "/candidacies/"
    assert not Candidacy.objects.exists()
    undo(Change.objects.get(sentence="Analyst, Harbour & Pine deleted"))
    assert Candidacy.objects.get().notes == "Two teams."
