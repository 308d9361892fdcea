"""Countries as people type them, and the time zones they keep: from the tables of the time zone data."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def countries() -> dict[str, str]:
    """The English name of each country by its two-letter code (ISO 3166)."""
    return {code: name for code, name, *_ in _table("iso3166.tab")}


def country_of(text: str) -> str:
    """The code for a code or a name as a person types it; what is neither comes back as it is."""
    typed = text.strip()
    if typed.upper() in countries():
        return typed.upper()
    folded = typed.casefold()
    return next(
        (code for code, name in countries().items() if name.casefold() == folded), _SPOKEN.get(folded, typed)
    )


@cache
def only_zone(country: str) -> str:
    """The time zone of a country that keeps one; empty where there are several, or none is known."""
    zones = {zone for code, _, zone, *_ in _table("zone.tab") if code == country}
    return zones.pop() if len(zones) == 1 else ""


# Names people use where the table has another.
_SPOKEN = {
    "uk": "GB", "united kingdom": "GB", "great britain": "GB", "england": "GB", "scotland": "GB",
    "wales": "GB", "usa": "US", "united states of america": "US", "america": "US", "holland": "NL",
    "czechia": "CZ", "deutschland": "DE", "españa": "ES", "österreich": "AT", "schweiz": "CH",
}  # fmt: skip


def _table(name: str) -> list[list[str]]:
    text = (resources.files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
