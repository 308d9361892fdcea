"""The cast of the record’s pages: Harbour & Pine, who are looking for an analyst, and Ruth, who runs it."""

from __future__ import annotations

import pytest

from candidacy.models import Candidacy, Company, Person


@pytest.fixture
def harbour(db: None) -> Company:
    return Company.objects.create(name="Harbour & Pine", country="GB", time_zone="Europe/London")


@pytest.fixture
def analyst(harbour: Company) -> Candidacy:
    return Candidacy.objects.create(company=harbour, role="Analyst", location="Bristol", notes="Two teams.")


@pytest.fixture
def ruth(harbour: Company) -> Person:
    return Person.objects.create(company=harbour, name="Ruth Adeyemi", title="COO")
