"""Parts of lists as they were rendered, kept until the answer of the clock behind one is another.

Nothing else goes into a part than what it is kept under, the moment and the language. Days begin on a quarter
of an hour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from django.template.loader import render_to_string
from django.utils.translation import get_language

from desk.agenda.picking import Picked
from desk.agenda.whose_turn import beside
from desk.folk import groups_of
from desk.listing import rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desk.agenda.asking import Agenda
    from desk.folk import Group

_Key = TypeVar("_Key")
_Part = TypeVar("_Part")
# So many are kept at once.
_MOST = 1000


class Kept(Generic[_Key, _Part]):
    """Parts by what they were made from."""

    def __init__(self) -> None:
        self._kept: tuple[object, Mapping[_Key, _Part]] = (None, {})

    def of(
        self, seen: Agenda, keys: Sequence[_Key], make: Callable[[list[_Key]], Mapping[_Key, _Part]]
    ) -> list[_Part]:
        """The parts under these keys, in their order, as far as there are any."""
        basis = (seen.quarter, get_language())
        known, made = self._kept
        if known != basis or seen.whole:
            made = {}
        missing = [key for key in keys if key not in made]
        new = make(missing) if missing else {}
        fits = len(made) + len(new) <= _MOST
        # A look at all of a long list keeps none of it; else the latest take the place of the rest.
        self._kept = (basis, {**made, **new} if fits else new if len(new) <= _MOST else made)
        parts = (new.get(key) or made.get(key) for key in keys)
        return [part for part in parts if part is not None]


_rows: Kept[Picked, str] = Kept()


def rows(seen: Agenda, picked: Sequence[Picked]) -> list[str]:
    """These candidacies as rows of the list."""

    def make(missing: list[Picked]) -> dict[Picked, str]:
        stamps = dict(missing)
        return {
            (pk, stamps[pk]): render_to_string("desk/parts/candidacy_row.html", {"row": row})
            for row in rows_of(seen, list(stamps))
            for pk in [row.outlook.candidacy.pk]
        }

    return _rows.of(seen, picked, make)


@dataclass(frozen=True)
class Section:
    """The people of one candidacy as they are listed, and their numbers."""

    people: tuple[int, ...]
    html: str


# A candidacy, the turn and the trade that are shown of it, and the colleagues who are listed there.
_Shown = tuple[Picked, str, bool, tuple[int, ...]]
_sections: Kept[_Shown, Section] = Kept()


def sections(seen: Agenda, picked: Sequence[Picked], whose: str, *, recruiters: bool) -> list[Section]:
    """The people of these candidacies with whom it is that turn, or who recruit."""
    besides = beside([pk for pk, _ in picked])
    keys = [(one, whose, recruiters, tuple(besides.get(one[0], ()))) for one in picked]

    def make(missing: list[_Shown]) -> dict[_Shown, Section]:
        of = {key[0][0]: key for key in missing}
        groups = groups_of(seen, list(of), besides)
        return {
            of[one.candidacy.pk]: section(one.only(whose, recruiters=recruiters))
            for one in groups
            if one.candidacy
        }

    return [one for one in _sections.of(seen, keys, make) if one.people]


def section(group: Group) -> Section:
    """The people of a group as they are listed."""
    html = render_to_string("desk/parts/folk_group.html", {"group": group})
    return Section(tuple(row.pk for row in group.rows), html)
