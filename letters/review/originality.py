"""Originality: what letters to one company have in common, in words and in ideas.

Pure. Interviewers show each other what they got, so each letter is held against all others.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candidacy.names import called
from candidacy.reasons import sentence
from letters import shingles
from letters.anatomy import Span, anatomy
from letters.review.case import number
from letters.review.echo import echo, places
from letters.review.finding import Check, Level, Twin, ok

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from letters.anatomy import Anatomy
    from letters.material import EarlierLetter, NoteText
    from letters.review.case import Case

# Another letter, and what it has in common with this one.
Alike: TypeAlias = "tuple[EarlierLetter, Resemblance]"
ALIKE, TOO_ALIKE = 0.08, 0.20
LONG_RUN, COPIED_RUN = shingles.LONG, 12
# So many of the longest runs are shown beside those of the other letter, if they have so many words.
BESIDE, WORTH_SHOWING = 3, 4


@dataclass(frozen=True, slots=True)
class SharedRun:
    """The same words in a row: how many, and where they stand in either text."""

    words: int
    first: Span
    second: Span


@dataclass(frozen=True, slots=True)
class Resemblance:
    """`share` of three-word runs by containment, from 0 to 1; the shared runs in the order of the first text.

    `longest` is the number of words of the longest shared run, 0 where none has three.
    """

    share: float = 0.0
    runs: tuple[SharedRun, ...] = ()

    @property
    def longest(self) -> int:
        """The number of words of the longest shared run."""
        return max((run.words for run in self.runs), default=0)


def resemblance(first_body: str, second_body: str, masked: frozenset[str]) -> Resemblance:
    """How alike two bodies are; `masked` are words that do not count: names, company, role."""
    share = shingles.share(first_body, second_body, masked)
    if not share:
        return Resemblance()
    here, there = shingles.places(first_body), shingles.places(second_body)
    found = tuple(
        SharedRun(size, (here[i][0], here[i + size - 1][1]), (there[j][0], there[j + size - 1][1]))
        for i, j, size in shingles.common_runs(first_body, second_body, masked)
    )
    return Resemblance(share, found)


def body_of(letter_body: str, sign_off: str = "") -> str:
    """The body alone of another letter."""
    return anatomy(letter_body, sign_off).body_text


@lru_cache(maxsize=16384)
def _sketch_of(letter_body: str, sign_off: str, masked: frozenset[str]) -> shingles.Sketch:
    return shingles.sketch(body_of(letter_body, sign_off), masked)


@dataclass(frozen=True, slots=True)
class Likenesses:
    """The other letters most like this one; None where none has more in common with it than chance."""

    # Which shares most of its wording, and which the longest run of words; the first of several.
    wording: Alike | None = None
    run: Alike | None = None


def likenesses(case: Case) -> Likenesses:
    """The letters most like this one. Only those are compared word by word that can still be the nearest."""
    body, masked, sign_off = case.parts.body_text, case.mask, case.material.sign_off
    mine = shingles.sketch(body, masked)
    near = [
        (letter, other)
        for letter in case.material.letters
        if mine.may_resemble(other := _sketch_of(letter.body, sign_off, masked))
    ]

    def nearest(
        at_most: Callable[[shingles.Sketch], float], measure: Callable[[str, str, frozenset[str]], float]
    ) -> Alike:
        bounds = [at_most(other) for _, other in near]
        best, most = 0, -1.0
        for place in sorted(range(len(near)), key=bounds.__getitem__, reverse=True):
            if bounds[place] < most:
                break
            found = measure(body, body_of(near[place][0].body, sign_off), masked)
            if (found, -place) > (most, -best):
                best, most = place, found
        letter = near[best][0]
        return letter, resemblance(body, body_of(letter.body, sign_off), masked)

    if not near:
        return Likenesses()
    return Likenesses(
        wording=nearest(mine.share_at_most, shingles.share),
        run=nearest(mine.longest_at_most, shingles.longest),
    )


def _spans(case: Case, found: tuple[SharedRun, ...], least: int = 3) -> tuple[Span, ...]:
    """The runs in the text of the whole letter."""
    return tuple(span for run in found if run.words >= least for span in case.parts.from_body(run.first))


def _twins(case: Case, letter: EarlierLetter, runs: Iterable[SharedRun]) -> tuple[Twin, ...]:
    """The longest runs, each in its sentence here and in its sentence there, in the order of this text."""
    other = anatomy(letter.body, case.material.sign_off)
    telling = [run for run in runs if run.words >= WORTH_SHOWING]
    longest = sorted(sorted(telling, key=lambda run: -run.words)[:BESIDE], key=lambda run: run.first)
    return tuple(
        _twin(case, other, case.parts.from_body(run.first), other.from_body(run.second)) for run in longest
    )


def _twin(case: Case, other: Anatomy, here: tuple[Span, ...], there: tuple[Span, ...]) -> Twin:
    return Twin(case.parts.around((here[0][0], here[-1][1])), other.around((there[0][0], there[-1][1])))


def _whose(case: Case, letter: EarlierLetter) -> str:
    person = case.material.person(letter.to)
    return person.name if person else ""


def _letter_to(case: Case, letter: EarlierLetter) -> str:
    name = called(_whose(case, letter))
    if letter.to == case.material.reader.key:
        return _("your earlier letter to %(name)s") % {"name": case.reader}
    return _("%(name)s’s letter") % {"name": name} if name else _("another letter")


def shared_words(case: Case) -> Check:
    """How much of the wording another letter to the company has too."""
    if case.likenesses.wording is None:
        return ok("shared_words", _("Shares no phrases with another letter."))
    letter, alike = case.likenesses.wording
    whose = _whose(case, letter)
    level: Level = "stop" if alike.share > TOO_ALIKE else "look" if alike.share > ALIKE else "ok"
    if level == "ok":
        return ok("shared_words", _("Shares next to no phrases with another letter."), whose=whose)
    spans, named = _spans(case, alike.runs), _letter_to(case, letter)
    if level == "stop":
        said = _("Much of it is in %(letter)s as well. Panels pass letters round: write it anew.") % {
            "letter": named
        }
    else:
        line = ngettext(
            "%(number)s phrase shared with %(letter)s. Panels pass letters round: reword.",
            "%(number)s phrases shared with %(letter)s. Panels pass letters round: reword.",
            len(alike.runs),
        )
        words = {"number": number(len(alike.runs)), "letter": named}
        said = sentence(line % words)
    return Check("shared_words", level, said, spans, whose, named, _twins(case, letter, alike.runs))


def shared_run(case: Case) -> Check:
    """The longest stretch that another letter has word for word."""
    letter, alike = case.likenesses.run or (None, Resemblance())
    if letter is None or alike.longest < LONG_RUN:
        return ok("shared_run", _("No long stretch stands in another letter."))
    level: Level = "stop" if alike.longest >= COPIED_RUN else "look"
    spans, named = _spans(case, alike.runs, LONG_RUN), _letter_to(case, letter)
    said = _("%(words)s stands in %(letter)s word for word. Say it another way.") % {
        "words": case.quote(spans[0]),
        "letter": named,
    }
    twins = _twins(case, letter, (run for run in alike.runs if run.words >= LONG_RUN))
    return Check("shared_run", level, said, spans, _whose(case, letter), named, twins)


def same_note(case: Case) -> Check:
    """The same idea or answer in letters to two people at the company."""
    for note in case.material.at_the_company:
        if note.kind not in ("idea", "answer"):
            continue
        here = case.echo(note.text)
        if not told(here.share, here.telling):
            continue
        other = next((one for one in case.material.letters if _has(case, one, note)), None)
        if other is not None:
            line = _("%(letter)s has this answer too. Keep it in one of the two: they may compare.")
            if note.kind == "idea":
                line = _("%(letter)s has this idea too. Keep it in one of the two: they may compare.")
            marked = places(case.text, here)
            named = _letter_to(case, other)
            said = sentence(line % {"letter": named})
            twins = _same_told(case, other, note, marked)
            return Check("same_note", "stop", said, marked, _whose(case, other), named, twins)
    return ok("same_note", _("Its ideas are in no colleague’s letter."))


def _same_told(
    case: Case, letter: EarlierLetter, note: NoteText, marked: tuple[Span, ...]
) -> tuple[Twin, ...]:
    """The idea as it is told here and there; nothing where the other letter only says that it used it."""
    other = anatomy(letter.body, case.material.sign_off)
    there = places(other.text, echo(note.text, other.sentences, without=case.untelling))
    return (_twin(case, other, marked, there),) if marked and there else ()


def told(share: float, telling: int) -> bool:
    """Whether a letter tells an idea or answer, rather than touching the same subject."""
    return (share >= 0.5 and telling >= 3) or (share >= 0.66 and telling >= 2)


def _has(case: Case, letter: EarlierLetter, note: NoteText) -> bool:
    """Whether a letter to somebody else has that note."""
    if letter.to == case.material.reader.key:
        return False
    if note.key in letter.notes:
        return True
    found = echo(note.text, anatomy(letter.body, case.material.sign_off).sentences, without=case.untelling)
    return told(found.share, found.telling)
