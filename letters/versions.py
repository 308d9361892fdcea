"""Two texts of one letter put together.

Pure.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

# Longer texts stand one after the other: finding what they share would take longer than a person waits.
LONGEST_JOINED = 20_000


def together(mine: str, theirs: str) -> str:
    """One text with everything that either says: where they differ, mine first."""
    if max(len(mine), len(theirs)) > LONGEST_JOINED:
        return f"{mine}\n\n{theirs}"
    first, second = _words(mine), _words(theirs)
    joined = []
    for tag, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        parts = ["".join(first[a:b])] if tag == "equal" else ["".join(first[a:b]), "".join(second[c:d])]
        apart = len(parts) > 1 and all(parts) and not parts[0][-1].isspace() and not parts[1][0].isspace()
        joined.append((" " if apart else "").join(parts))
    return "".join(joined)


def _words(text: str) -> list[str]:
    """Words and the space after them; joined they are the text again."""
    return re.findall(r"\S+\s*|^\s+", text)
