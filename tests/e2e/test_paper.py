"""On paper: the prep sheet is one page, however much is known."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from candidacy.models import Candidacy, Company, Contact, Development, News, Person
from interviews.models import Interview, Interviewer, Note

if TYPE_CHECKING:
    from tests.e2e.conftest import Site

TOLD = {
    "challenge": "Every depot has its own spreadsheet and its own truth, and nobody reads the others.",
    "goal": "Would love one Monday without a surprise from the weekend before.",
    "detail": "Cycles in from Portishead, fourteen kilometres each way, in any weather.",
    "fact": "The night shift asked for the dashboard by itself.",
    "doubt": "Has never led more than four people.",
    "question": "How do you get a night shift to trust a number?",
    "promise": "Send the metric naming sheet by Friday.",
}

LONG = "What would you leave exactly as it is, and who would miss it first if it were gone? " * 4


def talk_with(people: int) -> Interview:
    """A second talk with people who have told everything at the first."""
    company = Company.objects.create(name="Harbour & Pine")
    candidacy = Candidacy.objects.create(
        company=company, role="Head of Fulfilment", posting_text="We move " * 90
    )
    now = timezone.now()
    first, second = (
        Interview.objects.create(candidacy=candidacy, starts_at=now + dt.timedelta(days=days))
        for days in (-7, 7)
    )
    for number in range(people):
        person = Person.objects.create(company=company, name=f"Person {number}", title="Fulfilment Manager")
        seat = Interviewer.objects.create(interview=first, person=person)
        Interviewer.objects.create(interview=second, person=person)
        for kind, text in TOLD.items():
            Note.objects.create(interviewer=seat, kind=kind, text=f"{text} {number}")
            Note.objects.create(interviewer=seat, kind=kind, text=f"{text} " * 12)
        Contact.objects.create(candidacy=candidacy, person=person, at=first.starts_at, text=LONG)
    # Of my own there are no more than I can ask.
    for number in range(3):
        Note.objects.create(
            interviewer=second.interviewers.latest("pk"), kind="my_question", text=f"{number}: {LONG}"[:200]
        )
        Development.objects.create(company=company, title=f"Cold store {number} opens in Leith in January")
        News.objects.create(text=f"The picking forecast runs on {number} laptops now, within three per cent.")
    return second


@pytest.mark.parametrize("people", [1, 2, 3, 4, 6])
def test_a_prep_sheet_is_one_page(site: Site, people: int) -> None:
    page = site.open(reverse("interviews:interview", args=[talk_with(people).pk]))
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1
    page.emulate_media(media="print")
    for name in ("The company", "Questions to ask"):
        assert page.get_by_role("heading", name=name).is_visible()


def test_a_candidacy_on_paper_has_its_people_and_no_private_note(site: Site) -> None:
    talk = talk_with(2)
    secret = Note.objects.filter(interviewer__interview__candidacy=talk.candidacy, kind="goal").first()
    assert secret is not None
    Note.objects.filter(pk=secret.pk).update(text="Leaves in spring.", share="private")
    page = site.open(talk.candidacy.get_absolute_url())
    assert page.get_by_text("Leaves in spring.").is_visible()
    page.emulate_media(media="print")
    assert not page.get_by_text("Leaves in spring.").is_visible()
    assert page.get_by_role("heading", name="People, most senior first").is_visible()
    assert not page.get_by_role("heading", name="Letters").is_visible()
