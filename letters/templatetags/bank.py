"""My news with the companies that have it, for the page of the floor below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candidacy.models import News
    from letters.newsbank import Told

register = template.Library()


@register.simple_tag
def with_companies(news: Sequence[News]) -> list[tuple[News, list[Told]]]:
    """Each piece of news with the companies where it is new no longer."""
    # Django imports the tags of all pages for the first one: not with all that checks letters.
    from letters.newsbank import told_where

    rows = list(news)
    told = told_where(rows)
    return [(one, told[one.pk]) for one in rows]
