"""Every change of the last 30 days with its way back, and the trash among them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from candidacy.changes import ChangedSinceError, undo
from candidacy.models import Change

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

KEPT_DAYS = 30
FIRST_SHOWN = 100


@dataclass(frozen=True)
class Line:
    """One change: what was done, and whether it can be taken back."""

    change: Change

    @property
    def undoable(self) -> bool:
        """Whether there is something to put back, and it was not put back yet."""
        return self.change.undone_at is None and bool(self.change.before or self.change.after)


@dataclass(frozen=True)
class Trashed:
    """Something deleted, and for how many days it can still be put back."""

    change: Change
    what: str
    days_left: int


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The changes by day, the latest first, with what is in the trash."""
    now = timezone.now()
    changes = Change.objects.filter(at__gte=now - dt.timedelta(days=KEPT_DAYS)).order_by("-at", "-pk")
    shown = list(changes if "all" in request.GET else changes[: FIRST_SHOWN + 1])
    more = "all" not in request.GET and len(shown) > FIRST_SHOWN
    lines = [Line(change) for change in (shown[:FIRST_SHOWN] if more else shown)]
    by_day = groupby(lines, key=lambda line: timezone.localdate(line.change.at))
    words = {
        "days": [(day, list(of_day)) for day, of_day in by_day],
        "today": timezone.localdate(now),
        "trash": [_trashed(change, now) for change in changes.filter(undone_at=None) if _is_deletion(change)],
        "refused": request.GET.get("refused", ""),
        "more": more,
    }
    return render(request, "desk/activity.html", words)


def _is_deletion(change: Change) -> bool:
    """Whether rows went with it: a deletion leaves fewer than there were."""
    return len(change.before) > len(change.after) and change.sentence.endswith(" deleted")


def _trashed(change: Change, now: dt.datetime) -> Trashed:
    left = KEPT_DAYS - (now - change.at).days
    return Trashed(change, change.sentence.removesuffix(" deleted"), left)


@require_POST
def undo_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Put things back as they were before a change."""
    change = get_object_or_404(Change, pk=pk)
    try:
        undo(change)
    except ChangedSinceError:
        return redirect(f"{reverse('desk:activity')}?{urlencode({'refused': change.sentence})}")
    return redirect(_back_to(request.POST.get("next", "")))


def _back_to(wanted: str) -> str:
    """The page that asked for it, named or by a path of ours; else Today."""
    if wanted == "activity":
        return reverse("desk:activity")
    ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if ours else reverse("desk:today")
