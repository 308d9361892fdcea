"""What the tests of moving in read and say."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management import call_command

from desk.moving_in.recognising import Asked, recognise

if TYPE_CHECKING:
    from desk.moving_in.rows import Row

FILES = Path(__file__).parents[2] / "data" / "imports"
TODAY = dt.date(2026, 11, 28)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def rows_of(name: str) -> list[Row]:
    return list(recognise((FILES / name).read_bytes(), Asked(TODAY)).rows())


def rows(text: str, **asked: Any) -> list[Row]:
    return list(recognise(text.encode(), Asked(TODAY, **asked)).rows())


def brought(file: Path, *words: str) -> Any:
    out = io.StringIO()
    call_command("import", str(file), "--json", *words, stdout=out)
    return json.loads(out.getvalue())
