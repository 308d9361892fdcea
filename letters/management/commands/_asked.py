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

    from letters.material import EarlierLetter, Material

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
    """The same without the letter in question: its stored draft, or the one that already went out as it.

    That is one with the very words of `text`, and the thank-you to the same person for the same talk.
    """
    return replace(
        known,
        letters=tuple(one for one in known.letters if not _is_itself(one, known, "".join(text.split()))),
    )


def _is_itself(letter: EarlierLetter, known: Material, here: str) -> bool:
    if letter.to != known.reader.key or letter.kind != known.kind:
        return False
    if letter.status == "draft" or "".join(letter.body.split()) in here:
        return True
    talks = known.talks_with(known.reader.key)
    ended = max((talk.ends or talk.starts for talk in talks), default=None)
    return (
        known.kind == LetterKind.THANK_YOU
        and ended is not None
        and letter.sent_at is not None
        and letter.sent_at >= ended
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
