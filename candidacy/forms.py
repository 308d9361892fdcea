"""Forms for the record: companies, people, candidacies, contacts, developments and my news.

Every form takes what a person would type and says in one sentence what it could not take. Nothing is
required but what a rule cannot do without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms

from candidacy import zones
from candidacy.calendar import regions
from candidacy.choices import ContactEvent, Sector
from candidacy.fields import web_link
from candidacy.models import Candidacy, Company, Contact, Development, Feed, News, Person

if TYPE_CHECKING:
    from datetime import datetime

    from django.db import models

    _ModelForm = forms.ModelForm[Any]
else:  # Django's forms take no type arguments when the program runs
    _ModelForm = forms.ModelForm

DAY = "%Y-%m-%d"
LOCAL_MOMENT = "%Y-%m-%dT%H:%M"
WHICH_OF_TWO = [("", "Say which"), ("0", "The first, before the clocks go back"), ("1", "The second, after")]


def day_input() -> forms.DateInput:
    """The browser's own date picker."""
    return forms.DateInput(attrs={"type": "date", "class": "input"}, format=DAY)


def moment_input() -> forms.DateTimeInput:
    """The browser's own picker of a local date and time."""
    return forms.DateTimeInput(attrs={"type": "datetime-local", "class": "input"}, format=LOCAL_MOMENT)


class RecordForm(_ModelForm):
    """A form for one record. Its days use the browser's picker, its messages the product's voice."""

    error_css_class = "bad"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.setdefault(
                "class", "input" if not isinstance(field, forms.BooleanField) else ""
            )
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 3
            if isinstance(field, forms.DateField):
                field.widget = day_input()
                field.error_messages["invalid"] = "Take a day such as 2026-11-06."
            if field.required:
                field.error_messages["required"] = f"Fill in {str(field.label or name).lower()}."


class LocalMoments:
    """Mixed into a form whose moments are typed as local times of `time_zone`.

    The hour that daylight saving skips is refused; the hour that comes twice is asked: a choice
    `<field>_fold` appears beside the field. Subclasses name their fields in `moments` and give
    `default_zone` before binding.
    """

    moments: tuple[str, ...] = ()
    default_zone: str = "UTC"
    fields: dict[str, forms.Field]
    data: Any
    cleaned_data: dict[str, Any]

    def prepare_moments(self, zone_name: str, stored: dict[str, datetime | None]) -> None:
        """Replace the moment fields by local ones, filled from the stored UTC moments."""
        self.default_zone = zone_name or "UTC"
        for name in self.moments:
            old = self.fields[name]
            self.fields[name] = _NaiveMoment(
                label=old.label, required=old.required, widget=moment_input(), help_text=old.help_text
            )
            moment = stored.get(name)
            if moment is not None:
                local = moment.astimezone(zones.zone(self.default_zone)).replace(tzinfo=None)
                self.initial[name] = local  # type: ignore[attr-defined]
            if self.data.get(f"{name}_fold") is not None:
                self._ask_which(name)

    def resolve_moments(self) -> None:
        """Turn the typed local times into UTC moments; faults go beside their fields."""
        zone_name = self.cleaned_data.get("time_zone") or self.default_zone
        for name in self.moments:
            local = self.cleaned_data.get(name)
            if local is None:
                continue
            fold = self.cleaned_data.get(f"{name}_fold") or None
            try:
                self.cleaned_data[name] = zones.to_utc(
                    local, zone_name, fold=None if fold is None else int(fold)
                )
            except zones.TwiceTimeError as error:
                self._ask_which(name)
                self.add_error(name, str(error))  # type: ignore[attr-defined]
            except ValueError as error:
                self.add_error(name, str(error))  # type: ignore[attr-defined]

    def _ask_which(self, name: str) -> None:
        self.fields[f"{name}_fold"] = forms.ChoiceField(
            label="Which of the two?", choices=WHICH_OF_TWO, required=False
        )


