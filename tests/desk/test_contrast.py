"""Colours, computed from the tokens: text at 4.5 to 1, the edges of controls at 3, in both themes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

TEXT, EDGE = 4.5, 3.0
GROUNDS = ("paper", "surface", "sunken", "raised")
# What is written or drawn on what.
PAIRS = [
    *((TEXT, ink, ground) for ink in ("ink", "ink-2", "ink-3", "accent", "bad", "ok") for ground in GROUNDS),
    (TEXT, "accent", "accent-soft"),
    (TEXT, "ink", "accent-soft"),
    (TEXT, "ink-2", "accent-soft"),
    (TEXT, "on-accent", "accent-fill"),
    (TEXT, "on-accent", "accent-hover"),
    (TEXT, "ink", "flag-bg"),
    (TEXT, "flag-ink", "flag-bg"),
    (TEXT, "bad", "bad-soft"),
    (TEXT, "ink", "bad-soft"),
    # A chosen filter is paper on ink.
    (TEXT, "paper", "ink"),
    *((EDGE, edge, ground) for edge in ("field", "accent") for ground in GROUNDS),
    (EDGE, "flag-line", "surface"),
]  # fmt: skip


def colours() -> dict[str, tuple[str, str]]:
    """Each token with its light and its dark value."""
    sheet = Path(settings.BASE_DIR, "static", "css", "tokens.css").read_text(encoding="utf-8")
    both = re.findall(r"--([\w-]+):\s*light-dark\((#\w{6}), (#\w{6})\)", sheet)
    one = re.findall(r"--([\w-]+):\s*(#\w{6});", sheet)
    return {name: (light, dark) for name, light, dark in both} | {name: (hex_, hex_) for name, hex_ in one}


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How far one stands out from the other: 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_everything_stands_out(theme: int) -> None:
    tokens = {name: values[theme] for name, values in colours().items()}
    faint = {
        f"{one} on {other}": round(contrast(tokens[one], tokens[other]), 2)
        for least, one, other in PAIRS
        if contrast(tokens[one], tokens[other]) < least
    }
    assert faint == {}
