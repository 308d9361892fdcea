"""What Ctrl K offers: what to do, where to go, and what was noted, for a few letters or none."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desk.search import find
from desk.search.words import words
from desk.sections import PRESSING_THANKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desk.outlook import Outlook
    from desk.search import Found
    from desk.search.hits import Hit
    from desk.sections import Panel, ThankYouRow
    from desk.today import Today

# So many of each group: what is wanted is among the first, or wants one more letter.
SHOWN, HITS = 6, 3
_PLACES = ("candidacy", "person", "company")
_NOTED = ("note", "letter", "message", "development")
_ICONS = {
    "candidacy": "stack",
    "person": "clip",
    "company": "stack",
    "note": "clip",
    "letter": "mail",
    "message": "mail",
    "development": "search",
}


@dataclass(frozen=True)
class Option:
    """One thing to choose: a link, or a form to send where it has fields."""

    icon: str
    said: str
    about: str
    path: str
    fields: Mapping[str, str] = field(default_factory=dict)
    # What it is found by besides.
    known_as: str = ""

    def fits(self, asked: Sequence[str]) -> bool:
        """Whether each of the words begins one of its own."""
        own = words(f"{self.said} {self.known_as}")
        return all(any(word.startswith(one) for word in own) for one in asked)


@dataclass(frozen=True)
class Group:
    """Options under a heading."""

    name: str
    heading: str
    options: tuple[Option, ...]


def groups(typed: str, today: Today) -> list[Group]:
    """What fits what was typed, each group the likeliest first; with nothing typed, what Today asks."""
    asked = words(typed[:200])
    if asked:
        doing = islice((one for one in (*_asked(today), *_moves(today), *_doing()) if one.fits(asked)), SHOWN)
        found = find(typed, shown=HITS)
        pages = (one for one in _pages() if one.fits(asked))
        going = [*islice(pages, SHOWN), *_hits(found, _PLACES), _everything(typed)]
        noted = list(_hits(found, _NOTED))
    else:
        doing = islice((*_asked(today), *_doing()), SHOWN)
        going, noted = list(_pages())[:SHOWN], []
    all_of_them = [
        Group("do", _("Do"), tuple(doing)),
        Group("go", _("Go to"), tuple(going)),
        Group("noted", _("You noted"), tuple(noted)),
    ]
    return [group for group in all_of_them if group.options]


def _asked(today: Today) -> Iterator[Option]:
    """What Today asks, in its order: answers, letters about silence, thank-yous, rest."""
    for one in today.replies:
        about = _("%(company)s asked you something") % {"company": one.company}
        path = f"{reverse('candidacy:contact_new', args=[one.candidacy.pk])}?direction=out"
        yield Option("mail", _("Say that you answered %(company)s") % {"company": one.company}, about, path)
    for one in today.silent:
        if one.standing.state == "close_due":
            yield _rest(one)
        elif one.write_to:
            yield _nudge(one)
    for panel in today.panels:
        for row in panel.rows:
            if row.thanks.state in PRESSING_THANKS:
                yield _thanks(panel, row)


def _nudge(one: Outlook) -> Option:
    to, quiet = one.write_to, one.standing.business_days_quiet
    assert to is not None  # noqa: S101  (asked by the caller)
    form = ngettext("%(company)s, %(days)s day quiet", "%(company)s, %(days)s days quiet", quiet)
    fields = {
        "candidacy": str(one.candidacy.pk),
        "to": str(to.pk),
        "kind": one.standing.next_letter or "nudge",
    }
    if one.choice.route:
        fields["via"] = str(one.choice.route.key)
    about = form % {"company": one.company, "days": quiet}
    return _letter(to.name, about, fields, one.company.name)


def _thanks(panel: Panel, row: ThankYouRow) -> Option:
    person, candidacy = row.person, panel.outlook.candidacy
    about = _("%(company)s, thank-you due") % {"company": panel.outlook.company}
    if not row.notes:
        path = f"{reverse('interviews:debrief', args=[panel.meeting.pk])}?person={person.pk}"
        return Option(
            "clip",
            _("Note what %(person)s said") % {"person": person.name},
            about,
            path,
            known_as=panel.outlook.company.name,
        )
    fields = {"candidacy": str(candidacy.pk), "to": str(person.pk), "kind": "thank_you"}
    return _letter(person.name, about, fields, panel.outlook.company.name)


def _letter(to: str, about: str, fields: Mapping[str, str], company: str) -> Option:
    said = _("Write a letter to %(person)s") % {"person": to}
    return Option("pen", said, about, reverse("letters:new"), fields, known_as=company)


def _rest(one: Outlook) -> Option:
    said = _("Let %(company)s rest") % {"company": one.company}
    path = f"{reverse('candidacy:close', args=[one.candidacy.pk])}?as=laid_to_rest"
    return Option("check", said, _("Written to twice"), path)


def _moves(today: Today) -> Iterator[Option]:
    """The small moves of what has gone silent."""
    for one in today.silent:
        named = {"company": one.company}
        role, args = one.candidacy.role, [one.candidacy.pk]
        yield Option("mail", _("%(company)s replied") % named, role, reverse("desk:reply", args=args))
        yield Option("cal", _("Snooze %(company)s") % named, role, reverse("desk:snooze", args=args))


def _doing() -> Iterator[Option]:
    """What can be done on any day."""
    latest = _("the latest interview without notes")
    yield Option("clip", _("Debrief"), latest, reverse("desk:debrief"))
    yield Option("plus", _("Add a conversation"), "", reverse("desk:welcome"), known_as=_("interview new"))
    yield Option("plus", _("Add a candidacy"), "", reverse("candidacy:add"), known_as=_("application new"))
    yield Option("plus", _("Add a person"), "", reverse("desk:person_add"), known_as=_("interviewer new"))
    yield Option("bulb", _("Note something new about you"), "", reverse("candidacy:news"), known_as=_("win"))
    yield Option("stack", _("Bring in a file"), "", reverse("desk:import"), known_as=_("import spreadsheet"))


def _pages() -> Iterator[Option]:
    yield Option("sun", _("Today"), "", reverse("desk:today"))
    yield Option("stack", _("Candidacies"), "", reverse("desk:candidacies"), known_as=_("applications"))
    yield Option("clip", _("People"), "", reverse("desk:people"), known_as=_("companies contacts"))
    yield Option("mail", _("Letters"), "", reverse("letters:letters"), known_as=_("outbox drafts"))
    yield Option("chart", _("Insights"), "", reverse("desk:insights"), known_as=_("statistics"))
    yield Option(
        "dots", _("Settings"), "", reverse("desk:settings"), known_as=_("preferences theme language")
    )
    yield Option("back", _("Activity and trash"), "", reverse("desk:activity"), known_as=_("undo log"))
    yield Option("mail", _("Questions about your mail"), "", reverse("desk:mail"), known_as=_("inbox"))
    yield Option("cal", _("Invitations"), "", reverse("interviews:invitations"))
    yield Option("dots", _("Shortcuts"), "", reverse("desk:shortcuts"), known_as=_("keys help"))


def _hits(found: Found, kinds: Sequence[str]) -> Iterator[Option]:
    by_kind = {group.kind: group.hits for group in found.groups}
    for kind in kinds:
        for hit in by_kind.get(kind, ()):
            yield _hit(hit)


def _hit(hit: Hit) -> Option:
    title = "".join(hit.title)
    said = "".join(hit.text) if hit.kind in ("note", "message") else title
    about = title if hit.kind in ("note", "message") else hit.about
    return Option(_ICONS[hit.kind], said, about, hit.path)


def _everything(typed: str) -> Option:
    said = _("Search everything for “%(words)s”") % {"words": typed}
    return Option("search", said, "", f"{reverse('desk:search')}?{urlencode({'q': typed})}")
