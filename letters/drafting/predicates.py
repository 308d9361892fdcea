"""The verb that a jotting of a noun and what is said of it lacks: *rooms not ready*, *occupancy 91% in July*.

Pure. Each repair is made only where the words can be nothing else.
"""

from __future__ import annotations

import re

from letters.drafting.finite import OF_PEOPLE, finite, nounlike
from letters.drafting.grammar import CLAUSE, SUBJECTLESS, shape
from letters.drafting.lists import word_set
from letters.drafting.noun_phrases import NOUNS_IN_ING
from letters.drafting.nouns import STATES_OF, counted
from letters.drafting.repairs import existential, with_passive, with_rise, with_verb
from letters.drafting.subjects import be, head_noun
from letters.drafting.verbs import NOUNY, TRANSITIVE, base_of, is_form
from letters.drafting.words import (
    CONJUNCTIONS,
    DETERMINERS,
    MASS_NOUNS,
    NUMERALS,
    PERSON_NOUNS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    TIME_WORDS,
    Word,
    join,
    plural,
)

STATES = word_set(
    """
    absent accurate afraid alone angry asleep available aware awful away bad big bored boring broke busy
    careless cheap closed cold complete correct cramped current dark dirty done due early easy enough
    exhausted fair fine free freezing fresh friendly full furious gone good great happy healthy hot huge
    idle ill illegal illegible independent invalid involved keen lazy legal likely local lonely loud loyal
    lucky neat new noisy obsolete off ok okay old on open out over overdue painful perfect permanent
    pointless polite poor proud public quick quiet rare ready remote right risky rude rushed sad safe same
    satisfied scared senior shut shy sick silent similar skint sore steady steep strict strong stuffed
    stale worse better dearer top sure swamped temporary tiny
    true ugly uncertain unclear unfair unknown unsure useless vacant vague
    visible wary wet wide young booked untouched unlabelled unmarked unsigned unchecked overcrowded
    outdated offline online overrun uninsured unqualified untrained
    """
)
_BEFORE_STATE = word_set(
    "not never always still often only just usually mostly rarely already too very so half nearly"
)
_EVENTS = word_set(
    """
    visit inspection audit review deadline launch merger move election strike renewal go-live rollout
    migration exam hearing trial tender reorganisation restructure refurbishment assessment accreditation
    handover opening
    """
)
_OBJECTS = word_set("us me them him her it you everyone everybody")
_MONEY = re.compile(r"^[£$€]\d|^\d[\d.,]*(?:%|k|m)$")


def clause_of(words: list[Word], *, tail: bool = False) -> list[Word] | None:
    """A jotting without a verb as a clause; None where it is none, or has its verb already."""
    if not _open(words):
        return None
    if words[0].low in ("nobody", "everyone", "everybody", "someone", "none") and len(words) == 2:
        return _nobody(words)
    if (
        not tail
        and words[-1].low == "short"
        and any(w.low in NUMERALS or w.core.isdigit() for w in words[:2])
    ):
        # "Always two lifeguards short"
        return [Word("you"), Word("are"), *words]
    for repair in (
        _taking,
        _remaining,
        _gone,
        _lasting,
        _placed,
        _neglected,
        _done_to,
        _having,
        _state,
        with_rise,
    ):
        if (found := repair(words)) is not None:
            return _since(found)
    if shape(words) in (CLAUSE, SUBJECTLESS) or finite(words) is not None:
        return None
    for repair in (existential, with_verb, with_passive, _measured, _going_on):
        if (found := repair(words)) is not None:
            return _since(found)
    found = None if tail else _there(words)
    return found if found is None else _since(found)


def _open(words: list[Word]) -> bool:
    """Whether the words may be a noun and what is said of it: no order, no clause, no part after a comma."""
    first = words[0].low
    order = is_form(first, "base") and base_of(first, "base") not in NOUNY
    base = base_of(first, "s")
    order = order or (bool(base) and (base not in NOUNY or base in OF_PEOPLE))
    leans = first in PREPOSITIONS | SUBORDINATORS | {"yes", "not"}
    parted = any(word.after.strip("’'”\"") for word in words[:-1])
    return len(words) > 1 and not (order or leans or parted) and not any(w.low in SUBJECTS for w in words[1:])


def _nobody(words: list[Word]) -> list[Word] | None:
    """*nobody replaced* → *nobody has been replaced*."""
    done = is_form(words[1].low, "part") and base_of(words[1].low, "part") in TRANSITIVE
    return [words[0], Word("has"), Word("been"), words[1]] if done else None


def _taking(words: list[Word]) -> list[Word] | None:
    """*62 days on average to close a defect* → *it takes 62 days …*."""
    at = next((at for at, word in enumerate(words[:7]) if word.low == "to"), 0)
    timed = len(words) > 1 and words[1].low.rstrip("s") in TIME_WORDS | {"day", "hour", "minute"}
    number = words[0].core.isdigit() or words[0].low in NUMERALS
    verb = at and at + 1 < len(words) and is_form(words[at + 1].low, "base")
    return (
        [Word("it"), Word("takes"), *words]
        if timed and number and verb and finite(words[:at]) is None
        else None
    )


