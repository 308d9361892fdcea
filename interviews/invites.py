"""Invitations become interviews: who is meant, what follows what, and what has to be asked.

A file may be taken without asking only where nothing in it is doubtful; on a page everything is confirmed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from candidacy.changes import recorded_together
from candidacy.choices import Relation, Sector
from candidacy.models import Person, Profile
from interviews.invitation import facts
from interviews.invitation.facts import Role
from interviews.invitation.guests import domain_of, is_assistant, is_machine
from interviews.invitation.prose import read_message
from interviews.invitation.reading import read_calendar
from interviews.models import Interview, Interviewer, Invitation
from interviews.whose import whose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model

    from candidacy.models import Candidacy, Company


@dataclass(frozen=True)
class Seat:
    """Somebody invited: who it is where known, whether they will be there, and why that is doubted."""

    guest: facts.Guest
    person: Person | None
    ticked: bool
    why: str = ""
    # Typed when it was confirmed.
    title: str = ""


@dataclass(frozen=True)
class Proposal:
    """What an invitation would become: nothing of it is stored."""

    invitation: facts.Invitation
    candidacy: Candidacy | None
    sure: bool
    why: str
    # The interview that it is about already.
    interview: Interview | None
    seats: tuple[Seat, ...]

    @property
    def action(self) -> str:
        """What can be done without asking: added, updated, cancelled, unchanged, or asked."""
        one, known = self.invitation, self.interview
        if known is not None:
            if not one.is_newer_than(known.invite_sequence, known.invite_stamp):
                return "unchanged"
            if one.cancelled:
                return "unchanged" if known.cancelled else "cancelled"
            return "updated" if one.starts.is_sure else "asked"
        if one.cancelled:
            return "unchanged"
        doubtful = not self.sure or not one.starts.is_sure or one.repeats
        return "asked" if doubtful else "added"

    @property
    def ticked(self) -> list[Seat]:
        """Those who will be there."""
        return [seat for seat in self.seats if seat.ticked]


@dataclass(frozen=True)
class Taken:
    """What became of one invitation: the action, and the interview where there is one."""

    proposal: Proposal
    action: str
    interview: Interview | None


def propose(invitation: facts.Invitation, chosen: Candidacy | None = None) -> Proposal:
    """What it would become; `chosen` says which candidacy it is about."""
    profile = Profile.load()
    known = (
        Interview.objects.filter(invite_uid=invitation.known_by).select_related("candidacy__company").first()
    )
    mine = [profile.email] if profile.email else []
    if known is not None:
        candidacy: Candidacy | None = known.candidacy
        sure, why = True, _("It follows an invitation that you have taken.")
    elif chosen is not None:
        candidacy, sure, why = chosen, True, ""
    else:
        guess = whose(invitation, mine)
        candidacy, sure, why = guess.candidacy, guess.sure, guess.why
    seats = tuple(_seats(invitation, candidacy, profile))
    return Proposal(invitation, candidacy, sure, why, known, seats)


def read(data: bytes | str) -> list[facts.Invitation]:
    """The invitations in a file or in a message's text. Raises UnreadableError with a sentence."""
    calendar = isinstance(data, bytes) or "BEGIN:VCALENDAR" in data.upper()
    return read_calendar(data) if calendar else read_message(str(data))


def put_by(invitation: facts.Invitation, candidacy: Candidacy | None = None) -> Invitation:
    """Keep it until I say what becomes of it. What waits of the same event already is replaced."""
    waiting = Invitation.objects.filter(uid=invitation.known_by).first() or Invitation(
        uid=invitation.known_by
    )
    waiting.text, waiting.candidacy = invitation.source, candidacy or waiting.candidacy
    waiting.save()
    return waiting


@dataclass(frozen=True)
class Waiting:
    """An invitation that waits for a word, and what it would become."""

    row: Invitation
    proposal: Proposal


def waiting_ones() -> list[Waiting]:
    """All that wait, the first to begin first; what says nothing any more is left out."""
    rows = Invitation.objects.select_related("candidacy__company")
    read_again = [(row, understood(row)) for row in rows]
    found = [Waiting(row, propose(one, row.candidacy)) for row, one in read_again if one]
    return sorted(found, key=lambda one: one.proposal.invitation.starts.local)


def understood(waiting: Invitation) -> facts.Invitation | None:
    """What a waiting invitation says; None where it says nothing any more."""
    try:
        found = [one for one in read(waiting.text) if one.known_by == waiting.uid]
    except facts.UnreadableError:
        return None
    return found[0] if found else None


def receive(data: bytes) -> list[Taken]:
    """Take a calendar file without asking, as far as nothing in it is doubtful; the rest waits to be asked.

    All of it or nothing. Raises UnreadableError with a sentence.
    """
    taken = []
    with transaction.atomic():
        for invitation in read_calendar(data):
            proposal = propose(invitation)
            taken.append(Taken(proposal, proposal.action, _take_or_ask(proposal)))
    return taken


def _take_or_ask(proposal: Proposal) -> Interview | None:
    if proposal.action == "asked":
        put_by(proposal.invitation)
        return proposal.interview
    if proposal.action == "unchanged":
        return proposal.interview
    return take(proposal, ready(proposal), proposal.ticked)


def ready(proposal: Proposal) -> Interview:
    """The interview as the invitation has it, not stored."""
    one = proposal.invitation
    interview = proposal.interview or Interview(candidacy=proposal.candidacy)
    if not one.cancelled and one.starts.in_utc is not None:
        interview.starts_at = one.starts.in_utc
        interview.ends_at = one.ends.in_utc if one.ends else None
        interview.time_zone = one.starts.zone
        interview.channel, interview.place = one.channel, one.place
    return interview


