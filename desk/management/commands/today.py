"""`manage.py today`: what needs me, as of now or another moment."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from candidacy.fields import sensible_day
from candidacy.models import Profile
from candidacy.zones import NoSuchTimeError, to_utc
from desk.saying import as_json, as_lines
from desk.today import today

WRONG_USAGE = 2


class Command(BaseCommand):
    help = "Say what needs you, why, and what comes up."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", metavar="ISO", help="the moment asked about, such as 2026-11-17T09:00")
        parser.add_argument("--all", action="store_true", help="list every open candidacy with its state")
        parser.add_argument("--json", action="store_true", help="say it as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        profile = Profile.load()
        asked = options["on"]
        page = today(timezone.now() if asked is None else moment(asked, profile.time_zone), profile)
        if options["json"]:
            said = json.dumps(as_json(page, everything=options["all"]), ensure_ascii=False)
        else:
            said = "\n".join(as_lines(page, everything=options["all"]))
        self.stdout.write(said)


def moment(words: str, time_zone: str) -> dt.datetime:
    """The moment of ISO 8601 words; without an offset in that zone, a day alone from its first minute.

    Raises CommandError, with the status of wrong usage, for words that name no moment.
    """
    try:
        when = dt.datetime.fromisoformat(words.strip())
        sensible_day(when)
        # A time that came twice in the autumn is taken as the first.
        return when.astimezone(dt.UTC) if when.tzinfo else to_utc(when, time_zone, fold=0)
    except NoSuchTimeError as error:
        raise CommandError(f"--on {words}: {error}", returncode=WRONG_USAGE) from error
    except (ValueError, ValidationError) as error:
        raise CommandError(
            f"--on takes a moment such as 2026-11-17T09:00, and “{words}” is none.", returncode=WRONG_USAGE
        ) from error
