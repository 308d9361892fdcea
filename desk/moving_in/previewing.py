"""What a file that waits would do, as its page shows it: counted, with the rows that need a word from me."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from candidacy.models import Company, Profile
from desk import archive
from desk.archive.storing import stored_keys
from desk.moving_in import columns, folding, words
from desk.moving_in.bringing import Choices, asked, plan
from desk.moving_in.recognising import AFTERWORD, recognise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.moving_in.recognising import Recognised
    from desk.moving_in.rows import Problem, Row
    from desk.moving_in.waiting import Waiting

# So many rows with a problem, and so many matches that gain something, are shown one by one.
MOST_PROBLEMS, MOST_CHANGES = 100, 50
_NEAR = "near"


def understood(waiting: Waiting, profile: Profile) -> Recognised:
    """The file with what was decided about it. Raises UnknownFileError."""
    mended = {int(number): typed for number, typed in waiting.mended.items()}
    meanings = {int(place): meaning for place, meaning in waiting.meanings.items()}
    source = waiting.source if waiting.preview or waiting.meanings else ""
    return recognise(waiting.data(), asked(profile, source=source, meanings=meanings, mended=mended))


def choices(waiting: Waiting) -> Choices:
    """What was decided about companies; what was not is asked."""
    return Choices(waiting.answers, ask=True, most_problems=MOST_PROBLEMS)


def look(waiting: Waiting) -> None:
    """Work out what the file would do, and keep that. Raises UnknownFileError or ArchiveRefusedError."""
    profile = Profile.load()
    if waiting.source == AFTERWORD:
        waiting.preview = _of_archive(waiting.data()[:], profile)
        return
    found = understood(waiting, profile)
    looked = _Looked(waiting, profile, found)
    waiting.source, waiting.preview = found.source, looked.preview()


def _of_archive(data: bytes, profile: Profile) -> dict[str, Any]:
    reading = archive.read(data, time_zone=profile.time_zone, known=stored_keys())
    report = archive.store(reading, dry_run=True)
    added, matched = _counts(report.added), _counts(report.matched)
    return {
        "rows": len(reading.entries),
        "ready": len(reading.entries),
        "left": 0,
        "added": added,
        "matched": matched,
        "skipped": report.skipped,
        "unknown": report.unknown[:MOST_PROBLEMS],
    }


def _counts(counted: Any) -> dict[str, int]:
    return {word: n for word, n in counted.items() if n}


class _Looked:
    """One look at all rows, with those noted on the way that something was typed for."""

    def __init__(self, waiting: Waiting, profile: Profile, found: Recognised) -> None:
        self.waiting, self.found = waiting, found
        # What was typed for rows that are in order now, and what was answered.
        self.mended: list[dict[str, Any]] = []
        self._answered: set[str] = set()
        self.planner, _ = plan(found, profile, choices(waiting), dry_run=True, note=self._note)

    def preview(self) -> dict[str, Any]:
        """What the page shows, as JSON can keep it."""
        planned = self.planner.plan
        problems = [one for one in (self._problem(row, found) for row, found in planned.problems) if one]
        changing = [one for kind in self.planner.gaining.values() for one in kind.values()]
        return {
            "rows": planned.rows,
            "ready": planned.rows - planned.left,
            "left": planned.left,
            "added": _counts(planned.added),
            "matched": _counts(planned.matched),
            "problems": sorted([*problems, *self.mended], key=lambda one: int(one["number"])),
            "named": len(planned.problems),
            "columns": list(_columns(self.found)),
            "changing": len(changing),
            "changes": list(islice(self._changes(), MOST_CHANGES)),
            "unknown": self.found.unknown,
        }

    def _note(self, row: Row) -> None:
        typed = self.waiting.mended.get(str(row.number))
        if typed and not row.problems and len(self.mended) < MOST_PROBLEMS:
            self.mended += [
                {**_shown(row, name), "value": text, "is_mended": True} for name, text in typed.items()
            ][:1]
        folded = folding.company(row.company)
        if folded in self.waiting.answers and folded not in self._answered and not row.problems:
            self._answered.add(folded)
            answer = self.waiting.answers[folded]
            entry = {**_shown(row, "company"), "kind": _NEAR, "folded": folded, "value": str(answer)}
            self.mended.append({**entry, "is_mended": True, "near": self._called(answer)})

    def _changes(self) -> Iterator[dict[str, Any]]:
        for entry in self.planner.gaining["candidacies"].values():
            company, role = self.planner.by_pk[entry.above].values[0], entry.values[0]
            yield {
                "pk": entry.pk,
                "name": f"{company}, {role}" if role else company,
                "gains": [words.meaning(name) for name in entry.gained or {}],
            }

    def _called(self, key: int) -> str:
        return str(Company.objects.filter(pk=key).values_list("name", flat=True).first() or "")

    def _problem(self, row: Row, found: Problem) -> dict[str, Any] | None:
        shown = {**_shown(row, found.field), "sentence": words.problem(found)}
        if found.code != _NEAR:
            return {**shown, "value": self.waiting.mended.get(str(row.number), {}).get(found.field, "")}
        folded = folding.company(row.company)
        if folded in self._answered:
            # Asked once for all the rows of that name.
            return None
        self._answered.add(folded)
        entry = self.planner.known.company(found.value)
        key = entry.pk if entry else 0
        return {**shown, "kind": _NEAR, "folded": folded, "near": found.value, "key": key, "value": ""}


def _shown(row: Row, field: str) -> dict[str, Any]:
    kind = "date" if field in columns.DATES or field == "timeline" else "text"
    return {
        "number": row.number,
        "name": words.row_name(row)[:200],
        "field": field,
        "label": words.meaning(field),
        "kind": kind,
    }


def _columns(found: Recognised) -> Iterator[dict[str, Any]]:
    for place, one in enumerate(found.table.columns if found.table else []):
        yield {
            "place": place,
            "heading": one.heading[:100],
            "example": one.example,
            "read_as": one.read_as.isoformat()
            if one.read_as and one.read_as.isoformat() != one.example
            else "",
            "meaning": one.meaning,
            "means": words.meaning(one.meaning),
            "words": one.words,
        }
