"""The messages in a file: one e-mail, or a mailbox of many, one after the other (RFC 4155).

Pure.
"""

from __future__ import annotations

import re

# A line of a message may begin with “From ” too; headers follow it only between two messages.
_SEPARATOR = re.compile(rb"(?:\A|(?<=\n)\r?\n|(?<=\n))From [^\n]*\n(?=[!-9;-~]+:)", re.MULTILINE)
_QUOTED = re.compile(rb"(?m)^>(>*From )")
_HEADER = re.compile(rb"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n", re.MULTILINE)
_TOLD = re.compile(rb"(?im)^(?:from|date|subject|received|message-id|return-path):")


def is_mailbox(data: bytes) -> bool:
    """Whether the file is a mailbox: its first line begins with “From ”."""
    return data.lstrip(b"\xef\xbb\xbf\r\n").startswith(b"From ")


def is_message(data: bytes) -> bool:
    """Whether the file is one e-mail: header lines, at least two of those that every e-mail has."""
    head = _HEADER.match(data.lstrip(b"\xef\xbb\xbf\r\n") + b"\n")
    return head is not None and len(_TOLD.findall(head.group())) > 1


def messages(data: bytes) -> list[bytes]:
    """The messages of the file, whichever of the two it is."""
    data = data.lstrip(b"\xef\xbb\xbf\r\n")
    if not is_mailbox(data):
        return [data] if data.strip() else []
    pieces = _SEPARATOR.split(data)[1:]
    return [_QUOTED.sub(rb"\1", piece).rstrip(b"\r\n") + b"\n" for piece in pieces if piece.strip()]