def _remaining(words: list[Word]) -> list[Word] | None:
    """*Only three cities left* → *there are only three cities left*."""
    fits = words[0].low == "only" and len(words) > 3 and words[-1].low == "left" and plural(words[-2].low)
    return [Word("there"), Word("are"), *words] if fits else None


def _placed(words: list[Word]) -> list[Word] | None:
    """*Half of the girls on agency* → *… are on agency*."""
    pair = (words[-2].low, words[-1].low)
    before = words[-3] if len(words) > 2 else Word("")
    if (
        is_form(before.low, "part")
        or pair not in STATES_OF
        or not nounlike(before)
        or finite(words) is not None
        or not before.core
    ):
        return None
    if words[0].core.isdigit() or (words[0].low in NUMERALS and words[0].low != "one"):
        return [Word("there"), Word("are"), *words]
    return [*words[:-2], Word(be(words[:-2])), *words[-2:]]


_CARED_FOR = word_set(
    "answer ask tell thank train pay consult replace minute invite pull move check test measure record"
)


def _neglected(words: list[Word]) -> list[Word] | None:
    """*Leavers never asked why* → *leavers are never asked why*; *none minuted*."""
    at = 1 if words[0].low in ("none", "neither") else 2
    if (
        len(words) <= at
        or not is_form(words[at].low, "part")
        or base_of(words[at].low, "part") not in _CARED_FOR
    ):
        return None
    if at == 2 and (words[1].low != "never" or not plural(words[0].low)):
        return None
    follows = words[at + 1].low if at + 1 < len(words) else ""
    verb = Word("is" if at == 1 else "are")
    return [words[0], verb, *words[1:]] if follows in {"", *PREPOSITIONS, *SUBORDINATORS} else None


def _done_to(words: list[Word]) -> list[Word] | None:
    """*Events tracked three different ways* → *events are tracked three different ways*."""
    several = words and (plural(words[0].low) or (words[0].core[:-1].isupper() and words[0].core[-1] == "s"))
    if len(words) < 3 or not several or words[0].low.removesuffix("s") in PERSON_NOUNS:
        return None
    done = is_form(words[1].low, "part") and not is_form(words[1].low, "base")
    if (
        not done
        or base_of(words[1].low, "part") not in TRANSITIVE | _CARED_FOR
        or words[0].low.endswith("ers")
    ):
        return None
    follows = words[2].low
    if follows in ("for", "by", "off", "into", "from", "in", "within", "after", "without"):
        return [words[0], Word("are"), *words[1:]]
    counted_ = (follows in NUMERALS or follows[:1].isdigit()) and words[-1].low in ("ways", "times", "places")
    return [words[0], Word("are"), *words[1:]] if counted_ else None


def _having(words: list[Word]) -> list[Word] | None:
    """*Same client 4 IDs in three systems* → *the same client has 4 IDs in three systems*."""
    at = next((at for at, word in enumerate(words[:5]) if at and word.core.isdigit()), 0)
    same = words[0].low == "same" or (words[0].low == "the" and words[1].low == "same")
    return [*words[:at], Word("has"), *words[at:]] if same and at > 1 and at + 1 < len(words) else None


_UNTIL_NOW = re.compile(
    r"\bsince (?!then\b)\w|\bso far\b"
    r"|\bin (?:the last )?(?:\d+|two|three|four|five|six|ten) (?:days|weeks|months|years)\b"
)


def _since(words: list[Word]) -> list[Word]:
    """*The toilet is broken since October* → *the toilet has been broken since October*."""
    at = next((at for at, word in enumerate(words[:-2]) if word.low in ("is", "are")), None)
    if at == 1 and words[0].low == "there" and _UNTIL_NOW.search(join(words)):
        return [words[0], Word("have" if words[1].low == "are" else "has"), Word("been"), *words[2:]]
    if at is None or not any(word.low == "since" for word in words[at + 2 : at + 4]):
        return words
    return [*words[:at], Word("have" if words[at].low == "are" else "has"), Word("been"), *words[at + 1 :]]


def _gone(words: list[Word]) -> list[Word] | None:
    """*owners left*, *three left since June* → *the owners have left*, *three have left since June*."""
    at = next(
        (at for at, word in enumerate(words[:4]) if at and word.low in ("left", "resigned", "gone", "quit")),
        0,
    )
    follows = words[at + 1].low if at + 1 < len(words) else ""
    if not at or at > 3 or follows not in ("", "since", "already", "too") or not nounlike(words[at - 1]):
        return None
    late = [words[at - 1]] if words[at - 1].low in ("already", "now", "just", "all") and at > 1 else []
    subject = words[: at - len(late)]
    many = be(subject) == "are" or (subject[0].core.isdigit() and subject[0].core != "1")
    bare = (
        subject[0].low not in DETERMINERS | NUMERALS | {"nobody"}
        and subject[0].core.islower()
        and len(subject) == 1
    )
    have = Word("have" if many else "has")
    return [*([Word("the")] if bare else []), *subject, have, *late, *words[at:]]


