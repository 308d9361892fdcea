"""The agenda as of a request: asked once, for the page and for the frame around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.utils import timezone

from candidacy.myself import profile_of
from desk.agenda.asking import Agenda, agenda

if TYPE_CHECKING:
    from django.http import HttpRequest

_NAME, _NUMBERS = "desk_agenda", "desk_agenda_numbers"


def agenda_of(request: HttpRequest) -> Agenda:
    """What needs me while that request is answered. Asked for after whatever the request changes."""
    found = cast("Agenda | None", getattr(request, _NAME, None))
    if found is None:
        found = agenda(timezone.now(), profile_of(request))
        setattr(request, _NAME, found)
    return found


def numbers_of(request: HttpRequest) -> Agenda:
    """The same for whoever needs only its few numbers: where nothing asked for more, without the lists."""
    found = cast("Agenda | None", getattr(request, _NAME, None) or getattr(request, _NUMBERS, None))
    if found is None:
        found = agenda(timezone.now(), profile_of(request), lists=False)
        setattr(request, _NUMBERS, found)
    return found
