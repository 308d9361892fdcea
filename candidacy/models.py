"""The record of a candidacy: who I am, the companies, their people, what was said and written between us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from candidacy.calendar import WorkCalendar
from candidacy.choices import (
    ClosedAs,
    ContactChannel,
    ContactEvent,
    Direction,
    Relation,
    Sector,
    Stage,
)
from candidacy.fields import (
    LineField,
    LinkField,
    Record,
    Versioned,
    WordsField,
    country_code,
    known_zone,
    link_or_nothing,
    one_of,
    sensible_day,
)
from candidacy.history import as_stored
from candidacy.odd import ChoiceField, DayField, JsonField, MomentField, ZoneField
from candidacy.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Iterable


class Profile(Versioned):
    """The one person who uses this computer, and what they set differently from the defaults."""

    name = LineField(blank=True)
    email = models.EmailField(blank=True)
    phone = LineField(max_length=50, blank=True)
    country = models.CharField(max_length=2, blank=True, default="GB", validators=[country_code])
    region = models.CharField(max_length=20, blank=True)
    time_zone = ZoneField(max_length=64, default="Europe/London", validators=[known_zone])
    sign_off = models.CharField(max_length=100, blank=True, default="Kind regards")
    # Only what differs from the defaults: clock numbers, days off of one's own, look and shortcuts.
    settings = JsonField(default=dict, blank=True)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=Q(pk=1), name="profile_is_one")]

    def __str__(self) -> str:
        return self.name or "Me"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the one profile: there is never a second."""
        self.pk = 1
        super().save(*args, **kwargs)

    @classmethod
    def load(cls) -> Profile:
        """The stored profile, or an unsaved one with the defaults where none was stored yet."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    @property
    def preferences(self) -> Preferences:
        """What is set differently from the defaults, understood."""
        return Preferences.from_stored(self.settings)

    def calendar(self, company: Company) -> WorkCalendar:
        """The working days of a company: its own country and region, else mine, and my own days off."""
        mine = self.preferences
        own_region = self.region if company.country in ("", self.country) else ""
        return WorkCalendar(
            country=company.country or self.country,
            region=company.region or own_region,
            extra_days_off=mine.days_off,
            freeze_from=mine.rules.freeze_from,
            freeze_until=mine.rules.freeze_until,
        )

    def zone_of(self, company: Company) -> str:
        """The name of the time zone in which a company keeps its days."""
        return company.time_zone or self.time_zone


class Company(Record):
    """A company, or a recruitment agency, with the country whose public holidays its clock keeps."""

    name = LineField()
    website = LinkField(blank=True)
    # One of Sector, or a word of my own, which ranks as any.
    sector = LineField(max_length=40, default=Sector.ANY)
    country = models.CharField(max_length=2, blank=True, validators=[country_code])
    region = models.CharField(max_length=20, blank=True)
    time_zone = ZoneField(max_length=64, blank=True, validators=[known_zone])

    class Meta:
        ordering: ClassVar = ["name", "id"]
        verbose_name_plural = "companies"
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="company_has_a_name"),
            models.CheckConstraint(condition=link_or_nothing("website"), name="company_website_is_a_link"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page where the company is edited."""
        return reverse("candidacy:company", args=[self.pk])


class Feed(Record):
    """An address where a company, or a paper about it, publishes news."""

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="feeds")
    url = LinkField()
    title = LineField(blank=True)
    # How reading it went: when it was last tried, how often in a row it failed and why, when it is due again.
    tried_at = MomentField(null=True, blank=True, editable=False)
    failures = models.PositiveIntegerField(default=0, editable=False)
    fault = LineField(max_length=300, blank=True, editable=False)
    due_at = MomentField(null=True, blank=True, editable=False)
    # Digests of the articles it brought, so that what I deleted does not come again.
    brought = JsonField(default=list, blank=True, editable=False)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company", "url"], name="feed_once_per_company"),
            models.CheckConstraint(condition=link_or_nothing("url") & ~Q(url=""), name="feed_url_is_a_link"),
        ]

    def __str__(self) -> str:
        return self.title or self.url


