"""Noun phrases: where the head is, and the article or *your* that they need.

Pure.
"""

from __future__ import annotations

from letters.drafting.finite import finite
from letters.drafting.lists import word_set
from letters.drafting.nouns import counted
from letters.drafting.verbs import is_form
from letters.drafting.words import (
    ADVERBS,
    CONJUNCTIONS,
    COUNT_NOUNS,
    DETERMINERS,
    NUMERALS,
    PREPOSITIONS,
    RELATIONAL_NOUNS,
    SUBJECTS,
    SUBORDINATORS,
    TIME_WORDS,
    Word,
    article,
    countable,
    join,
)

_YOURS = word_set("biggest main worst hardest greatest real best favourite favorite top key")
_THE = word_set("last next first second third only latest current previous same other whole oldest")
PRONOUNS = word_set("he she his her him hers they their them i me my we our us it its himself herself")


def articled(words: list[Word]) -> list[Word]:
    """*because website is down* → *because the website is down*."""
    turned: list[Word] = []
    for at, word in enumerate(words):
        bare = (
            at and word.low in COUNT_NOUNS and words[at - 1].low in SUBORDINATORS and not words[at - 1].after
        )
        turned += [Word("the"), word] if bare else [word]
    return turned


def with_article(words: list[Word]) -> list[Word]:
    """*Board wants …* → *the board wants …*, *biggest worry is …* → *your biggest worry is …*."""
    first = words[0]
    if first.low in _YOURS and len(words) > 1:
        return [Word("your"), *words]
    if first.low in _THE and len(words) > 1 and words[1].low not in TIME_WORDS | SUBJECTS | {"of"}:
        counts = first.low == "only" and (words[1].low in NUMERALS or words[1].core[:1].isdigit())
        return words if counts else [Word("the"), *words]
    at = head_of(words)
    if first.low in DETERMINERS | NUMERALS | SUBJECTS or at is None or first.low.endswith(("'s", "s'")):
        return words
    if first.core[:1].isupper() and (at == 0 or any(w.core[:1].isupper() for w in words[1 : at + 1])):
        return words
    head = words[at].low
    if head in RELATIONAL_NOUNS and at == 0:
        return [Word("your"), *words]
    return [Word("the"), *words] if counted(head) or _one_thing(words, at) else words


def _one_thing(words: list[Word], at: int) -> bool:
    """Whether a clause opens on a bare noun in the singular: "night shift sees nobody"."""
    if at + 1 >= len(words) or words[at].after or finite(words) != at + 1:
        return False
    head, verb = words[at], words[at + 1].low
    singular = verb in ("is", "was", "has", "does", "doesn't", "isn't", "wasn't", "hasn't") or is_form(
        verb, "s"
    )
    gerund = any(is_form(word.low, "ing") and word.low not in NOUNS_IN_ING for word in words[: at + 1])
    return (
        singular
        and not gerund
        and countable(head.core)
        and head.core.islower()
        and head.low not in TIME_WORDS | PRONOUNS | _WHOLE
        and words[0].low not in _WHOLE | PRONOUNS | SUBORDINATORS | PREPOSITIONS
    )


_WHOLE = word_set(
    "half most much some little what who which that this how why where when whoever whatever being"
)


NOUNS_IN_ING = word_set("building meeting training booking parking planning heating lighting wiring ceiling")


def head_of(words: list[Word]) -> int | None:
    """The place of the head of the noun phrase that opens the words."""
    main = finite(words)
    at = -1
    for place, word in enumerate(words):
        stop = word.low in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | ADVERBS | {
            "that",
            "who",
            "which",
            "to",
        }
        if stop or place == main or word.low in ("is", "are", "was", "were", "has", "had"):
            break
        at = place
        if word.after.strip("’'”\""):
            break
    return at if at >= 0 else None


# Adverbs that end as some nouns do, or as no adverb does: "early, in person", "together, over a plan".
_MANNERS = word_set("together early apart alone aloud often twice ahead straight")
_THINGS_IN_LY = word_set("supply reply tally rally belly fly ally bully jelly monopoly anomaly")


def manner(word: Word) -> bool:
    """Whether the word says how: no article goes before it."""
    thing = counted(word.low) or word.low in _THINGS_IN_LY
    return word.low in _MANNERS or (word.low.endswith("ly") and not thing)


def noun_phrase(words: list[Word], *, yours: bool = False) -> list[Word]:
    """With the article it needs: *two-week trial* → *a two-week trial*, *team of six* → *your team …*.

    What they spoke of (``yours``) takes *the* where its noun is known to need one, and else none.
    """
    first, at = words[0], head_of(words)
    if (
        at is None
        or first.low in DETERMINERS | NUMERALS | PRONOUNS | {"both", "you"}
        or first.core[:1].isdigit()
        or first.core[:1] in "£$€"
        or first.low.endswith(("'s", "s'"))
        or (first.core[:1].isupper() and (at == 0 or words[at].core[:1].isupper()))
    ):
        return words
    if yours and (first.low in _YOURS or (at == 0 and words[at].low in RELATIONAL_NOUNS)):
        return [Word("your"), *words]
    if first.low in _THE:
        return [Word("the"), *words]
    if yours and first.low == "new" and countable(words[at].core):
        return [Word("the"), *words]
    if yours:
        return with_article(words)
    if not countable(words[at].core) or (is_form(first.low, "ing") and at == 0) or manner(words[at]):
        return words
    return [Word(article(join(words))), *words]
