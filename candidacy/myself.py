"""Who uses this computer, as a request knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from candidacy.models import Profile

if TYPE_CHECKING:
    from django.http import HttpRequest

_NAME = "profile"


def read_profile(request: HttpRequest) -> Profile:
    """Read the profile when the request comes in, for whoever asks while it is answered."""
    found = Profile.load()
    setattr(request, _NAME, found)
    return found


def profile_of(request: HttpRequest) -> Profile:
    """As it was read when the request came in, where nothing can have changed it since."""
    known = cast("Profile | None", getattr(request, _NAME, None))
    return known if known and request.method in ("GET", "HEAD") else Profile.load()
