"""Tone: pressure, empty nudges, apologies, lecturing, worn phrases, hedges, and what does not belong here.

Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from candidacy.reasons import sentence
from letters.review import phrases
from letters.review.case import listed, number
from letters.review.finding import Check, Level, ok

if TYPE_CHECKING:
    from letters.anatomy import Span
    from letters.review.case import Case

# Letters that follow silence: pressure there would hurt.
AFTER_SILENCE = frozenset({"nudge", "second_nudge", "closing"})
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")


def guilt(case: Case) -> Check:
    """Pressure or blame for not having answered."""
    found = _own(case, case.find(phrases.GUILT))
    if not found:
        return ok("guilt", _("Light, no pressure."))
    level: Level = "stop" if case.material.kind in AFTER_SILENCE else "look"
    return Check(
        "guilt",
        level,
        _("%(words)s may read as pressure. Leave it out, and say something new instead.")
        % {"words": case.quote(found[0])},
        found,
    )


def empty_nudge(case: Case) -> Check:
    """Asking for an update and giving nothing."""
    found = _own(case, case.find(phrases.EMPTY_NUDGE))
    if not found:
        return ok("empty_nudge", _("Asks for no bare update."))
    return Check(
        "empty_nudge",
        "look",
        _("%(words)s asks and gives nothing. Start from something worth reading.")
        % {"words": case.quote(found[0])},
        found,
    )


def apology(case: Case) -> Check:
    """Saying sorry for writing."""
    found = _own(case, case.find(phrases.APOLOGY))
    if not found:
        return ok("apology", _("Says sorry for nothing."))
    return Check(
        "apology",
        "look",
        _("%(words)s says sorry for writing. Try cutting it: you are welcome.")
        % {"words": case.quote(found[0])},
        found,
    )


def lecturing(case: Case) -> Check:
    """Telling them what they do wrong."""
    found = _own(case, case.find(phrases.LECTURING))
    if not found:
        return ok("lecturing", _("Suggests, and does not lecture."))
    return Check(
        "lecturing",
        "look",
        _("%(words)s may sound like a lecture. Say what you would try first.")
        % {"words": case.quote(found[0])},
        found,
    )


def worn_phrases(case: Case) -> Check:
    """Phrases that could stand in any letter: three are too many."""
    found = case.find(phrases.WORN)
    if not found:
        return ok("worn_phrases", _("No worn phrases."))
    said = case.quote(found[0])
    thanks = case.text[found[0][0] : found[0][1]].lower().startswith("thank")
    before = re.search(r"\bthank", case.text[: found[0][0]], re.IGNORECASE)
    if len(found) == 1:
        line = _("%(words)s is a worn phrase. Try cutting it.")
        if thanks and before:
            line = _("%(words)s is a worn phrase. You already said thank you. Try cutting it.")
        return Check("worn_phrases", "look", line % {"words": said}, found)
    others = listed(case.quote(span, 40) for span in found[:3])
    level: Level = "stop" if len(found) > 2 else "look"
    line = _("%(number)s worn phrases: %(words)s. Say it in your own words, or cut them.")
    words = {"number": number(len(found)), "words": others}
    return Check("worn_phrases", level, sentence(line % words), found)


def hedges(case: Case) -> Check:
    """Words that take back what they say: from three on."""
    found = case.find(phrases.HEDGES)
    if len(found) < 3:
        return ok("hedges", _("Says what it says."))
    said = listed(case.quote(span) for span in found[:3])
    return Check(
        "hedges", "look", _("%(said)s make it sound unsure. Cut most of them.") % {"said": said}, found
    )


def off_topic(case: Case) -> Check:
    """Pay and other offers."""
    found = _own(case, case.find(phrases.OFF_TOPIC))
    if not found:
        return ok("off_topic", _("No word of pay or other offers."))
    return Check(
        "off_topic",
        "look",
        _("%(words)s is for another talk. Leave pay and other offers out of this letter.")
        % {"words": case.quote(found[0])},
        found,
    )


def _own(case: Case, found: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without what is quoted or plays back a note of theirs: those are the reader's words."""
    quoted = [match.span() for match in _QUOTED.finditer(case.text)]
    kept = [span for span in found if not any(a <= span[0] and span[1] <= b for a, b in quoted)]
    return tuple(span for span in kept if not _plays_back(case, span))


def _plays_back(case: Case, span: Span) -> bool:
    sentence = case.sentence_at(span[0])
    if sentence is None:
        return False
    for note in case.theirs:
        if note.kind in ("timeline", "promise"):
            continue
        heard = case.echo(note.text, 1)
        if sentence.span in heard.spans and heard.share >= 0.5 and heard.telling >= 3:
            return True
    return False
