"""The small moves from Today and a candidacy: they replied, not now, undo."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from candidacy.changes import ChangedSinceError, recorded, undo
from candidacy.choices import ContactEvent, Stage
from candidacy.models import Candidacy, Change, Contact, Profile
from candidacy.views import people_around
from candidacy.zones import zone
from desk.forms import NEXT_ROUND, NO, OFFER, ReplyForm, SnoozeForm
from interviews.models import Interview

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

# Snoozes that people want, in business days.
SNOOZES = (2, 5, 10)


def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """They replied: a human line in, which ends the silence, and where it leads."""
    candidacy = get_object_or_404(Candidacy.objects.select_related("company"), pk=pk)
    here = zone(Profile.load().zone_of(candidacy.company))
    now = timezone.now().astimezone(here)
    row = Contact(candidacy=candidacy, at=now, time_zone="")
    form = ReplyForm(request.POST or None, instance=row, people=people_around(candidacy), today=now.date())
    if request.method == "POST" and form.is_valid():
        return _store_reply(form, candidacy, now)
    template = "desk/moves.html#reply" if request.htmx and request.method == "GET" else "desk/moves.html"  # type: ignore[attr-defined]
    status = 422 if form.errors else 200
    return render(request, template, {"form": form, "candidacy": candidacy, "which": "reply"}, status=status)


def _store_reply(form: ReplyForm, candidacy: Candidacy, now: dt.datetime) -> HttpResponse:
    outcome, on = form.cleaned_data["outcome"], form.cleaned_data["on"]
    line: Contact = form.instance
    line.at = now if on == now.date() else dt.datetime.combine(on, dt.time(12), now.tzinfo)
    line.event = ContactEvent.REJECTION if outcome == NO else ""
    who = line.person.name if line.person else str(candidacy.company)
    with recorded(f"{who} replied", line, candidacy):
        form.save()
        if outcome == OFFER:
            candidacy.stage = Stage.OFFER
            candidacy.save()
    if outcome == NO:
        return redirect(f"{reverse('candidacy:close', args=[candidacy.pk])}?{urlencode({'as': 'rejected'})}")
    if outcome == NEXT_ROUND:
        return redirect("interviews:new", candidacy.pk)
    return redirect("desk:today")


def snooze(request: HttpRequest, pk: int) -> HttpResponse:
    """Not now: out of the way until a day, or until they write."""
    candidacy = get_object_or_404(Candidacy.objects.select_related("company"), pk=pk)
    profile = Profile.load()
    now = timezone.now().astimezone(zone(profile.zone_of(candidacy.company)))
    today = now.date()
    if request.method == "POST" and request.POST.get("do") == "wake":
        return _set_snooze(candidacy, None, None, f"{candidacy.company} is awake again")
    form = SnoozeForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        until = form.cleaned_data["until"]
        return _set_snooze(candidacy, now, until, f"{candidacy.company} snoozed until {until.day} {until:%B}")
    calendar = profile.calendar(candidacy.company)
    page = {
        "form": form,
        "candidacy": candidacy,
        "which": "snooze",
        "choices": [calendar.add(today, days) for days in SNOOZES],
    }
    template = "desk/moves.html#snooze" if request.htmx and request.method == "GET" else "desk/moves.html"  # type: ignore[attr-defined]
    return render(request, template, page, status=422 if form.errors else 200)


def _set_snooze(
    candidacy: Candidacy, now: dt.datetime | None, until: dt.date | None, sentence: str
) -> HttpResponse:
    """Set it aside from the local moment until the day, or wake it with neither."""
    with recorded(sentence, candidacy):
        candidacy.snoozed_at, candidacy.snoozed_on = now, now.date() if now else None
        candidacy.snoozed_until = until
        candidacy.save()
    return redirect("desk:today")


@require_safe
def debrief(_request: HttpRequest) -> HttpResponse:
    """To the latest talk that somebody in it has no notes on; without one, to the first question."""
    held = Interview.objects.filter(starts_at__lte=timezone.now(), cancelled=False)
    empty = held.filter(interviewers__present=True, interviewers__notes=None)
    latest = (
        empty.order_by("-starts_at").first()
        or held.filter(people__isnull=False).order_by("-starts_at").first()
    )
    return redirect(latest) if latest else redirect("desk:welcome")


@require_safe
def activity(request: HttpRequest) -> HttpResponse:
    """Every change of the last 30 days, each with its undo."""
    since = timezone.now() - dt.timedelta(days=30)
    changes = Change.objects.filter(at__gte=since)
    refused = request.GET.get("refused", "")
    return render(request, "desk/activity.html", {"changes": changes, "refused": refused})


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
