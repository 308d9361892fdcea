"""Playback: what the reader said or asked comes back, with a suggestion, and promises are kept.

Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from letters.drafting.usable import said_by
from letters.material import ME
from letters.review import cues
from letters.review.case import Case, number
from letters.review.echo import WINDOW, Echo, meaning, places
from letters.review.finding import Check, ok
from letters.review.phrases import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letters.anatomy import Span
    from letters.material import Material, NoteText

# What a letter can play back: what they said or asked, not my own answers and ideas.
HEARD = frozenset({"question", "challenge", "goal", "fact", "detail", "doubt", "my_question"})
_CLAUSES = re.compile(r"[;.?!–—]\s+|,\s+(?:and|but|so)\s+|\s+-\s+")


def played_back(text: str, material: Material) -> dict[str, tuple[Span, ...]]:
    """The key of each note that the letter brings back, with the phrases that do.

    All notes of the candidacy but private ones are looked for: theirs, mine, and colleagues'.
    """
    return found_in(Case(text, material), (note for note in material.notes if note.share != "private"))


def found_in(case: Case, notes: Iterable[NoteText]) -> dict[str, tuple[Span, ...]]:
    """Which of these notes the letter has, and where."""
    found = {}
    for note in notes:
        spans = where(case, note)
        if spans:
            found[note.key] = spans
    return found


def where(case: Case, note: NoteText) -> tuple[Span, ...]:
    """The phrases that bring this note back; none where it is not in the letter."""
    for text in _ways(note):
        for window in (1, WINDOW):
            heard = case.echo(text, window)
            if is_heard(case, text, heard):
                return places(case.text, heard)
    return ()


def _ways(note: NoteText) -> list[str]:
    """The note, its clauses, and the reply to a question of mine: each may come back alone."""
    clauses = [one for one in _CLAUSES.split(note.text) if one and one != note.text]
    return [note.text, *clauses, *([note.reply] if note.reply else [])]


def is_heard(case: Case, text: str, heard: Echo) -> bool:
    """Whether a stretch of a letter says what a note says, near enough."""
    telling = sum(weight >= 0.8 for weight in meaning(text, case.untelling).values())
    if not heard.spans or heard.telling < min(telling, 1):
        return False
    alone = len(heard.spans) == 1
    if telling > 1 and heard.telling > 1:
        return heard.share >= (0.34 if alone else 0.5)
    theirs = pattern(*cues.ATTRIBUTED).search(case.text, heard.spans[0][0], heard.spans[-1][1])
    if telling > 1:
        return alone and heard.share >= 0.45 and bool(theirs)
    # Of a note of common words nearly all have to come back, beside a word that says whose they are.
    return heard.share >= 0.75 and (bool(theirs) or (telling == 1 and len(heard.found) > 1))


def playback(case: Case) -> Check:
    """At least two things the reader said or asked come back."""
    known = [note for note in case.theirs if _is_theirs(note, case)]
    if not known:
        return Check(
            "playback",
            "look",
            _("No notes of what %(name)s said yet. Note two things, and play them back.")
            % {"name": case.reader},
        )
    found = found_in(case, known)
    spans = tuple(sorted({span for places in found.values() for span in places}))
    if len(found) > 1:
        words = {"number": number(len(found)), "name": case.reader}
        return ok("playback", _("Plays back %(number)s things %(name)s said.") % words, spans)
    missing = next((note for note in known if note.key not in found), None)
    hint = f" {_('Your notes have: “%(words)s”') % {'words': _short(missing.text)}}" if missing else ""
    if found:
        return Check(
            "playback",
            "look",
            _("Plays back one thing %(name)s said; two show that you listened.%(hint)s")
            % {"name": case.reader, "hint": hint},
            spans,
        )
    if case.is_foreign:
        said = _("In another language than your notes. See that two things %(name)s said come back.") % {
            "name": case.reader
        }
        return Check("playback", "look", said)
    return Check(
        "playback",
        "stop",
        _("It could have been written before you met %(name)s.%(hint)s")
        % {"name": case.reader, "hint": hint},
    )


def _is_theirs(note: NoteText, case: Case) -> bool:
    if note.share == "private":
        return False
    kept = note.kind in HEARD or (note.kind == "promise" and note.by == case.material.reader.key)
    return kept and said_by(note, case.material.reader)


def suggestion(case: Case) -> Check:
    """A first step for a challenge of the reader's."""
    challenges = [note for note in case.theirs if note.kind == "challenge" and note.share != "private"]
    if not challenges:
        return ok("suggestion", _("No challenge of %(name)s’s is noted.") % {"name": case.reader})
    keys = {note.key for note in challenges}
    ideas = [
        note
        for note in case.material.notes
        if note.kind == "idea" and note.share != "private" and (note in case.theirs or note.about in keys)
    ]
    found = found_in(case, ideas)
    spans = tuple(span for places in found.values() for span in places)
    if not spans and found_in(case, challenges):
        spans = tuple(one.span for one in case.sentences if pattern(*cues.SUGGESTING).search(one.text))
    if spans:
        return ok("suggestion", _("Names a challenge and suggests an approach."), spans)
    if case.is_foreign:
        return ok("suggestion", _("In another language than your notes: see that it suggests a first step."))
    said = _short(challenges[0].text)
    return Check(
        "suggestion",
        "look",
        _("Suggests nothing yet. %(name)s told you: “%(said)s” What would you try first?")
        % {"name": case.reader, "said": said},
    )


def promise(case: Case) -> Check:
    """What I promised is mentioned."""
    mine = [
        note
        for note in case.theirs
        if note.kind == "promise" and note.by == ME and note.share != "private" and not note.done_on
    ]
    if not mine:
        return ok("promise", _("No promise is open."))
    spans: list[Span] = []
    for note in mine:
        found = _mentioned(case, note)
        if not found:
            return Check(
                "promise",
                "look",
                _("You made a promise: “%(words)s” Not mentioned yet.") % {"words": _short(note.text)},
            )
        spans += found
    return ok("promise", _("Your promise is mentioned."), tuple(spans))


def _mentioned(case: Case, note: NoteText) -> tuple[Span, ...]:
    """Where the letter speaks of a promise: half of what it is about will do."""
    about = pattern(*cues.PROMISING).sub(" ", note.text)
    heard = case.echo(about, 2)
    return places(case.text, heard) if heard.telling and heard.share >= 0.4 else where(case, note)


def _short(text: str, longest: int = 70) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
