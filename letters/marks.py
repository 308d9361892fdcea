"""Where a letter's text is marked, and what its checks say in short: pieces of text, a headline that counts.

Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candidacy.names import called
from candidacy.reasons import number, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from letters.review.finding import Check, Span, Twin

PLAYED_BACK, WORN, SHARED = "f", "c", "x"
# A word under two marks shows the graver one.
GRAVITY = {PLAYED_BACK: 1, WORN: 2, SHARED: 3}
COMPARED = frozenset({"shared_words", "shared_run", "same_note"})
LONGEST_QUOTE = 60
# “Vom 11. November” goes on.
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_SENTENCE_ENDS = re.compile(rf"(?<=[.?!])(?!(?<=\d\.)\s+(?:{_MONTHS})\b)\s+(?=[“„\"A-ZÄÖÜ0-9])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text under one mark, or under none; `number` counts the marks from 1."""

    text: str
    kind: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """Marked words repeated beside a finding, with the number of their mark."""

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One check as it is shown: a line, what more there is to say, and the words it means."""

    id: str
    level: str
    line: str
    more: str
    quotes: tuple[Quote, ...] = ()
    # How the letter is called that has it too, and what it has of it.
    letter: str = ""
    twins: tuple[Twin, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the legend: the mark, its word, and the rest of the line."""

    kind: str
    word: str
    rest: str = ""


def pieces(text: str, checks: Sequence[Check], played: Mapping[str, Sequence[Span]]) -> tuple[Piece, ...]:
    """The text cut where a mark begins or ends; joined they are the text again."""
    marks = list(_marks(text, checks, played))
    edges = sorted({0, len(text), *(edge for start, end, _ in marks for edge in (start, end))})
    cut: list[list[str]] = []
    for start, end in pairwise(edges):
        over = [kind for first, last, kind in marks if first <= start and end <= last]
        kind = max(over, key=GRAVITY.__getitem__, default="")
        if cut and cut[-1][1] == kind:
            cut[-1][0] += text[start:end]
        else:
            cut.append([text[start:end], kind])
    found, number = [], 0
    for words, kind in cut:
        number += bool(kind)
        found.append(Piece(words, kind, number if kind else 0))
    return tuple(found)


def findings(text: str, checks: Sequence[Check], marked: Sequence[Piece]) -> tuple[Finding, ...]:
    """The checks as they are shown: what would hurt first, then what to look at, then what is well."""
    order = ("stop", "look", "ok")
    seen: set[Twin] = set()
    found = []
    for check in sorted(checks, key=lambda one: order.index(one.level)):
        # What one check has laid side by side, the next need not.
        new = [twin for twin in check.twins if twin not in seen]
        seen.update(new)
        found.append(_finding(text, check, marked, new))
    return tuple(found)


def headline(checks: Iterable[Check]) -> tuple[str, str]:
    """How many things there are to look at, and whether it can be sent as it is."""
    levels = [check.level for check in checks]
    stops, count = levels.count("stop"), levels.count("stop") + levels.count("look")
    as_it_is = _("You can send it as it is.")
    if not count:
        return _("Nothing to look at"), as_it_is
    things = ngettext("%(number)s thing to look at", "%(number)s things to look at", count)
    told = sentence(things % {"number": number(count)})
    if not stops:
        return told, as_it_is
    if stops == count == 1:
        return told, _("It would hurt: sending asks you first.")
    hurt = _("%(number)s of them would hurt: sending asks you first.") % {"number": number(min(stops, 12))}
    return told, sentence(hurt)


def legend(checks: Sequence[Check], marked: Sequence[Piece]) -> tuple[Key, ...]:
    """What the marks in this text mean."""
    kinds = {piece.kind for piece in marked}
    keys = []
    if PLAYED_BACK in kinds:
        keys.append(Key(PLAYED_BACK, _("Played back"), _("from your notes")))
    if SHARED in kinds:
        whose = sorted(
            {called(one.whose) for one in checks if one.id in COMPARED and one.spans and one.whose}
        )
        with_ = _("with your other letters")
        if len(whose) == 1:
            with_ = _("with your letter to %(name)s") % {"name": whose[0]}
        keys.append(Key(SHARED, _("Shared"), with_))
    if WORN in kinds:
        marking = {one.id for one in checks if one.spans and _kind(one) == WORN}
        keys.append(Key(WORN, _("Worn phrase") if marking == {"worn_phrases"} else _("Look again")))
    return tuple(keys)


def _marks(
    text: str, checks: Sequence[Check], played: Mapping[str, Sequence[Span]]
) -> Iterable[tuple[int, int, str]]:
    spans = [(span, PLAYED_BACK) for found in played.values() for span in found]
    spans += [(span, _kind(check)) for check in checks for span in check.spans]
    for (start, end), kind in spans:
        if 0 <= start < end <= len(text):
            yield start, end, kind


def _kind(check: Check) -> str:
    if check.level == "ok":
        return PLAYED_BACK
    return SHARED if check.id in COMPARED else WORN


def _finding(text: str, check: Check, marked: Sequence[Piece], twins: Sequence[Twin]) -> Finding:
    line, more = _first_sentence(check.message)
    quotes = () if check.level == "ok" else tuple(_quotes(text, check, marked))
    return Finding(check.id, check.level, line, more, quotes, sentence(check.letter), tuple(twins))


def _first_sentence(message: str) -> tuple[str, str]:
    """The sentence that stands in bold, without its full stop, and what follows it."""
    parts = re.split(_SENTENCE_ENDS, message.strip(), maxsplit=1)
    return parts[0].removesuffix("."), parts[1] if len(parts) > 1 else ""


def _quotes(text: str, check: Check, marked: Sequence[Piece]) -> Iterable[Quote]:
    for start, end in check.spans:
        words = " ".join(text[start:end].split())
        if words:
            short = words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 1].rstrip()}…"
            yield Quote(short, _number_at(start, marked))


def _number_at(at: int, marked: Sequence[Piece]) -> int:
    """The number of the mark that covers that character."""
    here = 0
    for piece in marked:
        here += len(piece.text)
        if at < here:
            return piece.number
    return 0
