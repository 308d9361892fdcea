"""Forms of the desk: they replied, not now, who did you meet, and the settings."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django import forms

from candidacy.calendar import regions
from candidacy.fields import sensible_day
from candidacy.forms import RecordForm, day_input
from candidacy.models import Contact, Profile
from candidacy.rules import Rules, rule_fields

if TYPE_CHECKING:
    from candidacy.preferences import Preferences
    from candidacy.rules import RuleField

STILL_DECIDING, NEXT_ROUND, OFFER, NO = "deciding", "next", "offer", "no"
OUTCOMES = [
    (STILL_DECIDING, "Still deciding"),
    (NEXT_ROUND, "Next round"),
    (OFFER, "Offer"),
    (NO, "No"),
]


class ReplyForm(RecordForm):
    """They replied: one question, and what to remember of it."""

    outcome = forms.ChoiceField(
        label="What did they say?", choices=OUTCOMES, widget=forms.RadioSelect, initial=STILL_DECIDING
    )
    on = forms.DateField(label="When", required=False, validators=[sensible_day])

    class Meta:
        model = Contact
        fields = ["person", "text", "decision_on", "needs_reply"]
        labels = {
            "person": "Who",
            "text": "Anything to remember?",
            "decision_on": "They decide by",
            "needs_reply": "They asked me something",
        }

    field_order = ["outcome", "text", "person", "on", "decision_on", "needs_reply"]

    def __init__(self, *args: Any, people: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["person"].empty_label = "Somebody there"  # type: ignore[attr-defined]
        self.fields["text"].widget = forms.TextInput(attrs={"class": "input"})
        self.fields["on"].initial = today
        self.today = today

    def clean_on(self) -> dt.date:
        """The day it came: today unless said otherwise, and never a day to come."""
        on: dt.date = self.cleaned_data["on"] or self.today
        if on > self.today:
            raise forms.ValidationError("That day is still to come.")
        return on


class SnoozeForm(forms.Form):
    """Not now: until a day."""

    until = forms.DateField(
        label="Until",
        widget=day_input(),
        validators=[sensible_day],
        error_messages={"required": "Say until when."},
    )

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_until(self) -> dt.date:
        """A day to come."""
        until: dt.date = self.cleaned_data["until"]
        if until <= self.today:
            raise forms.ValidationError("Take a day that is still to come.")
        return until


class WelcomeForm(forms.Form):
    """One conversation: only the company is needed."""

    company = forms.CharField(
        max_length=200,
        widget=forms.TextInput(attrs={"class": "input mt2", "autocomplete": "organization"}),
        error_messages={"required": "Enter the company, for example Lumen Health."},
    )
    role = forms.CharField(
        max_length=200, required=False, widget=forms.TextInput(attrs={"class": "input mt2"})
    )
    people = forms.CharField(
        label="Who did you meet?",
        help_text="One per line, with their title if you know it.",
        required=False,
        widget=forms.Textarea(
            attrs={
                "class": "input mt2",
                "rows": 3,
                "placeholder": "Helen Marsh, Chief Nursing Officer\nKofi Mensah, Head of Digital",
            }
        ),
    )
    met = forms.DateField(
        label="When?",
        required=False,
        validators=[sensible_day],
        widget=forms.DateInput(attrs={"type": "date", "class": "input mt2"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Take a day such as 2026-11-06."},
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


class ProfileForm(RecordForm):
    """Who I am, as letters and calendars need it."""

    class Meta:
        model = Profile
        fields = ["name", "sign_off", "email", "phone", "country", "region", "time_zone"]
        labels = {"sign_off": "Sign-off", "email": "E-mail", "time_zone": "Time zone"}
        help_texts = {
            "country": "Two letters, such as GB. Its public holidays are no working days.",
            "region": "Where holidays differ inside the country, such as SCT or BY.",
            "time_zone": "Such as Europe/London. A company can have its own.",
        }

    def clean_country(self) -> str:
        """The code in capitals."""
        return str(self.cleaned_data["country"]).upper()

    def clean(self) -> dict[str, Any]:
        """A region has to be one of the country's."""
        super().clean()
        country, region = self.cleaned_data.get("country", ""), self.cleaned_data.get("region", "")
        known = {code.casefold() for code in regions(country)} if country else set()
        if region and known and region.casefold() not in known:
            self.add_error("region", f"Take one of {', '.join(sorted(regions(country)))}.")
        return self.cleaned_data


