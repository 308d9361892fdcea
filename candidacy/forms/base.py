"""What every form of a record shares: the browser's own pickers, and messages in the product's voice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

if TYPE_CHECKING:
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.setdefault(
                "class", "input" if not isinstance(field, forms.BooleanField) else ""
            )
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 3
            if isinstance(field, forms.DateField):
                field.widget = day_input()
                field.error_messages["invalid"] = "Take a day such as 2026-11-06."
            if field.required:
                field.error_messages["required"] = f"Fill in {str(field.label or name).lower()}."
