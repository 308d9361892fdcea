"""A letter is held against all that was said at the company, whatever the candidacy it was said in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from candidacy.models import Candidacy
from interviews.models import Interview, Interviewer, Note
from letters.models import Letter
from letters.queries import material_of
from letters.review import review
from tests.letters.story import TEXT, Cast, at

if TYPE_CHECKING:
    from django.test import Client


@pytest.fixture
def before(story: Cast) -> Interviewer:
    """In spring Dana had applied there already, and Tomasz had talked with her."""
    company = story.candidacy.company
    spring = Candidacy.objects.create(company=company, role="Data Engineer", stage="interview")
    talk = Interview.objects.create(candidacy=spring, starts_at=at("2026-04-07T10:00"))
    return Interviewer.objects.create(interview=talk, person=story.tomasz)


def said(story: Cast, check: str, sentence: str) -> str:
    letter = story.draft(body=TEXT.replace("Thank you for the hour.", f"Thank you for the hour. {sentence}"))
    known = material_of(letter, at("2026-11-04T09:00"))
    return next(one for one in review(letter.body, known, letter.subject) if one.id == check).level


def test_what_a_colleague_said_there_is_a_colleagues_word(story: Cast, before: Interviewer) -> None:
    text = "The billing export breaks on leap years and nobody owns the script."
    Note.objects.create(interviewer=before, kind="challenge", text=text, by=story.tomasz)
    told = "The billing export breaks on leap years, and nobody owns the script."
    assert said(story, "colleague_quoted", told) == "look"


def test_an_idea_told_there_is_told(story: Cast, before: Interviewer) -> None:
    idea = Note.objects.create(
        interviewer=before, kind="idea", text="Give every billing script a named owner and a test."
    )
    sent = story.draft(
        to=story.tomasz, status="sent", sent_at=at("2026-04-08T09:00"),
        body="Dear Tomasz,\n\nGive every billing script a named owner and a test.\n\nKind regards,\nDana",
    )  # fmt: skip
    sent.notes.add(idea)
    told = "I would give every billing script a named owner, and a test."
    assert said(story, "same_note", told) == "stop"


def test_what_was_told_in_confidence_there_stays_so(story: Cast, before: Interviewer) -> None:
    text = "The billing director leaves in December"
    Note.objects.create(interviewer=before, kind="fact", text=text, by=story.tomasz, share="private")
    assert said(story, "private_note", "The billing director leaves in December.") == "stop"


def test_no_draft_is_made_from_it(client: Client, story: Cast, before: Interviewer) -> None:
    text = "The billing export breaks on leap years and nobody owns the script."
    Note.objects.create(interviewer=before, kind="challenge", text=text, by=story.tomasz)
    asked = {"candidacy": story.candidacy.pk, "to": story.tomasz.pk, "kind": "thank_you"}
    client.post(reverse("letters:new"), asked)
    assert "billing" not in Letter.objects.get().body
