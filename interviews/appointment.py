"""An interview as an entry of my own calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from interviews.ics import Event, uid

if TYPE_CHECKING:
    from interviews.models import Interview

ALARMS = (dt.timedelta(days=-1), dt.timedelta(hours=-1))


def appointment(interview: Interview, *, place: bool) -> Event:
    """The entry, titled by company and role alone; with the place or link only where `place` is asked for."""
    return Event(
        uid=uid("interview", interview.key),
        title=_("Interview: %(company)s%(role)s")
        % {"company": interview.candidacy.company, "role": about(interview.candidacy.role)},
        start=interview.starts_at,
        end=interview.ends_at,
        place=interview.place if place else "",
        alarms=ALARMS,
        sequence=interview.version - 1,
        changed_at=interview.updated_at,
        cancelled=interview.cancelled,
        busy=True,
    )


def about(role: str) -> str:
    """The role behind a company’s name: “, Ward Systems Lead”."""
    return f", {role}" if role else ""
