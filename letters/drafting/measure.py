"""How alike two letters are, and what makes a candidate read badly: the penalties of the choice."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from letters.drafting.frames import TABOO
from letters.drafting.lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_TABOO = re.compile("|".join(TABOO), re.IGNORECASE)
_HEDGES = re.compile(r"\b(?:very|really|hopefully|perhaps|seems? to be|(?:sort|kind) of)\b", re.IGNORECASE)
_STOCK = word_set("plain plainly small start begin page glad happy gladly line since still stayed")
_CLOSE_ENOUGH = 0.04


def content(body: str) -> str:
    """The body alone: no salutation, no sign-off."""
    lines = [line.strip() for line in body.strip().splitlines() if line.strip()]
    if lines and re.match(
        r"^(?:dear|hi|hello|good (?:morning|afternoon))\b.{0,80}[,:]?$", lines[0], re.IGNORECASE
    ):
        lines = lines[1:]
    while lines and len(lines[-1].split()) <= 4 and not re.search(r"[.?!]$", lines[-1]):
        lines = lines[:-1]
    return "\n".join(lines)


@lru_cache(maxsize=4096)
def masked(text: str, names: frozenset[str]) -> tuple[str, ...]:
    """The words in lower case; names, company and role left blank."""
    words = re.findall(r"[\w’'-]+", text.lower().replace("’", "'"))
    return tuple("*" if word.removesuffix("'s") in names else word.strip("'-") for word in words)


@lru_cache(maxsize=4096)
def runs(words: tuple[str, ...], size: int = 3) -> frozenset[tuple[str, ...]]:
    """All runs of that many words."""
    return frozenset(words[at : at + size] for at in range(len(words) - size + 1))


def shared(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """Shared runs of three words over the smaller set."""
    one, two = runs(first), runs(second)
    smaller = min(len(one), len(two))
    return len(one & two) / smaller if smaller else 0.0


def longest_run(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """How many words in a row the two have in common."""
    size = 0
    while runs(first, size + 1) & runs(second, size + 1):
        size += 1
    return size


def likeness(text: str, others: Sequence[str], names: frozenset[str]) -> float:
    """What resemblance to the other letters costs."""
    words, cost = masked(text, names), 0.0
    for other in others:
        theirs = masked(other, names)
        alike = shared(words, theirs)
        cost += alike * 120 + max(0.0, alike - _CLOSE_ENOUGH) * 3000
        if alike:
            run = longest_run(words, theirs)
            cost += max(0, run - 4) * 15 + (400 if run > 6 else 0)
    return cost


def roughness(paragraphs: Sequence[Sequence[str]], low: int, high: int) -> float:
    """What a letter costs by itself: its length, its rhythm, its repetitions."""
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    lengths = [len(sentence.split()) for sentence in sentences]
    total = sum(lengths)
    cost = max(0, low - total) * 1.5 + max(0, total - high) * 1.0
    average = total / max(1, len(lengths))
    cost += max(0.0, average - 18) * 6 + sum(25 for words in lengths if words > 30)
    openings = [sentence.split()[0].lower().strip("“”,") for sentence in sentences if sentence]
    cost += sum(8 for one, two in pairwise(openings) if one == two)
    first_person = sum(opening in ("i", "my") for opening in openings)
    cost += max(0, first_person - 2) * 9 + (60 if first_person > len(openings) / 2 else 0)
    cost += max(0, openings.count("you") - 2) * 9
    text = " ".join(sentences)
    cost += (
        max(0, text.count(": ") - 1) * 9 + max(0, len(re.findall(r"\bthank", text, re.IGNORECASE)) - 2) * 12
    )
    cost += max(0, text.count("“") - 2) * 5 + max(0, len(_HEDGES.findall(text)) - 1) * 10
    words = Counter(re.findall(r"[a-z’]+", text.lower()))
    cost += sum((words[word] - 1) * 5 for word in _STOCK if words[word] > 1)
    cost += sum(6 for paragraph in paragraphs[1:-1] if len(paragraph) == 1)
    return cost + 500 * len(_TABOO.findall(text))
