"""vCard 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350): people with their company, title, addresses and numbers.

Pure. A person of a company that is not known yet makes the company, without a candidacy; somebody without a
company is asked about.
"""

from __future__ import annotations

import binascii
import quopri
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.moving_in.encoding import text_of
from desk.moving_in.limits import checked
from desk.moving_in.refusing import UnknownFileError
from desk.moving_in.rows import Row, Somebody

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desk.moving_in.content import Content

NAME = "vcard"
# No value of a card is longer: pictures are left behind.
_LONGEST = 100_000
_LINE = re.compile(
    r"(?:[\w-]+\.)?(?P<name>[A-Za-z][\w-]*)(?P<given>(?:;(?:[^:;\"]|\"[^\"]*\")*)*):(?P<value>.*)", re.DOTALL
)
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_PROFILE = re.compile(r"linkedin\.com/|xing\.com/", re.IGNORECASE)


@dataclass(frozen=True)
class _Property:
    name: str
    given: str
    value: str


def is_such(data: Content) -> bool:
    """Whether the content begins as a vCard does."""
    beginning = data[:200].replace(b"\x00", b"")
    return (
        re.search(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*BEGIN:VCARD", beginning, re.IGNORECASE)
        is not None
    )


def rows(data: Content, mended: Mapping[int, Mapping[str, str]]) -> Iterator[Row]:
    """Every card as a row of people alone, numbered from 1. Raises UnknownFileError for no card."""
    number = 0
    for number, card in enumerate(_cards(text_of(data)), start=1):
        yield _row(number, card, mended.get(number, {}))
    if not number:
        raise UnknownFileError("no_card")


def _cards(text: str) -> Iterator[list[_Property]]:
    card: list[_Property] | None = None
    for one in _properties(text):
        if one.name == "BEGIN" and one.value.strip().upper() == "VCARD":
            card = []
        elif one.name == "END" and card is not None:
            yield card
            card = None
        elif card is not None:
            card.append(one)
    if card is not None:
        # Cut short: what is there of the last card counts.
        yield card


def _properties(text: str) -> Iterator[_Property]:
    for line in _unfolded(text):
        found = _LINE.fullmatch(line)
        if found and len(line) <= _LONGEST:
            yield _Property(found["name"].upper(), found["given"].upper(), found["value"])


def _unfolded(text: str) -> Iterator[str]:
    """Lines joined where they were folded: by a space (3.0, 4.0), or by “=” in quoted-printable (2.1)."""
    line = ""
    for found in re.finditer(r"[^\r\n]+", text):
        piece = found[0]
        if line.endswith("=") and "QUOTED-PRINTABLE" in line.partition(":")[0].upper():
            line = line[:-1] + piece.lstrip(" \t")
        elif piece[0] in " \t" and line:
            line += piece[1:]
        else:
            yield line
            line = piece
        if len(line) > _LONGEST * 10:
            line = line[: _LONGEST + 1]
    yield line


def _row(number: int, card: list[_Property], mended: Mapping[str, str]) -> Row:
    known: dict[str, list[str]] = {}
    for one in card:
        known.setdefault(one.name, []).append(_value(one))

    def first(name: str) -> str:
        return next(filter(None, known.get(name, [])), "")

    company = " ".join(mended.get("company", "").split()) or _parts(first("ORG"))[0]
    addresses = list(filter(None, known.get("EMAIL", [])))
    links = list(filter(None, [*known.get("URL", []), *known.get("X-SOCIALPROFILE", [])]))
    person = Somebody(
        " ".join(_plain(first("FN")).split()) or _from_parts(first("N")),
        title=" ".join(_plain(first("TITLE") or first("ROLE")).split()),
        email=_bare(addresses[0], "mailto:") if addresses else "",
        phone=_bare(first("TEL"), "tel:"),
        link=next(filter(_PROFILE.search, links), ""),
    )
    row = Row(number, company=company, people=[person], only_people=True)
    return checked(row)


def _value(one: _Property) -> str:
    value = one.value
    if "QUOTED-PRINTABLE" in one.given:
        charset = re.search(r"CHARSET=\"?([\w-]+)", one.given)
        value = _decoded(value, charset[1] if charset else "utf-8")
    return value.replace("\x00", "").strip()


def _decoded(value: str, charset: str) -> str:
    try:
        return quopri.decodestring(value.encode("ascii", "ignore")).decode(charset, errors="replace")
    except (LookupError, binascii.Error, ValueError):
        return value


def _parts(value: str) -> list[str]:
    return [" ".join(_plain(part).split()) for part in re.split(r"(?<!\\);", value)]


def _from_parts(name: str) -> str:
    """The N of a card: family; given; middle; before; behind."""
    family, given, middle, *_ = [*_parts(name), "", "", ""]
    return " ".join(filter(None, (given, middle, family)))


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], value)


def _bare(value: str, scheme: str) -> str:
    text = _plain(value)
    return text[len(scheme) :] if text.casefold().startswith(scheme) else text
