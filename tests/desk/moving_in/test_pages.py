"""The pages of moving in: a file is seen, mended, mapped by hand, brought in, stopped, taken back."""

from __future__ import annotations

import stat
import threading
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidacy import many
from candidacy.changes import undo
from candidacy.models import Candidacy, Change, Company, Contact, Profile
from desk.agenda import beside
from desk.archive import export_text
from desk.moving_in import bringing, job, waiting
from tests.desk.moving_in.cast import FILES, day
from tests.desk.test_archive import wipe
from tests.trust.forms import form_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse
    from django.test import Client

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _nothing_waits() -> None:
    for one in waiting.waiting_now():
        one.forget()


@pytest.fixture
def pine() -> Candidacy:
    return Candidacy.objects.create(
        company=Company.objects.create(name="Harbour & Pine"), role="Head of Analytics", stage="interview"
    )


def upload(client: Client, name: str, data: bytes | None = None) -> HttpResponse:
    content = (FILES / name).read_bytes() if data is None else data
    return client.post("/import/", {"file": SimpleUploadedFile(name, content)}, follow=True)


def press(client: Client, page: HttpResponse, button: str = "", **typed: Any) -> HttpResponse:
    """The form of a preview, sent with a button, after typing into some of its fields."""
    form = form_with(page, "skip") if "Leave it out" in page.text else None
    sent = {**(form.fields if form else {}), **typed}
    here = page.request["PATH_INFO"]
    if button:
        return client.post(here, {**sent, "do": button}, follow=True)
    answer = client.post(f"{here}apply/", sent)
    return answer if answer.status_code == 422 else settle(client, here)


def settle(client: Client, here: str) -> HttpResponse:
    # What is worked out after it goes on when it is no longer under way.
    for thread in threading.enumerate():
        if thread.name == job.THREAD:
            thread.join(timeout=30)
    return client.get(here)


def test_a_spreadsheet_is_seen_mended_brought_in_and_taken_back(client: Client, pine: Candidacy) -> None:
    before = export_text()
    page = upload(client, "spreadsheet.csv")
    assert "2 of 5 rows are ready" in page.text
    for words in (
        "“31/02/2026” is no date.",
        "A candidacy needs a company.",
        "Is this your Harbour &amp; Pine?",
    ):
        assert words in page.text
    assert "12/10/2026, read as 12 Oct" in page.text
    assert export_text() == before
    done = press(client, page, r3="2026-02-28", r5="yes", skip=["4"])
    assert "It is all here" in done.text
    assert "row 4, No company, Planning Analyst: A candidacy needs a company" in done.text
    assert Candidacy.objects.get(company__name="Fenwick Labs").applied_on == day("2026-02-28")
    pine.refresh_from_db()
    assert (pine.stage, pine.applied_on, pine.notes) == (
        "interview",
        day("2026-10-14"),
        "Status there: No response",
    )
    assert Contact.objects.count() == 1
    client.post(f"/activity/{Change.objects.get().pk}/undo/")
    assert export_text() == before


def test_a_row_that_is_neither_mended_nor_left_out_is_asked_about(client: Client) -> None:
    page = upload(client, "spreadsheet.csv")
    answer = press(client, page, r3="", r4="Copperline", skip=[])
    assert answer.status_code == 422
    assert "Say what it is, or leave the row out." in answer.text
    # What was typed for the other row is kept, and that row is in order now.
    assert "Mended by you" in answer.text
    assert 'value="Copperline"' in answer.text
    assert Company.objects.count() == 0


def test_what_is_typed_has_to_be_right_too(client: Client) -> None:
    page = upload(client, "spreadsheet.csv")
    answer = press(client, page, r3="2026-02-30")
    assert answer.status_code == 422
    assert "“2026-02-30” is no date." in answer.text
    assert 'value="2026-02-30"' in answer.text


def test_a_mended_row_that_is_emptied_again_is_asked_about(client: Client) -> None:
    page = press(client, upload(client, "spreadsheet.csv"), "look", r4="Copperline")
    answer = press(client, page, r4="", skip=["3", "5"])
    assert answer.status_code == 422
    assert "Say what it is, or leave the row out." in answer.text


