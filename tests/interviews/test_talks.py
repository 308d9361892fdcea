"""The interview’s own form, one note by itself, and the prep sheet."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.urls import reverse

from candidacy import changes
from candidacy.models import Change, Person
from interviews.models import Interview, Interviewer, Note
from tests.interviews.cast import ANA, HELEN, KOFI, LONDON, lumen, note, path, post, seat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with time_machine.travel(dt.datetime(2026, 11, 3, 12, 2, tzinfo=LONDON), tick=False):
        yield


@pytest.fixture
def talk() -> Interview:
    return lumen()


def pks(*names: str) -> list[int]:
    return [Person.objects.get(name=name).pk for name in names]


def seats() -> dict[str, bool]:
    return {one.person.name: one.present for one in Interviewer.objects.order_by("id")}


FORM = {"starts_at": "2026-11-10T10:00", "channel": "video"}


def test_only_the_start_is_needed(client: Client, talk: Interview) -> None:
    address = reverse("interviews:new", args=[talk.candidacy_id])
    assert client.get(address).status_code == 200
    answer = client.post(address, FORM)
    assert answer["Location"] == talk.candidacy.get_absolute_url()
    added = Interview.objects.latest("id")
    assert added.starts_at == dt.datetime(2026, 11, 10, 10, tzinfo=LONDON)
    changes.undo(Change.objects.all()[0])
    assert list(Interview.objects.all()) == [talk]


def test_a_talk_just_over_leads_to_its_debrief(client: Client, talk: Interview) -> None:
    fields = {**FORM, "starts_at": "2026-11-03T09:00", "met": pks(ANA), "others": "Ines Roth, Matron\n\nTom"}
    answer = client.post(reverse("interviews:new", args=[talk.candidacy_id]), fields)
    added = Interview.objects.latest("id")
    assert answer["Location"] == added.get_absolute_url()
    assert [(one.name, one.title) for one in added.people.order_by("id")] == [
        (ANA, ""),
        ("Ines Roth", "Matron"),
        ("Tom", ""),
    ]


def test_who_was_not_there_is_marked_and_keeps_the_notes(client: Client, talk: Interview) -> None:
    post(client, KOFI, asked="Why us?")
    address = reverse("interviews:edit", args=[talk.pk])
    client.post(address, {**FORM, "met": pks(ANA, KOFI), "absent": pks(HELEN)})
    assert seats() == {ANA: True, HELEN: False, KOFI: True}
    client.post(address, {**FORM, "met": pks(ANA)})
    assert seats() == {ANA: True, KOFI: False}
    assert Note.objects.count() == 1


def test_taking_somebody_out_can_be_undone(client: Client, talk: Interview) -> None:
    client.post(reverse("interviews:edit", args=[talk.pk]), {**FORM, "met": pks(ANA, HELEN)})
    assert seats() == {ANA: True, HELEN: True}
    changes.undo(Change.objects.all()[0])
    assert seats() == {ANA: True, HELEN: True, KOFI: True}


def test_a_cancelled_talk(client: Client, talk: Interview) -> None:
    fields = {**FORM, "met": pks(ANA), "cancelled": "on"}
    client.post(reverse("interviews:edit", args=[talk.pk]), fields)
    talk.refresh_from_db()
    assert talk.cancelled
    assert ", cancelled" in client.get(reverse("interviews:interview", args=[talk.pk])).text


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"starts_at": ""}, "Say when it starts."),
        ({"starts_at": "soon"}, "Take a day and a time such as 2026-11-06 14:30."),
        ({"starts_at": "0001-01-01T10:00"}, "Take a year between 1900 and 2200."),
        ({"ends_at": "2026-11-10T09:00"}, "It ends before it starts."),
        ({"starts_at": "2027-03-28T01:30"}, "01:30 does not exist on 28 March 2027"),
        ({"starts_at": "2026-10-25T01:30"}, "01:30 comes twice on 25 October 2026"),
        ({"time_zone": "Mars/Base"}, "is not a time zone"),
        ({"met": ["999"]}, "999"),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_loses_nothing(
    client: Client, talk: Interview, fields: dict[str, object], sentence: str
) -> None:
    answer = client.post(
        reverse("interviews:new", args=[talk.candidacy_id]), {**FORM, "place": "Ward 7", **fields}
    )
    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'value="Ward 7"' in answer.text
    assert Interview.objects.count() == 1


def test_the_hour_that_comes_twice_is_said(client: Client, talk: Interview) -> None:
    fields = {**FORM, "starts_at": "2026-10-25T01:30", "starts_at_fold": "1"}
    assert client.post(reverse("interviews:new", args=[talk.candidacy_id]), fields).status_code == 302
    assert Interview.objects.latest("id").starts_at == dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC)


def test_times_are_those_of_the_zone_of_the_talk(client: Client, talk: Interview) -> None:
    fields = {**FORM, "time_zone": "Pacific/Auckland"}
    client.post(reverse("interviews:edit", args=[talk.pk]), fields)
    talk.refresh_from_db()
    assert talk.starts_at == dt.datetime(2026, 11, 9, 21, tzinfo=dt.UTC)
    assert 'value="2026-11-10T10:00"' in client.get(reverse("interviews:edit", args=[talk.pk])).text


def test_a_company_that_moves_leaves_a_talk_at_its_hour(client: Client, talk: Interview) -> None:
    client.post(reverse("interviews:new", args=[talk.candidacy_id]), FORM)
    added = Interview.objects.latest("id")
    talk.candidacy.company.time_zone = "Asia/Tokyo"
    talk.candidacy.company.save()
    page = client.get(reverse("interviews:edit", args=[added.pk])).text
    assert 'value="2026-11-10T10:00"' in page
    assert added.time_zone == "Europe/London"


def test_a_deleted_talk_comes_back_with_its_notes(client: Client, talk: Interview) -> None:
    post(client, asked="Why us?")
    client.post(reverse("interviews:delete", args=[talk.pk]))
    assert (Interview.objects.count(), Note.objects.count()) == (0, 0)
    changes.undo(Change.objects.all()[0])
    assert (seats(), note("Why").kind) == ({ANA: True, HELEN: True, KOFI: True}, "question")


# One note by itself.

NOTE = {"kind": "challenge", "mood": "ugly", "share": "open", "text": "Nobody calls back"}


@pytest.mark.usefixtures("talk")
def test_a_note_with_everything_about_it(client: Client) -> None:
    address = reverse("interviews:note_new", args=[seat().pk])
    form = client.get(address)
    assert form.status_code == 200
    assert "----" not in form.text
    assert client.post(address, {**NOTE, "by": pks(HELEN)}).headers["Location"] == path()
    row = note("Nobody")
    assert (row.interviewer, row.by, row.mood) == (seat(), seat(HELEN).person, "ugly")
    fields = {
        **NOTE,
        "kind": "promise",
        "mood": "",
        "by": "",
        "due_on": "2026-11-09",
        "done_on": "2026-11-08",
    }
    client.post(reverse("interviews:note", args=[row.pk]), fields)
    row = note("Nobody")
    assert (row.kind, row.by, f"{row.due_on}", f"{row.done_on}") == (
        "promise",
        None,
        "2026-11-09",
        "2026-11-08",
    )
    changes.undo(Change.objects.all()[0])
    assert note("Nobody").mood == "ugly"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": ""}, "Fill in the note."),
        ({"kind": "goal"}, "Only a challenge is good, bad or ugly."),
        ({"due_on": "soon"}, "Take a day such as 2026-11-06."),
        ({"due_on": "9999-01-01"}, "Take a year between 1900 and 2200."),
        ({"share": "everybody"}, "everybody"),
        ({"by": "999"}, "not one of the available choices"),
    ],
)
@pytest.mark.usefixtures("talk")
def test_a_note_that_cannot_be(client: Client, fields: dict[str, str], sentence: str) -> None:
    answer = client.post(
        reverse("interviews:note_new", args=[seat().pk]), {**NOTE, "reply": "The rota", **fields}
    )
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "The rota</textarea>" in answer.text
    assert not Note.objects.exists()


@pytest.mark.usefixtures("talk")
def test_a_deleted_note_comes_back_with_its_idea(client: Client) -> None:
    post(client, bad="Three logins", idea="One login")
    assert client.post(reverse("interviews:note_delete", args=[note("Three").pk]))["Location"] == path()
    assert note("One").about is None
    changes.undo(Change.objects.all()[0])
    assert note("One").about == note("Three")


@pytest.mark.usefixtures("talk")
def test_two_windows_on_one_note_show_both_texts(client: Client) -> None:
    post(client, bad="Three logins")
    address = reverse("interviews:note", args=[note("Three").pk])
    old = client.get(address).context["form"]["version"].value()
    first = {**NOTE, "mood": "bad", "version": old, "text": "Three logins, says Ana"}
    assert client.post(address, first).status_code == 302
    answer = client.post(address, {**first, "text": "Four logins"})
    assert answer.status_code == 409
    assert "Four logins</textarea>" in answer.text
    assert "Three logins, says Ana" in answer.text
    assert note("Three").text == "Three logins, says Ana"
    again = {**first, "version": answer.context["seen"], "text": "Four logins"}
    assert client.post(address, again).status_code == 302
    assert note("Four").text == "Four logins"


# The prep sheet: more of it in test_sheet.py.


def test_a_private_promise_stays_off_paper(client: Client, talk: Interview) -> None:
    post(client, they_will="Leave in spring")
    Note.objects.update(share="private")
    assert "Leave in spring" not in client.get(reverse("interviews:interview", args=[talk.pk])).text
