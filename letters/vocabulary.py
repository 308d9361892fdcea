"""Which words of a letter the records know by name, looked up without reading all their names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from candidacy.models import Candidacy, Company, Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from letters.material import Material

# From so many words on, reading all names once is quicker than looking for each.
_MANY = 20


def spelled_right(known: Material, words: frozenset[str]) -> frozenset[str]:
    """Which of the words, in lower case, stand in a name, title or role of the records, or in a place met.

    The notes and the news in `known` count anyway.
    """
    parts = _telling(words)
    names = (
        *_having(parts, Person.objects.all(), "name"),
        *_having(parts, Person.objects.all(), "title"),
        *_having(parts, Company.objects.all(), "name"),
        *_having(parts, Candidacy.objects.all(), "role"),
        *(talk.place for talk in known.talks),
    )
    return words & {word.lower() for name in names for word in re.findall(r"[^\W\d_]+", name)}


def _telling(words: frozenset[str]) -> set[str]:
    """Of each word a part that every database finds in capitals too; an empty one finds everything."""
    parts = {max(re.split(r"[^a-z]+", word), key=len) for word in words}
    shortest = {part for part in parts if not any(other in part for other in parts - {part})}
    return shortest if len(shortest) < _MANY else {""}


def _having(parts: set[str], rows: QuerySet[Any], field: str) -> Iterable[str]:
    """What the field says in the rows that have one of the parts."""
    likely = Q()
    for part in parts:
        likely |= Q(**{f"{field}__icontains": part})
    return rows.filter(likely).order_by().values_list(field, flat=True).distinct()
