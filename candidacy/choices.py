"""The closed lists of the record, in the words the archive uses and the words people read."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy


class Sector(models.TextChoices):
    """What kind of organisation a company is; it decides how titles rank."""

    ANY = "any", gettext_lazy("Any other")
    BANK = "bank", gettext_lazy("Bank")
    LAW = "law", gettext_lazy("Law")
    CONSULTING = "consulting", gettext_lazy("Consulting")
    SCHOOL = "school", gettext_lazy("School or university")
    HEALTH = "health", gettext_lazy("Health")
    CHARITY = "charity", gettext_lazy("Charity")
    PUBLIC = "public", gettext_lazy("Public sector")
    STARTUP = "startup", gettext_lazy("Start-up")
    AGENCY = "agency", gettext_lazy("Recruitment agency")


class Relation(models.TextChoices):
    """How somebody stands to me in the search."""

    HIRING_MANAGER = "hiring_manager", gettext_lazy("Hiring manager")
    MANAGER = "manager", gettext_lazy("Manager")
    PEER = "peer", gettext_lazy("Peer")
    LEADER = "leader", gettext_lazy("Senior leader")
    RECRUITER = "recruiter", gettext_lazy("Recruiter in the company")
    AGENCY = "agency", gettext_lazy("Agency recruiter")
    BOARD = "board", gettext_lazy("Board")
    OTHER = "other", gettext_lazy("Other")


class Stage(models.TextChoices):
    """How far a candidacy has come."""

    WISHLIST = "wishlist", gettext_lazy("Wishlist")
    APPLIED = "applied", gettext_lazy("Applied")
    SCREENING = "screening", gettext_lazy("Screening")
    ASSESSMENT = "assessment", gettext_lazy("Assessment")
    INTERVIEW = "interview", gettext_lazy("Interviewing")
    FINAL = "final", gettext_lazy("Final round")
    REFERENCES = "references", gettext_lazy("References")
    OFFER = "offer", gettext_lazy("Offer")


class ClosedAs(models.TextChoices):
    """How a candidacy ended."""

    ACCEPTED = "accepted", gettext_lazy("Offer accepted")
    DECLINED = "declined", gettext_lazy("Offer declined")
    REJECTED = "rejected", gettext_lazy("They said no")
    WITHDRAWN = "withdrawn", gettext_lazy("I withdrew")
    LAID_TO_REST = "laid_to_rest", gettext_lazy("Laid to rest")


class Direction(models.TextChoices):
    """Who wrote or called."""

    IN = "in", gettext_lazy("They to me")
    OUT = "out", gettext_lazy("I to them")


class ContactChannel(models.TextChoices):
    """How a contact reached the other side."""

    EMAIL = "email", gettext_lazy("E-mail")
    MESSAGE = "message", gettext_lazy("Message")
    LETTER = "letter", gettext_lazy("Letter")
    PHONE = "phone", gettext_lazy("Phone")
    VIDEO = "video", gettext_lazy("Video")
    ON_SITE = "on_site", gettext_lazy("On site")
    MEETING = "meeting", gettext_lazy("Meeting")


class ContactEvent(models.TextChoices):
    """What a contact was beyond its words; empty for an ordinary line."""

    INVITATION = "invitation", gettext_lazy("Invitation")
    REJECTION = "rejection", gettext_lazy("Rejection")
