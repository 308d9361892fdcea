"""Dated lines in and out: what they wrote, what I wrote, calls, invitations, rejections."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from candidacy.changes import undo
from candidacy.models import Candidacy, Change, Company, Contact, Person

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(analyst: Candidacy) -> str:
    return reverse("candidacy:contact_new", args=[analyst.pk])


def line(**given: str) -> dict[str, str]:
    return {"direction": "in", "channel": "email", "at": "2026-11-02T10:00", **given}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "They wrote, Harbour & Pine"),
        ({"direction": "out"}, "You wrote to them, Harbour & Pine"),
        ({"channel": "phone"}, "They called, Harbour & Pine"),
        ({"direction": "out", "channel": "phone"}, "You called them, Harbour & Pine"),
        ({"channel": "meeting"}, "They met, Harbour & Pine"),
        ({"automatic": "on"}, "They wrote, Harbour & Pine"),
        ({"event": "invitation"}, "They wrote, Harbour & Pine"),
        ({"needs_reply": "on", "decision_on": "2026-11-20"}, "They wrote, Harbour & Pine"),
    ],
)
def test_every_kind_of_line(
    client: Client, analyst: Candidacy, page: str, given: dict[str, str], said: str
) -> None:
    answer = client.post(page, line(text="Next week.", **given))
    assert answer.headers["Location"] == analyst.get_absolute_url()
    row, expected = Contact.objects.get(), line(text="Next week.", **given)
    stored = {
        "direction": row.direction,
        "channel": row.channel,
        "at": f"{row.at:%Y-%m-%dT%H:%M}",
        "text": row.text,
        **({"automatic": "on"} if row.automatic else {}),
        **({"needs_reply": "on"} if row.needs_reply else {}),
        **({"event": row.event} if row.event else {}),
        **({"decision_on": str(row.decision_on)} if row.decision_on else {}),
    }
    assert stored == expected
    assert Change.objects.get().sentence == said


def test_the_time_is_local_to_the_company(client: Client, page: str) -> None:
    client.post(page, line(at="2026-07-02T10:00"))
    assert Contact.objects.get().at == dt.datetime(2026, 7, 2, 9, 0, tzinfo=dt.UTC)
    client.post(page, line(at="2026-07-02T10:00", time_zone="America/New_York"))
    latest = Contact.objects.get(time_zone="America/New_York")
    assert latest.at == dt.datetime(2026, 7, 2, 14, 0, tzinfo=dt.UTC)


def test_the_hour_that_comes_twice_is_asked(client: Client, page: str) -> None:
    answer = client.post(page, line(at="2026-10-25T01:30"))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["at"])
    client.post(page, line(at="2026-10-25T01:30", at_fold="1"))
    assert Contact.objects.get().at == dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC)


def test_the_hour_that_never_was_is_refused(client: Client, page: str) -> None:
    answer = client.post(page, line(at="2026-03-29T01:30"))
    assert answer.context["form"].errors == {
        "at": ["01:30 does not exist on 29 March 2026 in Europe/London: the clocks go forward."]
    }


def test_the_address_says_with_whom_and_which_way(client: Client, page: str, ruth: Person) -> None:
    form = client.get(f"{page}?direction=out&person={ruth.pk}").context["form"]
    assert (form["direction"].value(), form["person"].value()) == ("out", ruth.pk)
    form = client.get(f"{page}?direction=sideways&person=999").context["form"]
    assert (form["direction"].value(), form["person"].value()) == ("in", None)


def test_agency_recruiters_may_be_chosen_and_strangers_may_not(
    client: Client, page: str, ruth: Person
) -> None:
    agency = Company.objects.create(name="Wexley")
    tom = Person.objects.create(company=agency, name="Tom", relation="agency")
    ann = Person.objects.create(company=agency, name="Ann")
    assert set(client.get(page).context["form"].fields["person"].queryset) == {ruth, tom}
    assert client.post(page, line(person=str(ann.pk))).status_code == 422
    client.post(page, line(person=str(tom.pk)))
    assert Contact.objects.get().person == tom


def test_somebody_new_becomes_a_person_of_the_company(client: Client, page: str, harbour: Company) -> None:
    client.post(page, line(new_person="Marcus Bell, Talent Partner"))
    marcus = Person.objects.get()
    assert (marcus.company, marcus.name, marcus.title) == (harbour, "Marcus Bell", "Talent Partner")
    assert Contact.objects.get().person == marcus
    undo(Change.objects.get())
    assert (Person.objects.count(), Contact.objects.count()) == (0, 0)


def test_somebody_of_a_known_name_is_that_person(client: Client, page: str, ruth: Person) -> None:
    client.post(page, line(new_person="ruth adeyemi"))
    assert (Contact.objects.get().person, Person.objects.count()) == (ruth, 1)


def test_what_i_wrote_asks_nothing_of_me(client: Client, page: str) -> None:
    answer = client.post(page, line(direction="out", needs_reply="on", automatic="on"))
    assert (answer.status_code, answer.context["form"].errors) == (
        422,
        {name: ["Only what they wrote can be this."] for name in ("needs_reply", "automatic")},
    )


def test_only_the_time_is_needed(client: Client, page: str) -> None:
    answer = client.post(page, line(at=""))
    assert answer.context["form"].errors == {"at": ["Say when."]}


def test_a_rejection_leads_to_the_question_whether_it_is_over(
    client: Client, analyst: Candidacy, page: str
) -> None:
    answer = client.post(page, line(event="rejection"))
    assert answer.headers["Location"] == f"/candidacies/{analyst.pk}/close/?as=rejected"
    assert Candidacy.objects.open().exists()


def test_a_line_is_changed_and_deleted_and_comes_back(client: Client, analyst: Candidacy, page: str) -> None:
    client.post(page, line(text="Next week."))
    row = Contact.objects.get()
    its_page = reverse("candidacy:contact", args=[analyst.pk, row.pk])
    assert "Next week." in client.get(its_page).text
    client.post(its_page, line(text="In two weeks."))
    row.refresh_from_db()
    assert row.text == "In two weeks."
    gone = reverse("candidacy:contact_delete", args=[analyst.pk, row.pk])
    assert client.get(gone).status_code == 405
    assert client.post(gone).headers["Location"] == analyst.get_absolute_url()
    assert not Contact.objects.exists()
    undo(Change.objects.get(sentence="A line of Harbour & Pine deleted"))
    assert Contact.objects.get().text == "In two weeks."


def test_a_line_of_another_candidacy_is_not_here(client: Client, analyst: Candidacy, page: str) -> None:
    other = Candidacy.objects.create(company=analyst.company, role="Lead")
    client.post(page, line())
    row = Contact.objects.get()
    assert client.get(reverse("candidacy:contact", args=[other.pk, row.pk])).status_code == 404
