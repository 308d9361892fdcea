"""Today as a message to myself: the headline as its subject, and what needs me with why and links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from desk import headline
from desk.ended import just_ended
from desk.mail_questions import questions
from desk.saying import section, sections, wrapped
from desk.today import today
from interviews.models import Share
from letters.listing import troubled

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from candidacy.models import Profile
    from desk.ended import Ended
    from desk.mail_questions import Question
    from desk.promises import Promised
    from desk.today import Today
    from letters.listing import OnItsWay


@dataclass(frozen=True)
class Digest:
    """One day's message, and whether anything in it needs me."""

    subject: str
    text: str
    needed: bool


def digest(now: dt.datetime, profile: Profile, address: str) -> Digest:
    """What Today says at `now` (aware); `address` is that of the site, without a slash at its end."""
    seen, mail, stuck = today(now, profile), questions(), troubled()
    ended = just_ended(now)
    counts = len(mail), len(stuck), len(ended)
    lines = [
        *wrapped(headline.lede(seen, *counts), 0),
        *section(_("Notes come first"), (line for one in ended for line in _ended(one, address))),
        *section(_("Letters you sent"), (line for one in stuck for line in _stuck(one, address))),
        *section(_("Questions about your mail"), (line for one in mail for line in _asked(one, address))),
        *sections(seen, address=address),
        *section(_("You promised"), (line for one in _told(seen) for line in _promised(one, address))),
        "",
        _("All of it: %(link)s") % {"link": f"{address}{reverse('desk:today')}"},
    ]
    return Digest(
        subject=headline.headline(seen, *counts),
        text="\n".join(lines) + "\n",
        needed=bool(seen.counts.needs_me or any(counts)),
    )


def _told(seen: Today) -> list[Promised]:
    """My promises, without those in notes that are for my eyes: a message passes other computers."""
    return [one for one in seen.promises if one.note.share != Share.PRIVATE]


def _ended(one: Ended, address: str) -> Iterator[str]:
    yield from wrapped(f"{one.question} {one.when} {one.effort}", 2)
    yield f"    {address}{reverse('interviews:debrief', args=[one.talk.pk])}"


def _stuck(one: OnItsWay, address: str) -> Iterator[str]:
    told = {"name": one.letter.to.name, "company": one.letter.candidacy.company.name}
    if one.is_unknown:
        words = _("To %(name)s, %(company)s: nobody knows whether it went out.") % told
    else:
        words = _("To %(name)s, %(company)s: it did not leave, and is a draft again.") % told
    yield from wrapped(words, 2)
    yield f"    {address}{one.letter.get_absolute_url()}"


def _asked(one: Question, address: str) -> Iterator[str]:
    yield from wrapped(one.heading, 2)
    yield from wrapped(one.because, 4)
    yield f"    {address}{reverse('desk:mail')}"


def _promised(one: Promised, address: str) -> Iterator[str]:
    told = {"what": one.note.text, "name": one.person.name, "company": one.company.name, "when": one.when}
    yield from wrapped(_("%(what)s (to %(name)s, %(company)s, %(when)s)") % told, 2)
    yield f"    {address}{reverse('desk:person', args=[one.person.pk])}"
