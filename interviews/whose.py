"""Which candidacy an invitation belongs to: by known addresses, its company’s domain, or its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from candidacy.models import Candidacy, Person
from interviews.invitation.guests import domain_of, is_service

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interviews.invitation.facts import Invitation


@dataclass(frozen=True)
class Guess:
    """The candidacy that fits best, whether it can be no other, and why."""

    candidacy: Candidacy | None
    sure: bool
    why: str


@dataclass
class _Known:
    """Who and what leads to each open candidacy."""

    candidacies: list[Candidacy]
    emails: dict[int, set[str]] = field(default_factory=dict)
    domains: dict[int, set[str]] = field(default_factory=dict)

    @classmethod
    def load(cls) -> _Known:
        found = cls(list(Candidacy.objects.open().select_related("company")))
        of_company: dict[int, set[str]] = {}
        for company, email in Person.objects.exclude(email="").values_list("company_id", "email"):
            of_company.setdefault(company, set()).add(email.casefold())
        for one in found.candidacies:
            own = of_company.get(one.company_id, set())
            found.emails[one.pk] = set(own)
            found.domains[one.pk] = {domain_of(email) for email in own} - {""} | _site(one.company.website)
        found.add_agencies()
        return found

    def add_agencies(self) -> None:
        """Recruiters lead to the candidacies they wrote or talked about."""
        for path in ("contacts__person", "interviews__people", "letters__via"):
            rows = Candidacy.objects.open().exclude(**{f"{path}__email": ""})
            for pk, email in rows.values_list("pk", f"{path}__email"):
                if email and pk in self.emails:
                    self.emails[pk].add(email.casefold())


def whose(invitation: Invitation, mine: Iterable[str] = ()) -> Guess:
    """The open candidacy of an invitation. `mine` are my own addresses, which lead nowhere."""
    known = _Known.load()
    mine = {email.casefold() for email in mine}
    emails = {one.email for one in invitation.guests if one.email and one.email not in mine}
    domains = {domain_of(email) for email in emails if not is_service(email)} - {""}
    by_email = [one for one in known.candidacies if known.emails[one.pk] & emails]
    by_domain = [one for one in known.candidacies if _share(known.domains[one.pk], domains)]
    fitting = by_email or by_domain
    if fitting:
        named = _narrowed(fitting, invitation)
        told = (
            _("Somebody in it is of %(company)s.") if by_email else _("The address in it is of %(company)s.")
        )
        why = told % {"company": named[0].company}
        if len(named) == 1:
            return Guess(named[0], sure=True, why=why)
        several = _("You have more than one candidacy it may be about.")
        return Guess(named[0], sure=False, why=f"{why} {several}")
    by_name = [one for one in known.candidacies if _says(invitation, one.company.name)]
    if by_name:
        named = _narrowed(by_name, invitation)
        words = {"company": named[0].company}
        why = _("It names %(company)s. Nobody in it is known to you.") % words
        return Guess(named[0], sure=False, why=why)
    return Guess(None, sure=False, why=_("Nobody in it is known to you, and it names no company of yours."))


def _narrowed(fitting: list[Candidacy], invitation: Invitation) -> list[Candidacy]:
    """Those of them that the words mean too, where they mean any: first the role, then the company."""
    for words in (invitation.title, f"{invitation.title} {invitation.text}"):
        by_role = [one for one in fitting if one.role and _in(one.role, words)]
        if by_role:
            longest = max(len(one.role) for one in by_role)
            return [one for one in by_role if len(one.role) == longest]
    companies = {one.company_id for one in fitting}
    by_company = [one for one in fitting if _says(invitation, one.company.name)]
    return by_company if by_company and len(companies) > 1 else fitting


def _says(invitation: Invitation, name: str) -> bool:
    people = " ".join(one.name for one in invitation.guests)
    return len(name) > 2 and _in(name, f"{invitation.title} {invitation.text} {people}")


def _in(words: str, text: str) -> bool:
    pattern = r"\W+".join(map(re.escape, re.findall(r"\w+", words)))
    return bool(pattern) and re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) is not None


def _site(website: str) -> set[str]:
    try:
        host = (urlsplit(website).hostname or "").removeprefix("www.")
    except ValueError:
        return set()
    return {host} if host.count(".") else set()


def _share(known: set[str], domains: set[str]) -> bool:
    """Whether a domain is the company's, or a part of it such as mail.harbour.example."""
    return any(
        one == two or one.endswith(f".{two}") or two.endswith(f".{one}") for one in known for two in domains
    )
