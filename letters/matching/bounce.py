"""Whether a message says that a letter could not be delivered, which one, and why.

Pure. Reports come as RFC 3464 has it, or in the own words of servers that are older than that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letters.matching.sentences import folded

if TYPE_CHECKING:
    from letters.matching.mail import Mail

_SERVER = re.compile(
    r"^(?:mailer-daemon|mailerdaemon|postmaster|mail-daemon|microsoftexchange[0-9a-f]*|mailadmin)$"
)
_FAILED = re.compile(
    r"could not send message|undeliver\w*|undelivered|delivery (?:status notification|failure|has failed"
    r"|failed)|returned mail"
    r"|mail delivery (?:failed|system|failure)|failure notice"
    r"|could not be delivered|unzustellbar|nicht zugestellt|non remis|non distribu|echec de la remise"
    r"|no se (?:ha podido|pudo) entregar|no se puede entregar|mancata consegna|onbestelbaar"
    r"|nao entregue|niedostarczon|gick inte att leverera|olevererbart|address not found|rejected"
)
_LATER = re.compile(r"\bdelay\w*|\bwarning: |\bstill trying|\bwill (?:retry|keep trying)|verzoger|retard")
_ACTION = re.compile(r"(?im)^[ \t]*Action:\s*(\w+)")
_RECIPIENT = re.compile(
    r"(?im)^[ \t]*(?:Final|Original)-Recipient:\s*(?:rfc822\s*;)?\s*<?([^\s<>;]+@[^\s<>;]+)"
)
_DIAGNOSTIC = re.compile(r"(?im)^[ \t]*Diagnostic-Code:\s*(?:smtp\s*;)?\s*(.+(?:\n[ \t]+.+)*)")
_STATUS = re.compile(r"(?im)^[ \t]*Status:\s*(\d\.\d+\.\d+)")
_ID = re.compile(r"(?im)^[ \t]*>?[ \t]*Message-ID:\s*<([^<>\s]+)>")
_SUBJECT = re.compile(r"(?im)^[ \t]*>?[ \t]*Subject:\s*(.+)$")
_ADDRESS = re.compile(r"(?<![\w.+'-])([\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})")
_ANSWER = re.compile(
    r"(?m)^.*\b[45]\d\d[ -](?:\d\.\d\.\d)?.*$|^.*(?:user unknown|does not exist|mailbox (?:full"
    r"|unavailable)|quota|no such user).*$",
    re.IGNORECASE,
)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a report says: whose mailbox, which message, and the server's own words."""

    recipients: tuple[str, ...] = ()
    message_ids: tuple[str, ...] = ()
    subject: str = ""
    reason: str = ""
    # It is only late, or it did arrive: nothing failed.
    harmless: bool = False


def bounce(mail: Mail) -> Bounce | None:
    """What the report says; None where the message is no report of a server."""
    by_server = bool(_SERVER.match(mail.sender.email.partition("@")[0]))
    reports = mail.report_type == "delivery-status" or "x-failed-recipients" in mail.headers
    told = bool(_FAILED.search(folded(mail.subject)) or _FAILED.search(folded(mail.text[:1500])))
    if not reports and not (by_server and told):
        return None
    return Bounce(
        recipients=tuple(dict.fromkeys(_recipients(mail))),
        message_ids=tuple(dict.fromkeys((*_ID.findall(f"{mail.returned}\n{mail.text}"), *mail.answers))),
        subject=(_SUBJECT.findall(f"{mail.returned}\n{mail.text}") or [""])[0].strip(),
        reason=_reason(mail),
        harmless=_harmless(mail),
    )


def _recipients(mail: Mail) -> list[str]:
    given = mail.header("x-failed-recipients")
    found = [*_RECIPIENT.findall(mail.report), *_ADDRESS.findall(given)]
    if not found:
        # The servers that say it in words name the mailbox before they repeat the message.
        words = re.split(r"(?m)^--.{0,200}(?:copy|original|below)", mail.text)[0]
        found = [one for one in _ADDRESS.findall(words) if "daemon" not in one and "postmaster" not in one][
            :3
        ]
    return [one.casefold().strip(".") for one in found]


def _harmless(mail: Mail) -> bool:
    actions = {one.casefold() for one in _ACTION.findall(mail.report)}
    if actions:
        return "failed" not in actions
    return bool(_LATER.search(folded(mail.subject)))


def _reason(mail: Mail) -> str:
    """The server's own words, in one line."""
    said = _DIAGNOSTIC.search(mail.report)
    if said:
        return " ".join(said[1].split())[:_LONGEST]
    line = _ANSWER.search(mail.text)
    status = _STATUS.search(mail.report)
    words = line.group() if line else status[1] if status else mail.subject
    return " ".join(words.split())[:_LONGEST]