class ClockForm(forms.Form):
    """Every number of the clock, with its reason; stored as what differs from the defaults."""

    def __init__(self, data: Any = None, *, rules: Rules) -> None:
        super().__init__(data, label_suffix="")
        for rule in rule_fields():
            self.fields[rule.name] = forms.IntegerField(
                label=rule.label,
                help_text=rule.reason,
                min_value=rule.least,
                max_value=rule.most,
                initial=getattr(rules, rule.name),
                widget=forms.NumberInput(attrs={"class": "input num-in", "inputmode": "numeric"}),
                error_messages={"invalid": "Take a whole number.", "required": "Take a whole number."},
            )

    def clean(self) -> dict[str, Any]:
        """The numbers have to fit together: quiet comes before silent."""
        super().clean()
        if not self.errors:
            try:
                self.rules()
            except ValueError as error:
                self.add_error(None, str(error))
        return self.cleaned_data

    def rules(self) -> Rules:
        """The clock with these numbers."""
        return Rules(**{rule.name: self.cleaned_data[rule.name] for rule in rule_fields()})

    def groups(self) -> dict[str, list[tuple[RuleField, forms.BoundField]]]:
        """The fields under their headings."""
        grouped: dict[str, list[tuple[RuleField, forms.BoundField]]] = {}
        for rule in rule_fields():
            grouped.setdefault(rule.group, []).append((rule, self[rule.name]))
        return grouped


class PassphraseForm(forms.Form):
    """A passphrase, typed once and shown to nobody."""

    passphrase = forms.CharField(
        label="Passphrase",
        strip=False,
        help_text="A few words that you can remember. Eight characters at least.",
        widget=forms.PasswordInput(attrs={"class": "input", "autocomplete": "new-password"}),
    )


class LookForm(forms.Form):
    """Light or dark, and whether single keys do something."""

    theme = forms.ChoiceField(
        label="Appearance",
        required=False,
        choices=[("", "As the computer"), ("light", "Light"), ("dark", "Dark")],
        widget=forms.RadioSelect,
    )
    shortcuts = forms.BooleanField(label="Single keys such as J, K and W do something", required=False)

    def __init__(self, data: Any = None, *, preferences: Preferences) -> None:
        initial = {"theme": preferences.theme, "shortcuts": preferences.shortcuts}
        super().__init__(data, initial=initial, label_suffix="")


class DaysOffForm(forms.Form):
    """Days of my own that do not count, one per line."""

    days_off = forms.CharField(
        label="Days off of your own",
        required=False,
        help_text="One per line, such as 2026-12-23. They never count as working days.",
        widget=forms.Textarea(attrs={"class": "input", "rows": 3}),
    )

    def __init__(self, data: Any = None, *, days: frozenset[dt.date]) -> None:
        listed = "\n".join(day.isoformat() for day in sorted(days))
        super().__init__(data, initial={"days_off": listed}, label_suffix="")

    def clean_days_off(self) -> frozenset[dt.date]:
        """The days, each a day that exists."""
        found = set()
        for line in self.cleaned_data["days_off"].split():
            try:
                day = dt.date.fromisoformat(line.strip(" ,;"))
            except ValueError as error:
                raise forms.ValidationError(f"“{line}” is not a day such as 2026-12-23.") from error
            sensible_day(day)
            found.add(day)
        return frozenset(found)
