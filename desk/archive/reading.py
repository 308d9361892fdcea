"""Understanding an archive: text in, records out, or every fault with its place in the file.

Nothing is stored here and nothing is read from the database but the profile's time zone, which the caller
gives: an archive is understood as a whole before any of it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

from candidacy import zones
from candidacy.fields import KEY_LENGTH, whole_text
from candidacy.models import Profile
from candidacy.preferences import Preferences, known_settings
from desk.archive.faults import ArchiveRefusedError, Fault, quoted
from desk.archive.shapes import (
    COMPANY,
    INTERVIEWER,
    INVITATION,
    NEWS,
    NOTE,
    PROFILE_FIELDS,
    Field,
    Kind,
    Shape,
)
from desk.archive.values import READ, Json, load
from interviews.models import MINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from django.db import models


@dataclass(eq=False)
class Entry:
    """One record as read: an unsaved row, the record it stands in, and the keys it names."""

    shape: Shape
    row: models.Model
    place: str
    parent: Entry | None
    # field → the keys it names, in order
    names: dict[Field, list[str]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Its key; empty for a record without one."""
        return str(self.row.key) if self.shape.keyed else ""  # type: ignore[attr-defined]


@dataclass
class Reading:
    """A whole archive, understood: its records in the order in which they can be stored."""

    profile: Profile | None
    entries: list[Entry]
    unknown: list[str]

    def of(self, shape: Shape) -> list[Entry]:
        """The entries of one shape, in the order of the file."""
        return [entry for entry in self.entries if entry.shape is shape]


def read(
    text: str | bytes, *, time_zone: str = "UTC", known: Mapping[str, type[models.Model]] | None = None
) -> Reading:
    """Understand an archive.

    `time_zone` is the profile's, for times without an offset where the file says none. `known` has the keys
    of records that are stored already and may be named, with their models. Raises ArchiveRefusedError with
    every fault.
    """
    reader = _Reader(time_zone, known or {})
    return reader.read(load(text))


class _Reader:
    """Walks the file once, gathering entries, faults and unknown fields."""

    def __init__(self, time_zone: str, known: Mapping[str, type[models.Model]]) -> None:
        self.time_zone = time_zone
        self.known = known
        self.entries: list[Entry] = []
        self.by_key: dict[str, Entry] = {}
        self.faults: list[Fault] = []
        self.unknown: list[str] = []

    def read(self, loaded: Json) -> Reading:
        known = {"format", "version", "profile", "settings", "news", "companies", "invitations"}
        self.unknown.extend(name for name in loaded if name not in known)
        profile = self._profile(loaded)
        self._list(loaded, "news", NEWS, "", None, self.time_zone)
        self._list(loaded, "companies", COMPANY, "", None, self.time_zone)
        self._list(loaded, "invitations", INVITATION, "", None, self.time_zone)
        if not self.faults:
            self._check_names()
        if self.faults:
            raise ArchiveRefusedError(self.faults)
        return Reading(profile, self.entries, self.unknown)

    def _profile(self, loaded: Json) -> Profile | None:
        given, settings = loaded.get("profile"), loaded.get("settings") or {}
        if given is None and not settings:
            return None
        if not isinstance(given or {}, dict) or not isinstance(settings, dict):
            self._fault("profile", "This must be a record in braces.")
            return None
        row = Profile(settings=self._settings(settings))
        self._fill(row, PROFILE_FIELDS, given or {}, "profile", self.time_zone)
        self._strangers(given or {}, {one.name for one in PROFILE_FIELDS}, "profile")
        self.time_zone = row.time_zone or self.time_zone
        return row

    def _settings(self, given: Json) -> Json:
        self.unknown.extend(f"settings.{name}" for name in given if name not in known_settings())
        known = {name: value for name, value in given.items() if name in known_settings()}
        try:
            return Preferences.from_settings(known).to_settings()
        except ValueError as error:
            self._fault("settings", str(error))
            return {}

    def _list(
        self, holder: Json, name: str, shape: Shape, place: str, parent: Entry | None, zone: str
    ) -> None:
        listed = holder.get(name)
        here = f"{place}.{name}" if place else name
        if listed is None:
            return
        if not isinstance(listed, list):
            self._fault(here, "This must be a list in brackets.")
            return
        for number, given in enumerate(listed):
            self._record(given, shape, f"{here}[{number}]", parent, zone, number)

    def _record(
        self, given: Any, shape: Shape, place: str, parent: Entry | None, zone: str, number: int
    ) -> None:
        if not isinstance(given, dict):
            self._fault(place, f"This must be a {shape.word} in braces.")
            return
        entry = Entry(shape, shape.model(), place, parent)
        if shape.keyed:
            self._key(entry, given)
        own_zone = given.get("time_zone")
        zone = own_zone if isinstance(own_zone, str) and _is_zone(own_zone) else zone
        before = len(self.faults)
        self._fill(entry.row, shape.fields, given, place, zone, entry)
        if hasattr(entry.row, "position"):
            entry.row.position = number
        if shape is NOTE:
            _author_by_kind(entry)
        if len(self.faults) == before:
            self.faults.extend(_whole_faults(entry))
        self.entries.append(entry)
        for name, inner in shape.lists.items():
            self._list(given, name, inner, place, entry, zone)
        own = {one.name for one in shape.fields} | set(shape.lists) | ({"key"} if shape.keyed else set())
        self._strangers(given, own, place)

    def _key(self, entry: Entry, given: Json) -> None:
        key = given.get("key")
        if not isinstance(key, str) or not key:
            self._fault(f"{entry.place}.key", f"Give this {entry.shape.word} a key: a text of its own.")
            return
        if len(key) > KEY_LENGTH or "\x00" in key:
            self._fault(f"{entry.place}.key", f"Keep the key to {KEY_LENGTH} characters, without NUL.")
            return
        try:
            whole_text(key)
        except ValidationError as error:
            self._fault(f"{entry.place}.key", error.messages[0])
            return
        if key == "me":
            self._fault(f"{entry.place}.key", "“me” is the word for yourself and cannot be a key.")
        elif key in self.by_key:
            self._fault(
                f"{entry.place}.key", f"The key {quoted(key)} is used before, at {self.by_key[key].place}."
            )
        else:
            entry.row.key = key  # type: ignore[attr-defined]
            self.by_key[key] = entry

    def _fill(
        self,
        row: models.Model,
        fields: tuple[Field, ...],
        given: Json,
        place: str,
        zone: str,
        entry: Entry | None = None,
    ) -> None:
        for one in fields:
            here = f"{place}.{one.name}"
            value = given.get(one.name)
            if value is None or value == "":
                if one.required:
                    self._fault(here, f"This {one.name} is missing.")
                elif value == "":
                    _empty(row, one)
                continue
            try:
                read_value: Any = READ[one.kind](value, zone)
            except ValueError as error:
                self._fault(here, str(error))
                continue
            if one.kind in (Kind.KEY, Kind.KEYS, Kind.AUTHOR) and entry is not None:
                entry.names[one] = read_value
            else:
                setattr(row, one.attribute, read_value)
                self.faults.extend(_field_faults(row, one, here))

    def _check_names(self) -> None:
        """Every key that is named must be in the file, or stored, and of the right sort."""
        seen: dict[tuple[int, str], Entry] = {}
        for entry in self.entries:
            if entry.shape is INTERVIEWER:
                self._check_once(entry, seen)
            for one, keys in entry.names.items():
                for key in keys:
                    named = self.by_key.get(key)
                    if (named.shape.model if named else self.known.get(key)) is not one.refers:
                        sort = one.refers.__name__.lower() if one.refers else "record"
                        self._fault(f"{entry.place}.{one.name}", f"No {sort} here has the key {quoted(key)}.")

    def _check_once(self, entry: Entry, seen: dict[tuple[int, str], Entry]) -> None:
        for keys in entry.names.values():
            first = seen.setdefault((id(entry.parent), "".join(keys)), entry)
            if first is not entry:
                self._fault(
                    f"{entry.place}.person",
                    f"{quoted(keys[0])} is in this interview before, at {first.place}.",
                )

    def _strangers(self, given: Json, known: set[str], place: str) -> None:
        self.unknown.extend(f"{place}.{name}" for name in given if name not in known)

    def _fault(self, place: str, sentence: str) -> None:
        self.faults.append(Fault(place, sentence))


