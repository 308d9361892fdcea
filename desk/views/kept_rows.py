"""Rows of candidacies as they were rendered, kept until the answer of the clock behind one is another.

Nothing else goes into a row than that answer, the moment and the language. Days begin on a quarter of an
hour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils.translation import get_language

from desk.listing import rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desk.agenda.asking import Agenda
    from desk.agenda.picking import Picked

QUARTER = 15 * 60
# So many are kept at once.
MOST = 1000
_kept: tuple[object, Mapping[Picked, str]] = (None, {})


def rendered(seen: Agenda, picked: Sequence[Picked]) -> list[str]:
    """The rows, as far as they are there, in that order."""
    global _kept  # noqa: PLW0603
    basis = (int(seen.now.timestamp()) // QUARTER, get_language())
    known, made = _kept
    if known != basis or seen.whole:
        made = {}
    new = _made(seen, [one for one in picked if one not in made])
    _kept = (basis, new if len(made) + len(new) > MOST else {**made, **new})
    return [row for one in picked if (row := new.get(one) or made.get(one))]


def _made(seen: Agenda, picked: Sequence[Picked]) -> dict[Picked, str]:
    stamps = dict(picked)
    rows = rows_of(seen, list(stamps)) if stamps else []
    pks = [row.outlook.candidacy.pk for row in rows]
    told = [render_to_string("desk/parts/candidacy_row.html", {"row": row}) for row in rows]
    return {(pk, stamps[pk]): row for pk, row in zip(pks, told, strict=True)}
