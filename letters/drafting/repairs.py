"""What a fragment lacks to be a clause, put in where it can be nothing else: a verb, an article, an *and*."""

from __future__ import annotations

import re

from letters.drafting.finite import finite, nounlike
from letters.drafting.grammar import NOUN, SUBJECTLESS, shape
from letters.drafting.lists import word_set
from letters.drafting.noun_phrases import head_of
from letters.drafting.subjects import be
from letters.drafting.verbs import is_form, readings
from letters.drafting.words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    NUMERALS,
    PERSON_NOUNS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    TIME_WORDS,
    Word,
    article,
    countable,
    join,
    plural,
)

_PREDICATES = word_set(
    """
    chaotic late slow wrong broken missing low high weak poor unclear messy patchy thin flat empty
    outdated manual dead stale bad terrible awful painful flaky unreliable unhappy tired frustrated
    stretched overloaded understaffed inconsistent incomplete expensive clunky frozen stuck blocked down
    up short scarce rare invisible unpopular exhausted demoralised sceptical skeptical nervous fragile
    tight heavy confusing dangerous useless hopeless impossible difficult hard easy cheap huge unanswered
    unfinished unpaid unread unused unusable unsafe unsold
    """
)
_DEGREES = word_set("too very so still always often never quite rather mostly usually already")
_EXISTENTIAL = re.compile(
    r"^(?:no|too many|too few|too much|too little|not enough|lots of|hardly any|(?:nobody|nothing) to)\b",
    re.IGNORECASE,
)
_PAST_TIMES = re.compile(r"\b(?:last|yesterday|ago|in (?:19|20)\d\d|once)\b")
BE_OR_HAVE = word_set("is are was were has have isn't aren't hasn't haven't wasn't weren't")


def with_rise(words: list[Word]) -> list[Word] | None:
    """*Complaints up 30% since the app launched* → *complaints are up 30% since …*."""
    at = next((at for at, word in enumerate(words[1:4], 1) if word.low in ("up", "down")), 0)
    follows = words[at + 1].core[:1] if 0 < at < len(words) - 1 else ""
    if not (follows.isdigit() or follows in tuple("£$€")) or (finite(words) or at + 1) < at:
        return None
    if is_form(words[at - 1].low, "base") or not nounlike(words[at - 1]):
        return None
    return [*words[:at], Word("are" if plural(words[at - 1].low) else "is"), *words[at:]]


def with_and(words: list[Word]) -> list[Word]:
    """*… take a day to write, are read in two minutes* → *…, and are read …*."""
    main = finite(words)
    for at, word in enumerate(words[:-1]):
        if (
            main is not None
            and at > main
            and word.after == ","
            and (words[at + 1].low in BE_OR_HAVE | {"should", "must", "could"} or _done_too(words, main, at))
            and not any(w.low in ("who", "which", "that", "when", "if") for w in words)
        ):
            joint = "but" if words[at + 1].low == "should" else "and"
            return [*words[:at], word, Word(joint), *words[at + 1 :]]
    return words


def _done_too(words: list[Word], main: int, at: int) -> bool:
    """Whether a second participle follows: "are trained on Monday, gone by Friday"."""
    again = is_form(words[at + 1].low, "part") and at + 2 < len(words) and words[at + 2].low in PREPOSITIONS
    return words[main].low in ("is", "are", "was", "were") and again and is_form(words[main + 1].low, "part")


