"""Forms for an interview and for one note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext, gettext_lazy

from candidacy.forms import LocalMoments, RecordForm
from candidacy.models import Person
from interviews.models import Interview, Interviewer, Kind, Note

if TYPE_CHECKING:
    from candidacy.models import Candidacy


if TYPE_CHECKING:
    _Several = forms.ModelMultipleChoiceField[Person]
else:  # Django's fields take no type arguments when the program runs
    _Several = forms.ModelMultipleChoiceField


class PeopleField(_Several):
    """Several people. A number larger than any row can have is nobody's."""

    def clean(self, value: Any) -> Any:
        """The people. Raises ValidationError, as for any number that is nobody's."""
        try:
            return super().clean(value)
        except OverflowError as error:
            raise forms.ValidationError(
                gettext("Choose among the people shown."), code="invalid_choice"
            ) from error


class InterviewForm(LocalMoments, RecordForm):
    """When, how, and with whom: only the start is needed."""

    moments = ("starts_at", "ends_at")

    met = PeopleField(
        label=gettext_lazy("With"),
        queryset=Person.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    absent = PeopleField(
        label=gettext_lazy("Expected, but not there"),
        queryset=Person.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Nobody absent is owed a thank-you."),
    )
    others = forms.CharField(
        label=gettext_lazy("Somebody new"),
        required=False,
        help_text=gettext_lazy("One per line, with their title after a comma."),
        widget=forms.Textarea(attrs={"class": "input", "rows": 2}),
    )

    class Meta:
        model = Interview
        fields = ["starts_at", "ends_at", "channel", "place", "cancelled", "time_zone"]
        labels = {
            "starts_at": gettext_lazy("Starts"),
            "ends_at": gettext_lazy("Ends"),
            "channel": gettext_lazy("How"),
            "place": gettext_lazy("Place or link"),
            "cancelled": gettext_lazy("It was cancelled"),
            "time_zone": gettext_lazy("Time zone"),
        }
        error_messages = {"starts_at": {"required": gettext_lazy("Say when it starts.")}}
        help_texts = {
            "time_zone": gettext_lazy("Empty: the company’s."),
            "place": "",
            "ends_at": gettext_lazy("A guess is fine."),
        }

    field_order = ["starts_at", "ends_at", "channel", "place", "met", "others"]

    def __init__(self, *args: Any, people: Any, zone_name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = list(self.instance.interviewers.all()) if self.instance.pk else []
        for name, present in (("met", True), ("absent", False)):
            self.fields[name].queryset = people  # type: ignore[attr-defined]
            self.fields[name].initial = [seat.person_id for seat in seats if seat.present is present]
        if not seats:
            del self.fields["absent"]
        moments = {"starts_at": self.instance.starts_at, "ends_at": self.instance.ends_at}
        self.prepare_moments(self.instance.time_zone or zone_name, moments)

    def clean(self) -> dict[str, Any]:
        """Local times to UTC."""
        super().clean()
        self.resolve_moments()
        return self.cleaned_data

    def seat(self, candidacy: Candidacy) -> list[Interviewer]:
        """Who sits in it now; new names become people of the company.

        Whoever was taken out but has notes stays, as not there: no letter is owed, and no word is lost.
        """
        known = {seat.person_id: seat for seat in self.instance.interviewers.all()}
        absent = {person.pk for person in self.cleaned_data.get("absent") or ()}
        wanted = {person.pk: person.pk not in absent for person in self.cleaned_data["met"]}
        wanted |= dict.fromkeys(absent, False)
        for line in self.cleaned_data["others"].splitlines():
            name, _, title = (part.strip() for part in line.partition(","))
            if name:
                wanted.setdefault(_somebody(candidacy, name[:200], title[:200]).pk, True)
        for pk, seat in known.items():
            if pk not in wanted and seat.notes.exists():
                wanted[pk] = False
            elif pk not in wanted:
                seat.delete()
        return [
            Interviewer.objects.update_or_create(
                interview=self.instance, person_id=pk, defaults={"present": present}
            )[0]
            for pk, present in wanted.items()
        ]


def _somebody(candidacy: Candidacy, name: str, title: str) -> Person:
    """The person of that name at the company, new or known."""
    known = Person.objects.filter(company=candidacy.company, name=name).first()
    return known or Person.objects.create(company=candidacy.company, name=name, title=title)


class NoteForm(RecordForm):
    """Everything about one note: what it is, who said it, where it may go."""

    nothing: ClassVar = {"mood": gettext_lazy("None of these")}

    class Meta:
        model = Note
        fields = ["text", "kind", "mood", "by", "share", "about", "reply", "due_on", "done_on"]
        labels = {
            "text": gettext_lazy("The note"),
            "kind": gettext_lazy("It is"),
            "mood": gettext_lazy("Good, bad or ugly"),
            "by": gettext_lazy("Who said it"),
            "share": gettext_lazy("Where its words may go"),
            "about": gettext_lazy("It belongs to"),
            "reply": gettext_lazy("The answer to it"),
            "due_on": gettext_lazy("By when"),
            "done_on": gettext_lazy("Done on"),
        }
        help_texts = {
            "about": gettext_lazy("The challenge an idea answers, or the question an answer belongs to."),
            "reply": gettext_lazy("Theirs to your question, or yours to their doubt."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        interview = self.instance.interviewer.interview
        present = Person.objects.filter(interviewers__interview=interview)
        others = Note.objects.filter(interviewer__interview__candidacy=interview.candidacy_id)
        choices: dict[str, Any] = {
            "by": (present, gettext("Me")),
            "about": (others.exclude(pk=self.instance.pk).exclude(kind=Kind.IDEA), gettext("Nothing else")),
        }
        for name, (rows, empty) in choices.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
            self.fields[name].empty_label = empty  # type: ignore[attr-defined]
