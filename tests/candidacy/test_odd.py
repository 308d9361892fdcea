"""What the word of a closed list is called."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models
from django.utils import translation

from candidacy.odd import ChoiceField

LISTS = [
    (model, field)
    for model in apps.get_models()
    for field in model._meta.get_fields()
    if isinstance(field, models.Field) and type(field).__name__ == ChoiceField.__name__
]


@pytest.mark.parametrize("language", ["en-gb", "de"])
@pytest.mark.parametrize(("model", "field"), LISTS, ids=str)
def test_every_word_is_called_as_its_list_says_in_the_language_of_the_page(
    model: type[models.Model], field: models.Field[str, str], language: str
) -> None:
    words = [str(word) for word, _label in field.flatchoices or ()]
    rows = [model(**{field.name: word}) for word in (*words, "", "of another program")]
    with translation.override(language):
        said = [getattr(row, f"get_{field.name}_display")() for row in rows]
        assert said == [row._get_FIELD_display(field) for row in rows]  # type: ignore[attr-defined]
    assert len(words) > 1


def test_there_are_such_lists() -> None:
    assert ("Letter", "kind") in [(model.__name__, field.name) for model, field in LISTS]
