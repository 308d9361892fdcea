"""Where one fragment ends and the next begins: *handover chaotic, nobody owns the list* is two."""

from __future__ import annotations

import re

from letters.drafting.finite import finite
from letters.drafting.grammar import CLAUSE, NOUN, SUBJECTLESS, shape
from letters.drafting.repairs import BE_OR_HAVE, with_passive, with_verb
from letters.drafting.verbs import NOUNY, base_of, is_form
from letters.drafting.words import (
    ADVERBS,
    CONJUNCTIONS,
    COUNT_NOUNS,
    DETERMINERS,
    PERSON_NOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    SUBORDINATORS,
    Word,
    cut,
    plural,
)

_LACKING = re.compile(
    r"\b(?:(?:do|does|did|are|is|was|were)n[’']t|not|never|no)\b",
    re.IGNORECASE,
)


_ANSWERING = re.compile(r"^(?:we|they|it|you|he|she|I)\b", re.IGNORECASE)


def contrasted(first: str, second: str) -> bool:
    """Whether a comma sets one thing against another: "we do not run out of beds, we run out of mornings"."""
    if not first.strip() or not second.strip():
        return False
    opens, follows = (text.split(maxsplit=1)[0].lower().rstrip(",") for text in (first, second))
    pronoun = opens == follows or (follows in ("it", "they") and opens not in SUBJECTS)
    if not _ANSWERING.match(second):
        return False
    # "the airlines blame us, we blame the airlines"
    verbs = [word.low for word in cut(second)[1:2] if is_form(word.core, "base")]
    turned = any(word.low in verbs for word in cut(first)[1:])
    return turned or bool(_LACKING.search(first) and pronoun and not _LACKING.search(second))


def spliced(piece: str, *, person: bool = False) -> list[str]:
    """*Handover chaotic, nobody owns the list*: two fragments where a comma parts two clauses.

    What is set against something else stays beside it. Of a ``person`` a pronoun opens a clause of its own.
    """
    told = (
        re.match(r"^(?P<first>[a-z][^,]+), (?P<second>(?:he|she|they)(?:['’](?:s|re|d))? .+)$", piece)
        if person
        else None
    )
    if told:
        return [told["first"], told["second"]]
    for match in re.finditer(r",\s+", piece):
        if contrasted(piece[: match.start()], piece[match.end() :]):
            return [piece]
        first, second = cut(piece[: match.start()]), cut(piece[match.end() :])
        if len(first) < 2 or len(second) < 2 or not _opens_clause(second):
            continue
        if first[0].low in SUBORDINATORS | {"at", "in", "on", "every", "with"} or finite(second) is None:
            continue
        aside = cut(re.split(r",\s+", piece[: match.start()])[-1])[0].low in SUBORDINATORS | {"as"}
        if not aside and _stands(first):
            return [piece[: match.start()], piece[match.end() :]]
    return [piece]


def _opens_clause(words: list[Word]) -> bool:
    """Whether a clause with a subject of its own begins here."""
    first = words[0].low
    # "all for one reason: …" follows on
    if first in SUBORDINATORS | RELATIVES | CONJUNCTIONS | PREPOSITIONS or words[1].low in PREPOSITIONS:
        return False
    acts = is_form(words[1].low, "base") and words[1].low not in PREPOSITIONS | ADVERBS | {"back"}
    if is_form(first, "s") and base_of(first, "s") not in NOUNY and not acts:
        return False
    if shape(words) != CLAUSE:
        return False
    if first in SUBJECTS | DETERMINERS | {"no", "one"}:
        return True
    known = plural(first) or words[1].low in BE_OR_HAVE or first in PERSON_NOUNS | COUNT_NOUNS
    return finite(words) == 1 and known


def _stands(words: list[Word]) -> bool:
    """Whether the words before the comma are a clause, or could be made one."""
    kind = shape(words)
    if kind == NOUN:
        return with_verb(words) is not None or with_passive(words) is not None
    return kind in (CLAUSE, SUBJECTLESS)
