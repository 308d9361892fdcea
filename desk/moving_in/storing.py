"""From a plan to packed parts, which hold every row to store and every row that is changed, before and after.

Everything is made ready outside a transaction; storing it then takes as long as writing it, and no longer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from candidacy import many
from candidacy.fields import new_key
from candidacy.history import as_stored
from candidacy.models import Candidacy, Company, Contact, Person
from desk.moving_in.known import CANDIDACY, COMPANY, PERSON
from interviews.models import Interview, Interviewer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from django.db import models

    from desk.moving_in.known import Entry
    from desk.moving_in.planning import Planner

# In the order in which they can be stored: nothing points to what comes after it.
_ORDER: tuple[type[models.Model], ...] = (Company, Person, Candidacy, Contact, Interview, Interviewer)
_MODELS: dict[str, type[models.Model]] = {
    "companies": Company,
    "people": Person,
    "candidacies": Candidacy,
    "contacts": Contact,
    "interviews": Interview,
}
_FIELDS = {"companies": COMPANY, "people": PERSON, "candidacies": CANDIDACY}
_ABOVE = {"people": "company_id", "candidacies": "company_id"}
# Keys are asked for so many at a time.
_RESERVED = 2000


class Packing:
    """Gathers the rows of an import in packed parts; for a preview (`dry_run`) it keeps nothing."""

    def __init__(self, *, dry_run: bool) -> None:
        self._dry_run = dry_run
        self._now = timezone.now()
        self._keys: dict[type[models.Model], Iterator[int]] = {}
        self._waiting: dict[type[models.Model], list[many.Values]] = {}
        self._packed: dict[type[models.Model], list[bytes]] = {}
        self._last = 0

    def new_key(self, word: str) -> int:
        """The key of a new record of that word."""
        return self._key(_MODELS[word])

    def made(self, word: str, given: dict[str, Any]) -> None:
        """A new contact or interview, with who was in it."""
        if self._dry_run:
            return
        people: Sequence[int] = given.pop("people", ())
        key = given.pop("pk", None) or self._key(_MODELS[word])
        self._add(_MODELS[word], {"id": key, **given})
        for person in people:
            self._add(Interviewer, {"id": self._key(Interviewer), "interview_id": key, "person_id": person})

    def finish(self, planner: Planner) -> list[bytes]:
        """The parts, in the order in which they can be stored. The planner's new records are used up."""
        for word, entries in planner.news.items():
            model, above = _MODELS[word], _ABOVE.get(word)
            entries.reverse()
            while entries:
                one = entries.pop()
                given = dict(zip(_FIELDS[word], one.values, strict=True))
                self._add(model, {"id": one.pk, **given, **({above: one.above} if above else {})})
        for model in list(self._waiting):
            self._flush(model)
        for word, gaining in planner.gaining.items():
            self._change(_MODELS[word], gaining)
        return [one for model in _ORDER for one in self._packed.get(model, [])]

    def _key(self, model: type[models.Model]) -> int:
        if self._dry_run:
            # No row has such a key, and none is stored with it.
            self._last -= 1
            return self._last
        found = next(self._keys.get(model, iter(())), None)
        if found is None:
            self._keys[model] = iter(many.reserve(model, _RESERVED))
            found = next(self._keys[model])
        return found

    def _add(self, model: type[models.Model], given: dict[str, Any]) -> None:
        waiting = self._waiting.setdefault(model, [])
        waiting.append(_filled(model, given, self._now))
        if len(waiting) >= many.PART:
            self._flush(model)

    def _flush(self, model: type[models.Model]) -> None:
        rows = self._waiting.pop(model, [])
        if rows:
            self._packed.setdefault(model, []).append(many.pack(model, [], rows))

    def _change(self, model: type[models.Model], gaining: dict[int, Entry]) -> None:
        names = many.columns(model)
        keys = list(gaining)
        for start in range(0, len(keys), many.PART):
            before = [
                many.values(row)
                for row in model._default_manager.filter(pk__in=keys[start : start + many.PART])
            ]
            after = [
                _changed(names, row, gaining[row[names.index("id")]].gained or {}, self._now)
                for row in before
            ]
            self._packed.setdefault(model, []).append(many.pack(model, before, after))


def _filled(model: type[models.Model], given: dict[str, Any], now: dt.datetime) -> many.Values:
    """A whole new row: what is given, the defaults of the rest."""
    fixed = {"created_at": now, "updated_at": now, "key": new_key() if "key" in _defaults(model) else ""}
    return [
        given[name] if name in given else fixed.get(name, default)
        for name, default in _defaults(model).items()
    ]


_kept: dict[type[models.Model], dict[str, Any]] = {}


def _defaults(model: type[models.Model]) -> dict[str, Any]:
    if model not in _kept:
        _kept[model] = dict(zip(many.columns(model), many.values(model()), strict=True))
    return _kept[model]


def _changed(names: list[str], row: many.Values, gained: dict[str, Any], now: dt.datetime) -> many.Values:
    given = {**gained, "updated_at": now, "version": row[names.index("version")] + 1}
    if "stage" in gained:
        moved = as_stored(gained["stage"], timezone.localdate(now))
        given["moves"] = [*row[names.index("moves")], moved]
    return [given.get(name, value) for name, value in zip(names, row, strict=True)]
