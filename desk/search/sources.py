"""What can be found of each sort of record, read from the database."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from candidacy.models import Candidacy, Company, Contact, Development, Person
from desk.search import index
from desk.search.index import Document
from interviews.models import Interview, Interviewer, Note
from letters.models import Letter, Message

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from django.db import models

MODELS: dict[int, type[models.Model]] = {
    index.COMPANY: Company,
    index.PERSON: Person,
    index.CANDIDACY: Candidacy,
    index.NOTE: Note,
    index.LETTER: Letter,
    index.CONTACT: Contact,
    index.MAIL: Message,
    index.DEVELOPMENT: Development,
}


@dataclass(frozen=True)
class Above:
    """What other records say besides their own words: columns of a table, and the ways to it from those."""

    model: type[models.Model]
    columns: tuple[str, ...]
    ways: tuple[tuple[int, str], ...]


ABOVE = {
    8: Above(Company, ("name",), ((index.CANDIDACY, "company"),)),
    9: Above(
        Candidacy,
        ("company_id",),
        (
            (index.NOTE, "interviewer__interview__candidacy"),
            (index.LETTER, "candidacy"),
            (index.CONTACT, "candidacy"),
            (index.MAIL, "candidacy"),
        ),
    ),
    10: Above(Interview, ("starts_at", "candidacy_id"), ((index.NOTE, "interviewer__interview"),)),
    11: Above(Interviewer, ("person_id", "interview_id"), ((index.NOTE, "interviewer"),)),
}


def below(mark: int, records: Collection[int]) -> Iterator[tuple[int, int]]:
    """The documents, by sort and id, that say something else when the records above them changed."""
    for source, way in ABOVE[mark].ways:
        found = MODELS[source]._default_manager.filter(**{f"{way}__in": records})
        yield from ((source, pk) for pk in found.values_list("pk", flat=True))


def documents(source: int, records: Collection[int]) -> list[Document]:
    """What can be found of these records: none of one that is gone, or that nobody would look for."""
    return [one for one in _READ[source](records) if index.has_place(one.record)]


def _companies(records: Collection[int]) -> Iterator[Document]:
    rows = Company.objects.filter(pk__in=records).values_list("pk", "created_at", "name", "website")
    for pk, at, *texts in rows:
        yield Document(index.COMPANY, pk, at, tuple(texts), frozenset({pk}))


def _people(records: Collection[int]) -> Iterator[Document]:
    rows = Person.objects.filter(pk__in=records)
    for pk, company, at, *texts in rows.values_list(
        "pk", "company_id", "created_at", "name", "title", "email"
    ):
        yield Document(index.PERSON, pk, at, tuple(texts), frozenset({company}), frozenset({pk}))


def _candidacies(records: Collection[int]) -> Iterator[Document]:
    rows = Candidacy.objects.filter(pk__in=records).values_list(
        "pk", "company_id", "created_at", "company__name", "role", "location", "notes", "posting_text"
    )
    for pk, company, at, *texts in rows:
        yield Document(index.CANDIDACY, pk, at, tuple(texts), frozenset({company}))


def _notes(records: Collection[int]) -> Iterator[Document]:
    rows = Note.objects.filter(pk__in=records).values_list(
        "pk", "interviewer__interview__candidacy__company_id", "interviewer__person_id", "by_id",
        "interviewer__interview__starts_at", "text", "reply",
    )  # fmt: skip
    for pk, company, person, by, at, *texts in rows:
        yield Document(index.NOTE, pk, at, tuple(texts), frozenset({company}), frozenset({person, by}))


def _letters(records: Collection[int]) -> Iterator[Document]:
    rows = Letter.objects.filter(pk__in=records).values_list(
        "pk", "candidacy__company_id", "to_id", "via_id", "created_at", "sent_at", "subject", "body"
    )
    for pk, company, to, via, created, sent, *texts in rows:
        people = frozenset({to, via})
        yield Document(index.LETTER, pk, sent or created, tuple(texts), frozenset({company}), people)


def _contacts(records: Collection[int]) -> Iterator[Document]:
    """The lines of a candidacy. One that a message became is found as that."""
    rows = Contact.objects.filter(pk__in=records, mail=None).values_list(
        "pk", "candidacy__company_id", "person_id", "at", "text"
    )
    for pk, company, person, at, text in rows:
        yield Document(index.CONTACT, pk, at, (text,), frozenset({company}), frozenset({person}))


def _mails(records: Collection[int]) -> Iterator[Document]:
    """The messages about a candidacy. My own copy of a letter is found as the letter."""
    rows = Message.objects.filter(pk__in=records).exclude(candidacy=None).exclude(Q(mine=True, contact=None))
    for pk, company, person, at, *texts in rows.values_list(
        "pk", "candidacy__company_id", "person_id", "at", "sender_name", "subject", "text"
    ):
        yield Document(index.MAIL, pk, at, tuple(texts), frozenset({company}), frozenset({person}))


def _developments(records: Collection[int]) -> Iterator[Document]:
    rows = Development.objects.filter(pk__in=records).values_list(
        "pk", "company_id", "published_on", "created_at", "title", "summary", "excerpt", "source"
    )
    for pk, company, on, created, *texts in rows:
        at = dt.datetime.combine(on, dt.time(12), dt.UTC) if on else created
        yield Document(index.DEVELOPMENT, pk, at, tuple(texts), frozenset({company}))


_READ: dict[int, Callable[[Collection[int]], Iterable[Document]]] = {
    index.COMPANY: _companies,
    index.PERSON: _people,
    index.CANDIDACY: _candidacies,
    index.NOTE: _notes,
    index.LETTER: _letters,
    index.CONTACT: _contacts,
    index.MAIL: _mails,
    index.DEVELOPMENT: _developments,
}
