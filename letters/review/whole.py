"""A letter as a file has it: perhaps a first line with the subject, then the text.

Pure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from letters.review import review
from letters.review.case import Vocabulary, no_words

if TYPE_CHECKING:
    from letters.material import Material
    from letters.review.finding import Check, Span

_SUBJECT = re.compile(r"\s*subject[ \t]*:[ \t]*(?P<subject>[^\r\n]*)(?:\r\n|\r|\n|$)", re.IGNORECASE)


def review_whole(text: str, material: Material, vocabulary: Vocabulary = no_words) -> tuple[Check, ...]:
    """The checks of a text whose first line may be `Subject: …`; spans count characters of all of it.

    Without such a line the subject is not checked.
    """
    first = _SUBJECT.match(text)
    if first is None:
        return review(text, material, None, vocabulary)
    below, at = first.end(), first.span("subject")
    checks = review(text[below:], material, first["subject"], vocabulary)
    return tuple(
        replace(
            check,
            spans=(at,)
            if check.id == "subject" and check.level != "ok" and first["subject"]
            else _moved(check, below),
        )
        for check in checks
    )


def _moved(check: Check, by: int) -> tuple[Span, ...]:
    return tuple((start + by, end + by) for start, end in check.spans)
