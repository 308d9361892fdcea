"""The closed lists of the record, in the words the archive uses and the words people read."""

from __future__ import annotations

from django.db import models


class Sector(models.TextChoices):
    """What kind of organisation a company is; it decides how titles rank."""

    ANY = "any", "Any other"
    BANK = "bank", "Bank"
    LAW = "law", "Law"
    CONSULTING = "consulting", "Consulting"
    SCHOOL = "school", "School or university"
    HEALTH = "health", "Health"
    CHARITY = "charity", "Charity"
    PUBLIC = "public", "Public sector"
    STARTUP = "startup", "Start-up"
    AGENCY = "agency", "Recruitment agency"


class Relation(models.TextChoices):
    """How somebody stands to me in the search."""

    HIRING_MANAGER = "hiring_manager", "Hiring manager"
    MANAGER = "manager", "Manager"
    PEER = "peer", "Peer"
    LEADER = "leader", "Senior leader"
    RECRUITER = "recruiter", "Recruiter in the company"
    AGENCY = "agency", "Agency recruiter"
    BOARD = "board", "Board"
    OTHER = "other", "Other"


class Stage(models.TextChoices):
    """How far a candidacy has come."""

    WISHLIST = "wishlist", "Wishlist"
    APPLIED = "applied", "Applied"
    SCREENING = "screening", "Screening"
    ASSESSMENT = "assessment", "Assessment"
    INTERVIEW = "interview", "Interviewing"
    FINAL = "final", "Final round"
    REFERENCES = "references", "References"
    OFFER = "offer", "Offer"


class ClosedAs(models.TextChoices):
    """How a candidacy ended."""

    ACCEPTED = "accepted", "Offer accepted"
    DECLINED = "declined", "Offer declined"
    REJECTED = "rejected", "They said no"
    WITHDRAWN = "withdrawn", "I withdrew"
    LAID_TO_REST = "laid_to_rest", "Laid to rest"


class Direction(models.TextChoices):
    """Who wrote or called."""

    IN = "in", "They to me"
    OUT = "out", "I to them"


class ContactChannel(models.TextChoices):
    """How a contact reached the other side."""

    EMAIL = "email", "E-mail"
    MESSAGE = "message", "Message"
    LETTER = "letter", "Letter"
    PHONE = "phone", "Phone"
    VIDEO = "video", "Video"
    ON_SITE = "on_site", "On site"
    MEETING = "meeting", "Meeting"


class ContactEvent(models.TextChoices):
    """What a contact was beyond its words; empty for an ordinary line."""

    INVITATION = "invitation", "Invitation"
    REJECTION = "rejection", "Rejection"
