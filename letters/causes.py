"""Why a mail server did not take a letter, as far as its words tell, and what helps.

Codes are those of RFC 5321.

Pure.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

# How far the talk with the server had come.
CONNECT, ENCRYPT, LOGIN, SENDER, RECIPIENT, DATA, AFTER = (
    "connect", "encrypt", "login", "sender", "recipient", "data", "after",
)  # fmt: skip
# It never came to a talk: sending was turned off, or Afterword was closed, in the ten seconds.
OFF, CLOSED = "off", "closed"
# What is wrong with the server or the account, and so with every letter.
OF_THE_ACCOUNT = frozenset({CONNECT, ENCRYPT, LOGIN, SENDER, OFF})

_STUCK = {
    CONNECT: gettext_noop("Your mail server could not be reached"),
    ENCRYPT: gettext_noop("There is no safe connection to your mail server"),
    LOGIN: gettext_noop("Your mail server did not let Afterword in"),
    SENDER: gettext_noop("Your mail server does not send for your address"),
    RECIPIENT: gettext_noop("Your mail server refused the address"),
    DATA: gettext_noop("Your mail server refused the letter"),
    AFTER: gettext_noop("Your mail server had the whole letter, and did not say that it took it"),
    OFF: gettext_noop("Sending was turned off before it left"),
    CLOSED: gettext_noop("Afterword was closed before it left"),
}
_NO_NAME = re.compile(r"name or service|nodename|getaddrinfo|name resolution|no address", re.IGNORECASE)
_LIMIT = re.compile(r"quota|limit|too many|rate|exceeded", re.IGNORECASE)
_SPAM = re.compile(r"spam|policy|blocked|blacklist|reputation|dmarc|spf|dkim", re.IGNORECASE)
_LARGE = re.compile(r"too (?:large|big)|size", re.IGNORECASE)
_CERTIFICATE = re.compile(r"certificate", re.IGNORECASE)
_LATER = range(400, 500)


def stuck(stage: str) -> str:
    """Where the letter stuck, as the beginning of a sentence without its stop."""
    return _(_STUCK.get(stage) or gettext_noop("It did not leave"))


def cause(stage: str, code: int | None, said: str) -> str:
    """The likely cause and what helps, in a sentence or two; empty where nothing better is known."""
    match stage:
        case "connect":
            return _of_connection(said)
        case "encrypt":
            return _of_encryption(said)
        case "login":
            return _of_login(code)
        case "recipient":
            return _of_recipient(code, said)
        case "after":
            return "" if code is None else _("So it very likely did not go out.")
        case "off" | "closed":
            return _("Send it again when you are ready.")
        case _:
            return _of_letter(stage, code, said)


def _of_connection(said: str) -> str:
    if _NO_NAME.search(said):
        return _("There is no server of that name, or this computer is offline.")
    return _("Is this computer online? If it is, look at server and port in Settings.")


def _of_encryption(said: str) -> str:
    if _CERTIFICATE.search(said):
        return _(
            "Its certificate is not for that name, or has run out. Look at the server’s name in Settings."
        )
    return _("Try the other way of encrypting, with its port, in Settings.")


def _of_login(code: int | None) -> str:
    if code in _LATER:
        return _("That may pass by itself: try again in a few minutes.")
    return _(
        "The user name or the password is not the right one. Most providers want an "
        "app password, made in the settings of your account, not the one you sign in "
        "with."
    )


def _of_recipient(code: int | None, said: str) -> str:
    if _SPAM.search(said):
        return _("Their server does not take mail from yours for now. Your own mail program may say more.")
    if code in _LATER:
        return _("That may pass by itself: try again in a few minutes.")
    return _("The address is most likely misspelt, or no longer in use.")


def _of_letter(stage: str, code: int | None, said: str) -> str:
    if _LIMIT.search(said):
        return _("You have sent as much as your provider allows for now. Try again later.")
    if _LARGE.search(said):
        return _("It is too large for your server.")
    if _SPAM.search(said):
        return _("Your provider holds it back. Its own pages may say more.")
    if code in _LATER:
        return _("That may pass by itself: try again in a few minutes.")
    if stage == SENDER:
        return _("The address under “You” in Settings has to be the one of this account.")
    return ""
