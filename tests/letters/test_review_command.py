"""`review` and the checks of `draft`, from rows to a terminal and to JSON."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from candidacy.models import Company, Person
from letters.models import Letter
from letters.review.kinds import checks_for

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db
FREIGHT = Path(__file__).parents[1] / "data" / "freight_silent.json"
AFTER_THE_TALKS, A_DAY_LATER = "2026-08-26T08:00", "2026-08-27T08:00"
TO_OSKAR = """\
Dear Oskar,

Thank you for the frank talk on Tuesday. Cost per parcel reaches you nine days after month end, and by
then the bad lane has repeated itself. You would rather have a rough figure on Monday.

I would start with a weekly estimate from three inputs: hours, parcels, rejected loads.

Kind regards,
Dana
"""


@pytest.fixture(autouse=True)
def freight() -> None:
    call_command("import", str(FREIGHT), stdout=io.StringIO())


def reviewed(file: Path, *words: str, on: str = AFTER_THE_TALKS) -> dict[str, Any]:
    out = io.StringIO()
    call_command("review", str(file), "Hollowell Freight", *words, "--on", on, "--json", stdout=out)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "letter.txt"
    file.write_bytes(text.encode(encoding))
    return file


def by_id(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {check["id"]: check for check in found["checks"]}


def test_every_check_of_the_kind_is_listed_once(tmp_path: Path) -> None:
    file = written(tmp_path, TO_OSKAR)
    for kind in ("thank_you", "nudge", "second_nudge", "closing", "free"):
        found = reviewed(file, "--to", "Oskar", "--kind", kind)
        assert [check["id"] for check in found["checks"]] == [
            one for one in checks_for(kind) if one != "subject"
        ]
        levels = [check["level"] for check in found["checks"]]
        assert (found["stops"], found["looks"]) == (levels.count("stop"), levels.count("look"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_spans_count_characters_of_the_text_whatever_its_encoding(
    tmp_path: Path, encoding: str, end: str
) -> None:
    text = "Subject: Your numbers, and one thought\n\nDear Miriam,\n\nSorry to bother you.\n".replace(
        "\n", end
    )
    found = by_id(reviewed(written(tmp_path, text, encoding), "--to", "Oskar"))
    assert found["subject"]["level"] == "ok"
    assert found["wrong_name"]["level"] == "stop"
    assert [text[a:b] for a, b in found["wrong_name"]["spans"]] == ["Miriam"]
    assert [text[a:b] for a, b in found["apology"]["spans"]] == ["Sorry to bother you"]


def test_an_empty_subject_is_checked_and_a_long_one_is_marked(tmp_path: Path) -> None:
    empty = reviewed(written(tmp_path, f"Subject:\n\n{TO_OSKAR}"), "--to", "Oskar")
    assert (by_id(empty)["subject"]["level"], by_id(empty)["subject"]["spans"]) == ("look", [])
    subject = "A few thoughts on the cost per parcel after our talk on Tuesday"
    text = f"Subject: {subject}\n\n{TO_OSKAR}"
    long = by_id(reviewed(written(tmp_path, text), "--to", "Oskar"))["subject"]
    assert (long["level"], [text[a:b] for a, b in long["spans"]]) == ("look", [subject])


def test_the_letter_it_resembles_is_named(tmp_path: Path) -> None:
    file = written(tmp_path, Letter.objects.get(key="S1-l1").body)
    # On the morning after the talks it had not been sent.
    assert by_id(reviewed(file, "--to", "Oskar"))["shared_words"]["level"] == "ok"
    check = by_id(reviewed(file, "--to", "Oskar", on=A_DAY_LATER))["shared_words"]
    assert (check["level"], check["with"]) == ("stop", "Miriam Castell")


def test_a_letter_already_stored_is_not_held_against_itself(tmp_path: Path) -> None:
    file = written(tmp_path, Letter.objects.get(key="S1-l1").body)
    check = by_id(reviewed(file, "--to", "Miriam", on=A_DAY_LATER))["shared_words"]
    assert check["level"] == "ok"


def test_a_thank_you_drafted_again_is_not_held_against_the_one_that_went_out() -> None:
    for name in ("Miriam", "Oskar", "Priya", "Gail"):
        out = io.StringIO()
        words = ["draft", "Hollowell Freight", "--to", name, "--on", A_DAY_LATER, "--json"]
        call_command(*words, stdout=out)
        found = by_id(json.loads(out.getvalue()))
        levels = {found[check]["level"] for check in ("shared_words", "shared_run", "same_note")}
        assert (name, levels) == (name, {"ok"})


def test_other_companies_of_the_records_are_known(tmp_path: Path) -> None:
    Company.objects.create(name="Larkfield Robotics")
    text = TO_OSKAR.replace("I would start", "At Larkfield Robotics I would start")
    found = by_id(reviewed(written(tmp_path, text), "--to", "Oskar"))
    assert found["wrong_company"]["level"] == "stop"
    assert [text[a:b] for a, b in found["wrong_company"]["spans"]] == ["Larkfield Robotics"]


def test_the_agency_in_between_is_no_wrong_company(tmp_path: Path) -> None:
    wexley = Company.objects.create(name="Wexley Search")
    Person.objects.filter(name__startswith="Gail").update(company=wexley, relation="agency")
    text = TO_OSKAR.replace("Kind regards", "Wexley Search has my references.\n\nKind regards")
    assert by_id(reviewed(written(tmp_path, text), "--to", "Oskar"))["wrong_company"]["level"] == "ok"


def test_in_a_terminal(tmp_path: Path) -> None:
    out = io.StringIO()
    file = written(tmp_path, TO_OSKAR.replace("Thank you for the frank talk", "Sorry to bother you"))
    call_command(
        "review", str(file), "Hollowell Freight", "--to", "Oskar", "--on", AFTER_THE_TALKS, stdout=out
    )
    lines = out.getvalue().splitlines()
    assert lines[:4] == [
        "Two things to look at. You can send it as it is.",
        "",
        "  Look again: Only 48 words. Between 90 and 220 leave room for what you heard.",
        "  Look again: “Sorry to bother you” says sorry for writing. Try cutting it: you are welcome.",
    ]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("Nowhere Ltd", "--to", "Oskar"), "There is no company called “Nowhere Ltd”."),
        (
            ("Hollowell Freight", "--to", "Ruth"),
            "There is no person called “Ruth” at Hollowell Freight.",
        ),
    ],
)
def test_nobody_of_that_name(tmp_path: Path, words: tuple[str, ...], line: str) -> None:
    with pytest.raises(CommandError, match=line) as refused:
        call_command("review", str(written(tmp_path, TO_OSKAR)), *words)
    assert refused.value.returncode == 1


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (None, "There is no file "),
        (b"\xff\xfe\x00\xd8", "is not text in UTF-8 or UTF-16"),
        (b"Dear Oskar \xe9", "is not text in UTF-8 or UTF-16"),
        (b"Dear\x00\x00 Oskar", "is no plain text"),
        (b" \n", "is empty"),
        (b"a" * (1024 * 1024 + 1), "is larger than 1 MB"),
    ],
    ids=["missing", "half a sign", "latin-1", "binary", "blank", "huge"],
)
def test_files_that_are_no_letter(tmp_path: Path, content: bytes | None, line: str) -> None:
    file = tmp_path / "letter.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CommandError, match=line):
        reviewed(file, "--to", "Oskar")


def test_a_moment_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    file = str(written(tmp_path, TO_OSKAR))
    with pytest.raises(CommandError, match="--on takes a moment") as refused:
        call_command("review", file, "Hollowell Freight", "--to", "Oskar", "--on", "soon")
    assert refused.value.returncode == 2


def test_a_draft_carries_its_checks() -> None:
    out = io.StringIO()
    call_command("draft", "Hollowell Freight", "--to", "Oskar", "--on", AFTER_THE_TALKS, "--json", stdout=out)
    found = json.loads(out.getvalue())
    assert [check["id"] for check in found["checks"]] == list(checks_for("thank_you"))
    assert all(0 <= a < b <= len(found["body"]) for check in found["checks"] for a, b in check["spans"])


def test_nothing_is_stored_and_queries_do_not_grow(
    tmp_path: Path, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    file = written(tmp_path, TO_OSKAR)
    before = Letter.objects.count()
    for at in range(20):
        Company.objects.create(name=f"Other {at}")
    with django_assert_num_queries(14):
        reviewed(file, "--to", "Oskar")
    assert Letter.objects.count() == before
