"""What `manage.py` does with its words: what may run when, and faults told in one line.

Standard library only until the command itself runs, so that an empty machine gets an answer too.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from typing import TYPE_CHECKING

from config import bootstrap, home

if TYPE_CHECKING:
    from collections.abc import Sequence

HELP = """\
Afterword: what each interviewer said, a letter of their own for each, and who has gone silent.

  start                         open Afterword in the browser (the first time, set it up)
  start --sample                look around among sample people, apart from your own data
  link                          a fresh link that signs a browser in
  today                         what needs you today
  digest                        the same by e-mail, to yourself
  draft COMPANY --to NAME       a draft from your notes
  review FILE COMPANY --to NAME the checks for a letter written elsewhere
  export FILE · import FILE     everything out, everything in
  backup · restore FILE         a verified copy, and back to it
  test · lint · bench           run the test suite · check the code · measure how fast it is

Each explains itself: python3 manage.py COMMAND --help
"""

_FREE_IT = "Free some space, let it be read and written by you, or name another folder in AFTERWORD_HOME."
_SET_UP = {"import", "restore"}
# Commands for people who change the code: they look at files, not at anybody's data.
_NEED_NO_DATA = {"check", "makemessages", "makemigrations", "diffsettings", "findstatic", "version"}


def enter(words: Sequence[str]) -> int:
    """Run the command and return its exit status: 0 done, 1 refused with a line, 2 wrong usage."""
    os.umask(0o077)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Names come in every script; a terminal that cannot show one must not stop the command.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(list(words))
    except home.NotReadyError as reason:
        print(reason, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our words has read enough. Nothing is left to be flushed at the end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as fault:
        if not fault.filename:
            raise
        print(f"Cannot use {fault.filename}: {fault.strerror}. {_FREE_IT}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def _run(words: list[str]) -> int:
    if not words or words[0] in {"help", "--help", "-h"}:
        print(HELP, end="")
        return 0
    command, *rest = words
    if command == "test":
        return _test(words, rest)
    if command == "lint":
        return _lint(words)
    if command == "bench":
        return _bench(words, rest)
    if command in {"start", "link"}:
        from config import serve

        return serve.start(words, rest) if command == "start" else serve.link(rest)
    if command not in _SET_UP | _NEED_NO_DATA and not _asks_for_help(rest):
        home.insist()
    bootstrap.ensure(bootstrap.RUNTIME, words)
    from config import commands

    if command in _NEED_NO_DATA or _asks_for_help(rest):
        return commands.run(words)
    return commands.run_on_data(words, sets_up=command in _SET_UP)


def _asks_for_help(words: Sequence[str]) -> bool:
    return "--help" in words or "-h" in words


_CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("djlint", "templates", "--lint", "--quiet"),
)


def _lint(words: list[str]) -> int:
    """Run every check of the code, the rest too when one complains."""
    bootstrap.ensure(bootstrap.DEVELOPMENT, words)
    import subprocess

    complaints = 0
    for tool, *its_words in _CHECKS:
        print(f"{tool} {' '.join(its_words)}".rstrip(), flush=True)
        done = subprocess.run([sys.executable, "-m", tool, *its_words], cwd=bootstrap.ROOT, check=False)  # noqa: S603
        complaints += done.returncode != 0
    return min(complaints, 1)


def _bench(words: list[str], rest: list[str]) -> int:
    """Measure on searches of its own making: no data of anybody's is looked at."""
    bootstrap.ensure(bootstrap.DEVELOPMENT, words)
    from bench import command

    return command.main(rest)


def _test(words: list[str], rest: list[str]) -> int:
    bootstrap.ensure(bootstrap.DEVELOPMENT, words)
    import pytest

    with tempfile.TemporaryDirectory(prefix="afterword-") as elsewhere:
        # Not even a test that goes wrong may come near the data of whoever runs it.
        os.environ["AFTERWORD_HOME"] = elsewhere
        # On all processors, unless the further words want one process to look into.
        spread = [] if {"-n", "--pdb", "-s"} & set(rest) else ["-n", "auto", "--dist", "worksteal"]
        return int(pytest.main([f"--rootdir={bootstrap.ROOT}", *spread, *rest]))