def test_a_mended_row_can_be_left_out_again(client: Client) -> None:
    page = press(client, upload(client, "spreadsheet.csv"), "look", r3="2026-02-28")
    assert "Mended by you" in page.text
    page = press(client, page, "look", skip=["3", "4"])
    assert "“31/02/2026” is no date." in page.text


def test_columns_are_mapped_by_hand(client: Client) -> None:
    page = upload(client, "mine.csv", b"Company,Gut feeling,Wann\nCopperline,7,2026-10-12\n")
    assert "1 of 3 recognised" in page.text
    page = press(client, page, "look", m1="notes", m2="applied_on")
    assert "3 of 3 recognised" in page.text
    press(client, page)
    row = Candidacy.objects.get()
    assert (row.notes, row.applied_on) == ("Gut feeling: 7", day("2026-10-12"))


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.csv", b"", "There is nothing in this file."),
        ("a.csv", b"\x00\x01\x02\x03" * 900, "This file holds no text."),
        ("a.xlsx", b"PK\x03\x04 and so on", "This is a workbook."),
        ("a.csv", b"Colour,Size\nred,3\n", "No column of this file is known"),
        ("a.csv", b"Company,Role\n", "There are headings in this file, and no rows below them."),
        ("a.json", b"{}", "This is not an Afterword archive."),
        ("a.json", b'{"jobs": [{"company": "A"}, ', "it is broken, or cut short."),
        ("a.eml", b"From: a@b.example\nTo: c@d.example\nSubject: Hello\n\nHello", "This is mail."),
        ("a.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "This is an invitation."),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence_beside_the_field(
    client: Client, name: str, data: bytes, sentence: str
) -> None:
    answer = upload(client, name, data)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert waiting.waiting_now() == []


def test_no_file_at_all(client: Client) -> None:
    answer = client.post("/import/", {})
    assert (answer.status_code, "Choose a file first." in answer.text) == (422, True)


def test_the_same_file_again_brings_nothing_new(client: Client) -> None:
    press(client, upload(client, "jobhuntbuddy.json"))
    before = export_text()
    done = press(client, upload(client, "jobhuntbuddy.json"))
    assert "Nothing was new" in done.text
    assert (export_text(), Change.objects.count()) == (before, 1)


def test_an_archive_of_ours_goes_the_same_way_and_can_be_taken_back(client: Client, pine: Candidacy) -> None:
    Profile(name="Dana Whitfield").save()
    whole = export_text()
    wipe()
    Profile.objects.all().delete()
    empty = export_text()
    page = upload(client, "all.json", whole.encode())
    assert "an archive of Afterword" in page.text
    assert export_text() == empty
    press(client, page)
    assert export_text() == whole
    undo(Change.objects.get())
    assert export_text() == empty


def test_the_file_is_mine_alone_and_thrown_away_afterwards(client: Client) -> None:
    upload(client, "spreadsheet.csv")
    (file,) = waiting.waiting_now()
    kept = [file.folder, *file.folder.iterdir()]
    assert {one.name: stat.S_IMODE(one.stat().st_mode) for one in kept} == {
        str(file.pk): 0o700,
        "file": 0o600,
        "state.json": 0o600,
    }
    press(client, client.get(f"/import/{file.pk}/"))
    assert (file.data(), (file.folder / "file").exists()) == (b"", False)


