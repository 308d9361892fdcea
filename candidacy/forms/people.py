"""The form of a person, at a company that is known or new, and of another place in the order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms

from candidacy.forms.base import RecordForm
from candidacy.models import Company, Person

if TYPE_CHECKING:
    from django.db import models


class PersonForm(RecordForm):
    """Somebody at a company, known or new: only the name and the company are needed."""

    new_company = forms.CharField(
        label="Or a company that is not in the list", max_length=200, required=False
    )
    field_order = ["name", "title", "company", "new_company", "relation", "email", "phone", "link"]

    class Meta:
        model = Person
        fields = ["name", "title", "company", "relation", "email", "phone", "link"]
        labels = {"relation": "Who they are to you", "link": "Link", "email": "E-mail"}
        help_texts = {
            "title": "As on their card: it decides who is most senior.",
            "company": "An agency recruiter belongs to the agency.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["company"].required = False
        cast("forms.ModelChoiceField[Company]", self.fields["company"]).empty_label = "Choose one"

    def clean(self) -> dict[str, Any]:
        """A company, from the list or new; a new one of a known name is that one."""
        super().clean()
        new = self.cleaned_data.get("new_company", "").strip()
        if new:
            known = Company.objects.filter(name__iexact=new).first()
            self.cleaned_data["company"] = known or Company(name=new)
        elif not self.cleaned_data.get("company") and "company" not in self.errors:
            self.add_error("company", "Choose a company, or name a new one.")
        return self.cleaned_data

    def _post_clean(self) -> None:
        """Leave out a company that is not stored yet: the check of the other fields does not need it."""
        company = self.cleaned_data.get("company")
        if company and company.pk is None:
            del self.cleaned_data["company"]
            self.instance.company = company
        super()._post_clean()  # type: ignore[misc]

    def rows(self) -> tuple[models.Model, ...]:
        """What saving stores: the person, and a company that is new."""
        new = self.instance.company.pk is None
        return (self.instance.company, self.instance) if new else (self.instance,)

    def save(self, commit: bool = True) -> Person:
        """Store the person, after a company that is new."""
        if commit and self.instance.company.pk is None:
            self.instance.company.save()
            self.instance.company_id = self.instance.company.pk
        saved: Person = super().save(commit)
        return saved


class RankForm(forms.Form):
    """Another place in the order than the title’s, and why."""

    AS_IS = object()
    BY_TITLE = "title"

    rank = forms.CharField(label="Place", required=False)
    reason = forms.CharField(
        label="Why?", required=False, max_length=200, widget=forms.TextInput(attrs={"class": "input"})
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
            raise forms.ValidationError("Choose one of the places.")
        return int(chosen)
