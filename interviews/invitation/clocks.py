"""The time zones that calendars name: IANA's, Windows', those of old programs, and words in a message.

Pure.
"""

from __future__ import annotations

import re
from functools import cache

from candidacy import zones

# How Windows shows its zones, by words of the list of cities; and how messages call the common ones.
_SHOWN = {
    "Dublin, Edinburgh": "Europe/London", "Amsterdam, Berlin": "Europe/Berlin",
    "Brussels, Copenhagen": "Europe/Paris", "Belgrade, Bratislava": "Europe/Budapest",
    "Sarajevo, Skopje": "Europe/Warsaw", "Athens, Bucharest": "Europe/Bucharest",
    "Helsinki, Kyiv": "Europe/Kiev", "Eastern Time": "America/New_York", "Central Time (": "America/Chicago",
    "Mountain Time": "America/Denver",
    "Pacific Time": "America/Los_Angeles", "Atlantic Time": "America/Halifax",
    "Chennai, Kolkata": "Asia/Kolkata", "India Standard Time": "Asia/Kolkata",
    "Osaka, Sapporo": "Asia/Tokyo",
    "Canberra, Melbourne": "Australia/Sydney", "Abu Dhabi": "Asia/Dubai",
    "Kuala Lumpur, Singapore": "Asia/Singapore",
    "Auckland, Wellington": "Pacific/Auckland", "Harare, Pretoria": "Africa/Johannesburg",
    "United Kingdom Time": "Europe/London", "UK time": "Europe/London",
    "British Summer Time": "Europe/London",
    "Greenwich Mean Time": "Europe/London", "Central European": "Europe/Berlin", "Irish": "Europe/Dublin",
    "Coordinated Universal Time": "UTC",
}  # fmt: skip
_SHORT = {
    "GMT": "Europe/London", "BST": "Europe/London", "UK": "Europe/London", "CET": "Europe/Berlin",
    "CEST": "Europe/Berlin", "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin", "EET": "Europe/Athens",
    "ET": "America/New_York", "EST": "America/New_York", "EDT": "America/New_York", "CT": "America/Chicago",
    "CDT": "America/Chicago", "MT": "America/Denver",
    "PT": "America/Los_Angeles", "PST": "America/Los_Angeles",
    "PDT": "America/Los_Angeles", "UTC": "UTC", "Z": "UTC",
}  # fmt: skip

# Names that the list of Windows' zones still uses.
_RENAMED = {
    "Asia/Calcutta": "Asia/Kolkata", "Asia/Katmandu": "Asia/Kathmandu", "Asia/Rangoon": "Asia/Yangon",
}  # fmt: skip


def zone_named(name: str) -> str:
    """The IANA zone that a calendar's name means; empty where nobody knows."""
    name = name.strip().strip('"').lstrip("/")
    if not name or len(name) > 200:
        return ""
    # Old programs write a path of their own before it: …/Olson_20011030_5/Europe/London.
    for tail in (name, "/".join(name.split("/")[-2:]), "/".join(name.split("/")[-3:])):
        if tail in _known():
            return tail
    return _of_windows(name) or zone_in(name)


def zone_in(words: str) -> str:
    """The zone that words name: a list of cities, “Eastern Time”, CET, or a city; empty where none does."""
    for shown, zone in _SHOWN.items():
        if shown.casefold() in words.casefold():
            return zone
    for known in re.findall(r"\b[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?\b", words):
        if known in _known():
            return str(known)
    for short in re.findall(
        r"\b[A-Z]{1,4}\b", re.sub(r"(?:UTC|GMT) ?[+\N{MINUS SIGN}-] ?\d[\d:]*", "", words)
    ):
        if short in _SHORT:
            return _SHORT[short]
    return next((zone for city, zone in _cities().items() if re.search(rf"\b{re.escape(city)}\b", words)), "")


def _of_windows(name: str) -> str:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    zone = str(WINDOWS_TO_OLSON.get(name, ""))
    return _RENAMED.get(zone, zone)


@cache
def _known() -> frozenset[str]:
    return frozenset(zones.zone_names())


@cache
def _cities() -> dict[str, str]:
    return {name.rpartition("/")[2].replace("_", " "): name for name in zones.zone_names() if "/" in name}
