"""What the person set differently: the clock's numbers, days off of their own, look, language, news.

Pure. Stored as one JSON object that holds only what differs from the defaults, and written so in archives.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields
from typing import Any

from candidacy.rules import Rules

THEMES = ("light", "dark")
# The tongues the pages are written in, besides which letters keep the language of their notes.
LANGUAGES = ("en-gb", "de")
# What is on unless it is turned off.
SWITCHES = ("shortcuts", "company_news")
# What is off until it is turned on.
ASKED_FOR = ("notifications",)


@dataclass(frozen=True)
class Preferences:
    """All of it, with the defaults where nothing was set.

    An empty theme follows the computer’s, an empty language the browser’s.
    """

    rules: Rules = field(default_factory=Rules)
    days_off: frozenset[dt.date] = frozenset()
    theme: str = ""
    language: str = ""
    shortcuts: bool = True
    # Whether the feeds of companies are read by themselves.
    company_news: bool = True
    # Whether the browser tells what is due while a page is open.
    notifications: bool = False

    @classmethod
    def from_settings(cls, stored: Mapping[str, Any]) -> Preferences:
        """What the JSON object says. Raises ValueError with a sentence for what it cannot mean."""
        numbers = {rule.name for rule in fields(Rules)}
        theme, language = stored.get("theme", ""), stored.get("language", "")
        if theme not in ("", *THEMES):
            raise ValueError(f"The theme is one of {', '.join(THEMES)}.")
        if language not in ("", *LANGUAGES):
            raise ValueError(f"The language is one of {', '.join(LANGUAGES)}.")
        switches = {name: stored.get(name, True) for name in SWITCHES}
        switches |= {name: stored.get(name, False) for name in ASKED_FOR}
        wrong = [name for name, value in switches.items() if not isinstance(value, bool)]
        if wrong:
            raise ValueError(f"The {wrong[0].replace('_', ' ')} are true or false.")
        return cls(
            rules=Rules.from_differing({name: value for name, value in stored.items() if name in numbers}),
            days_off=_days(stored.get("days_off", ())),
            theme=theme,
            language=language,
            **switches,
        )

    @classmethod
    def from_stored(cls, stored: Mapping[str, Any]) -> Preferences:
        """As much of it as means something: no page may stop for a setting that another program wrote."""
        with suppress(TypeError, ValueError):
            return cls.from_settings(stored)
        understood = {}
        for name, value in stored.items():
            with suppress(TypeError, ValueError):
                cls.from_settings({name: value})
                understood[name] = value
        with suppress(TypeError, ValueError):
            return cls.from_settings(understood)
        return cls()

    def to_settings(self) -> dict[str, Any]:
        """The JSON object: only what differs from the defaults, always in the same order."""
        stored: dict[str, Any] = dict(self.rules.differing())
        if self.days_off:
            stored["days_off"] = [day.isoformat() for day in sorted(self.days_off)]
        if self.theme:
            stored["theme"] = self.theme
        if self.language:
            stored["language"] = self.language
        stored |= {name: False for name in SWITCHES if not getattr(self, name)}
        return stored | {name: True for name in ASKED_FOR if getattr(self, name)}


def known_settings() -> frozenset[str]:
    """The names that the JSON object may hold."""
    return frozenset(
        {rule.name for rule in fields(Rules)} | {"days_off", "theme", "language", *SWITCHES, *ASKED_FOR}
    )


def _days(listed: Any) -> frozenset[dt.date]:
    if not isinstance(listed, Sequence) or isinstance(listed, str):
        raise ValueError("The days off are a list of days.")
    try:
        return frozenset(dt.date.fromisoformat(day) for day in listed)
    except (TypeError, ValueError) as error:
        raise ValueError("Each day off is a day such as 2026-12-23.") from error
