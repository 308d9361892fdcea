"""Tables as people keep them: titles above the headings, blank rows, other signs and languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.moving_in.columns import meanings_of
from desk.moving_in.recognising import SOURCES, Asked, recognise
from desk.moving_in.refusing import UnknownFileError
from desk.moving_in.stages import Said, said
from tests.desk.moving_in.cast import TODAY, day, rows

MESSY = (
    "My search 2026;;;;\r\n"
    ";Who;;When;\r\n"
    "Firma;Stelle;Status;Beworben am;Ansprechpartner\r\n"
    ";;;;\r\n"
    'Müller & Söhne GmbH;"Analystin\r\n(m/w/d)";Absage;12. Oktober 2026;\r\n'
    "Fenwick Labs;Data Lead;Vorstellungsgespräch;13.10.2026;Joanna Hale (Head of Data)\r\n"
    "\r\n"
    "Firma;Stelle;Status;Beworben am;Ansprechpartner\r\n"
    "FENWICK LABS;data lead;;2026-10-13;j.hale@fenwick.example\r\n"
    "Copperline;Einkauf;Keine Antwort;46307;;more;and more\r\n"
    "Saltmarsh\r\n"
)  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_messy_spreadsheet_in_any_encoding(encoding: str) -> None:
    found = recognise(MESSY.encode(encoding), Asked(TODAY))
    read = list(found.rows())
    assert found.source == "csv"
    assert [(row.number, row.company, row.role) for row in read] == [
        (5, "Müller & Söhne GmbH", "Analystin (m/w/d)"),
        (6, "Fenwick Labs", "Data Lead"),
        (9, "FENWICK LABS", "data lead"),
        (10, "Copperline", "Einkauf"),
        (11, "Saltmarsh", ""),
    ]
    assert [row.applied_on for row in read] == [
        day("2026-10-12"), day("2026-10-13"), day("2026-10-13"), day("2026-10-12"), None,
    ]  # fmt: skip
    assert [(row.stage, row.closed_as) for row in read[:2]] == [("", "rejected"), ("interview", "")]
    assert [(one.name, one.title, one.email) for row in read for one in row.people] == [
        ("Joanna Hale", "Head of Data", "")
    ]
    assert read[2].remarks == [("person", "j.hale@fenwick.example")]
    assert read[3].remarks == [("more", "more, and more"), ("status", "Keine Antwort")]


def test_the_whole_column_says_how_its_days_are_meant() -> None:
    text = "Company,Applied,Last heard\nA,12/10/2026,10/12/2026\nB,01/02/2026,10/13/2026\n"
    assert [row.applied_on for row in rows(text)] == [day("2026-10-12"), day("2026-02-01")]
    assert [row.applied_on for row in rows(text, us=True)] == [day("2026-12-10"), day("2026-01-02")]
    assert [row.words[0].when for row in rows(text)] == [day("2026-10-12"), day("2026-10-13")]


def test_the_preview_says_how_an_ambiguous_day_is_read() -> None:
    found = recognise(b"Company,Applied\nA,2026-10-01\nB,12/10/2026\n", Asked(TODAY))
    assert found.table
    applied = found.table.columns[1]
    assert (applied.example, applied.read_as) == ("12/10/2026", day("2026-10-12"))


@pytest.mark.parametrize(
    ("headings", "meanings"),
    [
        (["Company Name", "Job Title", "Date Applied"], ["company", "role", "applied_on"]),
        (["Unternehmen", "Stelle", "Beworben am", "Gehalt"], ["company", "role", "applied_on", "pay"]),
        (
            ["Entreprise", "Poste", "Date de candidature", "Lieu"],
            ["company", "role", "applied_on", "location"],
        ),
        (["Empresa", "Puesto", "Fecha de solicitud", "Estado"], ["company", "role", "applied_on", "stage"]),
        (["COMPANY / FIRMA", "role (m/f/d)", "The link"], ["company", "role", "posting_url"]),
        (["Company", "Employer", "Notes", "Comments"], ["company", "", "notes", "notes"]),
    ],
)
def test_columns_by_their_words(headings: list[str], meanings: list[str]) -> None:
    assert meanings_of(headings) == meanings


def test_a_column_can_be_mapped_by_hand_and_a_cell_mended() -> None:
    text = "Wer,Was,Wann\nCopperline,Einkauf,31/02/2026\n"
    (row,) = rows(text, meanings={0: "company", 1: "role", 2: "applied_on"})
    assert (row.company, row.role, [one.value for one in row.problems]) == (
        "Copperline",
        "Einkauf",
        ["31/02/2026"],
    )
    (row,) = rows(
        text, meanings={0: "company", 1: "role", 2: "applied_on"}, mended={2: {"applied_on": "2026-02-28"}}
    )
    assert (row.applied_on, row.problems) == (day("2026-02-28"), [])


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("Phone Screen", Said(stage="screening")),
        ("3. Onsite (panel)", Said(stage="interview")),
        ("Rejected - no visa", Said(closed_as="rejected")),
        ("Offer declined", Said(closed_as="declined")),
        ("🟢 Applied", Said(stage="applied")),
        ("Entretien téléphonique", Said(stage="screening")),
        ("Oferta aceptada", Said(closed_as="accepted")),
        ("Ghosted", Said(known=False)),
        ("Waiting for the moon", Said(stage="applied")),
        ("Hmm", Said(known=False)),
    ],
)
def test_words_of_stages(word: str, means: Said) -> None:
    assert said(word) == means


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("https://jobs.example/1", []),
        ("jobs.example/1", []),
        ("see e-mail", []),
        ("javascript:alert(1)", ["no_link"]),
        ("data:text/html,x", ["no_link"]),
        ("https://" + "x" * 2100 + ".example", ["too_long"]),
    ],
)
def test_links_lead_to_web_pages_or_are_words(cell: str, codes: list[str]) -> None:
    (row,) = rows(f"Company,Link\nA,{cell}\n")
    assert [problem.code for problem in row.problems] == codes
    assert row.posting_url.startswith("https://") or row.posting_url == ""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xff\xfe", "empty"),
        (b" \n\n", "empty"),
        (b"\x00\x01\x02\x03" * 500, "no_text"),
        (b"PK\x03\x04rest", "workbook"),
        (b"%PDF-1.7", "pdf"),
        (b"Just a sentence.\nAnd another.\n", "no_table"),
        (b"Colour,Size\nred,3\n", "unknown"),
        (b"Company,Role\n", "no_rows"),
        (b'{"jobs": [{"company": "A"}, ', "no_json"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(UnknownFileError) as refused:
        list(recognise(data, Asked(TODAY)).rows())
    assert refused.value.code == code


def is_read(data: bytes, source: str = "") -> bool:
    """Whether it can be read; and then every row has a company, or says what is wrong."""
    try:
        read = list(recognise(data, Asked(TODAY, source=source)).rows())
    except UnknownFileError:
        return False
    return all(row.problems or row.company for row in read)


@settings(max_examples=150)
@given(st.binary(max_size=400) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_any_file_is_read_or_refused(data: bytes) -> None:
    assert {is_read(data, source) for source in ("", *SOURCES)} <= {True, False}


TYPED = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@given(st.lists(st.lists(TYPED, min_size=1, max_size=6), max_size=8))
def test_any_cells_make_rows(cells: list[list[str]]) -> None:
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in cells]
    text = "\n".join(["Company,Role,Status,Applied,Link,Contact", "A,B,,,,", *lines])
    assert is_read(text.encode("utf-8", "replace"), "csv")
