"""Drafts pass the review that letters of people's own pass."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from letters.drafting import draft
from letters.review import Check, review
from tests.letters.panels import load

if TYPE_CHECKING:
    from letters.material import Material

PANELS = ("freight_silent", "bank_overdue", "startup_waiting")
THANKED = [(name, told["to"]) for name in PANELS for told in load(name).expected["letters"]]


def without_itself(known: Material) -> Material:
    kept = (one for one in known.letters if (one.to, one.kind) != (known.reader.key, known.kind))
    return replace(known, letters=tuple(kept))


def faults(text: str, known: Material, subject: str) -> list[Check]:
    return [check for check in review(text, without_itself(known), subject) if check.level != "ok"]


@pytest.mark.parametrize(("panel", "to"), THANKED)
def test_a_thank_you_from_notes_would_hurt_nobody(panel: str, to: str) -> None:
    known = load(panel).material(to)
    found = draft(known)
    looks = faults(found.body, known, found.subject)
    assert [check for check in looks if check.level == "stop"] == []
    assert len(looks) <= 2


@pytest.mark.parametrize("kind", ["nudge", "second_nudge", "closing"])
def test_letters_after_silence_with_news_of_both(kind: str) -> None:
    known = load("freight_silent").material("S1-p1", kind)
    found = draft(known)
    assert faults(found.body, known, found.subject) == []
