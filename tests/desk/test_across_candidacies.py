"""One person in two candidacies: a letter there counts here, wherever one looks."""

from __future__ import annotations

import datetime as dt

import pytest

from candidacy.models import Candidacy, Company, Contact, Person, Profile
from desk.outlook import Outlook, outlooks
from interviews.models import Interview, Interviewer
from tests.desk.cast import at, said_json, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def signals(rail: Candidacy) -> Candidacy:
    """Another role at the same company, about which Daniel and I talked on Wednesday 4 November."""
    other = Candidacy.objects.create(company=rail.company, role="Signals Lead", stage="interview")
    talk = Interview.objects.create(
        candidacy=other, starts_at=at("2026-11-04T10:00"), ends_at=at("2026-11-04T11:00")
    )
    Interviewer.objects.create(interview=talk, person=Person.objects.get(name="Daniel Osei"))
    return other


def owed(moment: str) -> list[tuple[str, str]]:
    return [(one["role"], one["to"]) for one in said_json("--on", moment)["thank_yous"]]


def alone(candidacy: Candidacy, moment: str) -> Outlook:
    """The candidacy as its own page looks at it."""
    (outlook,) = outlooks(Candidacy.objects.filter(pk=candidacy.pk), at(moment), Profile.load())
    return outlook


def test_a_letter_covers_all_earlier_talks_with_that_person(rail: Candidacy, signals: Candidacy) -> None:
    send(rail, "Daniel", "2026-11-03T15:00")
    assert owed("2026-11-05") == [("Planner", "Sofia Grant"), ("Signals Lead", "Daniel Osei")]
    send(rail, "Daniel", "2026-11-04T15:00")
    assert owed("2026-11-05") == [("Planner", "Sofia Grant")]
    assert [one.state for one in alone(signals, "2026-11-05").thanks] == ["sent"]


def test_the_page_names_the_same_reader_as_today(rail: Candidacy, signals: Candidacy) -> None:
    Candidacy.objects.filter(pk=rail.pk).update(decision_on=dt.date(2026, 11, 9))
    send(signals, "Daniel", "2026-11-06T09:00")
    (row,) = [
        one for one in said_json("--all", "--on", "2026-11-11")["candidacies"] if one["role"] == "Planner"
    ]
    reader = alone(rail, "2026-11-11").write_to
    assert reader is not None
    assert (row["state"], row["write_to"]["name"], reader.name) == ("silent", "Sofia Grant", "Sofia Grant")


def test_a_letter_of_a_closed_candidacy_counts_too(rail: Candidacy, signals: Candidacy) -> None:
    Candidacy.objects.filter(pk=rail.pk).update(decision_on=dt.date(2026, 11, 9))
    send(signals, "Daniel", "2026-11-06T09:00")
    Candidacy.objects.filter(pk=signals.pk).update(closed_on=dt.date(2026, 11, 9), closed_as="withdrawn")
    (row,) = said_json("--all", "--on", "2026-11-11")["candidacies"]
    assert row["write_to"]["name"] == "Sofia Grant"


def test_a_recruiter_who_is_yet_to_write_is_not_the_way_in(rail: Candidacy) -> None:
    agency = Company.objects.create(name="Wexley", sector="agency")
    tom = Person.objects.create(company=agency, name="Tom Hale", relation="agency")
    Contact.objects.create(candidacy=rail, at=at("2026-11-20T09:00"), person=tom)
    routes = [
        said_json("--all", "--on", day)["candidacies"][0]["write_to"]["route"]
        for day in ("2026-11-19", "2026-11-21")
    ]
    assert routes == [None, "Tom Hale"]
