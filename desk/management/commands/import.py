"""`manage.py import FILE`: an archive, another tracker’s export, mail or an invitation."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from candidacy.changes import ChangedSinceError
from candidacy.models import Profile
from desk import invited
from desk.archive import ArchiveRefusedError, Report, read, store, zipped
from desk.archive.faults import visible
from desk.archive.storing import ORDER, stored_keys
from desk.moving_in import words
from desk.moving_in.bringing import (
    Choices,
    Outcome,
    asked,
    bring_in,
    bring_in_archive,
    outcome,
    plan,
    sentence,
)
from desk.moving_in.on_disk import OnDisk
from desk.moving_in.recognising import AFTERWORD, is_archive, recognise
from desk.moving_in.recognising import SOURCES as TRACKERS
from desk.moving_in.refusing import UnknownFileError
from desk.posted import SOURCES, NotMailError, is_mail, read_mail
from interviews.invitation.facts import UnreadableError
from letters import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.moving_in.content import Content


class Command(BaseCommand):
    help = (
        "Add what an Afterword archive, another tracker’s export, a table (CSV), address cards, an e-mail, a "
        "mailbox or an invitation (.ics) holds. All of it or nothing, but for rows of a table without a "
        "company or with an impossible date, which are named. The same file twice adds nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--from",
            dest="source",
            choices=[AFTERWORD, *TRACKERS, *SOURCES, invited.SOURCE],
            help="what it is, where its content does not say so",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be added, add nothing")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        data = _content(options["file"])
        if options["source"] in SOURCES or (options["source"] is None and is_mail(data)):
            self._read_mail(data, options)
            return
        if options["source"] == invited.SOURCE or (options["source"] is None and invited.is_calendar(data)):
            self._read_invitations(data, options)
            return
        if options["source"] in TRACKERS or (options["source"] is None and not is_archive(data)):
            packed = zipfile.is_zipfile(options["file"])
            there = data if packed else OnDisk(options["file"])
            # An export of many megabytes is not held while it is read piece by piece.
            del data
            self._move_in(there, options)
            return
        self._read_archive(data, options)

    def _read_archive(self, data: bytes, options: dict[str, Any]) -> None:
        try:
            if options["dry_run"]:
                reading = read(data, time_zone=Profile.load().time_zone, known=stored_keys())
                report = store(reading, dry_run=True)
            else:
                report = bring_in_archive(data, Profile.load(), sentence(options["file"].name))
        except ArchiveRefusedError as error:
            raise CommandError(f"Nothing was imported. {error}") from error
        self.stdout.write(
            _as_json(report) if options["json"] else "\n".join(_as_lines(report, options["dry_run"]))
        )

    def _move_in(self, data: Content, options: dict[str, Any]) -> None:
        profile = Profile.load()
        try:
            found = recognise(data, asked(profile, source=options["source"] or ""))
            if options["dry_run"]:
                planner, _ = plan(found, profile, Choices(), dry_run=True)
                report = outcome(planner.plan, found)
            else:
                report = bring_in(found, profile, Choices(), sentence(options["file"].name))
        except UnknownFileError as error:
            raise CommandError(f"Nothing was imported. {words.unreadable(error)}") from error
        except ChangedSinceError as error:
            raise CommandError(f"Nothing was imported. {error}") from error
        self.stdout.write(
            _as_json(report) if options["json"] else "\n".join(_as_lines(report, options["dry_run"]))
        )

    def _read_invitations(self, data: bytes, options: dict[str, Any]) -> None:
        try:
            taken = invited.read_invitations(data, dry_run=options["dry_run"])
        except UnreadableError as error:
            raise CommandError(f"Nothing was imported. {error}") from error
        told = json.dumps(invited.as_json(taken), ensure_ascii=False) if options["json"] else None
        self.stdout.write(told or "\n".join(invited.as_lines(taken)))

    def _read_mail(self, data: bytes, options: dict[str, Any]) -> None:
        try:
            rows = read_mail(data, dry_run=options["dry_run"])
        except NotMailError as error:
            raise CommandError(f"Nothing was imported. {error}") from error
        told = entries.as_json(rows, Profile.load().time_zone) if options["json"] else None
        self.stdout.write(json.dumps(told, ensure_ascii=False) if told else entries.as_text(rows))


def _content(file: Path) -> bytes:
    try:
        if zipfile.is_zipfile(file):
            return zipped.content(file, str(file))
        if file.stat().st_size > zipped.LARGEST:
            raise CommandError(f"{file} is larger than {zipped.LARGEST // 1024 // 1024} MB.")
        return file.read_bytes()
    except FileNotFoundError as error:
        raise CommandError(f"There is no file {file}.") from error
    except OSError as error:
        raise CommandError(f"Cannot read {file}: {error.strerror}.") from error
    except zipped.ZipRefusedError as error:
        raise CommandError(str(error)) from error


def _as_json(report: Report | Outcome) -> str:
    said = {
        "added": {word: n for word, n in report.added.items() if n},
        "matched": {word: n for word, n in report.matched.items() if n},
        "skipped": report.skipped,
        "unknown": report.unknown,
    }
    return json.dumps(said, ensure_ascii=False)


def _as_lines(report: Report | Outcome, dry_run: bool) -> Iterator[str]:
    verb = "Would add" if dry_run else "Added"
    yield f"{verb}: {_counted(report.added)}."
    if report.matched.total():
        yield f"Already here: {_counted(report.matched)}."
    yield from (visible(f"Skipped {one}.") for one in report.skipped)
    yield from (f"Unknown field, not imported: {visible(one)}" for one in report.unknown)


def _counted(counts: Any) -> str:
    singular = {shape.plural: shape.word for shape in ORDER}
    named = ((n, singular.get(word, word) if n == 1 else word) for word, n in counts.items() if n)
    return ", ".join(f"{n} {word}" for n, word in named) or "nothing"
