"""Countries as people type them, and the time zones they keep: from the tables of the time zone data."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

# Those of the pages, besides English, which the table of the time zone data speaks.
OTHER_LANGUAGES = ("de",)


@cache
def countries() -> dict[str, str]:
    """The English name of each country by its two-letter code (ISO 3166)."""
    return {code: name for code, name, *_ in _table("iso3166.tab")}


@cache
def names_in(language: str) -> dict[str, str]:
    """The names of the countries by their codes, in a language of the pages; English has none of its own.

    As the Unicode Common Locale Data Repository has them: `territories/README` says how the files are made.
    """
    if language not in OTHER_LANGUAGES:
        return {}
    kept = resources.files("candidacy") / "territories" / f"{language}.json"
    names: dict[str, str] = json.loads(kept.read_text(encoding="utf-8"))
    return names


def country_of(text: str) -> str:
    """The code for a code or a name as a person types it; what is neither comes back as it is."""
    typed = text.strip()
    if typed.upper() in countries():
        return typed.upper()
    folded = typed.casefold()
    known = (countries(), *map(names_in, OTHER_LANGUAGES))
    found = (code for names in known for code, name in names.items() if name.casefold() == folded)
    return next(found, _SPOKEN.get(folded, typed))


@cache
def only_zone(country: str) -> str:
    """The time zone of a country whose clocks agree; empty where they differ, or none is known.

    Germany has two zones by name, Berlin and an enclave in Switzerland, that have agreed for decades: the
    table names the one of most people first.
    """
    zones = list(dict.fromkeys(zone for code, _, zone, *_ in _table("zone.tab") if code == country))
    return zones[0] if zones and len({_clocks(zone) for zone in zones}) == 1 else ""


def _clocks(zone: str) -> tuple[timedelta | None, ...]:
    """How far a zone is from UTC on each day of a recent year: two zones that agree there are one."""
    there = ZoneInfo(zone)
    return tuple((_NEW_YEAR + timedelta(days=day)).astimezone(there).utcoffset() for day in range(365))


_NEW_YEAR = datetime(2025, 1, 1, 12, tzinfo=UTC)
# Names people use where the table has another.
_SPOKEN = {
    "uk": "GB", "united kingdom": "GB", "great britain": "GB", "england": "GB", "scotland": "GB",
    "wales": "GB", "usa": "US", "united states of america": "US", "america": "US", "holland": "NL",
    "czechia": "CZ", "españa": "ES",
}  # fmt: skip


def _table(name: str) -> list[list[str]]:
    text = (resources.files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
