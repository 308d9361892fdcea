"""The form of a company, with its feeds and a sector in my own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidacy.calendar import regions
from candidacy.choices import Sector
from candidacy.countries import country_of, only_zone
from candidacy.fields import web_link
from candidacy.forms.base import RecordForm
from candidacy.models import Company, Feed

if TYPE_CHECKING:
    from django.db import models


def _sector_choices(current: str) -> list[tuple[str, str]]:
    """The known sectors, and the company's own word where it is none of them."""
    choices = [(str(value), str(label)) for value, label in Sector.choices]
    known = not current or current in Sector.values
    return choices if known else [*choices, (current, current.capitalize())]


def country_field(help_text: str) -> forms.CharField:
    """A country by its code or its name; a code is what comes out once the form has cleaned it."""
    return forms.CharField(
        label=_("Country"),
        required=False,
        max_length=60,
        help_text=help_text,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "country-name"}),
    )


def known_country(typed: str) -> str:
    """The code of the country that was typed. Raises ValidationError for what is none."""
    code = country_of(typed)
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise forms.ValidationError(
            _("“%(code)s” is no country: take its name or its code, such as GB.") % {"code": code}
        )
    return code.upper()


class CompanyForm(RecordForm):
    """A company: only its name is needed."""

    own_sector = forms.CharField(
        label=gettext_lazy("Or a sector in your own words"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("Such as logistics or investment bank."),
    )
    feeds = forms.CharField(
        label=gettext_lazy("News feeds"),
        required=False,
        help_text=gettext_lazy(
            "One link per line: where the company, or a paper about it, publishes its news."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    beside = (("sector", "own_sector"), ("country", "region"))
    field_order = [
        "name", "website", "sector", "own_sector", "country", "region", "time_zone", "feeds",
    ]  # fmt: skip

    class Meta:
        model = Company
        fields = ["name", "website", "sector", "country", "region", "time_zone"]
        labels = {
            "name": gettext_lazy("Name"),
            "website": gettext_lazy("Website"),
            "sector": gettext_lazy("Sector"),
            "country": gettext_lazy("Country"),
            "region": gettext_lazy("Region"),
            "time_zone": gettext_lazy("Time zone"),
        }
        help_texts = {
            "country": gettext_lazy("Such as GB or Germany, for its holidays."),
            "region": gettext_lazy("Such as SCT for Scotland, BY for Bavaria."),
            "time_zone": gettext_lazy(
                "Such as Europe/London. Empty: the country’s, where it has one, else yours."
            ),
            "sector": gettext_lazy("It decides how titles rank."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = _sector_choices(self.instance.sector)
        self.fields["sector"] = forms.ChoiceField(
            label=_("Sector"), choices=choices, help_text=self.fields["sector"].help_text, required=False
        )
        self.fields["sector"].widget.attrs["class"] = "input"
        self.fields["country"] = country_field(str(self.fields["country"].help_text))
        self.order_fields(self.field_order)
        if self.instance.pk is not None:
            self.initial["feeds"] = "\n".join(feed.url for feed in self.instance.feeds.all())

    def clean_country(self) -> str:
        """The code, as ISO 3166 writes it."""
        return known_country(self.cleaned_data["country"])

    def clean_feeds(self) -> list[str]:
        """The links, each once."""
        links = list(dict.fromkeys(self.cleaned_data["feeds"].split()))
        for link in links:
            if len(link) > 2000:
                raise forms.ValidationError(_("A link is at most 2000 characters long."))
            try:
                web_link(link)
            except forms.ValidationError as error:
                raise forms.ValidationError(
                    _("“%(link)s” is no link: start it with https:// or http://.") % {"link": link[:80]}
                ) from error
        return links

    def clean(self) -> dict[str, Any]:
        """A region has to be one of the country’s; a sector in my own words goes before the list’s."""
        super().clean()
        country, region = self.cleaned_data.get("country", ""), self.cleaned_data.get("region", "")
        known = regions(country) if country and region else ()
        if known and region.casefold() not in {code.casefold() for code in known}:
            self.add_error("region", _("Take one of %(known)s.") % {"known": ", ".join(sorted(known))})
        self.cleaned_data["time_zone"] = self.cleaned_data.get("time_zone") or only_zone(country)
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
