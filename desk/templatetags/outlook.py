"""What the desk knows of a candidacy, for pages of the floors below: whose move it is, to whom, by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from candidacy.models import Candidacy
from candidacy.myself import profile_of
from candidacy.reasons import number, sentence, weekday
from desk.headline import due_by
from desk.outlook import outlooks
from desk.place import ordinal

if TYPE_CHECKING:
    from django.template import Context

    from desk.outlook import Outlook

register = template.Library()


@register.simple_tag(takes_context=True)
def outlook_of(context: Context, candidacy_pk: int) -> Outlook | None:
    """The outlook of a candidacy as of now."""
    me = profile_of(context["request"])
    found = outlooks(Candidacy.objects.filter(pk=candidacy_pk), timezone.now(), me)
    return found[0] if found else None


@register.simple_tag
def thanks_words(outlook: Outlook | None, person_pk: int) -> str:
    """By when a thank-you is due, and which of how many it is: “Second of three for Tuesday’s panel.”"""
    thanks = outlook.thanks if outlook else []
    mine = next((one for one in thanks if one.person == person_pk), None)
    if outlook is None or mine is None:
        return ""
    due = ""
    if mine.state in ("settling", "due"):
        due = due_by(mine, outlook.now, outlook.known.zone) + " "
    panel = [one for one in thanks if one.talk.key == mine.talk.key]
    if len(panel) < 2:
        return due.strip()
    sent = sum(one.state == "sent" for one in panel)
    words = {
        "place": sentence(ordinal(sent)),
        "number": number(len(panel)),
        "weekday": weekday(mine.ended_at.astimezone(outlook.known.zone)),
    }
    return due + _("%(place)s of %(number)s letters for %(weekday)s’s panel.") % words