def with_there(words: list[Word]) -> list[Word]:
    """*Target of 1.2m and the phones are old* → *there is a target of 1.2m, and the phones are old*."""
    at = next((at for at, word in enumerate(words) if word.low == "and"), 0)
    head, rest = words[:at], words[at + 1 :]
    if at < 3 or len(rest) < 3 or rest[0].low not in DETERMINERS | SUBJECTS or head[-1].after:
        return words
    counted = next((w for w in head if w.low in PREPOSITIONS), None)
    if counted is None or finite(head) is not None or finite(rest) is None or finite(words) is None:
        return words
    noun = head[head.index(counted) - 1]
    if (
        head[0].low in DETERMINERS | NUMERALS | PREPOSITIONS
        or head[0].core[:1].isupper()
        or not nounlike(noun)
    ):
        return words
    if plural(noun.low) or not countable(noun.core) or is_form(head[0].low, "ing"):
        return words
    opened = [Word("there"), Word("is"), Word(article(join(head))), *head]
    opened[-1] = Word(opened[-1].core, opened[-1].before, ",")
    return [*opened, Word("and"), *rest]


def with_participle(words: list[Word]) -> list[Word]:
    """*Throwing bread away in one shop, sold out in the other* → *…, and sold out in the other*."""
    at = next((at for at, word in enumerate(words[:-2]) if word.after == ","), None)
    if at is None or any(word.low in ("and", "but", "who", "which") for word in words):
        return words
    if not is_form(words[at + 1].low, "part", "ing") or words[at + 2].low not in PREPOSITIONS | DETERMINERS:
        return words
    return [*words[: at + 1], Word("and"), *words[at + 1 :]]


_OBJECTS = word_set(
    "to it them him her everyone everybody everything nobody nothing me us you out up off away back"
)


def with_last_and(words: list[Word]) -> list[Word]:
    """*Closed it in nine months, paid everyone* → *…, and paid everyone*: a second verb of the same form."""
    commas = [at for at, word in enumerate(words[:-2]) if word.after == ","]
    first = next((word for word in words if word.low not in ADVERBS | {"i", "you", "we", "not"}), None)
    if not commas or first is None:
        return words
    forms = [form for form in ("past", "base", "s") if is_form(first.core, form)]
    for at in commas:
        verb, follows = words[at + 1], words[at + 2]
        object_ = follows.low in DETERMINERS | PREPOSITIONS | NUMERALS | _OBJECTS | {"what", "how", "who"}
        # A word no list knows, before an article, is a verb: "shorten the menu"
        known = any(is_form(verb.core, form) for form in forms)
        unknown = not readings(verb.core) and follows.low in DETERMINERS and nounlike(verb)
        if not (known or unknown) or not (object_ or follows.core[:1].isdigit()):
            return words
    last = commas[-1]
    if any(
        word.low == "and" and any(is_form(words[at + 1].core, form) for form in forms)
        for at, word in enumerate(words[:-1])
        if at > last
    ):
        # "told them, opened another and let them taste both": whole already
        return words
    mark = "," if len(commas) == 1 else ""
    kept = Word(words[last].core, words[last].before, mark)
    return [*words[:last], kept, Word("and"), *words[last + 1 :]]


def with_second_verb(words: list[Word]) -> list[Word]:
    """*Grew up in Porto, misses the sea* → *grew up in Porto, and misses the sea*."""
    at = next((at for at, word in enumerate(words[:-2]) if word.after == ","), None)
    if at is None or any(word.low in ("and", "but", "who", "which") for word in words):
        return words
    place = next((place for place in range(at + 1, len(words)) if words[place].low not in ADVERBS), at + 1)
    second, follows = words[place], words[place + 1].low if place + 1 < len(words) else ""
    if not is_form(second.low, "s", "past") or follows not in DETERMINERS | PREPOSITIONS | {"to", "it"}:
        return words
    return [*words[: at + 1], Word("and"), *words[at + 1 :]]


def broken(words: list[Word]) -> bool:
    """Whether commas part pieces without a verb: "legacy CRM, vendor gone bust, one guy knows …"."""
    main = finite(words)
    if main is not None and _jotted(words, main):
        return True
    commas = [at for at, word in enumerate(words[: main or 0]) if word.after == ","]
    if not commas or words[0].low in PREPOSITIONS | SUBORDINATORS | ADVERBS | {"and", "but", "so"}:
        return False
    listed = any(word.low in ("and", "or") for word in words[commas[0] : main])
    apposed = len(commas) == 2 and main == commas[1] + 1
    return not (listed or apposed)


