"""A program that is set up once and then begins others, each a process of its own that can be killed.

`python -m tests.trust.nursery MODULE`, with AFTERWORD_HOME set. Each line it reads is a pipe’s name and
more words, set apart by tabs: it forks, and the child runs MODULE.main(*words) with the pipe to print into.
It says the child’s number, and a line once the child has ended. It never opens the database itself.
"""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from config.bootstrap import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass
class Child:
    """A program that runs, and what it prints."""

    number: int
    out: IO[bytes]
    killed: bool = False

    def kill(self) -> list[bytes]:
        """End it as kill -9 does. Gives the lines that were not read yet."""
        self.killed = True
        os.kill(self.number, signal.SIGKILL)
        return self.out.read().splitlines(keepends=True)


@dataclass
class Nursery:
    """The program that begins others, seen from outside."""

    process: subprocess.Popen[str]
    pipe: Path

    @contextmanager
    def begin(self, *words: str) -> Iterator[Child]:
        """One more program. It is killed in the end, if it has not been before."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("\t".join((str(self.pipe), *words)) + "\n")
        self.process.stdin.flush()
        number = int(self.process.stdout.readline())
        with self.pipe.open("rb") as out:
            child = Child(number, out)
            try:
                yield child
            finally:
                if not child.killed:
                    child.kill()
        assert self.process.stdout.readline() == "ended\n"


@contextmanager
def nursery(module: str, folder: Path) -> Iterator[Nursery]:
    os.mkfifo(folder / "pipe")
    words = [sys.executable, "-m", "tests.trust.nursery", module]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(words, cwd=ROOT, text=True, **pipes) as process:
        yield Nursery(process, folder / "pipe")
        assert process.stdin
        process.stdin.close()


def main(module: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    import django

    django.setup()
    run = importlib.import_module(module).main
    for line in sys.stdin:
        pipe, *words = line.rstrip("\n").split("\t")
        number = os.fork()
        if number == 0:
            os.dup2(os.open(pipe, os.O_WRONLY), 1)
            run(*words)
            return
        print(number, flush=True)
        os.waitpid(number, 0)
        print("ended", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
