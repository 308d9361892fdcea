"""Slips of the keyboard in notes, put right where a dictionary gives one answer and no other.

Pure. The dictionary is read when the first unknown word asks for it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from letters.drafting.language import foreign

if TYPE_CHECKING:
    from letters.material import Material, NoteText

# Shorter words are one letter away from too many others.
_WORD = re.compile(r"(?<![\w’'@./-])[a-z]{7,}(?![\w’'@/-]|\.\w)")

# In the dictionary's texts "forklift" stands some 600 times; what stands less often nobody had in mind.
_USUAL = 300


def spelled(material: Material) -> Material:
    """The material with its notes put right; a word that several notes have is meant as it stands."""
    seen = Counter(word for note in material.notes for word in set(_WORD.findall(note.text)))
    named = {word.lower() for text in _names(material) for word in re.findall(r"\w+", text)}
    return replace(material, notes=tuple(_spelled(note, seen, named) for note in material.notes))


def _names(material: Material) -> list[str]:
    people = [f"{person.name} {person.title}" for person in material.people]
    return [material.company, material.role, material.sender, *people]


def _spelled(note: NoteText, seen: Counter[str], named: set[str]) -> NoteText:
    # The review reads words through the drafts' lists: imported here, it is ready by now.
    from letters.review.spelling import is_word, nearest

    if foreign(note.text):
        return note

    def right(match: re.Match[str]) -> str:
        word = match.group()
        # "The rye from matakana": an unknown word after these is a place, however it was typed
        place = re.search(r"\b(?:in|at|from|near|to|around)\s$", match.string[: match.start()])
        meant = seen[word] > 1 or word in named or bool(place) or is_word(word)
        return word if meant else nearest(word, seen=_USUAL) or word

    text = _WORD.sub(right, note.text)
    return note if text == note.text else replace(note, text=text)
