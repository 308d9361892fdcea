"""A company that is known, or one named in the same form: for everything that belongs to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext as _

from candidacy.models import Company

if TYPE_CHECKING:
    from django.db import models


class AtACompany:
    """Mixed into a form whose record belongs to a company: chosen from the list, or new by its name.

    A new one of a known name is that one. Where the field was not sent, the record stays where it is.
    """

    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]
    instance: Any

    def offer_companies(self) -> None:
        """Make the two fields; called at the end of the form’s own beginning."""
        known = cast("forms.ModelChoiceField[Company]", self.fields["company"])
        known.required, known.empty_label = False, _("Choose one")
        self.fields["new_company"] = forms.CharField(
            label=_("Or one that is not in the list"),
            max_length=200,
            required=False,
            widget=forms.TextInput(attrs={"class": "input", "autocomplete": "organization"}),
        )
        if not Company.objects.exists():
            self.fields["company"].widget = forms.HiddenInput()
            self.fields["new_company"].label = _("Company")

    def find_company(self) -> None:
        """Settle which company it is, from the list or new."""
        new = self.cleaned_data.get("new_company", "").strip()
        if new:
            known = Company.objects.filter(name__iexact=new).first()
            self.cleaned_data["company"] = known or Company(name=new)
        elif not self.cleaned_data.get("company") and "company" not in self.errors:  # type: ignore[attr-defined]
            if self.instance.company_id and self.add_prefix("company") not in self.data:  # type: ignore[attr-defined]
                self.cleaned_data["company"] = self.instance.company
            else:
                field = "new_company" if self.fields["company"].widget.is_hidden else "company"
                self.add_error(field, _("Choose a company, or name a new one."))  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """Leave out a company that is not stored yet: the check of the other fields does not need it."""
        company = self.cleaned_data.get("company")
        if company and company.pk is None:
            del self.cleaned_data["company"]
            self.instance.company = company
        super()._post_clean()  # type: ignore[misc]

    def rows(self) -> tuple[models.Model, ...]:
        """What saving stores: the record, and a company that is new."""
        new = self.instance.company.pk is None
        return (self.instance.company, self.instance) if new else (self.instance,)

    def store_company(self) -> None:
        """Store a company that is new, before the record itself."""
        if self.instance.company.pk is None:
            self.instance.company.save()
            self.instance.company_id = self.instance.company.pk
