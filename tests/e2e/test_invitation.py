"""An invitation in a real browser, without JavaScript: from the file to the interview with its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from candidacy.models import Candidacy, Company, Profile
from interviews.models import Interview
from tests.interviews.test_invitations_read import SAMPLES

if TYPE_CHECKING:
    from tests.browser import Site


@pytest.mark.parametrize("scripts", [False, True], ids=["plain", "scripted"])
def test_an_outlook_invitation_becomes_an_interview_with_its_people(site: Site, *, scripts: bool) -> None:
    Profile(name="Ines Moreau", email="ines.moreau@post.example").save()
    company = Company.objects.create(name="Saltmarsh Foods", website="https://saltmarsh.example")
    candidacy = Candidacy.objects.create(company=company, role="Operations Manager", stage="interview")
    page = site.open(f"/invitations/?candidacy={candidacy.pk}", scripts=scripts)
    page.get_by_label("Calendar file").set_input_files(SAMPLES / "outlook_teams.ics")
    page.get_by_role("button", name="Read it").click()
    assert page.get_by_role("heading", level=1).inner_text() == "An interview at Saltmarsh Foods?"
    ticked = {
        name: page.get_by_role("checkbox", name=name, exact=True).is_checked()
        for name in ("Nadia Haddad", "Owen Price", "Ines Moreau", "Room 2.14")
    }
    assert ticked == {"Nadia Haddad": True, "Owen Price": True, "Ines Moreau": False, "Room 2.14": False}
    page.get_by_label("Title of Nadia Haddad").fill("Head of Operations")
    page.get_by_role("button", name="Add the interview").click()
    page.wait_for_url(f"**/candidacies/{candidacy.pk}/")
    assert page.get_by_role("link", name="Nadia Haddad").is_visible()
    talk = Interview.objects.get()
    assert [(one.name, one.title) for one in talk.people.order_by("pk")] == [
        ("Nadia Haddad", "Head of Operations"),
        ("Owen Price", ""),
    ]
    assert talk.starts_at.isoformat() == "2026-11-24T11:00:00+00:00"
