"""What is recorded of some candidacies, read in four queries however many they are, and told to the clock."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Count, F, Max, Q, Value, When

from candidacy.choices import ContactEvent, Direction, Relation, Sector
from candidacy.facts import Facts, Message, SentLetter, Talk
from candidacy.models import Candidacy, Contact, Profile
from candidacy.names import calling
from candidacy.zones import zone
from interviews.models import Interview, Interviewer, Kind
from letters.models import Letter, Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from zoneinfo import ZoneInfo

    from django.db.models import QuerySet

    from candidacy.calendar import WorkCalendar

PERSON = ("name", "title", "relation", "rank", "company_id", "company__name", "company__sector")


@dataclass(frozen=True, slots=True)
class PersonKnown:
    """Somebody who was met, wrote, or was written to."""

    pk: int
    name: str
    title: str
    relation: str
    rank: int | None
    company_id: int
    company: str
    sector: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One interview with its people; `notes` counts the notes that hang on each person."""

    pk: int
    starts_at: dt.datetime
    ends_at: dt.datetime | None
    zone: ZoneInfo
    channel: str
    place: str
    cancelled: bool
    present: tuple[int, ...] = ()
    absent: tuple[int, ...] = ()
    notes: Mapping[int, int] = field(default_factory=dict)
    decision_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class LetterKnown:
    """One letter, sent or not."""

    pk: int
    to: int
    kind: str
    status: str
    sent_at: dt.datetime | None
    via: int | None = None  # the agency recruiter it goes through


@dataclass(frozen=True)
class Known:
    """One candidacy with all that the clock, the recipients and the page ask about it."""

    candidacy: Candidacy
    zone: ZoneInfo
    calendar: WorkCalendar
    facts: Facts
    people: Mapping[int, PersonKnown]
    meetings: tuple[Meeting, ...]
    letters: tuple[LetterKnown, ...]


def known(candidacies: QuerySet[Candidacy], profile: Profile) -> list[Known]:
    """All that is known of the candidacies, in their order."""
    rows = list(candidacies.select_related("company"))
    these = candidacies.order_by()
    contacts = _by_candidacy(_all_contacts().filter(candidacy__in=these))
    talks = _by_candidacy(_all_talks().filter(candidacy__in=these))
    written = list(_letters(these))
    letters = _by_candidacy(written)
    sent = _sent_to(written)
    # Companies of one country and region share their calendar.
    companies = {(row.company.country, row.company.region): row.company for row in rows}
    calendars = {place: profile.calendar(company) for place, company in companies.items()}
    return [
        _one(
            row,
            zone(profile.zone_of(row.company)),
            calendars[row.company.country, row.company.region],
            contacts[row.pk],
            talks[row.pk],
            letters[row.pk],
            sent,
        )
        for row in rows
    ]


def _by_candidacy(rows: Iterable[Mapping[str, Any]]) -> Mapping[int, list[Mapping[str, Any]]]:
    grouped: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        grouped[row["candidacy_id"]].append(row)
    return grouped


# To put these together takes Django longer than to ask them. That is done once, for any candidacies.


@cache
def _all_contacts() -> QuerySet[Contact, Any]:
    return Contact.objects.order_by("at", "pk").values(
        "candidacy_id", "at", "direction", "channel", "event", "automatic", "needs_reply", "decision_on",
        "person_id", **_person("person"),
    )  # fmt: skip


# What I only mean to ask is no note of what somebody told.
_TOLD = Case(
    When(interviewers__notes__kind=Kind.MY_QUESTION, interviewers__notes__reply="", then=Value(None)),
    default=F("interviewers__notes__pk"),
)


@cache
def _all_talks() -> QuerySet[Interview, Any]:
    """One row for each person in each interview, or one without a person."""
    decided = Q(interviewers__notes__kind=Kind.TIMELINE)
    return (
        Interview.objects.order_by("starts_at", "pk", "interviewers__pk")
        .values(
            "candidacy_id", "pk", "starts_at", "ends_at", "time_zone", "channel", "place", "cancelled",
            person_id=F("interviewers__person_id"),
            present=F("interviewers__present"),
            **_person("interviewers__person"),
        )
        .annotate(
            notes_on=Count(_TOLD),
            decision_on=Max("interviewers__notes__due_on", filter=decided),
        )
    )  # fmt: skip


@cache
def _all_letters() -> QuerySet[Letter, Any]:
    return Letter.objects.order_by("pk").values(
        "candidacy_id",
        "pk",
        "kind",
        "status",
        "sent_at",
        person_id=F("to_id"),
        **_person("to"),
        through_id=F("via_id"),
        **_person("via", "through"),
    )


def _letters(these: QuerySet[Candidacy]) -> QuerySet[Letter, Any]:
    """The letters of the candidacies, and those sent to people met there in any other."""
    met = Interviewer.objects.filter(interview__candidacy__in=these).values("person")
    return _all_letters().filter(Q(candidacy__in=these) | Q(to__in=met, status=Status.SENT))


