"""Which checks a kind of letter is put to, in the order in which they are told.

Pure. `letters/review/__init__.py` has a function for each id.

| Kind | Besides the general checks |
|---|---|
| thank-you | playback, suggestion, promise, length |
| nudge | earlier letter, development, something new, length |
| second nudge | development, something new, length |
| closing note | length |
| free | none |

The general ones are about words that would hurt in any letter: resemblance, names, what was told in
confidence, tone and form. `subject` only where a subject was given.
"""

from __future__ import annotations

ORIGINALITY = ("shared_words", "shared_run", "same_note")
NAMES = ("placeholder", "wrong_name", "wrong_company")
CONFIDENCE = ("private_note", "confided_note", "colleague_quoted")
TONE = ("lecturing", "guilt", "empty_nudge", "apology", "worn_phrases")
FORM = (
    "sentences",
    "readability",
    "first_person",
    "hedges",
    "exclamation",
    "emoji",
    "spelling",
    "subject",
    "off_topic",
)
OF_KIND = {
    "thank_you": ("playback", "suggestion", "promise", "length"),
    "nudge": ("earlier_letter", "development", "something_new", "length"),
    "second_nudge": ("development", "something_new", "length"),
    "closing": ("length",),
    "free": (),
}


def checks_for(kind: str) -> tuple[str, ...]:
    """The ids that apply to letters of that kind; an unknown kind has the general ones."""
    return (*ORIGINALITY, *NAMES, *CONFIDENCE, *OF_KIND.get(kind, ()), *TONE, *FORM)
