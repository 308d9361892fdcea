"""Finding a note again in a letter that says it in other words.

Pure. A note is compared with every stretch of up to three sentences: how much of what it says is said there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from letters.terms import Term, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters.anatomy import Sentence, Span

WINDOW = 3
_TYPO_FROM = 7


@dataclass(frozen=True, slots=True)
class Echo:
    """How well a stretch of a letter says what a note says.

    `share` is the part of the note's meaning found, from 0 to 1; `telling` how many of the words found tell
    something by themselves; `found` are their stems, and `spans` the sentences that have them.
    """

    share: float = 0.0
    telling: int = 0
    found: frozenset[str] = frozenset()
    spans: tuple[Span, ...] = ()


@lru_cache(maxsize=4096)
def meaning(text: str, without: frozenset[str] = frozenset()) -> dict[str, float]:
    """The stems of a text with their weights; `without` are words that tell nothing here."""
    weights: dict[str, float] = {}
    for term in terms(text):
        if term.stem not in without:
            weights[term.stem] = max(weights.get(term.stem, 0.0), term.weight)
    return weights


def echo(
    note: str,
    sentences: Sequence[Sentence],
    *,
    without: frozenset[str] = frozenset(),
    window: int = WINDOW,
) -> Echo:
    """The best stretch of sentences for that note."""
    wanted = meaning(note, without)
    total = sum(wanted.values())
    if not total:
        return Echo()
    hits = [_hits(wanted, terms(sentence.text)) for sentence in sentences]
    best, best_score = Echo(), 0.0
    for at in range(len(hits)):
        together: frozenset[str] = frozenset()
        for upto in range(at, min(at + window, len(hits))):
            if not hits[upto]:
                break
            together |= hits[upto]
            weight = sum(wanted[one] for one in together)
            # A longer stretch has to say distinctly more.
            score = weight / total - 0.06 * (upto - at)
            if score > best_score + 1e-9:
                spans = tuple(sentences[i].span for i in range(at, upto + 1))
                telling = sum(wanted[one] >= 0.8 for one in together)
                best, best_score = Echo(weight / total, telling, together, spans), score
    return best


# Words of a note further apart than this are two phrases.
_APART = 5
_LEADING = re.compile(r"\b(?:an?|the|your|my|our|no|every|each)\s+$", re.IGNORECASE)


def places(text: str, heard: Echo) -> tuple[Span, ...]:
    """The phrases within those sentences of `text` that have the words found; never more than the sentences.

    A word that stands alone is left out where others stand together.
    """
    groups: list[list[Term]] = []
    for start, end in heard.spans:
        last: Term | None = None
        for one in _found_in(text, (start, end), heard):
            if last is not None and len(text[last.end : one.start].split()) <= _APART:
                groups[-1].append(one)
            else:
                groups.append([one])
            last = one
    told = [one for one in groups if len({term.stem for term in one}) > 1]
    told = told or [one for one in groups if any(term.weight >= 0.8 for term in one)] or groups
    return tuple(_led(text, (one[0].start, one[-1].end), heard) for one in told) or heard.spans


def _found_in(text: str, span: Span, heard: Echo) -> list[Term]:
    """The words found, where they stand in the text."""
    wanted, (start, end) = dict.fromkeys(heard.found, 1.0), span
    said = terms(text[start:end])
    return [
        replace(one, start=start + one.start, end=start + one.end) for one in said if _hits(wanted, (one,))
    ]


def _led(text: str, span: Span, heard: Echo) -> Span:
    """With the article or possessive right before it, in the same sentence."""
    begun = max((start for start, _ in heard.spans if start <= span[0]), default=span[0])
    before = _LEADING.search(text[begun : span[0]])
    return (begun + before.start(), span[1]) if before else span


def _hits(wanted: dict[str, float], said: tuple[Term, ...]) -> frozenset[str]:
    """Which of the wanted stems are among the words said."""
    stems = {term.stem for term in said}
    found = {one for one in wanted if one in stems}
    rest = [one for one in wanted if one not in found and len(one) >= _TYPO_FROM and one.isalpha()]
    for one in rest:
        if any(_same(one, other) for other in stems if len(other) >= _TYPO_FROM - 1):
            found.add(one)
    return frozenset(found)


def _same(one: str, other: str) -> bool:
    """A slip of the finger, or another derivation of a long word."""
    if one[:5] == other[:5] and abs(len(one) - len(other)) <= 4 and (one[:6] == other[:6] or len(one) < 8):
        return True
    if one[0] != other[0]:
        return False
    # Not at the top: it takes as long to import as all the rest.
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1
