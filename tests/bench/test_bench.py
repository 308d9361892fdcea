"""The benchmarks: what is seeded, how a run is told, and a whole run of the smallest size."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from random import Random
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from bench import goals, measure, profiling, report, servers, texts
from bench.exports import SHAPES, export
from bench.floor import prepare
from bench.seeding import fill
from candidacy.models import Candidacy
from desk.moving_in.recognising import Asked, recognise
from desk.today import today
from interviews.models import Interview, Note
from letters.models import Letter

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client


@pytest.mark.django_db
def test_a_fifth_is_open_with_five_talks_ten_notes_and_five_letters_each() -> None:
    fill(20, timezone.now())

    assert (Candidacy.objects.count(), Candidacy.objects.open().count()) == (20, 4)
    assert (Interview.objects.count(), Note.objects.count(), Letter.objects.count()) == (100, 200, 100)


@pytest.mark.django_db
def test_a_letter_is_held_against_the_letters_of_four_candidacies() -> None:
    fill(8, timezone.now())

    assert Letter.objects.to_company(1).count() == 20


@pytest.mark.django_db
def test_the_open_ones_are_open_to_the_clock_too() -> None:
    now = timezone.now()
    fill(40, now)

    assert len(today(now).outlooks) == 8


def test_the_same_number_writes_the_same_letter() -> None:
    first, again, other = (texts.letter(Random(seed), "Ana Silva", "Dana") for seed in (1, 1, 2))

    assert first == again
    assert first != other


def test_ten_thousand_companies_have_a_name_each() -> None:
    assert len({texts.company(number) for number in range(10_000)}) == 10_000


@pytest.mark.parametrize("shape", SHAPES)
def test_an_export_is_known_as_what_it_is_and_every_row_of_it_is_fit_to_be_brought_in(shape: str) -> None:
    found = recognise(export(shape, 300), Asked(dt.date(2026, 11, 2)))
    rows = list(found.rows())

    assert (found.source, len(rows), found.unknown) == (shape, 300, [])
    assert [(row.number, row.problems) for row in rows if row.problems] == []
    assert (
        len({(row.company, row.role, row.people[0].name if row.only_people else "") for row in rows}) == 300
    )
    assert len({row.company for row in rows}) == 75


@pytest.mark.django_db
def test_the_floor_shows_the_rows_of_today() -> None:
    now = timezone.now()
    fill(200, now)
    seen = today(now)

    shown = [(section, one.candidacy.pk) for section, one, _ in prepare.rows(seen)]

    asked = [("replies", one.candidacy.pk) for one in seen.replies]
    assert shown[: len(asked)] == asked
    assert sum(section == "waiting" for section, _ in shown) == 3


def test_a_percentile_is_a_value_that_was_measured() -> None:
    assert measure.percentile([5.0, 1.0, 4.0, 2.0], 50) == 2.0
    assert measure.percentile([5.0, 1.0, 4.0, 2.0], 99) == 5.0


def _row(what: str, size: int, ms: float) -> dict[str, object]:
    row = {"what": what, "size": size, "median_ms": ms, "p99_ms": ms, "cpu_ms": ms, "floor_median_ms": 4.0}
    return {**row, "queries": 5, "bytes": 9000, "ratio": ms / 4}


def test_growth_is_ten_thousand_over_one_thousand() -> None:
    rows = [_row("today", 100, 7.0), _row("today", 1000, 8.0), _row("today", 10_000, 10.0)]

    assert goals.growth(rows) == {"today": 1.25}
    rows[-1]["floor_median_ms"] = 6.0
    said = report.as_text({"rows": rows}).split("\n\n")[1].splitlines()
    assert said == ["10,000 : 1,000 candidacies: today 1.25", "  the floor, with as many rows as Today: 1.5"]


def test_a_saved_run_stands_beside_this_one() -> None:
    now = {
        "rows": [_row("today", 100, 8.0)],
        "start_ms": {"afterword": 800.0, "floor": 500.0},
        "cold_page": None,
    }
    was = {"rows": [_row("today", 100, 80.0)], "start_ms": {"afterword": 2400.0, "floor": 500.0}}

    lines = report.as_text(now, was).splitlines()

    assert lines[0].split()[-2:] == ["ratio", "before"]
    assert lines[1].split() == ["today", "100", "8.00", "8.00", "4.00", "2.00", "8.00", "5", "9000", "20.00"]
    assert lines[-1] == "start_ms: afterword 800, floor 500  (before: afterword 2400, floor 500)"


def test_each_goal_is_judged_and_of_a_page_that_misses_its_own_it_is_said_where_the_time_goes() -> None:
    found = {
        "rows": [
            _row("today", 1000, 8.0), _row("today", 10_000, 8.8), _row("letters", 10_000, 13.0),
            _row("check", 10_000, 99.0),
        ],
        "memory_mib": {"afterword": 81.0, "floor": 37.0, "ratio": 2.19},
        "cold_page": None,
        "profiles": {"letters": {"shares": {"templates and forms": 61}, "longest": {"desk/x.py:y": 40}}},
    }  # fmt: skip

    told = report.as_text(found).split("\n\n")[-1].splitlines()

    assert told == [
        "    met: Today, times the floor 2.20, at most 2.20",
        "    met: Today, p99 over median 1.00, at most 2",
        "    met: Today, queries 5, at most 5",
        "    met: Today, 10,000 : 1,000 1.10, at most 1.25",
        "not met: letters, times the floor 3.25, at most 3.00",
        "         templates and forms 61 %",
        "         desk/x.py:y 40 %",
        "    met: composer check, ms 99.00, at most 100",
        "not met: idle memory, times the floor’s 2.19, at most 1.60",
    ]


@pytest.mark.django_db
def test_a_profile_says_what_the_work_of_a_page_is_for(client: Client) -> None:
    fill(5, timezone.now())

    found = profiling.profile(client, "/candidacies/1/")

    assert found["shares"].keys() <= {*profiling.PARTS.values(), profiling.OURS, profiling.REST}
    assert 97 <= sum(found["shares"].values()) <= 103
    assert found["shares"]["templates and forms"] > 5
    assert all(".py:" in name for name in found["longest"])


def test_what_python_wrote_of_its_imports_is_told_by_package() -> None:
    said = [
        "import time: self [us] | cumulative | imported package",
        "import time:      1500 |       1500 |     holidays.countries.aruba",
        "import time:       500 |       2000 |   holidays",
        "import time:       250 |       2250 | django.db",
        "Starting Afterword.",
    ]

    assert profiling.imported(said) == {"holidays": 2.0, "django": 0.25}


def test_the_floor_stands_without_the_product(tmp_path: Path) -> None:
    file = tmp_path / "floor.sqlite3"
    with closing(sqlite3.connect(file)) as database:
        database.execute(prepare.TABLE)
        database.execute("CREATE TABLE candidacy_candidacy (id INTEGER, role TEXT, company_id INTEGER)")
        database.execute("CREATE TABLE candidacy_company (id INTEGER, name TEXT)")

    with servers.floor(file) as floor:
        assert floor.ask("/")[0] == 200


def test_a_start_is_measured_as_people_have_it_with_what_was_compiled_before() -> None:
    assert servers.compiling({"LANG": "C"}) == {"LANG": "C"}
    kept = str(servers.ROOT / ".venv/compiled")
    unwanted = {"LANG": "C", "PYTHONDONTWRITEBYTECODE": "1"}
    assert servers.compiling(unwanted) == {"LANG": "C", "PYTHONPYCACHEPREFIX": kept}


def test_parts_of_a_hundred_the_largest_first() -> None:
    assert measure.parts_of_hundred({"few": 1, "most": 6, "some": 3}) == {"most": 60, "some": 30, "few": 10}
    assert measure.parts_of_hundred({"few": 1, "most": 6, "some": 3}, 1) == {"most": 60}
    assert measure.parts_of_hundred({}) == {}


def test_what_takes_the_memory_is_told_where_it_is_too_much() -> None:
    memory = {"afterword": 81.0, "floor": 37.0, "ratio": 2.19, "shares": {"made by itself": 92}}
    told = report.as_text({"rows": [], "memory_mib": memory})
    assert "memory_mib: afterword 81.00, floor 37.00, ratio 2.19\n" in told
    assert "made by itself 92 %" in told
    assert "made by itself" not in report.as_text({"rows": [], "memory_mib": {**memory, "ratio": 1.5}})
