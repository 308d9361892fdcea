"""Who is invited: names as people write them, and what is a room, a machine or somebody's assistant.

Pure.
"""

from __future__ import annotations

import re

from interviews.invitation.facts import Guest, Role

_ROOM = re.compile(
    r"^(?:(?:meeting|conference|conf|board|interview|huddle)[ -]?room|room|boardroom|conf\b|sitzungs"
    r"|besprechungs|"
    r"konferenz|raum\b|salle\b|sala\b|vergader)|\b(?:meeting|conference|board) room\b|\bprojector\b"
    r"|\(\d{1,3} ?(?:seats?|people|p)?\)$",
    re.IGNORECASE,
)
_ROOM_ADDRESS = re.compile(
    r"@resource\.calendar\.google\.com$|^(?:room|mr|conf|meetingroom|raum|salle)[._-]?\w*\d+@", re.IGNORECASE
)
_MACHINE = re.compile(
    r"^(?:no-?reply|do-?not-?reply|calendar|scheduling|scheduler|interviews?|talent|recruit\w*|careers?|jobs?|hr|"
    r"people|notifications?|invites?|bookings?|meetings?|team|hello|info|office|reception)(?:[+._-].*)?@"
    r"|@(?:.*\.)?(?:calendly|goodtime|greenhouse|ashbyhq|lever|modernloop|zoom|doodle|cronofy)\.\w+$",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"@(?:.*\.)?(?:calendly|goodtime|greenhouse|ashbyhq|lever|modernloop|zoom|doodle|cronofy|google|microsoft)\.\w+$",
    re.IGNORECASE,
)
_ASSISTANT = re.compile(r"\b(?:EA|PA|assistant|assistenz|sekretariat|secretary|office of)\b", re.IGNORECASE)
FREE_MAIL = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "live.com",
        "msn.com",
        "yahoo.com",
        "yahoo.co.uk",
        "icloud.com",
        "me.com",
        "mac.com",
        "aol.com",
        "gmx.de",
        "gmx.net",
        "web.de",
        "proton.me",
        "protonmail.com",
        "pm.me",
        "fastmail.com",
        "zoho.com",
        "mail.com",
        "btinternet.com",
        "hotmail.co.uk",
        "t-online.de",
        "orange.fr",
        "free.fr",
        "laposte.net",
        "hey.com",
    ]
)


def guest(cn: str, email: str, cutype: str, role: Role, *, by_proxy: bool = False) -> Guest:
    """Somebody from what a calendar says of them: a name, an address, and a kind such as ROOM."""
    email = email.strip().casefold()
    name = name_of(cn, email)
    is_room = cutype.upper() in {"ROOM", "RESOURCE"} or _ROOM_ADDRESS.search(email) or _ROOM.search(name)
    aside = " ".join(re.findall(r"[(\[]([^)\]]*)[)\]]", cn))[:200]
    return Guest(name[:200], email[:254], Role.ROOM if is_room else role, by_proxy, aside)


def name_of(cn: str, email: str) -> str:
    """A person's name, given name first: from “Haddad, Nadia (London)”, or from the address alone."""
    name = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", cn.strip().strip("'\"")).strip() or cn.strip()
    if not name or "@" in name:
        return _from_address(email or name)
    family, comma, given = name.partition(",")
    if comma and len(given.split()) in (1, 2, 3) and "," not in given:
        name = f"{given.strip()} {family.strip()}"
    return " ".join(name.split())


def is_machine(one: Guest) -> bool:
    """Whether nobody in particular reads that address."""
    return bool(_MACHINE.search(one.email))


def is_service(email: str) -> bool:
    """Whether the address belongs to a service that arranges talks for many companies."""
    return bool(_SERVICE.search(email) or email.endswith("calendar.google.com"))


def is_assistant(one: Guest, title: str = "") -> bool:
    """Whether somebody arranges the talk for others, by a name or a title that says so."""
    return any(_ASSISTANT.search(words) for words in (one.name, one.aside, title))


def domain_of(email: str) -> str:
    """The part behind the @; empty for one of the addresses that anybody can have."""
    domain = email.rpartition("@")[2].casefold()
    return "" if domain in FREE_MAIL else domain


def _from_address(email: str) -> str:
    """“nadia.haddad@saltmarsh.example” is Nadia Haddad; an address that says no name stays as it is."""
    words = [
        word for word in re.split(r"[._-]+", email.partition("@")[0].partition("+")[0]) if word.isalpha()
    ]
    return " ".join(word.capitalize() for word in words) if len(words) > 1 else email
