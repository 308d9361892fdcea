"""The boxes of forms are written to the letter as Django’s templates write them, but for empty lines."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from candidacy.forms.rendering import Written

ODD = '"Ana" & <b>O’Hara</b>\' \n ü'
SAFE = mark_safe("1 &lt; 2")
ATTRIBUTES: list[dict[str, Any]] = [
    {},
    {"id": "id_box", "class": "input", "rows": 3},
    {"required": True, "disabled": False, "maxlength": None, "data-what": ODD, "title": gettext_lazy("Name")},
    {"data-safe": SAFE},
]
VALUES = [None, "", "plain", ODD, 0, 12, SAFE, gettext_lazy("Name"), True, ["b", ODD]]
CHOICES = [
    ("", "None"),
    ("b", gettext_lazy("Name")),
    (ODD, ODD),
    (12, 3),
    ("Group & co", [("plain", "In a group"), (ODD, ODD)]),
]
BOXES: list[type[forms.Widget]] = [
    forms.TextInput,
    forms.NumberInput,
    forms.EmailInput,
    forms.URLInput,
    forms.TelInput,
    forms.SearchInput,
    forms.PasswordInput,
    forms.HiddenInput,
    forms.DateInput,
    forms.DateTimeInput,
    forms.TimeInput,
    forms.CheckboxInput,
    forms.FileInput,
    forms.Textarea,
    forms.Select,
    forms.SelectMultiple,
    forms.RadioSelect,
    forms.CheckboxSelectMultiple,
]


def without_empty_lines(html: str) -> str:
    return "\n".join(line for line in html.split("\n") if line)


@pytest.mark.parametrize("kind", BOXES)
@pytest.mark.parametrize("attributes", ATTRIBUTES)
def test_a_box_is_written_as_by_the_template(kind: type[forms.Widget], attributes: dict[str, Any]) -> None:
    box: Any = kind(attrs=attributes)
    if hasattr(box, "choices"):
        box.choices = CHOICES
    for value in VALUES:
        given = (f"name & {ODD}", value, {"aria-describedby": "id_box_helptext"})
        ours, theirs = (box.render(*given, renderer=one()) for one in (Written, DjangoTemplates))
        assert without_empty_lines(ours) == without_empty_lines(theirs)


@pytest.mark.parametrize("wrap", [True, False])
def test_one_of_several_to_choose_from_is_too(wrap: bool) -> None:
    class Form(forms.Form):
        one = forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect(attrs={"class": "r"}), initial="b")
        many = forms.MultipleChoiceField(choices=CHOICES, widget=forms.CheckboxSelectMultiple)

    ours, theirs = Form(renderer=Written()), Form(renderer=DjangoTemplates())
    for name in ("one", "many"):
        written = [choice.tag(wrap_label=wrap) for choice in ours[name]]
        assert written == [choice.tag(wrap_label=wrap) for choice in theirs[name]]
        assert len(written) == 6


def test_a_whole_form_with_its_errors_is_too() -> None:
    class Form(forms.Form):
        name = forms.CharField(label=ODD, help_text="A name")
        ready = forms.BooleanField()

    said = {"name": ""}
    assert str(Form(said, renderer=Written())) == str(Form(said, renderer=DjangoTemplates()))


def test_boxes_are_written_on_every_page() -> None:
    assert isinstance(forms.Form().renderer, Written)
