"""What an idea is cut into before it is read: the step, what will come of it, a short name for it."""

from __future__ import annotations

import re

from letters.drafting.finite import finite, nounlike
from letters.drafting.grammar import CLAUSE, IMPERATIVE, NOUN, shape
from letters.drafting.tidying import tidy
from letters.drafting.verbs import is_form
from letters.drafting.words import (
    PREPOSITIONS,
    Word,
    cut,
    join,
)

_ABSOLUTE = re.compile(
    r", (?P<noun>[a-z][\w’-]*(?: [a-z][\w’-]*)?) (?P<done>\w+)(?= (?:by|in|on|at|from|to|with|every"
    r"|each)\b)"
)


def with_outcome(piece: str) -> tuple[str, str]:
    """*Log faults for a month, pattern will show*: the idea, and what will come of it."""
    first, comma, last = piece.rpartition(", ")
    words = cut(last)
    order = comma and shape(cut(tidy(first)), order=True) == IMPERATIVE
    told = comma and len(words) > 2 and any(word.low in ("will", "would") for word in words[1:4])
    acts = (
        order
        and len(words) > 2
        and (finite(words) or 9) < 4
        and "," not in first
        and not _LISTS.search(piece)
    )
    if not (told or acts) or words[0].low in _LINKS or shape(words) != CLAUSE:
        return piece, ""
    return first, last


_LINKS = (
    "and",
    "but",
    "or",
    "who",
    "which",
    "that",
    "i",
    "so",
    "then",
    "if",
    "when",
    "because",
    "where",
    "with",
)


_LISTS = re.compile(r": [^:]*,")
_ACTS = re.compile(r", (?=(?:I|they|we|you) [a-z])")


def with_clauses(piece: str) -> tuple[str, list[str]]:
    """*a call the day after, I write it up, they correct it*: the thing, and who does what with it."""
    first, *rest = _ACTS.split(piece)
    if not rest or not cut(first) or shape(cut(first), order=True) != NOUN:
        return piece, []
    return first, [tidy(clause) for clause in rest]


def mine_to_do(clauses: list[str]) -> str:
    """*I write it up, they correct it* → *I would write it up, and they would correct it*."""
    acts = re.compile(r"^(I|they|we|you) (?!would|could|can|will)(?=[a-z])")
    told = [acts.sub(r"\1 would ", one) for one in clauses]
    return ", and ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else told[0]


def within(text: str, limit: int = 28) -> str:
    """The idea in one breath: cut at a comma where it runs on; empty where it cannot be."""
    words = text.split()
    if len(words) <= limit:
        return text
    ends = [at for at in range(6, limit) if words[at].endswith(",") and words[at + 1] in _RUNS_ON]
    return " ".join(words[: ends[-1] + 1]).rstrip(",") if ends else ""


SHORT = 6
_RUNS_ON = ("and", "for", "so", "because", "to", "which", "but", "with", "then", "if")


def with_absolute(text: str) -> str:
    """*…, photo taken by the lead* → *…, with the photo taken by the lead*."""
    match = _ABSOLUTE.search(text)
    if not match or not is_form(match["done"], "part") or not nounlike(Word(match["noun"].split()[-1])):
        return text
    noun = match["noun"].split()
    if noun[0] in ("one", "two", "three", "each", "both", "all", "and", "or", "with") or is_form(
        noun[0], "part"
    ):
        return text
    the = "" if noun[-1].endswith("s") and not noun[-1].endswith("ss") else "the "
    return text[: match.start()] + f", with {the}{match['noun']} {match['done']}" + text[match.end() :]


def as_list(text: str) -> str:
    """A list after a colon gets its *and*: *hours, parcels and rejected loads*."""
    match = re.search(r": (?P<items>[^,:;]+(?:, [^,:;]+)+)$", text)
    if not match or " and " in match["items"] or " or " in match["items"]:
        return text
    items = match["items"].split(", ")
    if any(len(item.split()) > 4 for item in items):
        return text
    return text[: match.start()] + ": " + ", ".join(items[:-1]) + " and " + items[-1]


def short_name(text: str) -> str:
    """The idea in six words at most, cut where a phrase ends: the letter it is from shall not be repeated."""
    words = cut(re.split(r"[:;]|, ", text)[0])
    if {word.low for word in words[: SHORT + 1]} & {"them", "it", "they", "those"}:
        return ""
    if len(words) <= SHORT:
        return join(words)
    for end in range(SHORT, 2, -1):
        if _phrase_ends(words, end):
            return join(words[:end])
    return ""


def _phrase_ends(words: list[Word], end: int) -> bool:
    """Whether what stands before that word is whole without it: never “at doors 9” of “at doors 9 and 12”."""
    before = {word.low for word in words[:end]}
    if words[end].low == "and" and before & PREPOSITIONS:
        return False
    return (
        words[end].low in PREPOSITIONS | {"that", "who", "which", "and", "so", "before", "to"}
        and words[end - 1].low not in PREPOSITIONS | {"and", "the", "a"}
        and words[end - 1].low not in ("instead", "first", "because", "out", "whole", "everything")
        and not words[end - 1].core[:1].isdigit()
        and "between" not in before
    )
