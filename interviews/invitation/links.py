"""Where a talk takes place: the link to join it, or a place, and so whether by phone, video or on site.

Pure.
"""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qs, unquote, urlsplit

LONGEST = 2000
_LINK = re.compile(r"https?://[^\s<>\"'\\\]]+", re.IGNORECASE)
# Hosts where people meet, and what their addresses of a meeting look like.
_ROOMS = (
    (r"(?:^|\.)zoom(?:gov)?\.(?:us|com)$", r"/(?:j|my|w|s|wc/join)/"),
    (
        r"^teams\.(?:microsoft|live|cloud\.microsoft)(?:\.com|\.us)?$",
        r"/(?:l/meetup-join|meet)/|/dl/launcher",
    ),
    (r"^meet\.google\.com$", r"/[a-z]{3,4}-[a-z]{4}-[a-z]{3,4}|/lookup/"),
    (r"(?:^|\.)webex\.com$", r"/(?:meet|join|j\.php|wbxmjs|[\w.-]+/j\.php)"),
    (r"^(?:[\w-]+\.)?whereby\.com$", r"/[\w-]+"),
    (r"^(?:meet|global)\.goto(?:meeting)?\.com$|^gotomeet\.me$", r"/[\w-]+"),
    (r"^meet\.jit\.si$", r"/.+"),
    (r"^(?:join|meet)\.skype\.com$|^meet\.lync\.com$", r"/.+"),
    (r"^(?:app\.)?chime\.aws$", r"/\d+"),
    (r"^facetime\.apple\.com$", r"/join"),
)
# Wrappings of links, by which parameter holds the link itself.
_WRAPPED = {"safelinks.protection.outlook.com": "url", "www.google.com": "q", "urldefense.com": ""}
_NO_PLACE = re.compile(
    r"(?:microsoft )?teams(?: meeting| call)?(?:; .*)?|zoom(?: meeting| call)?|google meet"
    r"|(?:video|web|online)[ -]?"
    r"(?:call|conference|meeting|interview)?|virtual|remote|online|tba|tbc|tbd"
    r"|see (?:below|description|link).*|webex|skype(?: meeting)?"
    r"|microsoft teams-besprechung|r[ée]union microsoft teams|reuni[óo]n de microsoft teams",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"\b(?:phone|telephone|tel|call (?:you|me|on)|dial|mobile|telefon\w*|téléphone|teléfono)\b|^tel:",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\+|\b0)\d[\d ()./-]{6,}\d")
_ON_SITE = re.compile(
    r"\b(?:on[ -]?site|in person|at our offices?|visit us|reception desk|vor ort|sur place|presencial)\b",
    re.IGNORECASE,
)


def where(location: str, description: str, title: str, extra: tuple[str, ...]) -> tuple[str, str]:
    """The channel and the place or link. `extra` are properties that hold a link and nothing else."""
    place = ", ".join(" ".join(line.split()).strip(",") for line in location.splitlines() if line.strip(", "))
    link = next(filter(None, map(meeting_link, (*extra, place, description, title))), "")
    bare = _LINK.sub("", place).strip(" ;,|-()")
    real = "" if _NO_PLACE.fullmatch(bare) else bare
    if real and (_PHONE.search(real) or _NUMBER.fullmatch(real)) and not link:
        return "phone", place[:LONGEST]
    if link and not (real and _ON_SITE.search(f"{title} {description}")):
        return "video", link
    if real:
        return "on_site", real[:LONGEST]
    other = _LINK.search(place)
    if other:
        return "video", other[0][:LONGEST]
    by_phone = _PHONE.search(title) or (_PHONE.search(description) and not bare)
    return ("phone", "") if by_phone else ("video", "")


def meeting_link(text: str) -> str:
    """The first link in a text that leads to a meeting; empty where there is none."""
    for found in _LINK.finditer(html.unescape(text)):
        link = unwrapped(found[0].rstrip(".,;:)>"))
        if len(link) <= LONGEST and _is_meeting(link):
            return link
    return ""


def unwrapped(link: str) -> str:
    """The link that a mail program's or a calendar's own link leads to."""
    try:
        parts = urlsplit(link)
        for host, parameter in _WRAPPED.items():
            if (parts.hostname or "").endswith(host):
                inner = parse_qs(parts.query).get(parameter, [""])[0] if parameter else _defended(link)
                return inner if inner.startswith(("http://", "https://")) else link
    except ValueError:
        pass
    return link


def _defended(link: str) -> str:
    found = re.search(r"/v3/__(.+?)__;", link)
    return unquote(found[1]) if found else ""


def _is_meeting(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    host = (parts.hostname or "").casefold()
    return any(re.search(there, host) and re.match(path, parts.path) for there, path in _ROOMS)
