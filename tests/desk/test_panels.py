"""Whom `today` writes to for many small panels, each brought in as an archive."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command

from tests.desk.cast import row

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.django_db
ON = "2026-11-17T09:00"
ZONES = {"GB": "Europe/London", "US": "America/New_York"}
PANELS = [
    block.splitlines()
    for block in (Path(__file__).parent / "panels.txt").read_text(encoding="utf-8").split("\n\n")
    if not block.startswith("#")
]


def moment(day: int, minutes: int = 0) -> str:
    return f"2026-11-{day:02}T{10 + minutes // 60}:{minutes % 60:02}"


def archive(panel: list[str]) -> dict[str, Any]:
    """The archive of one candidacy with that panel."""
    role, sector, country, stage = (word.strip() for word in panel[1].split(","))
    candidacy = {"key": "c", "role": role, "stage": stage, "applied_on": "2026-11-01"}
    people = [[cell.strip() for cell in line.split("|")] for line in panel[2:-1]]
    # Key, talks as they were written, and the rest of what is said of each.
    said = [(f"p{at}", cells[3], " ".join(cells[4:])) for at, cells in enumerate(people)]
    persons = [_person(key, *cells[:3], words) for (key, _, words), cells in zip(said, people, strict=True)]
    agents = [one for one, (_, _, words) in zip(persons, said, strict=True) if "at Wexley" in words]
    theirs = {
        **candidacy,
        "interviews": [
            _talk(key, talk) for key, talks, _ in said for talk in re.findall(r"\d+:\d+[xa]?", talks)
        ],
        "letters": [letter for key, _, words in said for letter in _letters(key, words)],
        "contacts": [line for key, _, words in said for line in _lines(key, words)],
    }
    return {
        "format": "afterword",
        "version": 1,
        "profile": {"name": "Dana Whitfield", "country": "GB", "time_zone": ZONES["GB"]},
        "companies": [
            _company("Wexley Search", "agency", country, agents, []),
            _company("Hollow", sector, country, [one for one in persons if one not in agents], [theirs]),
        ],
    }


def _company(
    name: str, sector: str, country: str, people: list[dict[str, Any]], candidacies: list[dict[str, Any]]
) -> dict[str, Any]:
    place = {"country": country, "time_zone": ZONES[country]}
    return {
        "key": name,
        "name": name,
        "sector": sector,
        **place,
        "people": people,
        "candidacies": candidacies,
    }


def _person(key: str, name: str, title: str, relation: str, words: str) -> dict[str, Any]:
    rank = re.search(r"rank (\d+)", words)
    own = int(rank[1]) if rank else None
    return {"key": key, "name": name, "title": title, "relation": relation, "rank": own}


def _talk(key: str, said: str) -> dict[str, Any]:
    day, minutes = (int(word) for word in said.rstrip("xa").split(":"))
    return {
        "key": f"talk of {key} on {day}",
        "starts_at": moment(day),
        "ends_at": moment(day, minutes),
        "channel": "video",
        "cancelled": said.endswith("x"),
        "interviewers": [{"person": key, "present": not said.endswith("a"), "notes": []}],
    }


def _letters(key: str, words: str) -> Iterator[dict[str, Any]]:
    for day, via in re.findall(r"letter (\d+)(?: via (\d+))?", words):
        sent = {"kind": "thank_you", "status": "sent", "sent_at": moment(int(day))}
        text = {"subject": "Thank you", "body": "Thank you."}
        yield {"key": f"letter to {key}", "to": key, **sent, **text, "via": f"p{via}" if via else None}


def _lines(key: str, words: str) -> Iterator[dict[str, Any]]:
    for day in re.findall(r"wrote (\d+)", words):
        yield {
            "key": f"line of {key}",
            "at": moment(int(day)),
            "direction": "in",
            "channel": "email",
            "person": key,
        }


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel[0])
def test_panel(panel: list[str], tmp_path: Path) -> None:
    file = tmp_path / "panel.json"
    file.write_text(json.dumps(archive(panel)), encoding="utf-8")
    call_command("import", str(file), stdout=io.StringIO())
    found = row(ON)
    reader, second = found["write_to"] or {}, found["runner_up"] or {}
    expected = [None if word == "-" else word for word in re.split(r",\s+", panel[-1].removeprefix("-> "))]
    assert [reader.get("name"), second.get("name"), reader.get("route")] == expected, reader.get("why")
