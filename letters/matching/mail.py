"""A message taken apart: its headers, its words as plain text, a calendar entry, a report of failure.

Pure. Whatever is broken in it is read as well as it can be: nothing here raises for a bad message.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass, field
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import Header, decode_header
from email.utils import getaddresses, parsedate_to_datetime
from itertools import islice
from typing import TYPE_CHECKING

from letters.matching.html import as_text
from letters.matching.quoting import Parts, parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from email.message import Message

# What is kept of a text: far more than anybody writes, far less than an attachment pasted into it.
LONGEST_TEXT = 60_000
LONGEST_LINE, MOST_LINES = 1_500, 2_500
LONGEST_HEADER = 4_000
LONGEST_ID = 900
_ID = re.compile(r"<([^<>\s]+)>")
_BREAKS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")
_EARLIEST, _LATEST = 1900, 2200


@dataclass(frozen=True, slots=True)
class Address:
    """A name and an address in lower case; either may be empty."""

    name: str = ""
    email: str = ""

    @property
    def domain(self) -> str:
        """What stands behind the @."""
        return self.email.rpartition("@")[2]


@dataclass(frozen=True)
class Mail:
    """One message as it was understood."""

    # The Message-ID without its brackets, or a digest of the message where it has none.
    identity: str
    sender: Address
    to: tuple[Address, ...] = ()
    subject: str = ""
    at: dt.datetime | None = None
    # The Message-IDs it answers, the nearest first.
    answers: tuple[str, ...] = ()
    # Every header by its name in small letters, in the order of the message.
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text: str = ""
    calendar: str = ""
    content_type: str = ""
    report_type: str = ""
    # What a report of delivery says, and the headers of the message that it is about.
    report: str = ""
    returned: str = ""

    def header(self, name: str) -> str:
        """The first header of that name, or nothing."""
        return next(iter(self.headers.get(name, ())), "")

    @property
    def parts(self) -> Parts:
        """The text as what the sender wrote, and what is quoted or forwarded."""
        return parts(self.text)


def read(raw: bytes) -> Mail:
    """The message in these bytes, an e-mail as RFC 5322 has it."""
    message = message_from_bytes(raw)
    headers = _headers(message)
    texts = _texts(message)
    senders = _addresses(message, "from") or _addresses(message, "sender")
    return Mail(
        identity=_identity(headers, raw),
        sender=senders[0] if senders else Address(),
        to=tuple(_addresses(message, "to") + _addresses(message, "cc")),
        subject=" ".join(_first(headers, "subject").split())[:500],
        at=_moment(headers),
        answers=_answered(headers),
        headers=headers,
        text=texts["text"] or _calm(as_text(texts["html"])[:LONGEST_TEXT]),
        calendar=texts["calendar"],
        content_type=message.get_content_type(),
        report_type=str(message.get_param("report-type") or "").casefold(),
        report=texts["report"],
        returned=texts["returned"],
    )


def _headers(message: Message) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, value in message.items():
        found.setdefault(name.casefold(), []).append(decoded(value)[:LONGEST_HEADER])
    return {name: tuple(values) for name, values in found.items()}


def decoded(value: str | Header) -> str:
    """A header's words, whatever character set they came in. Raw bytes come as a Header."""
    words = []
    try:
        pieces = decode_header(_unfolded(value) if isinstance(value, str) else value)
    except (ValueError, HeaderParseError):  # broken Base64
        pieces = [(str(value), None)]
    for piece, charset in pieces:
        words.append(piece if isinstance(piece, str) else _in_letters(piece, charset or "utf-8"))
    return _clean("".join(words)).replace("\n", " ").strip()


def _unfolded(value: str) -> str:
    return re.sub(r"\r?\n[ \t]*", " ", value)


def _in_letters(data: bytes, charset: str) -> str:
    for name in (charset, "utf-8", "cp1252"):
        try:
            return data.decode(name)
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")


def _clean(text: str) -> str:
    """Without half characters, NUL and the other signs that no text needs."""
    whole = text.encode("utf-8", "replace").decode()
    return _BREAKS.sub(" ", whole.replace("\r\n", "\n").replace("\r", "\n"))


def _first(headers: Mapping[str, tuple[str, ...]], name: str) -> str:
    return next(iter(headers.get(name, ())), "")


def _addresses(message: Message, name: str) -> list[Address]:
    """The addresses as they were sent: what an encoded name says is never read as one (RFC 2047, 5)."""
    values = [value for known, value in message.items() if known.casefold() == name]
    written = [_unfolded(value) if isinstance(value, str) else decoded(value) for value in values]
    # Some programs encode the whole line, address and all.
    return _taken_apart(written) or _taken_apart([decoded(value) for value in values])


