"""What the commands about letters are asked with: a company, a person, a kind of letter, a moment."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from candidacy.fields import sensible_day
from candidacy.models import Profile
from candidacy.zones import NoSuchTimeError, to_utc
from letters.finding import NotFoundError, candidacy_at, person_for
from letters.models import LetterKind
from letters.queries import material

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters.material import Material

WRONG_USAGE = 2


def add_arguments(parser: CommandParser, kinds: Sequence[str]) -> None:
    """COMPANY, --to, --kind, --role, --on and --json."""
    parser.add_argument("company", metavar="COMPANY")
    parser.add_argument("--to", required=True, metavar="NAME", help="who it is for")
    parser.add_argument("--kind", choices=list(kinds), default=LetterKind.THANK_YOU.value)
    parser.add_argument("--role", default="", help="which candidacy, where the company has several")
    parser.add_argument("--on", metavar="ISO", help="as of that moment, such as 2026-11-17T09:00")
    parser.add_argument("--json", action="store_true", help="say it as JSON")


def material_for(options: dict[str, Any]) -> Material:
    """What the letter asked about may draw on. Raises CommandError where the words mean nobody."""
    now = timezone.now() if options["on"] is None else moment(options["on"])
    try:
        candidacy = candidacy_at(options["company"], options["role"])
        person = person_for(candidacy, options["to"])
    except NotFoundError as error:
        raise CommandError(str(error)) from error
    return material(candidacy, person, options["kind"], now)


def without_itself(known: Material, text: str = "") -> Material:
    """The same without the letter in question: its stored draft, or the very words already stored."""
    here = "".join(text.split())
    return replace(
        known,
        letters=tuple(
            letter
            for letter in known.letters
            if letter.to != known.reader.key
            or letter.kind != known.kind
            or (letter.status != "draft" and "".join(letter.body.split()) not in here)
        ),
    )


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