def take(
    proposal: Proposal, interview: Interview, seats: Iterable[Seat], *, new: Candidacy | None = None
) -> Interview:
    """Store the interview as it was confirmed, with these people in it, and forget the invitation.

    `new` is a candidacy that begins with it. One line of the log, undone at once.
    """
    one, candidacy = proposal.invitation, new or interview.candidacy
    sentence = _("Interview at %(company)s added, by invitation")
    if one.cancelled:
        sentence = _("Interview at %(company)s called off, by invitation")
    elif proposal.interview:
        sentence = _("Interview at %(company)s moved, by invitation")
    made: list[Model] = []

    def rows() -> list[Model]:
        stored = Interview.objects.filter(pk=interview.pk)
        seated = Interviewer.objects.filter(interview=interview.pk)
        waits = Invitation.objects.filter(uid=one.known_by)
        return [*made, *stored, *seated, *waits]

    with recorded_together(sentence % {"company": candidacy.company}, rows):
        if new is not None:
            made.extend(_begun(new))
            interview.candidacy = new
        interview.cancelled = one.cancelled
        interview.invite_uid, interview.invite_sequence = one.known_by, one.sequence
        interview.invite_stamp = one.stamp
        interview.full_clean()
        interview.save()
        for seat in seats:
            person = seat.person or _somebody(seat, candidacy)
            if person.pk is None:
                person.save()
                made.append(person)
            Interviewer.objects.get_or_create(interview=interview, person=person)
        Invitation.objects.filter(uid=one.known_by).delete()
    return interview


def _begun(candidacy: Candidacy) -> list[Model]:
    """Store a candidacy that is new, after a company that is; what was stored."""
    made: list[Model] = []
    for row in (candidacy.company, candidacy):
        if row.pk is None:
            row.save()
            made.append(row)
        candidacy.company_id = candidacy.company.pk
    return made


def dismiss(waiting: Invitation) -> None:
    """It is something else: it waits no more, and undo brings it back."""
    with recorded_together(_("An invitation put aside"), lambda: Invitation.objects.filter(pk=waiting.pk)):
        Invitation.objects.filter(pk=waiting.pk).delete()


def _seats(invitation: facts.Invitation, candidacy: Candidacy | None, profile: Profile) -> Iterable[Seat]:
    people = [one for one in invitation.guests if not _is_double(one, invitation)]
    known = {one: _known(one, candidacy) for one in people}
    others = [one for one in people if not _doubt(one, known[one], profile, others=False)]
    for one in people:
        more = any(other is not one and other.role is Role.GUEST for other in others)
        doubt = _doubt(one, known[one], profile, others=more)
        yield Seat(one, known[one], ticked=not doubt, why=doubt)


def _is_double(one: facts.Guest, invitation: facts.Invitation) -> bool:
    """A machine that sends in the name of somebody who is invited as well."""
    return is_machine(one) and any(
        other is not one and other.name.casefold() == one.name.casefold() for other in invitation.guests
    )


def _doubt(one: facts.Guest, person: Person | None, profile: Profile, *, others: bool) -> str:
    """Why that one is not taken for an interviewer; empty for one who is."""
    if one.role is Role.ROOM:
        return _("Looks like a room.")
    mine = {word.casefold() for word in (profile.email, profile.name) if word}
    if {one.email, one.name.casefold()} & mine:
        return _("That is you.")
    if person is None and is_machine(one):
        return _("An address that nobody in particular reads.")
    if one.role is Role.ORGANISER and others:
        if is_assistant(one, person.title if person else ""):
            return _("Arranges it for somebody else.")
        if person and person.relation in (Relation.RECRUITER, Relation.AGENCY):
            return _("Arranges it, and may not be there.")
    return ""


def _known(one: facts.Guest, candidacy: Candidacy | None) -> Person | None:
    """The person it is: by the address, else by the name among those of the company."""
    if one.email:
        found = Person.objects.filter(email__iexact=one.email).order_by("pk")
        own = [person for person in found if candidacy and person.company_id == candidacy.company_id]
        if found:
            return own[0] if own else found[0]
    if candidacy is None or not one.name:
        return None
    same = [
        person
        for person in Person.objects.filter(company=candidacy.company)
        if person.name.casefold() == one.name.casefold()
        and (not person.email or not one.email or domain_of(person.email) == domain_of(one.email))
    ]
    return same[0] if len(same) == 1 else None


def _somebody(seat: Seat, candidacy: Candidacy) -> Person:
    """Somebody new, of the company, or of the agency that the address belongs to."""
    one = seat.guest
    company = _agency(one) or candidacy.company
    relation = Relation.AGENCY if company.pk != candidacy.company_id else Relation.OTHER
    person = Person(company=company, name=one.name or one.email, title=seat.title, relation=relation)
    return _with_address(person, one.email)


def _with_address(person: Person, email: str) -> Person:
    """The person with that address, where it is one."""
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    try:
        validate_email(email)
    except ValidationError:
        return person
    person.email = email
    return person


def _agency(one: facts.Guest) -> Company | None:
    domain = domain_of(one.email)
    if not domain:
        return None
    rows: Any = Person.objects.filter(company__sector=Sector.AGENCY, email__iendswith=f"@{domain}")
    found = rows.select_related("company").first()
    return found.company if found else None
