"""My calendar by its link, for calendar programs; and making and ending that link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from desk.calendar_feed import calendar
from desk.calendar_link import calendar_link
from interviews.ics import CONTENT_TYPE

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_safe
def feed(_request: HttpRequest, word: str) -> HttpResponse:
    """The calendar. Whoever asks is not signed in, so a wrong word gets a bare line and no page of ours."""
    if not calendar_link().fits(word):
        return HttpResponse(
            _("There is no such calendar."), status=404, content_type="text/plain; charset=utf-8"
        )
    return HttpResponse(calendar(timezone.now()), content_type=CONTENT_TYPE)


@require_POST
def link(request: HttpRequest) -> HttpResponse:
    """Make a link, or another in its place, or end it."""
    if request.POST.get("do") == "end":
        calendar_link().end()
    else:
        calendar_link().renew()
    return redirect(f"{reverse('desk:settings')}?saved=calendar#calendar")
