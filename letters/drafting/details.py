"""What a personal detail is good for: meeting somebody who …, giving thanks for …, good luck with …"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letters.drafting.articles import KIN
from letters.drafting.grammar import CLAUSE, SUBJECTLESS, shape
from letters.drafting.lists import word_set
from letters.drafting.noun_phrases import PRONOUNS
from letters.drafting.verbs import base_of, ing_form, is_form
from letters.drafting.voice import with_you
from letters.drafting.words import ADVERBS, Word, cut, join

if TYPE_CHECKING:
    from letters.drafting.voice import Voice

_TOLD_ME = re.compile(
    r"^(?:told|shared|gave|showed)(?: me)? (?P<what>(?:the|a|an|your|his|her) .*?"
    r"(?:story|tale|joke|photo\w*|picture\w*|map|film|clip|video|example|recipe)\b.*)$"
)
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_EVENT = re.compile(
    r"^(?P<what>(?:(?:the|your|his|her|their|a|an|first|big|annual|school|book) )?"
    r"[\w’'-]+(?: [\w’'-]+){0,2}) "
    r"(?:starts?|begins?|opens?|is due|are due|comes? up|is|are|takes? place|launch(?:es)?)\b.*?"
    r"\b(?:next|this|on|in|the) (?:the )?"
    rf"(?:week|month|weekend|spring|summer|autumn|winter|following|{_MONTHS})\b",
    re.IGNORECASE,
)
# What was said or done while we talked: no habit to know somebody by, and good to give thanks for.
_TELLING = re.compile(
    r"^(?:you )?(?:(?:told me|talked|spoke|chatted|reminisced) about|mentioned) (?P<what>.+)$"
)
_LAUGHING = re.compile(
    r"^(?:you )?(?P<did>laughed|joked|smiled|grinned) (?P<what>(?:about|at|over|when) .+)$"
)
_AMUSED = re.compile(r"^(?:you )?(?:laughed|joked|grinned|smiled) that (?P<what>.+)$")
_SAD = re.compile(
    r"\b(?:funeral|surgery|operation|hospital|trial|court|divorce|treatment|redundan\w+)\b", re.IGNORECASE
)
# What happens once is no habit to know somebody by.
_ONCE = word_set(
    "retire move start leave finish turn go come begin get marry graduate want need hope think is"
)


def third_of(words: list[Word], voice: Voice) -> str:
    """*Still drives a route*, as it follows "somebody who"; empty where it is no habit of theirs."""
    names = next((size for size in (2, 1) if {word.low for word in words[:size]} <= voice.reader), 0)
    if names and shape(words[names:], person=True) == SUBJECTLESS:
        words = words[names:]
    elif shape(words, person=True) != SUBJECTLESS:
        return ""
    low = {word.low for word in words}
    verb = _verb(words)
    if low & (PRONOUNS | {"me", "my"}) or base_of(verb, "s", "past") in _ONCE or verb in ("is", "was"):
        return ""
    text = join(words)
    if _in_our_talk(words):
        return ""
    tail = re.search(r", (?:and )?(?P<rest>\w+)\b", text)
    if tail and is_form(tail["rest"], "s", "past") and " and " not in text.replace(", and ", " "):
        text = text[: tail.start()]
    return text if is_form(verb, "s", "past") or verb == "has" else ""


def thanks_of(words: list[Word], voice: Voice) -> str:
    """*Walked me past the lounge* → *walking me past the lounge*, as it follows "thank you for"."""
    told = _TOLD_ME.match(join(words))
    if told:
        return re.sub(r"^(?:his|her) ", "your ", told["what"])
    if _in_our_talk(words):
        return _in_our_talk(with_you(words, voice))
    low = {word.low for word in words}
    if shape(words) not in (SUBJECTLESS, CLAUSE) or "me" not in low or low & {"i", "my"}:
        return ""
    base = base_of(words[0].core, "past")
    if not base or _verb(words[:1]) != words[0].low:
        return ""
    turned = with_you(words, voice)
    if turned is None:
        return ""
    return join([Word(ing_form(base)), *turned[2:]]).split(",")[0]


def _in_our_talk(turned: list[Word] | None) -> str:
    """*You talked about sailing* → *telling me about sailing*; *you laughed at it* → *laughing at it*."""
    text = join(turned or [])
    if told := _TELLING.match(text):
        return f"telling me about {told['what']}"
    if amused := _AMUSED.match(text):
        return f"telling me that {amused['what']}"
    laughed = _LAUGHING.match(text)
    return f"{ing_form(base_of(laughed['did'], 'past'))} {laughed['what']}" if laughed else ""


def event_of(words: list[Word], text: str) -> str:
    """What is still ahead of them: *the audit*."""
    match = _EVENT.match(join(words))
    if not match or _SAD.search(text):
        return ""
    what = re.sub(r"^(?:his|her|their) ", "your ", match["what"])
    low = {word.low for word in cut(what)}
    # Somebody who begins something is no occasion.
    if low & (KIN | PRONOUNS | {"there", "everything", "nobody", "you"}) or any(
        is_form(word, "s") for word in low
    ):
        return ""
    return what if what.split()[0].lower() in ("the", "your", "a", "an") else "the " + what


def _verb(words: list[Word]) -> str:
    return next((word.low for word in words if word.low not in ADVERBS and not word.low.endswith("ly")), "")
