"""Which notes may go into whose letter: what was told in confidence, what is never brought up unasked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letters.drafting.lists import word_set
from letters.drafting.voice import Voice
from letters.drafting.words import DETERMINERS, cut
from letters.material import ME

if TYPE_CHECKING:
    from letters.drafting.words import Word
    from letters.material import EarlierLetter, Material, NoteText, Person

_DELICATE_QUESTION = re.compile(
    r"\b(?:salar\w+|pay(?! (?:attention|for))|get(?:ting)? paid|paid (?:now|so|less|more|there|today)"
    r"|compensation|wages?|package|day rate|bonus|notice period"
    r"|(?:your|much|long|months?|weeks?|give|on|of) notice"
    r"|(?:you|why|are|to) leav\w+|left (?:your|my|there)"
    r"|quit|resign\w*"
    r"|other offers?|other interviews?|interviewing|children|pregnan\w+|married|religion|age|visa"
    r"|health)\b",
    re.IGNORECASE,
)
_STOCK_QUESTION = re.compile(
    r"\b(?:about yourself|why (?:us|this (?:company|role|job)|do you want)|strengths?|weakness\w*"
    r"|five years|any questions)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\b(?:ill|sick|cancer|hospital|surgery|died|death|funeral|bereav\w+|divorc\w+|separat\w+"
    r"|pregnan\w+|(?:m|p)aternity|parental leave"
    r"|miscarr\w+|depress\w+|anxiety|burnout|diagnos\w+|therapy|affair|drunk|religio\w+|redundan\w+"
    r"|weight|disab\w+)\b",
    re.IGNORECASE,
)
_COMMON = word_set(
    """
    the a an and or of to in on at for with by from is are was were be been it its they them their that
    this who which what how when where why not no i my me you your we our as if so than then too one two
    into out up over every each all any will would could can have has had do does did more most only
    just still about after before
    """
)


def stems(text: str) -> frozenset[str]:
    """The words that carry a meaning, roughly stemmed."""
    words = re.findall(r"[a-z0-9£$€%]+", text.lower())
    return frozenset(
        re.sub(r"(?:ing|ed|es|s|er|ly)$", "", word)[:7] or word for word in words if word not in _COMMON
    )


def overlap(first: str, second: str) -> float:
    """How much of the first text's meaning the second has, from 0 to 1."""
    one = stems(first)
    return len(one & stems(second)) / len(one) if one else 0.0


def names_of(person: Person) -> frozenset[str]:
    """The words of somebody's name."""
    words = cut(person.name.replace(",", " "))
    return frozenset(word.low for word in words if len(word.core) > 1) - DETERMINERS - {"very", "most"}


def voice_for(material: Material, reader: Person, kind: str = "") -> Voice:
    """Whose letter it is, who else there is, and which words always have a capital."""
    others = frozenset().union(*(names_of(person) for person in material.people if person.key != reader.key))
    texts = (
        [note.text for note in material.notes] + [d.title for d in material.developments] + [material.role]
    )
    texts += [note.reply for note in material.notes] + [item.text for item in material.news]
    seen = {
        word.low.removesuffix("'s")
        for text in texts
        if _mostly_small(text)
        for before, word in _pairs(text)
        if word.core[:1].isupper() and not re.search(r"[.;:!?…\n•*·>“\"(-]$|^$", before)
    }
    named = {word.low for word in cut(f"{material.company} {material.sender}")} - _COMMON
    proper = names_of(reader) | others | named | seen
    mine = names_of(reader) | {
        word.low
        for note in material.notes_of(reader.key)
        for word in cut(note.text)
        if not reader.name.isascii() and re.match(r"^[A-Z]\w+-(?:san|sama|sensei|ssi|nim)$", word.core)
    }
    return Voice(mine, others - mine, frozenset(proper | mine), together=kind == "detail")


def _mostly_small(text: str) -> bool:
    """Whether capitals tell anything: not in a note typed in capitals, nor in a headline."""
    words = [word for word in text.split() if word[:1].isalpha()]
    return sum(word[:1].isupper() for word in words) * 2 <= len(words) + 1


def _pairs(text: str) -> list[tuple[str, Word]]:
    words = cut(text)
    return [(str(words[at - 1]) if at else "", word) for at, word in enumerate(words)]


def may_use(note: NoteText, material: Material, reader: Person) -> bool:
    """Whether the note may go into that reader's letter at all, ticked or chosen by the draft."""
    if note.share == "private" or (note.kind == "timeline" and not _ticked(note, material)):
        return False
    if note.share == "only_them":
        said_by = note.by if note.by != ME else note.person
        return said_by == reader.key and _ticked(note, material)
    return material.ticked is None or note.key in material.ticked or note.person != material.reader.key


def _ticked(note: NoteText, material: Material) -> bool:
    return material.ticked is not None and note.key in material.ticked


def said_by(note: NoteText, reader: Person) -> bool:
    """Whether the reader said it: a note of theirs without an author is taken as theirs."""
    return note.by in (reader.key, ME, "") and note.person == reader.key


def delicate(note: NoteText, material: Material) -> bool:
    """What a letter never brings up unasked."""
    if _ticked(note, material):
        return False
    if note.kind == "question":
        return bool(_DELICATE_QUESTION.search(note.text))
    return note.kind in ("detail", "fact") and bool(_PERSONAL.search(note.text))


def is_stock(note: NoteText) -> bool:
    """A question everybody asks."""
    return bool(_STOCK_QUESTION.search(note.text))


def told_elsewhere(note: NoteText, letters: tuple[EarlierLetter, ...], reader: Person) -> bool:
    """Whether a letter to somebody else at the company already has this idea or answer."""
    for letter in letters:
        if letter.to == reader.key or (letter.status == "draft" and not letter.hand_edited):
            continue
        if note.key in letter.notes or (letter.body and overlap(note.text, letter.body) >= 0.7):
            return True
    return False
