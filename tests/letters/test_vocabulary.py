"""Words of the records count as spelled right, and are found without reading all names."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from random import Random
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidacy.models import Candidacy, Company, Person
from letters.review import review
from letters.vocabulary import spelled_right
from tests.letters.cast import material

if TYPE_CHECKING:
    from letters.review import Check
    from tests.letters.story import Cast

WORDS = (
    "Grantry", "wharfinger", "O’Donnell", "d'Arcy", "Café", "CAFÉ", "Žižek", "Søren", "ßtrasse", "Éàù", "x1y",
    "snake_case", "double-barrel", "Zzz", "zz", "Ärzte", "naïf", "Łódź", "东京", "Владимир", "QA/QC", "",
)  # fmt: skip


def of_all_names() -> frozenset[str]:
    """Every word of every name, title and role."""
    names = (
        *Person.objects.values_list("name", flat=True),
        *Person.objects.values_list("title", flat=True),
        *Company.objects.values_list("name", flat=True),
        *Candidacy.objects.values_list("role", flat=True),
    )
    return frozenset(word.lower() for name in names for word in re.findall(r"[^\W\d_]+", name))


def checked(said: str) -> tuple[Check, ...]:
    known = material()
    text = f"Dear Miriam,\n\n{said}\n\nBest,\nDana"
    return review(text, known, vocabulary=partial(spelled_right, known))


def people(number: int) -> None:
    chance = Random(number)
    company = Company.objects.create(name="Wharfinger’s Yard")
    for _ in range(number):
        name, title = (" ".join(chance.choices(WORDS, k=3)) for _ in range(2))
        Person.objects.create(company=company, name=name, title=title)


@pytest.mark.parametrize("asked_at_once", [1, 4, 60])
def test_the_same_words_count_as_if_all_names_were_read(story: Cast, asked_at_once: int) -> None:
    people(30)
    known, chance = of_all_names(), Random(asked_at_once)
    ends = ("", "s", "x")
    asked = {word.lower() + end for word in (*WORDS, *known, "harb", "unheard") for end in ends} - {""}

    found = set()
    for _ in range(40):
        some = frozenset(chance.sample(sorted(asked), asked_at_once))
        found |= {word for word in some if word in spelled_right(material(), some)} ^ (some & known)

    assert found == set()


def test_where_they_met_counts_too(story: Cast) -> None:
    known = material()
    met = replace(known, talks=tuple(replace(talk, place="Quay 9, the Gantry Room") for talk in known.talks))
    assert spelled_right(met, frozenset({"gantry", "quay", "wharf"})) == {"gantry", "quay"}


@pytest.mark.parametrize(
    ("title", "marked"),
    [("Head of Zorbets", ()), ("Head", ((18, 25),)), ("ZORBETS", ()), ("Zorbetsmith", ((18, 25),))],
)
def test_a_title_makes_a_word_right(story: Cast, title: str, marked: tuple[object, ...]) -> None:
    Person.objects.filter(pk=story.ruth.pk).update(title=title)
    checks = checked("The zorbets stood still all the night, and nobody told us.")
    assert next(check.spans for check in checks if check.id == "spelling") == marked


def test_a_letter_of_known_words_asks_for_no_name(story: Cast) -> None:
    with CaptureQueriesContext(connection) as queries:
        checked("The night shift was short, and nobody told the day shift.")
    assert [query["sql"] for query in queries] == []


@pytest.mark.parametrize("people_there", [1, 50])
def test_names_are_asked_for_four_times_however_many_there_are(story: Cast, people_there: int) -> None:
    people(people_there)
    with CaptureQueriesContext(connection) as queries:
        spelled_right(material(), frozenset({"gantrys", "gantry"}))
    assert len(queries) == 4