def test_cancel_throws_it_away(client: Client) -> None:
    page = upload(client, "spreadsheet.csv")
    press(client, page, "forget")
    assert waiting.waiting_now() == []
    assert client.get(page.request["PATH_INFO"]).status_code == 404


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Imports wait for a word after their copy is made."""
    go_on = threading.Event()
    monkeypatch.setattr(bringing, "back_up_first", lambda: go_on.wait(20))
    yield go_on
    go_on.set()


def test_while_it_runs_it_says_how_far_it_is_and_can_be_stopped(
    client: Client, held: threading.Event
) -> None:
    before = export_text()
    here = upload(client, "spreadsheet.csv").request["PATH_INFO"]
    assert client.post(f"{here}apply/", {"skip": ["3", "4"]}).headers["Location"] == f"{here}progress/"
    page = client.get(f"{here}progress/")
    assert "Bringing in 3 rows" in page.text
    assert "Stop, change nothing" in page.text
    part = client.get(f"{here}progress/", headers={"HX-Request": "true"})
    assert ("<progress" in part.text, "<html" in part.text) == (True, False)
    assert client.get(here).headers["Location"] == f"{here}progress/"
    under_way = job.of(int(here.split("/")[2]))
    assert under_way
    assert under_way.thread
    under_way.stopped.set()
    held.set()
    under_way.thread.join()
    assert client.post(f"{here}stop/").headers["Location"] == here
    assert "You stopped it. Nothing was changed." in client.get(here).text
    assert export_text() == before
    over = client.get(f"{here}progress/", headers={"HX-Request": "true"})
    assert over.headers["HX-Redirect"] == here


def test_it_is_done_before_everything_is_worked_out_and_the_pages_say_so(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored, go_on = threading.Event(), threading.Event()
    work_out = beside.catch_up

    def later() -> None:
        stored.set()
        go_on.wait(20)
        work_out()

    monkeypatch.setattr(beside, "catch_up", later)
    here = upload(client, "spreadsheet.csv").request["PATH_INFO"]
    client.post(f"{here}apply/", {"skip": ["3", "4"]})
    assert stored.wait(20)
    page = client.get(f"{here}progress/", follow=True)
    assert "It is all here" in page.text
    assert "Still working out where 3 candidacies stand." in page.text
    # Nothing is worked out by a page meanwhile, and none waits for it.
    assert client.get("/candidacies/").context["page"].total == 0
    go_on.set()
    settled = settle(client, here)
    assert "Still working out" not in settled.text
    # One of the three is closed.
    assert client.get("/candidacies/").context["page"].total == 2


def test_two_do_not_run_at_once(client: Client, held: threading.Event) -> None:
    first = upload(client, "spreadsheet.csv").request["PATH_INFO"]
    second = upload(client, "jobsync.csv").request["PATH_INFO"]
    client.post(f"{first}apply/", {"skip": ["3", "4"]})
    answer = client.post(f"{second}apply/")
    assert (answer.status_code, "Another import is under way" in answer.text) == (422, True)
    held.set()
    settle(client, first)


def test_a_crash_in_the_middle_leaves_nothing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    here = upload(client, "spreadsheet.csv").request["PATH_INFO"]
    file = waiting.find(int(here.split("/")[2]))
    assert file
    file.state = waiting.RUNNING
    file.save()
    before, stored = export_text(), []

    def crash(part: many.Part) -> None:
        if stored:
            raise MemoryError
        stored.append(part)
        many_store(part)

    many_store = many._store
    monkeypatch.setattr(many, "_store", crash)
    with pytest.raises(MemoryError):
        job.run(job.Job(file, 1))
    assert (export_text(), Change.objects.count(), len(stored)) == (before, 0, 1)
    assert "It was broken off. Nothing was changed." in client.get(here).text


def test_what_changed_meanwhile_is_not_overwritten(
    client: Client, pine: Candidacy, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = upload(client, "mine.csv", b"Company,Role,Location\nHarbour & Pine,Head of Analytics,Leeds\n")
    store = bringing._store

    def later(*given: Any) -> Any:
        pine.location = "York"
        pine.save()
        return store(*given)

    monkeypatch.setattr(bringing, "_store", later)
    answer = press(client, page)
    assert "Something was changed meanwhile. Nothing was imported" in answer.text
    assert (Candidacy.objects.get().location, Change.objects.count()) == ("York", 0)


@pytest.mark.parametrize("path", ["/import/999999/", "/import/999999/progress/", f"/import/{'9' * 30}/"])
def test_a_file_that_is_not_there(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.post(path.replace("progress", "apply")).status_code == 404


def test_a_preview_asks_as_little_of_fifty_rows_as_of_one(client: Client) -> None:
    counts = []
    for rows in (1, 50):
        data = b"Company,Role\nA,B\n" + b",Planner\n" * rows
        here = upload(client, "mine.csv", data).request["PATH_INFO"]
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(here)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_hostile_words_are_shown_as_words(client: Client) -> None:
    script, picture = "<script>alert(1)</script>", "<img src=x onerror=alert(1)>"
    data = f'Company,Role,<b>x</b>\n{script},"{{{{ 7|add:7 }}}}",y\n,{picture},\n'.encode()
    page = upload(client, "<script>.csv", data)
    assert "<script>alert" not in page.text
    assert "<img src=x" not in page.text
    press(client, page)
    assert Company.objects.get().name == "<script>alert(1)</script>"
