"""A letter on its way into the person's own mail program: a mailto link while it is short, else a file."""

from __future__ import annotations

import re
from email.errors import HeaderParseError, MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.urls import reverse

from candidacy.models import Profile
from letters.cover import above, cover

if TYPE_CHECKING:
    from letters.models import Letter

# Browsers and mail programs cut links off at about 2,000 characters.
LONGEST_LINK = 1900
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_MESSAGE_ID = re.compile(r"<[^<>\s]+@[^<>\s]+>")


def note(letter: Letter) -> str:
    """What the agency recruiter is asked above the letter; empty where it goes straight to its reader."""
    if letter.via is None:
        return ""
    company = letter.candidacy.company.name
    return cover(letter.via.name, letter.to.name, company, letter.kind, Profile.load().name)


def text(letter: Letter) -> str:
    """The whole message: the letter, below the note to the recruiter where it goes through one."""
    return above(note(letter), letter.body)


def link(letter: Letter) -> str:
    """The mailto link with address, subject and text."""
    lines = text(letter).replace("\r\n", "\n").replace("\n", "\r\n")
    address = quote(_one_line(letter.carrier.email), safe="@")
    return f"mailto:{address}?subject={_quoted(_one_line(letter.subject))}&body={_quoted(lines)}"


def fits(link: str) -> bool:
    """Whether every mail program takes a link of that length whole."""
    return len(link) < LONGEST_LINK


def way_out(letter: Letter) -> str:
    """Where “open in email” leads: the link, or where that would be too long the file."""
    short = link(letter)
    return short if fits(short) else reverse("letters:eml", args=[letter.pk])


def file(letter: Letter, profile: Profile) -> bytes:
    """The letter as an .eml file that mail programs open for sending.

    No text of a record can add a header or another reader: names and subjects are one line each, and an
    address that is none is left out.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _header(letter.subject)
    for header, name, email in (
        ("From", profile.name, profile.email),
        ("To", letter.carrier.name, letter.carrier.email),
    ):
        address = _address(name, email)
        if address:
            message[header] = address
    earlier = letter.answers_letter
    if earlier and _MESSAGE_ID.fullmatch(earlier.message_id):
        message["In-Reply-To"] = message["References"] = earlier.message_id
    message["X-Unsent"] = "1"
    message.set_content(_whole(text(letter)).replace("\r\n", "\n"), charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def _address(name: str, email: str) -> Address | None:
    try:
        return Address(_header(name), addr_spec=_header(email)) if email else None
    except (HeaderParseError, MessageError, ValueError, IndexError):
        return None


def _one_line(text: str) -> str:
    # Only plain spaces are run together: the narrow and the unbreakable ones are meant.
    return re.sub(" +", " ", _BREAKS.sub(" ", _whole(text))).strip(" ")


def _header(text: str) -> str:
    """One line, and no encoded word: decoded, that could hold a line end and another header."""
    return _one_line(text).replace("=?", "= ?")


def _whole(text: str) -> str:
    """Without half characters, which no message can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _quoted(text: str) -> str:
    return quote(_whole(text), safe="")
