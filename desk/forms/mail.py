"""Forms about mail: where a message belongs, and a file of messages."""

from __future__ import annotations

from django import forms

from candidacy.models import Candidacy
from desk.posted import LARGEST


class PlaceForm(forms.Form):
    """Which candidacy a message is about."""

    candidacy = forms.ModelChoiceField(
        label="Which one is it about?",
        queryset=Candidacy.objects.select_related("company").order_by("closed_on", "company__name", "pk"),
        empty_label="Choose one",
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={"required": "Choose one, or say that it is not about your search."},
    )


class MailFileForm(forms.Form):
    """A file of mail."""

    file = forms.FileField(
        label="E-mail or mailbox",
        help_text="A file your mail program saved, ending in .eml or .mbox. Read twice, it adds nothing.",
        widget=forms.FileInput(
            attrs={"class": "input", "accept": ".eml,.mbox,.mbx,message/rfc822,application/mbox"}
        ),
        error_messages={"required": "Choose a file first.", "empty": "There is nothing in this file."},
    )

    def clean_file(self) -> bytes:
        """Its content."""
        given = self.cleaned_data["file"]
        if given.size > LARGEST:
            raise forms.ValidationError(
                f"This file is larger than {LARGEST // 1024 // 1024} MB: save fewer messages in one."
            )
        return bytes(given.read())
