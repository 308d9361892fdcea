"""The single keys, as the page and the dialog of shortcuts list them.

Pure. What a key does is written where it is used: an element with `data-key` answers to its letter.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shortcut:
    """One or more keys that do the same, and what they do."""

    keys: tuple[str, ...]
    does: str


SHORTCUTS: dict[str, tuple[Shortcut, ...]] = {
    "Everywhere": (
        Shortcut(("Ctrl K",), "Search"),
        Shortcut(("N",), "Add a conversation"),
        Shortcut(("?",), "This list"),
    ),
    "In lists": (
        Shortcut(("J", "K"), "Down and up"),
        Shortcut(("Enter",), "Open"),
    ),
    "On Today": (
        Shortcut(("W",), "Write the letter"),
        Shortcut(("R",), "They replied"),
        Shortcut(("S",), "Snooze"),
    ),
    "On a candidacy or a person": (
        Shortcut(("W",), "Write the letter"),
        Shortcut(("D",), "Debrief the last talk"),
        Shortcut(("L",), "Log a contact"),
    ),
}
