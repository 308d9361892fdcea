"""`manage.py draft`: a letter from the recorded notes, with its checks; stores nothing."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from candidacy.fields import sensible_day
from candidacy.models import Profile
from candidacy.zones import NoSuchTimeError, to_utc
from letters.drafting import draft
from letters.finding import NotFoundError, candidacy_at, person_for
from letters.models import LetterKind
from letters.queries import material

if TYPE_CHECKING:
    from letters.material import Draft

WRONG_USAGE = 2
KINDS = [kind.value for kind in LetterKind if kind != LetterKind.FREE]


class Command(BaseCommand):
    help = "Draft a letter from your notes. Nothing is stored."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("company", metavar="COMPANY")
        parser.add_argument("--to", required=True, metavar="NAME", help="who it is for")
        parser.add_argument("--kind", choices=KINDS, default=LetterKind.THANK_YOU.value)
        parser.add_argument("--role", default="", help="which candidacy, where the company has several")
        parser.add_argument("--on", metavar="ISO", help="as of that moment, such as 2026-11-17T09:00")
        parser.add_argument("--json", action="store_true", help="say it as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now() if options["on"] is None else moment(options["on"])
        try:
            candidacy = candidacy_at(options["company"], options["role"])
            person = person_for(candidacy, options["to"])
        except NotFoundError as error:
            raise CommandError(str(error)) from error
        known = material(candidacy, person, options["kind"], now)
        if not known.talks_with(person.key):
            raise CommandError(
                f"No talk with {person.name} is recorded by then, so there is nothing to write about."
            )
        found = draft(known)
        self.stdout.write(
            json.dumps(as_json(found, person.name), ensure_ascii=False) if options["json"] else as_text(found)
        )


def as_json(found: Draft, name: str) -> dict[str, Any]:
    """The draft in the words of the contract."""
    return {
        "to": name,
        "kind": found.kind,
        "subject": found.subject,
        "body": found.body,
        "sentences": [
            {"text": sentence.text, "from": list(sentence.sources)} for sentence in found.sentences
        ],
        "questions": list(found.questions),
        "checks": [],
    }


def as_text(found: Draft) -> str:
    """The letter as it would be read, and what would make it better."""
    asked = "".join(f"\n? {question}" for question in found.questions)
    return f"Subject: {found.subject}\n\n{found.body}\n{asked}".rstrip()


def moment(words: str) -> dt.datetime:
    """The moment of ISO 8601 words; without an offset in the profile's zone."""
    try:
        when = dt.datetime.fromisoformat(words.strip())
        sensible_day(when)
        return when.astimezone(dt.UTC) if when.tzinfo else to_utc(when, Profile.load().time_zone, fold=0)
    except (NoSuchTimeError, ValueError, ValidationError) as error:
        raise CommandError(
            f"--on takes a moment such as 2026-11-17T09:00, and “{words}” is none.", returncode=WRONG_USAGE
        ) from error
