"""Forms of the settings, one for each section."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from candidacy.fields import sensible_day
from candidacy.forms import RecordForm, SectionForm
from candidacy.models import Profile
from candidacy.places import country_names, region_choices, zone_called
from candidacy.rules import CLOCKED_STAGES, DAY_OF_MONTH, WORKING_DAYS, Rules, rule_fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candidacy.preferences import Preferences
    from candidacy.rules import RuleField


class ProfileForm(RecordForm):
    """Who I am, as letters and calendars need it."""

    class Meta:
        model = Profile
        fields = ["name", "sign_off", "email", "phone", "country", "region", "time_zone"]
        labels = {
            "name": gettext_lazy("Name"),
            "phone": gettext_lazy("Phone"),
            "country": gettext_lazy("Country"),
            "region": gettext_lazy("Region"),
            "sign_off": gettext_lazy("Sign-off"),
            "email": gettext_lazy("E-mail"),
            "time_zone": gettext_lazy("Time zone"),
        }
        help_texts = {
            "country": gettext_lazy("Its public holidays are no working days."),
            "region": gettext_lazy("Where holidays differ inside the country. Save a new country first."),
            "time_zone": gettext_lazy("The city is enough, such as London. A company can have its own."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        country, region = self._chosen("country").upper(), self._chosen("region")
        named = country_names(get_language() or "")
        places = [("", _("None: only weekends")), *_with(country, list(named.items()))]
        self._offer("country", places)
        self._offer("region", [("", _("The usual one")), *_with(region, region_choices(country))])

    def _chosen(self, name: str) -> str:
        return str((self.data.get(name) if self.is_bound else getattr(self.instance, name)) or "")

    def _offer(self, name: str, choices: Sequence[Any]) -> None:
        # The model’s own checks stay: only the box becomes a list.
        self.fields[name].widget = forms.Select(attrs={"class": "input"}, choices=choices)

    def clean_time_zone(self) -> str:
        """The zone that was meant, by its name."""
        return zone_called(str(self.cleaned_data["time_zone"]))

    def clean_country(self) -> str:
        """The code in capitals."""
        return str(self.cleaned_data["country"]).upper()

    def clean(self) -> dict[str, Any]:
        """A region has to be one of the country’s; that of the country before goes with it."""
        super().clean()
        country, region = self.cleaned_data.get("country", ""), self.cleaned_data.get("region", "")
        known = {code.casefold(): name for code, name in region_choices(country)} if country else {}
        if region and region.casefold() not in known:
            if "country" in self.changed_data:
                self.cleaned_data["region"] = ""
            elif known:
                self.add_error("region", _("Take one of %(values)s.") % {"values": ", ".join(known.values())})
        return self.cleaned_data


def _with(value: str, choices: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The choices, with a value that is none of them and yet is recorded."""
    return choices if not value or value in dict(choices) else [(value, value), *choices]