class Person(Record):
    """Somebody at a company. An agency recruiter belongs to the agency."""

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="people")
    name = LineField()
    title = LineField(blank=True)
    email = models.EmailField(blank=True)
    phone = LineField(max_length=50, blank=True)
    link = LinkField(blank=True)
    relation = ChoiceField(max_length=20, choices=Relation, default=Relation.OTHER)
    # My own ranking, on the scale of the bands (0 to 100); it always wins over the title's.
    rank = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(0), MaxValueValidator(100)]
    )
    rank_reason = LineField(blank=True)

    class Meta:
        ordering: ClassVar = ["name", "id"]
        verbose_name_plural = "people"
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="person_has_a_name"),
            models.CheckConstraint(condition=one_of("relation", Relation), name="person_relation_known"),
            models.CheckConstraint(
                condition=Q(rank=None) | Q(rank__range=(0, 100)), name="person_rank_0_to_100"
            ),
            models.CheckConstraint(condition=link_or_nothing("link"), name="person_link_is_a_link"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The person's page, across all interviews."""
        return reverse("desk:person", args=[self.pk])


class CandidacyQuerySet(models.QuerySet["Candidacy"]):
    """Sets of candidacies in the words of the domain."""

    def open(self) -> CandidacyQuerySet:
        """Candidacies that have not ended: neither a day nor a way of closing is recorded."""
        return self.filter(closed_on=None, closed_as="")

    def closed(self) -> CandidacyQuerySet:
        """Candidacies that have ended."""
        return self.exclude(closed_on=None, closed_as="")


class Candidacy(Record):
    """One role at one company that I am trying for."""

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="candidacies")
    role = LineField(blank=True)
    stage = ChoiceField(max_length=20, choices=Stage, default=Stage.APPLIED)
    applied_on = DayField(null=True, blank=True, validators=[sensible_day])
    posting_url = LinkField(blank=True)
    posting_text = WordsField(blank=True)
    location = LineField(blank=True)
    source = LineField(blank=True)
    pay = LineField(blank=True)
    files_sent = WordsField(
        blank=True, help_text=gettext_lazy("One per line: the CV, the cover letter, the samples.")
    )
    # A date given outside any recorded line; contacts and timeline notes carry their own.
    decision_on = DayField(null=True, blank=True, validators=[sensible_day])
    # When that date was given; empty when unknown, and then any dated source outranks it.
    decision_given_on = DayField(null=True, blank=True, validators=[sensible_day])
    snoozed_on = DayField(null=True, blank=True, validators=[sensible_day])
    # When on that day, where known: an answer of the same morning does not end a snooze of the afternoon.
    snoozed_at = MomentField(null=True, blank=True, validators=[sensible_day])
    snoozed_until = DayField(null=True, blank=True, validators=[sensible_day])
    closed_on = DayField(null=True, blank=True, validators=[sensible_day])
    closed_as = ChoiceField(max_length=20, choices=ClosedAs, blank=True)
    notes = WordsField(blank=True)
    # The stages it was put into after its first, each with the day: see candidacy.history.
    moves = JsonField(default=list, blank=True, editable=False)

    objects = CandidacyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["id"]
        verbose_name_plural = "candidacies"
        constraints: ClassVar = [
            models.CheckConstraint(condition=one_of("stage", Stage), name="candidacy_stage_known"),
            models.CheckConstraint(
                condition=one_of("closed_as", ClosedAs, blank=True),
                name="candidacy_closed_as_known",
            ),
            models.CheckConstraint(
                condition=link_or_nothing("posting_url"), name="candidacy_posting_is_a_link"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["closed_on", "stage"], name="candidacy_open_by_stage")]

    def __str__(self) -> str:
        return f"{self.role}, {self.company}" if self.role else str(self.company)

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Store it, and the day on which it came to another stage."""
        if self.is_stored and (update_fields is None or "stage" in update_fields):
            was = type(self).objects.filter(pk=self.pk).values_list("stage", flat=True).first()
            if was not in (None, self.stage):
                self.moves = [*self.moves, as_stored(self.stage, timezone.localdate())]
                update_fields = update_fields and {*update_fields, "moves"}
        super().save(*args, update_fields=update_fields, **kwargs)

    @property
    def is_closed(self) -> bool:
        """Whether it has ended."""
        return self.closed_on is not None or bool(self.closed_as)

    def get_absolute_url(self) -> str:
        """The candidacy's page."""
        return reverse("desk:candidacy", args=[self.pk])


