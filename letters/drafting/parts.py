"""A jotting of several parts, made one sentence: *4 last month*, *no comeback*, *3 left since June*.

Pure. Each part between commas is looked at by itself: the first gets the verb it lacks, each further one
what joins it to the first. Where a part is not understood the words stay as they were.
"""

from __future__ import annotations

import re

from letters.drafting.finite import finite, nounlike
from letters.drafting.grammar import ADJECTIVE, CLAUSE, GERUND, NOUN, SUBJECTLESS, shape
from letters.drafting.lists import word_set
from letters.drafting.nouns import counted
from letters.drafting.predicates import STATES, clause_of
from letters.drafting.subjects import be, head_noun
from letters.drafting.verbs import base_of, is_form
from letters.drafting.words import (
    ADJECTIVES,
    ADVERBS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    NUMERALS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    Word,
    article,
    cut,
    join,
    plural,
)

_OPENS = (
    PREPOSITIONS
    | CONJUNCTIONS
    | SUBORDINATORS
    | RELATIVES
    | {"not", "never", "to", "too", "especially", "mostly"}
)
_SOME = word_set(
    "neither both none all most half some nobody everyone everybody each one two three four five six"
)
# "Right when they go live": how near, not how somebody is.
_HOW_NEAR = word_set("right just only even straight shortly soon long")
# What a thing done brings, not who did it: "cost us £9k".
_BRINGS = word_set("cost save mean work help halve double")
# What goes on from "there are 112 rooms" and "it takes 62 days".
_BEFORE = {"there are": "there were", "it takes": "it took"}
_AGO = re.compile(r"\b(?:ago|last|in (?:19|20)\d\d|before|yesterday)\b")


def parted(words: list[Word]) -> list[list[Word]]:
    """The words between commas; a bracket at the end is a part too."""
    parts: list[list[Word]] = [[]]
    for word in _unbracketed(words):
        parts[-1].append(word)
        if word.after == ",":
            parts.append([])
    return [part for part in parts if part]


def _unbracketed(words: list[Word]) -> list[Word]:
    """*SOPs nobody reads (40 pages on average)* → *SOPs nobody reads, 40 pages on average*."""
    at = next((at for at, word in enumerate(words) if at and word.before == "("), 0)
    if not at or words[-1].after != ")":
        return words
    before, opens, last = words[at - 1], words[at], words[-1]
    inside = [Word(opens.core, "", opens.after), *words[at + 1 :]]
    inside[-1] = Word(last.core, inside[-1].before)
    return [*words[: at - 1], Word(before.core, before.before, before.after or ","), *inside]


def mended(words: list[Word], *, person: bool = False, mine: bool = False) -> list[Word]:
    """The jotting as a sentence where every part is understood, else as it was.

    Words of ``mine`` say what I did. Of a ``person`` a tail that only decorates is dropped: "swims in the
    sea, Cromer".
    """
    words = _opened(words)
    parts = parted(words)
    if any(word.after[:1] in (":", ";") for word in words[:-1]):
        return words
    first = _bare(parts[0])
    lead = _years(first) if person else None
    lead = lead or clause_of(first, tail=mine or person)
    if lead is None and shape(first, person=person) in (CLAUSE, SUBJECTLESS, ADJECTIVE, GERUND):
        lead = first
    if lead is None:
        return _flat(words, parts)
    joined = list(lead)
    changed = lead is not first
    for part in parts[1:]:
        bare = _bare(part)
        if shape(bare) == CLAUSE and clause_of(bare, tail=True) is None and not changed:
            return words
        tail = _tail(bare, lead, person=person, who="I" if mine else "you")
        if tail is None:
            return _kept(parts, joined, part) if changed else words
        changed = changed or tail != bare
        if tail:
            joined = _with_mark(joined, ",") + tail
    return joined if changed else words


def _years(words: list[Word]) -> list[Word] | None:
    """Of somebody: *26 yrs on the same desk* → *has spent 26 years on the same desk*."""
    timed = (
        len(words) > 2 and words[1].low in ("years", "months") and words[2].low in PREPOSITIONS | {"there"}
    )
    number = words[0].core.isdigit() or words[0].low in NUMERALS or words[0].low == "eleven"
    return [Word("has"), Word("spent"), *words] if timed and number else None


