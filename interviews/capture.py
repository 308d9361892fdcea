"""Lines into notes: one thing per line, edited lines keep their note, rough notes are sorted to people.

Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Above this, an edited line is still the same note: its share, its date and what hangs on it stay.
SAME_NOTE = 0.5


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
    """What edited lines mean for the stored notes: pairs kept or reworded, new lines, notes to drop."""

    kept: tuple[tuple[int, str], ...]
    new: tuple[str, ...]
    dropped: tuple[int, ...]
    # Every line in order: the stored note's key, or None for a new one.
    order: tuple[tuple[int | None, str], ...]


def lines_of(text: str) -> list[str]:
    """The things in a box: one per line, without bullets and blank lines."""
    cleaned = (re.sub(r"^\s*(?:[-*•–]\s+)?", "", line).strip() for line in text.splitlines())
    return [line for line in cleaned if line]


def merge(stored: Sequence[tuple[int, str]], lines: Sequence[str]) -> Merge:
    """Match lines to the notes they were: the same words first, then the most alike, in order."""
    free = dict(stored)
    matched: dict[int, int] = {}
    for place, line in enumerate(lines):
        same = next((key for key, text in free.items() if text == line), None)
        if same is not None:
            matched[place] = same
            del free[same]
    for place, line in enumerate(lines):
        if place not in matched and (alike := _most_alike(line, free)) is not None:
            matched[place] = alike
            del free[alike]
    order = tuple((matched.get(place), line) for place, line in enumerate(lines))
    return Merge(
        kept=tuple((key, line) for key, line in order if key is not None),
        new=tuple(line for key, line in order if key is None),
        dropped=tuple(free),
        order=order,
    )


def _most_alike(line: str, free: Mapping[int, str]) -> int | None:
    scored = [
        (SequenceMatcher(None, line.casefold(), text.casefold()).ratio(), key) for key, text in free.items()
    ]
    best, key = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    # A line that only grew is the same line, however long it became.
    grown = key is not None and line.casefold().startswith(free[key].casefold())
    return key if best >= SAME_NOTE or grown else None


@dataclass
class Sorted:
    """Rough notes by person and box, with the lines that named nobody."""

    by_person: dict[int, dict[str, list[str]]] = field(default_factory=dict)
    unsorted: list[str] = field(default_factory=list)


def sort_rough(text: str, people: Mapping[int, str]) -> Sorted:
    """Sort lines to people by the name, first name or initials they begin with.

    A heading that is only a name holds for the lines below it. `people` maps a key to a full name. No line is
    lost: what names nobody is given back.
    """
    names = _calls(people)
    found, current = Sorted(), None
    for line in lines_of(text):
        person, rest = _addressed(line, names)
        if person is not None and not rest:
            current = person
            continue
        person = person if person is not None else current
        if person is None:
            found.unsorted.append(line)
            continue
        boxes = found.by_person.setdefault(person, {})
        boxes.setdefault(guess_box(rest or line), []).append(rest or line)
    return found


def guess_box(line: str) -> str:
    """The box a line most likely belongs in; a plain fact where nothing tells."""
    for box, pattern in _CUES:
        if re.search(pattern, line, re.IGNORECASE):
            return box
    return "fact"


_TROUBLE = (
    r"worr\w+|struggl\w+|problem|too (?:late|slow|many)|fail\w*|lose|losing|lost|never|cannot|can['’]t"
    r"|short of|run out|late|behind|pain|stuck|broken|complain\w*|wrestl\w+|churn"
)
_PRIVATE_LIFE = (
    r"kids?|children|daughter|son|dog|cat|bees|holiday|marathon|cycles?|sails?|garden\w*|football|born"
)
_CUES = (
    ("asked", r"\?\s*[”\"]?$|^(?:asked|wanted to know|how would|what would|tell me about)\b"),
    ("decide", r"\b(?:decide|decision|hear (?:back )?(?:from us|by)|get back|come back|shortlist)\b"),
    ("you_will", r"^(?:I(?:['’]ll| will| promised)|promised (?:to|them)|to send|send (?:them|over)?)\b"),
    ("they_will", r"\b(?:will send|(?:he|she|they)['’]ll|will (?:introduce|call|show|share)|promised)\b"),
    ("idea", r"^(?:idea|maybe|could|I could|we could|what if|suggest)\b"),
    ("excited", r"\b(?:loves?|lit up|excited|proud|would love|wants? to|dreams?|hopes? to|keen)\b"),
    ("ugly", r"\b(?:hates?|dread\w*|nightmare|awake|afraid|fears?|panic|disaster|terrif\w*)\b"),
    ("bad", rf"\b(?:{_TROUBLE})\b"),
    ("good", r"\b(?:works well|improv\w+|halved|doubled|at last|finally|best)\b"),
    ("detail", rf"\b(?:{_PRIVATE_LIFE})\b"),
)


def _calls(people: Mapping[int, str]) -> dict[str, int]:
    """What each person may be called by; what two could be called by calls nobody."""
    calls: dict[str, list[int]] = {}
    for key, full in people.items():
        words = re.sub(r"^(?:(?:dr|prof|mr|mrs|ms|mx)\.?\s+)+", "", full, flags=re.IGNORECASE).split()
        if not words:
            continue
        forms = {full, " ".join(words), words[0], words[-1], "".join(word[0] for word in words)}
        for form in forms:
            calls.setdefault(form.casefold(), []).append(key)
    return {form: keys[0] for form, keys in calls.items() if len(keys) == 1}


def _addressed(line: str, names: Mapping[str, int]) -> tuple[int | None, str]:
    """Whom a line begins with, and the rest of it; “Ana worries …” stays whole, it is a sentence."""
    for form in sorted(names, key=len, reverse=True):
        if match := re.match(re.escape(form) + _AFTER_NAME, line, re.IGNORECASE):
            return names[form], line[match.end() :].strip()
        if len(form) > len("AF") and re.match(rf"{re.escape(form)}\s+\w", line, re.IGNORECASE):
            return names[form], line
    return None, line


_AFTER_NAME = r"\s*(?:[:,–—-]\s*|(?:said|says|told me|thinks|mentioned)\s+(?:that\s+)?|$)"


def shared_words(one: str, other: str) -> int:
    """How many telling words two lines share: to tie an idea to the challenge it answers."""
    return len(_telling(one) & _telling(other))


def _telling(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"\w{4,}", text.casefold())}