def _state(words: list[Word]) -> list[Word] | None:
    """*Rooms not ready till five* → *rooms are not ready till five*."""
    for at in range(1, min(len(words), 7)):
        lead = at
        while lead > 1 and words[lead - 1].low in _BEFORE_STATE:
            lead -= 1
        before, low = words[lead - 1], words[at].low
        negated = any(word.low in ("not", "never") for word in words[lead:at])
        fits = low in STATES or (negated and is_form(low, "part"))
        if not fits or not nounlike(before) or before.core[:1].isdigit() or before.low in STATES:
            continue
        if low in ("on", "out", "off", "over", "away", "up", "down") and at + 1 < len(words):
            continue
        if finite(words[: at + 1]) is not None or is_form(before.low, "ing") or before.low in DETERMINERS:
            return None
        if is_form(before.low, "base", "s", "past") and not (plural(before.low) or counted(before.low)):
            return None
        return [*words[:lead], Word(be(words[:lead])), *words[lead:]] if _ends(words, at) else None
    return None


def _ends(words: list[Word], at: int) -> bool:
    """Whether an adjective here says something of its noun, and opens no other, as in "late shifts"."""
    follows = words[at + 1] if at + 1 < len(words) else Word("")
    return (
        not follows.core
        or follows.low
        in PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS | TIME_WORDS | {"every", "each", "to", "again", "most"}
        or follows.core[:1].isdigit()
    )


def _lasting(words: list[Word]) -> list[Word] | None:
    """*CAPAs open over six months* → *CAPAs have been open for over six months*."""
    at = next(
        (at for at, word in enumerate(words[:4]) if at and word.low in ("open", "vacant", "empty", "closed")),
        0,
    )
    rest = words[at + 1 :]
    if not at or len(rest) < 2 or not nounlike(words[at - 1]):
        return None
    link = [] if rest[0].low in ("for", "since") else [Word("for")]
    timed = rest[-1].low.rstrip("s") in TIME_WORDS | {"day", "hour", "minute"} and rest[0].low in (
        "for", "since", "over", "about", "nearly", "almost",
    )  # fmt: skip
    counted_ = rest[0].core.isdigit() or rest[0].low in NUMERALS
    if not (timed or (counted_ and rest[-1].low.rstrip("s") in TIME_WORDS)):
        return None
    return [
        *words[:at],
        Word("have" if be(words[:at]) == "are" else "has"),
        Word("been"),
        words[at],
        *link,
        *rest,
    ]


def _measured(words: list[Word]) -> list[Word] | None:
    """*Occupancy 91% in July* → *occupancy is 91% in July*; *agency bill €9k a month*."""
    at = next((at for at, word in enumerate(words) if at and _MONEY.match(word.core)), 0)
    lead = (
        at - 1
        if at and words[at - 1].low in ("about", "over", "under", "only", "still", "nearly", "almost")
        else at
    )
    if (
        is_form(words[0].low, "ing")
        or not 0 < lead <= 4
        or not all(
            nounlike(word) or word.low in ("per", "of", "the") or word.core.isdigit() for word in words[:lead]
        )
    ):
        return None
    if any(word.low in _OBJECTS for word in words[:lead]):
        return None
    labelled = lead > 2 and words[0].low in ("year", "ward", "line", "bay", "site", "team")
    if not nounlike(words[lead - 1]) or any(word.core[:1].isdigit() for word in words[2 * labelled : lead]):
        return None
    verb = be(words[:lead])
    at_ = [Word("at")] if words[at].core.endswith("%") and verb == "are" else []
    return [*words[:lead], Word(verb), *at_, *words[lead:]]


def _going_on(words: list[Word]) -> list[Word] | None:
    """*Bikes sitting in the shed* → *bikes are sitting in the shed*."""
    at = next((at for at, word in enumerate(words[:5]) if at and is_form(word.low, "ing")), 0)
    if not at or words[at].low in NOUNS_IN_ING | MASS_NOUNS or not nounlike(words[at - 1]):
        return None
    if not plural(words[at - 1].low) and not (counted(words[at - 1].low) and at + 1 < len(words)):
        return None
    if words[0].low in PREPOSITIONS | SUBORDINATORS or at + 1 == len(words):
        return None
    return [*words[:at], Word(be(words[:at])), *words[at:]]


def _there(words: list[Word]) -> list[Word] | None:
    """*Two systems* → *there are two systems*; *UKAS visit in March* → *there is the UKAS visit in March*."""
    first = words[0]
    number = first.low in NUMERALS - {"first", "second", "third", "one"} or (
        first.core.isdigit() and first.core != "1"
    )
    head = head_noun(words)
    if number and plural(head.low) and len(words) > 1:
        return [Word("there"), Word("are"), *words]
    at = next((at for at, word in enumerate(words) if word.low in ("in", "on", "next", "this")), 0)
    dated = at and words[-1].low in TIME_WORDS
    if dated and words[at - 1].low in _EVENTS and first.low not in DETERMINERS | NUMERALS:
        return [Word("there"), Word("is"), Word("the"), *words]
    return None
