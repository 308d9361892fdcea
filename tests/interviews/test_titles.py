"""How many spellings of a title rank: one long table, read by people first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from interviews.seniority import rank

TABLE = Path(__file__).parent / "titles.txt"
KIND = re.compile(r"\[(?P<sector>\w+) (?P<country>[A-Z]{2})\]")
ROW = re.compile(r"(?P<level>\d+) +(?:(?P<off>off) +)?(?P<title>.+)")


def _rows() -> list[tuple[str, str, str, int, bool]]:
    """Title, sector, country, level and whether in line, of every row of the table."""
    rows: list[tuple[str, str, str, int, bool]] = []
    kind: re.Match[str] | None = None
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        kind = KIND.fullmatch(line) or kind
        row = ROW.fullmatch(line)
        if row and kind:
            rows.append((row["title"], kind["sector"], kind["country"], int(row["level"]), not row["off"]))
    return rows


ROWS = _rows()


def test_the_table_is_read_whole() -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    assert len(ROWS) == len([line for line in lines if line and line[0] not in "#["])
    assert len(set(ROWS)) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}, {row[1]} {row[2]}")
def test_title(row: tuple[str, str, str, int, bool]) -> None:
    title, sector, country, level, in_line = row
    found = rank(title, sector, country)
    assert (found.level, found.in_line) == (level, in_line), found.why
