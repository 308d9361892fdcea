"""Which field of the archive is which attribute of which record: one table for export and import."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from candidacy.models import Candidacy, Company, Contact, Development, Feed, News, Person
from interviews.models import Interview, Interviewer, Invitation, Note
from letters.models import Letter

if TYPE_CHECKING:
    from django.db import models

FORMAT, VERSION = "afterword", 1


class Kind(Enum):
    """How a value is written."""

    TEXT = "text"
    NUMBER = "a whole number"
    FLAG = "true or false"
    DAY = "a day such as 2026-09-01"
    MOMENT = "a time such as 2026-09-01T10:00"
    KEY = "the key of another record"
    AUTHOR = "a person’s key or “me”"
    KEYS = "a list of keys"
    MOVES = "a list of stages, each with its day"


@dataclass(frozen=True)
class Field:
    """One field. `attr` is the model's name for it; `refers` the record that a key names."""

    name: str
    kind: Kind = Kind.TEXT
    attr: str = ""
    refers: type[models.Model] | None = None
    required: bool = False
    # An empty text is written as null rather than as "".
    nullable: bool = False
    # Not among the published fields: written only where it says something.
    beyond: bool = False

    @property
    def attribute(self) -> str:
        """The attribute of the model."""
        return self.attr or self.name


@dataclass(frozen=True, eq=False)
class Shape:
    """A record: its model, its fields, the lists of records inside it, and how those point back to it."""

    model: type[models.Model]
    word: str
    plural: str
    fields: tuple[Field, ...]
    lists: dict[str, Shape] = field(default_factory=dict)
    parent: str = ""
    keyed: bool = True
    # Written only where the list is not empty.
    beyond: bool = False
    order: tuple[str, ...] = ("pk",)


def _day(name: str, *, beyond: bool = False) -> Field:
    return Field(name, Kind.DAY, beyond=beyond)


NEWS = Shape(News, "news", "news", (_day("happened_on"), Field("text", required=True)))

PERSON = Shape(
    Person,
    "person",
    "people",
    (
        Field("name", required=True),
        Field("title"),
        Field("email"),
        Field("phone"),
        Field("link"),
        Field("relation"),
        Field("rank", Kind.NUMBER),
        Field("rank_reason", beyond=True),
    ),
    parent="company",
)

DEVELOPMENT = Shape(
    Development,
    "development",
    "developments",
    (
        Field("title", required=True),
        Field("url"),
        Field("source"),
        _day("published_on"),
        Field("summary"),
        Field("excerpt", beyond=True),
        Field("unread", Kind.FLAG, beyond=True),
    ),
    parent="company",
)

FEED = Shape(
    Feed, "feed", "feeds", (Field("url", required=True), Field("title")), parent="company", beyond=True
)

CONTACT = Shape(
    Contact,
    "contact",
    "contacts",
    (
        Field("at", Kind.MOMENT, required=True),
        Field("time_zone", beyond=True),
        Field("direction", required=True),
        Field("channel"),
        Field("event", beyond=True),
        Field("person", Kind.KEY, refers=Person),
        Field("automatic", Kind.FLAG),
        Field("needs_reply", Kind.FLAG),
        _day("decision_on"),
        Field("text"),
    ),
    parent="candidacy",
)

NOTE = Shape(
    Note,
    "note",
    "notes",
    (
        Field("kind", required=True),
        Field("mood", nullable=True),
        Field("by", Kind.AUTHOR, refers=Person),
        Field("share"),
        Field("text", required=True),
        Field("about", Kind.KEY, refers=Note),
        Field("reply", nullable=True),
        _day("due_on"),
        _day("done_on"),
    ),
    parent="interviewer",
    order=("position", "pk"),
)

INTERVIEWER = Shape(
    Interviewer,
    "interviewer",
    "interviewers",
    (Field("person", Kind.KEY, refers=Person, required=True), Field("present", Kind.FLAG)),
    {"notes": NOTE},
    parent="interview",
    keyed=False,
)

INTERVIEW = Shape(
    Interview,
    "interview",
    "interviews",
    (
        Field("starts_at", Kind.MOMENT, required=True),
        Field("ends_at", Kind.MOMENT),
        Field("time_zone"),
        Field("channel"),
        Field("place"),
        Field("cancelled", Kind.FLAG),
        Field("invite_uid", beyond=True),
        Field("invite_sequence", Kind.NUMBER, beyond=True),
        Field("invite_stamp", Kind.MOMENT, beyond=True),
    ),
    {"interviewers": INTERVIEWER},
    parent="candidacy",
)

LETTER = Shape(
    Letter,
    "letter",
    "letters",
    (
        Field("to", Kind.KEY, refers=Person, required=True),
        Field("kind", required=True),
        Field("status"),
        Field("sent_at", Kind.MOMENT),
        Field("via", Kind.KEY, refers=Person),
        Field("subject"),
        Field("body"),
        Field("hand_edited", Kind.FLAG, beyond=True),
        Field("message_id", nullable=True),
        Field("answers_letter", Kind.KEY, refers=Letter),
        Field("notes", Kind.KEYS, refers=Note),
        Field("development", Kind.KEY, refers=Development),
        Field("news", Kind.KEY, refers=News),
    ),
    parent="candidacy",
)

CANDIDACY = Shape(
    Candidacy,
    "candidacy",
    "candidacies",
    (
        Field("role"),
        Field("stage"),
        _day("applied_on"),
        _day("decision_on"),
        _day("decision_given_on", beyond=True),
        _day("snoozed_on"),
        Field("snoozed_at", Kind.MOMENT, beyond=True),
        _day("snoozed_until"),
        _day("closed_on"),
        Field("closed_as", nullable=True),
        Field("posting_url"),
        Field("posting_text"),
        Field("location"),
        Field("source"),
        Field("pay", beyond=True),
        Field("files_sent", beyond=True),
        Field("notes"),
        Field("moves", Kind.MOVES, beyond=True),
    ),
    {"contacts": CONTACT, "interviews": INTERVIEW, "letters": LETTER},
    parent="company",
)

COMPANY = Shape(
    Company,
    "company",
    "companies",
    (
        Field("name", required=True),
        Field("website"),
        Field("sector"),
        Field("country"),
        Field("region", beyond=True),
        Field("time_zone"),
    ),
    {"people": PERSON, "developments": DEVELOPMENT, "feeds": FEED, "candidacies": CANDIDACY},
)

INVITATION = Shape(
    Invitation,
    "invitation",
    "invitations",
    (
        Field("uid"),
        Field("text", required=True),
        Field("candidacy", Kind.KEY, refers=Candidacy),
    ),
    beyond=True,
)

PROFILE_FIELDS = (
    Field("name"),
    Field("email"),
    Field("phone"),
    Field("country"),
    Field("region", beyond=True),
    Field("time_zone"),
    Field("sign_off"),
)
