"""From the words of a note to words said to its reader: *Ana still drives* → *you still drive*.

A pronoun is turned only where it can mean nobody else; where it might, the answer is None and the note is
quoted or left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from letters.drafting.finite import nounlike
from letters.drafting.lists import word_set
from letters.drafting.verbs import NOUNY, base_of, is_form
from letters.drafting.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MONTHS,
    NUMERALS,
    PERSON_NOUNS,
    PREPOSITIONS,
    SUBORDINATORS,
    Word,
    plural,
)

_PLURAL_VERBS = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "are not", "wasn't": "were not",
    "hasn't": "have not", "doesn't": "do not", "can't": "cannot", "won't": "will not", "am": "are",
}  # fmt: skip
_TO_READER = {"him": "you", "hers": "yours", "himself": "yourself", "herself": "yourself"}
_TO_HOUSE = {"we": "you", "our": "your", "us": "you", "ours": "yours", "ourselves": "yourselves"}
_AFTER_VERBS = word_set("to about it them him her home out up off away back nobody everybody everyone alone")
_FIRST_PERSON = word_set("i me my mine myself")
_ANYBODY = word_set("everybody everyone nobody somebody someone anybody anyone each every")
_LETTING = word_set("let make help see watch hear")
_GIVING = word_set("cost earn save give pay owe take bring lend lose offer")
_PLACED = word_set("in at from to for of near on the a an with by via since after before and or")


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words are turned: the reader's names, everybody else's, words always written with a capital."""

    reader: frozenset[str]
    others: frozenset[str] = field(default_factory=frozenset)
    proper: frozenset[str] = field(default_factory=frozenset)
    # Of only we two: "we" is the reader and I.
    together: bool = False
    # Whether *they*, opening a note, can only be the reader's house: no note before it names others.
    they: bool = True

    def names_other(self, words: list[Word]) -> bool:
        """Whether somebody else of the panel is named."""
        return any(_bare(word) in self.others and word.core[:1].isupper() for word in words)

    def means_reader(self, words: list[Word], at: int | None = None) -> bool:
        """Whether *she* or *he* can mean nobody but the reader: nobody else is spoken of before it."""
        before = words if at is None else words[:at]
        return not self.names_other(words) and not any(
            _bare(word) in PERSON_NOUNS or self._stranger(words, place) for place, word in enumerate(before)
        )

    def _stranger(self, words: list[Word], at: int) -> bool:
        """Whether a name nobody knows may be a person's: "told Colin he could go"."""
        word = words[at]
        if at == 0 or not re.match(r"^[A-Z][a-z]+$", word.core) or _bare(word) in self.reader:
            return False
        if word.core in DAYS or word.core in MONTHS or words[at - 1].low in _PLACED or words[at - 1].after:
            return False
        follows = words[at + 1].low if at + 1 < len(words) else ""
        return not word.after and (
            follows in AUXILIARIES or is_form(follows, "s", "past") or follows in ("he", "she")
        )


def _bare(word: Word) -> str:
    return word.low.removesuffix("'s").removesuffix("'")


def agreeing(word: Word) -> Word:
    """The verb as it stands after *you*."""
    if word.low in _PLURAL_VERBS:
        return word.with_core(_PLURAL_VERBS[word.low])
    if word.low in AUXILIARIES or not word.low.endswith("s"):
        return word
    base = base_of(word.core, "s")
    if base:
        return word.with_core(base)
    if is_form(word.core, "base", "past") or word.low.endswith("ss"):
        return word
    return word.with_core(word.core[:-3] + "y" if word.low.endswith("ies") else word.core[:-1])


def _agree_from(words: list[Word], at: int) -> list[Word]:
    """Let the verb at or after this place agree with *you*, and the verbs joined to it."""
    turned = list(words)
    while at < len(turned) and (turned[at].low in ADVERBS or turned[at].low.endswith("ly")):
        at += 1
    if at < len(turned):
        turned[at] = agreeing(turned[at])
    apart = False
    for place in range(at + 1, len(turned) - 1):
        if turned[place].low in SUBORDINATORS | {"who", "that", "which"}:
            apart = True
        if turned[place].after == "," and turned[place + 1].low in ("and", "but"):
            # What follows is the reader's again
            apart = False
        if apart:
            continue
        if turned[place].low in ("and", "but", "or", "then") or turned[place].after == ",":
            following = place + 1
            while following < len(turned) - 1 and turned[following].low in ADVERBS | {"and", "then"}:
                following += 1
            if _joined_verb(turned, following):
                turned[following] = agreeing(turned[following])
    return turned


def _joined_verb(words: list[Word], at: int) -> bool:
    low = words[at].low
    if low in ("is", "has", "was", "does"):
        return True
    if not is_form(low, "s"):
        return False
    follows = words[at + 1].low if at + 1 < len(words) else ""
    if base_of(low, "s") in NOUNY:
        return follows in DETERMINERS | NUMERALS or follows[:1].isdigit() or follows in _AFTER_VERBS
    return bool(follows)


