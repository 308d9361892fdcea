"""What I promised, as something that fits after *I will*."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letters.drafting.fragments import fragments, is_shorthand, lowered, stripped, tidy
from letters.drafting.grammar import CLAUSE, IMPERATIVE, SUBJECTLESS, shape
from letters.drafting.heard import head_of
from letters.drafting.ideas import to_you
from letters.drafting.verbs import is_form
from letters.drafting.words import PREPOSITIONS, TIME_WORDS, Word, cut, join

if TYPE_CHECKING:
    from letters.drafting.voice import Voice
    from letters.material import NoteText

_PROMISED = re.compile(
    r"^(?:I\s+|(?-i:[A-Z][\w’-]+) and I\s+)?(?:promised(?: (?:him|her|them))?(?: to)?"
    r"|said (?:that )?I would|would|will|am to|to|owe(?: (?:him|her|them))?)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Promise:
    """What I promised: to *do* something, and the *thing* where it is something to send."""

    key: str
    do: str = ""
    thing: str = ""


def promised(note: NoteText, voice: Voice) -> Promise | None:
    """A promise of mine."""
    pieces = fragments(note.text)
    if not pieces or is_shorthand(pieces[0]):
        return None
    text = _PROMISED.sub("", tidy(stripped(pieces[0])))
    text = re.sub(
        r",?\s+(?:by|before|on|until) (?:tomorrow|the end of .+|" + "|".join(TIME_WORDS) + r")\b.*$",
        "",
        text,
        flags=re.IGNORECASE,
    )
    words = cut(lowered(text, voice.proper))
    if not words:
        return None
    words = [
        word.with_core("you") if word.low in ("him", "her", "them") and at == 1 else word
        for at, word in enumerate(words)
    ]
    if not is_form(words[0].core, "base") or shape(words, order=True) not in (
        IMPERATIVE,
        SUBJECTLESS,
        CLAUSE,
    ):
        if words[0].low in PREPOSITIONS | {"not", "i"} or is_form(words[0].core, "s", "past"):
            return None
        return Promise(
            note.key,
            thing=join(
                words if words[0].low in ("the", "my", "a", "an", "one", "two") else [Word("the"), *words]
            ),
        )
    words = to_you(words, voice)
    sent = re.match(
        r"^(?:send|share|forward|email|e-mail|post|bring|pass on)(?: on| over)?(?: you)? (?P<thing>.+)$",
        join(words),
    )
    thing = "" if sent is None else sent["thing"]
    if thing and head_of(cut(thing)) is None:
        thing = ""
    return Promise(
        note.key,
        do=join(words),
        thing=thing if thing.startswith(("the ", "my ", "a ", "an ", "two ", "one ")) else "",
    )
