"""The agenda as of a request: asked once, for the page and for the frame around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.utils import timezone

from candidacy.models import Profile
from desk.agenda.asking import Agenda, agenda

if TYPE_CHECKING:
    from django.http import HttpRequest

_NAME = "desk_agenda"


def agenda_of(request: HttpRequest) -> Agenda:
    """What needs me while that request is answered. Asked for after whatever the request changes."""
    found = cast("Agenda | None", getattr(request, _NAME, None))
    if found is None:
        found = agenda(timezone.now(), profile_of(request))
        setattr(request, _NAME, found)
    return found


def needs_me(request: HttpRequest) -> int:
    """How many things Today would list; where only the frame asks, without what they are."""
    known = cast("Agenda | None", getattr(request, _NAME, None))
    return (known or agenda(timezone.now(), profile_of(request), lists=False)).counts.needs_me


def profile_of(request: HttpRequest) -> Profile:
    """Who uses this computer: as it was read when the request came in, where nothing can have changed it."""
    known = cast("Profile | None", getattr(request, "profile", None))
    return known if known and request.method in ("GET", "HEAD") else Profile.load()
