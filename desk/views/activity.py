"""Every change of the last 30 days with its way back, and the trash among them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from candidacy import trash
from candidacy.changes import ChangedSinceError, redo, undo
from candidacy.models import Change
from candidacy.templatetags.words import counted
from desk import backup, copying

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

FIRST_SHOWN = 100
FILTERS = {
    "all": gettext_lazy("All"),
    "you": gettext_lazy("You"),
    "app": gettext_lazy("The app"),
    "letters": gettext_lazy("Letters"),
}


@dataclass(frozen=True)
class Line:
    """One change: what was done, and whether it can be taken back."""

    change: Change

    @property
    def undoable(self) -> bool:
        """Whether there is something to put back, and it was not put back yet."""
        return self.change.undone_at is None and self._has_rows

    @property
    def redoable(self) -> bool:
        """Whether it was undone, and can be done again."""
        return self.change.undone_at is not None and self._has_rows

    @property
    def _has_rows(self) -> bool:
        return bool(self.change.before or self.change.after or self.change.many)


@dataclass(frozen=True)
class Trashed:
    """Something deleted, and for how many days it can still be put back."""

    change: Change
    what: str
    days_left: int


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The changes by day, the latest first whatever the clock said, with what is in the trash."""
    now = timezone.now()
    chosen = request.GET.get("show", "")
    chosen = chosen if chosen in FILTERS else "all"
    changes = _of_sort(Change.objects.filter(at__gt=now - trash.KEPT).order_by("-pk"), chosen)
    shown = list(changes if "all" in request.GET else changes[: FIRST_SHOWN + 1])
    more = "all" not in request.GET and len(shown) > FIRST_SHOWN
    lines = [Line(change) for change in (shown[:FIRST_SHOWN] if more else shown)]
    by_day = groupby(lines, key=lambda line: timezone.localdate(line.change.at))
    words = {
        "days": [(day, list(of_day)) for day, of_day in by_day],
        "today": timezone.localdate(now),
        "trash": [_trashed(change, now) for change in trash.trashed(now)],
        "refused": request.GET.get("refused", ""),
        "more": more,
        "filters": FILTERS,
        "chosen": chosen,
    }
    return render(request, "desk/activity.html", words)


def _of_sort(changes: QuerySet[Change], chosen: str) -> QuerySet[Change]:
    """Those that I made, that Afterword made by itself, or that are about a letter, whoever made them."""
    if chosen == "letters":
        # How a serialized row begins.
        words = '"model": "letters.letter"'
        texts = changes.annotate(was=Cast("before", TextField()), became=Cast("after", TextField()))
        return texts.filter(Q(was__contains=words) | Q(became__contains=words))
    return changes.filter(by_app=chosen == "app") if chosen in ("you", "app") else changes


def _trashed(change: Change, now: dt.datetime) -> Trashed:
    left = trash.KEPT.days - (now - change.at).days
    return Trashed(change, change.sentence.removesuffix(" deleted"), left)


@require_POST
def undo_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Put things back as they were before a change."""
    return _turned(request, pk, undo)


@require_POST
def redo_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Do again what was undone."""
    return _turned(request, pk, redo)


def _turned(request: HttpRequest, pk: int, turn: Callable[[Change], None]) -> HttpResponse:
    change = get_object_or_404(Change, pk=pk)
    try:
        turn(change)
    except ChangedSinceError:
        return redirect(f"{reverse('desk:activity')}?{urlencode({'refused': change.sentence})}")
    return redirect(_back_to(request.POST.get("next", "")))


def empty_trash(request: HttpRequest) -> HttpResponse:
    """Ask, then make a backup, then let go of all that is in the trash."""
    now = timezone.now()
    count = len(trash.trashed(now))
    if not count:
        return redirect("desk:activity")
    if request.method != "POST":
        return render(request, "components/ask_page.html", _before_emptying(count))
    try:
        copying.make(now, "before-emptying")
    except (backup.DamagedError, OSError) as fault:
        words = {
            **_before_emptying(count),
            "lede": _("No copy could be made first, so nothing was done. %(fault)s")
            % {"fault": backup.told(fault)},
        }
        return render(request, "components/ask_page.html", words, status=503)
    trash.empty(now)
    return redirect("desk:activity")


def _before_emptying(count: int) -> dict[str, str]:
    return {
        "heading": _("Empty the trash?"),
        "lede": _(
            "%(count)s in it will be gone for good. A copy of all your data is made first, "
            "and kept for 30 days."
        )
        % {"count": counted(count, "thing")},
        "yes": _("Empty the trash"),
        "back": reverse("desk:activity"),
    }


def _back_to(wanted: str) -> str:
    """The page that asked for it, named or by a path of ours; else Today."""
    if wanted == "activity":
        return reverse("desk:activity")
    ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if ours else reverse("desk:today")
