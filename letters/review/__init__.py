"""The checks of a letter: a text and what it was made from in, findings out.

Pure. One file for each family of checks; `review` runs them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters.review.finding import Check, Level, Span

if TYPE_CHECKING:
    from letters.material import Material

__all__ = ["Check", "Level", "Span", "review"]


def review(
    text: str,
    material: Material,
    *,
    subject: str | None = None,
    vocabulary: frozenset[str] = frozenset(),
) -> tuple[Check, ...]:
    """Every check of the letter `text` (salutation, body and sign-off) to `material.reader`.

    `material.letters` are the other letters at the company, without this one. A subject of None is not
    checked, an empty one is. `vocabulary` holds words that count as spelled right: every name and term of
    the records, in lower case. Spans count characters of `text`. Never raises, whatever the text.
    """
    raise NotImplementedError
