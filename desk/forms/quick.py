"""The form that adds a candidacy from one line."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

from candidacy.choices import Stage
from candidacy.models import Candidacy, Company
from desk.posting import Posting, read

# A link, with words beside it.
LONGEST_LINE = 2400


class AtAPosting(forms.Form):
    """A form whose field `company` takes a whole line: a company, “role at company”, or a link."""

    @property
    def posting(self) -> Posting:
        """What the line says. A role in a field of its own wins, and leaves the company’s words whole."""
        line, role = self.cleaned_data.get("company", ""), self.cleaned_data.get("role", "")
        found = read(line)
        if role and not found.link:
            return Posting(line, role)
        return Posting(found.company, role or found.role, found.link)

    def clean(self) -> None:
        """Refuse a line that names no company, or what no record can hold."""
        found = self.posting
        if "company" in self.errors:
            return
        if not found.company:
            words = gettext("That link does not say which company it is. Write the company’s name before it.")
            self.add_error("company", words)
            return
        for model, name, value in (
            (Company, "name", found.company),
            (Candidacy, "role", found.role),
            (Candidacy, "posting_url", found.link),
        ):
            try:
                model._meta.get_field(name).run_validators(value)  # type: ignore[union-attr]
            except ValidationError as refusal:
                self.add_error("company", refusal)


class QuickForm(AtAPosting):
    """One line is enough."""

    company = forms.CharField(
        label=gettext_lazy("Company, “role at company”, or the link to a posting"),
        max_length=LONGEST_LINE,
        widget=forms.TextInput(attrs={"class": "input mt2", "autocomplete": "off", "autofocus": True}),
        error_messages={"required": gettext_lazy("Enter the company, for example Lumen Health.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    @property
    def stage(self) -> Stage:
        """What the pressed button says; sent by Enter, the first."""
        return Stage.WISHLIST if self.data.get("do") == "wish" else Stage.APPLIED
