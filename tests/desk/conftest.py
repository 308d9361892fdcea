"""The candidacy that most of Today’s stories are about."""

from __future__ import annotations

import pytest

from candidacy.models import Candidacy, Company, Person
from interviews.models import Interview, Interviewer
from tests.desk.cast import at


@pytest.fixture
def rail() -> Candidacy:
    """A candidacy at a company in London; Daniel and Sofia interviewed me on Tuesday 3 November."""
    company = Company.objects.create(name="Meridian Rail", country="GB", time_zone="Europe/London")
    rail = Candidacy.objects.create(company=company, role="Planner", stage="interview")
    talk = Interview.objects.create(
        candidacy=rail,
        starts_at=at("2026-11-03T10:00"),
        ends_at=at("2026-11-03T11:00"),
        time_zone="Europe/London",
    )
    for name, title in (("Daniel Osei", "Director of Planning"), ("Sofia Grant", "Planner")):
        person = Person.objects.create(company=company, name=name, title=title)
        Interviewer.objects.create(interview=talk, person=person)
    return rail
