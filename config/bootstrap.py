"""The environment Afterword runs in: found, or made in `.venv` from the pinned requirements.

Standard library only, and quick when there is nothing to do: every command passes through here.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from config.home import NotReadyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"
POSTGRES = ROOT / "requirements-postgres.txt"
ENVIRONMENT = ROOT / ".venv"

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)\s*(;)?", re.MULTILINE)

_AGAIN = "then run the same command again."
# What pip says, and what helps. The first that fits is told.
_REMEDIES = {
    "No space left on device": f"The disk is full. Free some space, {_AGAIN}",
    "Permission denied|Read-only file system": f"Cannot write in {ENVIRONMENT}. Free that folder, {_AGAIN}",
    "DO NOT MATCH THE HASHES": f"A download is not what was expected, nothing is installed. Wait, {_AGAIN}",
    "|".join(
        [
            "NewConnectionError",
            "NameResolutionError",
            "ConnectTimeout",
            "Read timed out",
            "Max retries",
            "Connection (refused|reset|broken)",
            "ProxyError",
            "Temporary failure",
            "No matching distribution",
        ]
    ): f"Afterword’s parts could not be downloaded. Connect to the internet, this once is enough, {_AGAIN}",
}


def ensure(requirements: Path, argv: list[str]) -> None:
    """Have what is required, and PostgreSQL’s driver where it is used. May start over in `.venv`."""
    _ensure(requirements, argv)
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        _ensure(POSTGRES, argv)


def _ensure(requirements: Path, argv: list[str]) -> None:
    """Return when the running Python has the requirements; else install them and start over in `.venv`.

    Raises NotReadyError with a remedy where that is not possible.
    """
    inside = _in_environment()
    if inside and _is_stamped(requirements, _this_python()):
        return
    if satisfied(requirements.read_text(encoding="utf-8")):
        return
    if inside:
        _build(requirements)
        return
    python = _environment_python()
    if not (python.exists() and _is_stamped(requirements)):
        _build(requirements)
    _start_over(python, argv)


def satisfied(pinned: str) -> bool:
    """Whether the running Python has every part in exactly the pinned version.

    Parts for some platforms only may be missing, they are not to be another version.
    """
    for name, version, only_somewhere in pins(pinned):
        try:
            if metadata.version(name) != version:
                return False
        except metadata.PackageNotFoundError:
            if not only_somewhere:
                return False
    return True


def pins(pinned: str) -> Iterator[tuple[str, str, bool]]:
    """Name, version and whether it is for some platforms only, of each part in a requirements text."""
    for name, version, marker in _PINNED.findall(pinned):
        yield name, version, bool(marker)


def remedy(output: str) -> str:
    """One line for a person, from what pip printed when it gave up."""
    for pattern, line in _REMEDIES.items():
        if re.search(pattern, output, re.IGNORECASE):
            return line
    errors = re.findall(r"^\s*ERROR: (.+)$", output, re.MULTILINE) or ["pip gave no reason"]
    return f"Afterword’s parts could not be installed: {errors[-1]}"


def progress(lines: Iterable[str], total: int) -> Iterator[str]:
    """What to show a person while pip works: how many of the parts it has come to, and which."""
    seen = 0
    for line in lines:
        if found := re.match(r"\s*(?:Collecting|Requirement already satisfied:) ([A-Za-z0-9._-]+)==", line):
            seen += 1
            yield f"Getting what Afterword needs, {min(seen, total)} of {total}: {found[1]}"
        elif line.startswith("Installing collected packages"):
            yield f"Putting {total} parts in place"


def _build(requirements: Path) -> None:
    _make_environment()
    pinned = requirements.read_text(encoding="utf-8")
    command = [
        str(_environment_python()), "-m", "pip", "install", "--require-hashes", "--no-input", "--no-compile",
        "--disable-pip-version-check", "--progress-bar", "off", "--retries", "2", "-r", str(requirements),
    ]  # fmt: skip
    # A person's own pip settings could send the parts elsewhere.
    surroundings = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "LC_ALL": "C"}
    with subprocess.Popen(  # noqa: S603
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=surroundings,
        errors="replace",
    ) as pip:
        said: list[str] = []
        _show(progress(_kept(pip.stdout or (), said), len(list(pins(pinned)))))
    if pip.returncode:
        raise NotReadyError(remedy("".join(said)))
    _stamp(requirements)


def _make_environment() -> None:
    if _environment_works():
        return
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        version = ".".join(map(str, sys.version_info[:2]))
        raise NotReadyError(
            "This Python cannot make an environment of its own. "
            f"Install that part (Debian, Ubuntu: apt install python{version}-venv), {_AGAIN}"
        )
    _show(["Making room for Afterword in .venv"])
    made = subprocess.run(  # noqa: S603
        [getattr(sys, "_base_executable", sys.executable), "-m", "venv", "--clear", str(ENVIRONMENT)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise NotReadyError(remedy(f"{made.stdout}\n{made.stderr}"))


def _environment_works() -> bool:
    python = _environment_python()
    if not python.exists():
        return False
    asked = subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True, check=False)  # noqa: S603
    return asked.returncode == 0


def _kept(lines: Iterable[str], said: list[str]) -> Iterator[str]:
    for line in lines:
        said.append(line)
        yield line


def _show(lines: Iterable[str]) -> None:
    """One line that rewrites itself in a terminal, plain lines anywhere else."""
    terminal = sys.stderr.isatty()
    for line in lines:
        print(
            f"\r\x1b[K{line}" if terminal else line, end="" if terminal else "\n", file=sys.stderr, flush=True
        )
    if terminal:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _stamp(requirements: Path) -> None:
    stamps = _stamps()
    if stamps.get("python") != _environment_version():
        stamps = {"python": _environment_version()}
    stamps[requirements.name] = _digest(requirements)
    _stamp_file().write_text(json.dumps(stamps, indent=2), encoding="utf-8")


def _is_stamped(requirements: Path, python: str | None = None) -> bool:
    stamps = _stamps()
    if python and stamps.get("python") != python:
        return False
    return stamps.get(requirements.name) == _digest(requirements)


def _stamps() -> dict[str, str]:
    try:
        return dict(json.loads(_stamp_file().read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError):
        return {}


def _stamp_file() -> Path:
    return ENVIRONMENT / "afterword.json"


def _digest(requirements: Path) -> str:
    return hashlib.sha256(requirements.read_bytes()).hexdigest()


def _in_environment() -> bool:
    return Path(sys.prefix).resolve() == ENVIRONMENT.resolve()


def _this_python() -> str:
    return ".".join(map(str, sys.version_info[:2]))


def _environment_version() -> str:
    asked = subprocess.run(  # noqa: S603
        [str(_environment_python()), "-c", "import sys; print('{}.{}'.format(*sys.version_info))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return asked.stdout.strip()


def _environment_python() -> Path:
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _start_over(python: Path, argv: list[str]) -> None:
    command = [str(python), str(ROOT / "manage.py"), *argv]
    if os.name == "nt":
        # There exec would give the prompt back while the new process still talks.
        raise SystemExit(subprocess.run(command, check=False).returncode)  # noqa: S603
    os.execv(command[0], command)  # noqa: S606
