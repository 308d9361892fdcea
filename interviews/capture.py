"""Lines into notes: one thing per line, and an edited line stays the note it was.

Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Out of 100. Above this, a reworded line is the same note: its share, its date and what hangs on it stay.
SAME_NOTE = 50
# Words in common say little about very long lines, and cost much.
COMPARED = 600
# With more lines changed at once than this, only the neighbours of a line are compared with it.
NEIGHBOURS = 40
# Shorter than this, a text is found inside others by chance.
TELLING = 10


@dataclass(frozen=True)
class Prompt:
    """One box of the debrief, and what its lines become."""

    name: str
    kind: str
    mood: str = ""
    mine: bool = False


# In the order of the page: what they asked, the good, the bad and the ugly, and on.
PROMPTS = (
    Prompt("asked", "question"),
    Prompt("good", "challenge", "good"),
    Prompt("bad", "challenge", "bad"),
    Prompt("ugly", "challenge", "ugly"),
    Prompt("plain", "challenge"),
    Prompt("excited", "goal"),
    Prompt("detail", "detail"),
    Prompt("they_will", "promise"),
    Prompt("you_will", "promise", mine=True),
    Prompt("decide", "timeline"),
    Prompt("idea", "idea", mine=True),
    Prompt("told", "answer", mine=True),
    Prompt("you_asked", "my_question", mine=True),
    Prompt("doubt", "doubt"),
    Prompt("fact", "fact"),
)


@dataclass(frozen=True)
class Merge:
    """What edited lines mean for the stored notes."""

    # Every line in order: the stored note's key, or None for a new one.
    order: tuple[tuple[int | None, str], ...]
    dropped: tuple[int, ...]
    # By the place of a new line: the note it was split off from.
    split_from: Mapping[int, int] = field(default_factory=dict)
    # By the key of a dropped note: the note whose line it was joined to.
    joined_to: Mapping[int, int] = field(default_factory=dict)

    @property
    def kept(self) -> tuple[tuple[int, str], ...]:
        """The notes that stay, each with its line."""
        return tuple((key, line) for key, line in self.order if key is not None)

    @property
    def new(self) -> tuple[str, ...]:
        """The lines that are no stored note's."""
        return tuple(line for key, line in self.order if key is None)


_BULLET = re.compile(r"^\s*(?:[-*•·‣–—]\s+)?")
_NUMBER = re.compile(r"^(\d{1,2})[.)]\s+(?=\S)")


def lines_of(text: str) -> list[str]:
    """The things in a box: one per line, without bullets, numbering and blank lines."""
    lines = [_BULLET.sub("", line).strip() for line in text.splitlines()]
    lines = [line for line in lines if line]
    numbers = [int(match[1]) for line in lines if (match := _NUMBER.match(line))]
    # “1.”, “2.”, “3.” number the lines; a lone “7. November” is a day.
    if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
        lines = [_NUMBER.sub("", line) for line in lines]
    return lines


def one_line(text: str) -> str:
    """A stored text as the one line that a box shows of it."""
    return " ".join(text.split())


def merge(stored: Sequence[tuple[int, str]], lines: Sequence[str]) -> Merge:
    """Match lines to the notes they were: the same words first, then the most alike.

    Every line stays, in its order; every note is matched to one line at most.
    """
    matched = _same_words(stored, lines)
    taken = set(matched.values())
    free = [(place, key, text) for place, (key, text) in enumerate(stored) if key not in taken]
    rest = [place for place in range(len(lines)) if place not in matched]
    for _, place, key in _most_alike(lines, rest, free):
        if place not in matched and key not in taken:
            matched[place] = key
            taken.add(key)
    dropped = tuple(key for key, _ in stored if key not in taken)
    return Merge(
        order=tuple((matched.get(place), line) for place, line in enumerate(lines)),
        dropped=dropped,
        split_from=_split(dict(stored), lines, matched) if rest else {},
        joined_to=_joined(dict(stored), lines, matched, dropped),
    )


def _same_words(stored: Sequence[tuple[int, str]], lines: Sequence[str]) -> dict[int, int]:
    waiting: dict[str, list[int]] = {}
    for key, text in reversed(stored):
        waiting.setdefault(one_line(text), []).append(key)
    matched = {}
    for place, line in enumerate(lines):
        if same := waiting.get(one_line(line)):
            matched[place] = same.pop()
    return matched


def _most_alike(
    lines: Sequence[str], rest: list[int], free: list[tuple[int, int, str]]
) -> list[tuple[float, int, int]]:
    """Pairs of a changed line and a note that may be the same, the likeliest first."""
    many = len(rest) * len(free) > NEIGHBOURS * NEIGHBOURS
    pairs = []
    for place in rest:
        near = free if not many else [one for one in free if abs(one[0] - place) <= NEIGHBOURS]
        for old, key, text in near:
            if (alike := _alike(lines[place], text)) >= SAME_NOTE:
                pairs.append((alike - min(abs(old - place), NEIGHBOURS) / 100, place, key))
    return sorted(pairs, key=lambda pair: (-pair[0], pair[1]))


def _alike(line: str, text: str) -> float:
    """How alike two lines are, out of 100; one that grew, or is a part of the other, is the same."""
    ratio = fuzz.ratio(line[:COMPARED].casefold(), text[:COMPARED].casefold())
    grown = line.casefold().startswith(text.casefold())
    return max(ratio, SAME_NOTE) if grown or _within(line, text) or _within(text, line) else ratio


def _within(part: str, whole: str) -> bool:
    part = one_line(part).casefold().strip(" .,;:")
    return len(part) >= TELLING and part in one_line(whole).casefold()


def _split(stored: Mapping[int, str], lines: Sequence[str], matched: Mapping[int, int]) -> dict[int, int]:
    """New lines that are part of what a reworded note said before."""
    reworded = {
        key: stored[key] for place, key in matched.items() if one_line(stored[key]) != one_line(lines[place])
    }
    found = {}
    for place, line in enumerate(lines):
        if place not in matched:
            origin = next((key for key, text in reworded.items() if _within(line, text)), None)
            if origin is not None:
                found[place] = origin
    return found


def _joined(
    stored: Mapping[int, str], lines: Sequence[str], matched: Mapping[int, int], dropped: tuple[int, ...]
) -> dict[int, int]:
    """Dropped notes whose words stand in another note's line now."""
    changed = [
        (key, lines[place])
        for place, key in matched.items()
        if one_line(stored[key]) != one_line(lines[place])
    ]
    found = {}
    for gone in dropped:
        host = next((key for key, line in changed if _within(stored[gone], line)), None)
        if host is not None:
            found[gone] = host
    return found


def nothing_lost(stored: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether every stored line stands among these lines, or grew into one of them."""
    folded = [one_line(line) for line in lines]
    return all(any(line.startswith(one_line(text)) for line in folded) for text in stored)


def shared_words(one: str, other: str) -> int:
    """How many telling words two lines share: to tie an idea to the challenge it answers."""
    return len(_telling(one) & _telling(other))


def _telling(text: str) -> set[str]:
    return {word.rstrip("s")[:6] for word in re.findall(r"\w{4,}", text[:COMPARED].casefold())}
