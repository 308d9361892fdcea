"""The letters of tests/letters/letters, read from their files, with what they were written from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from letters.material import EarlierLetter
from tests.letters.panels import load

if TYPE_CHECKING:
    from letters.material import Material

FOLDER = Path(__file__).parent / "letters"
PANELS = {
    "freight": "freight_silent",
    "freight_after_silence": "freight_silent",
    "bank": "bank_overdue",
    "startup": "startup_waiting",
}
# What every letter could have been mixed up with.
OTHER_COMPANIES = ("Larkfield Robotics", "Calder Housing Trust")
_SETTING = re.compile(r"^(to|kind|from|put|add|stop|look|also|others|old): ?(.*)$")


@dataclass
class Written:
    """One letter: whom it is for, and which checks it should fail, by level."""

    file: str
    title: str
    to: str = ""
    kind: str = "thank_you"
    text: str = ""
    stop: frozenset[str] = frozenset()
    look: frozenset[str] = frozenset()
    # What may be said as well, at any level.
    also: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()
    old: date | None = None
    changes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Whether nothing in it would hurt."""
        return not self.stop

    def material(self, known: dict[str, Written]) -> Material:
        """What it was written from, with the letters it is held against."""
        panel = load(PANELS[self.file])
        people = {one["name"].split()[0]: one["key"] for one in panel.archive["companies"][0]["people"]}
        found = panel.material(people[self.to], self.kind)
        others = tuple(
            EarlierLetter(name, people[known[name].to], "thank_you", body=known[name].text)
            for name in self.others
        )
        told = found.letters if self.kind != "thank_you" else ()
        developments = tuple(
            replace(one, published_on=self.old or one.published_on) for one in found.developments
        )
        return replace(
            found, letters=(*told, *others), developments=developments, other_companies=OTHER_COMPANIES
        )


def letters(file: str) -> dict[str, Written]:
    """All letters of one file by their titles."""
    _, *blocks = re.split(r"^== ", (FOLDER / f"{file}.txt").read_text(), flags=re.MULTILINE)
    found: dict[str, Written] = {}
    for block in blocks:
        letter = _letter(file, block, found)
        found[letter.title] = letter
    return found


def _letter(file: str, block: str, known: dict[str, Written]) -> Written:
    title, *lines = block.strip("\n").split("\n")
    settings, text = [], []
    for line in lines:
        match = _SETTING.match(line)
        if match:
            settings.append(match.groups())
        else:
            text.append(line)
    source = next((known[words] for name, words in settings if name == "from"), None)
    letter = Written(file, title.strip(), text="\n".join(text).strip("\n"))
    if source is not None:
        letter.to, letter.kind, letter.text = source.to, source.kind, source.text
    for name, words in settings:
        _set(letter, name, words)
    return letter


def _set(letter: Written, name: str, words: str) -> None:
    if name in ("stop", "look", "also"):
        setattr(letter, name, frozenset(words.split()))
    elif name == "others":
        letter.others = tuple(one.strip() for one in words.split(";"))
    elif name == "old":
        letter.old = date.fromisoformat(words)
    elif name == "add":
        *above, close = letter.text.rsplit("\n\n", 1)
        letter.text = "\n\n".join([*above, words, close])
    elif name == "put":
        old, new = (part.replace("\\n", "\n") for part in f"{words} ".split(" => ", 1))
        assert old in letter.text, f"{letter.title}: {old!r} is not in the letter"
        letter.text = letter.text.replace(old, new.rstrip(" "), 1)
    elif name in ("to", "kind"):
        setattr(letter, name, words)
