"""A doubt of theirs about me, and my answer in a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letters.drafting.articles import determined
from letters.drafting.finite import finite
from letters.drafting.fragments import calm, cleaned, fragments, is_shorthand, quoted, stripped
from letters.drafting.grammar import CLAUSE, IMPERATIVE, NOUN, SUBJECTLESS, shape
from letters.drafting.language import foreign
from letters.drafting.parts import mended, parted
from letters.drafting.questions import to_me
from letters.drafting.splices import spliced
from letters.drafting.tidying import lowered, tidy
from letters.drafting.verbs import is_form
from letters.drafting.voice import to_house
from letters.drafting.words import ADVERBS, MODALS, Word, cut, join

if TYPE_CHECKING:
    from letters.drafting.voice import Voice
    from letters.material import NoteText

WHETHER, THAT, NAMED, QUOTED = "whether", "that", "named", "quote"
# A sentence of its own, or something named after a colon.
WHOLE, PART = "whole", "part"

_WHO = (
    r"^(?:(?:(?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)|he|she|they)\s+)?"
    r"(?:did |is |was |are |were |’s |'s |still |also |had |has |a bit |a little |rather |slightly )*"
)
_OPEN = (
    r"(?:asked|asks|ask|wonder(?:ed|s)?|unsure|not (?:sure|certain|convinced)|wasn[’']t (?:sure|convinced)"
    r"|isn[’']t (?:sure|convinced)|doubts|doubted|doubtful|questioned|questions|sceptical|skeptical"
    r"|wanted to know|asking|doubts?(?= if| whether| about)|a doubt(?= if| whether| about))"
)
_HELD = (
    r"(?:thinks|thought|feels|felt|says|said|say|worried|worries|worry|concerned|concern:?|fears|feared|afraid"
    r"|believes|believed|noticed|noted|pointed out|mentioned|reckons|reckoned|guesses|suspects|suspected"
    r"|bothered)"
)
_DOUBTED = re.compile(
    rf"{_WHO}(?:(?P<open>{_OPEN})|(?P<held>{_HELD}))(?: (?:me|herself|himself|aloud))*"
    r"(?: (?:straight out|outright|plainly|openly))?"
    r"(?P<again> twice| again| several times)?,?\s+"
    r"(?:(?P<link>whether|if|that|about|by|of|to)\s+)?(?P<rest>.+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt of theirs: after "whether", after "that", or named; ``reply`` is my answer."""

    key: str
    form: str
    text: str
    again: bool = False
    reply: str = ""
    reply_form: str = ""
    # Where my answer is a note of its own.
    reply_key: str = ""


def doubted(note: NoteText, voice: Voice, reply: str = "", reply_key: str = "") -> Doubt | None:
    """The doubt as a letter may name it; None where that would mean guessing."""
    raw = [part for piece in fragments(calm(note.text, voice.proper)) for part in spliced(piece)]
    if not raw:
        return None
    form, text, again = _doubt(raw[0], voice)
    if not form:
        return None
    said, said_form = in_a_line(reply or note.reply, voice)
    return Doubt(note.key, form, text, again, said, said_form, reply_key)


def _doubt(raw: str, voice: Voice) -> tuple[str, str, bool]:
    if spoken := quoted(raw):
        return (QUOTED, spoken, False) if len(spoken.split()) <= 12 else ("", "", False)
    if foreign(raw) or is_shorthand(raw) or _ASKS.match(raw):
        short = cleaned(raw).rstrip(".;")
        return (QUOTED, short, False) if len(short.split()) <= 12 else ("", "", False)
    raw = re.sub(
        r"^(?:maybe|perhaps|possibly|a bit|bit) (?=too\b)", "", raw.rstrip(" ?"), flags=re.IGNORECASE
    )
    text = tidy(stripped(raw) if not _DOUBTED.match(tidy(raw)) else raw)
    asked = re.match(r"^(?:whether|if)\s+(?P<rest>.+)$", text, re.IGNORECASE)
    if asked and shape(cut(asked["rest"])) == CLAUSE:
        words = to_house(cut(asked["rest"]), voice)
        return (WHETHER, join(words), False) if words is not None else ("", "", False)
    opening = [word.low for word in cut(text)[:2]]
    if opening and opening[0] in MODALS and len(cut(text)) > 2:
        text = "I " + re.sub(r"^(\w+) I\b", r"\1", lowered(text, voice.proper))
    match = _DOUBTED.match(text)
    rest = lowered(match["rest"] if match else text, voice.proper)
    again = bool(match and "twice" in (match["again"] or ""))
    words = to_house(_of_me(_me(determined(_told(cut(rest))))), voice)
    if words is None:
        return "", "", False
    rest, link = join(words), (match["link"] or "").lower() if match else ""
    if link in ("about", "by", "of"):
        return NAMED, rest, again
    if shape(words) == CLAUSE and link != "to":
        return (WHETHER if (match and match["open"]) or link in ("whether", "if") else THAT), rest, again
    if match and not link and is_form(words[0].core, "base"):
        return "", "", False
    return (NAMED, rest, again) if 1 < len(words) <= 12 and link != "to" else ("", "", False)


