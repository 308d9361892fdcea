"""What is recorded, as mail is held against it: my address, people, companies and their domains, letters."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.db.models import Q

from candidacy.choices import Sector
from candidacy.models import Candidacy, Company, Contact, Person, Profile
from interviews.models import Interviewer
from letters import account, matching
from letters.matching.naming import numbers_in
from letters.models import Leaving, Letter, Message, Outgoing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

# Where everybody may have a mailbox or a page, so that a domain says nothing about the company.
_EVERYBODYS = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "hotmail.co.uk",
        "live.com",
        "msn.com",
        "yahoo.com",
        "yahoo.co.uk",
        "yahoo.fr",
        "yahoo.de",
        "aol.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "gmx.de",
        "gmx.net",
        "gmx.com",
        "web.de",
        "t-online.de",
        "freenet.de",
        "orange.fr",
        "free.fr",
        "wanadoo.fr",
        "laposte.net",
        "sfr.fr",
        "libero.it",
        "virgilio.it",
        "proton.me",
        "protonmail.com",
        "zoho.com",
        "mail.com",
        "btinternet.com",
        "sky.com",
        "ziggo.nl",
        "kpnmail.nl",
        "wp.pl",
        "onet.pl",
        "seznam.cz",
        "fastmail.com",
        "hey.com",
        "posteo.de",
        "mailbox.org",
        "qq.com",
        "163.com",
        "linkedin.com",
        "facebook.com",
        "x.com",
        "twitter.com",
        "instagram.com",
        "indeed.com",
        "glassdoor.com",
        "xing.com",
        "github.com",
        "google.com",
        "sites.google.com",
        "notion.site",
        "wordpress.com",
        "wixsite.com",
    ]
)
_PREFIXES = ("www.", "careers.", "jobs.", "karriere.")


def known() -> matching.Known:
    """All of it, as it is recorded now."""
    concerned = _concerned()
    return matching.Known(
        me=_me(),
        companies=_companies(),
        people={
            one.key: matching.Person(
                one.key,
                one.name,
                one.company.key,
                frozenset({one.email.strip().casefold()} - {""}),
                frozenset(concerned[one.pk]),
            )
            for one in Person.objects.select_related("company")
        },
        candidacies=_candidacies(),
        letters=tuple(_letters()),
        threads=dict(Message.objects.placed().values_list("identity", "candidacy__key")),
    )


def known_since(moment: dt.datetime | None) -> matching.Known | None:
    """Of people and companies those that were added or changed since then, or at which a candidacy began.

    None where nothing was; without a moment, all of them.
    """
    if moment is None:
        return known()
    begun = Q(candidacies__created_at__gte=moment)
    companies = Company.objects.filter(Q(updated_at__gte=moment) | Q(people__updated_at__gte=moment) | begun)
    keys = set(companies.values_list("key", flat=True))
    if not keys:
        return None
    whole = known()
    return replace(
        whole,
        companies={key: one for key, one in whole.companies.items() if key in keys},
        people={key: one for key, one in whole.people.items() if one.company in keys},
    )


def _me() -> frozenset[str]:
    """My addresses: the one I gave, and that of the mailbox that is read."""
    mailbox, _ = account.load()
    mine = {Profile.load().email, mailbox.user if mailbox else ""}
    return frozenset(one.strip().casefold() for one in mine if "@" in one)


def _concerned() -> Mapping[int, set[str]]:
    """The candidacies that each person had a part in."""
    found: dict[int, set[str]] = defaultdict(set)
    for rows in (
        Interviewer.objects.values_list("person", "interview__candidacy__key"),
        Contact.objects.exclude(person=None).values_list("person", "candidacy__key"),
        Letter.objects.values_list("to", "candidacy__key"),
        Letter.objects.exclude(via=None).values_list("via", "candidacy__key"),
    ):
        for person, key in rows:
            found[person].add(key)
    return found


def _companies() -> dict[str, matching.Company]:
    domains: dict[int, set[str]] = defaultdict(set)
    for company, email in Person.objects.exclude(email="").values_list("company", "email"):
        domains[company].add(email.rpartition("@")[2].strip().casefold())
    for company, website in Company.objects.exclude(website="").values_list("pk", "website"):
        domains[company].add(_host(website))
    return {
        one.key: matching.Company(
            one.key, one.name, frozenset(domains[one.pk] - _EVERYBODYS - {""}), one.sector == Sector.AGENCY
        )
        for one in Company.objects.all()
    }


def _host(website: str) -> str:
    """The domain of a website, without www."""
    try:
        host = (urlsplit(website).hostname or "").casefold()
    except ValueError:
        return ""
    for prefix in _PREFIXES:
        host = host.removeprefix(prefix)
    return host if "." in host else ""


def _candidacies() -> dict[str, matching.Candidacy]:
    profile = Profile.load()
    calendars = {one.pk: profile.calendar(one) for one in Company.objects.all()}
    return {
        one.key: matching.Candidacy(
            key=one.key,
            company=one.company.key,
            role=one.role,
            applied_on=one.applied_on,
            closed_on=one.closed_on,
            closed=one.is_closed,
            numbers=numbers_in(f"{one.role} {one.posting_text}"),
            add_days=calendars[one.company_id].add,
        )
        for one in Candidacy.objects.select_related("company")
    }


def _letters() -> list[matching.Letter]:
    rows = Letter.objects.sent().order_by("sent_at", "pk").select_related("candidacy", "to", "via")
    # Of one that may have gone out, an answer says that it did.
    unknown = Outgoing.objects.filter(state=Leaving.UNKNOWN).select_related("letter__candidacy")
    doubtful = [
        matching.Letter(
            one.letter.key,
            one.letter.candidacy.key,
            one.letter.carrier.key,
            one.letter.to.key,
            one.letter.subject,
            one.message_id,
            one.begun_at,
        )
        for one in unknown.select_related("letter__to", "letter__via")
    ]
    return doubtful + [
        matching.Letter(
            one.key, one.candidacy.key, one.carrier.key, one.to.key, one.subject, one.message_id, one.sent_at
        )
        for one in rows
    ]
