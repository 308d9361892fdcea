"""How alike two letters are, and what makes a candidate read badly: the penalties of the choice."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from letters import shingles
from letters.anatomy import anatomy
from letters.drafting.frames import TABOO
from letters.drafting.lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_TABOO = re.compile("|".join(TABOO), re.IGNORECASE)
_HEDGES = re.compile(r"\b(?:very|really|hopefully|perhaps|seems? to be|(?:sort|kind) of)\b", re.IGNORECASE)
_STOCK = word_set("plain plainly small start begin page glad happy gladly line since still stayed")
_CLOSE_ENOUGH = 0.04
# Below this reading grade a letter sounds clipped.
_EASY = 3.6


def content(body: str) -> str:
    """The body alone: no salutation, no sign-off."""
    return anatomy(body).body_text


def likeness(text: str, others: Sequence[str], names: frozenset[str], limit: float) -> float:
    """What resemblance to the other letters costs; beyond ``limit`` it is not looked at more closely."""
    cost = 0.0
    for other in others:
        alike = shingles.share(text, other, names)
        cost += alike * 120 + max(0.0, alike - _CLOSE_ENOUGH) * 3000
        if cost >= limit:
            break
        if alike:
            run = shingles.longest(text, other, names)
            cost += max(0, run - 4) * 15 + (400 if run > 6 else 0)
    return cost


def _grade(sentences: Sequence[str]) -> float:
    """Flesch–Kincaid, syllables by groups of vowels."""
    words = [word for sentence in sentences for word in re.findall(r"[a-z’]+", sentence.lower())]
    if not words:
        return _EASY
    spoken = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59


@cache
def _syllables(word: str) -> int:
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and len(word) > 3
    return max(1, len(re.findall(r"[aeiouy]+", word)) - silent)


def roughness(paragraphs: Sequence[Sequence[str]], low: int, high: int) -> float:
    """What a letter costs by itself: its length, its rhythm, its repetitions."""
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    lengths = [len(sentence.split()) for sentence in sentences]
    total = sum(lengths)
    cost = max(0, low - total) * 1.5 + max(0, total - high) * 1.0
    average = total / max(1, len(lengths))
    cost += max(0.0, average - 18) * 6 + sum(25 for words in lengths if words > 30)
    cost += max(0.0, _EASY - _grade(sentences)) * 20
    openings = [sentence.split()[0].lower().strip("“”,") for sentence in sentences if sentence]
    cost += sum(8 for one, two in pairwise(openings) if one == two)
    cost += sum(25 for a, b, c in zip(openings, openings[1:], openings[2:], strict=False) if a == b == c)
    first_person = sum(opening in ("i", "my") for opening in openings)
    cost += max(0, first_person - 2) * 9 + (60 if first_person > len(openings) / 2 else 0)
    cost += max(0, openings.count("you") - 2) * 9
    text = " ".join(sentences)
    cost += (
        max(0, text.count(": ") - 1) * 9 + max(0, len(re.findall(r"\bthank", text, re.IGNORECASE)) - 2) * 12
    )
    cost += max(0, text.count("“") - 2) * 5 + max(0, len(_HEDGES.findall(text)) - 1) * 10
    cost += max(0, len(re.findall(r"\bour talk\b", text, re.IGNORECASE)) - 1) * 8
    words = Counter(re.findall(r"[a-z’]+", text.lower()))
    cost += sum((words[word] - 1) * 5 for word in _STOCK if words[word] > 1)
    cost += sum(6 for paragraph in paragraphs[1:-1] if len(paragraph) == 1)
    return cost + 500 * len(_TABOO.findall(text))
