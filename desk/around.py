"""Which candidacies may be open at a moment: the clock knows the day in each company’s zone."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q


def may_be_open(now: dt.datetime, path: str = "") -> Q:
    """A condition on candidacies; `path` leads to them, such as “interview__candidacy__”."""
    day_before = (now - dt.timedelta(days=1)).astimezone(dt.UTC).date()
    still = Q(**{f"{path}closed_on": None, f"{path}closed_as": ""})
    return still | Q(**{f"{path}closed_on__gt": day_before})
