"""`manage.py review`: the checks for a text written elsewhere; stores nothing."""

from __future__ import annotations

import codecs
import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from letters.management.commands._asked import add_arguments, material_for, without_itself
from letters.models import LetterKind
from letters.review.whole import review_whole
from letters.telling import review_as_json, review_as_text
from letters.vocabulary import spelled_right

if TYPE_CHECKING:
    from collections.abc import Sequence

# No letter is longer; a film picked by mistake is.
LARGEST = 1024 * 1024
_MARKS: Sequence[tuple[bytes, str]] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Command(BaseCommand):
    help = "Check a letter that you wrote elsewhere. Nothing is stored."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", type=Path, metavar="FILE", help="the letter as text; a first line may give the subject"
        )
        add_arguments(parser, LetterKind.values)

    def handle(self, *args: Any, **options: Any) -> None:
        text = text_of(options["file"])
        known = without_itself(material_for(options), text)
        checks = review_whole(text, known, partial(spelled_right, known))
        self.stdout.write(
            json.dumps(review_as_json(checks), ensure_ascii=False)
            if options["json"]
            else review_as_text(checks)
        )


def text_of(file: Path) -> str:
    """The text of a file in UTF-8 or UTF-16, its line ends as they are. Raises CommandError."""
    try:
        if file.stat().st_size > LARGEST:
            raise CommandError(f"{file} is larger than 1 MB, which no letter is.")
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise CommandError(f"There is no file {file}.") from error
    except OSError as error:
        raise CommandError(f"Cannot read {file}: {error.strerror or error}.") from error
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        raise CommandError(
            f"{file} is not text in UTF-8 or UTF-16. Save the letter as plain text."
        ) from error
    if "\0" in text:
        raise CommandError(f"{file} is no plain text. Save the letter as plain text.")
    if not text.strip():
        raise CommandError(f"{file} is empty.")
    return text


def _encoding(data: bytes) -> str:
    """By the mark at the start; without one UTF-16 shows by its zeros, and all else is UTF-8."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if marked or len(data) < 2:
        return marked or "utf-8"
    if data[1] == 0 and data[0] != 0:
        return "utf-16-le"
    return "utf-16-be" if data[0] == 0 and data[1] != 0 else "utf-8"