def _opened(words: list[Word]) -> list[Word]:
    """*Two systems: COINS and a spreadsheet* → *two systems, COINS and a spreadsheet*."""
    at = next((at for at, word in enumerate(words[:5]) if word.after == ":"), 0)
    if not at or join((clause_of([*words[:at], Word(words[at].core)]) or words)[:2]) != "there are":
        return words
    return [*words[:at], Word(words[at].core, words[at].before, ","), *words[at + 1 :]]


def _flat(words: list[Word], parts: list[list[Word]]) -> list[Word]:
    """The words as they were, a bracket at their end after a comma."""
    return [word for part in parts for word in part] if words[-1].after.endswith(")") else words


def _kept(parts: list[list[Word]], joined: list[Word], part: list[Word]) -> list[Word]:
    """What was mended so far, with the rest as it stands."""
    at = next(at for at, one in enumerate(parts) if one is part)
    return _with_mark(joined, ",") + [word for rest in parts[at:] for word in rest]


def _bare(part: list[Word]) -> list[Word]:
    last = part[-1]
    return [*part[:-1], Word(last.core, last.before, last.after.rstrip(",;"))]


def _with_mark(words: list[Word], mark: str) -> list[Word]:
    last = words[-1]
    return [*words[:-1], Word(last.core, last.before, last.after.rstrip(",;") + mark)]


def _tail(part: list[Word], lead: list[Word], *, person: bool, who: str) -> list[Word] | None:
    """A further part as it follows the first; empty where it only decorates, None if not understood."""
    first = part[0].low
    if first in _OPENS or (is_form(first, "ing") and len(part) > 1):
        return part
    if base_of(first, "past") in _BRINGS and len(part) > 1 and not person:
        return [Word("which"), *part]
    if person and _decorates(part):
        return []
    if first == "even":
        return part
    if (told := _told(part, lead)) is not None:
        return told
    if who != "I" and (found := clause_of(part, tail=True)) is not None:
        return _and(found)
    kind = shape(part)
    if kind == CLAUSE and not (len(part) > 1 and first in ADJECTIVES and finite(part) == 1):
        return _and(part)
    kind = NOUN if kind == CLAUSE else kind
    if kind == SUBJECTLESS and (is_form(first, "s", "past") or first in ("does", "is", "has")):
        listed = any(
            word.low == "and" and is_form(part[at + 1].low, "s", "past") for at, word in enumerate(part[:-1])
        )
        return part if listed and who == "I" else _and(_acting(part, lead, who))
    if person:
        return part if kind == NOUN and first in DETERMINERS | NUMERALS else []
    return part if lead[0].low == "there" else _beside(part, kind, lead)


def _acting(part: list[Word], lead: list[Word], who: str) -> list[Word]:
    """*You are holding it back, doesn't change anything* → *…, it does not change anything*."""
    if lead[0].low in ("there", "it") and is_form(part[0].low, "past"):
        return [Word(who), *part]
    goes_on = part[0].low in ("does", "is", "has")
    lone = goes_on and (is_form(lead[0].low, "ing") or plural(head_noun(lead).low))
    return [Word("it"), *part] if lone else part


def _told(part: list[Word], lead: list[Word]) -> list[Word] | None:
    """Parts with a form of their own: *was 14*, *no comeback*, *neither right*, *3 left since June*."""
    first, second = part[0].low, part[1].low if len(part) > 1 else ""
    if (first in ("was", "were") and second[:1].isdigit()) or (first == "was" and second in NUMERALS):
        plainly = "they were" if be(lead[: finite(lead) or 1]) == "are" else "it was"
        begun = [Word(word) for word in _BEFORE.get(lead[0].low + " " + lead[1].low, plainly).split()]
        past = [*begun, *part[1:]]
        return _and(past if _AGO.search(join(part)) else [*past, Word("before")])
    if first == "no" and second and second != "one":
        if lead[0].low == "there":
            return _and(part)
        return _and([Word("there"), Word("are" if plural(head_noun(part).low) else "is"), *part])
    if first in _SOME or part[0].core.isdigit():
        counted_ = _counted_tail(part)
        plain = counted_ is not None and counted_[0].low not in ("and", "but")
        thing = plain and len(part) > 1 and (counted(part[-1].low) or plural(part[-1].low))
        if not (counted_ and thing and lead[0].low == "there"):
            return counted_
        return [Word("and"), *([Word("only")] if first == "one" else []), *counted_]
    if first == "oldest" and second[:1].isdigit() and len(part) == 3:
        return [Word("the"), *part, Word("old")]
    if len(part) == 2 and counted(first) and first != "number" and part[1].core[:1].isdigit():
        return [Word("against"), Word(article(first)), part[0], Word("of"), part[1]]
    return None


