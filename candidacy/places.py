"""Countries, their regions and time zones, as people choose or call them.

Pure. The names come from the package that knows the public holidays, so that the list offers no country
whose holidays are unknown.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from candidacy.calendar import regions
from candidacy.countries import names_in
from candidacy.zones import zone_names

Choices = list[tuple[str, str]]
SMALL_WORDS = {"And": "and", "Of": "of", "The": "the"}


def country_names(language: str = "en") -> dict[str, str]:
    """The countries whose public holidays are known, by two-letter code, in the order of their names.

    `language` is one that `countries.names_in` knows; in any other the names are English.
    """
    translated = names_in(language)
    named = {code: translated.get(code, name) for code, name in _known().items()}
    return dict(sorted(named.items(), key=lambda pair: _plain(pair[1])))


@cache
def _known() -> dict[str, str]:
    # Imported where it is used: the package takes a fifth of a second.
    from holidays.registry import COUNTRIES

    return {codes[1]: _words(name) for name, codes in COUNTRIES.items() if regions_known(codes[1])}


def regions_known(country: str) -> bool:
    """Whether public holidays of a country are known at all."""
    from candidacy.calendar import WorkCalendar

    return WorkCalendar(country).knows_holidays


def region_choices(country: str) -> Choices:
    """The regions of a country whose public holidays may differ, code and name, in the order of names."""
    return sorted(
        ((code, _region_names(country).get(code, code)) for code in regions(country)), key=lambda one: one[1]
    )


def zone_called(place: str) -> str:
    """The time zone that somebody means by “London” or “europe/london”; what was said where none is known."""
    wanted = "_".join(place.split()).casefold()
    for name in zone_names():
        if wanted in (name.casefold(), name.rpartition("/")[2].casefold()):
            return name
    return place


@cache
def _region_names(country: str) -> dict[str, str]:
    import holidays

    known = getattr(holidays, country, None)
    aliases: dict[str, str] = getattr(known, "subdivisions_aliases", {})
    names: dict[str, str] = {}
    for name, code in aliases.items():
        names.setdefault(code, name)
    return names


def _plain(name: str) -> str:
    """As dictionaries sort it: Österreich among the O."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()


def _words(name: str) -> str:
    """“trinidad_and_tobago” as Trinidad and Tobago."""
    return " ".join(SMALL_WORDS.get(word, word) for word in name.replace("_", " ").title().split())
