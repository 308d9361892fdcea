"""Which company here is nearly called like another.

Pure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desk.moving_in.known import Entry

# Of a hundred. “harbour and pines” for harbour and pine has 97; two companies of one street rarely have 80.
_ALIKE = 88
# Shorter names are alike by chance.
_SHORTEST = 5
_BEGINNING = 3


class Likeness:
    """Finds names by their beginning, so that no file compares every name with every other."""

    def __init__(self, companies: Mapping[str, Entry]) -> None:
        self._keys = {name: one.pk for name, one in companies.items() if name[:1] != "="}
        self._by_beginning: dict[str, list[str]] = {}
        for name in self._keys:
            self._by_beginning.setdefault(name[:_BEGINNING], []).append(name)
        self._found: dict[str, int | None] = {}

    def nearest(self, name: str) -> int | None:
        """The key of the company most nearly called so, if any is."""
        if name not in self._found:
            self._found[name] = self._nearest(name)
        return self._found[name]

    def _nearest(self, name: str) -> int | None:
        if len(name) < _SHORTEST:
            return None
        candidates = [one for one in self._by_beginning.get(name[:_BEGINNING], []) if len(one) >= _SHORTEST]
        longer = next(
            (
                one
                for one in candidates
                if f"{one} ".startswith(f"{name} ") or f"{name} ".startswith(f"{one} ")
            ),
            None,
        )
        if longer:
            return self._keys[longer]
        # Not at the top: few files need it.
        from rapidfuzz import fuzz, process

        found = process.extractOne(name, candidates, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return self._keys[found[0]] if found else None
