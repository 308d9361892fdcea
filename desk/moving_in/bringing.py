"""Bringing a file in: planned, copied first, stored in one transaction, one line of the log."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from candidacy import many
from candidacy.zones import zone
from desk import archive, copying
from desk.archive.faults import visible
from desk.archive.storing import stored_keys
from desk.moving_in import words
from desk.moving_in.gathering import gather
from desk.moving_in.known import Known
from desk.moving_in.planning import Plan, Planner, Rules
from desk.moving_in.recognising import Asked
from desk.moving_in.storing import Packing

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from candidacy.models import Change, Profile
    from desk.archive import Report
    from desk.moving_in.recognising import Recognised
    from desk.moving_in.rows import Row

# How often the row that is read is told.
_TOLD_EVERY = 500
_MOST_NAMED = 10_000
_HELD_KIB = 32 * 1024
# Where days in figures begin with the month, by Unicode CLDR.
MONTH_FIRST = frozenset({"US", "PH", "AS", "GU", "MP", "PR", "VI", "FM", "MH", "PW"})


@dataclass(frozen=True)
class Choices:
    """Which names, folded, mean a company here (its key) or another (0).

    Without `ask`, a company nearly called like one here is another.
    """

    answers: Mapping[str, int] = field(default_factory=dict)
    ask: bool = False
    most_problems: int = _MOST_NAMED


@dataclass
class Outcome:
    """What was added, what was here, which rows were left out and why, which columns meant nothing."""

    added: Counter[str]
    matched: Counter[str]
    skipped: list[str]
    unknown: list[str]
    change: Change | None = None


def asked(profile: Profile, **chosen: Any) -> Asked:
    """What is asked of a file for this person: where the month comes first, as it does in their country."""
    today = timezone.now().astimezone(zone(profile.time_zone)).date()
    return Asked(today, us=profile.country in MONTH_FIRST, **chosen)


def sentence(name: str) -> str:
    """How the log calls an import of a file of that name."""
    return _("%(file)s imported") % {"file": visible(name[:200])}


def _nothing(_step: str, _done: int) -> None:
    return


def plan(
    found: Recognised,
    profile: Profile,
    choices: Choices,
    *,
    dry_run: bool,
    told: Callable[[str, int], None] = _nothing,
    note: Callable[[Row], None] | None = None,
) -> tuple[Planner, Packing]:
    """Read every row against what is here. Nothing is stored but, unless it is a dry run, keys are set aside.

    `told` hears how many rows are read, `note` sees each; what they raise ends it. Raises UnknownFileError.
    """
    packing = Packing(dry_run=dry_run)
    rules = Rules(
        packing.new_key,
        packing.made,
        words.remark,
        choices.answers,
        choices.ask,
        choices.most_problems,
    )
    planner = Planner(gather(profile), rules)
    planner.take_all(_telling(found.rows(), told, note))
    return planner, packing


def bring_in(
    found: Recognised,
    profile: Profile,
    choices: Choices,
    sentence: str,
    told: Callable[[str, int], None] = _nothing,
) -> Outcome:
    """Store what the file holds, all of it or nothing, as one change of that sentence. A copy is made before.

    Raises UnknownFileError; ChangedSinceError where something was changed while it was read; whatever `told`
    raises. In each case nothing is kept.
    """
    planner, packing = plan(found, profile, choices, dry_run=False, told=told)
    result = outcome(planner.plan, found)
    # What it was found by is not needed any more, and is the most of it.
    planner.known = Known()
    parts = packing.finish(planner)
    if parts:
        result.change = _store(sentence, parts, told)
    return result


def bring_in_archive(
    data: bytes, profile: Profile, sentence: str, told: Callable[[str, int], None] = _nothing
) -> Report:
    """Store what an archive of ours holds, as `bring_in` does. Raises ArchiveRefusedError too."""
    told("read", 0)
    reading = archive.read(data, time_zone=profile.time_zone, known=stored_keys())
    with _others_may_read():
        return archive.store(reading, sentence=sentence, told=told)


def outcome(planned: Plan, found: Recognised) -> Outcome:
    """What a plan comes to, in words."""
    skipped = [words.skipped(row, problem) for row, problem in planned.problems]
    more = planned.left - len(skipped)
    if more > 0:
        skipped.append(words.more_skipped(more))
    return Outcome(planned.added, planned.matched, skipped, found.unknown)


def back_up_first() -> Path | None:
    """A verified copy of the records; none where the file that is open is not the one we keep copies of."""
    file: Path | None = settings.DATABASE_FILE
    if file and not str(connection.settings_dict["NAME"]).startswith(file.absolute().as_uri()):
        return None
    return copying.make(timezone.now(), "before-import")


def _store(sentence: str, parts: list[bytes], told: Callable[[str, int], None]) -> Change:
    with _others_may_read(), transaction.atomic():
        stored = 0

        def tick(part: many.Part) -> None:
            nonlocal stored
            stored += len(part.after)
            told("store", stored)

        told("store", 0)
        change = many.log(sentence, parts, tick=tick)
        told("keep", stored)
    return change


@contextmanager
def _others_may_read() -> Iterator[None]:
    """Keep what is written in memory until the commit, some ten thousand rows of it.

    SQLite would write it into the file as soon as it is more than 2 MB, and let nobody read from then on.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA cache_size")
        usual = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA cache_size = -{_HELD_KIB}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size = {usual}")


def _telling(
    rows: Iterable[Row], told: Callable[[str, int], None], note: Callable[[Row], None] | None
) -> Iterator[Row]:
    for count, row in enumerate(rows):
        if count % _TOLD_EVERY == 0:
            told("read", count)
        if note:
            note(row)
        yield row
