"""Countries as people type them, and the one time zone many of them keep."""

from __future__ import annotations

import pytest
from babel import Locale

from candidacy.countries import OTHER_LANGUAGES, countries, country_of, names_in, only_zone
from candidacy.places import country_names


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("GB", "GB"), (" gb ", "GB"), ("Germany", "DE"), ("germany", "DE"), ("UK", "GB"), ("Holland", "NL"),
        ("österreich", "AT"), ("Côte d’Ivoire", "CI"),
        ("", ""), ("Atlantis", "Atlantis"),
    ],
)  # fmt: skip
def test_a_country_by_code_or_name(typed: str, code: str) -> None:
    assert country_of(typed) == code


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_the_names_in_another_language_are_those_of_the_common_repository(language: str) -> None:
    theirs = Locale(language).territories
    assert names_in(language) == {code: theirs[code] for code in countries()}


def test_countries_are_offered_in_the_language_of_the_page_and_in_its_order() -> None:
    german = list(country_names("de").values())
    assert german.index("Oman") + 1 == german.index("Österreich")
    assert [country_names(language)["AT"] for language in ("de", "en")] == ["Österreich", "Austria"]


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("GB", "Europe/London"),
        ("IE", "Europe/Dublin"),
        ("DE", "Europe/Berlin"),
        ("ES", ""),
        ("US", ""),
        ("ZZ", ""),
        ("", ""),
    ],
)
def test_the_zone_of_a_country_that_keeps_one(code: str, zone: str) -> None:
    assert only_zone(code) == zone