def _sent_to(letters: list[Mapping[str, Any]]) -> Mapping[int, list[tuple[int, SentLetter]]]:
    """The letters that each person had, with the candidacies they belong to."""
    sent: dict[int, list[tuple[int, SentLetter]]] = defaultdict(list)
    for one in letters:
        if one["status"] == Status.SENT and one["sent_at"]:
            letter = SentLetter(one["sent_at"], one["kind"], one["person_id"])
            sent[one["person_id"]].append((one["candidacy_id"], letter))
    return sent


def _person(path: str, seen_as: str = "person") -> dict[str, F]:
    return {f"{seen_as}_{name}": F(f"{path}__{name}") for name in PERSON}


def _one(
    row: Candidacy,
    where: ZoneInfo,
    calendar: WorkCalendar,
    contacts: list[Mapping[str, Any]],
    talks: list[Mapping[str, Any]],
    letters: list[Mapping[str, Any]],
    sent: Mapping[int, list[tuple[int, SentLetter]]],
) -> Known:
    people = {
        seen[f"{seen_as}_id"]: _person_known(seen, row, seen_as)
        for seen in (*talks, *contacts, *letters)
        for seen_as in ("person", "through")
        if seen.get(f"{seen_as}_id") is not None
    }
    meetings = _meetings(talks, where)
    written = tuple(
        LetterKnown(
            one["pk"], one["person_id"], one["kind"], one["status"], one["sent_at"], one["through_id"]
        )
        for one in letters
    )
    facts = Facts(
        stage=row.stage,
        zone=where,
        applied_on=row.applied_on,
        decision_on=row.decision_on,
        decision_given_on=row.decision_given_on,
        snoozed_on=row.snoozed_on,
        snoozed_at=row.snoozed_at,
        snoozed_until=row.snoozed_until,
        closed_on=row.closed_on,
        closed_as=row.closed_as,
        messages=tuple(_message(contact) for contact in contacts),
        talks=tuple(_talk(meeting) for meeting in meetings),
        letters=tuple(_sent(written)),
        letters_elsewhere=tuple(
            letter for pk in people for candidacy, letter in sent.get(pk, ()) if candidacy != row.pk
        ),
        names=calling({pk: person.name for pk, person in people.items()}),
    )
    return Known(row, where, calendar, facts, people, meetings, written)


def _person_known(seen: Mapping[str, Any], row: Candidacy, seen_as: str) -> PersonKnown:
    """Somebody of that candidacy; whoever is of a recruitment agency is an agency recruiter to it."""
    person = PersonKnown(seen[f"{seen_as}_id"], *(seen[f"{seen_as}_{name}"] for name in PERSON))
    if person.sector == Sector.AGENCY and person.company_id != row.company_id:
        return replace(person, relation=Relation.AGENCY.value)
    return person


def _message(contact: Mapping[str, Any]) -> Message:
    return Message(
        at=contact["at"],
        inbound=contact["direction"] == Direction.IN,
        automatic=contact["automatic"],
        needs_reply=contact["needs_reply"],
        decision_on=contact["decision_on"],
        who=contact["person_id"],
        channel=contact["channel"],
        said_no=contact["event"] == ContactEvent.REJECTION,
    )


def _meetings(talks: list[Mapping[str, Any]], where: ZoneInfo) -> tuple[Meeting, ...]:
    seats: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for seat in talks:
        seats[seat["pk"]].append(seat)
    return tuple(_meeting(rows, where) for rows in seats.values())


def _meeting(seats: list[Mapping[str, Any]], where: ZoneInfo) -> Meeting:
    one = seats[0]
    taken = [seat for seat in seats if seat["person_id"] is not None]
    return Meeting(
        pk=one["pk"],
        starts_at=one["starts_at"],
        ends_at=one["ends_at"],
        zone=zone(one["time_zone"]) if one["time_zone"] else where,
        channel=one["channel"],
        place=one["place"],
        cancelled=one["cancelled"],
        present=tuple(seat["person_id"] for seat in taken if seat["present"]),
        absent=tuple(seat["person_id"] for seat in taken if not seat["present"]),
        notes={seat["person_id"]: seat["notes_on"] for seat in taken},
        decision_on=max((seat["decision_on"] for seat in seats if seat["decision_on"]), default=None),
    )


def _talk(meeting: Meeting) -> Talk:
    return Talk(
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        cancelled=meeting.cancelled,
        with_=meeting.present,
        decision_on=meeting.decision_on,
        key=meeting.pk,
    )


def _sent(letters: tuple[LetterKnown, ...]) -> Iterable[SentLetter]:
    for letter in letters:
        if letter.status == Status.SENT and letter.sent_at:
            yield SentLetter(letter.sent_at, letter.kind, letter.to)
