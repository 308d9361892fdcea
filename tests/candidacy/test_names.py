"""What people are called in the product's own sentences."""

from __future__ import annotations

import pytest

from candidacy.names import called, calling


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Ruth Adeyemi", "Ruth"),
        ("Dr Helen Marsh", "Helen"),
        ("Prof. Dr. Anke Vogt", "Anke"),
        ("Mr Patel", "Mr Patel"),
        ("Adele", "Adele"),
        ("Anne-Marie van der Berg", "Anne-Marie"),
        ("J. Smith", "J. Smith"),
        ("J Smith", "J Smith"),
        ("Smith, John", "Smith, John"),
        ("  Ruth   Adeyemi ", "Ruth"),
        ("Dr", "Dr"),
        ("", ""),
        ("李 雷", "李 雷"),
    ],
)
def test_one_person(name: str, word: str) -> None:
    assert called(name) == word


def test_two_of_one_name_are_told_apart() -> None:
    names = {1: "Ruth Adeyemi", 2: "Ruth Bell", 3: "Marcus Lind"}
    assert calling(names) == {1: "Ruth Adeyemi", 2: "Ruth Bell", 3: "Marcus"}
