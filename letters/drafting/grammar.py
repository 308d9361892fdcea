"""Where the finite verb of a fragment stands: whether it is a clause, a noun phrase, an order, a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters.drafting.finite import OF_PEOPLE, _object_follows, finite, starts_object, word_after
from letters.drafting.lists import word_set
from letters.drafting.verbs import NOUNY, base_of, is_form
from letters.drafting.words import (
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECTS,
)

if TYPE_CHECKING:
    from letters.drafting.words import Word

CLAUSE, SUBJECTLESS, IMPERATIVE, INFINITIVE = "clause", "subjectless", "imperative", "infinitive"
GERUND, ADJECTIVE, NOUN, QUESTION = "gerund", "adjective", "noun", "question"
WH = word_set("how what where when why who which whom whose whether")


# After a plural noun these begin a clause of their own: "reports nobody reads".
_WHO_ACTS = word_set("nobody everybody somebody everyone someone they we he she i")


def _first(words: list[Word]) -> int:
    """The first word that is no adverb."""
    at = 0
    while at < len(words) - 1 and (words[at].low in ADVERBS or words[at].low.endswith("ly")):
        at += 1
    return at


def shape(words: list[Word], *, order: bool = False, person: bool = False) -> str:
    """What kind of fragment the words are; ``order`` reads *put* and *cut* as orders, not as the past.

    Of a ``person`` a first word such as *builds* or *plays* is a verb, elsewhere it may be a noun.
    """
    if not words:
        return NOUN
    at = _first(words)
    low = words[at].low
    asks = words[-1].after.startswith("?")
    if not asks and low == "what" and _names_what(words):
        return CLAUSE
    if asks or (at == 0 and low in WH - {"when", "where", "which", "who", "whose"}):
        return QUESTION
    if low == "to" and at + 1 < len(words) and is_form(words[at + 1].core, "base"):
        return INFINITIVE
    if low in AUXILIARIES - {"may"}:
        return SUBJECTLESS
    main = finite(words, order=order)
    verbal = _verb_first(words, at, main, person=person)
    if verbal:
        return IMPERATIVE if order and is_form(low, "base") else verbal
    if main is not None:
        return CLAUSE
    return _verbless(words, at)


def _names_what(words: list[Word]) -> bool:
    """Whether *what* opens a statement: "what she would like is for people to come back"."""
    at = next((at for at, word in enumerate(words) if at > 2 and word.low in ("is", "was")), 0)
    said = words[1].low in SUBJECTS and at > 0 and at + 1 < len(words)
    return said and words[at + 1].low in DETERMINERS | {"for", "that", "to", "not", "how", "when", "more"}


def _verbless(words: list[Word], at: int) -> str:
    low, follows = words[at].low, word_after(words, at)
    if is_form(low, "ing") and at + 1 < len(words):
        return GERUND
    if low in ADJECTIVES and follows in PREPOSITIONS | {"to", "that"}:
        return ADJECTIVE
    participle = is_form(low, "part") and follows in ("by", "with", "about", "in", "on", "at")
    return ADJECTIVE if participle else NOUN


# Participles that describe what follows, and are nobody's act: "restricted funds in one pot".
_MADE = word_set(
    """
    restricted shared broken printed recorded closed locked used fixed mixed limited retired trained qualified
    managed combined imported rented leased borrowed outsourced unpaid delayed failed missed rejected damaged
    """
)


def _verb_first(words: list[Word], at: int, main: int | None, *, person: bool = False) -> str:
    """A fragment that opens with its verb, the subject dropped; empty where it does not."""
    word, low, follows = words[at], words[at].low, word_after(words, at)
    made = low in _MADE and not person and not starts_object(follows)
    if made or (at == 0 and not word.core[:1].isalpha()):
        return ""
    s_verb, base = is_form(low, "s"), base_of(low, "s", "base")
    if s_verb and low not in ("has", "is", "does"):
        sure = person or base in OF_PEOPLE
        if _plural_noun_here(words, at, sure=sure):
            return ""
        if base not in NOUNY or sure:
            return SUBJECTLESS
        if main is not None and not _later_is_coordinate(words, main):
            return ""
        return (
            SUBJECTLESS
            if (starts_object(follows) and follows not in _WHO_ACTS)
            or follows in ("out", "up", "about", "off", "into")
            else ""
        )
    if is_form(low, "past") and not (is_form(low, "base") and low not in ("put", "cut", "let", "set")):
        if main is not None and not _later_is_coordinate(words, main) and not _object_follows(words, at):
            return ""
        if follows in ("by", "with", "about") and _is_state(low, person=person):
            return ""
        adjectival = is_form(low, "part") and main is not None and follows and follows not in DETERMINERS
        return "" if adjectival and main is not None and words[main].low in AUXILIARIES else SUBJECTLESS
    if is_form(low, "base") and low != "like":
        return _base_first(words, at, main, follows)
    return ""


# What takes somebody: "worried about the audit". And what nobody can be: "talked about sailing".
_FELT = word_set(
    """
    worry concern delight excite annoy frustrate bother please thrill obsess surround impress confuse involve
    fascinate marry disappoint struck move strike amuse embarrass hassle torment overwhelm haunt raise
    """
)
_NEVER_DONE_TO = word_set(
    "agree deal laugh joke talk chat smile grin rave moan complain grumble dream live sail work struggle cope"
)


def _is_state(low: str, *, person: bool) -> bool:
    """Whether a participle before *by*, *with* or *about* says how somebody is, not what somebody did."""
    base = base_of(low, "part")
    return is_form(low, "part") and (base in _FELT if person else base not in _NEVER_DONE_TO)


def _plural_noun_here(words: list[Word], at: int, *, sure: bool) -> bool:
    """Whether the first word is a noun with its verb behind it: "skips are ordered"."""
    following = word_after(words, at)
    if following in ADVERBS and at + 2 < len(words):
        following = word_after(words, at + 1)
    if following in (
        "are",
        "were",
        "have",
        "don't",
        "do",
        "aren't",
        "weren't",
        "haven't",
        "get",
        "can",
        "will",
    ):
        return following != "get" or not sure
    return (
        not sure
        and is_form(following, "base")
        and following not in NOUNY | ADJECTIVES | PREPOSITIONS
        and at == 0
    )


def _base_first(words: list[Word], at: int, main: int | None, follows: str) -> str:
    low = words[at].low
    if main is not None and not _later_is_coordinate(words, main) and not starts_object(follows):
        return ""
    if low in ADJECTIVES | {
        "open",
        "clean",
        "clear",
        "present",
        "own",
        "last",
        "free",
    } and not starts_object(follows):
        return ""
    if low in NOUNY and not (starts_object(follows) or follows in ("up", "out", "each", "new", "old")):
        return ""
    return IMPERATIVE if follows or len(words) == 1 else ""


def _later_is_coordinate(words: list[Word], main: int) -> bool:
    """Whether the verb found belongs to a second clause: after *and*, *but*, *so* or a comma."""
    before = words[:main]
    return any(
        w.low in ("and", "but", "so", "then", "that", "as", "than")
        or w.after.startswith((",", ";", ":", " –"))
        for w in before[1:]
    )
