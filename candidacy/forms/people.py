"""The form of a person, at a company that is known or new, and of another place in the order."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidacy.forms.base import RecordForm
from candidacy.forms.choosing import AtACompany
from candidacy.models import Person


class PersonForm(AtACompany, RecordForm):
    """Somebody at a company, known or new: only the name and the company are needed."""

    beside = (("company", "new_company"), ("email", "phone"), ("rank", "rank_reason"))
    field_order = [
        "name", "title", "company", "new_company", "relation", "email", "phone", "link", "rank",
        "rank_reason",
    ]  # fmt: skip

    class Meta:
        model = Person
        fields = [
            "name",
            "title",
            "company",
            "relation",
            "email",
            "phone",
            "link",
            "rank",
            "rank_reason",
        ]
        labels = {
            "name": gettext_lazy("Name"),
            "title": gettext_lazy("Title"),
            "company": gettext_lazy("Company"),
            "phone": gettext_lazy("Phone"),
            "relation": gettext_lazy("Who they are to you"),
            "link": gettext_lazy("Link to their profile"),
            "email": gettext_lazy("E-mail"),
            "rank": gettext_lazy("Your own ranking"),
            "rank_reason": gettext_lazy("Why?"),
        }
        help_texts = {
            "title": gettext_lazy("As on their card: it decides who is most senior."),
            "relation": gettext_lazy(
                "An agency’s recruiter belongs to the agency, not to the company that hires."
            ),
            "rank": gettext_lazy("0 to 100: a director is 58, a CEO 95."),
            "rank_reason": gettext_lazy("Only where the title misleads."),
        }
        widgets = {
            "phone": forms.TextInput(attrs={"type": "tel"}),
            "rank": forms.NumberInput(attrs={"inputmode": "numeric"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_companies()
        self.fields["rank"].error_messages["invalid"] = _("Take a whole number from 0 to 100.")
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """A company, from the list or new."""
        super().clean()
        self.find_company()
        return self.cleaned_data

    def save(self, commit: bool = True) -> Person:
        """Store the person, after a company that is new."""
        if commit:
            self.store_company()
        saved: Person = super().save(commit)
        return saved


class RankForm(forms.Form):
    """Another place in the order than the title’s, and why."""

    AS_IS = object()
    BY_TITLE = "title"

    rank = forms.CharField(label=gettext_lazy("Place"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Why?"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "input"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_rank(self) -> Any:
        """My own rank, None for the title’s, AS_IS where nothing was chosen."""
        chosen = self.cleaned_data["rank"]
        if chosen == self.BY_TITLE:
            return None
        if not chosen:
            return self.AS_IS
        if not chosen.isascii() or not chosen.isdigit() or int(chosen[:4]) > 100:
            raise forms.ValidationError(_("Choose one of the places."))
        return int(chosen)
