"""Finds words in all that is recorded, the newest first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import OperationalError

from desk.search import hits, index, keeping
from desk.search.asking import terms
from desk.search.store import places, store

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from desk.search.asking import Term
    from desk.search.hits import Hit

# The kinds of things found, in the order they are shown, and the sorts of records that are of each.
KINDS: dict[str, tuple[int, ...]] = {
    "company": (index.COMPANY,),
    "person": (index.PERSON,),
    "candidacy": (index.CANDIDACY,),
    "note": (index.NOTE,),
    "letter": (index.LETTER,),
    "message": (index.CONTACT, index.MAIL),
    "development": (index.DEVELOPMENT,),
}
# So many are counted of each sort; beyond that it is “or more”.
COUNTED = 100
SHOWN = 5


@dataclass(frozen=True)
class Within:
    """Where to look: about one company or person, from a moment on, one kind only. By default everywhere."""

    company: int | None = None
    person: int | None = None
    since: dt.datetime | None = None
    kind: str = ""

    @property
    def about(self) -> list[str]:
        """The companies and people, as the index has them."""
        company = [index.about_company(self.company)] if self.company is not None else []
        return company + ([index.about_person(self.person)] if self.person is not None else [])


@dataclass(frozen=True)
class Group:
    """What was found of one kind: how many places there are (COUNTED at most), and the newest of them."""

    kind: str
    count: int
    more: bool
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class Found:
    """What was asked for, and what was found of it."""

    terms: tuple[Term, ...]
    groups: tuple[Group, ...] = ()

    @property
    def count(self) -> int:
        """How many places were counted."""
        return sum(group.count for group in self.groups)

    @property
    def more(self) -> bool:
        """Whether there are more than were counted."""
        return any(group.more for group in self.groups)


def find(typed: str, within: Within | None = None, *, wider: bool = False, shown: int = SHOWN) -> Found:
    """Where every word of what was typed is; `wider` takes any of them. Safe for any text.

    A word finds its other forms too, the last one what it may be the beginning of, and “words in quotes” only
    just these. Gives the newest `shown` of each kind.
    """
    asked = terms(typed)
    looked = _looked(asked, within or Within(), every=not wider)
    by_source: dict[int, list[int]] = defaultdict(list)
    for place in looked:
        by_source[index.source_of(place)].append(place)
    groups = []
    for kind, sources in KINDS.items():
        fitting = sorted(
            (place for source in sources for place in by_source[source]), key=index.moment_of, reverse=True
        )
        if fitting:
            newest = tuple(hits.hits(fitting[:shown], kind, asked))
            groups.append(Group(kind, min(len(fitting), COUNTED), len(fitting) > COUNTED, newest))
    return Found(asked, tuple(groups))


def any_of(typed: str, within: Within | None = None) -> int:
    """In how many places any of the words is, as far as they are counted."""
    return len(_looked(terms(typed), within or Within(), every=False))


def _looked(asked: Sequence[Term], within: Within, *, every: bool) -> list[int]:
    if not asked:
        return []
    _up_to_date()
    expression = store().expression(asked, within.about, every=every)
    sources = KINDS.get(within.kind, tuple(index.DOCUMENTS))
    return places(expression, [index.since(source, within.since) for source in sources], COUNTED + 1)


def _up_to_date() -> None:
    """Read what changed. Where nothing can be written just now, what was read before is still found."""
    try:
        keeping.catch_up()
    except OperationalError:
        # The disk is full, or another program holds the database: neither is the matter of a search.
        return