def _jotted(words: list[Word], main: int) -> bool:
    """Whether a clause runs on in jottings: "crew goes out, wrong part on board, comes back"."""
    parts: list[list[Word]] = [[]]
    for word in words[main:]:
        parts[-1].append(word)
        if word.after == ",":
            parts.append([])
    *middle, last = parts[1:] if len(parts) > 2 else [[]]
    bare = any(part[0].low not in PREPOSITIONS | DETERMINERS and shape(part) == NOUN for part in middle)
    return bare and bool(last) and shape(last) == SUBJECTLESS


def with_verb(words: list[Word]) -> list[Word] | None:
    """*Handover chaotic* → *handover is chaotic*, where the adjective can be nothing else."""
    for at in range(1, len(words)):
        lead = at
        while lead > 1 and words[lead - 1].low in _DEGREES:
            lead -= 1
        before = words[lead - 1]
        if words[at].low not in _PREDICATES or not nounlike(before) or before.low in _PREDICATES:
            continue
        moving = words[at].low in ("up", "down") and is_form(before.low, "base", "s", "ing")
        if moving or (is_form(before.low, "part") and not is_form(before.low, "base")):
            continue
        if any(word.after for word in words[:lead]) or not _ends_predicate(words, at):
            continue
        many = plural(before.low) and before.low not in ("data", "media")
        return [*words[:lead], Word("are" if many else "is"), *words[lead:]]
    return None


def _ends_predicate(words: list[Word], at: int) -> bool:
    follows = words[at + 1].low if at + 1 < len(words) and not words[at].after else ""
    moved = words[at].low in ("up", "down") and follows[:1].isdigit()
    return (
        moved
        or not follows
        or follows
        in PREPOSITIONS
        | SUBORDINATORS
        | CONJUNCTIONS
        | TIME_WORDS
        | {
            "every",
            "each",
            "to",
            "again",
        }
    )


def with_passive(words: list[Word]) -> list[Word] | None:
    """*Detentions logged three times* → *detentions are logged three times*; what is over stays as it is."""
    if _PAST_TIMES.search(join(words).lower()):
        return None
    for at in range(1, min(len(words), 5)):
        low, before = words[at].low, words[at - 1]
        if not is_form(low, "part") or is_form(low, "base") or not nounlike(before) or before.after:
            continue
        if is_form(before.low, "ing") or any(word.after for word in words[:at]):
            return None
        follows = words[at + 1].low if at + 1 < len(words) else ""
        if follows and not (
            follows in PREPOSITIONS | NUMERALS | {"twice", "once", "again", "every"}
            or follows.endswith("ly")
            or follows[:1].isdigit()
            or follows in ("late", "early", "daily", "weekly", "monthly", "wrong")
        ):
            return None
        if before.low in PERSON_NOUNS or low in ("left", "gone", "resigned", "quit"):
            return _with_perfect(words, at)
        if before.low in DETERMINERS | ADVERBS | PREPOSITIONS or follows in ("about", "than"):
            return None
        return [*words[:at], Word(be(words[:at])), *words[at:]]
    return None


def _with_perfect(words: list[Word], at: int) -> list[Word] | None:
    """*Eleven receptionists left since January* → *… have left since January*."""
    if not any(word.low == "since" for word in words[at:]):
        return None
    return [*words[:at], Word("have" if plural(words[at - 1].low) else "has"), *words[at:]]


def existential(words: list[Word]) -> list[Word] | None:
    """*Too many meetings* → *there are too many meetings*."""
    if not _EXISTENTIAL.match(join(words)) or len(words) < 2:
        return None
    at = head_of(words[1:])
    many = (at is not None and plural(words[1 + at].low)) or words[1].low in ("many", "few")
    return [Word("there"), Word("are" if many else "is"), *words]
