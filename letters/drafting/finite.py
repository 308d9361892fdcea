"""Where the finite verb of a fragment stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters.drafting.lists import word_set
from letters.drafting.verbs import NOUNY, TRANSITIVE, base_of, is_form, readings
from letters.drafting.words import (
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    MONTHS,
    NUMERALS,
    PERSON_NOUNS,
    PLURAL_SUBJECTS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    SUBORDINATORS,
    TIME_WORDS,
    plural,
)

if TYPE_CHECKING:
    from letters.drafting.words import Word


DEPARTMENTS = word_set("sales finance marketing it hr operations engineering support legal procurement")


def nounlike(word: Word) -> bool:
    """Whether a word may end a noun phrase: not a function word, adverb or adjective the lists know."""
    low = word.low
    return low not in DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | SUBORDINATORS | ADVERBS | {
        "to",
        "not",
    }


def _before(words: list[Word], at: int) -> int:
    """The place of the word before, adverbs left out."""
    at -= 1
    while at >= 0 and words[at].low in ADVERBS and words[at].low not in ("all", "both", "each", "first"):
        at -= 1
    return at


def word_after(words: list[Word], at: int) -> str:
    """The word that follows in the same breath, in lower case; empty where none does."""
    return words[at + 1].low if at + 1 < len(words) and not words[at].after.strip("’'\"”") else ""


def _plural_subject(words: list[Word], at: int) -> bool:
    """Whether what stands before takes a verb without -s."""
    word = words[at]
    if word.low in PLURAL_SUBJECTS:
        return True
    if word.core.isupper() and len(word.core) > 1:
        return False
    if plural(word.low) and not word.low.endswith("'"):
        return True
    # "North and South argue": two nouns joined
    joined = [w.low for w in words[max(0, at - 2) : at]]
    return "and" in joined and nounlike(word) and not word.low.endswith("ing") and not words[at - 1].after


def _plural_head(words: list[Word], at: int) -> bool:
    """Whether the noun before a preposition is a plural: "returns from the website"."""
    first = next((place for place in range(1, at) if words[place].low in PREPOSITIONS), 0)
    return first > 0 and plural(words[first - 1].low)


def starts_object(low: str) -> bool:
    """Whether a word after a verb begins what it is done to: an article, a number, a pronoun."""
    return (
        low in DETERMINERS | SUBJECTS | NUMERALS | {"to", "them", "him", "us", "me", "that", "how"}
        or low[:1].isdigit()
        or low[:1] in tuple("£$€")
    )


_DONE_BY_PEOPLE = word_set(
    "leave quit resign retire ring call ask say tell promise refuse join move die win lose see"
)


_MANNERS = word_set("late early daily weekly monthly twice wrong wrongly")
_LASTING = word_set("stay last wait work live run fall rise remain")


_AWAY = word_set("out up down off away over back apart into twice")


# Verbs that open a note about somebody as their noun never would: "wants", "hopes", "worries".
OF_PEOPLE = word_set(
    """
    want need hope love hate like think believe know feel wish keep prefer miss dread worry dream enjoy plan
    expect regret say tell ask mean try find
    """
)


# Before a word that is noun and verb both, these make it a noun: "quick fixes", "a proper contract".
PREMODIFIERS = word_set(
    """
    quick new old good bad big small great long short proper real late early high low full clear clean
    main major minor local final recent regular simple single separate extra fresh fast slow hard easy
    cheap better best worst wrong right broken weekly daily monthly yearly quarterly annual internal
    external manual online digital national
    """
)


def _is_s_verb(words: list[Word], at: int) -> bool:
    word, before = words[at], _before(words, at)
    if before < 0 or words[before].after.rstrip("’'”\"") or not nounlike(words[before]):
        return False
    previous = words[before]
    if not readings(word.low):
        return _unheard_of(words, at)
    if not is_form(word.core, "s") or previous.low in NUMERALS or previous.core.isdigit():
        return False
    if previous.low in DEPARTMENTS and before == 0:
        return not _later_verb(words, at)
    gerund = words[0].low.endswith("ing") and is_form(words[0].core, "ing")
    if plural(previous.low) and previous.low not in SUBJECTS and not previous.core.isupper() and not gerund:
        return False
    if base_of(word.core, "s") not in NOUNY:
        return True
    return previous.low not in PREMODIFIERS and not _later_verb(words, at) and _acts(words, at, before)


def _unheard_of(words: list[Word], at: int) -> bool:
    """*The council rezones a field*: a verb that no list has, between one thing and what it is done to."""
    one = at == 2 and words[0].low in ("the", "a", "an", "our", "their", "every") and nounlike(words[1])
    ends = words[at].low.endswith("s") and not words[at].low.endswith(("ss", "us", "'s"))
    return one and ends and not plural(words[1].low) and starts_object(word_after(words, at))


def _acts(words: list[Word], at: int, before: int) -> bool:
    """Whether a word that is a plural noun as well is a verb after what stands before it."""
    word, previous = words[at], words[before]
    determined = any(w.low in DETERMINERS for w in words[:at]) or (previous.core[:1].isupper() and before > 0)
    follows = word_after(words, at)
    if previous.low in SUBJECTS or (
        previous.low in PERSON_NOUNS and (plural(follows) or follows in ("home", "back", "in", "out"))
    ):
        return True
    if follows in TIME_WORDS or follows.capitalize() in MONTHS:
        return True
    if word.low == "accounts" and follows == "for":
        return True
    if words[0].low in ("one", "each", "every", "a", "an", "the") and follows in ("about", "more", "less"):
        return True
    away = follows in _AWAY and at == before + 1
    if determined and base_of(word.core, "s") in ("work", "run", "start", "stop"):
        return True
    return starts_object(follows) or away or (determined and follows not in ("of", "from", "and"))


def _later_verb(words: list[Word], at: int) -> bool:
    """Whether a plural noun here is followed by its own verb: "claims cluster", "reports are late"."""
    following = at + 1
    if words[at].after.strip("’'”\""):
        return False
    while following < len(words) and words[following].low in ADVERBS:
        following += 1
    if following >= len(words):
        return False
    low = words[following].low
    if low in AUXILIARIES - {"is", "has", "was", "does"}:
        return True
    if is_form(low, "base") and low not in PREPOSITIONS | ADJECTIVES:
        return not (low in NOUNY and word_after(words, following) == "" and following + 1 < len(words))
    return is_form(low, "past") and word_after(words, following) != "by"


def _is_base_verb(words: list[Word], at: int) -> bool:
    before = _before(words, at)
    if before < 0 or words[before].after.rstrip("’'”\"") or not is_form(words[at].core, "base"):
        return False
    previous = words[before]
    if previous.low in PREMODIFIERS or (before == 0 and base_of(previous.low, "s") in OF_PEOPLE):
        return False
    if previous.low in AUXILIARIES or previous.low in ("to", "not") or not nounlike(previous):
        return previous.low in ("all", "both", "each", "most", "some", "few", "many")
    if words[at].low in NOUNY and word_after(words, at) == "of":
        return False
    if words[at].low in TIME_WORDS or (words[at].low in PREPOSITIONS and words[at].low != "like"):
        return False
    if not _plural_subject(words, before):
        return word_after(words, at) in _AWAY and _plural_head(words, before)
    return not (words[at].low in NOUNY and not word_after(words, at) and at + 1 < len(words))


def _is_past_verb(words: list[Word], at: int) -> bool:
    word, before = words[at], _before(words, at)
    if before < 0 or words[before].after.rstrip("’'”\""):
        return False
    known = is_form(word.core, "past")
    guessed = (
        not readings(word.core) and word.low.endswith("ed") and len(word.low) > 5 and word.low[:2] != "un"
    )
    previous = words[before]
    if not (known or guessed) or not (nounlike(previous) or previous.low in PLURAL_SUBJECTS):
        return False
    if previous.low in BE or previous.low in ("have", "has", "had"):
        return False
    if word.low in NOUNY and previous.low not in SUBJECTS and not plural(previous.low):
        # "a monthly cash forecast", but "the move cost £5"
        return starts_object(word_after(words, at))
    if is_form(word.core, "part") or guessed:
        follows = word_after(words, at)
        if follows == "by":
            return False
        base = base_of(word.core, "past")
        away = follows in _AWAY and (at + 2 >= len(words) or words[at + 2].low != "by")
        if previous.low.removesuffix("s") in PERSON_NOUNS and (base in _DONE_BY_PEOPLE or away):
            return True
        if base not in TRANSITIVE and base not in _LASTING and follows[:1].isdigit():
            return False
        if base in TRANSITIVE and previous.low not in SUBJECTS and not _object_follows(words, at):
            return False
    return True


def _object_follows(words: list[Word], at: int) -> bool:
    follows = word_after(words, at)
    if (
        not follows
        or follows in _MANNERS | PREPOSITIONS | ADVERBS | CONJUNCTIONS | SUBORDINATORS | NUMERALS | {"to"}
    ):
        return (
            follows in NUMERALS and bool(word_after(words, at + 1)) and word_after(words, at + 1) != "times"
        )
    return not follows.endswith("ly")


def _is_finite(words: list[Word], at: int) -> bool:
    low = words[at].low
    if low in AUXILIARIES:
        before = _before(words, at)
        previous = words[before].low if before >= 0 else "to"
        return previous not in MODALS | PREPOSITIONS | {"to", "not", "the", "a"} and words[at].core != "May"
    if low.endswith(("'re", "'ve", "'ll", "'d", "'m")) or low in (
        "it's",
        "that's",
        "there's",
        "he's",
        "she's",
    ):
        return True
    before = _before(words, at)
    if before >= 0 and words[before].low in SUBJECTS and not words[before].after:
        return at == before + 1 or bool(readings(low))
    return _is_s_verb(words, at) or _is_base_verb(words, at) or _is_past_verb(words, at)


def _opens_contact_clause(words: list[Word], at: int) -> bool:
    """ "A dashboard nobody reads": a subject straight after a noun."""
    if at == 0 or words[at].low not in SUBJECTS or (words[at].low in ("it", "there", "i") and at < 2):
        return False
    previous = words[at - 1]
    if (
        previous.after
        or not nounlike(previous)
        or previous.core[-1:].isdigit()
        or previous.low in TIME_WORDS
        or (plural(previous.low) and at == 1 and words[at].low in ("it", "there"))
    ):
        return False
    return not is_form(previous.core, "base", "s", "past", "ing") or previous.low in NOUNY or at <= 2


def finite(words: list[Word], start: int = 0, *, order: bool = False) -> int | None:
    """The place of the main finite verb, or None where the words are no clause.

    Verbs of relative and subordinate clauses are passed over: "a merger that never happened" has none. In
    ideas *before* and *until* open such a clause too: "a blank memo before any text may be pasted".
    """
    inside, at = 0, start
    while at < len(words):
        word = words[at]
        low = word.low
        if low == "to":
            at += 2
            continue
        relative = low in RELATIVES and at > start and (low != "that" or nounlike(words[at - 1]))
        opens = (low in SUBORDINATORS and not _once_as_adverb(words, at)) or (
            order and low in ("before", "until", "after")
        )
        if relative or opens or _opens_contact_clause(words, at):
            inside += 1
            if relative and at + 1 < len(words) and words[at + 1].low in AUXILIARIES:
                inside -= 1
                at += 2
                continue
            if relative and is_form(words[at + 1].core if at + 1 < len(words) else "", "base", "s", "past"):
                inside -= 1
                at += 2
                continue
        elif at > start and _is_finite(words, at):
            if not inside:
                return at
            inside -= 1
        at += 1
    return None


def _once_as_adverb(words: list[Word], at: int) -> bool:
    return words[at].low in ("once", "so") and (at == 0 or not words[at - 1].after.startswith(","))
