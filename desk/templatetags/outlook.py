"""What the desk knows of a candidacy, for pages of the floors below: whose move it is, to whom, by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils import timezone

from candidacy.models import Candidacy, Profile
from candidacy.templatetags.words import by_day, clock, in_words
from desk.outlook import outlooks
from desk.place import ORDINALS

if TYPE_CHECKING:
    from desk.outlook import Outlook

register = template.Library()


@register.simple_tag
def outlook_of(candidacy_pk: int) -> Outlook | None:
    """The outlook of a candidacy as of now."""
    found = outlooks(Candidacy.objects.filter(pk=candidacy_pk), timezone.now(), Profile.load())
    return found[0] if found else None


@register.simple_tag
def thanks_words(outlook: Outlook | None, person_pk: int) -> str:
    """By when a thank-you is due, and which of how many it is: “Second of three for Tuesday’s panel.”"""
    thanks = outlook.thanks if outlook else []
    mine = next((one for one in thanks if one.person == person_pk), None)
    if outlook is None or mine is None:
        return ""
    due = f"Due by {clock(mine.due_at)} {by_day(mine.due_at)}. " if mine.state in ("settling", "due") else ""
    panel = [one for one in thanks if one.talk.key == mine.talk.key]
    if len(panel) < 2:
        return due.strip()
    sent = sum(one.state == "sent" for one in panel)
    place = ORDINALS[sent] if sent < len(ORDINALS) else f"number {sent + 1}"
    weekday = f"{mine.ended_at.astimezone(outlook.known.zone):%A}"
    return f"{due}{place.capitalize()} of {in_words(len(panel))} letters for {weekday}’s panel."
