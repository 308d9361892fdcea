"""A line of notes as its sentences.

Pure.
"""

from __future__ import annotations

import re

_ABBREVIATED = frozenset(
    re.findall(
        r"\S+",
        "a.m p.m e.g i.e eg ie ca incl esp excl avg hrs mins dept dr mr mrs ms prof st vs approx inc"
        " ltd etc feb",
    )
)
# Words as well: short for something only before a figure.
_BEFORE_FIGURES = frozenset({"no", "fig", "max", "min", "sat", "sun", "jan"})
_ENDS = re.compile(r"[.!?]+[”\"’']?\s+(?=\S)")


def sentences(line: str) -> list[str]:
    """The sentences of a line. An abbreviation, a number and what stands in “quotes” end none."""
    pieces, start = [], 0
    for match in _ENDS.finditer(line):
        before = line[start : match.start()].split()
        last = before[-1].lower().strip('(“"') if before else ""
        opened = line[: match.end()].count("“") > line[: match.end()].count("”")
        short = last in _ABBREVIATED or (last in _BEFORE_FIGURES and line[match.end()].isdigit())
        if short or (len(last) == 1 and last.isalpha()) or last.isdigit() or opened:
            continue
        pieces.append(line[start : match.end()].strip())
        start = match.end()
    return [*pieces, line[start:].strip()]
