"""`manage.py restore FILE`: back to a copy, keeping a copy of what it replaces."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone

from desk import backup
from desk.brought import migrations


class Command(BaseCommand):
    help = "Go back to a copy that `backup` or a start made. What is replaced is kept among the copies."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        target: Path | None = settings.DATABASE_FILE
        if target is None:
            raise CommandError(
                "The records are in a database server. End Afterword, and bring a copy back there: "
                "pg_restore --clean --if-exists --single-transaction --dbname=NAME FILE"
            )
        connection.close()
        try:
            backup.verify(options["file"])
            _insist_it_is_ours(options["file"])
            kept = backup.restore(
                options["file"], target, settings.AFTERWORD_HOME / "backups", timezone.now()
            )
        except (backup.DamagedError, OSError) as fault:
            raise CommandError(f"Nothing was restored. {backup.told(fault)}") from fault
        if options["json"]:
            self.stdout.write(json.dumps({"restored": str(options["file"]), "kept": kept and str(kept)}))
            return
        self.stdout.write(f"Afterword is back at {options['file']}.")
        if kept:
            self.stdout.write(f"What it replaced is kept in {kept}")


def _insist_it_is_ours(copy: Path) -> None:
    """Refuse the database of another program, and of a later Afterword. Raises DamagedError."""
    with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as database:
        recorded = set(database.execute("SELECT app, name FROM django_migrations"))
    if not recorded & migrations():
        raise backup.DamagedError(f"{copy} is a database, but not one of Afterword’s.")
    if recorded - migrations():
        raise backup.DamagedError(f"A later version of Afterword made {copy}. Get that version first.")
