"""What is written: letters, each to one person, with the sent text frozen."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidacy.fields import LineField, Record, WordsField, one_of, sensible_day
from candidacy.models import Candidacy, Contact, Development, News, Person
from candidacy.odd import ChoiceField, DayField, MomentField
from interviews.models import Note
from letters import causes


class LetterKind(models.TextChoices):
    """Why a letter is written."""

    THANK_YOU = "thank_you", gettext_lazy("Thank-you")
    NUDGE = "nudge", gettext_lazy("Nudge")
    SECOND_NUDGE = "second_nudge", gettext_lazy("Second nudge")
    CLOSING = "closing", gettext_lazy("Closing note")
    FREE = "free", gettext_lazy("Letter")


class Status(models.TextChoices):
    """Where a letter is on its way."""

    DRAFT = "draft", gettext_lazy("Draft")
    SENDING = "sending", gettext_lazy("Sending")
    SENT = "sent", gettext_lazy("Sent")


# Letters that break a silence: each is built in the same four steps.
REMINDERS = frozenset({LetterKind.NUDGE.value, LetterKind.SECOND_NUDGE.value})


class LetterQuerySet(models.QuerySet["Letter"]):
    """Sets of letters in the words of the domain."""

    def sent(self) -> LetterQuerySet:
        """Letters that went out."""
        return self.filter(status=Status.SENT)

    def drafts(self) -> LetterQuerySet:
        """Letters that can still be edited."""
        return self.filter(status=Status.DRAFT)

    def to_company(self, company_id: int) -> LetterQuerySet:
        """Every letter for a candidacy at that company, sent or draft, all rounds."""
        return self.filter(candidacy__company_id=company_id)


class Letter(Record):
    """One letter to one person. Once sent, its subject and body never change; undo makes it a draft again."""

    candidacy = models.ForeignKey(Candidacy, on_delete=models.CASCADE, related_name="letters")
    to = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="letters")
    # The agency recruiter it goes through, where there is one.
    via = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="letters_carried"
    )
    kind = ChoiceField(max_length=12, choices=LetterKind, default=LetterKind.THANK_YOU)
    status = ChoiceField(max_length=7, choices=Status, default=Status.DRAFT)
    sent_at = MomentField(null=True, blank=True, validators=[sensible_day])
    subject = LineField(max_length=500, blank=True)
    body = WordsField(blank=True)
    # True from the first keystroke of mine: the draft is then no longer written anew from the notes.
    hand_edited = models.BooleanField(default=False)
    # Which version of the draft this is: another number is another letter from the same notes.
    number = models.PositiveSmallIntegerField(default=0)
    # What would have made the draft better, one question a line.
    questions = WordsField(blank=True)
    # When it was last handed to the mail program or copied: from then on the question is whether it went out.
    opened_at = MomentField(null=True, blank=True)
    # The checks that said stop and were overruled on purpose, by their ids.
    sent_despite = LineField(max_length=500, blank=True)
    # Why it is a draft again after it was sent: the words of the server that could not deliver it.
    came_back = LineField(max_length=300, blank=True)
    message_id = LineField(max_length=998, blank=True)
    answers_letter = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="followed_by"
    )
    notes = models.ManyToManyField(Note, blank=True, related_name="letters")
    development = models.ForeignKey(
        Development, null=True, blank=True, on_delete=models.SET_NULL, related_name="letters"
    )
    news = models.ForeignKey(News, null=True, blank=True, on_delete=models.SET_NULL, related_name="letters")

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=one_of("kind", LetterKind), name="letter_kind_known"),
            models.CheckConstraint(condition=one_of("status", Status), name="letter_status_known"),
            models.CheckConstraint(
                condition=Q(status=Status.SENT, sent_at__isnull=False)
                | ~Q(status=Status.SENT) & Q(sent_at=None),
                name="letter_sent_has_its_moment",
            ),
        ]
        # By what is empty or not: SQLite takes an index with a condition only where the query says the same.
        indexes: ClassVar = [
            models.Index(fields=["status", "updated_at"], condition=Q(sent_at=None), name="letter_not_sent"),
            models.Index(fields=["sent_at"], condition=Q(sent_at__isnull=False), name="letter_by_day"),
            models.Index(fields=["kind"], condition=Q(sent_at__isnull=False), name="letter_sent_by_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} to {self.to}"

    def clean(self) -> None:
        """Refuse a sent letter without its moment, and a moment on a letter that was not sent."""
        if self.status == Status.SENT and self.sent_at is None:
            raise ValidationError({"sent_at": _("Say when it was sent.")})
        if self.status != Status.SENT and self.sent_at is not None:
            raise ValidationError({"sent_at": _("Only a sent letter has a time of sending.")})

    @property
    def carrier(self) -> Person:
        """Whose mailbox it goes to: the agency recruiter's where it goes through one."""
        return self.via or self.to

    def get_absolute_url(self) -> str:
        """The composer; the frozen text once it is sent."""
        return reverse("letters:letter", args=[self.pk])