class ClockForm(SectionForm):
    """Every number of the clock, with its reason; stored as what differs from the defaults."""

    def __init__(self, data: Any = None, *, rules: Rules) -> None:
        self.known = {rule.name: rule for rule in rule_fields()}
        super().__init__(data, initial={name: getattr(rules, name) for name in self.known})
        for rule in self.known.values():
            self.fields[rule.name] = forms.IntegerField(
                label=rule.label,
                help_text=rule.reason,
                min_value=rule.least,
                max_value=rule.most,
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
        return Rules(**{name: self.cleaned_data[name] for name in self.known})

    def stages(self) -> list[StageNumbers]:
        """The two numbers of each stage."""
        return [
            StageNumbers(
                label=self.known[f"{stage}_quiet"].stage,
                quiet=Number(self.known[f"{stage}_quiet"], self[f"{stage}_quiet"]),
                silent=Number(self.known[f"{stage}_silent"], self[f"{stage}_silent"]),
            )
            for stage in CLOCKED_STAGES
        ]

    def groups(self) -> dict[str, list[Number]]:
        """The other numbers under their headings."""
        of_stages = {f"{stage}_{which}" for stage in CLOCKED_STAGES for which in ("quiet", "silent")}
        grouped: dict[str, list[Number]] = {}
        for rule in self.known.values():
            if rule.name not in of_stages:
                grouped.setdefault(rule.group, []).append(Number(rule, self[rule.name]))
        return grouped


@dataclass(frozen=True)
class Number:
    """One number of the clock with its field."""

    rule: RuleField
    field: forms.BoundField

    @property
    def usually(self) -> str:
        """The default, where the number differs from it."""
        return (
            ""
            if str(self.field.value()) == str(self.rule.default)
            else _("Usually %(default)s.") % {"default": self.rule.default}
        )

    @property
    def unit(self) -> str:
        """The unit in short, as it stands beside the box."""
        return {_(WORKING_DAYS): _("days"), _(DAY_OF_MONTH): ""}.get(self.rule.unit, self.rule.unit)


@dataclass(frozen=True)
class StageNumbers:
    """After how many working days a stage is quiet, and silent."""

    label: str
    quiet: Number
    silent: Number

    @property
    def both(self) -> tuple[tuple[str, Number], ...]:
        """The two with the heads of their columns."""
        return (_("Quiet after"), self.quiet), (_("Write after"), self.silent)


class PassphraseForm(forms.Form):
    """A passphrase, typed once and shown to nobody."""

    passphrase = forms.CharField(
        label=gettext_lazy("Passphrase"),
        strip=False,
        help_text=gettext_lazy("A few words that you can remember. Eight characters at least."),
        widget=forms.PasswordInput(attrs={"class": "input", "autocomplete": "new-password"}),
    )


class LookForm(SectionForm):
    """Light or dark."""

    theme = forms.ChoiceField(
        label=gettext_lazy("Colours"),
        required=False,
        choices=[
            ("", gettext_lazy("Like the system")),
            ("light", gettext_lazy("Light")),
            ("dark", gettext_lazy("Dark")),
        ],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": gettext_lazy("Take one of the three.")},
    )

    def __init__(self, data: Any = None, *, preferences: Preferences) -> None:
        super().__init__(data, initial={"theme": preferences.theme})


class LanguageForm(SectionForm):
    """The language of the pages. Letters keep that of their notes."""

    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        required=False,
        choices=[("", gettext_lazy("Like the browser")), *settings.LANGUAGES],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": gettext_lazy("Take one of these.")},
    )

    def __init__(self, data: Any = None, *, preferences: Preferences) -> None:
        super().__init__(data, initial={"language": preferences.language})


class KeysForm(SectionForm):
    """Whether single keys do something."""

    shortcuts = forms.BooleanField(
        label=gettext_lazy("Single-key shortcuts"),
        required=False,
        widget=forms.CheckboxInput(attrs={"role": "switch", "aria-describedby": "keys-h"}),
    )

    def __init__(self, data: Any = None, *, preferences: Preferences) -> None:
        super().__init__(data, initial={"shortcuts": preferences.shortcuts})


class NotifyForm(SectionForm):
    """Whether the browser tells what is due."""

    notifications = forms.BooleanField(
        label=gettext_lazy("Tell me what is due"),
        required=False,
        widget=forms.CheckboxInput(
            attrs={"role": "switch", "aria-describedby": "notify-h", "data-notify": True}
        ),
    )

    def __init__(self, data: Any = None, *, preferences: Preferences) -> None:
        super().__init__(data, initial={"notifications": preferences.notifications})


class CompanyNewsForm(SectionForm):
    """Whether the feeds of companies are read by themselves."""

    company_news = forms.BooleanField(
        label=gettext_lazy("Look for news by itself"),
        required=False,
        widget=forms.CheckboxInput(attrs={"role": "switch", "aria-describedby": "news-h"}),
    )

    def __init__(self, data: Any = None, *, preferences: Preferences) -> None:
        super().__init__(data, initial={"company_news": preferences.company_news})


class DaysOffForm(SectionForm):
    """Days of my own that do not count, one per line."""

    days_off = forms.CharField(
        label=gettext_lazy("Days off of your own"),
        required=False,
        help_text=gettext_lazy("One per line, such as 2026-12-23. They never count as working days."),
        widget=forms.Textarea(attrs={"class": "input", "rows": 3}),
    )

    def __init__(self, data: Any = None, *, days: frozenset[dt.date]) -> None:
        listed = "\n".join(day.isoformat() for day in sorted(days))
        super().__init__(data, initial={"days_off": listed})

    def clean_days_off(self) -> frozenset[dt.date]:
        """The days, each a day that exists."""
        found = set()
        for line in self.cleaned_data["days_off"].split():
            try:
                day = dt.date.fromisoformat(line.strip(" ,;"))
            except ValueError as error:
                raise forms.ValidationError(
                    _("“%(line)s” is not a day such as 2026-12-23.") % {"line": line}
                ) from error
            sensible_day(day)
            found.add(day)
        return frozenset(found)
