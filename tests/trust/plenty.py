"""An archive of as many records as wanted, of every sort, as a very long search would leave it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

# Of each company: itself, 2 people, a development, a candidacy, 12 contacts, 3 talks of 2 people with 12
# notes each, and 2 letters.
A_COMPANY = 1 + 2 + 1 + 1 + 12 + 3 * (1 + 2 * (1 + 12)) + 2


def archive(records: int) -> dict[str, Any]:
    """At least so many records, nearly all of them notes, contacts and interviewers."""
    return {
        "format": "afterword",
        "version": 1,
        "profile": {"name": "Dana Whitfield", "country": "GB", "time_zone": "Europe/London"},
        "companies": [_company(n) for n in range(-(-records // A_COMPANY))],
    }


def written(records: int, file: Path) -> Path:
    """The same in a file."""
    file.write_text(json.dumps(archive(records), ensure_ascii=False), encoding="utf-8")
    return file


def _company(n: int) -> dict[str, Any]:
    people = [f"p{n}-{which}" for which in "ab"]
    return {
        "key": f"co{n}",
        "name": f"Hollowell Freight {n}",
        "country": "GB",
        "people": [{"key": key, "name": f"Miriam Castell {key}", "title": "COO"} for key in people],
        "developments": [{"key": f"d{n}", "title": "A chilled contract", "published_on": "2026-09-01"}],
        "candidacies": [
            {
                "key": f"c{n}",
                "role": "Operations Manager",
                "stage": "interview",
                "contacts": [_contact(f"k{n}-{m}", people[m % 2], m) for m in range(12)],
                "interviews": [_interview(f"{n}-{m}", people, m) for m in range(3)],
                "letters": [
                    {"key": f"l{n}-{m}", "to": people[m], "kind": "thank_you", "notes": [f"n{n}-0-{m}-0"]}
                    for m in range(2)
                ],
            }
        ],
    }  # fmt: skip


def _contact(key: str, person: str, m: int) -> dict[str, Any]:
    text = f"They will write by the {m + 3}th, and asked for the samples again."
    return {"key": key, "at": f"2026-09-{m + 1:02}T10:00", "direction": "in", "person": person, "text": text}


def _interview(key: str, people: list[str], m: int) -> dict[str, Any]:
    seats = [
        {"person": person, "notes": [_note(f"n{key}-{s}-{n}", n) for n in range(12)]}
        for s, person in enumerate(people)
    ]
    return {"key": f"i{key}", "starts_at": f"2026-08-{m + 10}T09:00", "interviewers": seats}


def _note(key: str, n: int) -> dict[str, Any]:
    text = f"{n}: every depot keeps its own list of claims, and nobody reads the others’."
    return {"key": key, "kind": "challenge", "mood": "bad", "text": text}