class Revision(models.Model):
    """A text that a letter had before. Only ever added to, so that any of them can be brought back."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="revisions")
    at = MomentField(auto_now_add=True)
    subject = LineField(max_length=500, blank=True)
    body = WordsField(blank=True)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.letter}, {self.at:%Y-%m-%d %H:%M}"


class Leaving(models.TextChoices):
    """What has become of a letter in the outbox."""

    QUEUED = "queued", gettext_lazy("About to leave")
    SENDING = "sending", gettext_lazy("Leaving now")
    SENT = "sent", gettext_lazy("Sent")
    TAKEN_BACK = "taken_back", gettext_lazy("Taken back")
    REFUSED = "refused", gettext_lazy("Not sent")
    UNKNOWN = "unknown", gettext_lazy("Did it go out?")
    NOT_SENT = "not_sent", gettext_lazy("It did not go out")


# While one of these, the letter is out of my hands, and no other sending of it can begin.
UNDER_WAY = (Leaving.QUEUED, Leaving.SENDING, Leaving.UNKNOWN)


class Outgoing(models.Model):
    """One sending of a letter: its text, sender and one recipient are as they were when I pressed Send."""

    # The key of the form it was sent with: the same form, posted again, is the same sending.
    once = LineField(max_length=64, unique=True)
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="sendings")
    message_id = LineField(max_length=255, unique=True)
    sender = LineField(max_length=320)
    recipient = LineField(max_length=320)
    content = WordsField()
    state = ChoiceField(max_length=10, choices=Leaving, default=Leaving.QUEUED)
    queued_at = MomentField()
    # From then on it cannot be taken back.
    leaves_at = MomentField()
    begun_at = MomentField(null=True, blank=True)
    ended_at = MomentField(null=True, blank=True)
    # Where it stuck, and the server’s code and words.
    stage = LineField(max_length=10, blank=True)
    code = models.PositiveSmallIntegerField(null=True, blank=True)
    said = LineField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=one_of("state", Leaving), name="outgoing_state_known"),
            models.UniqueConstraint(
                fields=["letter"], condition=Q(state__in=UNDER_WAY), name="outgoing_one_a_letter"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["state", "leaves_at"], name="outgoing_by_state")]

    def __str__(self) -> str:
        return f"{self.letter}, {self.get_state_display()}"

    @property
    def stuck(self) -> str:
        """Where it stuck, as the beginning of a sentence."""
        return causes.stuck(self.stage)

    @property
    def cause(self) -> str:
        """The likely cause, and what helps."""
        return causes.cause(self.stage, self.code, self.said)

    @property
    def of_the_account(self) -> bool:
        """Whether it is the server or the account, so that other letters would stick there too."""
        return self.stage in causes.OF_THE_ACCOUNT

    @property
    def words(self) -> str:
        """What the server said, with its code."""
        return f"{self.code} {self.said}".strip() if self.code else self.said


class MailKind(models.TextChoices):
    """What a message is."""

    REPLY = "reply", gettext_lazy("Reply")
    AUTOMATIC = "automatic", gettext_lazy("Automatic reply")
    NEWSLETTER = "newsletter", gettext_lazy("Newsletter")
    BOUNCE = "bounce", gettext_lazy("Came back")
    REJECTION = "rejection", gettext_lazy("Refusal")
    INVITATION = "invitation", gettext_lazy("Invitation")
    OTHER = "other", gettext_lazy("Other")


class MessageQuerySet(models.QuerySet["Message"]):
    """Sets of messages in the words of the domain."""

    def placed(self) -> MessageQuerySet:
        """Messages that belong to a candidacy, by themselves or because I said so."""
        return self.exclude(candidacy=None).exclude(settled_at=None)

    def asked(self) -> MessageQuerySet:
        """Messages of which I have to say what they are about."""
        return self.exclude(candidacy=None).filter(settled_at=None)

    def left_alone(self) -> MessageQuerySet:
        """Messages of others in which nothing was about the search when they were read."""
        return self.filter(candidacy=None, settled_at=None, mine=False)

    def followed(self) -> MessageQuerySet:
        """Placed refusals and invitations that nothing has been done about yet."""
        kinds = (MailKind.REJECTION, MailKind.INVITATION)
        return self.placed().filter(kind__in=kinds, done_at=None, candidacy__closed_on=None)


class Message(Record):
    """One e-mail that was read. Of one that has nothing to do with the search only its head is kept."""

    # Its Message-ID, or a digest of it where it has none: what makes it the same when it is read again.
    identity = LineField(max_length=998, unique=True)
    folder = LineField(max_length=200, blank=True)
    uid = models.PositiveBigIntegerField(null=True, blank=True)
    uid_validity = models.PositiveBigIntegerField(null=True, blank=True)
    at = MomentField(validators=[sensible_day])
    sender_name = LineField(blank=True)
    sender_email = LineField(max_length=254, blank=True)
    subject = LineField(max_length=500, blank=True)
    headers = WordsField(blank=True)
    text = WordsField(blank=True)
    calendar = WordsField(blank=True)
    kind = ChoiceField(max_length=10, choices=MailKind, default=MailKind.OTHER)
    # Whether it was clear where it belongs, and on what that rested, when it was read.
    sure = models.BooleanField(default=False)
    why = LineField(max_length=300, blank=True)
    mine = models.BooleanField(default=False)
    # Where it belongs; before it is settled, the best guess.
    candidacy = models.ForeignKey(
        Candidacy, null=True, blank=True, on_delete=models.CASCADE, related_name="mails"
    )
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="mails")
    answers = models.ForeignKey(
        Letter, null=True, blank=True, on_delete=models.SET_NULL, related_name="answered_by"
    )
    decision_on = DayField(null=True, blank=True, validators=[sensible_day])
    needs_reply = models.BooleanField(default=False)
    # The line that it became in the candidacy.
    contact = models.OneToOneField(
        Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="mail"
    )
    settled_at = MomentField(null=True, blank=True)
    # When a refusal or an invitation was dealt with.
    done_at = MomentField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(identity=""), name="message_has_an_identity"),
            models.CheckConstraint(condition=one_of("kind", MailKind), name="message_kind_known"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["folder", "uid_validity", "uid"], name="message_by_place_in_mailbox")
        ]

    def __str__(self) -> str:
        return f"{self.sender_name or self.sender_email}: {self.subject}"