def _name_length(words: list[Word], at: int, names: frozenset[str]) -> int:
    """How many words from here are the reader's name."""
    length = 0
    while at + length < len(words) and length < 4:
        word = words[at + length]
        titled = word.low.rstrip(".") in (
            "dr",
            "mr",
            "mrs",
            "ms",
            "prof",
            "professor",
        ) and at + length + 1 < len(words)
        if not (
            (_bare(word) in names and word.core[:1].isupper())
            or (titled and _bare(words[at + length + 1]) in names)
        ):
            break
        length += 1
        if word.after or word.low.endswith("'s"):
            break
    return length


def to_reader(
    words: list[Word], voice: Voice, *, opens_note: bool = True, mine: bool = False
) -> list[Word] | None:
    """The clause said to the reader; None where a pronoun might mean somebody else, or *I* the reader.

    In notes of ``mine`` *I* is me, and only the reader's name is turned.
    """
    turned: list[Word] = []
    source, at = list(words), 0
    they = (
        opens_note
        and voice.they
        and bool(source)
        and source[0].low in ("they", "their", "they're", "they've")
    )
    while at < len(source):
        word, length = source[at], _name_length(source, at, voice.reader)
        if length:
            last = source[at + length - 1]
            owns = last.low.endswith("'s") or last.core.endswith(("s'", "s’"))
            turned.append(Word("your" if owns else "you", word.before, last.after))
            source = source if owns or last.after else _agree_from(source, at + length)
            at += length
            continue
        if word.low in _FIRST_PERSON and not mine:
            return None
        step = (word, False) if mine else _turn_pronoun(source, at, voice, they=they)
        if step is None:
            return None
        new, agrees = step
        turned.append(new)
        at += 1
        if agrees:
            source = _agree_from(source, at)
    return turned


def _turn_pronoun(words: list[Word], at: int, voice: Voice, *, they: bool) -> tuple[Word, bool] | None:
    word = words[at]
    low = word.low
    if low in ("his", "her") and any(before.low in _ANYBODY for before in words[:at]) and _owns(words, at):
        return word.with_core("their"), False
    if low in (
        "he",
        "she",
        "his",
        "her",
        "him",
        "hers",
        "himself",
        "herself",
        "he's",
        "she's",
        "he'd",
        "she'd",
    ):
        if not voice.means_reader(words, at):
            return None
        if low.endswith("'s"):
            return word.with_core("you are"), False
        if low.endswith("'d"):
            return word.with_core("you would"), False
        if low in ("he", "she"):
            return word.with_core("you"), True
        if low in ("his", "her"):
            return word.with_core("your" if _owns(words, at) else "you"), False
        return word.with_core(_TO_READER[low]), False
    if they and low in ("they", "their", "theirs"):
        return word.with_core({"they": "you", "their": "your", "theirs": "yours"}[low]), False
    if low in _TO_HOUSE and not voice.together:
        return word.with_core(_TO_HOUSE[low]), False
    return word, False


def _owns(words: list[Word], at: int) -> bool:
    if words[at].after or at + 1 >= len(words):
        return False
    following = words[at + 1]
    if following.low in ("first", "only", "own", "whole", "last", "next"):
        return at + 2 < len(words)
    amount = following.low in NUMERALS | {"nothing", "twice", "half", "more", "less", "enough"}
    if at and base_of(words[at - 1].low) in _LETTING and is_form(following.low, "base"):
        return False
    if at and base_of(words[at - 1].low) in _GIVING and (amount or following.core[:1].isdigit()):
        return False
    return nounlike(following) and following.low not in CONJUNCTIONS | PREPOSITIONS | ADVERBS | {"to"}


def with_you(words: list[Word], voice: Voice, *, be: bool = False) -> list[Word] | None:
    """A clause whose subject was dropped, said to the reader: *Wants X* → *you want X*. *I* in it is me."""
    start = [Word("you"), Word("are")] if be else [Word("you")]
    rest = list(words)
    if not be:
        rest = _agree_from(rest, 0)
    mine = any(word.low in _FIRST_PERSON for word in rest)
    # "proud of their record": with nobody else in the note, they are the reader’s.
    if not any(plural(word.low) for word in rest):
        rest = [word.with_core("your") if word.low == "their" else word for word in rest]
    turned = _around_me(rest, voice) if mine else to_reader(rest, voice, opens_note=False)
    return None if turned is None else start + turned


def _around_me(words: list[Word], voice: Voice) -> list[Word] | None:
    """Turn what lies around *I*, *me* and *my*, which stay."""
    turned: list[Word] = []
    for at, word in enumerate(words):
        if word.low in _FIRST_PERSON:
            turned.append(word)
            continue
        step = _turn_pronoun(words, at, voice, they=False)
        if step is None:
            return None
        turned.append(step[0])
    return turned


def to_house(words: list[Word], voice: Voice) -> list[Word] | None:
    """What they said of me: *I* is me, *we* and *our* are theirs, *she* and *he* the reader."""
    return _around_me(words, voice)
