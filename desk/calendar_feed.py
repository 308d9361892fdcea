"""My calendar: talks, thank-yous due, the days on which silence becomes my move, and the days they named.

Whoever has the link can read it, so an entry is its title and its time: no place, no note, no letter.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from candidacy.models import Candidacy, Person, Profile
from desk.outlook import outlooks
from desk.sections import ASKED_FOR
from interviews.appointment import about, appointment
from interviews.ics import Event, uid, write
from interviews.models import Interview

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desk.outlook import Outlook

NAME = "Afterword"
# Talks of the last year stay in the calendar.
KEPT = dt.timedelta(days=366)
# A letter takes its time; a day begins at nine.
BEFORE_A_LETTER, IN_THE_MORNING = dt.timedelta(hours=-2), dt.timedelta(hours=9)
LETTER_TAKES = dt.timedelta(minutes=30)
_WRITING = {
    "nudge": gettext_noop("Write to %(company)s if there is no word"),
    "second_nudge": gettext_noop("Write again to %(company)s if there is no word"),
    "closing": gettext_noop("Let %(company)s rest if there is no word"),
}


def calendar(now: dt.datetime) -> bytes:
    """The calendar as of `now` (aware), as a file. Seven queries, whatever the size of the search."""
    seen = outlooks(Candidacy.objects.filter(closed_on=None, closed_as=""), now, Profile.load())
    keys = _keys(seen)
    events = [*_talks(now), *(event for outlook in seen for event in _dates(outlook, keys))]
    return write(events, now, name=NAME)


def _talks(now: dt.datetime) -> Iterator[Event]:
    """Those of closed candidacies only where they are over."""
    is_open = Q(candidacy__closed_on=None, candidacy__closed_as="")
    rows = Interview.objects.filter(Q(starts_at__lte=now) | is_open, starts_at__gte=now - KEPT)
    for row in rows.select_related("candidacy__company"):
        yield appointment(row, place=False)


def _keys(seen: list[Outlook]) -> Mapping[int, str]:
    """The lasting key of everybody who is owed a letter."""
    owed = [outlook.person(thanks).pk for outlook in seen for thanks in outlook.owed]
    return dict(Person.objects.filter(pk__in=owed).values_list("pk", "key"))


def _dates(outlook: Outlook, keys: Mapping[int, str]) -> Iterator[Event]:
    yield from _thanks(outlook, keys)
    yield from _decision(outlook)
    yield from _silence(outlook)


def _thanks(outlook: Outlook, keys: Mapping[int, str]) -> Iterator[Event]:
    for thanks in outlook.owed:
        if thanks.state in ASKED_FOR:
            person = outlook.person(thanks)
            yield Event(
                uid=uid("thanks", outlook.candidacy.key, keys[person.pk], thanks.ended_at.isoformat()),
                title=_("Thank %(name)s, %(company)s") % {"name": person.name, "company": outlook.company},
                start=thanks.due_at - LETTER_TAKES,
                end=thanks.due_at,
                alarms=(BEFORE_A_LETTER,),
                sequence=_daily(outlook),
            )


def _decision(outlook: Outlook) -> Iterator[Event]:
    day = outlook.standing.decision_on
    if day:
        offered = outlook.candidacy.stage == "offer"
        title = _("Answer the offer of %(company)s") if offered else _("%(company)s decides")
        yield _whole_day(outlook, "decision", day, title % {"company": outlook.company})


def _silence(outlook: Outlook) -> Iterator[Event]:
    """The day from which the next letter about silence is my move, or has been."""
    standing = outlook.standing
    if outlook.talks_ahead or not {"snooze", "wake"} & set(standing.actions):
        # A talk comes first, or nothing is waited for any more.
        return
    by_letter = {
        "closing": standing.close_on, "second_nudge": standing.second_nudge_on, "nudge": standing.silent_on
    }  # fmt: skip
    letter, day = next(((kind, day) for kind, day in by_letter.items() if day), ("", None))
    if day:
        awake = max(day, outlook.candidacy.snoozed_until or day) if standing.state == "snoozed" else day
        yield _whole_day(
            outlook, f"silence-{letter}", awake, _(_WRITING[letter]) % {"company": outlook.company}
        )


def _whole_day(outlook: Outlook, kind: str, day: dt.date, title: str) -> Event:
    return Event(
        uid=uid(kind, outlook.candidacy.key),
        title=f"{title}{about(outlook.candidacy.role)}",
        start=day,
        alarms=(IN_THE_MORNING,),
        sequence=_daily(outlook),
    )


def _daily(outlook: Outlook) -> int:
    """What is computed has no version: it is later each day, and the stamp tells the rest."""
    return outlook.now.toordinal()
