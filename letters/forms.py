"""The forms of a letter: its text, whom it goes to, what it takes up, when it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidacy.choices import Relation, Sector
from candidacy.feeds import pasted
from candidacy.fields import sensible_day, whole_text, without_nul
from candidacy.forms import DevelopmentForm, LocalMoments, moment_input
from candidacy.models import Candidacy, Development, Person
from letters.models import LetterKind

if TYPE_CHECKING:
    from candidacy.models import Company


class Typed(forms.CharField):
    """Words exactly as they were typed, but for the line ends, which are one character each."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, strip=False, validators=[whole_text], **kwargs)

    def to_python(self, value: Any) -> str:
        """The words without NUL characters."""
        text = super().to_python(without_nul(value)) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


class TextForm(forms.Form):
    """Subject and text, with the version that the page showed."""

    subject = Typed(
        label=gettext_lazy("Subject"),
        max_length=500,
        error_messages={"max_length": gettext_lazy("Take a subject of at most 500 characters.")},
    )
    body = Typed(label=gettext_lazy("Letter"))
    seen = forms.IntegerField(required=False, min_value=0)

    def clean_subject(self) -> str:
        """A subject is one line."""
        return " ".join(self.cleaned_data["subject"].splitlines()).strip()


if TYPE_CHECKING:
    _PersonField = forms.ModelChoiceField[Person]
else:  # Django's fields take no type arguments when the program runs
    _PersonField = forms.ModelChoiceField


class Somebody(_PersonField):
    """A person, named with the company: two may share a name."""

    def label_from_instance(self, obj: Person) -> str:
        """The name and the company."""
        return f"{obj.name}, {obj.company}"


class NewForm(forms.Form):
    """Which candidacy a letter is for, to whom, and why it is written."""

    candidacy = forms.ModelChoiceField(
        Candidacy.objects.select_related("company"),
        label=gettext_lazy("For"),
        empty_label=gettext_lazy("Choose one"),
        error_messages={
            "required": gettext_lazy("Choose a candidacy."),
            "invalid_choice": gettext_lazy("Choose a candidacy."),
        },
    )
    to = Somebody(
        Person.objects.select_related("company"),
        label=gettext_lazy("To"),
        empty_label=gettext_lazy("Choose somebody"),
        error_messages={
            "required": gettext_lazy("Choose somebody."),
            "invalid_choice": gettext_lazy("Choose somebody."),
        },
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("It is a"),
        choices=LetterKind.choices,
        error_messages={
            "required": gettext_lazy("Say what it is."),
            "invalid_choice": gettext_lazy("Say what it is."),
        },
    )
    via = forms.ModelChoiceField(Person.objects.all(), required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name in ("candidacy", "to", "kind"):
            self.fields[name].widget.attrs["class"] = "input"

    def clean(self) -> dict[str, Any]:
        """Somebody of that company, of an agency, or met in that candidacy."""
        super().clean()
        candidacy, to = self.cleaned_data.get("candidacy"), self.cleaned_data.get("to")
        if candidacy and to and not around(candidacy).filter(pk=to.pk).exists():
            self.add_error(
                "to", _("%(to)s is not of %(company)s.") % {"to": to.name, "company": candidacy.company}
            )
        if to and self.cleaned_data.get("via") == to:
            self.cleaned_data["via"] = None
        return self.cleaned_data


class SentForm(LocalMoments, forms.Form):
    """When it went out: now, unless another moment is given."""

    moments = ("at",)
    at = forms.DateTimeField(label=gettext_lazy("When it went out"), required=False, widget=moment_input())

    def __init__(self, *args: Any, zone_name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.prepare_moments(zone_name, {"at": None})

    def clean(self) -> dict[str, Any]:
        """Local time to UTC; nothing was sent tomorrow."""
        super().clean()
        self.resolve_moments()
        at = self.cleaned_data.get("at")
        if at:
            try:
                sensible_day(at)
            except forms.ValidationError as error:
                self.add_error("at", error)
            if at > timezone.now():
                self.add_error("at", _("That is still to come."))
        return self.cleaned_data


def around(candidacy: Candidacy) -> Any:
    """The people of the company, those met in the candidacy, and the agency recruiters."""
    return Person.objects.filter(
        Q(company=candidacy.company_id)
        | Q(relation=Relation.AGENCY)
        | Q(company__sector=Sector.AGENCY)
        | Q(interviewers__interview__candidacy=candidacy)
    ).distinct()


def happened(company: Company, typed: Any) -> DevelopmentForm:
    """A development from a pasted link or headline, told by what I typed beside it, else by its page."""
    said = pasted(typed.get("happened", ""))
    data = {
        **said,
        "source": typed.get("happened_source", "").strip() or said["source"],
        "published_on": typed.get("happened_on", "") or said["published_on"],
        "summary": typed.get("happened_means", ""),
    }
    return DevelopmentForm(data, instance=Development(company=company))
