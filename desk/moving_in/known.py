"""What is here already, by that by which a row finds it, and what the rows so far have added.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from candidacy import zones
from desk.moving_in import folding

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

COMPANY = ("name", "website")
PERSON = ("name", "title", "email", "phone", "link")
CANDIDACY = (
    "role", "stage", "applied_on", "posting_url", "posting_text", "location", "source", "pay", "files_sent",
    "decision_on", "closed_on", "closed_as", "notes",
)  # fmt: skip
_ROLE = CANDIDACY.index("role")
# Many candidacies say the same of these: so many different values are held once.
_COMMON = tuple(map(CANDIDACY.index, (
    "role", "stage", "applied_on", "location", "source", "pay", "decision_on", "closed_on", "closed_as",
)))  # fmt: skip
_HELD = 5_000


class Entry:
    """A record by its key, and the values that a row can set; `gained` are those that it got from a row."""

    __slots__ = ("above", "gained", "is_new", "pk", "values")

    def __init__(self, pk: int, above: int, values: list[Any], *, is_new: bool = False) -> None:
        self.pk, self.above, self.values, self.is_new = pk, above, values, is_new
        self.gained: dict[str, Any] | None = None


@dataclass
class Known:
    """What is here, and what the rows so far have added, by that by which it is found.

    Of a hundred thousand records each would be named several times: digests stand for the names.
    """

    companies: dict[str, Entry] = field(default_factory=dict)
    zones: dict[int, str] = field(default_factory=dict)
    zone: str = "UTC"
    _people: dict[int, Entry] = field(default_factory=dict)
    # Nearly each has a role of its own at its company.
    _candidacies: dict[int, tuple[Entry, ...]] = field(default_factory=dict)
    # The only candidacy at a company; None where there are several.
    _only: dict[int, Entry | None] = field(default_factory=dict)
    # Of dated lines and talks the digests are enough: none is ever changed.
    words: set[int] = field(default_factory=set)
    talks: set[int] = field(default_factory=set)
    _held: dict[Any, Any] = field(default_factory=dict)

    def add_company(self, entry: Entry) -> None:
        """Make it findable by its name; of two that differ by their legal form alone, by that too."""
        if not entry.is_new:
            self.companies.setdefault(f"={entry.values[0].casefold()}", entry)
        self.companies.setdefault(folding.company(entry.values[0]), entry)

    def company(self, name: str) -> Entry | None:
        """The company of that name."""
        return self.companies.get(f"={name.casefold()}") or self.companies.get(folding.company(name))

    def add_person(self, entry: Entry) -> None:
        """Make them findable by their name and their address."""
        self._people.setdefault(hash((entry.above, folding.person(entry.values[0]))), entry)
        if entry.values[2]:
            self._people.setdefault(hash((entry.above, entry.values[2].casefold())), entry)

    def person(self, company: int, name: str, email: str) -> Entry | None:
        """The person there of that address, else of that name."""
        found = self._people.get(hash((company, email.casefold()))) if email else None
        return found or self._people.get(hash((company, folding.person(name))))

    def add_candidacy(self, entry: Entry) -> None:
        """Make it findable by its role, and as the only one of its company."""
        for place in _COMMON:
            entry.values[place] = self._once(entry.values[place])
        digest = hash((entry.above, folding.role(entry.values[_ROLE])))
        self._candidacies[digest] = (*self._candidacies.get(digest, ()), entry)
        self._only[entry.above] = None if entry.above in self._only else entry

    def candidacies(self, company: int, role: str) -> Sequence[Entry]:
        """Those of that role at a company; the only one there, where one of the two has no role."""
        found = self._candidacies.get(hash((company, folding.role(role))), ())
        only = self._only.get(company)
        return [only] if not found and only and not (role and only.values[_ROLE]) else found

    def _once(self, value: Any) -> Any:
        if len(self._held) < _HELD:
            return self._held.setdefault(value, value)
        return self._held.get(value, value)


def word_digests(candidacy: int, at: dt.datetime, direction: str, text: str, zone: str) -> tuple[int, int]:
    """By what two dated lines are the same: all they say, and their day and direction alone."""
    return hash((candidacy, _minute(at), direction, text)), hash((candidacy, _day(at, zone), direction))


def talk_digests(candidacy: int, at: dt.datetime, zone: str) -> tuple[int, int]:
    """By what two talks are the same: their moment, and their day in the company's zone."""
    return hash((candidacy, _minute(at))), hash((candidacy, _day(at, zone)))


def _minute(at: dt.datetime) -> int:
    return int(at.timestamp() // 60)


def _day(at: dt.datetime, zone: str) -> str:
    return at.astimezone(zones.zone(zone)).date().isoformat()