class _NaiveMoment(forms.DateTimeField):
    """A local time as typed, without a zone: the form knows the zone."""

    default_error_messages = {"invalid": "Take a day and a time such as 2026-11-06 14:30."}

    def to_python(self, value: Any) -> Any:
        from django.utils import timezone

        # The parent reads the current zone into it; what was typed is local to another.
        with timezone.override("UTC"):
            moment = super().to_python(value)
        return moment.replace(tzinfo=None) if moment else moment

    def prepare_value(self, value: Any) -> Any:
        return value


def _sector_choices(current: str) -> list[tuple[str, str]]:
    """The known sectors, and the company's own word where it is none of them."""
    choices = [(str(value), str(label)) for value, label in Sector.choices]
    known = not current or current in Sector.values
    return choices if known else [*choices, (current, current.capitalize())]


class CompanyForm(RecordForm):
    """A company: only its name is needed."""

    own_sector = forms.CharField(
        label="Or a sector in your own words",
        max_length=40,
        required=False,
        help_text="Such as logistics or investment bank.",
    )
    feeds = forms.CharField(
        label="News feeds",
        required=False,
        help_text="One link per line: where the company, or a paper about it, publishes its news.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = ["name", "website", "sector", "own_sector", "country", "region", "time_zone", "feeds"]

    class Meta:
        model = Company
        fields = ["name", "website", "sector", "country", "region", "time_zone"]
        labels = {"time_zone": "Time zone"}
        help_texts = {
            "country": "Two letters, such as GB. Its public holidays do not count as working days.",
            "region": "Where public holidays differ, such as SCT for Scotland or BY for Bavaria.",
            "time_zone": "Such as Europe/London. Empty: yours.",
            "sector": "It decides how titles rank: a bank’s Vice President is none elsewhere.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = _sector_choices(self.instance.sector)
        self.fields["sector"] = forms.ChoiceField(
            label="Sector", choices=choices, help_text=self.fields["sector"].help_text, required=False
        )
        self.fields["sector"].widget.attrs["class"] = "input"
        self.order_fields(self.field_order)
        if self.instance.pk is not None:
            self.initial["feeds"] = "\n".join(feed.url for feed in self.instance.feeds.all())

    def clean_country(self) -> str:
        """The code in capitals, as ISO 3166 writes it."""
        return str(self.cleaned_data["country"]).upper()

    def clean_feeds(self) -> list[str]:
        """The links, each once."""
        links = list(dict.fromkeys(self.cleaned_data["feeds"].split()))
        for link in links:
            if len(link) > 2000:
                raise forms.ValidationError("A link is at most 2000 characters long.")
            try:
                web_link(link)
            except forms.ValidationError as error:
                raise forms.ValidationError(
                    f"“{link[:80]}” is no link: start it with https:// or http://."
                ) from error
        return links

    def clean(self) -> dict[str, Any]:
        """A region has to be one of the country’s; a sector in my own words goes before the list’s."""
        super().clean()
        country, region = self.cleaned_data.get("country", ""), self.cleaned_data.get("region", "")
        known = regions(country) if country and region else ()
        if known and region.casefold() not in {code.casefold() for code in known}:
            self.add_error("region", f"Take one of {', '.join(sorted(known))}.")
        chosen = self.cleaned_data.get("sector") or Sector.ANY.value
        self.cleaned_data["sector"] = self.cleaned_data.get("own_sector", "").strip() or chosen
        return self.cleaned_data

    def rows(self) -> tuple[models.Model, ...]:
        """What saving stores or removes: the company, and the feeds that go or come."""
        links = self.cleaned_data["feeds"]
        self.gone = [feed for feed in self._feeds() if feed.url not in links]
        known = {feed.url for feed in self._feeds()}
        self.come = [Feed(company=self.instance, url=link) for link in links if link not in known]
        return (self.instance, *self.gone, *self.come)

    def _feeds(self) -> list[Feed]:
        return list(self.instance.feeds.all()) if self.instance.pk is not None else []

    def save(self, commit: bool = True) -> Company:
        """Store the company and its feeds; `rows` is asked for before."""
        saved: Company = super().save(commit)
        for feed in self.gone:
            Feed.objects.filter(pk=feed.pk).delete()
        for feed in self.come:
            feed.company_id = saved.pk
            feed.save()
        return saved


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
