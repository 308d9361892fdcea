"""`manage.py export FILE`: everything, as one archive."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from desk.archive import export_text, zipped


class Command(BaseCommand):
    help = "Write everything recorded to FILE, as JSON, or as a zip when the name ends in .zip."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="say what was written as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        data = export_text().encode()
        try:
            _write(file, _zipped(data) if file.suffix == ".zip" else data)
        except OSError as error:
            raise CommandError(f"Cannot write {file}: {error.strerror}.") from error
        said = {"file": str(file), "bytes": len(data)}
        self.stdout.write(json.dumps(said) if options["json"] else f"Wrote everything to {file}.")


def _zipped(data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        # A fixed date: the same records give the same file.
        archive.writestr(zipfile.ZipInfo(zipped.INSIDE, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _write(file: Path, data: bytes) -> None:
    """Write beside and rename: the old file stays whole until the new one is. Only I may read it."""
    beside = file.with_name(file.name + ".part")
    beside.unlink(missing_ok=True)
    beside.touch(mode=0o600)
    try:
        beside.write_bytes(data)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
