"""What I told them, as something that fits into a sentence of mine."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from letters.drafting.articles import determined
from letters.drafting.finite import finite
from letters.drafting.fragments import calm, fragments, is_shorthand, quoted, stripped, without_that
from letters.drafting.grammar import CLAUSE, IMPERATIVE, INFINITIVE, NOUN, SUBJECTLESS, shape
from letters.drafting.language import foreign
from letters.drafting.lists import word_set
from letters.drafting.noun_phrases import manner, noun_phrase, with_article
from letters.drafting.parts import mended
from letters.drafting.repairs import broken, with_last_and
from letters.drafting.splices import spliced
from letters.drafting.tidying import lowered, tidy
from letters.drafting.verbs import base_of, is_form
from letters.drafting.words import (
    ADJECTIVES,
    ADVERBS,
    DETERMINERS,
    MASS_NOUNS,
    NUMERALS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    Word,
    cut,
    join,
    plural,
)

if TYPE_CHECKING:
    from letters.drafting.voice import Voice
    from letters.material import NoteText

# A named story, a clause of mine, a thing, an order ("walk the lane first"), what leans on its question
# ("with his own numbers"), a doing ("naming one owner"), a statement; PLAIN fits only after a colon.
STORY, DID, THING, ORDER, LEANING, DOING, STATED, PLAIN = (
    "story", "did", "thing", "order", "leaning", "doing", "stated", "plain",
)  # fmt: skip

_STORY = re.compile(
    r"^(?:I\s+)?(?:told|shared|gave|used|mentioned|described|explained|cited)\s+"
    r"(?:(?:them|him|her|you)\s+)?(?:about\s+)?"
    r"(?P<name>(?:the|my|our|an?)\s+[^:,;]*?\b(?:story|example|case|anecdote"
    r"|tale))\b\s*(?:[:,–-]\s*(?P<rest>.+))?$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"^(?:I\s+)?(?:told (?:them|him|her|you)|said|explained|answered|replied|mentioned|described"
    r"|talked about|spoke about|gave|used|cited|(?:told|shared)(?= (?:that|how|about)\b))\s+"
    r"(?:(?:honestly|plainly|frankly|openly|straight away|at once)\s+(?=that\b|I\b))?"
    r"(?:that\s+|how\s+(?=I\b)|about\s+)?",
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
        part
        for piece in fragments(calm(text or note.text, voice.proper))
        for part in spliced(piece)
        if not re.match(r"^(?:he|she|they)\b", part, re.IGNORECASE)
    ]
    if not pieces:
        return None
    story = _STORY.match(tidy(pieces[0]))
    if story:
        return _story(note, story, pieces[1:], voice)
    first = _told(pieces[0], voice)
    if first is None or len(first[1].split()) > 34:
        return None
    then = []
    for piece in pieces[1:]:
        found = None if _STORY.match(tidy(piece)) else _told(piece, voice)
        if found and (found[0] in (DID, STATED) or (first[0] == LEANING and _tells(found[1]))):
            then.append(found[1])
    if first[1].lower() in ("yes", "no") and then:
        return Mine(note.key, first[0], f"{first[1]}, {then[0]}", tuple(then[1:]))
    return Mine(note.key, first[0], first[1], tuple(then))


def _tells(text: str) -> bool:
    """Whether a further piece of an answer is a sentence of mine: "once I was right"."""
    return bool(re.search(r"\bI\b", text)) and len(text.split()) > 2


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


_LEANS = word_set(
    """
    yes no only because twice once never always with by on at in as from through since after before until
    when if mostly usually probably maybe neither both nothing nobody none where that how to
    """
)


def _said_so(match: re.Match[str]) -> str:
    """*Yes, grew up in one* → *yes, I grew up in one*."""
    verb = match[2]
    acted = is_form(verb, "past") and not is_form(verb, "base")
    return f"{match[1]}, I " if acted else match[0]


def _untold(text: str) -> str:
    """*I told him that I cook and that I can carry* → *I cook and I can carry*."""
    rest = _TOLD.sub("", text)
    return rest if rest == text else without_that(rest)


# "Clover Mill: restart went from …": where it was.
_AT_PLACE = re.compile(r"^(?!Yes|No\b|Maybe|I\b)([A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2})(?::| [-–]) (?=[a-zI])")


def _told(raw: str, voice: Voice) -> tuple[str, str] | None:
    if quoted(raw) or is_shorthand(raw) or foreign(raw):
        return None
    plain = raw if re.match(r"^said (?:no|yes)\b", raw, re.IGNORECASE) else stripped(raw)
    text = lowered(_untold(_AT_PLACE.sub(r"at \1, ", tidy(plain))), voice.proper)
    if re.match(r"^said (?:no|yes)\b", plain, re.IGNORECASE):
        return DID, "I " + lowered(tidy(plain), voice.proper)
    if not text:
        return None
    text = re.sub(r"^(yes|no),? (?:ma['’]?am|sir|of course|absolutely)\b", r"\1", text, flags=re.IGNORECASE)
    text = re.sub(r"^(yes|no)(?::|,| -) ", r"\1, ", text)
    text = re.sub(r"^(yes|no), (?=(\w+))", _said_so, text)
    words, first = cut(text), cut(text)[0]
    if first.low not in ("yes", "no") and not (first.core[:1].isdigit() or first.low in NUMERALS):
        words = mended(words, mine=True)
    away = len(words) > 1 and words[1].low in ("out", "up", "down", "in", "off", "away")
    acts = is_form(first.core, "base", "past") or away
    words = _with_me(determined(words, opens=not acts, told=True))
    return _shaped(join(words), words)


def _with_me(words: list[Word]) -> list[Word]:
    """*I go first: tell them …* → *I go first: I tell …*; *with a photo, did it twice* → *and I did it …*."""
    turned: list[Word] = []
    first = next((word for word in words if word.low not in ADVERBS | {"then"}), words[0])
    for at, word in enumerate(words):
        before = words[at - 1] if at else Word("")
        told = (
            before.after == ":"
            and words[0].low == "i"
            and is_form(word.low, "base")
            and word.low not in MASS_NOUNS
        )
        after_comma = before.after == "," or (before.low == "and" and at > 1 and words[at - 2].after == ",")
        acted = is_form(word.low, "past") and not is_form(word.low, "base") and at + 1 < len(words)
        said = any(one.low in ("i", "we") for one in words[:at])
        mine = not said and not is_form(first.low, "past")
        object_ = (
            acted
            and words[at + 1].low in DETERMINERS | {"it", "them", "that", "this", "him", "her"} | NUMERALS
        )
        if told:
            turned.append(Word("I"))
        elif (
            after_comma
            and object_
            and not said
            and (word.low == "did" or (mine and shape(words[:at]) != CLAUSE))
        ):
            turned += [Word("I")] if before.low == "and" else [Word("and"), Word("I")]
        turned.append(word)
    return turned


# What I would say, in the words I would say: "thank you, and then nothing for six weeks".
_SPOKEN = re.compile(r"^(?:thank you|thanks|sorry|hello)\b", re.IGNORECASE)


def _shaped(text: str, words: list[Word]) -> tuple[str, str] | None:
    change, kind = _FROM_TO.match(text), shape(words)
    if change and kind != CLAUSE and not is_form(words[0].core, "past"):
        return DID, f"{change['what']} went{change['way'] or ''} {change['range']}"
    if re.match(r"^the ones?\b", text, re.IGNORECASE):
        return LEANING, text
    if _past_of_mine(words):
        return _without_subject(words)
    if broken(words) or _SPOKEN.match(text):
        return LEANING, text
    if words[0].after == "," and (first_of(words) in ADJECTIVES or manner(words[0])):
        return LEANING, text
    if _MOMENT.match(text):
        return THING, text
    if kind == CLAUSE and not _leans(words):
        mine = words[0].low in ("i", "we", "at", "in", "my", "as", "on")
        return (DID, join(with_last_and(words))) if mine else (STATED, join(with_article(words)))
    if _leans(words):
        return LEANING, text.replace(": ", ", ", 1)
    if kind == SUBJECTLESS:
        return _without_subject(words)
    return _fragment(kind, words)


def _past_of_mine(words: list[Word]) -> bool:
    """Whether a clause opens with what I did, its *I* dropped: "rotated the phones so nobody did more"."""
    at = next((at for at, word in enumerate(words) if word.low not in ADVERBS | {"then"}), 0)
    verb, follows = words[at], words[at + 1] if at + 1 < len(words) else Word("")
    # "Put a jar on the desk at Elmfield" was done there; "put a jar on the desk" may be advice
    placed = any(
        one.core[:1].isupper() and words[place].low in ("at", "in") for place, one in enumerate(words[1:])
    )
    past = is_form(verb.core, "past") and (placed or not is_form(verb.core, "base")) and not verb.after
    object_ = follows.low in DETERMINERS | NUMERALS | PREPOSITIONS | {
        "him",
        "her",
        "it",
        "them",
        "everyone",
        "everybody",
        "to",
        "in",
    }
    adjectival = is_form(verb.core, "part") and finite(words, at) == at + 1
    named = plural(follows.low) or follows.core[:1].isdigit() or follows.core[:1].isupper()
    return past and (object_ or named) and not adjectival and not _moved(words, at)


def _moved(words: list[Word], at: int) -> bool:
    """*Handled claims went up*: the past form belongs to its noun."""
    main = finite(words, at)
    return (
        main is not None
        and main <= at + 3
        and not any(word.low in SUBORDINATORS | {"and"} for word in words[:main])
        and words[main - 1].low not in SUBJECTS
    )


_MOMENT = re.compile(
    r"^the (?:day|time|week|month|year|night|morning|evening|moment) (?!is|was)\w", re.IGNORECASE
)


def _leans(words: list[Word]) -> bool:
    """Whether the words say nothing without the question: "with his own numbers", "yes, next week"."""
    first = words[0].low
    told = first in ("at", "in", "on", "when", "after", "as") and any(w.low in ("i", "we") for w in words)
    placed = (
        first in ("at", "in")
        and any(word.after == "," for word in words[1:4])
        and words[1].core[:1].isupper()
    )
    return (first in _LEANS and not (told or placed)) or (is_form(first, "ing") and first not in MASS_NOUNS)


_DONE_TO_ME = word_set(
    "promote appoint elect invite name choose select nominate certify award hire shortlist"
)


def _without_subject(words: list[Word]) -> tuple[str, str] | None:
    low = words[0].low
    if low in ("would", "will"):
        return ORDER, join(words[1:])
    follows = words[1].low if len(words) > 1 else ""
    if base_of(low, "part") in _DONE_TO_ME and (follows in PREPOSITIONS or follows == "as"):
        return DID, "I was " + join(words)
    past = is_form(words[0].core, "past") or is_form(_verb(words), "past")
    if past or low in ("could", "can", "had", "was", "did"):
        return DID, "I " + join(with_last_and(words))
    return LEANING, join(words)


def _fragment(kind: str, words: list[Word]) -> tuple[str, str] | None:
    if kind == INFINITIVE:
        return ORDER, join(words[1:])
    told_to = len(words) > 1 and words[1].low in ("them", "it", "him", "her", "everybody", "everyone")
    if kind == IMPERATIVE or told_to:
        return ORDER, join(with_last_and(words))
    named = words[0].low in DETERMINERS or not is_form(words[0].core, "base", "ing", "past")
    if kind != NOUN or not named or words[0].low in PREPOSITIONS | ADVERBS or len(words) == 1:
        return LEANING, join(words)
    return THING, join(noun_phrase(words))


def first_of(words: list[Word]) -> str:
    """The first word, in lower case."""
    return words[0].low if words else ""


def as_order(answer: Mine) -> Mine:
    """What I would do instead of what I did, where the verb is the same: "put on an apron"."""
    if re.search(r"\b(?:at|in) [A-Z]", answer.text):
        return answer
    words = cut(answer.text)
    follows = words[1].low if len(words) > 1 else ""
    acts = is_form(words[0].core, "base") and words[0].low not in MASS_NOUNS and not words[0].after
    if answer.form in (LEANING, THING) and acts and follows in PREPOSITIONS | DETERMINERS | {"there", "them"}:
        return replace(answer, form=ORDER, text=join(with_last_and(words)))
    match = re.match(r"^I (?P<verb>put|cut|let|set|shut|hit|read)\b", answer.text)
    if not match or answer.form != DID:
        return answer
    return replace(answer, form=ORDER, text=answer.text.removeprefix("I "))


def _verb(words: list[Word]) -> str:
    return next((word.low for word in words if word.low not in ADVERBS), "")
