"""Activity: every change with its way back and its way forth again, and the trash that is emptied once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from candidacy.changes import by_app, deleted, recorded
from candidacy.models import Change, Company
from desk import backup, copying
from interviews.models import Note
from tests.letters.story import cast

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def freight() -> Company:
    company = Company(name="Hollowell Freight")
    with recorded("Hollowell Freight added", company):
        company.save()
    return company


def test_an_undone_line_stays_struck_through_and_can_be_done_again(client: Client, freight: Company) -> None:
    change = Change.objects.get()
    client.post(f"/activity/{change.pk}/undo/", {"next": "activity"})
    page = client.get("/activity/").text
    assert "<s>Hollowell Freight added</s>" in page
    assert f'action="/activity/{change.pk}/redo/"' in page
    assert "Do it again" in page
    answer = client.post(f"/activity/{change.pk}/redo/", {"next": "activity"})
    assert answer.headers["Location"] == "/activity/"
    assert list(Company.objects.all()) == [freight]
    assert "<s>" not in client.get("/activity/").text


def test_doing_again_is_refused_with_a_sentence(client: Client, freight: Company) -> None:
    change = Change.objects.get()
    client.post(f"/activity/{change.pk}/undo/")
    Company.objects.create(pk=freight.pk, name="Another")
    answer = client.post(f"/activity/{change.pk}/redo/", follow=True)
    assert "That was changed again since" in answer.text
    assert Company.objects.get().name == "Another"


@pytest.mark.django_db(transaction=True)
def test_a_note_whose_interviewer_is_gone_waits_for_the_interviewer(client: Client) -> None:
    """The database says so only when the transaction ends: hence a test without one around it."""
    story = cast()
    note = story.note(story.ruth, "question", "How many vans?")
    for row in (note, note.interviewer):
        deleted(f"{type(row).__name__} deleted", row)
    seat_went, note_went = Change.objects.order_by("-pk")
    answer = client.post(f"/activity/{note_went.pk}/undo/", follow=True)
    assert "“Note deleted” cannot be undone before the later change is." in answer.text
    for change in (seat_went, note_went):
        client.post(f"/activity/{change.pk}/undo/")
    assert Note.objects.filter(text="How many vans?").count() == 1


def test_emptying_the_trash_asks_once_copies_first_and_is_final(
    client: Client, freight: Company, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(
        copying,
        "make",
        lambda _now, reason: copied.append(f"{reason} {len(trash_of(client))}"),
    )
    deleted("Hollowell Freight deleted", freight)
    assert trash_of(client) == ["Hollowell Freight"]
    asked = client.get("/trash/empty/")
    assert "1 thing in it will be gone for good" in asked.text
    assert trash_of(client) == ["Hollowell Freight"]
    client.post("/trash/empty/")
    assert (trash_of(client), copied) == ([], ["before-emptying 1"])
    assert client.get("/trash/empty/").status_code == 302


def test_without_a_copy_the_trash_stays(
    client: Client, freight: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise backup.DamagedError("The disk is full")

    monkeypatch.setattr(copying, "make", refuse)
    deleted("Hollowell Freight deleted", freight)
    answer = client.post("/trash/empty/")
    assert answer.status_code == 503
    assert "so nothing was done. The disk is full." in answer.text
    assert trash_of(client) == ["Hollowell Freight"]


def trash_of(client: Client) -> list[str]:
    return [one.what for one in client.get("/activity/").context["trash"]]


def sentences(client: Client, show: str) -> list[str]:
    days = client.get("/activity/", {"show": show}).context["days"]
    return [line.change.sentence for _, lines in days for line in lines]


def test_what_i_did_what_the_app_did_and_what_is_about_letters(client: Client, freight: Company) -> None:
    letter = cast().draft()
    with recorded("Letter to Ruth changed", letter):
        letter.save()
    with by_app(), recorded("Ruth replied", freight):
        freight.save()
    with recorded("A company called “letters.letter”", freight):
        freight.name = '"model": "letters.letter"'
        freight.save()
    about, replied, changed, added = sentences(client, "all")
    assert sentences(client, "you") == [about, changed, added]
    assert sentences(client, "app") == [replied] == ["Ruth replied"]
    assert sentences(client, "letters") == [changed] == ["Letter to Ruth changed"]
    assert sentences(client, "nothing-like-it") == sentences(client, "all")


def test_a_filter_that_finds_nothing_leads_back_to_all(client: Client, freight: Company) -> None:
    page = client.get("/activity/?show=app").text
    assert "Nothing of that kind in the last 30 days" in page
    assert '<a href="?show=app" aria-current="true">The app</a>' in page
    assert "Nothing yet" not in page
