"""Form: how long it is, how its sentences run, how it reads, its marks and its subject.

Pure. Counted is the body alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext, ngettext

from candidacy.reasons import sentence
from letters.anatomy import words_of
from letters.review.case import number
from letters.review.finding import Check, Level, ok
from letters.review.language import is_english, syllables

if TYPE_CHECKING:
    from letters.review.case import Case

# Words by kind: from, to, and the number above which nobody reads on.
BOUNDS = {
    "thank_you": (90, 220, 280),
    "screening": (50, 130, 160),
    "nudge": (80, 150, 180),
    "second_nudge": (50, 110, 140),
    "closing": (35, 90, 110),
}
_RECEPTION = re.compile(
    r"\b(?:reception(?:ist)?|front (?:desk|of house)|first impressions|intern|office assistant|concierge"
    r"|switchboard|empfang|accueil)\b",
    re.IGNORECASE,
)
LONG_AVERAGE, LONG_SENTENCE, ENDLESS_SENTENCE = 20, 30, 45
EASIEST, HARDEST = 3, 11
# Plain words in sentences of this length and more are no baby talk, whatever the grade.
CHOPPY = 9
# A short note of plain sentences is no baby talk either.
SHORT_NOTE = 60
# Too few to tell how a letter reads.
FEW_WORDS = 30
SUBJECT_SIGNS, SUBJECT_WORDS = 60, 9
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u203c\u2049\u3030\u303d\ufe0f\u20e3\u231a-\u231b\u23e9-\u23fa]+"
    r"|(?<!\S)(?:[:;=]['’]?-?[)(DPp3/|]|<3|:-?[oO]|xD|\^_\^)(?!\w)"
)


def bounds(case: Case) -> tuple[int, int, int]:
    """The words a letter of this kind to this reader should have: from, to, never over."""
    kind, reader = case.material.kind, case.material.reader
    screening = reader.relation in ("recruiter", "agency") or _RECEPTION.search(reader.title)
    return BOUNDS["screening" if kind == "thank_you" and screening else kind]


def length(case: Case) -> Check:
    """Neither thin nor long."""
    low, high, most = bounds(case)
    words = case.parts.words
    told = ngettext("%(number)s word", "%(number)s words", words) % {"number": number(words)}
    said = {"words": told, "low": low, "high": high}
    if words > most:
        return Check(
            "length",
            "stop",
            sentence(gettext("%(words)s: nobody reads that far. Cut it to %(high)s.") % said),
        )
    if words > high:
        return Check(
            "length",
            "look",
            sentence(gettext("%(words)s. Between %(low)s and %(high)s read best: try cutting.") % said),
        )
    if words < low:
        return Check(
            "length",
            "look",
            gettext("Only %(words)s. Between %(low)s and %(high)s leave room for what you heard.") % said,
        )
    return ok("length", gettext("Good length: %(words)s, between %(low)s and %(high)s.") % said)


def sentences(case: Case) -> Check:
    """Short enough to be read once."""
    found = case.sentences
    if not found:
        return ok("sentences", gettext("No sentences yet."))
    longest = max(one.words for one in found)
    average = sum(one.words for one in found) / len(found)
    long = tuple(one.span for one in found if one.words > LONG_SENTENCE)
    if longest > LONG_SENTENCE:
        level: Level = "stop" if longest > ENDLESS_SENTENCE else "look"
        return Check(
            "sentences",
            level,
            gettext("%(words)s runs on for %(longest)s words. Make it two sentences.")
            % {"words": case.quote(long[0], 40), "longest": longest},
            long,
        )
    if average > LONG_AVERAGE:
        return Check(
            "sentences",
            "look",
            gettext("Sentences have %(average)s words on average. Part some of them.")
            % {"average": f"{average:.0f}"},
        )
    return ok("sentences", gettext("Sentences of a good length."))


def readability(case: Case) -> Check:
    """The reading grade (Flesch–Kincaid), for English of some length."""
    words = [word for one in case.sentences for word, _, _ in words_of(one.text)]
    if len(words) < FEW_WORDS or not is_english(case.parts.body_text):
        return ok("readability", gettext("Easy to read."))
    grade = 0.39 * len(words) / len(case.sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    if grade > HARDEST:
        return Check(
            "readability",
            "look",
            gettext("Hard to read: long words in long sentences. Say it as you would aloud."),
        )
    choppy = len(words) >= SHORT_NOTE and len(words) < CHOPPY * len(case.sentences)
    if grade < EASIEST and choppy:
        return Check("readability", "look", gettext("Reads very choppy. Join a few of the short sentences."))
    return ok("readability", gettext("Easy to read."))


def first_person(case: Case) -> Check:
    """Not every sentence about oneself."""
    mine = tuple(
        (one.start, one.start + found.end())
        for one in case.sentences
        if (found := re.match(r"[“\"'‘(]*(?:I|My)(?:['’](?:m|ve|d|ll))?(?!\w)", one.text))
    )
    if len(mine) * 2 <= len(case.sentences):
        return ok("first_person", gettext("About them as much as about you."))
    return Check(
        "first_person",
        "look",
        gettext("%(number)s of %(number_2)s sentences start with I or My. Begin some with what you heard.")
        % {"number": len(mine), "number_2": len(case.sentences)},
        mine,
    )


def exclamation(case: Case) -> Check:
    """One exclamation mark at most."""
    found = tuple(match.span() for match in re.finditer(r"[!！¡]+", case.text))
    count = sum(len(case.text[a:b].replace("¡", "")) for a, b in found)
    if count <= 1:
        return ok("exclamation", gettext("Calm in its marks."))
    return Check("exclamation", "look", gettext("More than one exclamation mark. Keep one at most."), found)


def emoji(case: Case) -> Check:
    """None."""
    found = tuple(match.span() for match in _EMOJI.finditer(case.text))
    if not found:
        return ok("emoji", gettext("No emoji."))
    return Check(
        "emoji",
        "look",
        gettext("%(words)s may look odd when it is passed round. Leave it out.")
        % {"words": case.quote(found[0])},
        found,
    )


def subject(case: Case) -> Check:
    """There, and short."""
    said = " ".join((case.subject or "").split())
    if not said:
        return Check(
            "subject", "look", gettext("The subject is empty. A few words on what you talked about will do.")
        )
    if len(said) > SUBJECT_SIGNS or len(said.split()) > SUBJECT_WORDS:
        return Check(
            "subject",
            "look",
            gettext("A long subject is cut off in a list of mail. Nine words at most, 60 characters."),
        )
    return ok("subject", gettext("A subject that fits."))
