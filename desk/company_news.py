"""How it stands with company news: off, on, or failing, which feeds there are, and what they brought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from candidacy.feeds import EVERY, feeds_read
from candidacy.models import Development, Feed

if TYPE_CHECKING:
    import datetime as dt

    from candidacy.models import Profile


@dataclass(frozen=True)
class CompanyNews:
    """The section of Settings about the feeds, by company."""

    feeds: tuple[Feed, ...]
    # Those that are read by themselves: where something is open, and it is not turned off.
    read: frozenset[int]
    # How many headlines I have not looked at.
    unread: int
    # Whether I left it on.
    wanted: bool

    @property
    def state(self) -> str:
        """In a word."""
        if not (self.read and self.wanted):
            return _("Off")
        return _("Failing") if self.failing else _("On")

    @property
    def companies(self) -> int:
        """At how many companies the feeds are."""
        return len({one.company_id for one in self.feeds})

    @property
    def failing(self) -> list[Feed]:
        """Those that are tried again because they could not be read."""
        return [one for one in self.feeds if one.failures and self.wanted and one.pk in self.read]

    @property
    def resting(self) -> int:
        """How many are not read because nothing is open at their company."""
        return sum(one.pk not in self.read for one in self.feeds)

    @property
    def looked(self) -> dt.datetime | None:
        """When one of them was last tried."""
        return max((one.tried_at for one in self.feeds if one.tried_at), default=None)

    @property
    def hours(self) -> int:
        """How many hours lie between two looks at a feed."""
        return int(EVERY.total_seconds() // 3600)


def company_news(profile: Profile) -> CompanyNews:
    """How it stands now."""
    feeds = tuple(Feed.objects.select_related("company").order_by("company__name", "pk").defer("brought"))
    return CompanyNews(
        feeds=feeds,
        read=frozenset(feeds_read().values_list("pk", flat=True) if feeds else ()),
        unread=Development.objects.filter(unread=True).count(),
        wanted=profile.preferences.company_news,
    )
