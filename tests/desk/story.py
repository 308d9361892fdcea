"""One candidacy told in a line, as an archive, and what `today` says of it in a line.

    talk 10-05T10:00 60 ruth -tomasz decide=10-16; thank_you 10-05T16:00 ruth; heard 10-07 asks

A clause is a word, a day of 2026 (with its time; nine o’clock unless said), and what belongs to it. A talk
has its minutes and who was in it, with a minus whoever did not come. `heard` is a line of theirs, `wrote` of
mine.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from desk.archive import read, store
from tests.desk.cast import said_json

Json = dict[str, Any]
PEOPLE = [
    ("Ruth Adeyemi", "Operations Director", "hiring_manager"),
    ("Tomasz Berg", "Team Leader", "peer"),
    ("Tom Wexley", "Consultant", "agency"),
]
LETTERS = ("thank_you", "nudge", "second_nudge", "closing", "free")
ROW = {
    "anchor": "anchor",
    "quiet": "quiet_on",
    "silent": "silent_on",
    "second": "second_nudge_on",
    "close": "close_on",
    "send": "suggested_send_on",
    "days": "business_days_quiet",
    "state": "state",
}


def day(words: str) -> str:
    """A day of 2026 unless another year is said."""
    return words if words[:2] == "20" else f"2026-{words}"


def moment(words: str) -> str:
    return day(words) if "T" in words else f"{day(words)}T09:00"


def take_in(story: str, stage: str = "interview", place: str = "GB Europe/London") -> None:
    """Record one candidacy at Northlight, whose people are Ruth, the head, and Tomasz, a peer."""
    candidacy: Json = {"key": "k", "role": "Planner", "stage": stage}
    candidacy |= {"contacts": [], "interviews": [], "letters": []}
    for number, clause in enumerate(filter(None, map(str.strip, story.split(";")))):
        word, *rest = clause.split()
        _TELL.get(word, _letter)(candidacy, f"{word}{number}", rest)
    country, zone = place.split()
    ruth, tomasz, tom = (
        {"key": name.split()[0].lower(), "name": name, "title": title, "relation": relation}
        for name, title, relation in PEOPLE
    )
    northlight = {"key": "co", "name": "Northlight", "country": country, "time_zone": zone}
    archive = {
        "format": "afterword",
        "version": 1,
        "profile": {"name": "Dana Whitfield", "country": "GB", "time_zone": "Europe/London"},
        "companies": [
            northlight | {"people": [ruth, tomasz], "candidacies": [candidacy]},
            {"key": "ag", "name": "Wexley Search", "sector": "agency", "country": "GB", "people": [tom]},
        ],
    }
    store(read(json.dumps(archive)))


def stands(on: str) -> Json | None:
    """The candidacy as of that moment, in the short words of these tests; None when it is not listed."""
    rows = said_json("--all", "--on", moment(on))["candidacies"]
    if not rows:
        return None
    (row,) = rows
    said = {short: row[name] for short, name in ROW.items()}
    said["to"] = row["write_to"] and row["write_to"]["name"].split()[0]
    said["via"] = row["write_to"] and row["write_to"]["route"]
    said["next"] = row["runner_up"] and row["runner_up"]["name"].split()[0]
    return said


def owed(on: str) -> list[Json]:
    """The thank-yous as of that moment."""
    listed: list[Json] = said_json("--all", "--on", moment(on))["thank_yous"]
    return listed


def expected(words: str) -> Json:
    """What is expected, from words such as `state=quiet silent=10-14 second=-`."""
    pairs = (pair.partition("=")[::2] for pair in words.split())
    return {name: _expected(name, value) for name, value in pairs}


def _expected(name: str, value: str) -> Any:
    if value == "-":
        return None
    if name == "days":
        return int(value)
    return day(value) if value[:1].isdigit() else value


def _options(rest: list[str]) -> tuple[list[str], Json]:
    options = dict(word.split("=") for word in rest if "=" in word)
    return [word for word in rest if "=" not in word], options


def _line(candidacy: Json, key: str, rest: list[str], direction: str) -> None:
    words, options = _options(rest)
    line = {"key": key, "at": moment(words[0]), "direction": direction, "channel": "email", "text": "…"}
    line["automatic"], line["needs_reply"] = "automatic" in words, "asks" in words
    line["decision_on"] = day(options["by"]) if "by" in options else None
    line["person"] = options.get("from")
    candidacy["contacts"].append(line)


def _talk(candidacy: Json, key: str, rest: list[str]) -> None:
    (start, minutes, *people), options = _options(rest)
    starts_at = datetime.fromisoformat(moment(start))
    talk: Json = {"key": key, "starts_at": starts_at.isoformat(), "channel": "video"}
    talk["ends_at"] = (starts_at + timedelta(minutes=int(minutes))).isoformat()
    talk["cancelled"] = "cancelled" in people
    talk["time_zone"] = options.get("zone", "")
    seats = [one for one in people if one != "cancelled"]
    said = [
        {"key": f"{key}{kind}", "kind": kind, "text": "By then.", "due_on": day(options[option])}
        for option, kind in (("decide", "timeline"), ("promise", "promise"))
        if option in options
    ]
    talk["interviewers"] = [
        {"person": one.lstrip("-"), "present": one[0] != "-", "notes": [] if number else said}
        for number, one in enumerate(seats)
    ]
    candidacy["interviews"].append(talk)


def _letter(candidacy: Json, key: str, rest: list[str]) -> None:
    kind, sent = key.rstrip("0123456789"), rest[0] != "draft"
    assert kind in LETTERS, key
    letter = {"key": key, "kind": kind, "to": rest[1], "status": "sent" if sent else "draft"}
    candidacy["letters"].append(letter | {"sent_at": moment(rest[0]) if sent else None})


def _own(*names: str) -> Any:
    def tell(candidacy: Json, _key: str, rest: list[str]) -> None:
        candidacy |= {
            name: day(word) if word[0].isdigit() else word for name, word in zip(names, rest, strict=True)
        }

    return tell


_TELL = {
    "heard": lambda candidacy, key, rest: _line(candidacy, key, rest, "in"),
    "wrote": lambda candidacy, key, rest: _line(candidacy, key, rest, "out"),
    "talk": _talk,
    "applied": _own("applied_on"),
    "decides": _own("decision_on"),
    "snoozed": _own("snoozed_on", "snoozed_until"),
    "snoozed_at": _own("snoozed_at"),
    "closed": _own("closed_on", "closed_as"),
}
