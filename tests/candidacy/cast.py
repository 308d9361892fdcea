"""A small cast for the clock's tests: one company in London, two people, and days of autumn 2026."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from candidacy.calendar import WorkCalendar
from candidacy.clock import Facts, Message, Rules, SentLetter, Standing, Talk, ThankYou, standing, thank_yous

LONDON = ZoneInfo("Europe/London")
GB = WorkCalendar("GB")
RULES = Rules()
RUTH, MARCUS = "ruth", "marcus"
NAMES = {RUTH: "Ruth", MARCUS: "Marcus"}


def at(moment: str, zone: ZoneInfo = LONDON) -> dt.datetime:
    """A local moment such as 2026-11-02 or 2026-11-02T09:30; a day alone is its nine o'clock."""
    when = dt.datetime.fromisoformat(moment if "T" in moment else f"{moment}T09:00")
    return when.replace(tzinfo=zone)


def on(day: str) -> dt.date:
    return dt.date.fromisoformat(day)


def maybe(day: str | None) -> dt.date | None:
    return on(day) if day else None


def wrote(moment: str, who: str | None = MARCUS, **more: Any) -> Message:
    return Message(at(moment), inbound=True, who=who, **more)


def answered(moment: str, **more: Any) -> Message:
    return Message(at(moment), inbound=True, automatic=True, **more)


def i_wrote(moment: str, who: str | None = None, **more: Any) -> Message:
    return Message(at(moment), inbound=False, who=who, **more)


def talk(start: str, end: str | None = None, *people: str, **more: Any) -> Talk:
    return Talk(at(start), at(end) if end else None, with_=people, **more)


def letter(moment: str, kind: str = "thank_you", to: str = RUTH) -> SentLetter:
    return SentLetter(at(moment), kind, to)


def facts(stage: str = "interview", *events: Message | Talk | SentLetter, **more: Any) -> Facts:
    return Facts(
        stage=stage,
        zone=more.pop("zone", LONDON),
        messages=tuple(event for event in events if isinstance(event, Message)),
        talks=tuple(event for event in events if isinstance(event, Talk)),
        letters=tuple(event for event in events if isinstance(event, SentLetter)),
        names=NAMES,
        **more,
    )


def stands(moment: str, recorded: Facts, calendar: WorkCalendar = GB, rules: Rules = RULES) -> Standing:
    return standing(recorded, calendar, at(moment), rules)


def thanks(moment: str, recorded: Facts, calendar: WorkCalendar = GB, rules: Rules = RULES) -> list[ThankYou]:
    return thank_yous(recorded, calendar, at(moment), rules)


# Most stories begin with a talk on Tuesday 3 November and two thank-yous on Wednesday the 4th, so that
# silence falls on Friday the 13th.
MET = talk("2026-11-03T10:00", "2026-11-03T11:00", RUTH, MARCUS)
THANKED = (letter("2026-11-04T09:00"), letter("2026-11-04T10:00", to=MARCUS))
STORY = (MET, *THANKED)
NUDGE = letter("2026-11-13", "nudge")
SECOND = letter("2026-11-24", "second_nudge")
CLOSING = letter("2026-12-08", "closing")


def promised(date: str, *events: Message | Talk | SentLetter, **more: Any) -> Facts:
    return facts("interview", *STORY, wrote("2026-11-05", decision_on=on(date)), *events, **more)
