"""Panels for the drafting tests: from an archive to material, without a database."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from letters.material import (
    DevelopmentText,
    EarlierLetter,
    Material,
    NewsText,
    NoteText,
    Person,
    TalkText,
)

DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True)
class Panel:
    """One candidacy of an archive with what is expected of its letters."""

    name: str
    archive: dict[str, Any]
    expected: dict[str, Any]
    on: datetime

    def material(
        self, to: str, kind: str = "thank_you", on: datetime | None = None, **changes: Any
    ) -> Material:
        return material(self.archive, to, kind, on or self.on, **changes)


def load(name: str) -> Panel:
    archive = json.loads((DATA / f"{name}.json").read_text())
    told = json.loads((DATA / f"{name}.expected.json").read_text())
    zone = ZoneInfo(archive["companies"][0].get("time_zone") or archive["profile"]["time_zone"])
    return Panel(name, archive, told["expected"], datetime.fromisoformat(told["on"]).replace(tzinfo=zone))


def _moment(text: str | None, zone: ZoneInfo) -> datetime | None:
    return datetime.fromisoformat(text).replace(tzinfo=zone) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def material(archive: dict[str, Any], to: str, kind: str, on: datetime, **changes: Any) -> Material:
    """What the archive's first candidacy gives for a letter."""
    company = archive["companies"][0]
    candidacy = company["candidacies"][0]
    zone = ZoneInfo(company.get("time_zone") or archive["profile"]["time_zone"])
    people = tuple(
        Person(p["key"], p["name"], p.get("title") or "", p.get("relation") or "other")
        for p in company["people"]
    )
    talks, notes = [], []
    for talk in candidacy["interviews"]:
        present = tuple(i["person"] for i in talk["interviewers"] if i.get("present", True))
        starts, ends = _moment(talk["starts_at"], zone), _moment(talk.get("ends_at"), zone)
        assert starts is not None
        talks.append(TalkText(talk["key"], starts, ends, talk.get("channel", "video"), people=present))
        for interviewer in talk["interviewers"]:
            notes += [
                _note(note, interviewer["person"], talk["key"]) for note in interviewer.get("notes", [])
            ]
    letters = tuple(
        EarlierLetter(
            x["key"], x["to"], x["kind"], x["status"], _moment(x.get("sent_at"), zone),
            x.get("subject") or "", x.get("body") or "",
            tuple(x.get("notes") or ()),
            x.get("development") or "", x.get("news") or "",
        )
        for x in candidacy.get("letters", [])
        if not x.get("sent_at") or (_moment(x["sent_at"], zone) or on) <= on
    )  # fmt: skip
    return Material(
        **{
            "sender": archive["profile"]["name"],
            "sign_off": archive["profile"].get("sign_off") or "Kind regards",
            "company": company["name"],
            "role": candidacy["role"],
            "kind": kind,
            "reader": next(person for person in people if person.key == to),
            "now": on,
            "candidacy": candidacy["key"],
            "people": people,
            "talks": tuple(talks),
            "notes": tuple(notes),
            "letters": letters,
            "developments": tuple(
                DevelopmentText(
                    d["key"],
                    d["title"],
                    _day(d.get("published_on")),
                    d.get("source") or "",
                    d.get("summary") or "",
                )
                for d in company.get("developments", [])
            ),
            "news": tuple(
                NewsText(n["key"], n["text"], _day(n.get("happened_on"))) for n in archive.get("news", [])
            ),
            **changes,
        }
    )


def _note(note: dict[str, Any], person: str, talk: str) -> NoteText:
    return NoteText(
        key=note["key"],
        kind=note["kind"],
        text=note["text"],
        person=person,
        interview=talk,
        mood=note.get("mood") or "",
        by=note.get("by") or "me",
        share=note.get("share") or "open",
        about=note.get("about") or "",
        reply=note.get("reply") or "",
        due_on=_day(note.get("due_on")),
        done_on=_day(note.get("done_on")),
    )
