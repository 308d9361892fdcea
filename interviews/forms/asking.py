"""The form of a question I mean to ask."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidacy.forms import RecordForm
from interviews.models import Interviewer, Note


class QuestionForm(RecordForm):
    """One question, and whom it is for: somebody of that talk."""

    class Meta:
        model = Note
        fields = ["text", "interviewer"]
        labels = {"text": gettext_lazy("Your question"), "interviewer": gettext_lazy("For")}
        widgets = {"text": forms.TextInput(attrs={"class": "input", "autocomplete": "off"})}

    def __init__(self, *args: Any, seats: list[Interviewer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # By their numbers as words: one larger than any row can have is simply nobody’s.
        self.fields["interviewer"] = forms.TypedChoiceField(
            label=_("For"),
            choices=[(seat.pk, seat.person.name) for seat in seats],
            coerce={str(seat.pk): seat for seat in seats}.__getitem__,
            widget=forms.Select(attrs={"class": "input"}),
            error_messages={
                "required": _("Choose somebody."),
                "invalid_choice": _("Choose among the people shown."),
            },
        )
