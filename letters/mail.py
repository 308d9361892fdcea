"""A letter as a message: a mailto link or a file for the person’s own mail program, or ready to be sent."""

from __future__ import annotations

import re
import secrets
from email.errors import HeaderParseError, MessageError
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext

from candidacy.models import Profile

if TYPE_CHECKING:
    import datetime as dt
    from email.policy import Policy

    from letters.models import Letter

# Browsers and mail programs cut links off at about 2,000 characters.
LONGEST_LINK = 1900
# As many letters of one thread as a message names.
LONGEST_THREAD = 20
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_MESSAGE_ID = re.compile(r"<[!-;=?-~]+@[!-;=?-~]+>")


def note(letter: Letter) -> str:
    """What the agency recruiter is asked above the letter; empty where it goes straight to its reader."""
    if letter.via is None:
        return ""
    # Imported where it is used: it takes all that knows how to draft with it.
    from letters.cover import cover

    company = letter.candidacy.company.name
    return cover(letter.via.name, letter.to.name, company, letter.kind, Profile.load().name)


def text(letter: Letter) -> str:
    """The whole message: the letter, below the note to the recruiter where it goes through one."""
    from letters.cover import above

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
    """The letter as an .eml file that mail programs open for sending."""
    message = written(letter, profile)
    message["X-Unsent"] = "1"
    return message.as_bytes()


def written(letter: Letter, profile: Profile) -> EmailMessage:
    """The letter as a message, in the thread of the one it answers.

    No text of a record can add a header or another reader: names and subjects are one line each, and an
    address that is none is left out.
    """
    message = _message(letter.subject, text(letter), profile)
    address = address_of(letter.carrier.name, letter.carrier.email)
    if address:
        message["To"] = address
    thread = _thread(letter)
    if thread:
        message["In-Reply-To"], message["References"] = thread[-1], " ".join(thread)
    return message


def trial(profile: Profile, me: Address) -> EmailMessage:
    """A test to myself."""
    words = gettext(
        "This is the test you asked for: Afterword can send your letters.\n\nNobody else got it.\n"
    )
    return to_myself(gettext("A test from Afterword"), words, profile, me)


def to_myself(subject: str, words: str, profile: Profile, me: Address) -> EmailMessage:
    """A message that goes to nobody but me."""
    message = _message(subject, words, profile)
    message["To"] = me
    return message


def sealed(message: EmailMessage, message_id: str, at: dt.datetime) -> str:
    """The message ready to leave, with its own Message-ID and date: ASCII text, lines ending in CRLF."""
    message["Message-ID"], message["Date"] = message_id, format_datetime(at)
    return message.as_bytes().decode("ascii")


def new_message_id(sender: str) -> str:
    """A Message-ID that nobody else has, and that tells nothing of this computer."""
    return f"<{secrets.token_hex(16)}@{sender.rpartition('@')[2]}>"


def _message(subject: str, words: str, profile: Profile) -> EmailMessage:
    message = EmailMessage(policy=_POLICY)
    message["Subject"] = _header(subject)
    sender = address_of(profile.name, profile.email)
    if sender:
        message["From"] = sender
    message.set_content(_whole(words).replace("\r\n", "\n"), charset="utf-8", cte="quoted-printable")
    return message


def _thread(letter: Letter) -> list[str]:
    """The Message-IDs of the letters before it, the first first: what a mail program threads by."""
    found: list[str] = []
    earlier = letter.answers_letter
    while earlier and _MESSAGE_ID.fullmatch(earlier.message_id) and len(found) < LONGEST_THREAD:
        if earlier.message_id in found:
            break
        found.insert(0, earlier.message_id)
        earlier = earlier.answers_letter
    return found


class _Ids(UnstructuredHeader, BaseHeader):
    """Message-IDs one below the other: the library would encode a long one, and no program would know it."""

    def fold(self, *, policy: Policy[Any]) -> str:  # noqa: ARG002
        """The header with one Message-ID a line."""
        return f"{self.name}: " + "\r\n ".join(self.split()) + "\r\n"


_HEADERS = HeaderRegistry()
_HEADERS.map_to_type("in-reply-to", _Ids)
_HEADERS.map_to_type("references", _Ids)
_POLICY = SMTP.clone(header_factory=_HEADERS)


def address_of(name: str, email: str) -> Address | None:
    """The address as a header holds it; None for what is none, or has letters that no header may hold."""
    try:
        local, _, domain = _header(email).rpartition("@")
        plain = f"{local}@{domain.encode('idna').decode('ascii')}"
        address = Address(_header(name), addr_spec=plain)
        # One with a comment in it would be read as another than it looks.
        return address if local.isascii() and address.addr_spec == plain else None
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
