"""From the bytes of a file to text, whatever program wrote them.

Pure.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from desk.moving_in.refusing import UnknownFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.moving_in.content import Content

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Files of programs that are often taken for tables, by how they begin.
_OTHERS = ((b"PK\x03\x04", "workbook"), (b"\xd0\xcf\x11\xe0", "workbook"), (b"%PDF", "pdf"))
_LOOKED_AT = 64 * 1024
_WINDOW = 1 << 20
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Of a text, a few characters are ones that nobody types, or at most one in so many.
_FEW_CONTROLS, _MOST_CONTROLS = 20, 200


def encoding_of(data: Content) -> str:
    """The name of the encoding: UTF-8, UTF-16 or Windows-1252. Raises UnknownFileError for no text."""
    beginning = data[:_LOOKED_AT]
    for other, code in _OTHERS:
        if beginning.startswith(other):
            raise UnknownFileError(code)
    found = next((name for mark, name in _MARKS if beginning.startswith(mark)), None) or _without_mark(data)
    _insist_on_text(beginning, found)
    return found


def text_of(data: Content) -> str:
    """The whole text, without a mark at its beginning. Raises UnknownFileError."""
    return "".join(pieces_of(data, encoding_of(data)))


def pieces_of(data: Content, encoding: str) -> Iterator[str]:
    """The text piece by piece, without a mark at its beginning: a large file is never held twice."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    mark = "\ufeff"
    for start in range(0, len(data), _WINDOW):
        if piece := decoder.decode(data[start : start + _WINDOW]).removeprefix(mark):
            yield piece
            mark = ""
    yield decoder.decode(b"", final=True)


def _without_mark(data: Content) -> str:
    beginning = data[:_LOOKED_AT]
    half = len(beginning) // 2 or 1
    # Latin letters in UTF-16 have a zero beside each: behind it, or before.
    if beginning[1::2].count(0) > half * 0.4:
        return "utf-16-le"
    if beginning[0::2].count(0) > half * 0.4:
        return "utf-16-be"
    strictly = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _WINDOW):
            strictly.decode(data[start : start + _WINDOW])
        strictly.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _insist_on_text(start: bytes, name: str) -> None:
    beginning = start.decode(name, errors="replace")
    odd = len(_CONTROLS.findall(beginning)) + (beginning.count("\ufffd") if name != "cp1252" else 0)
    if odd > _FEW_CONTROLS and odd * _MOST_CONTROLS > len(beginning):
        raise UnknownFileError("no_text")
    if not beginning.strip("\ufeff\x00 \t\r\n"):
        raise UnknownFileError("empty")
