"""Whether a message invites to an interview: by a calendar entry, or in words.

Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letters.matching.sentences import folded, sentences

if TYPE_CHECKING:
    from letters.matching.mail import Mail

_METHOD = re.compile(r"(?im)^METHOD[^:\n]*:\s*(\w+)")
_SUMMARY = re.compile(r"(?im)^(?:SUMMARY|DESCRIPTION)[^:\n]*:(.*)$")
_CANCELLED = re.compile(r"(?im)^(?:METHOD:\s*CANCEL|STATUS:\s*CANCELLED)\b")
_UID = re.compile(r"(?im)^UID[^:\n]*:(.+)$")
_UNFOLD = re.compile(r"\r?\n[ \t]")
_WORDS = re.compile(
    r"\binvit(?:e|es|ing) you (?:to|for|in)\b.{0,60}\b(?:interview|assessment|screening|panel|final round"
    r"|conversation|chat|call|meet|talk|stage|day)"
    r"|\binvitation (?:to|for) (?:an? |the |your )?(?:\w+ ){0,3}interview|\binterview invitation\b"
    r"|\binvited (?:to|for) (?:an? |the )?(?:\w+ ){0,3}interview"
    r"|\b(?:schedule|book|arrange|choose|pick|select) (?:an?|your|the)? ?(?:\w+ ){0,2}(?:interview|slot)"
    r"|\beinladung zu[mr]? .{0,30}gesprach|\bladen (?:sie|dich) .{0,60}\bein\b|\b(?:sie"
    r"|dich) .{0,60}gesprach .{0,20}einladen|\beinladen .{0,40}gesprach"
    r"|\b(?:convier|inviter|convions|invitons|invitation) .{0,60}entretien|\bproposer un entretien"
    r"|\b(?:invitarte|invitarle|invitamos|invitacion|convocarte|citarte) .{0,60}entrevista|\b(?:invitarla"
    r"|invitarti|invitarlo|invitiamo) .{0,60}colloquio"
    r"|\b(?:uitnodig\w+|nodigen) .{0,60}(?:gesprek|kennismak)|\b(?:convid\w+) .{0,60}entrevista"
    r"|\bzapras\w+ .{0,60}rozmow|\bbjuda in .{0,60}intervju|\bindbyde .{0,60}samtale"
)


def has_entry(mail: Mail) -> bool:
    """Whether a calendar entry is attached that asks for something: a meeting, its change, its end."""
    return bool(mail.calendar) and _method(mail) not in ("REPLY", "COUNTER", "REFRESH")


def answers_entry(mail: Mail) -> bool:
    """Whether it only answers an invitation of mine: accepted, declined."""
    return bool(mail.calendar) and _method(mail) == "REPLY"


def calls_off(calendar: str) -> bool:
    """Whether a calendar entry says that the meeting is cancelled."""
    return bool(_CANCELLED.search(calendar))


def entry_id(calendar: str) -> str:
    """The id by which a change of the same meeting is known (RFC 5545, 3.8.4.7); empty where it has none."""
    found = _UID.search(_UNFOLD.sub("", calendar))
    return found[1].strip() if found else ""


def entry_words(mail: Mail) -> str:
    """What the calendar entry is called, and what it says."""
    return " ".join(_SUMMARY.findall(_UNFOLD.sub("", mail.calendar)))


def invites(text: str) -> bool:
    """Whether the words invite to an interview."""
    return any(_WORDS.search(folded(one)) for one in sentences(text))


def _method(mail: Mail) -> str:
    found = _METHOD.search(mail.calendar)
    return found[1].upper() if found else ""
