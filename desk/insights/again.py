"""What comes again from company to company: questions in other words, and worries about the same thing.

Pure. Words are compared by their stems and meanings (`letters.terms`), so that “Why did you leave?” and “Why
are you leaving?” are one question. What one company alone said is no pattern, however often it said it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from rapidfuzz import fuzz, utils

from letters.terms import terms

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

# Weights are tenths: adding them up may lose so much of exactly a half.
_ROUNDED = 1e-9
# Of the weight of all words of two questions, the part that both must have.
ALIKE = 0.5
# Where hardly a word tells anything, as in “Tell me about yourself”: how much of the shorter one stands in
# the longer, of 100, and how many words it must have.
SAME_WORDING, FEWEST_WORDS = 85, 3
# The least that the words of a question weigh for them to tell it from others.
TELLING = 1.0
# Words that any question may use, whatever it is about, by their stems.
ANY_QUESTION = frozenset(
    {
        "handle", "manage", "deal", "describe", "example", "situation", "greatest", "biggest", "present",
        "current", "previous", "expect", "expectation", "expected", "memb", "member", "win", "cope",
        "approach", "tend", "typical", "teach",
    }
)  # fmt: skip
LITTLE = 0.3
# Of one family, though no ending leads from one to the other.
FAMILY = {"weakness": "weak", "failure": "fail", "strength": "strong", "motivation": "motivate"}
# A word that every workplace has weighs less than this, and is no theme.
OWN_WORD = 0.9


@dataclass(frozen=True)
class Said:
    """One note: what was said, where, by whom, and when; `answer` is what I said to it."""

    key: int
    text: str
    company: str
    person: str
    on: dt.date
    answer: str = ""
    # Where it stands: the page of the talk and the person.
    href: str = ""


@dataclass(frozen=True)
class Again:
    """One question in its latest wording, with every time it was asked, the latest first."""

    text: str
    times: tuple[Said, ...]

    @property
    def companies(self) -> int:
        """How many companies asked it."""
        return len({one.company for one in self.times})


@dataclass(frozen=True)
class Theme:
    """A word that comes up in the worries of several companies, with what they said, the latest first."""

    word: str
    times: tuple[Said, ...]

    @property
    def companies(self) -> int:
        """How many companies said it."""
        return len({one.company for one in self.times})


T = TypeVar("T", Again, Theme)


@dataclass
class _Group:
    """Questions taken for one; the first is the latest, and the others are like it."""

    first: _Read
    members: list[Said]


@dataclass(frozen=True)
class _Read:
    said: Said
    weights: Mapping[str, float]
    plain: str

    @cached_property
    def weight(self) -> float:
        """What its words weigh together."""
        return sum(self.weights.values())

    @property
    def tells(self) -> bool:
        """Whether its words tell it from other questions."""
        return self.weight >= TELLING - _ROUNDED


def questions(asked: Iterable[Said]) -> list[Again]:
    """The questions that at least two companies asked, those of most companies first."""
    groups = _Groups()
    for said in _latest_first(asked):
        read = _read(said)
        alike = groups.like(read)
        if alike:
            best = max(alike, key=lambda place: (alike[place], -place))
            groups.all[best].members.append(said)
        else:
            groups.add(read)
    found = [Again(one.first.said.text, tuple(one.members)) for one in groups.all]
    return _most_companies_first(one for one in found if one.companies > 1)


class _Groups:
    """The groups so far, found by the words of the first question in each."""

    def __init__(self) -> None:
        self.all: list[_Group] = []
        # By stem, the groups whose first question has it, and what it weighs there.
        self._by_stem: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._wordless: list[int] = []

    def add(self, read: _Read) -> None:
        """A group of its own."""
        for stem, weight in read.weights.items():
            self._by_stem[stem].append((len(self.all), weight))
        if not read.tells:
            self._wordless.append(len(self.all))
        self.all.append(_Group(read, [read.said]))

    def like(self, read: _Read) -> dict[int, float]:
        """The groups that a question may be of, with how alike it is to their first, from 0 to 1."""
        if not read.tells:
            found = {place: _alike_in_wording(self.all[place].first, read) for place in self._wordless}
        else:
            found = {place: self._alike(place, both, read) for place, both in self._shared(read).items()}
        return {place: alike for place, alike in found.items() if alike > 0}

    def _shared(self, read: _Read) -> dict[int, float]:
        """What the words weigh that each group has too, where that tells anything."""
        both: dict[int, float] = defaultdict(float)
        for stem, weight in read.weights.items():
            for place, theirs in self._by_stem[stem]:
                both[place] += min(weight, theirs)
        return {place: weight for place, weight in both.items() if weight >= TELLING - _ROUNDED}

    def _alike(self, place: int, both: float, read: _Read) -> float:
        first = self.all[place].first
        if first.plain == read.plain:
            return 1.0
        share = both / (first.weight + read.weight - both)
        return share if share >= ALIKE - _ROUNDED else 0.0


def _read(said: Said) -> _Read:
    weights: dict[str, float] = {}
    for term in terms(said.text):
        stem = FAMILY.get(term.stem, term.stem)
        weight = LITTLE if stem in ANY_QUESTION else term.weight
        weights[stem] = max(weight, weights.get(stem, 0))
    return _Read(said, weights, utils.default_process(said.text))


def _alike_in_wording(one: _Read, other: _Read) -> float:
    if one.plain == other.plain:
        return 1.0
    close = fuzz.token_set_ratio(one.plain, other.plain)
    long_enough = min(len(one.plain.split()), len(other.plain.split())) >= FEWEST_WORDS
    return close / 100 if close >= SAME_WORDING and long_enough else 0.0


def themes(worries: Iterable[Said], names: Iterable[str] = ()) -> list[Theme]:
    """The words that worries of at least two companies share, those of most companies first.

    `names` are those of companies and people, which are no themes. Of words that stand in the same worries
    the first is taken, and of themes that say nothing new the larger.
    """
    left_out = {term.stem for name in names for term in terms(name)}
    by_stem: dict[str, list[tuple[Said, str]]] = defaultdict(list)
    for said in _latest_first(worries):
        for stem, word in _own_words(said.text).items():
            if stem not in left_out:
                by_stem[stem].append((said, word))
    found = [_theme(uses) for uses in by_stem.values()]
    kept: list[Theme] = []
    for theme in _most_companies_first(one for one in found if one.companies > 1):
        notes = {one.key for one in theme.times}
        if not any(notes <= {one.key for one in other.times} for other in kept):
            kept.append(theme)
    return kept


def _own_words(text: str) -> dict[str, str]:
    """The telling words of a text by their stems, each as it stands there; numbers are none."""
    found: dict[str, str] = {}
    for term in terms(text):
        if term.weight >= OWN_WORD and not term.stem.isdigit():
            found.setdefault(term.stem, text[term.start : term.end].lower())
    return found


def _theme(uses: Sequence[tuple[Said, str]]) -> Theme:
    # The form that is used most, and of those the shortest.
    counted = Counter(word for _, word in uses)
    word = min(counted, key=lambda one: (-counted[one], len(one), one))
    return Theme(word, tuple(said for said, _ in uses))


def _latest_first(notes: Iterable[Said]) -> list[Said]:
    return sorted(notes, key=lambda one: (one.on, one.key), reverse=True)


def _most_companies_first(found: Iterable[T]) -> list[T]:
    return sorted(found, key=lambda one: (one.companies, len(one.times), one.times[0].on), reverse=True)
