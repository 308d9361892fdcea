"""The forms of a candidacy, its lines in and out, developments, and my news."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from candidacy.fields import whole_text
from candidacy.forms.base import RecordForm
from candidacy.forms.choosing import AtACompany
from candidacy.forms.moments import LocalMoments
from candidacy.models import Candidacy, Contact, Development, News, Person

if TYPE_CHECKING:
    from django.db import models


class CandidacyForm(AtACompany, RecordForm):
    """One role at one company: nothing is needed but the company."""

    beside = (
        ("company", "new_company"),
        ("stage", "applied_on"),
        ("location", "source"),
        ("decision_on", "decision_given_on"),
    )
    field_order = [
        "company", "new_company", "role", "stage", "applied_on", "location", "source", "pay", "decision_on",
        "decision_given_on", "posting_url", "posting_text", "files_sent", "notes",
    ]  # fmt: skip

    class Meta:
        model = Candidacy
        fields = [
            "company",
            "role",
            "stage",
            "applied_on",
            "location",
            "source",
            "pay",
            "decision_on",
            "decision_given_on",
            "posting_url",
            "posting_text",
            "files_sent",
            "notes",
        ]
        labels = {
            "company": gettext_lazy("Company"),
            "role": gettext_lazy("Role"),
            "stage": gettext_lazy("Stage"),
            "location": gettext_lazy("Location"),
            "pay": gettext_lazy("Pay"),
            "notes": gettext_lazy("Notes"),
            "applied_on": gettext_lazy("Applied on"),
            "posting_url": gettext_lazy("Link to the posting"),
            "posting_text": gettext_lazy("The posting’s text"),
            "files_sent": gettext_lazy("Files you sent"),
            "decision_on": gettext_lazy("They decide by"),
            "decision_given_on": gettext_lazy("They said so on"),
            "source": gettext_lazy("Found through"),
        }
        help_texts = {
            "decision_on": gettext_lazy("Only a date they gave you."),
            "decision_given_on": gettext_lazy("Empty: today."),
            "posting_text": gettext_lazy("Paste it: postings vanish before the interview."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_companies()
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """A company, and the day on which a new decision date was given: today unless said otherwise."""
        super().clean()
        self.find_company()
        if not self.cleaned_data.get("decision_on"):
            self.cleaned_data["decision_given_on"] = None
        elif "decision_on" in self.changed_data and not self._says_when():
            self.cleaned_data["decision_given_on"] = timezone.localdate()
        return self.cleaned_data

    def _says_when(self) -> bool:
        """Whether the day of giving was typed for this date, not left over from the one before."""
        return bool(self.cleaned_data.get("decision_given_on")) and "decision_given_on" in self.changed_data

    def save(self, commit: bool = True) -> Candidacy:
        """Store it, after a company that is new."""
        if commit:
            self.store_company()
        saved: Candidacy = super().save(commit)
        return saved


class StageForm(RecordForm):
    """How far it has come."""

    class Meta:
        model = Candidacy
        fields = ["stage"]
        labels = {"stage": gettext_lazy("Stage")}


class CloseForm(RecordForm):
    """How it ended, and when."""

    beside = (("closed_as", "closed_on"),)

    class Meta:
        model = Candidacy
        fields = ["closed_as", "closed_on"]
        labels = {"closed_as": gettext_lazy("How it ended"), "closed_on": gettext_lazy("On")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.Meta.fields:
            self.fields[name].required = True
        self.fields["closed_as"].error_messages["required"] = gettext("Say how it ended.")
        self.fields["closed_on"].error_messages["required"] = gettext("Say on which day.")


class ContactForm(LocalMoments, RecordForm):
    """A dated line in or out: its time is enough."""

    moments = ("at",)
    beside = (("direction", "channel"), ("person", "new_person"), ("event", "decision_on"))
    nothing: ClassVar = {"event": gettext_lazy("An ordinary line")}
    field_order = [
        "direction", "channel", "at", "at_fold", "person", "new_person", "text", "event", "decision_on",
        "needs_reply", "automatic", "time_zone",
    ]  # fmt: skip

    new_person = forms.CharField(
        label=gettext_lazy("Or somebody new"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Their title after a comma."),
        validators=[whole_text],
    )

    class Meta:
        model = Contact
        fields = [
            "direction",
            "channel",
            "at",
            "person",
            "text",
            "event",
            "decision_on",
            "needs_reply",
            "automatic",
            "time_zone",
        ]
        error_messages = {"at": {"required": gettext_lazy("Say when.")}}
        labels = {
            "at": gettext_lazy("When"),
            "direction": gettext_lazy("Who wrote or called"),
            "channel": gettext_lazy("How"),
            "event": gettext_lazy("It was"),
            "person": gettext_lazy("With whom"),
            "text": gettext_lazy("What was said"),
            "needs_reply": gettext_lazy("They asked me something"),
            "decision_on": gettext_lazy("They decide by"),
            "automatic": gettext_lazy("An automatic reply"),
            "time_zone": gettext_lazy("Time zone"),
        }
        help_texts = {
            "automatic": gettext_lazy("It never moves the clock."),
            "decision_on": gettext_lazy("Only a date they gave you."),
            "person": gettext_lazy("Agency recruiters too."),
        }

    def __init__(self, *args: Any, zone_name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].help_text = gettext("Empty: the company’s, %(zone_name)s.") % {
            "zone_name": zone_name
        }
        self.prepare_moments(self.instance.time_zone or zone_name, {"at": self.instance.at})
        self.order_fields(self.field_order)

    def offer_people(self, people: Any) -> None:
        """Only these may be chosen, and whoever it already is."""
        known = cast("forms.ModelChoiceField[Person]", self.fields["person"])
        known.empty_label = gettext("Nobody in particular")
        known.queryset = people | Person.objects.filter(pk=self.instance.person_id)

    def clean(self) -> dict[str, Any]:
        """Local time to UTC; somebody new goes before the list."""
        super().clean()
        self.resolve_moments()
        name, _, title = (part.strip() for part in self.cleaned_data.get("new_person", "").partition(","))
        self.newcomer = None
        if name:
            company = self.instance.candidacy.company
            known = Person.objects.filter(company=company, name__iexact=name).first()
            self.newcomer = known or Person(company=company, name=name, title=title)
        return self.cleaned_data

    def rows(self) -> tuple[models.Model, ...]:
        """What saving stores: the line, and somebody new."""
        return (self.newcomer, self.instance) if self.newcomer else (self.instance,)

    def save(self, commit: bool = True) -> Contact:
        """Store the line, after somebody new."""
        if self.newcomer and commit:
            if self.newcomer.pk is None:
                self.newcomer.save()
            self.instance.person = self.newcomer
        saved: Contact = super().save(commit)
        return saved


class DevelopmentForm(RecordForm):
    """An article or event about a company: a headline is enough."""

    beside = (("source", "published_on"),)

    class Meta:
        model = Development
        fields = ["title", "url", "source", "published_on", "summary"]
        labels = {
            "title": gettext_lazy("Headline"),
            "url": gettext_lazy("Link"),
            "source": gettext_lazy("Where you read it"),
            "published_on": gettext_lazy("Date"),
            "summary": gettext_lazy("What it means for them"),
        }
        help_texts = {"summary": gettext_lazy("One sentence of yours: a letter says it in your words.")}

    def save(self, commit: bool = True) -> Development:
        """Store it, as one that I have looked at."""
        self.instance.unread = False
        saved: Development = super().save(commit)
        return saved


class NewsForm(RecordForm):
    """Something new about me."""

    class Meta:
        model = News
        fields = ["text", "happened_on"]
        labels = {"text": gettext_lazy("What is new"), "happened_on": gettext_lazy("Date")}
        help_texts = {"text": gettext_lazy("I … . It matters because … .")}
