"""`manage.py draft`: a letter from the recorded notes, with its checks; stores nothing."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from letters.drafting import draft
from letters.management.commands._asked import add_arguments, material_for, without_itself
from letters.models import LetterKind
from letters.review import review
from letters.telling import checks_as_json, headline
from letters.vocabulary import spelled_right

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters.material import Draft
    from letters.review import Check

KINDS = [kind.value for kind in LetterKind if kind != LetterKind.FREE]


class Command(BaseCommand):
    help = "Draft a letter from your notes. Nothing is stored."

    def add_arguments(self, parser: CommandParser) -> None:
        add_arguments(parser, KINDS)

    def handle(self, *args: Any, **options: Any) -> None:
        known = material_for(options)
        if not known.talks_with(known.reader.key):
            raise CommandError(
                f"No talk with {known.reader.name} is recorded by then, so there is nothing to write about."
            )
        found = draft(known)
        checks = review(found.body, without_itself(known), found.subject, partial(spelled_right, known))
        if options["json"]:
            said = json.dumps(as_json(found, known.reader.name, checks), ensure_ascii=False)
        else:
            said = as_text(found, checks)
        self.stdout.write(said)


def as_json(found: Draft, name: str, checks: Sequence[Check]) -> dict[str, Any]:
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
        "checks": checks_as_json(checks),
    }


def as_text(found: Draft, checks: Sequence[Check]) -> str:
    """The letter as it would be read, what would make it better, and what to look at."""
    asked = [f"? {question}" for question in found.questions]
    seen = [f"! {check.message}" for check in checks if check.level != "ok"]
    below = "\n".join([*asked, *seen, *([headline(checks)] if not seen else [])])
    return f"Subject: {found.subject}\n\n{found.body}\n\n{below}".rstrip()
