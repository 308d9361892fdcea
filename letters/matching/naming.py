"""Whether a text names a company, a role, or the number of a posting.

Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letters.matching.sentences import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from letters.matching.known import Candidacy

_LEGAL = re.compile(
    r"\s+(?:ltd|limited|plc|inc|incorporated|llc|llp|gmbh|ag|se|kg|sa|sas|sarl|bv|nv|ab|oy|spa|srl|pty|co"
    r"|corp)$"
)
_ASIDE = re.compile(r"\([^)]*\)|\b[mwfdhxv]\s*/\s*[mwfdhxv](?:\s*/\s*[mwfdhxv])?\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?=[A-Z0-9/-]{4,20}\b)[A-Z]{2,8}[-/]?(?:[A-Z0-9]+[-/])?\d{2,8}\b")
# A name of one short word is too common a word to tell anything.
_SHORTEST = 3


def plain(text: str) -> str:
    """Only words and figures, with a space between them and at both ends; “&” is “and”."""
    return f" {re.sub(r'[^a-z0-9]+', ' ', folded(text).replace('&', ' and ')).strip()} "


def company_word(name: str) -> str:
    """A company's name as it is looked for: without Ltd or GmbH."""
    word = plain(name).strip()
    while (shorter := _LEGAL.sub("", word)) != word:
        word = shorter
    return word.removeprefix("the ")


def names_company(text: str, name: str) -> bool:
    """Whether the text, already made plain, names the company."""
    word = company_word(name)
    return len(word) >= _SHORTEST and f" {word} " in text


def role_word(role: str) -> str:
    """A role as it is looked for: without (m/f/d)."""
    return plain(_ASIDE.sub(" ", role)).strip()


def roles_named(text: str, candidacies: Iterable[Candidacy]) -> list[Candidacy]:
    """The candidacies whose roles the plain text names; a role that is only part of a longer one is not."""
    by_length = sorted(candidacies, key=lambda one: -len(role_word(one.role)))
    found, left = [], text
    for one in by_length:
        word = role_word(one.role)
        if len(word) >= _SHORTEST and f" {word} " in left:
            found.append(one)
    for one in list(found):
        longer = [role_word(two.role) for two in found if len(role_word(two.role)) > len(role_word(one.role))]
        rest = text
        for word in longer:
            rest = rest.replace(f" {word} ", "  ")
        if f" {role_word(one.role)} " not in rest:
            found.remove(one)
    return found


def numbers_in(text: str) -> frozenset[str]:
    """The numbers by which a posting or a mail calls a vacancy, such as NPL-22 or REQ/1042."""
    return frozenset(_NUMBER.findall(text))


def about_work(text: str) -> bool:
    """Whether the plain text speaks of applying at all, in any of several languages."""
    return bool(_WORK.search(text))


_WORK = re.compile(
    r" (?:applications?|applied|applying|applicants?|candidates?|candidacy|candidature|interview(?:s|ed|er"
    r"|ers|ing)?"
    r"|role|vacancy|position|hiring|recruit(?:er|ers|ment|ing)|cv|resume|shortlist(?:ed)?|onboarding|talent"
    r"|job offer|references"
    r"|bewerbung(?:s\w*)?|bewerber\w*|bewerbungs\w+|stelle|vorstellungsgesprach\w*|kandidat\w*|lebenslauf"
    r"|gesprach"
    r"|poste|entretien|recrutement|candidat\w*|embauche"
    r"|candidatura|entrevista|puesto|vacante|proceso de seleccion|vaga|colloquio|posizione|selezione"
    r"|sollicitatie\w*|vacature|functie|gesprek|rekrutac\w*|rozmow\w+|stanowisk\w+|aplikac\w+"
    r"|ansokan|anstallning|tjansten|ansogning|stillingen|hakemus\w*|tehtava\w*|haastattelu\w*) "
)
