"""The small moves from Today and a candidacy: they replied, not now."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect, reswap, retarget

from candidacy.changes import recorded
from candidacy.choices import ContactEvent, Stage
from candidacy.models import Candidacy, Contact, Profile
from candidacy.queries import people_around
from candidacy.reasons import date_words
from candidacy.zones import zone
from desk.forms import NEXT_ROUND, NO, OFFER, ReplyForm, SnoozeForm
from desk.views.today import afterwards
from interviews.asking import unnoted
from interviews.models import Interview, Kind, Note

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

# Snoozes that people want, in business days.
SNOOZES = (2, 5, 10)


def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """They replied: a human line in, which ends the silence, and where it leads."""
    candidacy = get_object_or_404(Candidacy.objects.select_related("company"), pk=pk)
    here = zone(Profile.load().zone_of(candidacy.company))
    now = timezone.now().astimezone(here)
    row = Contact(candidacy=candidacy, at=now, time_zone=str(here))
    form = ReplyForm(request.POST or None, instance=row, people=people_around(candidacy), today=now.date())
    if request.method == "POST" and form.is_valid():
        return _store_reply(request, form, candidacy, now)
    return _ask(request, "reply", form, candidacy)


def _ask(
    request: HttpRequest, which: str, form: ReplyForm | SnoozeForm, candidacy: Candidacy, **more: Any
) -> HttpResponse:
    """The question of a move: a form in the row of Today that asked for it, else a page of its own."""
    page = {"form": form, "candidacy": candidacy, "which": which, **more}
    status = 422 if form.errors else 200
    if not in_row(request):
        return render(request, "desk/moves.html", page, status=status)
    answer = render(request, f"desk/moves.html#{which}", page, status=status)
    return retarget(reswap(answer, "innerHTML"), f"#c-{candidacy.pk}-move")


def in_row(request: HttpRequest) -> bool:
    """Whether a script on Today asks, and not the browser itself."""
    return bool(request.htmx)  # type: ignore[attr-defined]


def _done(request: HttpRequest, said: str) -> HttpResponse:
    """Back to Today; in place where a script asked."""
    return afterwards(request, said) if in_row(request) else redirect("desk:today")


def _lead_to(request: HttpRequest, path: str) -> HttpResponse:
    """On to another page, also for a script."""
    return HttpResponseClientRedirect(path) if in_row(request) else redirect(path)


def _store_reply(
    request: HttpRequest, form: ReplyForm, candidacy: Candidacy, now: dt.datetime
) -> HttpResponse:
    outcome, on = form.cleaned_data["outcome"], form.cleaned_data["on"]
    line: Contact = form.instance
    line.at = now if on == now.date() else dt.datetime.combine(on, dt.time(12), now.tzinfo)
    line.event = ContactEvent.REJECTION if outcome == NO else ""
    who = line.person.name if line.person else str(candidacy.company)
    sentence = _("%(name)s replied") % {"name": who}
    with recorded(sentence, line, candidacy):
        form.save()
        if outcome == OFFER:
            candidacy.stage = Stage.OFFER
            candidacy.save(update_fields=["stage"])
    if outcome == NO:
        close = reverse("candidacy:close", args=[candidacy.pk])
        return _lead_to(request, f"{close}?{urlencode({'as': 'rejected'})}")
    if outcome == NEXT_ROUND:
        return _lead_to(request, reverse("interviews:new", args=[candidacy.pk]))
    return _done(request, f"{sentence}. {_('The count begins anew.')}")


def snooze(request: HttpRequest, pk: int) -> HttpResponse:
    """Not now: out of the way until a day, or until they write."""
    candidacy = get_object_or_404(Candidacy.objects.select_related("company"), pk=pk)
    profile = Profile.load()
    now = timezone.now().astimezone(zone(profile.zone_of(candidacy.company)))
    today = now.date()
    if request.method == "POST" and request.POST.get("do") == "wake":
        sentence = _("%(company)s is awake again") % {"company": candidacy.company}
        _set_snooze(candidacy, None, None, sentence)
        return _done(request, f"{sentence}.")
    form = SnoozeForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        until = form.cleaned_data["until"]
        words = {"company": candidacy.company, "day": date_words(until, until)}
        sentence = _("%(company)s snoozed until %(day)s") % words
        _set_snooze(candidacy, now, until, sentence)
        return _done(request, f"{sentence}.")
    calendar = profile.calendar(candidacy.company)
    choices = [calendar.add(today, days) for days in SNOOZES]
    return _ask(request, "snooze", form, candidacy, choices=choices)


def _set_snooze(candidacy: Candidacy, now: dt.datetime | None, until: dt.date | None, sentence: str) -> None:
    """Set it aside from the local moment until the day, or wake it with neither."""
    with recorded(sentence, candidacy):
        candidacy.snoozed_at, candidacy.snoozed_on = now, now.date() if now else None
        candidacy.snoozed_until = until
        candidacy.save(update_fields=["snoozed_at", "snoozed_on", "snoozed_until"])


@require_POST
def kept(request: HttpRequest, pk: int) -> HttpResponse:
    """What I promised is done."""
    promises = Note.objects.filter(kind=Kind.PROMISE, by=None, done_on=None)
    note = get_object_or_404(promises.select_related("interviewer__person"), pk=pk)
    sentence = _("A promise to %(name)s kept") % {"name": note.interviewer.person.name}
    with recorded(sentence, note):
        note.done_on = timezone.now().astimezone(zone(Profile.load().time_zone)).date()
        note.save(update_fields=["done_on"])
    return _done(request, f"{sentence}.")


@require_safe
def debrief(_request: HttpRequest) -> HttpResponse:
    """To the latest talk that somebody in it has no notes on; without one, to the first question."""
    held = Interview.objects.filter(starts_at__lte=timezone.now(), cancelled=False)
    empty = held.filter(interviewers__in=unnoted())
    latest = (
        empty.order_by("-starts_at").first()
        or held.filter(people__isnull=False).order_by("-starts_at").first()
    )
    return redirect(latest) if latest else redirect("desk:welcome")