def _counted_tail(part: list[Word]) -> list[Word] | None:
    """*Neither right* → *and neither is right*; *four last month* stays beside what it counts."""
    rest = part[1:]
    if not rest:
        return part
    if finite(part) is not None and rest[0].low not in ("left", "gone", "last", "next"):
        return _and(part)
    one = (
        part[0].low in ("neither", "none", "nobody", "one", "each", "everyone", "everybody")
        or part[0].core == "1"
    )
    number = _in_words(part[0])
    if rest[0].low in ("left", "gone", "quit", "resigned"):
        have = Word("has" if one else "have")
        return _and([number, have, Word("gone" if rest[0].low == "gone" else rest[0].core), *rest[1:]])
    found = clause_of([number, *rest], tail=True)
    if found is not None:
        return _and(found)
    if len(rest) > 1 and is_form(rest[0].low, "base") and rest[1].low in ("up", "out", "back", "in", "off"):
        return _and([number, *rest])
    gone = next((at for at, word in enumerate(rest[:4]) if word.low in ("gone", "left")), 0)
    if gone and plural(rest[gone - 1].low):
        return _and([number, *rest[:gone], Word("have"), *rest[gone:]])
    adjective = (
        rest[-1].low not in DETERMINERS
        and shape([Word("it"), Word("is"), *rest]) == CLAUSE
        and len(rest) == 1
    )
    adjective = adjective and (rest[0].low in ADJECTIVES | STATES or is_form(rest[0].low, "part"))
    if adjective and not plural(rest[0].low) and not counted(rest[0].low) and rest[0].low not in TIME_WORDS:
        return _and([number, Word("is" if one else "are"), *rest])
    return [number, *rest]


def _in_words(word: Word) -> Word:
    numbers = (
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    )
    small = word.core.isdigit() and 0 < int(word.core) <= 12
    return word.with_core(numbers[int(word.core) - 1]) if small else word


def _and(part: list[Word]) -> list[Word]:
    return part if part[0].low in ("and", "but") else [Word("and"), *part]


def _decorates(part: list[Word]) -> bool:
    """Whether a part of a personal detail adds a place, a time or the weather, and no more."""
    low = {word.low for word in part}
    if part[0].low in ("even", "still", "only"):
        return False
    named = all(word.core[:1].isupper() for word in part)
    dated = bool(low & TIME_WORDS) or any(word.low.rstrip("s").capitalize() in DAYS for word in part)
    return (named or dated) and len(part) <= 4 and not low & {"i", "me", "my", "next", "this"}


def _beside(part: list[Word], kind: str, lead: list[Word]) -> list[Word] | None:
    """*Guests in the lobby* → *with guests in the lobby*; a participle or a number needs nothing."""
    if kind != NOUN or is_form(part[0].low, "part") or part[0].low.endswith("ed") or part[0].low in ADVERBS:
        return part
    if part[0].core[:1].isdigit() or part[0].core[:1] in tuple("£$€") or part[0].low in NUMERALS:
        return part
    if not nounlike(part[0]) or len(part) < 2:
        return None
    if is_form(part[0].low, "s") and part[1].low in ("away", "out", "up", "off", "back", "down"):
        return _and(part)
    if part[0].low in _HOW_NEAR and part[1].low in PREPOSITIONS | SUBORDINATORS:
        return part
    described = part[0].low in STATES | ADJECTIVES | {"dead", "empty", "late", "slow"}
    if described and any(word.low in ("is", "are") for word in lead) and part[1].low in PREPOSITIONS:
        return _and(part)
    if part[0].low in STATES:
        many = be(lead[: finite(lead) or 1]) == "are"
        return [Word("and"), Word("they" if many else "it"), Word("are" if many else "is"), *part]
    return [Word("with"), *part]


def split_text(text: str) -> list[str]:
    """The parts of a text, as texts."""
    return [join(_bare(part)) for part in parted(cut(text))]