def _empty(row: models.Model, one: Field) -> None:
    """An empty text is kept where one is allowed, also against a default: I may sign off without a word."""
    model_field: Any = row._meta.get_field(one.attribute)
    if one.kind is Kind.TEXT and model_field.blank:
        setattr(row, one.attribute, "")


def _author_by_kind(entry: Entry) -> None:
    """Where a note does not say who said it, its kind does: ideas and answers are mine, the rest theirs."""
    row, author = entry.row, next(one for one in NOTE.fields if one.kind is Kind.AUTHOR)
    person = next(one for one in INTERVIEWER.fields if one.name == "person")
    if author not in entry.names and row.kind not in MINE and entry.parent is not None:  # type: ignore[attr-defined]
        entry.names[author] = entry.parent.names.get(person, [])


def _is_zone(name: str) -> bool:
    try:
        zones.zone(name)
    except ValueError:
        return False
    return bool(name)


def _field_faults(row: models.Model, one: Field, place: str) -> Iterator[Fault]:
    """What the model's own field says of the value: the same rules as in the pages' forms."""
    model_field = row._meta.get_field(one.attribute)
    try:
        setattr(row, one.attribute, model_field.clean(getattr(row, one.attribute), row))  # type: ignore[union-attr]
    except ValidationError as error:
        yield from (Fault(place, _sentence(one, model_field)) for one in error.error_list)


def _sentence(error: ValidationError, model_field: Any) -> str:
    """The fault in the product's voice; most messages are its own already."""
    value = (error.params or {}).get("value")
    if error.code == "invalid_choice":
        return f"{quoted(value)} is none of {', '.join(str(word) for word, _ in model_field.flatchoices)}."
    if error.code == "max_length":
        return f"Keep it to {model_field.max_length} characters."
    return str(error.messages[0])


def _whole_faults(entry: Entry) -> Iterator[Fault]:
    """What the record says of its fields together."""
    try:
        entry.row.clean()
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            yield from (Fault(f"{entry.place}.{name}", message) for message in messages)
