"""What the open pages ask for now and then, where notifications are switched on."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from candidacy.myself import profile_of
from desk.agenda.requested import agenda_of
from desk.ended import just_ended
from desk.notices import notices

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_safe
@never_cache
def listed(request: HttpRequest) -> JsonResponse:
    """The things to tell, as JSON; none where notifications are off."""
    seen = agenda_of(request)
    on = profile_of(request).preferences.notifications
    found = notices(seen.shown, just_ended(seen.now)) if on else ()
    return JsonResponse({"notices": [asdict(one) for one in found]})
