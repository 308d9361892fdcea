"""Words of a finished sentence that do not go together: *three has*, *a kids*, *would be photograph*.

Pure. Each is named only where the words can be nothing else.
"""

from __future__ import annotations

from letters.drafting.lists import word_set
from letters.drafting.nouns import counted
from letters.drafting.verbs import NOUNY, is_form
from letters.drafting.words import (
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MASS_NOUNS,
    PREPOSITIONS,
    RELATIVES,
    Word,
    plural,
)

_DO = word_set("do does did done doing")


def unlinked(words: list[Word]) -> bool:
    """*My first move would be photograph every defect*."""
    for at, word in enumerate(words[1:-1], 1):
        follows, then = words[at + 1], words[at + 2] if at + 2 < len(words) else Word("")
        if word.low not in ("be", "is", "was", "try") or word.after or not is_form(follows.core, "base"):
            continue
        if word.low == "try" and words[at - 1].low not in ("would", "could"):
            continue
        noun = follows.low in NOUNY or counted(follows.low) or follows.low in MASS_NOUNS | ADJECTIVES
        told = noun and then.low not in DETERMINERS | {"every", "them"}
        said = any(one.low in _DO for one in words[:at])
        if not (
            told
            or said
            or is_form(follows.low, "part")
            or follows.low in PREPOSITIONS | ADVERBS | AUXILIARIES
        ):
            return True
    return False


_BUT_PLURAL = word_set(
    "series means species headquarters crossroads works news thanks gas bus plus lens always perhaps"
    " sometimes towards besides regards afterwards this yes less across sales business"
)
_SEVERAL = word_set("two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty")


def _several(word: Word) -> bool:
    return word.low in _SEVERAL or (word.core.isdigit() and word.core not in ("1", "0"))


def disagrees(words: list[Word]) -> bool:
    """*Three has left*, *you has*, *a kids*, *I would the telephone*, *five month*."""
    opens = True
    for at, word in enumerate(words[:-1]):
        follows, low = words[at + 1], word.low
        then = words[at + 2] if at + 2 < len(words) else Word("")
        apart = bool(word.after.strip("’'”\""))
        started, opens = opens, apart or low in ("and", "but", "that", "because", "so", "whether", "if")
        if apart:
            continue
        singular = follows.low in ("is", "has", "was", "does")
        one = at and words[at - 1].low in PREPOSITIONS | {"of", "to", "and"}
        led = at and words[at - 1].low in PREPOSITIONS | {"of", "to"}
        if singular and low in ("you", "they", "we") and not led:
            return True
        if singular and _several(word) and started and not one:
            return True
        if low == "i" and follows.low in ("is", "are", "has", "were") and words[max(0, at - 1)].low != "if":
            return True
        if (
            low in ("he", "she", "nobody", "everybody", "everyone")
            and follows.low in ("are", "have", "do")
            and not one
        ):
            return at == 0 or words[at - 1].low not in AUXILIARIES
        if _article_clash(words, at) or _number_clash(word, follows, then):
            return True
    return False


_NEVER_AFTER_ARTICLE = word_set("the a an my our mine and or but")


def _article_clash(words: list[Word], at: int) -> bool:
    word, follows = words[at], words[at + 1]
    then = words[at + 2] if at + 2 < len(words) else Word("")
    if word.low in ("a", "an", "the", "each", "every") and follows.low in _NEVER_AFTER_ARTICLE:
        return True
    if word.low in ("am", "is", "are") and follows.low == "the" and is_form(then.low, "ing"):
        return not (counted(then.low) or then.low in MASS_NOUNS)
    if _several(word) and follows.low == "on" and then.core.removesuffix("s") in DAYS:
        return True
    if word.low == "your" and (follows.low == "nothing" or (_several(follows) and then.low == "times")):
        return True
    ends = (
        bool(follows.after)
        or not then.core
        or then.low in PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | RELATIVES
    )
    if (
        word.low in ("a", "an")
        and plural(follows.low)
        and follows.low not in _BUT_PLURAL
        and follows.core.islower()
    ):
        return ends and not is_form(follows.low, "base")
    acts = at > 0 and words[at - 1].low in ("i", "they", "we", "you", "he", "she")
    return acts and word.low in ("would", "could", "will") and follows.low in ("the", "a", "an", "my")


def _number_clash(word: Word, follows: Word, then: Word) -> bool:
    ends = bool(follows.after) or not then.core or then.low in PREPOSITIONS | AUXILIARIES | CONJUNCTIONS
    single = (
        counted(follows.low) and not plural(follows.low) and follows.low not in ("percent", "people", "staff")
    )
    return _several(word) and single and ends and follows.core.islower() and "-" not in follows.core