def _taken_apart(values: list[str]) -> list[Address]:
    try:
        found = getaddresses([value[:LONGEST_HEADER] for value in values])
    except (RecursionError, ValueError, IndexError):  # comments in comments in comments
        return []
    return [
        Address(" ".join(decoded(who).split())[:200], _clean(email).strip().casefold()[:254])
        for who, email in found
        if email and not email.startswith("=?")
    ]


def _identity(headers: Mapping[str, tuple[str, ...]], raw: bytes) -> str:
    """Mailboxes add lines at the top on the way, so the digest is of what does not change."""
    given = _ID.search(_first(headers, "message-id"))
    if given and len(given[1]) <= LONGEST_ID:
        return given[1]
    told = [" ".join(_first(headers, name).split()) for name in ("from", "to", "date", "subject")]
    body = re.split(rb"\r?\n\r?\n", raw, maxsplit=1)[-1].replace(b"\r\n", b"\n").strip()
    digest = hashlib.sha256("\n".join(told).encode() + b"\n\n" + body).hexdigest()
    return f"sha256:{digest}"


def _answered(headers: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    nearest = _ID.findall(_first(headers, "in-reply-to"))
    earlier = _ID.findall(_first(headers, "references"))
    return tuple(dict.fromkeys((*nearest, *reversed(earlier))))


def _moment(headers: Mapping[str, tuple[str, ...]]) -> dt.datetime | None:
    """When it was sent; where that cannot be read, when the last server had it."""
    for value in (_first(headers, "date"), _first(headers, "received").rpartition(";")[2]):
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        moment = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
        if _EARLIEST < moment.year < _LATEST:
            return moment
    return None


def _texts(message: Message) -> dict[str, str]:
    """The plain text, the HTML, the calendar entry, and the two parts of a report."""
    found = dict.fromkeys(("text", "html", "calendar", "report", "returned"), "")
    for place, part in _leaves(message):
        name = _purpose(part)
        if name and not found[name]:
            text = place or _content(part)
            if name == "html":
                found[name] = text[: LONGEST_TEXT * 20]
            else:
                found[name] = text[:LONGEST_TEXT] if name == "calendar" else _calm(text[:LONGEST_TEXT])
    return found


def _calm(text: str) -> str:
    """Without endless lines, blanks and empty lines, which nobody writes and patterns drown in."""
    text = re.sub(r"[ \t\xa0]{9,}", " " * 8, text)
    text = re.sub(r"\n[ \t\xa0]+(?=\n)", "\n", text)
    text = re.sub(r"\n{4,}", "\n\n\n", text)
    lines = (line[at : at + LONGEST_LINE] for line in text.split("\n") for at in _cuts(line))
    return "\n".join(islice(lines, MOST_LINES))


def _cuts(line: str) -> range:
    return range(0, len(line) or 1, LONGEST_LINE)


def _purpose(part: Message) -> str:
    kind = part.get_content_type()
    named = str(part.get_filename() or "").casefold()
    if kind in ("text/calendar", "application/ics") or named.endswith(".ics"):
        return "calendar"
    if kind in ("message/delivery-status", "message/disposition-notification"):
        return "report"
    if kind in ("message/rfc822", "text/rfc822-headers"):
        return "returned"
    if part.get_content_disposition() == "attachment":
        return ""
    return {"text/plain": "text", "text/html": "html"}.get(kind, "")


def _leaves(message: Message) -> Iterator[tuple[str, Message]]:
    """The parts that hold something, each with its text where it is a message inside the message."""
    if message.get_content_maintype() == "message":
        inside = message.get_payload()
        rows = inside if isinstance(inside, list) else []
        yield (
            "\n\n".join(_lines(one) for one in rows if not isinstance(one, str)) or _content(message),
            message,
        )
    elif message.is_multipart():
        for part in message.get_payload():
            if not isinstance(part, str):
                yield from _leaves(part)
    else:
        yield "", message


def _lines(message: Message) -> str:
    """A message inside the message, as its header lines."""
    return "\n".join(f"{name}: {decoded(value)}" for name, value in message.items())


def _content(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    text = _clean(_in_letters(data, str(part.get_content_charset() or "utf-8")))
    return _unflowed(text) if part.get_param("format") == "flowed" else text


def _unflowed(text: str) -> str:
    """Lines that were only broken to fit, in one (RFC 3676)."""
    return re.sub(r"(?m)(?<!^--) \n(?!>)", " ", text)
