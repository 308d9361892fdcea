"""Where the time of a page goes, by what the work is for.

Run as `python -m bench.profiling PATH …`, in AFTERWORD_HOME; prints JSON. Each page is shown in one process,
after it was shown once, under the profiler: the shares are to be read, not the times.
"""

from __future__ import annotations

import cProfile
import json
import os
import pstats
import re
import sys
import time
from collections import defaultdict
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, TypeAlias

from bench.measure import parts_of_hundred
from bench.servers import ROOT, product

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from django.test import Client

    # File, line and name, as the profiler has them.
    Place: TypeAlias = tuple[str, int, str]

TIMES, SECONDS, NAMED, PACKAGES = 10, 2.0, 3, 6
# import time:  itself [µs] | with what it imports | name
IMPORTED = re.compile(r"import time:\s+(?P<micros>\d+) \|\s+\d+ \|\s+(?P<package>\w+)")
REST, OURS = "Python itself", "Afterword"
# The first that a file’s path has says what its work is for.
PARTS = {
    "/django/db/models/sql/": "putting SQL together",
    "/django/db/models/base.py": "making records of rows",
    "/django/db/models/": "putting SQL together",
    "/django/db/": "asking the database",
    "/django/forms/": "templates and forms",
    "/django/template/": "templates and forms",
    "/django/utils/translation/": "words in their language",
    "/gettext.py": "words in their language",
    "/asgiref/": "words in their language",
    "/django/": "request and answer",
    "/whitenoise/": "request and answer",
    "/django_htmx/": "request and answer",
}


def part_of(file: str) -> str:
    """What the work of a source file is for."""
    found = next((part for path, part in PARTS.items() if path in file), "")
    return found or (OURS if file.startswith(f"{ROOT}/") and "/.venv/" not in file else REST)


def shares(stats: Any) -> dict[str, int]:
    """Of a hundred parts of the time, how many go where. What is built in counts for whoever called it."""
    spent: dict[str, float] = defaultdict(float)
    for (file, _, name), (_, _, itself, _, callers) in stats.items():
        if file != "~":
            spent[part_of(file)] += itself
        elif "sqlite3" in name or "SQLite" in name:
            spent["asking the database"] += itself
        else:
            for (caller, _, _), (_, _, share, _) in callers.items():
                spent[part_of(caller)] += share
    return parts_of_hundred(spent)


def longest(stats: Any) -> dict[str, int]:
    """Our own functions that most of the time passes in, whatever they call, in parts of a hundred."""
    whole = sum(itself for _, _, itself, _, _ in stats.values()) or 1
    ours: dict[Place, float] = {
        place: taken for place, (_, _, _, taken, _) in stats.items() if part_of(place[0]) == OURS
    }
    named = sorted(ours, key=lambda place: -ours[place])
    # Whatever takes all of it is the way there: middleware and the view.
    telling = [place for place in named if ours[place] < 0.8 * whole][:NAMED]
    return {
        f"{file.removeprefix(f'{ROOT}/')}:{name}": round(100 * ours[file, line, name] / whole)
        for file, line, name in telling
    }


def profile(browser: Client, path: str) -> dict[str, Any]:
    """One page."""
    browser.get(path)
    watched = cProfile.Profile()
    until = time.monotonic() + SECONDS
    for asked in range(TIMES):
        # A page that takes long is told by few looks, too.
        if not asked or time.monotonic() < until:
            watched.runcall(browser.get, path)
    stats: Any = pstats.Stats(watched)
    return {"shares": shares(stats.stats), "longest": longest(stats.stats)}


def of_start(home: Path) -> dict[str, Any]:
    """Of what a start imports, which packages take how much of the time.

    Threads import beside each other, so that all of it together is more than the start takes.
    """
    with TemporaryFile("w+") as said:
        with product(home, said):
            pass
        said.seek(0)
        taken = imported(said)
    return {"shares": parts_of_hundred({f"importing {name}": ms for name, ms in taken.items()}, PACKAGES)}


def imported(lines: Iterable[str]) -> dict[str, float]:
    """The milliseconds of each package itself, from what Python wrote of its imports."""
    taken: dict[str, float] = defaultdict(float)
    for line in lines:
        if found := IMPORTED.match(line):
            taken[found["package"]] += int(found["micros"]) / 1000
    return taken


def main(paths: list[str]) -> None:
    """Print what was found."""
    os.environ.setdefault("AFTERWORD_PORT", "8765")
    from config import commands

    commands.set_up_django()
    from bench.inside import signed_in

    browser = signed_in()
    print(json.dumps({path: profile(browser, path) for path in paths}))
    commands.let_go()


if __name__ == "__main__":
    main(sys.argv[1:])
