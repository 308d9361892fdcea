"""More than a hundred letters written by hand, good ones and faulty ones, and what the review says of them.

`pytest -s tests/letters/test_review_letters.py` prints recall and false alarms for each check.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from letters.review import review
from tests.letters.written import PANELS, Written, letters

if TYPE_CHECKING:
    from letters.review import Check

LETTERS = {file: letters(file) for file in PANELS}
ALL = [letter for known in LETTERS.values() for letter in known.values()]
ENOUGH = 0.95


def faults(letter: Written) -> dict[str, Check]:
    checks = review(letter.text, letter.material(LETTERS[letter.file]))
    return {check.id: check for check in checks if check.level != "ok"}


@pytest.mark.parametrize("letter", ALL, ids=lambda letter: f"{letter.file}: {letter.title}")
def test_each_letter(letter: Written) -> None:
    found = {name: check.level for name, check in faults(letter).items()}
    expected = dict.fromkeys(letter.stop, "stop") | dict.fromkeys(letter.look, "look")
    assert {name: level for name, level in found.items() if name not in letter.also} == {
        name: level for name, level in expected.items() if name not in letter.also
    }


def test_recall_and_false_alarms() -> None:
    wanted, hit, false, stops = Counter[str](), Counter[str](), Counter[str](), []
    for letter in ALL:
        found = faults(letter)
        for name in letter.stop | letter.look:
            wanted[name] += 1
            hit[name] += name in found
        unasked = set(found) - letter.stop - letter.look - letter.also
        false.update(unasked)
        stops += [letter.title for name in unasked if found[name].level == "stop"]
    for name in sorted(wanted | false):
        print(f"{name:18} recall {hit[name]:3} of {wanted[name]:3}   false alarms {false[name]}")
    print(f"{len(ALL)} letters, {sum(letter.is_good for letter in ALL)} of them without a stop")
    assert len(ALL) >= 60
    assert hit.total() >= ENOUGH * wanted.total()
    assert stops == []


@pytest.mark.parametrize("letter", ALL, ids=lambda letter: f"{letter.file}: {letter.title}")
def test_what_is_marked_is_in_the_text(letter: Written) -> None:
    for check in review(letter.text, letter.material(LETTERS[letter.file])):
        assert all(letter.text[start:end].strip() == letter.text[start:end] for start, end in check.spans)
        assert all(start < end for start, end in check.spans)
