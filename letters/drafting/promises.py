"""What I promised, as something that fits after *I will*."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letters.drafting.articles import determined
from letters.drafting.fragments import calm, fragments, is_shorthand, stripped
from letters.drafting.ideas import to_you
from letters.drafting.language import foreign
from letters.drafting.lists import word_set
from letters.drafting.noun_phrases import head_of
from letters.drafting.tidying import lowered, tidy
from letters.drafting.verbs import is_form, participle
from letters.drafting.words import (
    ADVERBS,
    DETERMINERS,
    NUMERALS,
    PREPOSITIONS,
    SUBJECTS,
    TIME_WORDS,
    Word,
    cut,
    join,
)

if TYPE_CHECKING:
    from letters.drafting.voice import Voice
    from letters.material import NoteText

_PROMISED = re.compile(
    r"^(?:I\s+|(?-i:[A-Z][\w’-]+) and I\s+)?(?:promised(?: (?:him|her|them))?(?: to)?"
    r"|(?:said|told (?:him|her|them))(?: that)? I(?: would| will|[’']d|[’']ll)|would|will|am to|to"
    r"|owe(?: (?:him|her|them))?)\s+",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r",?\s+(?:by|before|on|until|this|next) (?:tomorrow|the end of .+|the \d+\w*|\d+\w* \w+|"
    + "|".join(TIME_WORDS)
    + r")\b.*$|,?\s+(?:tomorrow|today|tonight)$",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"^(?P<send>(?:send|share|forward|email|post|bring|pass on)(?: on| over)?(?: you)?) (?P<thing>.+)$"
)
# What is sent of one's own; everything else is "the".
_MINE = word_set(
    "cv résumé resume portfolio references referees transcript certificates diploma slides availability"
)


_WHOM = frozenset({"me", "him", "her", "them", "us"})


@dataclass(frozen=True, slots=True)
class Promise:
    """What I promised: to *do* something, and the *thing* where it is something to send."""

    key: str
    do: str = ""
    thing: str = ""
    # As it follows "I have": what was done.
    done: str = ""


def promised(note: NoteText, voice: Voice) -> Promise | None:
    """A promise of mine; None where the note does not tell what."""
    pieces = fragments(calm(note.text, voice.proper))
    if not pieces or is_shorthand(pieces[0]) or foreign(pieces[0]):
        return None
    text = tidy(stripped(pieces[0]))
    for _ in range(2):
        text = _PROMISED.sub("", text)
    text = re.sub(r"\be-mail\b", "email", _WHEN.sub("", text), flags=re.IGNORECASE)
    words = determined(cut(lowered(text, voice.proper)))
    if not words:
        return None
    if not is_form(words[0].core, "base"):
        return _something(note.key, words)
    words = [
        word.with_core("you") if word.low in ("him", "her", "them") and not _owns(words, at) else word
        for at, word in enumerate(words)
    ]
    if any(word.low in ("he", "she", "his", "her") for word in words):
        return None
    return _deed(note.key, re.sub(r"^(send|bring) to you ", r"\1 you ", join(to_you(words, voice))))


def _owns(words: list[Word], at: int) -> bool:
    """Whether this *her* is "her number" rather than "send her …" or "send to her the form"."""
    follows = words[at + 1].low if at + 1 < len(words) else ""
    whom = not follows or bool(words[at].after) or follows in DETERMINERS | PREPOSITIONS
    return words[at].low == "her" and at > 1 and not whom


def _something(key: str, words: list[Word]) -> Promise | None:
    """*The forklift date*: a thing I owe."""
    first = words[0].low
    if (
        first in PREPOSITIONS | ADVERBS | SUBJECTS | _WHOM
        or is_form(first, "s", "past")
        or head_of(words) is None
    ):
        return None
    return Promise(key, thing=_owned(join(words)))


def _deed(key: str, text: str) -> Promise:
    sent = _SENT.match(text)
    if sent and head_of(cut(sent["thing"])) is not None:
        thing = _owned(sent["thing"])
        return Promise(key, do=f"{sent['send']} {thing}", thing=thing)
    first, _, rest = text.partition(" ")
    return Promise(key, do=text, done=f"{participle(first)} {rest}".strip())


def _owned(thing: str) -> str:
    """With *my* for a CV, else *the*, where the note dropped it."""
    words = cut(thing)
    first, head = words[0].low, head_of(words)
    bare = not (first in DETERMINERS | NUMERALS | {"you"} or first[:1].isdigit() or first.endswith("'s"))
    if not bare:
        return thing
    return f"{'my' if words[head or 0].low in _MINE else 'the'} {thing}"
