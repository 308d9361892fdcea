"""Whatever is handed to the pages of moving in, the answer is a page, and the record holds nothing odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from candidacy.models import Candidacy, Company, Contact, Person, Profile
from desk.moving_in import bringing, previewing, waiting
from desk.moving_in.recognising import recognise
from desk.moving_in.refusing import UnknownFileError
from interviews.models import Interview

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db

CELL = st.sampled_from(
    ["", "A", "Copperline", "Applied", "Rejected", "31/02/2026", "12/10/2026", "0001-01-01",
     "javascript:alert(1)", "https://[", "\u202eevil", "x" * 300, "9" * 30, "=1+1", "N/A", "a@b.example",
     "<script>", "2026-03-29 01:30", "👩‍🚀", "\x00", "Joanna <j@x.example>; Tom (Head)"]
) | st.text(max_size=12)  # fmt: skip
HEADINGS = "Company,Role,Applied,Status,Link,Contact,Last Heard,Interview,Notes"
PATIENT = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def table(rows: list[list[str]]) -> bytes:
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    return "\r\n".join([HEADINGS, *lines]).encode("utf-8", "replace")


ROWS = st.lists(st.lists(CELL, min_size=1, max_size=10), min_size=1, max_size=6)


@PATIENT
@given(data=st.binary(max_size=200) | ROWS.map(table), typed=CELL, chosen=CELL)
def test_a_page_answers_any_file_and_any_decision(
    client: Client, data: bytes, typed: str, chosen: str
) -> None:
    answer = client.post("/import/", {"file": SimpleUploadedFile("a.csv", data)})
    assert answer.status_code in (302, 422)
    if answer.status_code == 302:
        here = answer.headers["Location"]
        assert client.get(here).status_code == 200
        sent = {f"r{n}": typed for n in range(1, 9)} | {f"m{n}": chosen for n in range(12)}
        looked = client.post(here, {**sent, "do": "look", "skip": [chosen]})
        assert looked.status_code in (302, 422)
        assert client.get(f"{here}?columns=all").status_code == 200
        assert client.post(here, {"do": "forget"}).status_code == 302


@PATIENT
@given(rows=ROWS)
def test_whatever_is_brought_in_passes_the_forms_of_the_pages(rows: list[list[str]]) -> None:
    profile = Profile.load()
    try:
        found = recognise(table([["A", "B"], *rows]), bringing.asked(profile))
    except UnknownFileError as error:
        if error.code != "no_text":
            raise
        # So many control characters that no program wrote it.
        reject()
    bringing.bring_in(found, profile, bringing.Choices(), "Imported")
    for model in (Company, Person, Candidacy, Contact, Interview):
        for row in model.objects.all():
            row.full_clean()
    again = bringing.bring_in(found, profile, bringing.Choices(), "Imported")
    assert (dict(again.added), again.change) == ({}, None)


def test_a_state_that_somebody_else_wrote_is_no_file(client: Client) -> None:
    file = waiting.put("a.csv", "", b"Company\nA\n")
    previewing.look(file)
    file.save()
    (file.folder / "state.json").write_text('{"pk": 1}')
    assert client.get(f"/import/{file.pk}/").status_code == 404
    file.forget()
