"""A letter proposed, and one sentence for one note, development, piece of news or earlier letter.

Pure.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from candidacy.names import called
from letters.anatomy import anatomy
from letters.drafting import draft
from letters.drafting.form import plain_date, salutation, signature
from letters.drafting.usable import stems
from letters.facts import offered
from letters.material import ME, Draft, EarlierLetter, NoteText
from letters.review.bank import told_already
from letters.review.echo import Echo, echo, places
from letters.terms import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters.anatomy import Sentence, Span
    from letters.material import DevelopmentText, Material, NewsText

# From here on a headline and a worry are about the same thing.
TOUCHES = 0.2
# So much of a note in a letter, and the letter tells it.
TOLD = 0.4


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


# So much of an earlier letter is quoted beside the next one.
QUOTED_WORDS = 45


def telling_part(letter: EarlierLetter, material: Material) -> tuple[str, str, str]:
    """The sentences of an earlier letter worth taking up again, in three parts: the middle one is its idea.

    Without an idea of mine in it, what it plays back of the reader's; else its longest paragraph. The outer
    parts are what the same paragraph says around it, within `QUOTED_WORDS`.
    """
    parts = anatomy(letter.body, material.sign_off)
    rank = {"idea": 3, "answer": 2, "challenge": 1, "goal": 1, "question": 1, "fact": 1}
    notes = [note for note in material.notes if note.kind in rank and offered(note, material)]
    best, best_worth = Echo(), (False, 0, 0.0)
    for note in notes:
        heard = echo(note.text, parts.sentences, window=2)
        known = note.key in letter.notes
        if heard.telling >= (1 if known else 2) and heard.share >= TOLD:
            worth = (known, rank[note.kind], heard.share)
            best, best_worth = (heard, worth) if worth > best_worth else (best, best_worth)
    if not best.spans:
        paragraphs = [letter.body[a:b].strip() for a, b in parts.body]
        return _shortened(max(paragraphs, key=len, default=letter.body.strip())), "", ""
    marked = places(letter.body, best)
    return _around(letter.body, parts.sentences, (marked[0][0], marked[-1][1]))


def _around(body: str, sentences: Sequence[Sentence], idea: Span) -> tuple[str, str, str]:
    """The sentence or two of the idea, and those after it in its paragraph while there is room."""
    told = [one for one in sentences if one.start < idea[1] and idea[0] < one.end]
    start, end = told[0].start, told[-1].end
    for one in sentences:
        further = one.start >= end and "\n\n" not in body[start : one.end]
        if further and len(body[start : one.end].split()) <= QUOTED_WORDS:
            end = one.end
    return body[start : idea[0]], body[idea[0] : idea[1]], body[idea[1] : end]


def _shortened(text: str) -> str:
    words = text.split()
    return text if len(words) <= QUOTED_WORDS else " ".join(words[:QUOTED_WORDS]).rstrip(",;:.") + " …"


def worry_touched(development: DevelopmentText, material: Material) -> bool:
    """Whether a development has to do with what keeps the reader awake."""
    news = f"{development.title} {development.summary}"
    known = f"{material.company} {material.reader.name} {material.role}"
    worries = [note for note in material.notes_of(material.reader.key) if note.mood in ("ugly", "bad")]
    return any(_touch(news, note.text, stems(known)) for note in worries if offered(note, material))


def _touch(news: str, worry: str, untelling: frozenset[str]) -> bool:
    """Whether two texts have words in common that are a good part of the shorter one."""
    one, two = stems(news) - untelling, stems(worry) - untelling
    return bool(one and two) and len(one & two) / min(len(one), len(two)) >= TOUCHES


def told_at(item: NewsText, material: Material) -> str:
    """How the company has this news already: “written to Ruth on 4 November”; empty where it is new."""
    answers = [note for note in material.at_the_company if note.kind == "answer"]
    known = f"{material.company} {material.role} {material.sender} {material.reader.name}"
    untelling = frozenset(term.stem for term in terms(known))
    found = told_already(item, material.letters, answers, material.sign_off, untelling)
    if found is None:
        return ""
    person = material.person(found.to if isinstance(found, EarlierLetter) else found.person)
    name = called(person.name) if person else "somebody there"
    if isinstance(found, NoteText):
        return f"told {name} when you talked"
    if found.sent_at is None:
        return f"in your draft to {name}"
    return f"written to {name} on {plain_date(found.sent_at.date(), material.now.date())}"


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
