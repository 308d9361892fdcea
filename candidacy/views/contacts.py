"""A dated line in or out: what they wrote, what I wrote, a call, an invitation, a rejection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from candidacy.asked import number_of
from candidacy.choices import ContactEvent, Direction
from candidacy.forms import ContactForm
from candidacy.models import Contact, Profile
from candidacy.pages import delete, form_page
from candidacy.queries import candidacy_or_404, people_around

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from candidacy.models import Candidacy


def page(request: HttpRequest, pk: int, contact_pk: int | None = None) -> HttpResponse:
    """A line, new or known. The address may say with whom and which way: ?person=3&direction=out."""
    candidacy = candidacy_or_404(pk)
    row = _line(request, candidacy, contact_pk)
    zone_name = Profile.load().zone_of(candidacy.company)

    def make(data: Any) -> ContactForm:
        form = ContactForm(data, instance=row, zone_name=zone_name)
        form.offer_people(people_around(candidacy))
        return form

    return form_page(
        request,
        make,
        sentence=lambda line: f"{who_wrote(line)}, {candidacy.company}",
        leads_to=_next,
        heading=_("Log a contact") if contact_pk is None else _("Change this line"),
        lede=str(candidacy),
        back=candidacy.get_absolute_url(),
        back_words=str(candidacy.company),
        delete=contact_pk and reverse("candidacy:contact_delete", args=[pk, contact_pk]),
        delete_words=_("Delete this line"),
    )


def _line(request: HttpRequest, candidacy: Candidacy, contact_pk: int | None) -> Contact:
    if contact_pk is not None:
        return get_object_or_404(Contact, pk=contact_pk, candidacy=candidacy)
    mine = request.GET.get("direction") == Direction.OUT
    return Contact(
        candidacy=candidacy,
        at=timezone.now(),
        direction=Direction.OUT if mine else Direction.IN,
        person=people_around(candidacy).filter(pk=number_of(request, "person")).first(),
    )


def _next(line: Contact) -> str:
    """Back to the candidacy; after a rejection, to the question whether it is over."""
    over = line.event == ContactEvent.REJECTION and line.direction == Direction.IN
    if over and not line.candidacy.is_closed:
        return f"{reverse('candidacy:close', args=[line.candidacy_id])}?{urlencode({'as': 'rejected'})}"
    return line.candidacy.get_absolute_url()


@require_POST
def remove(request: HttpRequest, pk: int, contact_pk: int) -> HttpResponse:
    """Delete a line."""
    candidacy = candidacy_or_404(pk)
    row = get_object_or_404(Contact, pk=contact_pk, candidacy=candidacy)
    sentence = _("A line of %(company)s deleted") % {"company": candidacy.company}
    return delete(request, row, sentence=sentence, leads_to=candidacy.get_absolute_url())


def who_wrote(line: Contact) -> str:
    """“Ruth Adeyemi wrote”, “You called them”: the line as the log says it."""
    words = _by_them(line) if line.direction == Direction.IN else _by_me(line)
    return words % {"name": line.person.name if line.person else ""}


def _by_them(line: Contact) -> str:
    if line.channel == "phone":
        return _("%(name)s called") if line.person else _("They called")
    if line.channel in _TOGETHER:
        return _("%(name)s met") if line.person else _("They met")
    return _("%(name)s wrote") if line.person else _("They wrote")


def _by_me(line: Contact) -> str:
    if line.channel == "phone":
        return _("You called %(name)s") if line.person else _("You called them")
    if line.channel in _TOGETHER:
        return _("You met %(name)s") if line.person else _("You met them")
    return _("You wrote to %(name)s") if line.person else _("You wrote to them")


_TOGETHER = {"video", "on_site", "meeting"}
