"""What a clause or a noun phrase is about, in two to four words.

Pure.
"""

from __future__ import annotations

import re

from letters.drafting.finite import finite, nounlike
from letters.drafting.noun_phrases import PRONOUNS, head_of, with_article
from letters.drafting.verbs import is_form
from letters.drafting.words import (
    ADVERBS,
    DETERMINERS,
    MASS_NOUNS,
    NUMERALS,
    PERSON_NOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    Word,
    join,
    plural,
)


def topic_of(words: list[Word]) -> str:
    """What a clause is about, as two to four words: its subject, with the article it needs."""
    main = finite(words)
    if main is None or not 0 < main <= 5:
        return ""
    return _topic([word for word in words[:main] if word.low not in ADVERBS])


def noun_topic(words: list[Word]) -> str:
    """What a noun phrase is about: its head with what stands before it; empty where that says too little."""
    at = head_of(words)
    return "" if at is None or not 0 < at <= 3 else _topic(words[: at + 1])


_NO_TOPIC = (
    PRONOUNS
    | SUBORDINATORS
    | NUMERALS
    | (DETERMINERS - {"the"})
    | {"nobody", "everybody", "everyone", "there", "you", "your", "people", "nothing", "everything", "thing"}
)


def _topic(subject: list[Word]) -> str:
    if not subject or len(subject) > 4 or not nounlike(subject[-1]):
        return ""
    text = join(subject).rstrip(",;:")
    low = [word.low for word in subject]
    if set(low) & _NO_TOPIC or low[-1] in TIME_WORDS or re.search(r"[\d%£$€,:;’']", text):
        return ""
    if any(is_form(word, "part") and not is_form(word, "base") for word in low[1:]):
        return ""
    last = subject[-1].low
    named = with_article(subject)
    # "programmers", "bearers": whoever does something is no subject of a letter
    worker = last.endswith("ers") and any(is_form(last[:-cut_off], "base") for cut_off in (2, 3, 4))
    if (
        worker
        or last.removesuffix("s") in PERSON_NOUNS
        or last in ("one", "others")
        or not (plural(last) or last in MASS_NOUNS or named[0].low in ("the", "your"))
    ):
        return ""
    return join(named).rstrip(",;:")
