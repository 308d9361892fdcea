"""Every page tells its times in the zone, and its words in the language, of the person who reads it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.db import DatabaseError
from django.utils import timezone, translation

from candidacy.myself import read_profile
from candidacy.zones import zone

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


class InMyWays:
    """Middleware: while a page of one of the apps is made, local time and language are the profile’s.

    Where no language was chosen, the browser’s stays, which the gate has set.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and leave the thread as it was found."""
        try:
            return self.get_response(request)
        finally:
            timezone.deactivate()

    def process_view(self, request: HttpRequest, *_of_the_view: Any) -> None:
        """Signing in reads nothing of mine, so that it works whatever state the database is in."""
        if request.resolver_match and request.resolver_match.app_name:
            # Where the database fails, the page meets the same fault and tells it.
            with suppress(DatabaseError):
                me = read_profile(request)
                timezone.activate(zone(me.time_zone))
                if me.preferences.language:
                    translation.activate(me.preferences.language)
