"""The keys, as the page and the dialog of shortcuts list them.

Pure. What a key does is written where it is used: an element with `data-key` answers to its letter, and one
with `data-go` to G and its letter.
"""

from __future__ import annotations

from dataclasses import dataclass

# Only marked here: the page says them in the language of whoever reads it.
from django.utils.translation import gettext_noop as _


@dataclass(frozen=True)
class Shortcut:
    """One or more keys that do the same, and what they do.

    `where` is what has to be on a page for them to work there, as a CSS selector.
    """

    keys: tuple[str, ...]
    does: str
    where: str = "body"


def _letter(key: str, does: str) -> Shortcut:
    return Shortcut((key,), does, f'[data-key="{key.lower()}"]')


def _going(key: str, does: str) -> Shortcut:
    return Shortcut(("G", key), does, f'[data-go="{key.lower()}"]')


SHORTCUTS: dict[str, tuple[Shortcut, ...]] = {
    _("Everywhere"): (
        Shortcut(("Ctrl K",), _("Search or jump to")),
        Shortcut(("/",), _("Search")),
        _letter("N", _("Add a candidacy or a conversation")),
        _letter("?", _("This list")),
    ),
    _("Going there"): (
        _going("T", _("Today")),
        _going("C", _("Candidacies")),
        _going("P", _("People")),
        _going("L", _("Letters")),
        _going("I", _("Insights")),
        _going("S", _("Settings")),
        _going("A", _("Activity and trash")),
    ),
    _("In lists"): (
        Shortcut(("J", "K"), _("Down and up"), "[data-list] > .row"),
        Shortcut(("Enter",), _("Open, or do what the row asks"), "[data-list] > .row"),
    ),
    _("On the page or the chosen row"): (
        _letter("W", _("Write the letter")),
        _letter("R", _("They replied")),
        _letter("S", _("Snooze")),
        _letter("D", _("Debrief the last talk")),
        _letter("L", _("Log a contact")),
        _letter("Y", _("Yes")),
        _letter("Z", _("Undo, or take back")),
        _letter("P", _("Print")),
        Shortcut(("1", "9"), _("Compare the first pair, the second …"), '[data-key="1"]'),
    ),
    _("While writing"): (
        Shortcut(("Ctrl S",), _("Save and check"), '[aria-keyshortcuts~="Control+S"]'),
        Shortcut(
            ("Ctrl Enter",), _("Done: what the filled button says"), '[aria-keyshortcuts~="Control+Enter"]'
        ),
        Shortcut(("Alt ↓",), _("The next person"), '[aria-keyshortcuts~="Alt+ArrowDown"]'),
        Shortcut(("F8",), _("The next mark"), '[aria-keyshortcuts~="F8"]'),
    ),
}
