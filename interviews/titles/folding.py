"""Titles as plain lower-case words: accents, symbols, abbreviations and slips of the hand are put right.

Pure. `fold` changes how a title is written, never what it says.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_WRITTEN_OUT = {
    r"s(?:e?n)?r|sen": "senior",
    r"jr|jnr": "junior",
    r"mgr|mngr": "manager",
    r"(?:man|mng|mgng) dir": "managing director",
    r"dir": "director",
    r"exec": "executive",
    r"asst": "assistant",
    r"assoc": "associate",
    r"dep|dpty|plaatsvervangend": "deputy",
    r"stv|stellv|stellvertretende[rs]?": "deputy",
    r"pres": "president",
    r"chf": "chief",
    r"hd(?= of )": "head",
    r"hod": "head of department",
    r"eng": "engineer",
    r"prof": "professor",
    r"hrbp": "hr business partner",
    r"e\.?v\.?p": "executive vice president",
    r"s\.?v\.?p": "senior vice president",
    r"a\.?v\.?p": "assistant vice president",
    r"f\.?v\.?p": "first vice president",
    r"r\.?v\.?p": "regional vice president",
    r"v\.?p": "vice president",
    r"vice chancellor": "vice-chancellor",
    r"vice chair(?=man|woman|person)": "vice chair",
    r"non executive": "nonexecutive",
    r"programme": "program",
    r"principle(?= \w)": "principal",
    r"co ?founders?": "founder",
    r"team ?leads?": "team leader",
}
_EXPANSIONS = [(re.compile(rf"\b(?:{short})\b\.?(?!')"), full) for short, full in _WRITTEN_OUT.items()]
# Long words of rank, whose slips are no other words: a “manger” is a manager, a “reader” no leader.
_OFTEN_MISTYPED = (
    "assistant associate director executive manager managing officer president principal supervisor engineer"
)
_YEAR = r"(?:19|20)\d\d"
_SINCE = re.compile(
    rf"\b(?:(?:since|from|seit|depuis|desde|sinds) )?{_YEAR} ?(?:[-–—]|to) ?(?:present|now|today|date)\b"
)
# A time that is over says “former”, wherever it stands.
_UNTIL = re.compile(
    rf"\b(?:{_YEAR} ?(?:[-–—/]|to) ?(?:{_YEAR}|\d\d)|(?:until|till|bis|jusqu'en|hasta|tot) {_YEAR})\b"
)


def fold(text: str) -> str:
    """The text in plain lower-case words: no accents, no dots in acronyms, abbreviations written out."""
    text = _letters(text)
    text = _UNTIL.sub("former", _SINCE.sub("", text))
    text = re.sub(r"\b((?:\w\.-?){2,}\w?)", lambda found: re.sub(r"[.-]", "", found[0]), text)
    text = re.sub(r"\s*[&+]\s*|\s+(?:et|und|y|en)\s+", " and ", text)
    text = re.sub(r"\bdirector\W+non[ -]executive\b", "non executive director", text)
    text = re.sub(r"[*_](?=in(?:nen)?\b)", "", text)
    text = re.sub(r"(?<=\w)-(?=\w)", " ", text)
    text = re.sub(r"[a-z]{5,}", lambda word: _slips().get(word[0], word[0]), text)
    for pattern, full in _EXPANSIONS:
        text = pattern.sub(full, text)
    return re.sub(r"\s+", " ", text).strip(" .")


def _letters(text: str) -> str:
    """Lower case without accents and quotation marks; a picture parts what stands around it."""
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(one for one in text if not unicodedata.combining(one))
    text = text.replace("’", "'").replace("‘", "'")
    text = re.sub(r"[\"“”„«»]", "", text)
    return "".join(" | " if unicodedata.category(one) == "So" else one for one in text)


@cache
def _slips() -> dict[str, str]:
    """Words of rank with two letters swapped or an inner one left out, and the word each is meant to be."""
    slips = {"cheif": "chief"}
    for word in _OFTEN_MISTYPED.split():
        for at in range(1, len(word) - 1):
            slips[word[:at] + word[at + 1 :]] = word
            slips[word[:at] + word[at + 1] + word[at] + word[at + 2 :]] = word
    return slips
