"""Which noun phrases are too telegraphic to stand in a sentence.

Pure.
"""

from __future__ import annotations

from letters.drafting.finite import nounlike
from letters.drafting.noun_phrases import head_of, with_article
from letters.drafting.verbs import is_form
from letters.drafting.words import (
    ADVERBS,
    DETERMINERS,
    MASS_NOUNS,
    NUMERALS,
    PREPOSITIONS,
    SUBORDINATORS,
    Word,
    plural,
)


def is_rough(words: list[Word]) -> bool:
    """Whether a noun phrase is too telegraphic to stand in a sentence."""
    if len(words) == 1:
        low = words[0].low
        return not (
            low in MASS_NOUNS or words[0].core[:1].isupper() or (plural(low) and not is_form(low, "s"))
        )
    for at, word in enumerate(words[:-1]):
        tail = words[at + 1].low
        if word.after.startswith((",", ":")) and not (
            tail
            in NUMERALS | DETERMINERS | PREPOSITIONS | {"and", "or", "most", "half", "mostly", "who", "which"}
            or is_form(tail, "part", "ing")
            or _is_list(words, at)
        ):
            return True
        counted = words[at + 1].core[:1].isdigit() and nounlike(word) and at and not word.after
        if counted and word.low not in (
            "ward",
            "gate",
            "door",
            "doors",
            "floor",
            "room",
            "line",
            "bay",
            "site",
        ):
            return True
    head = head_of(words)
    if head and words[head].after == "," and words[0].low not in DETERMINERS | NUMERALS:
        known = plural(words[head].low) or words[head].low in MASS_NOUNS or words[0].core[:1].isupper()
        if not known and head_of(words) is not None and with_article(words) == words:
            return True
    odd = head is None or words[0].low in ("not", "never", "too", "very", "so", "as", "than", "and", "but")
    return odd or words[0].low in (PREPOSITIONS | ADVERBS | SUBORDINATORS) - {
        "what",
        "how",
        "all",
        "both",
        "each",
    }


def _is_list(words: list[Word], at: int) -> bool:
    """Whether the comma parts equals: "hours, parcels and rejected loads"."""
    rest = words[at + 1 :]
    commas = sum(word.after.startswith(",") for word in words)
    return len(rest) <= 8 and (commas >= 2 or any(word.low == "and" for word in rest))
