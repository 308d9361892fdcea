"""Slips in notes, of the keyboard and of the language, put right where there is one answer and no other.

Forms that no English sentence has are put right too: *they was*, *has build*, *for to do*.

Pure. The dictionary is read when the first unknown word asks for it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from letters.drafting.language import foreign
from letters.drafting.verbs import participle

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


def _slipped(typed: str, meant: str) -> bool:
    """Whether a hand slips so: a letter too many or too few, two in turn, one vowel for another.

    Another consonant makes another word, of a trade that no dictionary knows: *rostered* is not *fostered*.
    """
    if typed[:1] != meant[:1]:
        return False
    if len(typed) != len(meant) or sorted(typed) == sorted(meant):
        return True
    return all(one == other or {one, other} <= set("aeiou") for one, other in zip(typed, meant, strict=True))


_HAVE_DONE = re.compile(r"\b(has|have|had) (build|write|take|give|speak|choose|begin|break|drive|see)\b")
# What people say whose first language is another one, where English has one form and no other.
_FORMS = (
    (re.compile(r"\b([Tt]hey|[Ww]e|[Yy]ou) was\b"), r"\1 were"),
    (re.compile(r"\b([Hh]e|[Ss]he|[Ii]t) have\b"), r"\1 has"),
    (re.compile(r"\b([Hh]e|[Ss]he|[Ii]t) don['’]t\b"), r"\1 does not"),
    (
        re.compile(r"\b(technicians|nurses|drivers|people|clients|customers|patients|colleagues) which\b"),
        r"\1 who",
    ),
    (
        re.compile(
            r"\ba (?=(?:angry|old|hour|honest|early|open|easy|empty|expert|idea|answer|order|e-?mail)\b)"
        ),
        "an ",
    ),
    (re.compile(r"\bmust to (?=[a-z])"), "must "),
    (re.compile(r"\bfor to (?=[a-z])"), "to "),
    (re.compile(r"\bnot enough (good|big|fast|quick|strong|clear|clean|old|long|early)\b"), r"not \1 enough"),
    (re.compile(r"\ball the (day|night|week)\b(?! (?:of|when|before|after|long))"), r"all \1"),
    (re.compile(r"\b([Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[2-9]) persons\b"), r"\1 people"),
    (re.compile(r"\b((?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Bb]oth|[2-9]) (?:people|[a-z]+s)) is\b"), r"\1 are"),
    (re.compile(r"\b(grand)?childrens\b(?!['’])"), r"\1children"),
    (re.compile(r"\bone time (?:in|a|per) (day|week|month|year)\b"), r"once a \1"),
    (_HAVE_DONE, lambda found: f"{found[1]} {participle(found[2])}"),
)


def _in_english(text: str) -> str:
    for slip, right in _FORMS:
        text = slip.sub(right, text)
    return text


def _spelled(note: NoteText, seen: Counter[str], named: set[str]) -> NoteText:
    # The review reads words through the drafts' lists: imported here, it is ready by now.
    from letters.review.spelling import is_word, nearest

    if foreign(note.text):
        return note

    def right(match: re.Match[str]) -> str:
        word = match.group()
        # "The rye from matakana": an unknown word after these is a place, however it was typed
        place = re.search(r"\b(?:in|at|from|near|to|around)\s$", match.string[: match.start()])
        if seen[word] > 1 or word in named or place or is_word(word):
            return word
        meant = nearest(word, seen=_USUAL)
        return meant if _slipped(word, meant) else word

    text = _in_english(_WORD.sub(right, note.text))
    return note if text == note.text else replace(note, text=text)
