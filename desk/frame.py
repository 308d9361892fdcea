"""What the frame around every page shows: which tab is lit, how many things need me, the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.functional import cached_property

from candidacy.myself import profile_of
from desk import copying
from desk.agenda import beside
from desk.agenda.requested import numbers_of

if TYPE_CHECKING:
    import datetime as dt

    from django.http import HttpRequest

    from candidacy.models import Profile
    from candidacy.preferences import Preferences

_SECTIONS = {"": "today", "interviews": "candidacies", "companies": "candidacies", "reports": "insights"} | {
    name: name for name in ("candidacies", "people", "letters", "insights", "search")
}


class Frame:
    """Computed only as far as the page asks: a fragment has no frame."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def profile(self) -> Profile:
        """Who uses this computer."""
        return profile_of(self._request)

    @cached_property
    def preferences(self) -> Preferences:
        """What is set, understood once for all that asks here."""
        return self.profile.preferences

    @property
    def theme(self) -> str:
        """The look that was chosen; empty follows the computer's."""
        return self.preferences.theme

    @property
    def shortcuts(self) -> bool:
        """Whether single keys do something."""
        return self.preferences.shortcuts

    @property
    def notifications(self) -> bool:
        """Whether the browser tells what is due."""
        return self.preferences.notifications

    @cached_property
    def needs_me(self) -> int:
        """How many things Today would list now."""
        return numbers_of(self._request).needs_me

    @property
    def left(self) -> int:
        """How many candidacies are still to be worked out, so that no list is whole."""
        return beside.left()

    @property
    def sample(self) -> bool:
        """Whether these are the made-up people."""
        return bool(getattr(settings, "SAMPLE", False))

    @cached_property
    def backed_up(self) -> dt.datetime | None:
        """When the last verified copy was made."""
        return copying.last_made_at()

    @property
    def section(self) -> str:
        """The tab that is lit."""
        parts = self._request.path.strip("/").split("/")
        # A company's letters, passed round, are among the letters.
        return _SECTIONS.get(parts[-1] if parts[-1] == "letters" else parts[0], "")


def frame(request: HttpRequest) -> dict[str, Frame]:
    """The frame, for every template."""
    return {"desk_frame": Frame(request)}
