"""Forms of a move: they replied, not now, and who did you meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from candidacy.fields import sensible_day
from candidacy.forms import RecordForm, day_input
from candidacy.models import Contact
from desk.forms.quick import LONGEST_LINE, AtAPosting

if TYPE_CHECKING:
    import datetime as dt

STILL_DECIDING, NEXT_ROUND, OFFER, NO = "deciding", "next", "offer", "no"
OUTCOMES = [
    (STILL_DECIDING, gettext_lazy("Still deciding")),
    (NEXT_ROUND, gettext_lazy("Next round")),
    (OFFER, gettext_lazy("Offer")),
    (NO, gettext_lazy("No")),
]


class ReplyForm(RecordForm):
    """They replied: one question, and what to remember of it."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("What did they say?"),
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        initial=STILL_DECIDING,
    )
    on = forms.DateField(label=gettext_lazy("When"), required=False, validators=[sensible_day])

    class Meta:
        model = Contact
        fields = ["person", "text", "decision_on", "needs_reply"]
        labels = {
            "person": gettext_lazy("Who"),
            "text": gettext_lazy("Anything to remember?"),
            "decision_on": gettext_lazy("They decide by"),
            "needs_reply": gettext_lazy("They asked me something"),
        }

    field_order = ["outcome", "text", "person", "on", "decision_on", "needs_reply"]

    def __init__(self, *args: Any, people: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["person"].empty_label = gettext("Somebody there")  # type: ignore[attr-defined]
        self.fields["text"].widget = forms.TextInput(attrs={"class": "input"})
        self.fields["on"].initial = today
        self.today = today

    def clean_on(self) -> dt.date:
        """The day it came: today unless said otherwise, and never a day to come."""
        on: dt.date = self.cleaned_data["on"] or self.today
        if on > self.today:
            raise forms.ValidationError(gettext("That day is still to come."))
        return on


class SnoozeForm(forms.Form):
    """Not now: until a day."""

    until = forms.DateField(
        label=gettext_lazy("Until"),
        widget=day_input(),
        validators=[sensible_day],
        error_messages={"required": gettext_lazy("Say until when.")},
    )

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_until(self) -> dt.date:
        """A day to come."""
        until: dt.date = self.cleaned_data["until"]
        if until <= self.today:
            raise forms.ValidationError(gettext("Take a day that is still to come."))
        return until


class WelcomeForm(AtAPosting):
    """One conversation: only the company is needed."""

    company = forms.CharField(
        label=gettext_lazy("Company"),
        max_length=LONGEST_LINE,
        widget=forms.TextInput(attrs={"class": "input mt2", "autocomplete": "organization"}),
        error_messages={"required": gettext_lazy("Enter the company, for example Lumen Health.")},
    )
    role = forms.CharField(
        label=gettext_lazy("Role"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"class": "input mt2"}),
    )
    people = forms.CharField(
        label=gettext_lazy("Who did you meet?"),
        help_text=gettext_lazy("One per line, with their title if you know it."),
        required=False,
        widget=forms.Textarea(
            attrs={
                "class": "input mt2",
                "rows": 3,
                "placeholder": gettext_lazy(
                    "Helen Marsh, Chief Nursing Officer\nKofi Mensah, Head of Digital"
                ),
            }
        ),
    )
    met = forms.DateField(
        label=gettext_lazy("When?"),
        required=False,
        validators=[sensible_day],
        widget=forms.DateInput(attrs={"type": "date", "class": "input mt2"}, format="%Y-%m-%d"),
        error_messages={"invalid": gettext_lazy("Take a day such as 2026-11-06.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_people(self) -> list[tuple[str, str]]:
        """Names with their titles, one per line."""
        found = []
        for line in self.cleaned_data["people"].splitlines():
            name, _, title = line.partition(",")
            if name.strip():
                found.append((name.strip()[:200], title.strip()[:200]))
        return found
