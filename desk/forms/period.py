"""The form that asks from which day to which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidacy.fields import sensible_day
from candidacy.forms import day_input
from desk.insights.period import OWN, Period

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


class PeriodForm(forms.Form):
    """Two days, either of them open. `first` and `last` are their names in the address."""

    def __init__(self, data: Mapping[str, Any], first: str = "since", last: str = "until") -> None:
        super().__init__(data)
        self.names = (first, last)
        for name, label in zip(self.names, (gettext_lazy("From"), gettext_lazy("To")), strict=True):
            wrong = {"invalid": gettext_lazy("Give the day as 2026-09-01, or leave it empty.")}
            self.fields[name] = forms.DateField(
                label=label,
                required=False,
                widget=day_input(),
                validators=[sensible_day],
                error_messages=wrong,
            )

    def clean(self) -> dict[str, Any]:
        """The first day does not come after the last."""
        since, until = self._days()
        if since and until and since > until:
            self.add_error(self.names[1], _("The last day comes before the first."))
        return self.cleaned_data

    def period(self) -> Period:
        """What was asked for; all of the search where nothing was, or nothing that can be meant."""
        if not self.is_valid():
            return Period(chosen=OWN)
        since, until = self._days()
        return Period(since, until, OWN) if since or until else Period()

    def _days(self) -> tuple[dt.date | None, dt.date | None]:
        since, until = (self.cleaned_data.get(name) for name in self.names)
        return since, until
