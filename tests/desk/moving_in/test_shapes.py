"""The exports of each tracker, in their exact shapes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desk.moving_in.json_text import Json
from desk.moving_in.on_disk import OnDisk
from desk.moving_in.recognising import Asked, recognise
from desk.moving_in.refusing import UnknownFileError
from desk.moving_in.rows import Somebody, Word
from tests.desk.moving_in.cast import FILES, TODAY, day, rows_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("jobsync.csv", "jobsync"),
        ("simplify.csv", "simplify"),
        ("teal.csv", "teal"),
        ("huntr.csv", "huntr"),
        ("huntr-short.csv", "huntr"),
        ("linkedin.csv", "linkedin"),
        ("linkedin-short.csv", "linkedin"),
        ("jobhuntbuddy.json", "jobhuntbuddy"),
        ("people.vcf", "vcard"),
        ("spreadsheet.csv", "csv"),
    ],
)
def test_each_is_known_by_its_content(file: str, source: str) -> None:
    assert recognise((FILES / file).read_bytes(), Asked(TODAY)).source == source


def test_jobsync() -> None:
    copper, fenwick, salt = rows_of("jobsync.csv")
    assert (copper.company, copper.role, copper.stage, copper.applied_on) == (
        "Copperline",
        "Analytics Manager",
        "interview",
        day("2026-10-02"),
    )
    assert (copper.location, copper.source) == ("Leeds", "Indeed")
    assert copper.notes == "jobType: Full Time\nworkplaceType: Hybrid"
    assert (fenwick.stage, fenwick.applied_on) == ("wishlist", None)
    assert (salt.closed_as, salt.location, salt.source) == ("rejected", "", "")


def test_simplify() -> None:
    copper, fenwick, salt = rows_of("simplify.csv")
    assert (copper.stage, copper.applied_on, copper.posting_url) == (
        "screening",
        day("2026-10-12"),
        "https://jobs.example/1",
    )
    assert copper.notes == "Ask about the team"
    assert (fenwick.closed_as, fenwick.closed_on) == ("rejected", day("2026-10-30"))
    assert (salt.stage, salt.closed_as, salt.closed_on) == ("applied", "laid_to_rest", day("2026-11-20"))


def test_teal() -> None:
    copper, fenwick = rows_of("teal.csv")
    assert (copper.stage, copper.applied_on, copper.pay) == ("interview", day("2026-10-02"), "60000, 70000")
    assert copper.notes == "excitement: 4\nfollow_up_at: 2026-10-16\nnotes: Ask about the team"
    assert (fenwick.stage, fenwick.applied_on, fenwick.location) == ("wishlist", None, "Remote")


def test_huntr() -> None:
    copper, fenwick = rows_of("huntr.csv")
    assert (copper.stage, copper.posting_text) == ("applied", "We are growing.\nSQL\nCalm")
    assert (fenwick.stage, fenwick.posting_text) == ("screening", "Lead the labs’ data.")
    assert [(one.company, one.stage) for one in rows_of("huntr-short.csv")] == [
        ("Copperline", "wishlist"),
        ("Fenwick Labs", "offer"),
    ]


def test_linkedin_gives_my_own_address_to_nobody() -> None:
    copper, fenwick = rows_of("linkedin.csv")
    assert (copper.applied_on, copper.source, copper.stage) == (day("2026-10-02"), "LinkedIn", "applied")
    assert (copper.files_sent, copper.notes) == ("cv-2026.pdf", "Question And Answers: Years of SQL? 6")
    assert (copper.people, fenwick.applied_on) == ([], day("2026-10-07"))
    assert rows_of("linkedin-short.csv")[0].applied_on == day("2026-10-02")


def test_job_hunt_buddy() -> None:
    copper, fenwick = rows_of("jobhuntbuddy.json")
    assert (copper.stage, copper.applied_on, copper.pay) == ("interview", day("2026-10-02"), "60,000")
    assert (copper.posting_text, copper.notes) == ("We are growing.", "Ask about the team")
    assert copper.people == [
        Somebody(
            "Joanna Hale",
            "Head of Data",
            "j.hale@copperline.example",
            link="https://www.linkedin.com/in/jhale",
        )
    ]
    assert copper.words == [
        Word(dt.datetime(2026, 10, 9, 11, tzinfo=dt.UTC), "in", text="They asked for a call")
    ]
    assert [(one.starts_at, one.channel, [who.name for who in one.people]) for one in copper.meetings] == [
        (dt.datetime(2026, 10, 15, 13, tzinfo=dt.UTC), "phone", ["Joanna Hale"])
    ]
    assert copper.remarks == [
        ("person", "Joanna Hale: Met at a talk"),
        ("event", "2026-10-12: Moved to Interviewing"),
        ("event", "2026-10-15: Went well"),
    ]
    assert (fenwick.closed_as, fenwick.applied_on) == ("withdrawn", None)


def test_json_is_read_in_whatever_pieces_it_comes() -> None:
    text = '{"a": 12, "b": [1, {"c": "}"}], "jobs": [ {"n": 34.5e1},\n"x"]}'
    for width in range(1, len(text) + 1):
        read = Json(text[start : start + width] for start in range(0, len(text), width))
        read.take("{")
        found = []
        while read.following() != "}":
            name = read.value()
            read.take(":")
            found.append((name, read.value()))
        assert found == [("a", 12), ("b", [1, {"c": "}"}]), ("jobs", [{"n": 345.0}, "x"])]
        read.take("}")
        with pytest.raises(ValueError, match="too early"):
            read.following()


@pytest.mark.parametrize("file", sorted(FILES.iterdir()), ids=lambda file: file.name)
def test_a_file_is_the_same_on_disk_as_in_memory(file: Path) -> None:
    there, held = OnDisk(file), file.read_bytes()
    assert (len(there), there[:], there[3:7], there[-5:]) == (len(held), held, held[3:7], held[-5:])
    found, again = (recognise(one, Asked(TODAY)) for one in (there, held))
    assert found.source == again.source
    assert list(found.rows()) == list(again.rows())


@pytest.mark.parametrize("before", [0, (1 << 20) - 6, (1 << 20) - 1, 1 << 20])
def test_the_jobs_are_found_wherever_they_begin(before: int) -> None:
    beginning = '{"settings": "'
    filler = "x" * max(0, before - len(beginning) - 3)
    data = f'{beginning}{filler}", "jobs" :\n [{{"company": "A"}}]}}'.encode()
    assert [row.company for row in recognise(data, Asked(TODAY)).rows()] == ["A"]


def test_json_that_is_cut_short_says_so() -> None:
    data = (FILES / "jobhuntbuddy.json").read_bytes()
    with pytest.raises(UnknownFileError, match="no_json"):
        list(recognise(data[: len(data) // 2], Asked(TODAY)).rows())


def test_address_cards_of_three_versions() -> None:
    hans, joanna, tom = rows_of("people.vcf")
    assert (hans.company, hans.people) == (
        "Copperline",
        [Somebody("Hans Müller", "Head of Data", "h.mueller@copperline.example", "+49 30 1234")],
    )
    assert (joanna.company, joanna.people) == (
        "Fenwick, Labs",
        [Somebody("Joanna Hale", email="j.hale@fenwick.example")],
    )
    assert tom.people == [
        Somebody("Tom Reid", phone="+44-20-7946-0000", link="https://www.linkedin.com/in/treid")
    ]
    assert [problem.code for problem in tom.problems] == ["no_company"]