class Contact(Record):
    """Any dated line in or out that is neither an interview nor a letter written here."""

    candidacy = models.ForeignKey(Candidacy, on_delete=models.CASCADE, related_name="contacts")
    at = MomentField(validators=[sensible_day])
    time_zone = ZoneField(max_length=64, blank=True, validators=[known_zone])
    direction = ChoiceField(max_length=3, choices=Direction, default=Direction.IN)
    channel = ChoiceField(max_length=10, choices=ContactChannel, default=ContactChannel.EMAIL)
    event = ChoiceField(max_length=12, choices=ContactEvent, blank=True)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="contacts"
    )
    automatic = models.BooleanField(default=False)
    needs_reply = models.BooleanField(default=False)
    decision_on = DayField(null=True, blank=True, validators=[sensible_day])
    text = WordsField(blank=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=one_of("direction", Direction), name="contact_direction_known"),
            models.CheckConstraint(condition=one_of("channel", ContactChannel), name="contact_channel_known"),
            models.CheckConstraint(
                condition=one_of("event", ContactEvent, blank=True), name="contact_event_known"
            ),
            # Only they can ask me something; only their mail can be automatic.
            models.CheckConstraint(
                condition=Q(direction=Direction.IN) | Q(needs_reply=False, automatic=False),
                name="contact_asks_only_inbound",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_direction_display()}, {self.at:%Y-%m-%d}"

    def clean(self) -> None:
        """Refuse questions and automatic replies of my own."""
        if self.direction == Direction.OUT:
            marked = [name for name in ("needs_reply", "automatic") if getattr(self, name)]
            if marked:
                raise ValidationError(dict.fromkeys(marked, gettext("Only what they wrote can be this.")))


class Development(Record):
    """A dated article or event about a company: the reason to write."""

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="developments")
    title = LineField(max_length=500)
    url = LinkField(blank=True)
    source = LineField(blank=True)
    published_on = DayField(null=True, blank=True, validators=[sensible_day])
    # What it means for them: the sentence a nudge needs most.
    summary = WordsField(blank=True)
    # What the feed says of it, in its own words: no letter takes them for mine.
    excerpt = WordsField(blank=True, editable=False)
    # A feed brought it, and I have not looked at it yet.
    unread = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering: ClassVar = [F("published_on").desc(nulls_last=True), "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(title=""), name="development_has_a_title"),
            models.CheckConstraint(condition=link_or_nothing("url"), name="development_url_is_a_link"),
        ]

    def __str__(self) -> str:
        return self.title


class News(Record):
    """A dated small win, course, talk or result of mine: the bank of something new."""

    happened_on = DayField(null=True, blank=True, validators=[sensible_day])
    text = WordsField()

    class Meta:
        ordering: ClassVar = [F("happened_on").desc(nulls_last=True), "-id"]
        verbose_name_plural = "news"
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(text=""), name="news_has_a_text")]

    def __str__(self) -> str:
        return self.text[:80]


class Change(models.Model):
    """One thing that was done, as a sentence, with the rows before and after, so that it can be undone.

    Written only by candidacy.changes. A deletion is a change whose rows afterwards are none: the trash is
    the list of those.
    """

    at = MomentField(auto_now_add=True)
    sentence = models.CharField(max_length=300)
    before = JsonField(default=list)
    after = JsonField(default=list)
    undone_at = MomentField(null=True, blank=True)
    # Whether Afterword did it while nobody asked, as when it reads the mailbox.
    by_app = models.BooleanField(default=False)
    # How many rows are in its parts, besides those of the two lists.
    many = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return self.sentence


class ChangePart(models.Model):
    """Rows of one model in a change of so many that no list could hold them: written by candidacy.many."""

    change = models.ForeignKey(Change, on_delete=models.CASCADE, related_name="parts")
    # In the order in which they can be stored.
    position = models.PositiveIntegerField()
    packed = models.BinaryField()

    class Meta:
        ordering: ClassVar = ["position"]

    def __str__(self) -> str:
        return f"Part {self.position} of “{self.change}”"