_ASKS = re.compile(
    r"^(?:how|what|why|who|when|where|would|could|can|do|does|is|are|have)\b.*\?$", re.IGNORECASE
)


_I_SAID = re.compile(r"^I (?:said|replied|answered|told (?:him|her|them))(?: that)? (?=I\b)")
# What I would do with somebody whom no word before names, I would do with the reader.
_ELSE = r"(?:(?!\b(?:he|she|him|her|one|somebody|someone|anyone|boss|manager)\b).)*"
_WITH_THEM = re.compile(
    rf"^({_ELSE}\b(?:would|will|hope|happy|glad)\b{_ELSE}\b(?:with|for|to|from|beside) )"
    r"(?:him|her)(?=[.,;]|$)"
)


def _told(words: list[Word]) -> list[Word]:
    """Without what only goes beside it: "I would be bored, smaller lab"."""
    parts = parted(words)
    short = len(parts) == 2 and len(parts[0]) > 2 and len(parts[1]) < 4 and shape(parts[1]) == NOUN
    return [*parts[0][:-1], Word(parts[0][-1].core, parts[0][-1].before)] if short else words


def _me(words: list[Word]) -> list[Word]:
    """*You have only worked for one shop*, as they said it to me → *I have …*."""
    low = {word.low for word in words}
    return words if low & {"i", "me", "my"} else to_me(words)


def _of_me(words: list[Word]) -> list[Word]:
    """*Never worked in housing* → *I have never worked …*; *no degree* → *I have no degree*."""
    first = words[0].low
    done = next((word for word in words if word.low not in ADVERBS | {"not"}), words[0])
    if (
        first in ("never", "only", "not", "always")
        and is_form(done.low, "part")
        and (first == "never" or words[1].low == "ever" or not is_form(done.low, "base"))
    ):
        return [Word("I"), Word("have"), *words]
    if first == "not" and len(words) > 2 and words[1].low in ("a", "an", "the"):
        return [Word("I"), Word("am"), *words]
    if first in ("no", "little") and len(words) > 1 and shape(words) == NOUN:
        return [Word("I"), Word("have"), *words]
    if (
        first == "too"
        and len(words) > 1
        and words[1].low not in ("many", "much", "few", "little")
        and finite(words) is None
    ):
        return [Word("I"), Word("am"), *words]
    return words


def in_a_line(text: str, voice: Voice) -> tuple[str, str]:
    """My answer, and whether it is a sentence of its own."""
    text = cleaned(text)
    if not fragments(text):
        return "", ""
    text = _I_SAID.sub("", text)
    text = "\n".join(_WITH_THEM.sub(r"\1you", stripped(line)) for line in text.split("\n"))
    if is_shorthand(text) or foreign(text):
        return text.rstrip("."), PART
    plain = lowered(tidy(stripped(text)), voice.proper)
    if len(fragments(text)) == 1:
        words = cut(plain)
        plain = join(determined(mended(words, mine=True), opens=not is_form(words[0].core, "base", "past")))
    first = cut(lowered(tidy(fragments(text)[0]), voice.proper))
    kind = shape(first)
    if kind == SUBJECTLESS and is_form(first[0].core, "past"):
        return "I " + plain, WHOLE
    mine = {word.low for word in first} & {"i", "me", "my", "we"}
    whole = kind == CLAUSE or (kind == IMPERATIVE and bool(mine)) or len(fragments(text)) > 1
    return plain, WHOLE if whole else PART
