"""Moments typed as local times, with the hour that never was and the hour that came twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidacy import zones
from candidacy.forms.base import moment_input

if TYPE_CHECKING:
    from datetime import datetime

WHICH_OF_TWO = [
    ("", gettext_lazy("Say which")),
    ("0", gettext_lazy("The first, before the clocks go back")),
    ("1", gettext_lazy("The second, after")),
]


class LocalMoments:
    """Mixed into a form whose moments are typed as local times of `time_zone`.

    The hour that daylight saving skips is refused; the hour that comes twice is asked: a choice
    `<field>_fold` appears beside the field. Subclasses name their fields in `moments` and give
    `default_zone` before binding.
    """

    moments: tuple[str, ...] = ()
    default_zone: str = "UTC"
    fields: dict[str, forms.Field]
    data: Any
    stored_moments: dict[str, datetime]
    cleaned_data: dict[str, Any]

    def prepare_moments(self, zone_name: str, stored: dict[str, datetime | None]) -> None:
        """Replace the moment fields by local ones, filled from the stored UTC moments."""
        self.default_zone = zone_name or "UTC"
        self.stored_moments = {name: moment for name, moment in stored.items() if moment is not None}
        for name in self.moments:
            old = self.fields[name]
            self.fields[name] = _NaiveMoment(
                label=old.label,
                required=old.required,
                widget=moment_input(),
                help_text=old.help_text,
                error_messages={"required": old.error_messages["required"]},
            )
            shown = self._shown(name)
            if shown:
                self.initial[name] = shown.replace(tzinfo=None)  # type: ignore[attr-defined]
            if self.data.get(f"{name}_fold") is not None or (shown and zones.comes_twice(shown)):
                self._ask_which(name, str(shown.fold) if shown else "")

    def resolve_moments(self) -> None:
        """Turn the typed local times into UTC moments; faults go beside their fields."""
        zone_name = self.cleaned_data.get("time_zone") or self.default_zone
        if "time_zone" in self.fields:
            # Kept with the moment: a company that moves later leaves what has happened where it was.
            self.cleaned_data["time_zone"] = zone_name
        for name in self.moments:
            local = self.cleaned_data.get(name)
            if local is None:
                continue
            fold = self.cleaned_data.get(f"{name}_fold") or None
            if self._untouched(name, local, zone_name, fold):
                self.cleaned_data[name] = self.stored_moments[name]
                continue
            try:
                self.cleaned_data[name] = zones.to_utc(
                    local, zone_name, fold=None if fold is None else int(fold)
                )
            except zones.TwiceTimeError as error:
                self._ask_which(name)
                self.add_error(name, str(error))  # type: ignore[attr-defined]
            except ValueError as error:
                self.add_error(name, str(error))  # type: ignore[attr-defined]

    def _shown(self, name: str) -> datetime | None:
        """The stored moment as the page shows it."""
        moment = self.stored_moments.get(name)
        return moment.astimezone(zones.zone(self.default_zone)) if moment else None

    def _untouched(self, name: str, local: datetime, zone_name: str, fold: str | None) -> bool:
        """Whether the page still says what is stored, which is kept to the second."""
        shown = self._shown(name)
        row = getattr(self, "instance", None)
        if (
            shown is None
            or row is None
            or row.pk is None
            or zone_name != self.default_zone
            or fold not in (None, str(shown.fold))
        ):
            return False
        return local == shown.replace(tzinfo=None, fold=0, second=0, microsecond=0)

    def _ask_which(self, name: str, which: str = "") -> None:
        self.fields[f"{name}_fold"] = forms.ChoiceField(
            label=_("Which of the two?"), choices=WHICH_OF_TWO, required=False, initial=which
        )


class _NaiveMoment(forms.DateTimeField):
    """A local time as typed, without a zone: the form knows the zone."""

    default_error_messages = {"invalid": gettext_lazy("Take a day and a time such as 2026-11-06 14:30.")}

    def to_python(self, value: Any) -> Any:
        from django.utils import timezone

        # The parent reads the current zone into it; what was typed is local to another.
        with timezone.override("UTC"):
            moment = super().to_python(value)
        return moment.replace(tzinfo=None) if moment else moment

    def prepare_value(self, value: Any) -> Any:
        return value
