"""How somebody writes: how often, when last and with what words, and how they sign off.

Pure. Only what the recorded lines show is said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from candidacy.reasons import date_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

# A longer last line is a sentence, not a name.
_LONGEST_NAME = 40
_WORD = re.compile(r"[^\W\d_]+")


def manner(
    name: str, lines: Sequence[tuple[dt.date, str]], today: dt.date, *, quoted: bool = False
) -> Iterator[str]:
    """What to know of the lines they wrote me, the oldest first: each the day and the words.

    `quoted` says that the last of them stands beside it already.
    """
    if not lines:
        return
    on, words = lines[-1]
    said = {"day": date_words(on, today), "words": " ".join(words.split()), "count": len(lines)}
    if len(lines) == 1 and not quoted:
        yield _("Wrote on %(day)s: “%(words)s”") % said
    elif len(lines) == 2:
        yield (_("Wrote twice") if quoted else _("Wrote twice, last on %(day)s: “%(words)s”")) % said
    elif len(lines) > 2:
        often = (
            _("Wrote %(count)d times") if quoted else _("Wrote %(count)d times, last on %(day)s: “%(words)s”")
        )
        yield often % said
    signed = sign_off(words, name)
    if signed:
        yield _("Signs off as “%(name)s”") % {"name": signed}


def sign_off(text: str, name: str) -> str:
    """The name at the end of a message, as its writer puts it; empty where there is none.

    A line below the text that is made of the words of the name, or of their first letters.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 2 or len(lines[-1]) > _LONGEST_NAME:
        return ""
    own = {word.casefold() for word in _WORD.findall(name)}
    short = own | {word[0] for word in own}
    last = [word.casefold() for word in _WORD.findall(lines[-1])]
    return lines[-1].rstrip(",") if last and all(word in short for word in last) else ""
