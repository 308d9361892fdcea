"""`manage.py import` of another tracker’s export: added once, matched afterwards, taken back as a whole."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from candidacy import trash
from candidacy.changes import ChangedSinceError, deleted, recorded, redo, undo
from candidacy.models import Candidacy, Change, ChangePart, Company, Contact, Person, Profile
from desk.archive import export_text
from interviews.models import Interview
from tests.desk.moving_in.cast import FILES, brought, day

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db


@pytest.fixture
def pine() -> Candidacy:
    company = Company.objects.create(name="Copperline Ltd")
    return Candidacy.objects.create(
        company=company, role="Analytics manager", stage="interview", location="York", notes="Mine."
    )


def written(folder: Path, text: str) -> Path:
    file = folder / "moved.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_spreadsheet_is_added_and_bad_rows_are_named() -> None:
    said = brought(FILES / "spreadsheet.csv")
    assert said == {
        "added": {"companies": 3, "people": 1, "candidacies": 3, "contacts": 1},
        "matched": {},
        "skipped": [
            "row 3, Fenwick Labs, Data Lead: “31/02/2026” is no date",
            "row 4, No company, Planning Analyst: A candidacy needs a company",
        ],
        "unknown": ["Gut feeling"],
    }
    copper = Candidacy.objects.get(company__name="Copperline")
    assert (copper.stage, copper.applied_on, copper.location) == ("screening", day("2026-10-12"), "Leeds")
    heard = Contact.objects.get()
    assert (heard.candidacy, heard.direction, heard.at, heard.person) == (
        copper,
        "in",
        dt.datetime(2026, 11, 10, 12, tzinfo=dt.UTC),
        Person.objects.get(name="Joanna Hale", email="j.hale@copperline.example"),
    )
    assert Candidacy.objects.get(company__name="Saltmarsh Foods Ltd").closed_as == "rejected"
    pines = Candidacy.objects.get(company__name="Harbour & Pines")
    assert (pines.stage, pines.notes) == ("applied", "Status there: No response")


@pytest.mark.parametrize(
    "name",
    ["spreadsheet.csv", "jobsync.csv", "simplify.csv", "teal.csv", "huntr.csv", "huntr-short.csv",
     "linkedin.csv", "linkedin-short.csv", "jobhuntbuddy.json", "people.vcf"],
)  # fmt: skip
def test_the_same_file_twice_adds_nothing_and_undo_leaves_nothing(name: str, pine: Candidacy) -> None:
    before = export_text()
    first = brought(FILES / name)
    after = export_text()
    again = brought(FILES / name)
    assert (again["added"], again["skipped"], export_text()) == ({}, first["skipped"], after)
    assert Change.objects.count() == 1
    undo(Change.objects.get())
    assert export_text() == before
    redo(Change.objects.get())
    assert export_text() == after
    undo(Change.objects.get())
    assert export_text() == before


def test_a_dry_run_says_the_same_and_adds_nothing(tmp_path: Path) -> None:
    before = export_text()
    planned = brought(FILES / "jobhuntbuddy.json", "--dry-run")
    assert (export_text(), Change.objects.count()) == (before, 0)
    assert planned == brought(FILES / "jobhuntbuddy.json")
    talk = Interview.objects.get()
    assert (talk.channel, [person.name for person in talk.people.all()]) == ("phone", ["Joanna Hale"])


def test_a_match_gains_what_it_lacks_and_nothing_of_mine_is_replaced(pine: Candidacy, tmp_path: Path) -> None:
    brought(
        written(
            tmp_path,
            "Company,Role,Status,Applied,Location,Link,Notes\n"
            "COPPERLINE,analytics manager,Applied,2026-10-12,Leeds,https://jobs.example/1,Theirs.\n",
        )
    )
    row = Candidacy.objects.get()
    assert (row.stage, row.location, row.notes) == ("interview", "York", "Mine.\nTheirs.")
    assert (row.applied_on, row.posting_url) == (day("2026-10-12"), "https://jobs.example/1")
    assert row.version == pine.version + 1


def test_a_person_gains_an_address_and_keeps_the_title_i_gave(pine: Candidacy, tmp_path: Path) -> None:
    Person.objects.create(company=pine.company, name="Joanna Hale", title="Head of Data")
    brought(
        written(
            tmp_path,
            "Company,Role,Contact,Contact Title,Contact Email,Contact Phone\n"
            "Copperline,Analytics Manager,Joanna Hale,Recruiter,j.hale@copperline.example,+44 1\n",
        )
    )
    row = Person.objects.get()
    assert (row.title, row.email, row.phone) == ("Head of Data", "j.hale@copperline.example", "+44 1")


@pytest.mark.parametrize(
    ("here", "there", "then"),
    [
        ("interview", "Applied", "interview"),
        ("applied", "Phone Screen", "screening"),
        ("offer", "Interview", "offer"),
        ("applied", "Ghosted", "applied"),
        ("screening", "Wishlist", "screening"),
    ],
)
def test_a_stage_never_goes_back(pine: Candidacy, tmp_path: Path, here: str, there: str, then: str) -> None:
    Candidacy.objects.update(stage=here)
    brought(written(tmp_path, f"Company,Role,Status\nCopperline,Analytics Manager,{there}\n"))
    row = Candidacy.objects.get()
    assert (row.stage, [move["stage"] for move in row.moves]) == (then, [then] if then != here else [])


def test_what_has_ended_stays_ended(pine: Candidacy, tmp_path: Path) -> None:
    Candidacy.objects.update(closed_as="withdrawn", closed_on=day("2026-10-01"))
    brought(written(tmp_path, "Company,Role,Status\nCopperline,Analytics Manager,Offer accepted\n"))
    row = Candidacy.objects.get()
    assert (row.stage, row.closed_as, row.closed_on) == ("interview", "withdrawn", day("2026-10-01"))


def test_one_role_twice_in_a_file_is_one_candidacy_unless_it_is_another_posting(tmp_path: Path) -> None:
    said = brought(
        written(
            tmp_path,
            "Company,Role,Applied,Link,Status\n"
            "Copperline,Buyer,2026-01-10,https://jobs.example/1,Rejected\n"
            "Copperline,Buyer,2026-01-10,,Applied\n"
            "Copperline,Buyer,2026-10-12,https://jobs.example/2,Applied\n",
        )
    )
    assert (said["added"], said["matched"]) == ({"companies": 1, "candidacies": 2}, {"candidacies": 1})


def test_undo_is_refused_where_something_was_built_on_it(tmp_path: Path) -> None:
    brought(written(tmp_path, "Company,Role\nCopperline,Buyer\n"))
    row = Candidacy.objects.get()
    with recorded("Changed", row):
        row.location = "Leeds"
        row.save()
    imported, edited = Change.objects.order_by("pk")
    with pytest.raises(ChangedSinceError):
        undo(imported)
    undo(edited)
    Contact.objects.create(candidacy=row, at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC))
    with pytest.raises(ChangedSinceError):
        undo(imported)
    Contact.objects.all().delete()
    undo(imported)
    assert Company.objects.count() == 0


def test_a_part_that_cannot_be_read_is_not_undone(tmp_path: Path) -> None:
    brought(written(tmp_path, "Company,Role\nCopperline,Buyer\n"))
    ChangePart.objects.update(packed=b"nothing of ours")
    with pytest.raises(ChangedSinceError):
        undo(Change.objects.get())
    assert Company.objects.count() == 1


def test_an_import_shares_no_key_with_what_was_deleted(tmp_path: Path) -> None:
    gone = Company.objects.create(name="Gone")
    key = gone.pk
    gone.delete()
    brought(written(tmp_path, "Company,Role\nCopperline,Buyer\n"))
    assert Company.objects.get().pk > key
    assert Company.objects.create(name="Next").pk > Company.objects.get(name="Copperline").pk


def test_with_the_trash_what_an_import_held_of_it_goes_too(tmp_path: Path) -> None:
    brought(written(tmp_path, "Company,Role\nCopperline,Buyer\nFenwick Labs,Data Lead\n"))
    deleted("Copperline deleted", Company.objects.get(name="Copperline"))
    trash.empty(timezone.now())
    assert (Change.objects.earliest("pk").many, ChangePart.objects.count()) == (0, 0)
    assert [row.name for row in Company.objects.all()] == ["Fenwick Labs"]


def test_the_country_says_which_figure_is_the_month(tmp_path: Path) -> None:
    Profile(country="US", time_zone="America/New_York").save()
    brought(written(tmp_path, "Company,Applied\nCopperline,12/10/2026\n"))
    assert Candidacy.objects.get().applied_on == day("2026-12-10")


def test_from_overrules_and_a_bad_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    file = written(tmp_path, "Company,Title,List\nCopperline,Buyer,Offer\n")
    assert brought(file, "--from", "csv")["added"] == {"companies": 1, "candidacies": 1}
    assert brought(file, "--from", "huntr")["added"] == {}
    with pytest.raises(
        CommandError, match=r"^Nothing was imported\. There is no address card in this file\.$"
    ):
        call_command("import", str(file), "--from", "vcard")
    with pytest.raises(CommandError, match="No column of this file is known"):
        call_command("import", str(written(tmp_path, "Colour,Size\nred,3\n")))


def test_what_was_done_is_said_in_lines() -> None:
    out = io.StringIO()
    call_command("import", str(FILES / "spreadsheet.csv"), stdout=out)
    assert out.getvalue().splitlines() == [
        "Added: 3 companies, 1 person, 3 candidacies, 1 contact.",
        "Skipped row 3, Fenwick Labs, Data Lead: “31/02/2026” is no date.",
        "Skipped row 4, No company, Planning Analyst: A candidacy needs a company.",
        "Unknown field, not imported: Gut feeling",
    ]


def test_all_that_is_brought_in_passes_the_forms_of_the_pages() -> None:
    for name in ("spreadsheet.csv", "jobhuntbuddy.json", "people.vcf", "huntr.csv"):
        brought(FILES / name)
    for model in (Company, Person, Candidacy, Contact, Interview):
        for row in model.objects.all():
            row.full_clean()
