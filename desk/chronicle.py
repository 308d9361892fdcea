"""The interviews, letters and lines between one person and me, as a timeline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from candidacy.reasons import date_words, listed, number, sentence
from desk.between import beginning
from letters.models import LetterKind, Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from candidacy.models import Contact
    from desk.between import Between
    from desk.known import Meeting
    from desk.outlook import Outlook
    from letters.models import Letter

CHANNELS = {
    "phone": gettext_noop("phone"),
    "video": gettext_noop("video"),
    "on_site": gettext_noop("on site"),
}


@dataclass(frozen=True)
class Entry:
    """One line of the timeline."""

    at: dt.datetime
    on: dt.date
    before: str
    link: str = ""
    href: str = ""
    after: str = ""
    more: str = ""
    met: bool = False


def chronicle(between: Between) -> list[Entry]:
    """Everything that happened between us, the latest first."""
    entries = [*_meetings(between), *_letters(between), *_lines(between)]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _meetings(between: Between) -> Iterator[Entry]:
    for outlook, meeting in between.held:
        yield Entry(
            at=meeting.starts_at,
            on=meeting.starts_at.astimezone(meeting.zone).date(),
            before="",
            link=between.title(meeting.pk),
            href=between.debrief_of(meeting.pk),
            after=f", {meeting.place if _is_place(meeting.place) else _(CHANNELS[meeting.channel])}",
            more=_of_meeting(between, outlook, meeting),
            met=True,
        )


def _of_meeting(between: Between, outlook: Outlook, meeting: Meeting) -> str:
    """Who else was there, for how long, and how much is noted."""
    others = [outlook.known.people[pk].name for pk in meeting.present if pk != between.person.pk]
    minutes = int((meeting.ends_at - meeting.starts_at).total_seconds() // 60) if meeting.ends_at else 0
    told = [
        _("With %(names)s") % {"names": listed(others)} if others else "",
        _("%(minutes)s minutes") % {"minutes": minutes} if minutes else "",
    ]
    notes = meeting.notes.get(between.person.pk, 0)
    words = ngettext("%(number)s note on %(name)s", "%(number)s notes on %(name)s", notes)
    count = words % {"number": number(notes), "name": between.name} if notes else ""
    parts = [", ".join(part for part in told if part), count]
    return " ".join(f"{sentence(part)}." for part in parts if part)


def _letters(between: Between) -> Iterator[Entry]:
    for letter in between.letters:
        if letter.status == Status.SENT and letter.sent_at and letter.sent_at <= between.now:
            thanks = letter.kind == LetterKind.THANK_YOU
            did = _("You thanked %(name)s") if thanks else _("You wrote to %(name)s")
            yield Entry(
                at=letter.sent_at,
                on=between.day(letter.sent_at),
                before=f"{did % {'name': between.name}}: ",
                link=letter.subject or letter.get_kind_display(),
                href=letter.get_absolute_url(),
                more=_reply_to(between, letter),
            )


def _reply_to(between: Between, letter: Letter) -> str:
    sent = letter.sent_at or between.now
    answers = [
        one.at for one in between.contacts if one.direction == "in" and not one.automatic and one.at > sent
    ]
    following = [one.sent_at for one in between.letters if one.sent_at and one.sent_at > sent]
    answer = min(answers, default=None)
    if answer is None:
        return _("No reply so far.") if not following else ""
    words = {"name": between.name, "day": date_words(between.day(answer), between.today)}
    return _("%(name)s replied on %(day)s.") % words


def _lines(between: Between) -> Iterator[Entry]:
    for line in between.contacts:
        if line.at > between.now:
            continue
        yield Entry(
            at=line.at,
            on=between.day(line.at),
            before=_said(between, line),
            more=beginning(line.text),
        )


def _said(between: Between, line: Contact) -> str:
    if line.automatic:
        return _("An automatic reply came")
    called_up = line.channel in ("phone", "video")
    if line.direction == "in":
        words = _("%(name)s called") if called_up else _("%(name)s wrote")
        return words % {"name": between.name}
    return _("You called") if called_up else _("You wrote")


def _is_place(text: str) -> bool:
    """Whether it says where, and is no link to a call."""
    return bool(text) and not re.match(r"\S+://|[\w.-]+\.\w+/", text)
