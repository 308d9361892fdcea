"""The environment is found where there is one, and what pip says becomes a line that helps."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata

import pytest

from config import bootstrap

PINNED = """\
asgiref==3.13.0 \\
    --hash=sha256:034cc8cb
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:4f1d9991
    # via pytest
ruamel.yaml==1.0.post1
"""
OFFLINE = """\
WARNING: Retrying (Retry(total=1)) after connection broken by 'NewConnectionError(...)'
ERROR: Could not find a version that satisfies the requirement asgiref==3.13.0
ERROR: No matching distribution found for asgiref==3.13.0
"""


def test_pins_are_read_from_a_requirements_file() -> None:
    assert list(bootstrap.pins(PINNED)) == [
        ("asgiref", "3.13.0", False),
        ("colorama", "0.4.6", True),
        ("ruamel.yaml", "1.0.post1", False),
    ]


@pytest.mark.parametrize(
    ("pinned", "enough"),
    [
        (f"pytest=={metadata.version('pytest')}", True),
        ("pytest==1.0", False),
        ("no-such-part==1.0", False),
        ("no-such-part==1.0 ; sys_platform == 'win32'", True),
    ],
)
def test_the_running_python_is_used_when_it_has_the_very_versions(pinned: str, *, enough: bool) -> None:
    assert bootstrap.satisfied(pinned) is enough


@pytest.mark.parametrize("file", [bootstrap.RUNTIME, bootstrap.DEVELOPMENT, bootstrap.POSTGRES])
def test_every_part_is_pinned_with_a_hash(file: bootstrap.Path) -> None:
    text = file.read_text()
    parts = [line for line in text.splitlines() if line and line[0] not in " #"]
    assert len(parts) == len(list(bootstrap.pins(text)))
    assert all(line.endswith("\\") for line in parts)
    assert "://" not in text
    assert "index" not in text


def test_what_it_runs_on_is_tested_in_the_same_versions() -> None:
    runtime, development, postgres = (
        # What a tool needs on every Python, the runtime may need on old ones only.
        {(name, version) for name, version, *_ in bootstrap.pins(file.read_text())}
        for file in (bootstrap.RUNTIME, bootstrap.DEVELOPMENT, bootstrap.POSTGRES)
    )
    assert runtime <= development
    assert runtime <= postgres


@pytest.mark.parametrize(
    ("said", "starts"),
    [
        (
            OFFLINE,
            "Afterword’s parts could not be downloaded. Connect to the internet",
        ),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "The disk is full.",
        ),
        ("ERROR: [Errno 13] Permission denied: '/x'", "Cannot write in"),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "A download is not what",
        ),
        ("ERROR: Something new", "Afterword’s parts could not be installed: Something new"),
        ("", "Afterword’s parts could not be installed: pip gave no reason"),
    ],
)
def test_a_remedy_is_one_line(said: str, starts: str) -> None:
    line = bootstrap.remedy(said)
    assert line.startswith(starts)
    assert "\n" not in line


@pytest.mark.parametrize("module", ["config.bootstrap", "config.entry", "config.home", "config.serve"])
def test_what_runs_before_the_parts_are_there_needs_none_of_them(module: str) -> None:
    """On a new machine Python has nothing but what it came with: `-S` hides the rest."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-S", "-c", f"import {module}"],
        cwd=bootstrap.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_progress_counts_the_parts() -> None:
    said = [
        "Collecting asgiref==3.13.0 (from -r requirements.txt (line 1))\n",
        "  Using cached asgiref-3.13.0-py3-none-any.whl\n",
        "Requirement already satisfied: django==5.2.19 in ./lib\n",
        "Installing collected packages: asgiref\n",
    ]
    assert list(bootstrap.progress(said, 2)) == [
        "Getting what Afterword needs, 1 of 2: asgiref",
        "Getting what Afterword needs, 2 of 2: django",
        "Putting 2 parts in place",
    ]
