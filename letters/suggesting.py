"""A letter proposed, and one sentence for one note, development, piece of news or earlier letter.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from candidacy.names import called
from candidacy.reasons import date_words
from candidacy.relevance import shared
from letters.anatomy import anatomy
from letters.drafting import draft
from letters.drafting.form import salutation, signature
from letters.drafting.usable import overlap
from letters.facts import offered
from letters.material import ME, Draft, EarlierLetter
from letters.review.bank import told_already
from letters.review.echo import Echo, echo, places
from letters.terms import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters.anatomy import Sentence, Span
    from letters.material import DevelopmentText, Material, NewsText, NoteText

# So much of a headline in a letter, and the letter says it.
SAID = 0.8
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


@dataclass(frozen=True, slots=True)
class Happened:
    """A development as it is offered: words of it that the reader said too, and whom I told it."""

    development: DevelopmentText
    touches: tuple[str, ...] = ()
    # “written to Ruth on 4 November”; empty where no letter to the company has it.
    told: str = ""


def happened(material: Material) -> list[Happened]:
    """Every development: first those that no letter has, and of them those nearest to what the reader told.

    Otherwise they stay in the order of the record, the latest first.
    """
    said = [
        note.text
        for note in material.notes_of(material.reader.key)
        if note.kind in ("challenge", "goal") and offered(note, material)
    ]
    names = [material.company, material.reader.name, material.role]
    found = [
        Happened(
            one,
            tuple(shared(f"{one.title} {one.summary or one.excerpt}", said, names)),
            next((_told(letter, material) for letter in material.letters if _has(letter, one)), ""),
        )
        for one in material.developments
    ]
    return sorted(found, key=lambda one: (bool(one.told), -len(one.touches)))


def _has(letter: EarlierLetter, development: DevelopmentText) -> bool:
    """Whether a letter was built on a development, or says its headline."""
    return letter.development == development.key or overlap(development.title, letter.body) >= SAID


def told_at(item: NewsText, material: Material) -> str:
    """How the company has this news already: “written to Ruth on 4 November”; empty where it is new."""
    answers = [note for note in material.at_the_company if note.kind == "answer"]
    known = f"{material.company} {material.role} {material.sender} {material.reader.name}"
    untelling = frozenset(term.stem for term in terms(known))
    found = told_already(item, material.letters, answers, material.sign_off, untelling)
    if found is None:
        return ""
    if isinstance(found, EarlierLetter):
        return _told(found, material)
    return _("told %(name)s when you talked") % {"name": _called(found.person, material)}


def _told(letter: EarlierLetter, material: Material) -> str:
    """Whom a letter has told it, and when."""
    name = _called(letter.to, material)
    if letter.sent_at is None:
        return _("in your draft to %(name)s") % {"name": name}
    words = {"name": name, "day": date_words(letter.sent_at.date(), material.now.date())}
    return _("written to %(name)s on %(day)s") % words


def _called(key: str, material: Material) -> str:
    person = material.person(key)
    return called(person.name) if person else _("somebody there")


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
