"""What is here already, read for an import in a handful of queries, however much it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F
from django.db.models.functions import Left

from candidacy.models import Candidacy, Company, Contact, Person
from desk.moving_in.known import CANDIDACY, COMPANY, PERSON, Entry, Known, talk_digests, word_digests
from interviews.models import Interview

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from candidacy.models import Profile

_CHUNK = 2000
# Long texts, of which it is enough to know that they are there.
_LONG = ("posting_text", "files_sent")


def gather(profile: Profile) -> Known:
    """Everything that a row could be about."""
    known = Known(zone=profile.time_zone)
    for pk, zone, *values in _rows(Company.objects.order_by("pk"), "time_zone", *COMPANY):
        known.add_company(Entry(pk, 0, values))
        if zone:
            known.zones[pk] = zone
    for pk, company, *values in _rows(Person.objects.order_by("pk"), "company_id", *PERSON):
        known.add_person(Entry(pk, company, values))
    shortened = {f"{name}_begins": Left(name, 1) for name in _LONG}
    columns = [f"{name}_begins" if name in _LONG else name for name in CANDIDACY]
    query = Candidacy.objects.order_by("pk").annotate(**shortened)
    for pk, company, *values in _rows(query, "company_id", *columns):
        known.add_candidacy(Entry(pk, company, values))
    _gather_moments(known)
    return known


def _gather_moments(known: Known) -> None:
    company = F("candidacy__company_id")
    words = Contact.objects.annotate(company=company)
    for _, candidacy, at, direction, text, where in _rows(
        words, "candidacy_id", "at", "direction", "text", "company"
    ):
        zone = known.zones.get(where, known.zone)
        known.words.update(word_digests(candidacy, at, direction, text, zone))
    talks = Interview.objects.annotate(company=company)
    for _, candidacy, at, where in _rows(talks, "candidacy_id", "starts_at", "company"):
        known.talks.update(talk_digests(candidacy, at, known.zones.get(where, known.zone)))


def _rows(query: QuerySet[Any], *columns: str) -> Any:
    return query.values_list("pk", *columns).iterator(chunk_size=_CHUNK)
