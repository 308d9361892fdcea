"""Which of several candidacies a message is about: by the role or number it names, else by what is under way.

Pure.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letters.matching.naming import numbers_in, plain, roles_named

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from letters.matching.known import Candidacy
    from letters.matching.mail import Mail

# Recruiters write before the application; what is older than this is about something else.
BEFORE = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidacy meant, whether that is sure, whether a role or number said so; `doubt` says why not."""

    candidacy: str
    sure: bool
    named: bool = False
    doubt: str = ""


def under_way(one: Candidacy, day: dt.date | None) -> bool:
    """Whether the candidacy was open on that day, or about to begin."""
    if one.closed and (day is None or one.closed_on is None or day > one.closed_on):
        return False
    return day is None or one.applied_on is None or day >= one.applied_on - BEFORE


def choose(mail: Mail, candidates: Sequence[Candidacy], concerned: Collection[str] = ()) -> Choice | None:
    """The one of the candidates that is meant; `concerned` are those the sender had a part in."""
    if not candidates:
        return None
    day = mail.at.date() if mail.at else None
    live = [one for one in candidates if under_way(one, day)]
    named = _named(mail, candidates)
    meant = [one for one in named if one in live] or named
    if len(meant) == 1:
        return Choice(meant[0].key, meant[0] in live, named=True, doubt=_over(meant, live))
    if named:
        return Choice(_latest(meant).key, sure=False, named=True, doubt="It names more than one role.")
    own = [one for one in live if one.key in concerned]
    pool = own if len(own) == 1 else live
    if len(pool) == 1:
        return Choice(pool[0].key, sure=True)
    if not pool:
        return Choice(_latest(candidates).key, sure=False, doubt=_over(candidates, live))
    return Choice(
        _latest(own or pool).key, sure=False, doubt="You try for several roles there, and it names none."
    )


def _named(mail: Mail, candidates: Sequence[Candidacy]) -> list[Candidacy]:
    """Named in the subject or by the sender; only where they name none, in what they quote."""
    for text in (f"{mail.subject}\n{mail.parts.written}", mail.parts.quoted):
        numbers = numbers_in(text)
        by_number = [one for one in candidates if one.numbers & numbers]
        found = by_number or roles_named(plain(text), candidates)
        if found:
            return found
    return []


def _over(meant: Sequence[Candidacy], live: Sequence[Candidacy]) -> str:
    return "" if any(one in live for one in meant) else "Nothing was under way there on that day."


def _latest(candidates: Sequence[Candidacy]) -> Candidacy:
    return max(candidates, key=lambda one: (not one.closed, one.applied_on or dt.date.min))
