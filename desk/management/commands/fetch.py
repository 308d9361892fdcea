"""`manage.py fetch`: read the mailbox once, as cron would."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from candidacy.models import Profile
from letters import account, entries, inbox, sent_folder


class Command(BaseCommand):
    help = "Read what is new in your mailbox. It looks, and never moves, marks or deletes anything."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        found, _ = account.load()
        if found is None or settings.SAMPLE:
            raise CommandError("No mailbox is set up. Settings, under “Mail in”, is the place.")
        try:
            rows = inbox.look(found)
            sent_folder.look_up(found)
        except inbox.MailboxError as error:
            raise CommandError(f"The mailbox was not read. {error}") from error
        if options["json"]:
            told = entries.as_json(rows, Profile.load().time_zone)
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            self.stdout.write(entries.as_text(rows))
