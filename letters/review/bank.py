"""Whether something new of mine is still new at a company: in none of my letters there, and in no answer.

Pure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters.anatomy import anatomy
from letters.review.echo import echo, meaning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letters.material import EarlierLetter, NewsText, NoteText

_NOTHING: frozenset[str] = frozenset()


def told_already(
    item: NewsText,
    letters: Iterable[EarlierLetter],
    answers: Iterable[NoteText],
    sign_off: str = "",
    without: frozenset[str] = _NOTHING,
) -> EarlierLetter | NoteText | None:
    """The letter that has it, else the answer; None where it is new there.

    `without` are stems that tell nothing at that company.
    """
    for letter in letters:
        if letter.news == item.key or has(letter.body, item.text, sign_off, without):
            return letter
    return next((note for note in answers if alike(note.text, item.text, without)), None)


def has(body: str, said: str, sign_off: str = "", without: frozenset[str] = _NOTHING) -> bool:
    """Whether a letter says this."""
    if not body:
        return False
    found = echo(said, anatomy(body, sign_off).sentences, without=without, window=2)
    return found.telling >= 3 and found.share >= 0.5


def alike(answer: str, said: str, without: frozenset[str] = _NOTHING) -> bool:
    """Whether the answer says this, or this says the answer."""
    one, two = meaning(answer, without), meaning(said, without)
    both = {stem for stem in one if stem in two and one[stem] >= 0.8}
    smaller = min(
        sum(weight >= 0.8 for weight in one.values()), sum(weight >= 0.8 for weight in two.values())
    )
    return len(both) >= 2 and len(both) >= 0.5 * smaller
