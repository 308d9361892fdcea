"""What was told in confidence: private notes, what only one person may read, and colleagues' words.

Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from candidacy.names import called
from letters.material import ME
from letters.review import cues
from letters.review.echo import Echo, meaning, places
from letters.review.finding import Check, ok
from letters.review.phrases import pattern

if TYPE_CHECKING:
    from letters.anatomy import Span
    from letters.material import NoteText
    from letters.review.case import Case


def private_note(case: Case) -> Check:
    """Words of a note that goes into no letter."""
    spans = _leaks(case, [note for note in case.material.at_the_company if note.share == "private"])
    if not spans:
        return ok("private_note", _("Tells nothing private."))
    return Check(
        "private_note",
        "stop",
        _("%(words)s is in a private note. Take it out.") % {"words": case.quote(spans[0])},
        spans,
    )


def confided_note(case: Case) -> Check:
    """What somebody else told me alone."""
    reader = case.material.reader.key
    kept = [
        note
        for note in case.material.at_the_company
        if note.share == "only_them" and _told_by(note) != reader
    ]
    for note in kept:
        spans = _leaks(case, [note])
        if spans:
            person = case.material.person(_told_by(note))
            name = called(person.name) if person else _("a colleague")
            said = _("%(words)s is what %(name)s told you alone. Take it out.") % {
                "words": case.quote(spans[0]),
                "name": name,
            }
            return Check("confided_note", "stop", said, spans)
    return ok("confided_note", _("Tells nothing that was confided to you."))


def _told_by(note: NoteText) -> str:
    return note.person if note.by in (ME, "") else note.by


def _leaks(case: Case, notes: list[NoteText]) -> tuple[Span, ...]:
    """Where it gives away one of these notes."""
    open_words = _open_words(case)
    spans: set[Span] = set()
    for note in notes:
        text = pattern(*cues.HUSH).sub(" ", note.text)
        for said in (text, *(one for one in re.split(r"[;.!?]\s+", text) if one.strip() and one != text)):
            for window in (1, 2):
                heard = case.echo(said, window)
                own = heard.found - open_words
                if _gives_away(heard, own, meaning(said, case.untelling)):
                    spans |= set(places(case.text, heard))
                    break
    return tuple(sorted(spans))


def _gives_away(heard: Echo, own: frozenset[str], weights: dict[str, float]) -> bool:
    """Whether this is the secret: enough of it, in words that no open note has."""
    telling = sum(weights[one] >= 0.8 for one in own)
    if len(heard.spans) > 1:
        return telling > 1 and heard.share >= 0.6
    return (telling > 1 and heard.share >= 0.4) or (
        telling == 1 and heard.share >= 0.45 and len(heard.found) > 1
    )


def _open_words(case: Case) -> frozenset[str]:
    """What the open notes of the reader say anyway."""
    reader = case.material.reader.key
    known = case.material.at_the_company
    told = [note for note in known if note.share == "open" and note.person == reader]
    return frozenset(stem for note in told for stem in meaning(f"{note.text} {note.reply}"))


def colleague_quoted(case: Case) -> Check:
    """What a colleague said, told to somebody else."""
    spans = [
        match.span() for a, b in case.parts.body for match in pattern(*cues.UNNAMED).finditer(case.text, a, b)
    ]
    who = _("a colleague")
    for person in case.material.colleagues():
        named = _quoted(case, person.name)
        if named:
            who = called(person.name)
        spans += named
    if not spans:
        spans = _retold(case)
    if not spans:
        return ok("colleague_quoted", _("Tells no colleague’s words."))
    found = case.with_object(case.trimmed(sorted(set(spans))))
    said = _("%(words)s tells %(name)s what %(who)s said. Speak for yourself.") % {
        "words": case.quote(found[0]),
        "name": case.reader,
        "who": who,
    }
    return Check("colleague_quoted", "look", said, found)


def _quoted(case: Case, name: str) -> list[Span]:
    """Where somebody is named as saying something."""
    own = set(case.material.reader.name.split())
    forms = [
        word.strip(".,")
        for word in name.split()
        if len(word.strip(".,")) > 2 and word[0].isupper() and word not in own
    ]
    titles = ("dr", "prof", "mrs", "miss", "dame", "sir")
    # A pattern takes long to make, and most letters name no colleague; its ’ may be left out there.
    forms = [w for w in forms if w.casefold() not in titles and w.split("’")[0] in case.text]
    if not forms:
        return []
    named = rf"(?<!\w)(?-i:{'|'.join(map(re.escape, forms))})(?!\w)"
    said = pattern(*(one.replace("NAME", named) for one in cues.QUOTING))
    return [match.span() for a, b in case.parts.body for match in said.finditer(case.text, a, b)]


def _retold(case: Case) -> list[Span]:
    """A colleague's note told closely, though the reader was not in that talk and said nothing like it."""
    reader = case.material.reader.key
    mine = {talk.key for talk in case.material.talks_with(reader)}
    mine |= {talk.key for talk in case.material.other_talks if reader in talk.people}
    spans: list[Span] = []
    for note in case.material.at_the_company:
        theirs = note.person != reader and note.by == note.person and note.interview not in mine
        if (
            not theirs
            or note.share != "open"
            or note.kind not in ("challenge", "fact", "goal", "detail", "doubt")
        ):
            continue
        heard = case.echo(note.text, 2)
        if heard.share >= 0.7 and heard.telling >= 4 and not _said_too(heard.found, case):
            spans += places(case.text, heard)
    return spans


def _said_too(found: frozenset[str], case: Case) -> bool:
    """Whether the reader's own notes have most of these words."""
    return len(found & _open_words(case)) * 2 > len(found)
