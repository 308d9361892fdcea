"""Import: an understood archive into the database, all or nothing; what is there already is left as it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db import transaction

from candidacy import many
from candidacy.fields import Record
from candidacy.models import Change, Profile
from desk.archive.faults import ArchiveRefusedError, Fault
from desk.archive.shapes import (
    CANDIDACY,
    COMPANY,
    CONTACT,
    DEVELOPMENT,
    FEED,
    INTERVIEW,
    INTERVIEWER,
    INVITATION,
    LETTER,
    NEWS,
    NOTE,
    PERSON,
    PROFILE_FIELDS,
    Field,
    Kind,
    Shape,
)
from interviews.models import Interviewer
from letters.models import Letter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from django.db import models

    from desk.archive.reading import Entry, Reading

# What a record points to stands before it.
ORDER = (
    NEWS,
    COMPANY,
    PERSON,
    DEVELOPMENT,
    FEED,
    CANDIDACY,
    CONTACT,
    INTERVIEW,
    INTERVIEWER,
    NOTE,
    LETTER,
    INVITATION,
)
BATCH = 500


@dataclass
class Report:
    """What an import did: records by their word, and what it left out with the reason."""

    added: Counter[str] = field(default_factory=Counter)
    matched: Counter[str] = field(default_factory=Counter)
    skipped: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    change: Change | None = None


def _nothing(_step: str, _done: int) -> None:
    return


def stored_keys() -> dict[str, type[models.Model]]:
    """The key of every stored record, with its model."""
    return {
        key: shape.model
        for shape in ORDER
        if shape.keyed
        for key in shape.model._default_manager.values_list("key", flat=True)
    }


def store(
    reading: Reading,
    *,
    dry_run: bool = False,
    sentence: str = "",
    told: Callable[[str, int], None] = _nothing,
) -> Report:
    """Add what is new; with a sentence, as one change of the log that can be undone.

    `told` hears how many records are stored; what it raises ends it, and nothing is kept. Raises
    ArchiveRefusedError where a key already names another sort of record.
    """
    report = Report(unknown=list(reading.unknown))
    with transaction.atomic():
        storing = _Storing(reading, report, told)
        storing.run()
        if dry_run:
            transaction.set_rollback(True)
        elif sentence and storing.stored:
            report.change = Change.objects.create(sentence=sentence[:300])
            many.keep(report.change, _packed(storing.stored))
    return report


def _packed(stored: list[models.Model]) -> Iterator[bytes]:
    """The rows in parts of one model, in the order in which they were stored."""
    for model, rows in groupby(stored, key=type):
        listed = list(rows)
        for start in range(0, len(listed), many.PART):
            yield many.pack(model, [], [many.values(row) for row in listed[start : start + many.PART]])


def _told(profile: Profile) -> list[Any]:
    """All that an archive says of me."""
    return [*(getattr(profile, one.attribute) for one in PROFILE_FIELDS), profile.settings]


class _Storing:
    """One import under way."""

    def __init__(self, reading: Reading, report: Report, told: Callable[[str, int], None]) -> None:
        self.reading = reading
        self.report = report
        self.told = told
        # What was not there before.
        self.stored: list[models.Model] = []
        self.keys = stored_keys()
        self.rows: dict[str, models.Model] = {}

    def run(self) -> None:
        self._refuse_foreign_keys()
        self._profile()
        for shape in ORDER:
            entries = self.reading.of(shape)
            new = self._match(entries, shape)
            for entry in new:
                self._point(entry, shape)
            shape.model._default_manager.bulk_create([entry.row for entry in new], batch_size=BATCH)
            self.report.added[shape.plural] += len(new)
            self.stored += [entry.row for entry in new]
            self._point_back(new, shape)
            self.told("store", len(self.stored))

    def _refuse_foreign_keys(self) -> None:
        clashes = [
            Fault(f"{entry.place}.key", f"The key “{entry.key}” already names another record here.")
            for entry in self.reading.entries
            if entry.shape.keyed and self.keys.get(entry.key, entry.shape.model) is not entry.shape.model
        ]
        if clashes:
            raise ArchiveRefusedError(clashes)

    def _profile(self) -> None:
        given = self.reading.profile
        if given is None:
            return
        mine = Profile.load()
        if _told(mine) == _told(given):
            self.report.matched["profile"] += 1
        elif not mine.name:
            given.save()
            self.report.added["profile"] += 1
            if not mine.is_stored:
                self.stored.append(given)
        else:
            self.report.skipped.append("profile: yours is kept")

    def _match(self, entries: list[Entry], shape: Shape) -> list[Entry]:
        """The entries that are not stored yet; the others take the row that is."""
        if shape is INTERVIEWER:
            return self._match_interviewers(entries)
        wanted = [entry.key for entry in entries if entry.key in self.keys]
        stored: dict[str, models.Model] = {}
        for start in range(0, len(wanted), BATCH):
            found = shape.model._default_manager.filter(key__in=wanted[start : start + BATCH])
            stored |= {row.key: row for row in found}  # type: ignore[attr-defined]
        for entry in entries:
            entry.row = stored.get(entry.key, entry.row)
            self.rows[entry.key] = entry.row
        self.report.matched[shape.plural] += len(stored)
        return [entry for entry in entries if entry.key not in stored]

    def _match_interviewers(self, entries: list[Entry]) -> list[Entry]:
        new = []
        known = [entry for entry in entries if entry.parent and entry.parent.key in self.keys]
        parents = {entry.parent.row.pk for entry in known if entry.parent}
        stored = {
            (row.interview_id, row.person_id): row
            for row in Interviewer.objects.filter(interview__in=parents)
        }
        for entry in entries:
            self._point(entry, INTERVIEWER)
            given = entry.row
            assert isinstance(given, Interviewer)  # noqa: S101  (what the shape holds)
            row = stored.get((given.interview_id, given.person_id))
            if row is None:
                new.append(entry)
            else:
                entry.row = row
                self.report.matched[INTERVIEWER.plural] += 1
        return new

    def _point(self, entry: Entry, shape: Shape) -> None:
        """Set what the row points to; what it points to of its own sort comes when all of them are stored."""
        if shape.parent and entry.parent is not None:
            setattr(entry.row, shape.parent, entry.parent.row)
        for one, keys in entry.names.items():
            if one.kind is not Kind.KEYS and one.refers is not shape.model:
                setattr(entry.row, one.attribute, self._named(one, keys))

    def _point_back(self, entries: Iterable[Entry], shape: Shape) -> None:
        own = [one for one in shape.fields if one.refers is shape.model]
        for one in own:
            pointing = [entry for entry in entries if entry.names.get(one)]
            for entry in pointing:
                setattr(entry.row, one.attribute, self._named(one, entry.names[one]))
            rows = [entry.row for entry in pointing]
            shape.model._default_manager.bulk_update(rows, [one.attribute], batch_size=BATCH)
        if shape is LETTER:
            self._letter_notes(entries)

    def _letter_notes(self, entries: Iterable[Entry]) -> None:
        through = Letter.notes.through
        links = [
            through(letter_id=entry.row.pk, note_id=self._row(one, key).pk)
            for entry in entries
            for one, keys in entry.names.items()
            if one.kind is Kind.KEYS
            for key in dict.fromkeys(keys)
        ]
        self.stored += through._default_manager.bulk_create(links, batch_size=BATCH)

    def _named(self, one: Field, keys: list[str]) -> models.Model | None:
        return self._row(one, keys[0]) if keys else None

    def _row(self, one: Field, key: str) -> Any:
        if key not in self.rows and one.refers is not None and issubclass(one.refers, Record):
            self.rows[key] = one.refers._default_manager.get(key=key)
        return self.rows[key]
