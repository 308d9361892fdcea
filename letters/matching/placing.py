"""Which candidacy, person and letter a message belongs to.

Pure. First by the thread, then by the address of somebody known, then by the company’s own domain with the
role or the company in the text. What only a name or a word suggests is never placed without asking.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from letters.matching.choosing import Choice, choose, under_way
from letters.matching.inviting import entry_words
from letters.matching.machines import from_nobody, is_mass_mail
from letters.matching.naming import about_work, names_company, numbers_in, plain, roles_named
from letters.matching.sentences import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters.matching.known import Company, Known, Letter, Person
    from letters.matching.mail import Address, Mail

_ANSWER = re.compile(
    r"^(?:(?:re|aw|antw|sv|vs|odp|res|rif|ref|r|fw|fwd|wg|tr|rv|i|vl|doorst)\s*(?:\[\d+\])?\s*:"
    r"|\[(?:ext\w*)\]:?"
    r"|(?:automatic reply|auto(?:matic)? ?response|autoreply|out of office|automatische antwort"
    r"|reponse automatique|respuesta automatica"
    r"|risposta automatica|automatisch antwoord|resposta automatica|autosvar|automatiskt svar"
    r"|odpowiedz automatyczna)\s*:)\s*"
)
_RELAYED = re.compile(r"\s+(?:via|über|through|at|from)\s+.*$|\s*\(.*\)$|,.*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message belongs; empty keys where nowhere."""

    candidacy: str = ""
    person: str = ""
    letter: str = ""
    sure: bool = False
    why: str = "Nothing in it is about your search."
    by_thread: bool = False
    by_address: bool = False


def place(mail: Mail, known: Known) -> Place:
    """Where the message belongs."""
    people = known.with_address(mail.sender.email)
    found = (
        _by_thread(mail, known, people)
        or _by_address(mail, known, people)
        or _by_domain(mail, known)
        or _by_name(mail, known)
        or _by_words(mail, known)
    )
    return found or Place()


def may_concern(sender: Address, subject: str, known: Known) -> bool:
    """Whether the head of a message is reason to read it again: whose it is, or a company in its subject."""
    name, words = folded(_RELAYED.sub("", sender.name)), plain(f"{subject} {sender.name}")
    return (
        bool(known.with_address(sender.email))
        or any(
            is_of(sender.domain, one) or names_company(words, one.name) for one in known.companies.values()
        )
        or any(name and folded(one.name) == name for one in known.people.values())
    )


def bare_subject(subject: str) -> str:
    """A subject without Re:, Fwd: and their like in other languages."""
    bare = folded(subject)
    while (shorter := _ANSWER.sub("", bare)) != bare:
        bare = shorter
    return bare


def letter_by_subject(mail: Mail, letters: Sequence[Letter]) -> Letter | None:
    """The last letter of that subject which had been sent by then."""
    subject = bare_subject(mail.subject)
    alike = [
        one
        for one in letters
        if subject and bare_subject(one.subject) == subject
        and not (one.sent_at and mail.at and one.sent_at > mail.at)
    ]  # fmt: skip
    return alike[-1] if alike else None


def _by_thread(mail: Mail, known: Known, people: list[Person]) -> Place | None:
    letters = {one.message_id.strip("<>"): one for one in known.letters if one.message_id}
    letter = next((letters[one] for one in mail.answers if one in letters), None)
    candidacy = next(
        (
            letters[one].candidacy if one in letters else known.threads[one]
            for one in mail.answers
            if one in letters or one in known.threads
        ),
        "",
    )
    if not candidacy:
        return None
    if letter and letter.candidacy != candidacy:
        letter = None
    person = _only(people) or _called(mail, known, known.company_of(candidacy).key)
    why = "It continues an exchange that is recorded here."
    if letter:
        why = f"It answers your letter{_of_day(letter)}."
    return Place(candidacy, person, letter.key if letter else "", sure=True, why=why, by_thread=True)


def _by_address(mail: Mail, known: Known, people: list[Person]) -> Place | None:
    if not people:
        return None
    keys = {one.key for one in people}
    letter = letter_by_subject(mail, [one for one in known.letters if one.carrier in keys])
    if letter:
        why = f"{_name(people)} answers your letter{_of_day(letter)}: address and subject are the same."
        return Place(letter.candidacy, _only(people), letter.key, sure=True, why=why, by_address=True)
    concerned = frozenset().union(*(one.concerned for one in people))
    if any(known.companies[one.company].agency for one in people):
        found = _through_agency(mail, known, concerned)
    else:
        at_company = {two.key for one in people for two in known.at(one.company)}
        found = choose(mail, [known.candidacies[key] for key in sorted(at_company | concerned)], concerned)
    if found is None:
        return None
    why = found.doubt or f"It comes from {_possessive(_name(people))} own address."
    return Place(found.candidacy, _only(people), sure=found.sure, why=why, by_address=True)


