"""What every form of a record shares: the browser's own pickers, and messages in the product's voice."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.translation import gettext as _

from candidacy.reasons import mid_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db import models
    from django_stubs_ext import StrOrPromise

    _ModelForm = forms.ModelForm[Any]
else:  # Django's forms take no type arguments when the program runs
    _ModelForm = forms.ModelForm

DAY = "%Y-%m-%d"
LOCAL_MOMENT = "%Y-%m-%dT%H:%M"


def day_input() -> forms.DateInput:
    """The browser's own date picker."""
    return forms.DateInput(attrs={"type": "date", "class": "input"}, format=DAY)


def moment_input() -> forms.DateTimeInput:
    """The browser's own picker of a local date and time."""
    return forms.DateTimeInput(attrs={"type": "datetime-local", "class": "input"}, format=LOCAL_MOMENT)


class RecordForm(_ModelForm):
    """A form for one record. Its days use the browser's picker, its messages the product's voice."""

    error_css_class = "bad"
    # The hidden field that says which version of the row the page showed.
    SEEN = "version"
    # Fields that stand side by side where there is room.
    beside: ClassVar[tuple[tuple[str, str], ...]] = ()
    # What choosing nothing means, by field; of the others, that one is to be chosen.
    nothing: ClassVar[Mapping[str, StrOrPromise]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            self.fields[self.SEEN] = forms.CharField(
                required=False, widget=forms.HiddenInput, initial=self.instance.seen_as
            )
        for name, field in self.fields.items():
            _dress(name, field)
            _name_nothing(field, self.nothing.get(name) or _("Choose one"))

    def lines(self) -> list[list[forms.BoundField]]:
        """The fields a person sees, line by line: those of `beside` two in one."""
        second = {right: left for left, right in self.beside}
        lines: dict[str, list[forms.BoundField]] = {}
        for field in self.visible_fields():
            lines.setdefault(second.get(field.name, field.name), []).append(field)
        return list(lines.values())

    def rows(self) -> tuple[models.Model, ...]:
        """What saving stores or removes, for the log."""
        return (self.instance,)

    def is_late(self) -> bool:
        """Whether the row was changed since the page of this form was shown. Holds the row until the commit.

        A form posted without its version, by a script, is never late.
        """
        row, stored = self.instance, self.instance
        held = type(row)._base_manager.select_for_update()
        if row.is_stored:
            row.refresh_from_db(from_queryset=held)
        else:
            stored = held.filter(pk=row.pk).first()
        seen = self.data.get(self.add_prefix(self.SEEN))
        return seen is not None and seen != (stored.seen_as if stored else "")


class SectionForm(forms.Form):
    """A part of one row that is saved by itself, such as a section of the settings.

    It is late where this part was changed since, whatever happened to the rest of the row. `initial` is what
    the row holds, read inside the transaction.
    """

    SEEN = "version"

    def __init__(self, data: Any = None, *, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        said = json.dumps(initial, sort_keys=True, default=str)
        # Several such forms stand on one page: none needs an id for what nobody sees.
        self.fields[self.SEEN] = forms.CharField(
            required=False,
            widget=forms.HiddenInput(attrs={"id": False}),
            initial=hashlib.sha256(said.encode()).hexdigest()[:16],
        )

    def is_late(self) -> bool:
        """Whether this part was changed since the page of this form was shown."""
        seen = self.data.get(self.SEEN)
        return seen is not None and seen != self.fields[self.SEEN].initial

    def given(self) -> dict[str, Any]:
        """What was typed, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != self.SEEN}


def _name_nothing(field: forms.Field, label: StrOrPromise) -> None:
    """Say in words what Django calls dashes. Choices among records have a label of their own."""
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        known: Any = field.choices
        choices = list(known)
        if choices[:1] == BLANK_CHOICE_DASH:
            field.choices = [("", label), *choices[1:]]


def _dress(name: str, field: forms.Field) -> None:
    if not isinstance(field, forms.BooleanField) and not isinstance(field.widget, forms.RadioSelect):
        field.widget.attrs.setdefault("class", "input")
    if isinstance(field.widget, forms.Textarea):
        field.widget.attrs["rows"] = 3
    if isinstance(field, forms.DateField):
        field.widget = day_input()
        field.error_messages["invalid"] = _("Take a day such as 2026-11-06.")
    if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
        field.error_messages["required"] = _("Fill in %(field)s.") % {
            "field": mid_sentence(str(field.label or name))
        }
