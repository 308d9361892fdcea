"""What was said: talks, who was in them, and the notes that hang on one person in one talk."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidacy.fields import LineField, Record, WordsField, known_zone, one_of, sensible_day
from candidacy.models import Candidacy, Person
from candidacy.odd import ChoiceField, DayField, MomentField, ZoneField


class Channel(models.TextChoices):
    """How we met."""

    PHONE = "phone", gettext_lazy("Phone")
    VIDEO = "video", gettext_lazy("Video")
    ON_SITE = "on_site", gettext_lazy("On site")


class Kind(models.TextChoices):
    """What a note is; the words are those of the archive."""

    QUESTION = "question", gettext_lazy("They asked me")
    MY_QUESTION = "my_question", gettext_lazy("I asked")
    CHALLENGE = "challenge", gettext_lazy("Challenge")
    GOAL = "goal", gettext_lazy("Lit them up")
    FACT = "fact", gettext_lazy("Fact")
    DETAIL = "detail", gettext_lazy("Only we two")
    ANSWER = "answer", gettext_lazy("I told them")
    IDEA = "idea", gettext_lazy("My idea")
    DOUBT = "doubt", gettext_lazy("Doubt about me")
    PROMISE = "promise", gettext_lazy("Promise")
    TIMELINE = "timeline", gettext_lazy("When they decide")


# What I said or thought; every other kind is theirs unless a note says otherwise.
MINE = frozenset({Kind.MY_QUESTION.value, Kind.ANSWER.value, Kind.IDEA.value})


class Mood(models.TextChoices):
    """How a challenge sounded: the good, the bad and the ugly."""

    GOOD = "good", gettext_lazy("Good")
    BAD = "bad", gettext_lazy("Bad")
    UGLY = "ugly", gettext_lazy("Ugly")


class Share(models.TextChoices):
    """Where a note's words may go."""

    OPEN = "open", gettext_lazy("May go in any letter")
    ONLY_THEM = "only_them", gettext_lazy("Only back to who said it")
    PRIVATE = "private", gettext_lazy("In no letter, ever")


class Interview(Record):
    """One talk for one candidacy, by phone, on screen or on site, with one or more interviewers."""

    candidacy = models.ForeignKey(Candidacy, on_delete=models.CASCADE, related_name="interviews")
    starts_at = MomentField(validators=[sensible_day])
    # Unknown length: the clock takes the start.
    ends_at = MomentField(null=True, blank=True, validators=[sensible_day])
    time_zone = ZoneField(max_length=64, blank=True, validators=[known_zone])
    channel = ChoiceField(max_length=10, choices=Channel, default=Channel.VIDEO)
    place = LineField(max_length=2000, blank=True)
    cancelled = models.BooleanField(default=False)
    # The event of the invitation it came from, where it came from one: what follows it is told by these.
    invite_uid = LineField(max_length=600, blank=True, editable=False)
    invite_sequence = models.PositiveIntegerField(default=0, editable=False)
    invite_stamp = MomentField(null=True, blank=True, editable=False, validators=[sensible_day])
    people = models.ManyToManyField(Person, through="Interviewer", related_name="interviews")

    class Meta:
        ordering: ClassVar = ["starts_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")), name="interview_ends_after_start"
            ),
            models.CheckConstraint(condition=one_of("channel", Channel), name="interview_channel_known"),
        ]
        indexes: ClassVar = [models.Index(fields=["starts_at"], name="interview_by_start")]

    def __str__(self) -> str:
        return f"{self.candidacy.company}, {self.starts_at:%Y-%m-%d}"

    def clean(self) -> None:
        """Refuse an end before the start."""
        if self.ends_at and self.starts_at and self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": _("It ends before it starts.")})

    def get_absolute_url(self) -> str:
        """The debrief of this interview."""
        return reverse("interviews:debrief", args=[self.pk])


class Invitation(Record):
    """What somebody sent to invite me to a talk, move it or call it off, until I say what becomes of it."""

    uid = LineField(max_length=600)
    # The calendar of this one event, or the words of the message.
    text = WordsField()
    # Where it was handed in; empty where it came by itself.
    candidacy = models.ForeignKey(
        Candidacy, null=True, blank=True, on_delete=models.SET_NULL, related_name="invitations"
    )

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(text=""), name="invitation_has_a_text"),
        ]

    def __str__(self) -> str:
        return f"Invitation of {self.created_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """The page that asks what becomes of it."""
        return reverse("interviews:invitation", args=[self.pk])


class Interviewer(models.Model):
    """One person in one interview: the conversation that the notes hang on."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="interviewers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="interviewers")
    # Not present: no letter owed.
    present = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["interview", "person"], name="interviewer_once_per_interview"),
        ]

    def __str__(self) -> str:
        return str(self.person)


class Note(Record):
    """One thing said, by somebody present or by me, of one kind."""

    interviewer = models.ForeignKey(Interviewer, on_delete=models.CASCADE, related_name="notes")
    kind = ChoiceField(max_length=12, choices=Kind)
    mood = ChoiceField(max_length=4, choices=Mood, blank=True)
    # Empty: by me.
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="notes_by")
    share = ChoiceField(max_length=9, choices=Share, default=Share.OPEN)
    text = WordsField()
    # The challenge an idea answers, the question an answer belongs to, the doubt it meets.
    about = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="answered_by"
    )
    # Their reply to my question, or my answer to their doubt.
    reply = WordsField(blank=True)
    due_on = DayField(null=True, blank=True, validators=[sensible_day])
    done_on = DayField(null=True, blank=True, validators=[sensible_day])
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(text=""), name="note_has_a_text"),
            models.CheckConstraint(condition=one_of("kind", Kind), name="note_kind_known"),
            models.CheckConstraint(condition=one_of("share", Share), name="note_share_known"),
            models.CheckConstraint(
                condition=Q(mood="") | Q(mood__in=Mood.values, kind=Kind.CHALLENGE),
                name="note_mood_on_challenges",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["kind", "due_on"],
                condition=Q(by=None, done_on=None, due_on__isnull=False),
                name="note_promised",
            ),
            models.Index(
                fields=["interviewer"],
                condition=Q(kind=Kind.QUESTION) & ~Q(share=Share.PRIVATE),
                name="note_asked",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    def clean(self) -> None:
        """Refuse a mood on anything but a challenge."""
        if self.mood and self.kind != Kind.CHALLENGE:
            raise ValidationError({"mood": _("Only a challenge is good, bad or ugly.")})
