"""A letter proposed, and one sentence for one note, development, piece of news or earlier letter.

Pure.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from letters.drafting import draft
from letters.drafting.form import salutation, signature
from letters.drafting.usable import overlap
from letters.facts import offered
from letters.material import ME, Draft

if TYPE_CHECKING:
    from letters.material import DevelopmentText, EarlierLetter, Material, NoteText

# From here on a headline and a worry are about the same thing.
TOUCHES = 0.2


def proposal(material: Material) -> Draft:
    """The draft of a letter; a free letter begins with its salutation and sign-off alone."""
    if material.kind != "free":
        return draft(material)
    body = f"{salutation(material.reader, material.letters)}\n\n\n\n{signature(material)}"
    return Draft(material.reader.key, material.kind, "", body)


def sentence_for(key: str, material: Material) -> str:
    """What the letter to the reader could say with the note, development, news or letter of that key.

    Empty where there is nothing of that key, or nothing that may be offered.
    """
    note = next((one for one in material.notes if one.key == key), None)
    if note is not None:
        return _with_note(note, material) if offered(note, material) else ""
    return _in_a_reminder(key, material)


def earlier_letter(material: Material) -> EarlierLetter | None:
    """The last letter sent to the reader."""
    sent = [one for one in material.letters if one.to == material.reader.key and one.sent_at]
    return max(sent, key=lambda one: (one.sent_at is not None, one.sent_at), default=None)


def telling_part(letter: EarlierLetter, material: Material) -> str:
    """The paragraph of an earlier letter worth taking up again: the one with an idea, else the longest."""
    paragraphs = [part.strip() for part in letter.body.split("\n\n")[1:-1] if part.strip()]
    ideas = [note.text for note in material.notes if note.kind == "idea" and note.key in letter.notes]
    return max(
        paragraphs,
        key=lambda part: (max((overlap(idea, part) for idea in ideas), default=0.0), len(part)),
        default=letter.body.strip(),
    )


def worry_touched(development: DevelopmentText, material: Material) -> bool:
    """Whether a development has to do with what keeps the reader awake."""
    news = f"{development.title} {development.summary}"
    worries = [note for note in material.notes_of(material.reader.key) if note.mood in ("ugly", "bad")]
    return any(overlap(news, note.text) >= TOUCHES for note in worries if offered(note, material))


def _with_note(note: NoteText, material: Material) -> str:
    """One sentence of a thank-you that has this note alone; the bare words where the draft leaves it out."""
    reader = material.reader.key
    talks = tuple(replace(one, people=(reader,)) for one in material.talks_with(reader))
    alone = replace(
        material,
        kind="thank_you",
        talks=talks,
        notes=tuple(one for one in material.notes if one.key in (note.key, note.about)),
        ticked=frozenset({note.key}),
    )
    found = [one.text for one in draft(alone).sentences if note.key in one.sources]
    if found and note.person == reader:
        return " ".join(found)
    theirs = note.by not in (ME, "") and note.person == reader
    return f"I wrote down “{note.text.rstrip('.')}”." if theirs else note.text


def _in_a_reminder(key: str, material: Material) -> str:
    developments = {one.key for one in material.developments}
    news = {one.key for one in material.news}
    known = developments | news | {one.key for one in material.letters}
    if key not in known or material.kind not in ("nudge", "second_nudge"):
        return ""
    chosen = replace(
        material,
        kind="nudge",
        chosen_development=key if key in developments else material.chosen_development,
        chosen_news=key if key in news else material.chosen_news,
    )
    return " ".join(one.text for one in draft(chosen).sentences if key in one.sources)
