"""Countries as people type them, and the one time zone many of them keep."""

from __future__ import annotations

import pytest

from candidacy.countries import country_of, only_zone


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("GB", "GB"), (" gb ", "GB"), ("Germany", "DE"), ("germany", "DE"), ("UK", "GB"), ("Holland", "NL"),
        ("", ""), ("Atlantis", "Atlantis"),
    ],
)  # fmt: skip
def test_a_country_by_code_or_name(typed: str, code: str) -> None:
    assert country_of(typed) == code


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
