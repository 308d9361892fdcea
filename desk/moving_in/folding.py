"""Names and headings without what does not tell them apart: case, accents, signs, a company's legal form.

Pure.
"""

from __future__ import annotations

import re
import unicodedata

# Letters that no accent can be taken from.
_SPELT = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "&": " and ", "+": " plus "}
)


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DOTTED = re.compile(r"(?<=\b\w)\.(?=\w\b)")
_WORDS = re.compile(r"[^\W_]+")
# What says how a company is owned, at the end of its name.
_FORMS = _listed(
    "ltd limited plc llc llp lp inc incorporated corp corporation co company gmbh mbh ag kg kgaa ohg ug se eg"
    " ev sa sas sarl sasu srl spa sl slu bv nv oy oyj ab as asa aps pty pvt kk group holding holdings gruppe"
)


def plain(text: str) -> str:
    """The words in small letters without accents, one space between: “JobTitle (m/w)” is job title m w."""
    return " ".join(_bare_words(re.sub(r"(?<=[a-zà-ÿ0-9])(?=[A-Z])", " ", text)))


def company(name: str) -> str:
    """By what two spellings of one company are the same: “Harbour & Pine Ltd.” is harbour and pine."""
    words = _words(name)
    kept = words[:]
    if len(kept) > 1 and kept[0] == "the":
        kept = kept[1:]
    while len(kept) > 1 and kept[-1] in _FORMS:
        kept.pop()
    if len(kept) > 1 and kept[-1] == "and":
        kept.pop()
    return " ".join(kept) or name.strip().casefold()


def role(name: str) -> str:
    """By what two spellings of one role are the same."""
    return " ".join(_words(name)) or name.strip().casefold()


def person(name: str) -> str:
    """By what two spellings of one name are the same; “Marsh, Helen” is helen marsh."""
    before, comma, after = name.partition(",")
    return role(f"{after} {before}") if comma and after.strip() else role(name)


def _words(name: str) -> list[str]:
    # G.m.b.H. and S.A. are one word each.
    return _bare_words(_DOTTED.sub("", name) if "." in name else name)


def _bare_words(text: str) -> list[str]:
    bare = text.casefold().translate(_SPELT)
    if not bare.isascii():
        decomposed = unicodedata.normalize("NFKD", bare)
        bare = "".join(one for one in decomposed if not unicodedata.combining(one))
    return _WORDS.findall(bare)
