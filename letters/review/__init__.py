"""The checks of a letter: a text and what it was made from in, findings out.

Pure. One file for each family of checks; `review` runs all that apply to the letter's kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters.review import confidence, form, names, nudge, originality, playback, spelling, tone
from letters.review.case import Case, Vocabulary, no_words
from letters.review.finding import Check, Level, Span
from letters.review.kinds import checks_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from letters.material import Material

__all__ = ["Check", "Level", "Span", "review"]

_CHECKS: dict[str, Callable[[Case], Check]] = {
    check.__name__: check
    for check in (
        originality.shared_words, originality.shared_run, originality.same_note,
        names.placeholder, names.wrong_name, names.wrong_company,
        confidence.private_note, confidence.confided_note, confidence.colleague_quoted,
        playback.playback, playback.suggestion, playback.promise,
        nudge.earlier_letter, nudge.development, nudge.something_new,
        tone.lecturing, tone.guilt, tone.empty_nudge, tone.apology, tone.worn_phrases, tone.hedges,
        tone.off_topic,
        form.length, form.sentences, form.readability, form.first_person, form.exclamation, form.emoji,
        form.subject,
        spelling.spelling,
    )
}  # fmt: skip


def review(
    text: str,
    material: Material,
    subject: str | None = None,
    vocabulary: Vocabulary = no_words,
) -> tuple[Check, ...]:
    """Every check that applies to the letter `text` (salutation, body and sign-off) to `material.reader`.

    Each id of `kinds.checks_for(material.kind)` comes once, in that order, with its level. `material.letters`
    are the other letters at the company, without this one. A subject of None is not checked, an empty one
    is. `vocabulary` tells which of the words that no list knows, in lower case, count as spelled right: those
    of the names and terms of the records. Spans count characters of `text`. Never raises, whatever the text.
    """
    case = Case(text, material, subject, vocabulary)
    return tuple(
        _CHECKS[name](case) for name in checks_for(material.kind) if name != "subject" or subject is not None
    )
