"""Invented panels as they are easiest to write and read: one text file each, told line by line.

Company | sector | country | role | stage
me: my name
on: the moment the letters are drafted
# Name | title | relation | start of the talk | minutes
challenge ugly: what they said             (mood after the kind)
answer ^: what I said                      (^: about their last question; an idea: about their last trouble)
fact [private]: not to be passed on        (share in brackets)
promise them: …  ·  … {due 2026-05-01}     (whose it is; dates in braces)
my_question: … => their reply              (a doubt: my answer)
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.letters.panels import Panel

FOLDER = Path(__file__).parent.parent / "data" / "panels"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))
MINE = ("answer", "idea", "my_question", "promise")
_NOTE = re.compile(
    r"^(?P<kind>[a-z_]+)(?: (?P<mood>good|bad|ugly))?(?: (?P<them>them))?(?P<about> \^)?"
    r"(?: \[(?P<share>\w+)\])?:\s+(?P<text>.+)$",
    re.DOTALL,
)


def told(name: str) -> Panel:
    """The panel of that name."""
    return _Telling(name, (FOLDER / f"{name}.txt").read_text()).panel()


class _Telling:
    def __init__(self, name: str, text: str) -> None:
        self.name = name
        company, *rest = re.split(r"\n# ", text.strip())
        first, *settings = company.splitlines()
        self.company = [part.strip() for part in first.split("|")]
        self.set = dict(line.split(": ", 1) for line in settings if line.strip())
        self.people: dict[str, dict[str, Any]] = {}
        self.interviews: list[dict[str, Any]] = []
        self.count = 0
        for block in rest:
            self.talk(block)

    def panel(self) -> Panel:
        name, sector, country, role, stage = self.company
        candidacy = {
            "key": self.name,
            "role": role,
            "stage": stage,
            "interviews": self.interviews,
            "letters": [],
        }
        archive = {
            "format": "afterword", "version": 1,
            "profile": {"name": self.set["me"], "email": "me@mail.example", "country": "GB",
                        "time_zone": "Europe/London", "sign_off": "Kind regards"},
            "news": [],
            "companies": [{"key": f"{self.name}-co", "name": name, "sector": sector, "country": country,
                           "time_zone": "Europe/London", "people": list(self.people.values()),
                           "developments": [], "candidacies": [candidacy]}],
        }  # fmt: skip
        on = datetime.fromisoformat(self.set["on"]).replace(tzinfo=ZoneInfo("Europe/London"))
        return Panel(self.name, archive, {}, on)

    def talk(self, block: str) -> None:
        head, *lines = block.splitlines()
        name, title, relation, when = (part.strip() for part in head.split("|"))
        starts, minutes = when.split()
        known = self.people.setdefault(
            name,
            {
                "key": f"{self.name}-p{len(self.people) + 1}",
                "name": name,
                "title": title,
                "relation": relation,
            },
        )
        ends = datetime.fromisoformat(starts) + timedelta(minutes=int(minutes))
        notes = self.notes("\n".join(lines), known["key"])
        self.interviews.append({
            "key": f"{self.name}-c{len(self.interviews) + 1}", "starts_at": starts,
            "ends_at": ends.isoformat(timespec="minutes"), "time_zone": "Europe/London", "channel": "video",
            "interviewers": [{"person": known["key"], "present": True, "notes": notes}],
        })  # fmt: skip

    def notes(self, text: str, person: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for line in re.split(r"\n(?! )", text.strip()):
            if line:
                self.count += 1
                found.append(self.note(line, person, found))
        return found

    def note(self, line: str, person: str, before: list[dict[str, Any]]) -> dict[str, Any]:
        match = _NOTE.match(line)
        assert match, f"{self.name}: {line}"
        kind, text = match["kind"], match["text"]
        dates = dict(re.findall(r"\{(due|done) ([\d-]+)\}", text))
        text, _, reply = re.sub(r"\s*\{[^}]+\}", "", text).partition(" => ")
        mine = kind in MINE and not match["them"]
        wanted = ("question",) if kind == "answer" else ("challenge", "goal")
        about = (
            next((n["key"] for n in reversed(before) if n["kind"] in wanted), None)
            if match["about"]
            else None
        )
        return {
            "key": f"{self.name}-n{self.count}",
            "kind": kind,
            "mood": match["mood"],
            "by": "me" if mine else person,
            "share": match["share"] or "open",
            "text": re.sub(r"\n +", "\n", text.strip()),
            "about": about,
            "reply": reply or None,
            "due_on": dates.get("due"),
            "done_on": dates.get("done"),
        }
