"""The sentence of a text in which something is found, with the find apart.

Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desk.search.words import pieces, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desk.search.asking import Term

# A text in parts, every second of which is a find.
Parts = list[str]
# A longer sentence is cut to so much before and after the first find.
BEFORE, AFTER = 80, 160
_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\s*\n\s*")
_CHUNKS = re.compile(r"\S+")


def quoted(text: str, terms: Sequence[Term]) -> Parts | None:
    """The sentence with the most of what was asked, the first among equals; None where none has any."""
    best: tuple[int, str, list[tuple[int, int]]] | None = None
    for sentence in _SENTENCES.split(text):
        number, spans = _finds(sentence, terms)
        if number > (best[0] if best else 0):
            best = number, sentence, spans
        if number == len(terms):
            break
    return _apart(best[1], best[2]) if best else None


def marked(text: str, terms: Sequence[Term]) -> Parts:
    """The whole of a short text, with its finds apart."""
    return _parts(text, _finds(text, terms)[1])


def beginning(text: str) -> Parts:
    """How a text begins."""
    return _apart(" ".join(text[: 4 * AFTER].split()), [])


def _finds(text: str, terms: Sequence[Term]) -> tuple[int, list[tuple[int, int]]]:
    """How many of the terms a text has, and the spans of its characters where they are."""
    found = [
        (chunk.start() + begin, chunk.start() + end, word)
        for chunk in _CHUNKS.finditer(text)
        for begin, end, word in pieces(chunk[0])
    ]
    folded = [word for _, _, word in found]
    by_term = [list(_places(folded, term)) for term in terms]
    spans = sorted((found[first][0], found[last][1]) for places in by_term for first, last in places)
    return sum(map(bool, by_term)), _merged(spans, text)


def _places(folded: Sequence[str], term: Term) -> Iterator[tuple[int, int]]:
    """The first and last words of each place in which the term is."""
    *before, last = term.words
    size, other = len(before), term.stem
    for at, word in enumerate(folded):
        if word == last or (term.unfinished and word.startswith(last)):
            if at >= size and list(folded[at - size : at]) == before:
                yield at - size, at
        elif other and stem(word) == other:
            yield at, at
        elif other and at and _whole(folded[at - 1], word, other):
            yield at - 1, at


def _whole(first: str, second: str, other: str) -> bool:
    """Whether two words are one that a sign cuts; not where the first is that word already: Ruth’s."""
    return other.startswith(first) and other not in {first, stem(first)} and stem(first + second) == other


def _merged(spans: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The spans, as one where nothing but a space is between two."""
    merged: list[tuple[int, int]] = []
    for begin, end in spans:
        if merged and not text[merged[-1][1] : begin].strip():
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((begin, end))
    return merged


def _apart(sentence: str, spans: Sequence[tuple[int, int]]) -> Parts:
    """As much of a sentence as is read at a glance, the first find near its beginning."""
    first, last = spans[0] if spans else (0, 0)
    begin = 0 if first <= BEFORE else sentence.find(" ", first - BEFORE, first) + 1 or first
    # A find may be as long as what was typed.
    end = max(first + AFTER, min(last, first + 2 * AFTER))
    if end < len(sentence):
        end = max(sentence.rfind(" ", first, end), 0) or end
    parts = _parts(
        sentence[begin:end], [(one - begin, min(two, end) - begin) for one, two in spans if one < end]
    )
    parts[0] = f"…{parts[0]}" if begin else parts[0]
    parts[-1] = f"{parts[-1].rstrip()}…" if end < len(sentence) else parts[-1]
    return parts


def _parts(text: str, spans: Sequence[tuple[int, int]]) -> Parts:
    parts, at = [], 0
    for begin, end in spans:
        parts += [text[at:begin], text[begin:end]]
        at = end
    return [*parts, text[at:]]
