"""Searches that were seeded once, kept outside the repository, and fresh copies of them to measure on."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.servers import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

DATABASE = "afterword.sqlite3"
MADE_FROM = ("seeding.py", "texts.py")
# Everything is told back from the day of the seeding: an older search has gone silent altogether.
LASTS = 2 * 24 * 60 * 60


def folder() -> Path:
    """AFTERWORD_BENCH, else the platform's folder for what can be made again."""
    chosen = os.environ.get("AFTERWORD_BENCH")
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(chosen) if chosen else Path(base) / "afterword-bench"


def seeded(size: int) -> Path:
    """The data folder of a search of that size, made where it is missing or too old."""
    source = b"".join((Path(__file__).parent / name).read_bytes() for name in MADE_FROM)
    place = folder() / f"{size}-{hashlib.sha256(source).hexdigest()[:12]}"
    if place.exists() and time.time() - place.stat().st_mtime < LASTS:
        return place
    for old in folder().glob(f"{size}-*"):
        shutil.rmtree(old)
    beside = place.with_suffix(".part")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(mode=0o700, parents=True)
    run("bench.seeding", str(size), home=beside)
    beside.rename(place)
    os.utime(place)
    return place


@contextmanager
def copied(size: int) -> Iterator[Path]:
    """A copy to be measured on, brought up to date, with the rows of the floor beside the records."""
    with TemporaryDirectory(prefix="afterword-bench-") as place:
        home = Path(place) / "home"
        shutil.copytree(seeded(size), home)
        run("bench.floor.prepare", home=home)
        yield home


def run(module: str, *words: str, home: Path) -> str:
    """Run a part of the benchmarks as a process of its own, on that data folder; returns what it printed."""
    surroundings = {**os.environ, "AFTERWORD_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        cwd=ROOT,
        env=surroundings,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout
