"""A text as sentences, and folded so that words can be found in it whatever their accents and capitals.

Pure.
"""

from __future__ import annotations

import re
import unicodedata

_ENDS = re.compile(
    r"(?<=[.!?…])(?<!\b(?:Mr|Ms|Dr|No|St)\.)(?<!\d\.)(?<!\b(?:Mrs|bzw|ggf|Nov|Dez|Dec)\.)\s+|\n\s*\n"
    r"|\n(?=\s*[-*•])"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text; lines that were only broken to fit are one."""
    found = (" ".join(piece.split()) for piece in _ENDS.split(text))
    return [one for one in found if one]


def folded(text: str) -> str:
    """Small letters without accents, with plain apostrophes and single spaces."""
    plain = unicodedata.normalize(
        "NFKD", text.replace("’", "'").replace("ł", "l").replace("Ł", "l").casefold()
    )
    return " ".join("".join(one for one in plain if not unicodedata.combining(one)).split())
