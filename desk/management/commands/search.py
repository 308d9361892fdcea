"""`manage.py search`: where the words are, in all that is recorded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandParser

from desk import search

if TYPE_CHECKING:
    from desk.search.hits import Hit

SHOWN = 50


class Command(BaseCommand):
    help = "Find words in companies, people, candidacies, notes, letters, messages and developments."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("words", nargs="+", help="all have to be there; the last may be unfinished")
        parser.add_argument("--json", action="store_true", help="say it as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        typed = " ".join(options["words"])
        hits = [hit for group in search.find(typed, shown=SHOWN).groups for hit in group.hits]
        if options["json"]:
            self.stdout.write(json.dumps({"hits": [_as_json(hit) for hit in hits]}, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(map(_as_line, hits)) or "Nothing says that.")


def _as_json(hit: Hit) -> dict[str, str]:
    return {
        "kind": hit.kind,
        "title": "".join(hit.title),
        "text": "".join(hit.text) or hit.about,
        "path": hit.path,
    }


def _as_line(hit: Hit) -> str:
    return ": ".join(part for part in (hit.kind, "".join(hit.title), "".join(hit.text) or hit.about) if part)
