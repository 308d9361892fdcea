"""Large things: a note of a megabyte in any script, and a hundred thousand records."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command
from django.urls import reverse

from candidacy.models import News
from interviews.models import Note
from tests.desk.test_archive import wipe
from tests.interviews.cast import lumen, seat
from tests.trust.forms import form_with
from tests.trust.odd import SCRIPTS
from tests.trust.plenty import written
from tests.trust.test_archives import measured

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

    from tests.soak import Soak

MEGABYTE = 1_000_000
# Left out: a browser, and so a form, writes every line end in its own way.
TYPED = {name: words for name, words in SCRIPTS.items() if name != "line ends"}


@pytest.mark.django_db
def test_row_32_a_note_of_a_megabyte_in_any_script_comes_back_exactly(
    client: Client, tmp_path: Path, soak: Soak
) -> None:
    """Typed into the page of a note and into my news, shown, exported, wiped, imported."""
    for name in list(TYPED)[:: soak.count(5, 1)]:
        wipe()
        lumen()
        text = (TYPED[name] * (MEGABYTE // len(TYPED[name]) + 1))[:MEGABYTE].strip()
        note = Note.objects.create(interviewer=seat(), kind="fact", text="To be long")
        page = reverse("interviews:note", args=[note.pk])
        assert client.post(page, form_with(client.get(page), "text").with_(text=text)).status_code == 302
        assert client.post(reverse("candidacy:news"), {"text": text}).status_code == 302
        assert form_with(client.get(page), "text").fields["text"] == [text], name
        call_command("export", str(tmp_path / "all.zip"))
        wipe()
        call_command("import", str(tmp_path / "all.zip"))
        assert (Note.objects.get().text == text, News.objects.get().text == text) == (True, True), name
    soak.say(scripts=len(list(TYPED)[:: soak.count(5, 1)]), characters=MEGABYTE, exact="100 %")


def test_row_32_a_very_long_search_is_imported(home: Path, tmp_path: Path, soak: Soak) -> None:
    records = soak.count(2_000, 100_000)
    file = written(records, tmp_path / "all.json")
    began = time.perf_counter()
    status, said, peak = measured("import", str(file), "--json")
    took = time.perf_counter() - began
    assert status == 0, said
    added: dict[str, Any] = json.loads(said)["added"]
    assert sum(added.values()) >= records
    assert (took < 60, peak < 300) == (True, True), (took, peak)
    soak.say(records=sum(added.values()), seconds=round(took, 1), peak_mb=peak)


def test_row_32_a_very_long_table_of_another_tracker_is_brought_in(
    home: Path, tmp_path: Path, soak: Soak
) -> None:
    """Every row with a company, a person, a day they were last heard of; then the same file again."""
    rows = soak.count(2_000, 100_000)
    file = tmp_path / "all.csv"
    with file.open("w", encoding="utf-8") as opened:
        opened.write("Company,Position,Date Applied,Status,Location,Link,Contact,Contact Email,Last Heard\n")
        for n in range(rows):
            company, day = f"Works {n % (rows // 5)}", f"{n % 28 + 1:02}/{n % 12 + 1:02}/2026"
            opened.write(
                f"{company},Analyst {n},{day},Phone Screen,Leeds,https://jobs.example/{n},"
                f"Person {n},p{n}@works.example,{day}\n"
            )
    began = time.perf_counter()
    status, said, peak = measured("import", str(file), "--json")
    took = time.perf_counter() - began
    assert status == 0, said
    added: dict[str, Any] = json.loads(said)["added"]
    assert added == {"companies": rows // 5, "people": rows, "candidacies": rows, "contacts": rows}
    assert (took < 60, peak < 300) == (True, True), (took, peak)
    _, again, peak_again = measured("import", str(file), "--json")
    assert json.loads(again)["added"] == {}
    # There was something to copy before the second one only.
    assert len(list((home / "backups").glob("*.sqlite3"))) == 1
    soak.say(rows=rows, seconds=round(took, 1), peak_mb=peak, peak_again_mb=peak_again)
