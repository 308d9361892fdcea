"""What people are called in a sentence and in a circle."""

from __future__ import annotations

import pytest

from candidacy.names import first_name, initials, possessive


@pytest.mark.parametrize(
    ("name", "said", "circle"),
    [
        ("Ruth Adeyemi", "Ruth", "RA"),
        ("Dr Helen Marsh", "Helen", "HM"),
        ("Prof. Dr. Jürgen Groß", "Jürgen", "JG"),
        ("Dr Marsh", "Dr Marsh", "M"),
        ("Marsh, Helen", "Helen", "MH"),
        ("Cher", "Cher", "C"),
        ("J. Smith", "J. Smith", "JS"),
        ("Ana Maria de la Cruz", "Ana", "AC"),
        ("Mr", "Mr", "M"),
        ("王小明", "王小明", "王"),
        ("???", "???", ""),
    ],
)
def test_names(name: str, said: str, circle: str) -> None:
    assert (first_name(name), initials(name)) == (said, circle)


def test_possessive() -> None:
    assert (possessive("Tomasz"), possessive("James")) == ("Tomasz’s", "James’s")
