"""The letters of a panel as they are really written: one after the other, each sent before the next."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from letters.drafting import draft
from letters.drafting.measure import content
from letters.material import EarlierLetter
from letters.shingles import longest, mask_of, share
from tests.letters.told import told

# Where the review begins to warn: rules.md, section 4.
LOOKS_ALIKE = 0.08
# A shorter letter asks for more notes; of twenty words two runs of three are a tenth.
SAYS_ENOUGH = 40


@pytest.mark.parametrize("name", ["details", "law_quotes", "clinic", "twelve"])
def test_letters_sent_in_turn_do_not_resemble_each_other(name: str) -> None:
    panel = told(name)
    sent: list[EarlierLetter] = []
    for person in panel.archive["companies"][0]["people"]:
        material = replace(panel.material(person["key"]), letters=tuple(sent))
        found = draft(material)
        sent.append(
            EarlierLetter(
                person["key"], person["key"], "thank_you",
                sent_at=material.now, subject=found.subject, body=found.body, notes=found.notes,
            )
        )  # fmt: skip
    names = mask_of(material)
    texts = {one.key: content(one.body) for one in sent}
    alike = {
        pair: (round(share(texts[pair[0]], texts[pair[1]], names), 3), run)
        for pair in combinations(texts, 2)
        if (run := longest(texts[pair[0]], texts[pair[1]], names)) > 6
        or (
            min(len(texts[key].split()) for key in pair) >= SAYS_ENOUGH
            and share(texts[pair[0]], texts[pair[1]], names) > LOOKS_ALIKE
        )
    }
    assert alike == {}
