"""What I told them, as something that fits into a sentence of mine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letters.drafting.fragments import fragments, is_shorthand, lowered, quoted, stripped, tidy
from letters.drafting.grammar import (
    ADJECTIVE,
    CLAUSE,
    GERUND,
    IMPERATIVE,
    INFINITIVE,
    SUBJECTLESS,
    shape,
)
from letters.drafting.heard import noun_phrase
from letters.drafting.verbs import is_form
from letters.drafting.words import ADVERBS, PREPOSITIONS, Word, cut, join

if TYPE_CHECKING:
    from letters.drafting.voice import Voice
    from letters.material import NoteText

STORY, DID, THING, ORDER, LEANING, DOING, STATED = (
    "story",
    "did",
    "thing",
    "order",
    "leaning",
    "doing",
    "stated",
)

_STORY = re.compile(
    r"^(?:I\s+)?(?:told|shared|gave|used|mentioned|described|explained|cited)\s+"
    r"(?:(?:them|him|her|you)\s+)?(?:about\s+)?"
    r"(?P<name>(?:the|my|our|an?)\s+[^:,;]*?\b(?:story|example|case|anecdote"
    r"|tale))\b\s*(?:[:,–-]\s*(?P<rest>.+))?$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"^(?:I\s+)?(?:told (?:them|him|her|you)|said|explained|answered|replied|mentioned|described"
    r"|talked about|spoke about|gave|used|cited|told|shared)\s+(?:that\s+|how\s+(?=I\b)|about\s+)?",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"^(?P<what>[^,:;]+?)(?P<way> (?:down|up|back))? (?P<range>from .+? to .+)$")


@dataclass(frozen=True, slots=True)
class Mine:
    """One note of mine: ``text`` fits after *I would* (order), *by* (doing), *with* (thing), or stands alone.

    ``then`` are clauses that follow as sentences; ``short`` is at most nine words of the same.
    """

    key: str
    form: str
    text: str
    then: tuple[str, ...] = ()
    name: str = ""
    short: str = ""


def answered(note: NoteText, voice: Voice, text: str = "") -> Mine | None:
    """What I told them."""
    pieces = [
        piece
        for piece in fragments(text or note.text)
        if not re.match(r"^(?:he|she|they)\b", piece, re.IGNORECASE)
    ]
    if not pieces:
        return None
    story = _STORY.match(tidy(pieces[0]))
    if story:
        return _story(note, story, pieces[1:], voice)
    first = _told(pieces[0], voice)
    if first is None:
        return None
    then = []
    for piece in pieces[1:]:
        found = None if _STORY.match(tidy(piece)) else _told(piece, voice)
        if found and found[0] in (DID, STATED):
            then.append(found[1])
    return Mine(note.key, first[0], first[1], tuple(then))


def _story(note: NoteText, match: re.Match[str], rest: list[str], voice: Voice) -> Mine:
    name = re.sub(r"^an? ", "the ", match["name"].lower() if match["name"].isupper() else match["name"])
    told = [lowered(tidy(piece), voice.proper) for piece in [match["rest"] or "", *rest] if piece]
    clauses = [text for text in told if not _STORY.match(text)]
    return Mine(note.key, STORY, _joined(clauses), name=name[0].lower() + name[1:])


def _joined(clauses: list[str]) -> str:
    """One clause after another, the last with *and*."""
    if len(clauses) < 2:
        return clauses[0] if clauses else ""
    return ", ".join(clauses[:-1]) + ", and " + clauses[-1]


def _told(raw: str, voice: Voice) -> tuple[str, str] | None:
    if quoted(raw) or is_shorthand(raw):
        return None
    plain = raw if re.match(r"^said (?:no|yes)\b", raw, re.IGNORECASE) else stripped(raw)
    text = lowered(_TOLD.sub("", tidy(plain)), voice.proper)
    if re.match(r"^the ones?\b", text, re.IGNORECASE):
        return LEANING, text
    change, words = _FROM_TO.match(text), cut(text)
    kind = shape(words) if words else ADJECTIVE
    if change and kind != CLAUSE and not is_form(words[0].core, "past"):
        return DID, f"{change['what']} went{change['way'] or ''} {change['range']}"
    if kind == CLAUSE:
        return (DID if words[0].low in ("i", "we", "at", "in", "my", "as", "on") else STATED), text
    if kind == SUBJECTLESS:
        return _without_subject(words)
    return _fragment(kind, words)


def _without_subject(words: list[Word]) -> tuple[str, str] | None:
    low = words[0].low
    if low in ("would", "will"):
        return ORDER, join(words[1:])
    past = is_form(words[0].core, "past") or is_form(_verb(words), "past")
    return (DID, "I " + join(words)) if past or low in ("could", "can", "had", "was", "did") else None


def _fragment(kind: str, words: list[Word]) -> tuple[str, str] | None:
    if kind in (IMPERATIVE, INFINITIVE):
        return ORDER, join(words[1:] if kind == INFINITIVE else words)
    if kind == GERUND:
        return DOING, join(words)
    if kind == ADJECTIVE or words[0].low in PREPOSITIONS:
        return None
    return THING, join(noun_phrase(words))


def _verb(words: list[Word]) -> str:
    return next((word.low for word in words if word.low not in ADVERBS), "")
