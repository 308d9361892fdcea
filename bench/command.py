"""`manage.py bench`: everything in one run, the product and the floor in turns."""

from __future__ import annotations

import argparse
import json
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import browser, cache, goals, importing, measure, profiling, report, servers
from bench.pages import checks, draft_of, pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.measure import Timed
    from bench.servers import Server

SIZES = (100, 1000, 10_000)
CLIENTS = 4
IMPORTED = 100_000
# What is loaded beside the first page is in memory by then.
SETTLED = 9.0


def main(words: Sequence[str]) -> int:
    """Run the benchmarks and print what they found."""
    parser = argparse.ArgumentParser("manage.py bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="say it as JSON")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="numbers of candidacies")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="a run saved with --json > FILE")
    parser.add_argument("--quick", action="store_true", help="a fifth of the requests, and no browser")
    options = parser.parse_args(words)
    saved = json.loads(options.compare.read_text(encoding="utf-8")) if options.compare else None
    found = run(options.sizes, quick=options.quick)
    print(json.dumps(found, indent=1) if options.json else report.as_text(found, saved))
    return 0


def run(sizes: Sequence[int], *, quick: bool = False) -> dict[str, Any]:
    """Everything, from the smallest search to the largest; what is measured once is so with the largest."""
    rows: list[dict[str, Any]] = []
    once: dict[str, Any] = {}
    for size in sorted(sizes):
        _tell(f"{size} candidacies: seeding where there are none yet")
        with cache.copied(size) as home:
            inside = json.loads(cache.run("bench.inside", str(size), home=home).splitlines()[-1])
            with servers.product(home) as ours, servers.floor(home / cache.DATABASE) as floor:
                time.sleep(SETTLED)
                rows += _rows(size, ours, floor, inside["queries"], quick=quick)
                if size == max(sizes):
                    once = {"letters": inside["letters"], **_once(ours, floor, quick=quick)}
            if size == max(sizes):
                once |= {"start_ms": _starts(home, 1 if quick else 5), "memory_mib": _idle(home)}
                once["profiles"] = _profiles(home, size, {"rows": rows, **once})
    return {"rows": rows, **once, "import": _imports(quick=quick)}


def _profiles(home: Path, size: int, found: dict[str, Any]) -> dict[str, Any]:
    """Of each page that misses its goal, and of the start, where the time goes."""
    paths = {page.what: page.path for page in pages(size)}
    missed = {one.about for one in goals.judged(found) if not one.is_met}
    _tell(f"{size} candidacies: where the time goes")
    profiles = {goals.START: profiling.of_start(home)} if goals.START in missed else {}
    slow = {what: path for what, path in paths.items() if what in missed}
    if slow:
        told = json.loads(cache.run("bench.profiling", *slow.values(), home=home).splitlines()[-1])
        profiles |= {what: told[path] for what, path in slow.items()}
    return profiles


def _rows(
    size: int, ours: Server, floor: Server, queries: dict[str, int], *, quick: bool
) -> list[dict[str, Any]]:
    times, seconds = (20, 2.0) if quick else (100, 4.0)
    found = []
    for page in pages(size):
        _tell(f"{size} candidacies: {page.what}")
        more = 2 if page.what == "today" else 1
        ask = partial(ours.ask, page.path)
        seen = measure.in_turns(ask, ours, floor, times * more, seconds * more)
        if seen:
            found.append(_row(page.what, size, seen, queries.get(page.what)))
    _tell(f"{size} candidacies: check")
    seen = measure.in_turns(checks(ours, draft_of(size)), ours, floor, times, seconds)
    return [*found, _row("check", size, seen, None)] if seen else found


def _row(what: str, size: int, seen: Timed, queries: int | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "what": what,
        "size": size,
        "median_ms": round(seen.median, 2),
        "p99_ms": round(seen.p99, 2),
        "cpu_ms": round(seen.cpu_ms, 2),
        "queries": queries,
        "bytes": seen.bytes,
        "floor_median_ms": round(seen.floor, 2),
    }
    return {**row, "ratio": report.ratio(row)}


def _once(ours: Server, floor: Server, *, quick: bool) -> dict[str, Any]:
    _tell("throughput, the first page in a browser")
    seconds = 1.0 if quick else 5.0
    return {
        "cold_page": None if quick else browser.cold(ours),
        "throughput": {
            "clients": CLIENTS,
            "afterword_per_s": round(measure.together(ours, CLIENTS, seconds), 1),
            "floor_per_s": round(measure.together(floor, CLIENTS, seconds), 1),
        },
    }


def _starts(home: Path, times: int) -> dict[str, float]:
    """From the command to the end of the first page, the middle of some starts, in turns."""
    _tell("starting")
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        with servers.product(home) as ours:
            taken[0].append(ours.first_page_ms)
        with servers.floor(home / cache.DATABASE) as floor:
            taken[1].append(floor.first_page_ms)
    ours_ms, floor_ms = (measure.percentile(one, 50) for one in taken)
    return {
        "afterword": round(ours_ms, 1), "floor": round(floor_ms, 1), "ratio": round(ours_ms / floor_ms, 2)
    }  # fmt: skip


def _idle(home: Path) -> dict[str, Any]:
    """The memory of each once it has shown its first page, and nothing else."""
    _tell("memory")
    with servers.product(home) as ours, servers.floor(home / cache.DATABASE) as floor:
        time.sleep(SETTLED)
        memory = {"afterword": round(ours.memory_mib(), 1), "floor": round(floor.memory_mib(), 1)}
        shares = ours.memory_shares()
    times = round(memory["afterword"] / max(1.0, memory["floor"]), 2)
    return {**memory, "ratio": times, "shares": shares}


def _imports(*, quick: bool) -> dict[str, Any] | None:
    if quick:
        return None
    _tell(f"an import of {IMPORTED} rows")
    return importing.measured("csv", IMPORTED)


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)
