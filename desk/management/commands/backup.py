"""`manage.py backup`: a verified copy of the database."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from desk import backup, copying


class Command(BaseCommand):
    help = "Copy the database, read the copy back, and say where it is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            copy = copying.make(timezone.now())
        except (backup.DamagedError, OSError) as fault:
            raise CommandError(f"No copy was made. {backup.told(fault)}") from fault
        self.stdout.write(
            json.dumps({"file": str(copy)}) if options["json"] else f"A verified copy is in {copy}"
        )
