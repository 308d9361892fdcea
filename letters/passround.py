"""Letters to one company laid side by side, as the interviewers see them when they pass them round.

Pure. Two letters are held together word for word, and by the ideas and answers of mine that both tell.
Letters to the same person are no pair: whoever reads both knows that they are from one writer.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candidacy.reasons import listed, number, sentence
from letters.passages import Laid, Pair, Passage, compare, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from letters.anatomy import Span
    from letters.material import NoteText

# So many pairs each get their card, whether they share something or not.
FEW = 3


@dataclass(frozen=True, slots=True)
class Link:
    """The number behind a passage, which leads to its twin in the other letter."""

    number: int
    kind: str
    whose: str
    href: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a letter under the same passages.

    `marks` are the classes of its mark: w for the same words, s for the same idea, off where none of its
    passages is of the chosen pair. `anchor` is where a link to its passage leads; `links` stand behind it.
    """

    text: str
    marks: str = ""
    anchor: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, eq=False)
class Round:
    """All the letters on the table, what each two of them share, and which one to change.

    Of the same letters it is the same one, so that what is made of it can be kept under it.
    """

    letters: tuple[Laid, ...]
    pairs: tuple[Pair, ...]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, those of the pair most alike first."""
        return tuple(one for pair in self.pairs for one in pair.passages)

    @cached_property
    def numbered(self) -> tuple[tuple[int, Passage], ...]:
        """All passages, each after the number that links it to its twin."""
        return tuple(enumerate(self.passages, start=1))

    @property
    def alike(self) -> list[Pair]:
        """The pairs that share something."""
        return [pair for pair in self.pairs if pair.passages]

    @property
    def shown(self) -> list[Pair]:
        """The pairs worth a card: all where they are few, else those that share something."""
        return list(self.pairs) if len(self.pairs) <= FEW else self.alike

    @property
    def rest(self) -> str:
        """What is said of the pairs without a card."""
        count = len(self.pairs) - len(self.shown)
        if not count:
            return ""
        if count == len(self.pairs):
            return _("All pairs have nothing in common but your name.")
        words = ngettext(
            "The other %(number)s have nothing in common but your name.",
            "The other %(number)s have nothing in common but your name.",
            count,
        )
        return words % {"number": number(count)}

    @property
    def heading(self) -> str:
        """What the interviewers would say."""
        count = len(self.letters)
        if count < 2:
            return _("Nothing to compare yet") if count else _("No letters yet")
        if not self.alike:
            return sentence(_("%(number)s letters, each of its own") % {"number": number(count)})
        common = self._in_all_of_them
        if len(self.alike) == 1:
            pair = self.alike[0]
            words = {"one": pair.first.called, "other": pair.second.called}
            return _("%(one)s’s and %(other)s’s letters sound alike") % words
        if common is None:
            return _("Some of these letters sound alike")
        words = {"name": common.called, "number": number(len(self.alike))}
        if len(self.alike) == count - 1:
            return _("%(name)s’s letter sounds like the other %(number)s") % words
        return _("%(name)s’s letter sounds like %(number)s others") % words

    @property
    def lede(self) -> str:
        """Who would see what, and what can still be changed."""
        names = list(dict.fromkeys(one.called for one in self.letters))
        if len(self.letters) < 2:
            return _("Two letters to one company can be laid side by side here, before the panel does it.")
        said = _("Panels pass letters round. This is what %(names)s would see.") % {"names": listed(names)}
        change = self.change
        gone = list(
            dict.fromkeys(p.other(change).called for p in self.passages if change and p.other(change).sent)
        )
        if change is None or not gone:
            return said
        words = ngettext(
            "%(gone)s has gone, so %(name)s’s is the one to change.",
            "%(gone)s have gone, so %(name)s’s is the one to change.",
            len(gone),
        )
        theirs = listed([_("%(name)s’s") % {"name": one} for one in gone])
        return f"{said} {words % {'gone': theirs, 'name': change.called}}"

    @cached_property
    def change(self) -> Laid | None:
        """The letter to change first: the one that most passages ask it of."""
        asked = [one.change for one in self.passages if one.change]
        return max(asked, key=asked.count, default=None)

    def pair(self, slug: str) -> Pair | None:
        """The pair of that name, else the most alike one."""
        found = next((pair for pair in self.pairs if pair.slug == slug), None)
        return found or next(iter(self.pairs), None)

    def stretches(self, letter: Laid, chosen: Pair | None = None) -> tuple[Stretch, ...]:
        """The letter cut where a passage begins or ends; joined it is the letter again."""
        mine = [
            _Here(number, one, one.spans(letter))
            for number, one in self.numbered
            if letter.key in (one.first.key, one.second.key)
        ]
        edges = sorted({0, len(letter.text), *(edge for one in mine for span in one.spans for edge in span)})
        over: dict[int, list[_Here]] = {edge: [] for edge in edges}
        for one in mine:
            for start, end in one.spans:
                for edge in edges[bisect_left(edges, start) : bisect_left(edges, end)]:
                    over[edge].append(one)
        return tuple(_stretch(letter, start, end, over[start], chosen) for start, end in pairwise(edges))

    @property
    def _in_all_of_them(self) -> Laid | None:
        for one in self.letters:
            if all(one.key in (pair.first.key, pair.second.key) for pair in self.alike):
                return one
        return None


@dataclass(frozen=True, slots=True)
class _Here:
    """A passage as it stands in one of its two letters; its spans follow one another."""

    number: int
    passage: Passage
    spans: tuple[Span, ...]


def _stretch(letter: Laid, start: int, end: int, over: list[_Here], chosen: Pair | None) -> Stretch:
    """The stretch of a letter under these passages."""
    if not over:
        return Stretch(letter.text[start:end])
    begun = next((one.number for one in over if one.spans[0][0] == start), None)
    marks = ["w"] * any(one.passage.words for one in over) + ["s"] * any(one.passage.note for one in over)
    marks += ["off"] * (chosen is not None and not any(chosen.has(one.passage) for one in over))
    return Stretch(
        text=letter.text[start:end],
        marks=" ".join(marks),
        anchor=_anchor(letter, begun) if begun else "",
        links=tuple(_link(letter, one) for one in over if one.spans[-1][1] == end),
    )


def _link(letter: Laid, one: _Here) -> Link:
    other = one.passage.other(letter)
    return Link(one.number, one.passage.kind, other.called, _anchor(other, one.number))


def _anchor(letter: Laid, number: int) -> str:
    return f"l{letter.key}-{number}"


def lay(
    letters: Sequence[Laid], notes: Iterable[NoteText], masked: frozenset[str], sign_off: str = ""
) -> Round:
    """Lay the letters side by side; of `notes` only my ideas and answers are looked for.

    `masked` are words in lower case that do not count as shared: names, company, roles. The pairs come most
    alike first.
    """
    mine = tuple(note for note in notes if note.kind in ("idea", "answer"))
    return _lay(tuple(letters), mine, masked, sign_off)


# Whoever goes from pair to pair asks for the same table.
@lru_cache(maxsize=2)
def _lay(
    letters: tuple[Laid, ...], mine: tuple[NoteText, ...], masked: frozenset[str], sign_off: str
) -> Round:
    table = [read(letter, mine, masked, sign_off) for letter in letters]
    pairs = [
        compare(first, second, mine, masked)
        for first, second in combinations(table, 2)
        if first.laid.to != second.laid.to
    ]
    pairs.sort(key=lambda pair: (-len(pair.passages), -pair.alike.share))
    return Round(letters, tuple(pairs))
