"""The forms of a candidacy, its lines in and out, developments, and my news."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from candidacy.choices import ContactEvent
from candidacy.forms.base import RecordForm
from candidacy.forms.moments import LocalMoments
from candidacy.models import Candidacy, Contact, Development, News, Person


class CandidacyForm(RecordForm):
    """One role at one company: nothing is needed but the company."""

    class Meta:
        model = Candidacy
        fields = [
            "role",
            "stage",
            "applied_on",
            "location",
            "source",
            "pay",
            "posting_url",
            "posting_text",
            "files_sent",
            "decision_on",
            "notes",
        ]
        labels = {
            "applied_on": "Applied on",
            "posting_url": "Link to the posting",
            "posting_text": "The posting’s text",
            "files_sent": "Files you sent",
            "decision_on": "They decide by",
            "source": "Found through",
        }
        help_texts = {"decision_on": "Only a date they gave you: the clock waits for it."}

    def save(self, commit: bool = True) -> Candidacy:
        """Store it, with the day on which a new decision date was given."""
        from django.utils import timezone

        if "decision_on" in self.changed_data:
            self.instance.decision_given_on = timezone.localdate() if self.instance.decision_on else None
        saved: Candidacy = super().save(commit)
        return saved


class StageForm(RecordForm):
    """How far it has come."""

    class Meta:
        model = Candidacy
        fields = ["stage"]


class CloseForm(RecordForm):
    """How it ended, and when."""

    class Meta:
        model = Candidacy
        fields = ["closed_as", "closed_on"]
        labels = {"closed_as": "How it ended", "closed_on": "On"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields:
            self.fields[name].required = True
        self.fields["closed_as"].error_messages["required"] = "Say how it ended."
        self.fields["closed_on"].error_messages["required"] = "Say on which day."


class ContactForm(LocalMoments, RecordForm):
    """A dated line in or out."""

    moments = ("at",)

    class Meta:
        model = Contact
        fields = [
            "at",
            "direction",
            "channel",
            "event",
            "person",
            "text",
            "needs_reply",
            "decision_on",
            "automatic",
            "time_zone",
        ]
        labels = {
            "at": "When",
            "direction": "Who wrote or called",
            "channel": "How",
            "person": "With whom",
            "text": "What was said",
            "needs_reply": "They asked me something",
            "decision_on": "They decide by",
            "automatic": "An automatic reply",
            "time_zone": "Time zone",
        }
        help_texts = {"automatic": "It never moves the clock.", "time_zone": "Empty: the company’s."}

    def __init__(self, *args: Any, zone_name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["event"] = forms.ChoiceField(
            label="It was", required=False, choices=[("", "An ordinary line"), *ContactEvent.choices]
        )
        self.prepare_moments(self.instance.time_zone or zone_name, {"at": self.instance.at})

    def offer_people(self, people: Any) -> None:
        """Only these may be chosen: the company's own people and the agency's."""
        cast("forms.ModelChoiceField[Person]", self.fields["person"]).queryset = people

    def clean(self) -> dict[str, Any]:
        """Local time to UTC."""
        super().clean()
        self.resolve_moments()
        return self.cleaned_data


class DevelopmentForm(RecordForm):
    """An article or event about a company: a headline is enough."""

    class Meta:
        model = Development
        fields = ["title", "url", "source", "published_on", "summary"]
        labels = {
            "title": "What happened",
            "url": "Link",
            "source": "Where you read it",
            "published_on": "Date",
            "summary": "What it means for them",
        }
        help_texts = {"summary": "One sentence of yours: a letter says it in your words."}


class NewsForm(RecordForm):
    """Something new about me."""

    class Meta:
        model = News
        fields = ["text", "happened_on"]
        labels = {"text": "What is new", "happened_on": "Date"}
        help_texts = {"text": "I … . It matters because … ."}