def _through_agency(mail: Mail, known: Known, concerned: frozenset[str]) -> Choice | None:
    """A recruiter has many jobs to offer: only one that is named is meant."""
    candidates = list(known.candidacies.values())
    for text in (plain(_said(mail)), plain(mail.parts.quoted)):
        named = [one for one in candidates if names_company(text, known.companies[one.company].name)]
        found = choose(mail, named, concerned)
        if found:
            mine = found.candidacy in concerned or found.named
            doubt = found.doubt or "" if mine else "The recruiter had no part in that candidacy so far."
            return replace(found, sure=found.sure and mine, doubt=doubt)
    role = choose(mail, [known.candidacies[key] for key in sorted(concerned)], concerned)
    if role and role.named:
        return role
    return role and replace(
        role, sure=False, doubt="A recruiter writes, and names neither the company nor the role."
    )


def _by_domain(mail: Mail, known: Known) -> Place | None:
    company = next((one for one in known.companies.values() if is_of(mail.sender.domain, one)), None)
    if company is None:
        return None
    person = _called(mail, known, company.key)
    candidates = known.at(company.key)
    if company.agency:
        parts = (one.concerned for one in known.people.values() if one.company == company.key)
        found = _through_agency(mail, known, frozenset().union(*parts))
        return (
            None
            if found is None
            else Place(
                found.candidacy, person, sure=found.sure and found.named, why=found.doubt or _from(company)
            )
        )
    letter = letter_by_subject(
        mail, [one for one in known.letters if known.company_of(one.candidacy) == company]
    )
    if letter:
        why = f"{_from(company)[:-1]}, and its subject is that of your letter{_of_day(letter)}."
        return Place(letter.candidacy, person, letter.key, sure=True, why=why)
    found = choose(mail, candidates)
    if found is None:
        return None
    text = plain(f"{_said(mail)}\n{entry_words(mail)}")
    if found.named or (names_company(text, company.name) and about_work(text)):
        why = found.doubt or f"{_from(company)[:-1]}, and names the {'role' if found.named else 'company'}."
        return Place(found.candidacy, person, sure=found.sure, why=why)
    if from_nobody(mail) and not about_work(text):
        return None
    return Place(
        found.candidacy, person, why=f"{_from(company)[:-1]}, and names neither the role nor an application."
    )


def _by_name(mail: Mail, known: Known) -> Place | None:
    """Somebody’s name over another address."""
    name = folded(_RELAYED.sub("", mail.sender.name))
    people = [one for one in known.people.values() if name and folded(one.name) == name]
    if not people or is_mass_mail(mail):
        return None
    keys = {two.key for one in people for two in known.at(one.company)}
    keys |= frozenset().union(*(one.concerned for one in people))
    found = choose(mail, [known.candidacies[key] for key in sorted(keys)])
    why = f"The name is {_possessive(people[0].name)}, the address is new."
    return None if found is None else Place(found.candidacy, _only(people), why=why)


def _by_words(mail: Mail, known: Known) -> Place | None:
    """Company, role or number in the text of somebody new."""
    day = mail.at.date() if mail.at else None
    words = f"{_said(mail)}\n{mail.parts.quoted if mail.parts.forwarded else ''}"
    text, numbers = plain(words), numbers_in(words)
    candidates = [one for one in known.candidacies.values() if under_way(one, day)]
    by_number = [one for one in candidates if one.numbers & numbers]
    if by_number:
        return Place(by_number[0].key, why="The role’s number fits, and the sender is new.")
    at_company = [one for one in candidates if names_company(text, known.companies[one.company].name)]
    both = roles_named(text, at_company)
    if both:
        why = f"{known.companies[both[0].company].name} and the role are named, and the sender is new."
        return Place(both[0].key, why=why)
    if at_company and about_work(text):
        found = choose(mail, at_company)
        why = f"{known.companies[at_company[0].company].name} is named, and the sender is new."
        return None if found is None else Place(found.candidacy, why=why)
    return None


def is_of(domain: str, company: Company) -> bool:
    """Whether a mail domain is the company's own."""
    return any(domain == own or domain.endswith(f".{own}") for own in company.domains)


def _said(mail: Mail) -> str:
    return f"{mail.subject}\n{mail.sender.name}\n{mail.parts.written}"


def _only(people: list[Person]) -> str:
    return people[0].key if len(people) == 1 else ""


def _called(mail: Mail, known: Known, company: str) -> str:
    """Somebody at the company who goes by the sender’s name, from whichever address."""
    name = folded(_RELAYED.sub("", mail.sender.name))
    return _only(
        [one for one in known.people.values() if one.company == company and folded(one.name) == name]
    )


def _name(people: list[Person]) -> str:
    return people[0].name if len(people) == 1 else "Somebody you know"


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _from(company: Company) -> str:
    return f"It comes from {_possessive(company.name)} own domain."


def _of_day(letter: Letter) -> str:
    return f" of {letter.sent_at.day} {letter.sent_at:%B}" if letter.sent_at else ""
