"""Handing an invitation in, and confirming what it becomes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidacy.forms import LocalMoments, RecordForm
from candidacy.models import Candidacy, Company
from interviews.invitation.facts import UnreadableError
from interviews.invitation.reading import LARGEST
from interviews.invites import read
from interviews.models import Interview

if TYPE_CHECKING:
    from interviews.invites import Proposal, Seat


class HandedIn(forms.Form):
    """A calendar file, or the words of a message."""

    file = forms.FileField(
        label=gettext_lazy("Calendar file"),
        required=False,
        help_text=gettext_lazy("The .ics of the invitation, as mail programs attach it."),
        widget=forms.FileInput(attrs={"class": "input", "accept": ".ics,text/calendar"}),
    )
    text = forms.CharField(
        label=gettext_lazy("Or its text"),
        required=False,
        help_text=gettext_lazy("Paste the message, with the line that says when."),
        widget=forms.Textarea(attrs={"class": "input", "rows": 6}),
    )

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, label_suffix="")

    def lines(self) -> list[list[forms.BoundField]]:
        """The fields, one below the other."""
        return [[field] for field in self.visible_fields()]

    def clean(self) -> dict[str, Any]:
        """What was understood, as `found`."""
        super().clean()
        file, text = self.cleaned_data.get("file"), self.cleaned_data.get("text", "").strip()
        if self.errors:
            return self.cleaned_data
        if not file and not text:
            self.add_error("file", _("Choose the file, or paste the text."))
            return self.cleaned_data
        try:
            found = read(file.read(LARGEST + 1) if file else text)
        except UnreadableError as fault:
            self.add_error("file" if file else "text", str(fault))
            return self.cleaned_data
        if not found:
            self.add_error("file" if file else "text", _("Nothing in it invites you to a talk with an hour."))
        self.cleaned_data["found"] = found
        return self.cleaned_data


class InvitationForm(LocalMoments, RecordForm):
    """What an invitation becomes, to be confirmed: when, how, for which candidacy, with whom."""

    moments = ("starts_at", "ends_at")
    beside = (("new_company", "new_role"), ("starts_at", "ends_at"), ("channel", "time_zone"))
    field_order = [
        "candidacy", "new_company", "new_role", "starts_at", "starts_at_fold", "ends_at", "ends_at_fold",
        "channel", "time_zone", "place",
    ]  # fmt: skip

    new_company = forms.CharField(
        label=gettext_lazy("Or a company that is new"), max_length=200, required=False
    )
    new_role = forms.CharField(label=gettext_lazy("The role there"), max_length=200, required=False)

    class Meta:
        model = Interview
        fields = ["candidacy", "starts_at", "ends_at", "channel", "place", "time_zone"]
        labels = {
            "candidacy": gettext_lazy("Which candidacy"),
            "starts_at": gettext_lazy("Starts"),
            "ends_at": gettext_lazy("Ends"),
            "channel": gettext_lazy("How"),
            "place": gettext_lazy("Place or link"),
            "time_zone": gettext_lazy("Time zone"),
        }
        error_messages = {"starts_at": {"required": gettext_lazy("Say when it starts.")}}

    def __init__(self, data: Any = None, *, proposal: Proposal, instance: Interview, zone_name: str) -> None:
        self.proposal = proposal
        super().__init__(data, instance=instance)
        self._offer_candidacies()
        self._offer_times(zone_name)
        self._offer_seats()
        self.order_fields([*self.field_order, *self.fields])

    def _offer_times(self, zone_name: str) -> None:
        one = self.proposal.invitation
        ends = one.ends.moment if one.ends else None
        self.prepare_moments(one.starts.zone or zone_name, {"starts_at": one.starts.moment, "ends_at": ends})
        if one.starts.moment is None:
            self.initial["starts_at"] = one.starts.local
            self.initial["ends_at"] = one.ends.local if one.ends else None
        self.initial["channel"], self.initial["place"] = one.channel, one.place
        self.initial["time_zone"] = one.starts.zone
        zone = self.fields["time_zone"]
        zone.help_text = _("Empty: %(zone_name)s.") % {"zone_name": zone_name}
        if not one.starts.zone and one.starts.moment is None:
            zone.required = True
            zone.help_text = _("The invitation names none. Is it %(zone_name)s?") % {"zone_name": zone_name}
            zone.error_messages["required"] = _("Say which time zone it means.")

    def _offer_candidacies(self) -> None:
        known: Any = self.fields["candidacy"]
        known.queryset = Candidacy.objects.open().select_related("company")
        known.required, known.empty_label = False, _("Choose one")
        if self.proposal.candidacy:
            self.initial["candidacy"] = self.proposal.candidacy.pk
            known.queryset |= Candidacy.objects.filter(pk=self.proposal.candidacy.pk)
        if self.proposal.interview:
            del self.fields["candidacy"], self.fields["new_company"], self.fields["new_role"]

    def _offer_seats(self) -> None:
        for number, seat in enumerate(self.proposal.seats):
            name = seat.person.name if seat.person else seat.guest.name or seat.guest.email
            self.fields[f"seat_{number}"] = forms.BooleanField(
                label=name, required=False, initial=seat.ticked
            )
            if seat.person is None and seat.ticked:
                self.fields[f"title_{number}"] = forms.CharField(
                    label=_("Title of %(name)s") % {"name": name},
                    max_length=200,
                    required=False,
                    widget=forms.TextInput(
                        attrs={"class": "input", "placeholder": _("Title, if you know it")}
                    ),
                )

    def lines(self) -> list[list[forms.BoundField]]:
        """The fields without those of the people, which stand apart."""
        apart = ("seat_", "title_")
        return [line for line in super().lines() if not line[0].name.startswith(apart)]

    def seats(self) -> list[tuple[Seat, forms.BoundField, forms.BoundField | None]]:
        """Each of the invited with the box to tick and, where it is somebody new, the field of a title."""
        return [
            (
                seat,
                self[f"seat_{n}"],
                self[f"title_{n}"] if f"title_{n}" in self.fields else None,
            )
            for n, seat in enumerate(self.proposal.seats)
        ]

    def clean(self) -> dict[str, Any]:
        """Local times to UTC; a new company goes before the list."""
        super().clean()
        self.resolve_moments()
        if self.proposal.interview is None:
            self._find_candidacy()
        return self.cleaned_data

    def _find_candidacy(self) -> None:
        new = self.cleaned_data.get("new_company", "").strip()
        if new:
            company = Company.objects.filter(name__iexact=new).first() or Company(name=new)
            role = self.cleaned_data.get("new_role", "").strip()
            self.newcomer = Candidacy(company=company, role=role, stage="interview")
            self.cleaned_data.pop("candidacy", None)
        elif not self.cleaned_data.get("candidacy") and "candidacy" not in self.errors:
            self.add_error("candidacy", _("Say which candidacy it belongs to."))

    newcomer: Candidacy | None = None

    def met(self) -> list[Seat]:
        """Those who were ticked, with the titles that were typed."""
        found = []
        for number, seat in enumerate(self.proposal.seats):
            if self.cleaned_data.get(f"seat_{number}"):
                found.append(
                    replace(
                        seat,
                        title=self.cleaned_data.get(f"title_{number}", "").strip(),
                    )
                )
        return found
